"""The file of what was listed of the account's own works: what was last known, and as of when."""

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Optional

from ...files.database import Database, table
from ...files.moments import moment
from ...files.troubles import not_writable
from ...trade.records.listed import Listed, Listing, ListPage, OwnList, PermitListed
from .record_text import from_text, to_text

RESTRICTED = "restricted"
"""The trouble with a list that the account's role may not read."""

_RECORDS = """
CREATE TABLE record (
    listing TEXT NOT NULL,
    promoter TEXT NOT NULL,
    identity TEXT NOT NULL,
    works TEXT NOT NULL,
    kind TEXT NOT NULL,
    told TEXT NOT NULL,
    reading INTEGER NOT NULL,
    PRIMARY KEY (listing, promoter, identity)
) WITHOUT ROWID
"""
_LISTS = """
CREATE TABLE list (
    listing TEXT NOT NULL,
    promoter TEXT NOT NULL,
    reading INTEGER NOT NULL,
    begun TEXT NOT NULL,
    as_of TEXT,
    done INTEGER NOT NULL,
    least INTEGER NOT NULL,
    most INTEGER,
    before INTEGER NOT NULL,
    trouble TEXT NOT NULL,
    PRIMARY KEY (listing, promoter)
) WITHOUT ROWID
"""
_BEGIN = """
INSERT INTO list VALUES (:listing, :promoter, 1, :begun, NULL, 0, 0, NULL, 0, '')
ON CONFLICT DO UPDATE SET
    reading = reading + 1, begun = :begun, done = 0, least = 0, most = NULL, trouble = ''
"""
_NUMBER = "SELECT reading FROM list WHERE listing = :listing AND promoter = :promoter"
_COUNT = """
UPDATE list SET done = :done, least = :least, most = :most
WHERE listing = :listing AND promoter = :promoter AND reading = :reading
"""
_DROP = """
DELETE FROM record WHERE listing = :listing AND promoter = :promoter AND reading < :reading
"""
_FINISH = """
UPDATE list SET as_of = :begun, before = done WHERE listing = :listing AND promoter = :promoter
"""
_FAIL = """
UPDATE list SET trouble = :why
WHERE listing = :listing AND promoter = :promoter AND reading = :reading
"""
_CONFIRM = "UPDATE list SET begun = :at, as_of = :at WHERE as_of = begun AND begun < :at"
_FORGET = "UPDATE list SET as_of = NULL WHERE listing = ? AND promoter = ?"
_PUT = "INSERT OR REPLACE INTO record VALUES (?,?,?,?,?,?,?)"
_PERMITS_GONE = "DELETE FROM record WHERE works = ? AND listing IN (?, ?)"
_OF_PERMITS = (Listing.PERMITS.value, Listing.UNREGISTERED.value)


def mine_path(map_store: Path) -> Path:
    """Return where the lists are of the account whose store of the map is at that path."""
    return map_store.with_suffix(".mine.sqlite")


@dataclass(frozen=True)
class ListState:
    """How far a list is known.

    `as_of` is when its last complete reading began, None before one was; it had `before` rows.
    `begun` is when the latest reading began, complete or not; it has come to `done` rows of at
    least `least` and of `most`, None where that is not told. `trouble` says why it went no further:
    RESTRICTED, or words for the planner; "" while nothing is wrong.
    """

    own: OwnList
    begun: datetime
    as_of: Optional[datetime]
    done: int
    least: int
    most: Optional[int]
    before: int
    trouble: str

    @property
    def expected(self) -> int:
        """How many rows the latest reading will have come to, as far as can be told."""
        if self.trouble:
            return self.done
        if self.most is not None:
            return self.most
        return max(self.least, self.before, 2 * self.done if self.done > self.before else 0)

    @property
    def complete(self) -> bool:
        """Whether the latest reading came to the end."""
        return self.as_of == self.begun


class Reading(NamedTuple):
    """One time that a list is read from its first page on."""

    own: OwnList
    number: int
    begun: datetime

    @property
    def key(self) -> dict[str, Any]:
        """The reading as the file has it."""
        return {**_key(self.own), "reading": self.number, "begun": self.begun.isoformat()}


class MineStore:
    """What was listed. May be used by several threads, and by several QGIS at once.

    The file is opened, and made, when it is first used. Every method raises StreetWorksError when
    it cannot be read or written, and StoreDamagedError when it was damaged and has been put aside:
    the next one begins an empty file. What a method has written outlives the process.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opening = threading.Lock()
        self._opened: Optional[Database] = None
        self._closed = False

    def begin(self, lists: Iterable[OwnList], at: datetime) -> tuple[Reading, ...]:
        """Note that lists are read from their first pages on; what was known of them stays."""
        with self._database.changing() as connection:
            return tuple(_begun(connection, own, at) for own in lists)

    def keep(self, reading: Reading, page: ListPage) -> None:
        """Keep a page of a list."""
        counts = {"done": page.done, "least": page.at_least, "most": page.at_most}
        with self._database.changing() as connection:
            _put(connection, reading, page.rows)
            connection.execute(_COUNT, {**reading.key, **counts})

    def finish(self, reading: Reading) -> None:
        """Note that all pages have come: what was not among them is no longer in the list."""
        with self._database.changing() as connection:
            connection.execute(_DROP, reading.key)
            connection.execute(_FINISH, reading.key)

    def fail(self, reading: Reading, why: str) -> None:
        """Note why a list could not be read to its end."""
        with self._database.changing() as connection:
            connection.execute(_FAIL, {**reading.key, "why": why})

    def confirm(self, at: datetime) -> None:
        """Note that the lists that are whole were still right at a moment."""
        with self._database.changing() as connection:
            connection.execute(_CONFIRM, {"at": at.isoformat()})

    def renew(self, works: Iterable[str], permits: Iterable[PermitListed]) -> None:
        """Let these be all the permits that some works have, until permits are listed again."""
        own = OwnList(Listing.PERMITS)
        with self._database.changing() as connection:
            connection.executemany(_PERMITS_GONE, [(one, *_OF_PERMITS) for one in works])
            found = connection.execute(_NUMBER, _key(own)).fetchone()
            number = 0 if found is None else int(found["reading"])
            _put(connection, Reading(own, number, datetime.min), permits)

    def rows(self) -> tuple[Listed, ...]:
        """Return all rows that are known, each once.

        One that cannot be read any more is left out, and its list counts as never read.
        """
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT listing, promoter, identity, kind, told FROM record"
            ).fetchall()
        read = [(one, _row(one)) for one in found]
        unread = {(one["listing"], one["promoter"]) for one, row in read if row is None}
        if unread:
            with self._database.changing() as connection:
                connection.executemany(_FORGET, unread)
        rows = {(one["kind"], one["identity"]): row for one, row in read if row is not None}
        return tuple(rows.values())

    def works(self) -> frozenset[str]:
        """Return the references of all works that a row is about."""
        with self._database.reading() as connection:
            return frozenset(
                works for (works,) in connection.execute("SELECT DISTINCT works FROM record")
            )

    def lists(self) -> tuple[ListState, ...]:
        """Return how far each list is known that was ever begun."""
        with self._database.reading() as connection:
            found = connection.execute("SELECT * FROM list").fetchall()
        return tuple(map(_state, found))

    def close(self) -> None:
        """Let go of the file. Whatever is asked afterwards raises StreetWorksError."""
        with self._opening:
            self._closed = True
            if self._opened is not None:
                self._opened.close()

    @property
    def _database(self) -> Database:
        with self._opening:
            if self._closed:
                raise not_writable(self._path, "closed")
            if self._opened is None:
                self._opened = Database(self._path, (_make,))
            return self._opened


def _begun(connection: sqlite3.Connection, own: OwnList, at: datetime) -> Reading:
    connection.execute(_BEGIN, {**_key(own), "begun": at.isoformat()})
    return Reading(own, int(connection.execute(_NUMBER, _key(own)).fetchone()["reading"]), at)


def _put(connection: sqlite3.Connection, reading: Reading, rows: Iterable[Listed]) -> None:
    whose = tuple(_key(reading.own).values())
    connection.executemany(
        _PUT,
        [
            (*whose, one.identity, one.works_reference, *to_text(one), reading.number)
            for one in rows
        ],
    )


def _make(connection: sqlite3.Connection) -> None:
    for sql in (_RECORDS, _LISTS, "CREATE INDEX record_works ON record (works)"):
        table(sql)(connection)


def _key(own: OwnList) -> dict[str, str]:
    return {"listing": own.listing.value, "promoter": own.promoter_code}


def _row(kept: sqlite3.Row) -> Optional[Listed]:
    try:
        return from_text(kept["kind"], kept["told"])
    except (ValueError, KeyError):
        return None


def _state(row: sqlite3.Row) -> ListState:
    return ListState(
        OwnList(Listing(row["listing"]), row["promoter"]),
        moment(row["begun"]),
        None if row["as_of"] is None else moment(row["as_of"]),
        row["done"],
        row["least"],
        row["most"],
        row["before"],
        row["trouble"],
    )
