"""What is different from when the same ground was fetched before."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Optional

from .columns import END, END_DAY, START, START_DAY, columns
from .records import Record, Value, moment_of, moment_text
from .tables import CENTRE

_NOT_THERE: Mapping[str, Any] = {}
_DERIVED = frozenset({START, END, "impact"})
_DAYS = frozenset({START_DAY, END_DAY})
_INSERT = (
    "INSERT INTO changes (kind, reference, what, before, after, easting, northing, noticed)"
    " VALUES (?,?,?,?,?,?,?,?)"
)


class What(Enum):
    """What became of a record. One that moved and has other dates as well counts as both."""

    NEW = "new"
    MOVED = "moved"
    REDATED = "redated"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Difference:
    """One thing that is different. `before` and `after` hold the columns it is about, by name.

    For MOVED they hold `easting` and `northing` of the middle (metres, EPSG:27700). Before a record
    was new, and after it is gone, there is nothing.
    """

    what: What
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """A difference that was noticed: in which record, where (EPSG:27700), when, and if it was seen.

    `reference` is "" for a kind whose records have none.
    """

    id: int
    kind: str
    reference: str
    difference: Difference
    easting: float
    northing: float
    noticed: datetime
    seen: bool


def summary(kind: str, values: Sequence[Value]) -> dict[str, Value]:
    """Return a record's values by column, without those that follow from others."""
    names = [column.name for column in columns(kind)]
    codes = {f"{name}_label" for name in names}
    return {
        name: value
        for name, value in zip(names, values)
        if name not in codes and name not in _DERIVED
    }


def differences(
    kind: str,
    before: Sequence[Value],
    before_rows: Sequence[tuple[str, bytes]],
    before_middle: tuple[float, float],
    now: Record,
) -> list[Difference]:
    """Compare a record with what was kept of it: its values, its rows and its middle."""
    found = []
    if _shapes(before_rows) != _shapes(now.rows):
        found.append(Difference(What.MOVED, _place(before_middle), _place(now.middle)))
    old, new = summary(kind, before), summary(kind, now.values)
    other = [name for name in new if old[name] != new[name]]
    for what, names in (
        (What.REDATED, [name for name in other if name in _DAYS]),
        (What.CHANGED, [name for name in other if name not in _DAYS]),
    ):
        if names:
            found.append(
                Difference(
                    what, {name: old[name] for name in names}, {name: new[name] for name in names}
                )
            )
    return found


def arrived(kind: str, values: Sequence[Value]) -> Difference:
    """Say that a record is new."""
    return Difference(What.NEW, _NOT_THERE, summary(kind, values))


def left(kind: str, values: Sequence[Value]) -> Difference:
    """Say that a record is gone."""
    return Difference(What.GONE, summary(kind, values), _NOT_THERE)


def note(
    connection: sqlite3.Connection,
    kind: str,
    reference: str,
    place: tuple[float, float],
    noticed: str,
    found: Sequence[Difference],
) -> None:
    """Write down what was found about a record whose middle is at `place` (EPSG:27700)."""
    connection.executemany(
        _INSERT,
        [
            (
                kind,
                reference,
                one.what.value,
                json.dumps(dict(one.before)),
                json.dumps(dict(one.after)),
                *place,
                noticed,
            )
            for one in found
        ],
    )


def noted(connection: sqlite3.Connection, since: Optional[datetime]) -> list[Change]:
    """Return what was noticed after `since`, or all of it, the latest first."""
    rows = connection.execute(
        "SELECT * FROM changes WHERE noticed > ? ORDER BY noticed DESC, id DESC",
        ("" if since is None else moment_text(since),),
    )
    return [_change(row) for row in rows]


def _change(row: sqlite3.Row) -> Change:
    return Change(
        id=row["id"],
        kind=row["kind"],
        reference=row["reference"],
        difference=Difference(
            What(row["what"]), json.loads(row["before"]), json.loads(row["after"])
        ),
        easting=row["easting"],
        northing=row["northing"],
        noticed=moment_of(row["noticed"]),
        seen=bool(row["seen"]),
    )


def _shapes(rows: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return sorted(row for row in rows if row[0] != CENTRE)


def _place(middle: tuple[float, float]) -> dict[str, float]:
    return {"easting": middle[0], "northing": middle[1]}
