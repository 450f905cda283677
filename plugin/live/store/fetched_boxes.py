"""Which ground was fetched, for which days, when, and what came of it."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Optional

from ...trade.box import Box
from ...trade.days import Days
from ...trade.records.on_map import Unread
from .records import moment_of, moment_text

_INSERT = (
    "INSERT INTO boxes (kind, min_easting, min_northing, max_easting, max_northing,"
    " first_day, last_day, as_of, features, complete, unreadable)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)
_OUT_OF_DATE = """
SELECT * FROM boxes WHERE kind = ? AND max_easting >= ? AND max_northing >= ? AND min_easting <= ?
    AND min_northing <= ? AND last_day >= ? AND first_day <= ? AND complete <= ? AND as_of <= ?
"""
_NEWER = """
SELECT 1 FROM boxes WHERE kind = ? AND max_easting > ? AND max_northing > ? AND min_easting < ?
    AND min_northing < ? AND last_day >= ? AND first_day <= ? AND complete = 1 AND as_of > ?
LIMIT 1
"""
_OF_KIND = "SELECT * FROM boxes WHERE kind = ?"
_NEAR = " AND max_easting >= ? AND max_northing >= ? AND min_easting <= ? AND min_northing <= ?"
_MEETING = """
SELECT * FROM boxes WHERE kind = ? AND max_easting >= ? AND max_northing >= ? AND min_easting <= ?
    AND min_northing <= ? AND complete = 1
"""


@dataclass(frozen=True)
class FetchedBox:
    """Ground whose latest answer is this one: the records of a kind in `box` (EPSG:27700), `days`.

    `features` is how many the answer had, and `unreadable` those of them that cannot be shown, both
    for all that was asked: what a later answer told anew is cut off the box. When `complete` is
    false, there were more than the register gives at once, and none came.
    """

    kind: str
    box: Box
    days: Days
    as_of: datetime
    features: int
    complete: bool
    unreadable: tuple[Unread, ...] = ()


def note_box(connection: sqlite3.Connection, noted: FetchedBox) -> None:
    """Write a box down. What it covers of others is out of date and is cut off them.

    Of a complete one nothing is cut off for one that is not: what it brought is still kept.
    """
    for row in connection.execute(
        _OUT_OF_DATE,
        (noted.kind, *noted.box, *_days(noted), int(noted.complete), moment_text(noted.as_of)),
    ).fetchall():
        older = _box(row)
        rest = list(_rest(older, noted))
        if rest != [(older.box, older.days)]:
            connection.execute("DELETE FROM boxes WHERE id = ?", (row["id"],))
            for box, days in rest:
                _write(connection, replace(older, box=box, days=days))
    _write(connection, noted)


def is_late(
    connection: sqlite3.Connection, kind: str, box: Box, days: Days, as_of: datetime
) -> bool:
    """Whether some of `box` and `days` was answered already by what the register knew later."""
    when = (days.start.isoformat(), days.end.isoformat(), moment_text(as_of))
    return connection.execute(_NEWER, (kind, *box, *when)).fetchone() is not None


def boxes_of(
    connection: sqlite3.Connection, kind: str, near: Optional[Box] = None
) -> list[FetchedBox]:
    """Return the boxes of a kind that meet `near` (EPSG:27700), or all; the oldest first."""
    sql, values = (_OF_KIND, (kind,)) if near is None else (_OF_KIND + _NEAR, (kind, *near))
    return [_box(row) for row in connection.execute(f"{sql} ORDER BY as_of, id", values)]


def complete_boxes_meeting(
    connection: sqlite3.Connection, kind: str, bounds: Sequence[float]
) -> list[FetchedBox]:
    """Return the complete boxes of a kind that meet `bounds` (EPSG:27700)."""
    return [_box(row) for row in connection.execute(_MEETING, (kind, *bounds))]


def days_meet(days: Days, first_day: Optional[str], last_day: Optional[str]) -> bool:
    """Whether a record of these ISO dates falls into `days`; one without dates always does."""
    return (first_day is None or first_day <= days.end.isoformat()) and (
        last_day is None or last_day >= days.start.isoformat()
    )


def _rest(older: FetchedBox, newer: FetchedBox) -> Iterator[tuple[Box, Days]]:
    """Return what is left of a box where a newer one was fetched."""
    common = older.days.overlap(newer.days)
    if common is None or newer.box.contains(older.box):
        yield from ((older.box, days) for days in older.days.without(newer.days))
    elif older.box.overlap(newer.box) is None:
        yield older.box, older.days
    else:
        yield from ((older.box, days) for days in older.days.without(newer.days))
        yield from ((box, common) for box in older.box.without(newer.box))


def _write(connection: sqlite3.Connection, box: FetchedBox) -> None:
    connection.execute(
        _INSERT,
        (
            box.kind,
            *box.box,
            *_days(box),
            moment_text(box.as_of),
            box.features,
            int(box.complete),
            json.dumps(box.unreadable),
        ),
    )


def _days(box: FetchedBox) -> tuple[str, str]:
    return box.days.start.isoformat(), box.days.end.isoformat()


def _box(row: Any) -> FetchedBox:
    return FetchedBox(
        kind=row["kind"],
        box=Box(row["min_easting"], row["min_northing"], row["max_easting"], row["max_northing"]),
        days=Days(date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])),
        as_of=moment_of(row["as_of"]),
        features=row["features"],
        complete=bool(row["complete"]),
        unreadable=tuple(Unread(*one) for one in json.loads(row["unreadable"])),
    )
