"""A record as the store keeps it, read from a feature of the contract."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any, Optional, Union

from ...trade.kinds import identity_of, reference_of
from .columns import END_DAY, START_DAY, Column, columns, read_all
from .geopackage import Bounds, point_blob
from .parts import Drawn, UnusableShapeError, drawn
from .tables import CENTRE

Value = Union[str, int, None]

_DIGEST_BYTES = 16


@dataclass(frozen=True)
class Undrawable:
    """A record that cannot be drawn: its place among those given, its reference, and why."""

    index: int
    reference: str
    reason: str


@dataclass(frozen=True)
class Record:
    """A record of the register.

    `values` are those of the kind's columns, `rows` its geometries (GeoPackage blobs) with the
    shape of the table each belongs to, its middle among them. `bounds` and `middle` are in metres,
    EPSG:27700. The days are ISO dates, None where the record has none. `digest` tells whether two
    are the same in everything.
    """

    identity: str
    reference: str
    values: tuple[Value, ...]
    rows: tuple[tuple[str, bytes], ...]
    bounds: Bounds
    middle: tuple[float, float]
    first_day: Optional[str]
    last_day: Optional[str]
    digest: bytes


def read_records(kind: str, features: Sequence[Any]) -> tuple[list[Record], list[Undrawable]]:
    """Return the records in `features`, each once, and those that cannot be drawn."""
    described = columns(kind)
    records: dict[str, Record] = {}
    undrawable = []
    shapes = drawn([getattr(feature, "geometry", None) for feature in features])
    for index, (feature, shape) in enumerate(zip(features, shapes)):
        if isinstance(shape, UnusableShapeError):
            undrawable.append(Undrawable(index, reference_of(kind, feature), str(shape)))
            continue
        record = _record(kind, described, feature, shape)
        records.setdefault(record.identity, record)
    return list(records.values()), undrawable


def known_as(kind: str, feature: Any) -> str:
    """Return what two copies of a record have in common, short enough for an index."""
    reference = reference_of(kind, feature)
    return reference or _hashed([str(identity_of(kind, feature)).encode()]).hex()


def moment_text(moment: datetime) -> str:
    """Write a moment as a GeoPackage does, in UTC to the millisecond; one without a zone is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    text = aware.astimezone(timezone.utc).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """Read what `moment_text` wrote."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _record(kind: str, described: Sequence[Column], feature: Any, shape: Drawn) -> Record:
    properties = getattr(feature, "properties", None)
    values = tuple(_value(value) for value in read_all(described, properties))
    by_name = dict(zip((column.name for column in described), values))
    middle = _middle(properties, shape)
    rows = (
        *((part.shape.value, part.blob) for part in shape.parts),
        (CENTRE, point_blob(*middle)),
    )
    return Record(
        known_as(kind, feature),
        reference_of(kind, feature),
        values,
        rows,
        shape.bounds,
        middle,
        _day(by_name.get(START_DAY)),
        _day(by_name.get(END_DAY)),
        _hashed([repr(values).encode(), *(blob for _shape, blob in rows)]),
    )


def _middle(properties: Any, shape: Drawn) -> tuple[float, float]:
    """Return the register's own label point where it lies within the shape's bounds, or ours."""
    for name in ("work_centre_point", "activity_centre_point"):
        coordinates = getattr(getattr(properties, name, None), "coordinates", None)
        if coordinates and len(coordinates) > 1:
            easting, northing = float(coordinates[0]), float(coordinates[1])
            west, south, east, north = shape.bounds
            if west <= easting <= east and south <= northing <= north:
                return easting, northing
    return shape.middle


def _value(value: Any) -> Value:
    """Return a column's value as a GeoPackage keeps it; a moment on UK clocks keeps its hour."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds") + "Z"
    return value.isoformat() if isinstance(value, date) else int(value)


def _day(value: Value) -> Optional[str]:
    return None if value is None else str(value)


def _hashed(parts: Iterable[bytes]) -> bytes:
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
