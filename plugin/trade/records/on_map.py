"""What the register has on the map: works, activities, forward plans and the limits of HS2."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Optional, Union

Coordinates = Sequence[Union[float, "Coordinates"]]
"""Numbers, in lists as deep as the type of the shape says (GeoJSON, RFC 7946)."""

_NAME_BYTES = 16


class Geometry(NamedTuple):
    """A shape as GeoJSON writes it, in metres of EPSG:27700.

    A "GeometryCollection" has `geometries` and no coordinates, every other type has coordinates.
    """

    type: str
    coordinates: Coordinates = ()
    geometries: tuple["Geometry", ...] = ()


class MapRecord(NamedTuple):
    """A record on the map; "" and None stand for what its kind does not have, or was not told.

    `kind` is one of trade.kinds. Days are civil days in the UK, both included. `category`,
    `traffic`, `status` and `activity_kind` are words of the trade, or one that it does not know
    yet. `label_place` is where the register puts the label: easting and northing (EPSG:27700).
    """

    kind: str
    geometry: Optional[Geometry]
    reference: str = ""
    works_reference: str = ""
    promoter: str = ""
    promoter_code: str = ""
    category: str = ""
    traffic: str = ""
    status: str = ""
    activity_kind: str = ""
    name: str = ""
    description: str = ""
    location: str = ""
    street: str = ""
    area: Optional[str] = None
    cancelled: bool = False
    first_day: Optional[date] = None
    last_day: Optional[date] = None
    label_place: Optional[tuple[float, float]] = None

    @property
    def identity(self) -> str:
        """What two copies of a record have in common: its reference, else a digest of its shape."""
        if self.reference:
            return self.reference
        shape = self.geometry and (self.geometry.coordinates or self.geometry.geometries)
        text = json.dumps(shape, default=str).encode()
        # Stores keep this name: another way of making it would make each record a new one.
        told = len(text).to_bytes(8, "little") + text
        return hashlib.blake2b(told, digest_size=_NAME_BYTES).hexdigest()


class Unread(NamedTuple):
    """A record that came and cannot be shown: its reference, "" without one, and why."""

    reference: str
    reason: str


@dataclass(frozen=True)
class MapAnswer:
    """The records of one kind that a box and some days gave, and those that cannot be read."""

    records: Sequence[MapRecord]
    unread: Sequence[Unread] = ()
