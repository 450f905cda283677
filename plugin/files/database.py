"""One SQLite file: made private, every change on the disk before it counts, never lost silently."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable

from ..errors import StreetWorksError
from ..words import tr
from .connections import connect, is_damage, transaction, trouble_of
from .troubles import from_the_future, not_writable

_SECONDS_TO_WAIT = 2.0
_JOURNALS = ("-journal", "-wal", "-shm")


class StoreDamagedError(StreetWorksError):
    """The file was damaged. It was put aside as `moved_to`; opening again begins an empty one."""

    def __init__(self, path: Path, moved_to: Path, detail: str) -> None:
        super().__init__(
            tr("The file {name} is damaged and was put aside.").format(name=path.name),
            advice=tr("It is kept as {place}; an empty one is begun in its stead.").format(
                place=moved_to
            ),
            detail=detail,
            may_retry=True,
        )
        self.moved_to = moved_to


Step = Callable[[sqlite3.Connection], object]
"""Takes a file from one version to the next, within a transaction."""


class Database:
    """A SQLite file with its tables. May be used by several threads, and by several QGIS at once.

    The first of `steps` makes the tables of version 1, each further one takes a file to the next
    version; a file gets those that it has not had, all of them or none. Raises StoreDamagedError
    when the file was damaged and has been put aside, StreetWorksError when it cannot be made,
    opened or written, or comes from a later version of the plugin.
    """

    def __init__(self, path: Path, steps: Sequence[Step]) -> None:
        self._path = path
        self._lock = threading.RLock()
        _make_private(path)
        try:
            self._connection = connect(path, _SECONDS_TO_WAIT)
        except sqlite3.Error as error:
            raise trouble_of(path, error) from error
        try:
            self._prepare(steps)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file. Whatever is asked afterwards raises StreetWorksError."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes count, all of them, once the block has ended.

        They are on the disk then. An exception takes them back. Raises StreetWorksError when the
        file cannot be written.
        """
        with self._lock, self._telling(), transaction(self._connection):
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to read with. Raises StreetWorksError when the file cannot be read."""
        with self._lock, self._telling():
            yield self._connection

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise trouble_of(self._path, error) from error

    def _prepare(self, steps: Sequence[Step]) -> None:
        try:
            damage = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            self._connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error as error:
            if not is_damage(error):
                raise trouble_of(self._path, error) from error
            damage = str(error)
        if damage != "ok":
            self._connection.close()
            raise StoreDamagedError(self._path, _put_aside(self._path), damage)
        with self.changing() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found > len(steps):
                raise from_the_future(self._path)
            for step in steps[found:]:
                step(connection)
            connection.execute(f"PRAGMA user_version = {len(steps)}")


def table(sql: str) -> Step:
    """Return the step that makes a table by `sql`."""
    return lambda connection: connection.execute(sql)


def _make_private(path: Path) -> None:
    """Make the file, readable by its owner only, so that it never stands open for a moment."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise not_writable(path, str(error)) from error


def _put_aside(path: Path) -> Path:
    """Rename the file, and the journals that belong to it, to a name not taken yet."""
    stamp = datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    try:
        path.rename(target)
        for ending in _JOURNALS:
            journal = path.with_name(path.name + ending)
            if journal.exists():
                journal.rename(target.with_name(target.name + ending))
    except OSError as error:
        raise not_writable(path, str(error)) from error
    return target
