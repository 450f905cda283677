"""The store: what was fetched of the register, when, for which box and days, in one GeoPackage.

QGIS's layers read the file by themselves, while a worker thread writes it. Open the store before
the layers, and close it after them.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...trade.box import Box
from ...trade.days import Days
from ...trade.kinds import FORWARD_PLAN, KINDS, WORKS, Shape
from ...trade.records.on_map import MapRecord, Unread
from .changes import Change, noted
from .database import Database
from .fetched_boxes import FetchedBox, boxes_of, note_box
from .keeping import Answer, Kept, keep_answer
from .known_records import known_records
from .pruning import drop_old_changes, drop_oldest_ground
from .records import read_records
from .rows import Row, Rows, known_rows, read_rows, read_shapes
from .streets import StreetShelf
from .tables import CENTRE, table_name, tables

_LAST_VIEW = "last_view"
_NAME_BYTES = 12
_PROMOTERS = "SELECT promoter FROM {works} UNION SELECT promoter FROM {plans}"

_WORKS_OF = "SELECT DISTINCT work_reference FROM {works} WHERE promoter_swa_code IN ({marks})"


@dataclass(frozen=True)
class View:
    """What the planner looked at: the box (EPSG:27700, metres) and the days."""

    box: Box
    days: Days


def store_path(folder: Path, environment_key: str, account: str) -> Path:
    """Return where the store of an account of an environment is; its name gives neither away."""
    whose = json.dumps([environment_key, account.strip().casefold()]).encode()
    name = hashlib.blake2b(whose, digest_size=_NAME_BYTES).hexdigest()
    return folder / f"live-{name}.gpkx"


class Store:
    """What is known of the register. May be used by several threads.

    Every method raises StreetWorksError when the file cannot be read or written. Making the store
    raises StoreDamagedError when the file was damaged and has been put aside (making it again
    begins an empty one), StoreInUseError when another QGIS uses it, and StreetWorksError when it
    comes from a later version of the plugin.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._database = Database(self.path)
        self.streets = StreetShelf(self._database, self.path)

    def layer_source(self, kind: str, shape: str) -> str:
        """Return what QGIS's provider "ogr" opens; `shape` is a Shape's value, or CENTRE."""
        return f"{self.path}|layername={table_name(kind, shape)}"

    def keep(
        self,
        kind: str,
        box: Box,
        days: Days,
        as_of: datetime,
        came: Sequence[MapRecord],
        unread: Sequence[Unread] = (),
    ) -> Kept:
        """Keep a complete answer of the register: all of it, or nothing when an error is raised.

        `came` are records of one `kind`, `unread` those that could not be read. What the store has
        in `box` (EPSG:27700) and `days` and the answer has not is gone from the register and taken
        out. What is different from before is noted as a change; on ground that was never fetched
        before, nothing is new. An answer that is older than what is known of some of its ground is
        not kept.
        """
        records, undrawable = read_records(kind, came)
        answer = Answer(
            kind,
            box,
            days,
            as_of,
            records,
            unread=[*(one.identity for one in undrawable), *(one.reference for one in unread)],
            unreadable=[*unread, *(one.unread for one in undrawable)],
            came=len(came) + len(unread),
        )
        with self._database.changing() as connection:
            counts = keep_answer(connection, answer)
        return Kept(*counts, tuple(one.unread for one in undrawable))

    def note_overflow(self, kind: str, box: Box, days: Days, as_of: datetime) -> None:
        """Note that `box` (EPSG:27700) holds more in `days` than the register gives at once."""
        with self._database.changing() as connection:
            note_box(connection, FetchedBox(kind, box, days, as_of, 0, complete=False))

    def boxes(self, kind: str, near: Optional[Box] = None) -> list[FetchedBox]:
        """Return which boxes of a kind were fetched, the oldest first.

        Only those that meet `near` (EPSG:27700), unless it is None.
        """
        with self._database.reading() as connection:
            return boxes_of(connection, kind, near)

    def positions(self, kind: str, box: Box) -> Any:
        """Return the middles of the records in `box`: an array (n, 2), metres, EPSG:27700.

        They are right to 7 cm.
        """
        with self._database.reading() as connection:
            rows = connection.execute(tables(kind).centre.middles, _sides(box)).fetchall()
        return np.array([tuple(row) for row in rows], dtype=float).reshape(-1, 2)

    def bounds(self, kind: str, box: Box, days: Days) -> Any:
        """Return the bounds of the records in `box` (EPSG:27700) and `days`.

        An array (n, 4): west, south, east, north, in metres.
        """
        with self._database.reading() as connection:
            rows = connection.execute(tables(kind).bounds_within, _inside(box, days)).fetchall()
        return np.array([tuple(row) for row in rows], dtype=float).reshape(-1, 4)

    def filled(self) -> set[tuple[str, str]]:
        """Return the kinds and shapes (values of Shape, or CENTRE) that have a record."""
        with self._database.reading() as connection:
            return {
                (kind, shape)
                for kind in KINDS
                for shape, table in tables(kind).of.items()
                if connection.execute(table.any).fetchone()
            }

    def extents(self) -> dict[tuple[str, str], Box]:
        """Return the box (EPSG:27700) around the records of each kind and shape that has some.

        They are right to 7 cm.
        """
        found = {}
        with self._database.reading() as connection:
            for kind in KINDS:
                for shape, table in tables(kind).of.items():
                    sides = connection.execute(table.extent).fetchone()
                    if sides[0] is not None:
                        found[kind, shape] = Box(*sides)
        return found

    def counts(self, kind: str, box: Box, days: Days, where: str = "") -> int:
        """Return how many records have their bounds in `box` (EPSG:27700) and fall into `days`.

        `where` is a further condition on the kind's columns, as `Filter.to_sql` writes it.
        """
        count = tables(kind).count_within
        if where:
            count += tables(kind).which_are.format(where=where)
        with self._database.reading() as connection:
            return int(connection.execute(count, _inside(box, days)).fetchone()[0])

    def counts_drawn(self, kind: str, box: Box, days: Days, drawn: Mapping[str, str]) -> int:
        """Return how many of those records are in one of the tables that are drawn.

        `drawn` has the condition of each, "" for none, by a Shape's value or CENTRE.
        """
        if not drawn:
            return 0
        count = tables(kind).count_within + tables(kind).which_are_in(drawn)
        with self._database.reading() as connection:
            return int(connection.execute(count, _inside(box, days)).fetchone()[0])

    def rows(self, kind: str, box: Box, days: Optional[Days], where_sql: str, most: int) -> Rows:
        """Return the records of `kind` in `box` (EPSG:27700) for a list: `most` of them, the first.

        `days` and `where_sql`, as `Filter.to_sql` writes it, narrow them; None and "" do not.
        """
        with self._database.reading() as connection:
            return read_rows(connection, kind, box, days, where_sql, most)

    def records(self, kind: str, box: Box, days: Days) -> list[MapRecord]:
        """Return the records that have their bounds in `box` (EPSG:27700) and fall into `days`."""
        with self._database.reading() as connection:
            return known_records(connection, kind, box, days)

    def known(self, kind: str, references: Iterable[str]) -> dict[str, Row]:
        """Return by their reference those records of `kind` that are kept now."""
        with self._database.reading() as connection:
            return known_rows(connection, kind, references)

    def shapes(self, kind: str, numbers: Sequence[int]) -> list[tuple[Shape, int, bytes]]:
        """Return the parts of the shapes of records of `kind`, by their numbers in `Row`.

        Each with its sort, the number, and WKB (EPSG:27700).
        """
        with self._database.reading() as connection:
            return list(read_shapes(connection, kind, numbers))

    def promoters(self) -> list[str]:
        """Return the names of promoters in the records, each once."""
        with self._database.reading() as connection:
            rows = connection.execute(
                _PROMOTERS.format(
                    works=table_name(WORKS, CENTRE), plans=table_name(FORWARD_PLAN, CENTRE)
                )
            )
            return [row["promoter"] for row in rows if row["promoter"]]

    def works_of(self, promoter_codes: Iterable[str]) -> frozenset[str]:
        """Return the references of the works of promoters, by their SWA codes."""
        codes = tuple(promoter_codes)
        sql = _WORKS_OF.format(works=table_name(WORKS, CENTRE), marks=",".join("?" * len(codes)))
        with self._database.reading() as connection:
            return frozenset(row["work_reference"] for row in connection.execute(sql, codes))

    def changes_since(self, moment: Optional[datetime] = None) -> list[Change]:
        """Return what was noticed after `moment`, or ever, the latest first."""
        with self._database.reading() as connection:
            return noted(connection, moment)

    def mark_seen(self, changes: Iterable[Change]) -> None:
        """Note that the planner has seen these changes."""
        with self._database.changing() as connection:
            connection.executemany(
                "UPDATE changes SET seen = 1 WHERE id = ?", [(change.id,) for change in changes]
            )

    def last_view(self) -> Optional[View]:
        """Return what the planner looked at last, or None."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT value FROM state WHERE key = ?", (_LAST_VIEW,)
            ).fetchone()
        if row is None:
            return None
        kept = json.loads(row["value"])
        return View(Box(*kept["box"]), Days(*map(date.fromisoformat, kept["days"])))

    def set_last_view(self, view: View) -> None:
        """Keep what the planner looks at."""
        kept = {"box": list(view.box), "days": [day.isoformat() for day in view.days]}
        with self._database.changing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO state VALUES (?,?)", (_LAST_VIEW, json.dumps(kept))
            )

    def prune(self, most_bytes: int) -> int:
        """Make the store no larger than `most_bytes`, and the file with it.

        The ground fetched longest ago goes first, with the records that are on no other ground.
        Returns how many boxes were dropped. Takes long when much is dropped: call it from a worker.
        """
        with self._database.changing() as connection:
            forgotten = drop_old_changes(connection)
        dropped = 0
        while self._database.bytes_used > most_bytes:
            with self._database.changing() as connection:
                now = drop_oldest_ground(connection)
            if not now:
                break
            dropped += now
        if dropped or forgotten:
            self._database.give_back()
        return dropped

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _inside(box: Box, days: Days) -> dict[str, Any]:
    return {**_sides(box), "start": days.start.isoformat(), "end": days.end.isoformat()}


def _sides(box: Box) -> dict[str, float]:
    west, south, east, north = box
    return {"west": west, "south": south, "east": east, "north": north}
