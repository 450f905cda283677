"""The file of the store: one writer, one reader beside it, and QGIS's layers reading on their own.

The file ends in .gpkx, the ending for GeoPackages that hold more than the standard's tables. QGIS
treats files that end in .gpkg in a way of its own: when it opens the first layer or closes the last
one, it switches the journal back from WAL, and from then on reads without locks while we write. It
leaves a .gpkx alone.
"""

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from ...errors import StreetWorksError
from ...files.connections import connect, is_damage, transaction, trouble_of
from ...files.database import StoreDamagedError
from ...files.only_user import OnlyUser
from ...files.troubles import from_the_future, not_writable
from ...words import tr
from .geopackage import add_functions, make_geopackage
from .street_tables import make_street_tables
from .tables import VERSION, make_tables

_SECONDS_TO_WAIT = 5.0
_WAL_LIMIT_BYTES = 16 * 1024 * 1024
_CACHE_KIBIBYTES = 16 * 1024
_JOURNALS = ("-wal", "-shm")
_SUSPECT = ".suspect"
_DAMAGED = ".damaged"
_COPY = ".copy"


class JournalGoneError(StreetWorksError):
    """Another program opened the store's file and, as it closed it, took the journal away.

    What was kept is safe; nothing more can be. Close the layers and the store, and open them again.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("Another program has opened the file {name}.").format(name=path.name),
            advice=tr("Close that program and load the map again."),
            detail=str(path),
            may_retry=True,
        )


class Database:
    """The store's file, open. May be used by several threads; reading never waits for writing.

    Makes the file where there is none. Raises StoreDamagedError when the file was damaged and has
    been put aside, in place of the one put aside before; StreetWorksError when another QGIS uses
    it, when it comes from a later version of the plugin, or cannot be made, opened or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = path.with_name(path.name + _JOURNALS[0])
        self._writing, self._reading = threading.RLock(), threading.RLock()
        with _telling(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._only_user = OnlyUser(path)
        try:
            self._open()
        except BaseException:
            self._only_user.close()
            raise

    def close(self) -> None:
        """Let go of the file. Whatever is asked afterwards raises StreetWorksError."""
        with self._writing, self._reading:
            self._reader.close()
            self._writer.close()
            self._only_user.close()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes count, all of them, once the block has ended.

        From then on they outlive the process. An exception takes them back. Raises JournalGoneError
        when another program took the journal away, StreetWorksError when the file cannot be
        written.
        """
        with self._writing, _telling(self._path):
            self._require_journal()
            with transaction(self._writer):
                yield self._writer
            self._require_journal()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that reads one state. Raises StreetWorksError when it cannot."""
        with self._reading, _telling(self._path):
            self._reader.execute("BEGIN")
            try:
                yield self._reader
            finally:
                self._reader.execute("ROLLBACK")

    @property
    def bytes_used(self) -> int:
        """How much of the file holds something."""
        with self.reading() as connection:
            pages, free, size = (
                connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
        return int((pages - free) * size)

    def give_back(self) -> None:
        """Give the pages that hold nothing back to the disk. Raises StreetWorksError."""
        with self._writing, _telling(self._path):
            self._writer.executescript("PRAGMA incremental_vacuum")  # execute() gives one page back
            self._checkpoint()

    def _require_journal(self) -> None:
        """See to it that the journal that is written is the one that others find."""
        if _identity(self._journal) != self._journal_identity:
            raise JournalGoneError(self._path)

    def _checkpoint(self) -> None:
        """Bring what is in the journal into the file, as far as nobody is reading there."""
        self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _open(self) -> None:
        path = self._path
        if path.with_name(path.name + _SUSPECT).exists():
            raise StoreDamagedError(path, _put_aside(path), "noticed earlier")
        with _telling(path):
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            self._writer = connect(path, _SECONDS_TO_WAIT)
        try:
            version = self._prepared()
        except BaseException as error:
            self._writer.close()
            if is_damage(error):
                raise StoreDamagedError(path, _put_aside(path), str(error)) from error
            if isinstance(error, sqlite3.Error):
                raise trouble_of(path, error) from error
            raise
        if version > VERSION:
            self._writer.close()
            raise from_the_future(path)
        self._reader = connect(path, _SECONDS_TO_WAIT)
        self._reader.execute("PRAGMA query_only = ON")

    def _prepared(self) -> int:
        """Make the tables where there are none; return the version of the file."""
        self._writer.execute("PRAGMA auto_vacuum = INCREMENTAL")
        self._writer.execute("PRAGMA journal_mode = WAL").fetchone()
        self._writer.execute("PRAGMA synchronous = NORMAL")
        self._writer.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT_BYTES}").fetchone()
        self._writer.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        add_functions(self._writer)
        tables = self._writer.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        self._journal_identity = _identity(self._journal)  # there since the first look into it
        if not tables:
            with self.changing() as connection:
                make_geopackage(connection)
                make_tables(connection)
        self._checkpoint()  # GDAL looks at the file's own first page to see what it is
        if not self._writer.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone():
            raise sqlite3.DatabaseError("it is no store")
        found = self._writer.execute("SELECT value FROM state WHERE key = 'version'").fetchone()
        if found is None:
            raise sqlite3.DatabaseError("it has no version")
        version = int(found["value"])
        if version <= VERSION:
            with self.changing() as connection:
                make_street_tables(connection)
        return version


def part_from_others(path: Path) -> None:
    """Put a copy of a closed store's file in its place, before it is opened again.

    After JournalGoneError it is not safe otherwise: QGIS keeps connections for a minute after its
    layers have gone, and SQLite would share with them what belongs to the journal that is lost.
    Raises StreetWorksError.
    """
    copy = path.with_name(path.name + _COPY)
    with _telling(path):
        shutil.copy(path, copy)
        copy.replace(path)
        for ending in _JOURNALS:
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _identity(path: Path) -> Optional[tuple[int, int]]:
    """Return what tells a file from another that has its name later; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise not_writable(path, str(error)) from error
    except sqlite3.Error as error:
        if is_damage(error):
            path.with_name(path.name + _SUSPECT).touch()
        raise trouble_of(path, error) from error


def _put_aside(path: Path) -> Path:
    """Rename the file and its journals, over those put aside before, as they can be big."""
    target = path.with_name(path.name + _DAMAGED)
    with _telling(path):
        path.with_name(path.name + _SUSPECT).unlink(missing_ok=True)
        if path.exists():
            path.replace(target)
        for ending in _JOURNALS:
            journal, kept = (one.with_name(one.name + ending) for one in (path, target))
            kept.unlink(missing_ok=True)
            if journal.exists():
                journal.replace(kept)
    return target
