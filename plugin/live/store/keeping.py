"""Brings the store in line with one complete answer of the register, inside one transaction."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import shapely

from ...trade.box import Box
from ...trade.days import Days
from ...trade.records.on_map import Unread
from . import changes
from .fetched_boxes import (
    FetchedBox,
    complete_boxes_meeting,
    days_meet,
    is_late,
    note_box,
)
from .geopackage import Bounds, bounds_of, note_extent, wkb_of
from .records import Record, moment_text
from .tables import CENTRE, SHAPES, Table, tables

_EDGE_M = 0.01
"""What touches a box from outside may be in the answer or not: the register rounds, and so do we.
Only what reaches further in must be."""


@dataclass(frozen=True)
class Kept:
    """What came of keeping an answer.

    How many records were new to the store, were kept already and are the same or not, and are gone
    from the register; and those that cannot be drawn, which are not kept.
    """

    added: int
    same: int
    altered: int
    gone: int
    undrawable: tuple[Unread, ...]


@dataclass(frozen=True)
class Answer:
    """The records of a kind that the register gave for `box` (EPSG:27700) and `days`.

    `unread` is what those are known as that it gave and that could not be kept, "" for one of which
    nothing is known; `unreadable` says why. `came` is how many it gave in all.
    """

    kind: str
    box: Box
    days: Days
    as_of: datetime
    records: Sequence[Record]
    unread: Sequence[str]
    unreadable: Sequence[Unread]
    came: int


def keep_answer(connection: sqlite3.Connection, answer: Answer) -> tuple[int, int, int, int]:
    """Keep an answer; return how many records were added, the same, altered, and gone.

    One that comes late, when newer ones told of its ground, is not kept: it would take things back.
    """
    if is_late(connection, answer.kind, answer.box, answer.days, answer.as_of):
        return 0, 0, 0, 0
    keeping = _Keeping(connection, answer)
    counts = keeping.put_in()
    gone = keeping.take_out()
    keeping.note_extents()
    note_box(
        connection,
        FetchedBox(
            answer.kind,
            answer.box,
            answer.days,
            answer.as_of,
            answer.came,
            complete=True,
            unreadable=tuple(answer.unreadable),
        ),
    )
    return (*counts, gone)


class _Keeping:
    """One answer on its way into the store."""

    def __init__(self, connection: sqlite3.Connection, answer: Answer) -> None:
        self._connection = connection
        self._answer = answer
        self._kind = answer.kind
        self._tables = tables(answer.kind)
        self._moment = moment_text(answer.as_of)
        self._present: set[int] = set()

    def put_in(self) -> tuple[int, int, int]:
        """Put the records in; return how many were added, are the same, and were altered."""
        fresh, same, altered = [], [], []
        for record in self._answer.records:
            known = self._connection.execute(
                "SELECT id, digest FROM records WHERE kind = ? AND identity = ?",
                (self._kind, record.identity),
            ).fetchone()
            if known is None:
                fresh.append(record)
            elif known["digest"] == record.digest:
                same.append(known["id"])
            else:
                altered.append((known["id"], record))
        self._present.update(same, (number for number, _record in altered))
        self._confirm(same)
        for number, record in altered:
            self._alter(number, record)
        self._note_arrivals(fresh)
        self._add(fresh)
        return len(fresh), len(same), len(altered)

    def take_out(self) -> int:
        """Take out what the answer would have held if it were still there; return how many.

        When something without a reference could not be read, nothing is known to be gone.
        """
        if "" in self._answer.unread:
            return 0
        where = _by_name(self._answer.box, self._answer.days)
        unread = set(self._answer.unread)
        missing = [
            row["id"]
            for row in self._connection.execute(self._tables.within, where)
            if row["id"] not in self._present and row["identity"] not in unread
        ]
        gone = [number for number in missing if self._reaches_in(number)]
        for number in gone:
            found = [changes.left(self._kind, self._values(number))]
            self._note(self._reference(number), self._middle(number), found)
        remove_records(self._connection, self._kind, gone)
        return len(gone)

    def note_extents(self) -> None:
        """Let the GeoPackage's contents reach as far as what came."""
        for shape, table in self._tables.of.items():
            bounds = [
                record.bounds
                for record in self._answer.records
                if any(shape == one for one, _blob in record.rows)
            ]
            if bounds:
                note_extent(self._connection, table.name, _around(bounds), self._moment)

    def _confirm(self, numbers: Sequence[int]) -> None:
        for table in self._tables.of.values():
            self._connection.executemany(table.confirm, [(self._moment, one) for one in numbers])

    def _add(self, records: Sequence[Record]) -> None:
        rows: dict[str, list[tuple[Any, ...]]] = {shape: [] for shape in self._tables.of}
        first = self._connection.execute(
            "SELECT ifnull(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'records'"
        ).fetchone()[0]
        numbered = list(enumerate(records, first))
        self._connection.executemany(
            "INSERT INTO records (id, kind, identity, reference, digest, first_day, last_day,"
            " min_easting, min_northing, max_easting, max_northing)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            [
                (number, self._kind, one.identity, one.reference, *_about(one))
                for number, one in numbered
            ],
        )
        for number, record in numbered:
            self._present.add(number)
            for shape, blob in record.rows:
                kept = (blob, *record.values, number, self._moment, self._moment)
                rows[shape].append(kept)
        for shape, several in rows.items():
            self._connection.executemany(self._tables.of[shape].insert, several)

    def _alter(self, number: int, record: Record) -> None:
        before = tuple(
            (shape, blob) for shape in self._tables.of for blob in self._blobs(shape, number)
        )
        found = changes.differences(
            self._kind, self._values(number), before, self._middle(number), record
        )
        self._note(record.reference, record.middle, found)
        if sorted(before) == sorted(record.rows):
            for table in self._tables.of.values():
                self._connection.execute(table.update, (*record.values, self._moment, number))
        else:
            self._replace(number, record)
        self._connection.execute(
            "UPDATE records SET digest = ?, first_day = ?, last_day = ?, min_easting = ?,"
            " min_northing = ?, max_easting = ?, max_northing = ? WHERE id = ?",
            (*_about(record), number),
        )

    def _replace(self, number: int, record: Record) -> None:
        """Put new rows in place of a record's old ones."""
        first_seen = self._connection.execute(self._tables.centre.first_seen, (number,)).fetchone()
        for table in self._tables.of.values():
            self._connection.execute(table.remove, (number,))
        for shape, blob in record.rows:
            self._connection.execute(
                self._tables.of[shape].insert,
                (blob, *record.values, number, first_seen[0], self._moment),
            )

    def _note_arrivals(self, records: Sequence[Record]) -> None:
        """Note which records are new: those on ground that was fetched before, in their days."""
        if not records:
            return
        around = _around([record.bounds for record in records])
        earlier = complete_boxes_meeting(self._connection, self._kind, around)
        if not earlier:
            return
        parts = [
            (record, wkb_of(blob))
            for record in records
            for shape, blob in record.rows
            if shape != CENTRE
        ]
        shapes = shapely.from_wkb([wkb for _record, wkb in parts])
        new: dict[str, Record] = {}
        for one in earlier:
            for index in shapely.intersects(shapes, _inside(one.box)).nonzero()[0]:
                record = parts[index][0]
                if days_meet(one.days, record.first_day, record.last_day):
                    new[record.identity] = record
        for record in new.values():
            arrived = changes.arrived(self._kind, record.values)
            self._note(record.reference, record.middle, [arrived])

    def _note(
        self, reference: str, middle: tuple[float, float], found: Sequence[changes.Difference]
    ) -> None:
        changes.note(self._connection, self._kind, reference, middle, self._moment, found)

    def _reaches_in(self, number: int) -> bool:
        """Whether a record's shape, not its bounds alone, is in the box."""
        blobs = [blob for shape in SHAPES for blob in self._blobs(shape, number)]
        shapes = shapely.from_wkb([wkb_of(blob) for blob in blobs])
        return bool(shapely.intersects(shapes, _inside(self._answer.box)).any())

    def _values(self, number: int) -> tuple[Any, ...]:
        row = self._connection.execute(self._tables.centre.values, (number,)).fetchone()
        return tuple(row)

    def _reference(self, number: int) -> str:
        found = self._connection.execute("SELECT reference FROM records WHERE id = ?", (number,))
        return str(found.fetchone()["reference"])

    def _middle(self, number: int) -> tuple[float, float]:
        (blob,) = self._blobs(CENTRE, number)
        easting, northing, _east, _north = bounds_of(blob)
        return easting, northing

    def _blobs(self, shape: str, number: int) -> list[bytes]:
        table = self._tables.of[shape]
        return [row["geom"] for row in self._connection.execute(table.blobs, (number,))]


def remove_records(connection: sqlite3.Connection, kind: str, numbers: Iterable[int]) -> None:
    """Take records of a kind out of all tables."""
    rows = [(number,) for number in numbers]
    all_tables: Iterable[Table] = tables(kind).of.values()
    for table in all_tables:
        connection.executemany(table.remove, rows)
    connection.executemany("DELETE FROM records WHERE id = ?", rows)


def _by_name(box: Box, days: Days) -> dict[str, Any]:
    west, south, east, north = box
    return {
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "start": days.start.isoformat(),
        "end": days.end.isoformat(),
    }


def _about(record: Record) -> tuple[Any, ...]:
    return (record.digest, record.first_day, record.last_day, *record.bounds)


def _around(several: Sequence[Bounds]) -> Bounds:
    west, south, east, north = zip(*several)
    return Bounds(min(west), min(south), max(east), max(north))


def _inside(box: Box) -> Any:
    """Return the ground of a box without its edge; the middle of one too small for that."""
    easting, northing = box.centre
    return shapely.box(
        min(box.min_easting + _EDGE_M, easting),
        min(box.min_northing + _EDGE_M, northing),
        max(box.max_easting - _EDGE_M, easting),
        max(box.max_northing - _EDGE_M, northing),
    )
