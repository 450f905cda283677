"""The records in view as plain rows for a list, read from the store's tables."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Optional, TypeVar

from ...trade.box import Box
from ...trade.days import Days
from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS, Shape
from ...trade.labels import label
from ...trade.vocabulary.permits import PermitStatus
from ...words import tr
from .columns import ACTIVITY_KIND, DATED, END_DAY, START_DAY
from .geopackage import bounds_of, wkb_of
from .tables import CENTRE, SHAPES, table_name

_One = TypeVar("_One")
Identity = tuple[str, str]
"""A record's kind, and what it is known as there: its reference, where it has one."""

_FIRST = ("identity", "record", "geom")
_BOUNDS = ("min_easting", "min_northing", "max_easting", "max_northing")
_OPEN = "NULL"
_NONE = "''"
_TOLD = {  # reference, works reference, promoter, category, traffic management, status; days
    WORKS: (
        *("reference", "work_reference", "promoter", "category_label"),
        *("traffic_management_label", "status_label", START_DAY, END_DAY),
    ),
    ACTIVITY: (
        *("reference", _NONE, _NONE, f"{ACTIVITY_KIND}_label"),
        *(_NONE, "cancelled", START_DAY, END_DAY),
    ),
    FORWARD_PLAN: (
        *("reference", "work_reference", "promoter", _NONE),
        *(_NONE, "status_label", START_DAY, END_DAY),
    ),
    HS2: (_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _OPEN, _OPEN),
}
_ABOUT = {
    WORKS: (),
    ACTIVITY: ("name", "street", "area"),
    FORWARD_PLAN: ("description", "street", "area"),
    HS2: ("name",),
}
_IN_BOX = (
    "SELECT record FROM {t} WHERE fid IN (SELECT id FROM rtree_{t}_geom"
    " WHERE maxx >= :west AND minx <= :east AND maxy >= :south AND miny <= :north)"
)
_IN_DAYS = f"ifnull({START_DAY}, '') <= :first AND ifnull({END_DAY}, '9999-12-31') >= :last"
_WITH_RECORD = (
    "SELECT {columns} FROM {chosen} JOIN {k}_centre ON {k}_centre.{by}"
    " JOIN records ON records.id = {k}_centre.record"
)
_CHOSEN = (
    "(SELECT fid AS chosen_fid, count(*) OVER () AS total FROM {k}_centre"
    " WHERE record IN ({in_box}) AND {narrowed} ORDER BY {order} LIMIT :most)"
)
_KNOWN = "(SELECT id AS known FROM records WHERE kind = ? AND identity IN ({marks}))"
_UNSEEN = "SELECT DISTINCT reference FROM changes WHERE kind = ? AND seen = 0"
_SHAPES_OF = "SELECT record, geom FROM {t} WHERE record IN ({marks})"
_AT_ONCE = 500  # references in one question: SQLite takes 999 at least


@dataclass(frozen=True)
class Row:
    """A record as a line of a list, in the planner's words; "" for what its kind does not have.

    `name` is what it is known as among its kind, `number` the value of its column "record" in the
    store's layers. The middle and `bounds` are in metres, EPSG:27700. `seen` is false when
    something about it changed that the planner has not marked as seen.
    """

    kind: str
    name: str
    number: int
    reference: str
    work_reference: str
    promoter: str
    category: str
    traffic_management: str
    status: str
    about: str
    start: Optional[date]
    end: Optional[date]
    easting: float
    northing: float
    bounds: Box
    seen: bool

    @property
    def identity(self) -> Identity:
        """What tells it from all other records, also after it was fetched again."""
        return self.kind, self.name


@dataclass(frozen=True)
class Rows:
    """The rows that were asked for, and how many there are in all."""

    rows: tuple[Row, ...]
    total: int


def read_rows(
    connection: sqlite3.Connection,
    kind: str,
    box: Box,
    days: Optional[Days],
    where_sql: str,
    most: int,
) -> Rows:
    """Return the records of `kind` in `box` (EPSG:27700), those that begin first, `most` of them.

    What has its bounds in the box counts, as it does on the map. `days` and `where_sql`, the
    condition that `Filter.to_sql` writes, narrow it; None and "" do not.
    """
    values: dict[str, object] = dict(zip(("west", "south", "east", "north"), box))
    values["most"] = most
    narrowed = [f"({where_sql})"] if where_sql else ["1"]
    if days is not None and kind in DATED:
        narrowed.append(_IN_DAYS)
        values.update(first=days.end.isoformat(), last=days.start.isoformat())
    chosen = _CHOSEN.format(
        k=kind,
        in_box=" UNION ALL ".join(_IN_BOX.format(t=table_name(kind, shape)) for shape in SHAPES),
        narrowed=" AND ".join(narrowed),
        order=", ".join(_order(kind)),
    )
    sql = _WITH_RECORD.format(
        k=kind, chosen=chosen, by="fid = chosen_fid", columns=_columns(kind, "total")
    )
    order = ", ".join(f"{kind}_{CENTRE}.{name}" for name in _order(kind))
    found = connection.execute(f"{sql} ORDER BY {order}", values).fetchall()
    unseen = _unseen(connection, kind)
    rows = tuple(_row(kind, one, unseen) for one in found)
    return Rows(rows, found[0]["total"] if found else 0)


def known_rows(
    connection: sqlite3.Connection, kind: str, references: Iterable[str]
) -> dict[str, Row]:
    """Return by their reference those records of `kind` that the store has now."""
    unseen = _unseen(connection, kind)
    known = {}
    for some in _in_parts(sorted({*references} - {""})):
        chosen = _KNOWN.format(marks=",".join("?" * len(some)))
        sql = _WITH_RECORD.format(
            k=kind, chosen=chosen, by="record = known", columns=_columns(kind, _NONE)
        )
        for one in connection.execute(sql, (kind, *some)):
            known[one["identity"]] = _row(kind, one, unseen)
    return known


def read_shapes(
    connection: sqlite3.Connection, kind: str, numbers: Sequence[int]
) -> Iterator[tuple[Shape, int, bytes]]:
    """Give the parts of the shapes of records of `kind`: its sort, the number, WKB (EPSG:27700)."""
    for shape in Shape:
        table = table_name(kind, shape.value)
        for some in _in_parts(numbers):
            sql = _SHAPES_OF.format(t=table, marks=",".join("?" * len(some)))
            for number, kept in connection.execute(sql, some):
                yield shape, number, wkb_of(kept)


def how_many(shown: int, total: int) -> str:
    """Say how many records of how many are in the list."""
    if not total:
        return tr("Nothing that is loaded here passes the filter.")
    if shown == total:
        return tr("Showing all {total:,}.").format(total=total)
    return tr(
        "Showing {shown:,} of {total:,}, those that begin first. "
        "Look closer on the map, or narrow the filter, to see the others."
    ).format(shown=shown, total=total)


def _order(kind: str) -> tuple[str, ...]:
    return (START_DAY, "reference", "fid") if kind in DATED else ("fid",)


def _columns(kind: str, total: str) -> str:
    """Return what `_row` reads, in its order; `total` is what stands for the number of all."""
    told = (*_FIRST, *_BOUNDS, *_TOLD[kind], *_ABOUT[kind])
    of_centre = {"reference", "record", "geom"}
    return ", ".join(
        [
            f"{total} AS total",
            *(f"{kind}_{CENTRE}.{one}" if one in of_centre else one for one in told),
        ]
    )


def _row(kind: str, found: sqlite3.Row, unseen: frozenset[str]) -> Row:
    _total, name, number, geom, west, south, east, north, *told = found
    reference, works, promoter, category, traffic, status, start, end, *about = told
    if kind == ACTIVITY:
        status = label(PermitStatus.CANCELLED) if status else ""
    easting, northing, _east, _north = bounds_of(geom)
    return Row(
        kind,
        name,
        number,
        reference or "",
        works or "",
        promoter or "",
        category or "",
        traffic or "",
        status or "",
        ", ".join(filter(None, about)),
        _day(start),
        _day(end),
        easting,
        northing,
        Box(west, south, east, north),
        not reference or reference not in unseen,
    )


def _unseen(connection: sqlite3.Connection, kind: str) -> frozenset[str]:
    return frozenset(row["reference"] for row in connection.execute(_UNSEEN, (kind,)))


def _in_parts(several: Sequence[_One]) -> Iterator[Sequence[_One]]:
    for first in range(0, len(several), _AT_ONCE):
        yield several[first : first + _AT_ONCE]


@lru_cache(maxsize=1024)  # most records begin and end on the same few days
def _day(value: Optional[str]) -> Optional[date]:
    return date.fromisoformat(value) if value else None
