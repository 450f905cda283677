"""A record as the store keeps it, made of one on the map."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import NamedTuple, Optional, Union

from ...trade.records.on_map import MapRecord, Unread
from .columns import Column, columns
from .geopackage import Bounds, point_blob
from .parts import Drawn, UnusableShapeError, drawn
from .tables import CENTRE

Value = Union[str, int, None]

_DIGEST_BYTES = 16


class Undrawable(NamedTuple):
    """A record that cannot be drawn: what it is known as, and why."""

    identity: str
    unread: Unread


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


def read_records(kind: str, given: Sequence[MapRecord]) -> tuple[list[Record], list[Undrawable]]:
    """Return the records of a kind to keep, each once, and those that cannot be drawn."""
    described = columns(kind)
    records: dict[str, Record] = {}
    undrawable = []
    for one, shape in zip(given, drawn([one.geometry for one in given])):
        if isinstance(shape, UnusableShapeError):
            unread = Unread(one.reference, str(shape))
            undrawable.append(Undrawable(one.identity, unread))
            continue
        record = _record(described, one, shape)
        records.setdefault(record.identity, record)
    return list(records.values()), undrawable


def moment_text(moment: datetime) -> str:
    """Write a moment as a GeoPackage does, in UTC to the millisecond; one without a zone is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    text = aware.astimezone(timezone.utc).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """Read what `moment_text` wrote."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _record(described: Sequence[Column], told: MapRecord, shape: Drawn) -> Record:
    values = tuple(_value(column.read(told)) for column in described)
    middle = _middle(told, shape)
    rows = (
        *((part.shape.value, part.blob) for part in shape.parts),
        (CENTRE, point_blob(*middle)),
    )
    return Record(
        told.identity,
        told.reference,
        values,
        rows,
        shape.bounds,
        middle,
        _day(told.first_day),
        _day(told.last_day),
        _hashed([repr(values).encode(), *(blob for _shape, blob in rows)]),
    )


def _middle(told: MapRecord, shape: Drawn) -> tuple[float, float]:
    """Return the register's place for the label where it is in the shape's bounds, or ours."""
    if told.label_place is not None:
        easting, northing = told.label_place
        west, south, east, north = shape.bounds
        if west <= easting <= east and south <= northing <= north:
            return told.label_place
    return shape.middle


def _value(value: Union[str, date, bool, None]) -> Value:
    """Return a column's value as a GeoPackage keeps it; a moment on UK clocks keeps its hour."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds") + "Z"
    return value.isoformat() if isinstance(value, date) else int(value)


def _day(day: Optional[date]) -> Optional[str]:
    return None if day is None else day.isoformat()


def _hashed(parts: Iterable[bytes]) -> bytes:
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()
