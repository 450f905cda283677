"""Keeps everything that was created or changed in one SQLite file, before the answer goes out."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ...errors import StreetWorksError
from ...words import tr
from ..records import Activity, Area, CsvExport, Person, Works, Workstream
from .stored_files import StoredFile

KINDS: dict[str, type] = {
    "works": Works,
    "activities": Activity,
    "areas": Area,
    "csv_exports": CsvExport,
    "workstreams": Workstream,
    "users": Person,
}
"""What can be kept beside files, by the name of its shelf."""

_OURS, _LAYOUT = 0x53574B53, 2  # the application id spells SWKS
_TABLES = """
create table if not exists records (
    number integer primary key, kind text not null, key text not null, body text not null,
    unique (kind, key)
);
create table if not exists files (
    id integer primary key, name text not null, content_type text not null, content blob not null,
    swa_code text not null, user text not null, created text not null, works text
);
"""
_KEEP = (
    "insert into records (kind, key, body) values (?, ?, ?)"
    " on conflict (kind, key) do update set body = excluded.body"
)


@dataclass(frozen=True)
class Kept:
    """One record to keep: its shelf, its key there, and itself."""

    kind: str
    key: str
    record: Any


class Journal:
    """The state file. Every write is one transaction that is on the disk when it returns.

    Never holds a password or a token. Callers hold the register's lock. Raises StreetWorksError
    when the file cannot be opened, is in use by another service, or is no state file of this
    version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = sqlite3.connect(path, check_same_thread=False, timeout=2.0)
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        try:
            self._file.execute("pragma synchronous = full")
            self._file.execute("pragma locking_mode = exclusive")
            self._file.execute("begin immediate")
            self._claim()
            self._file.commit()
        except sqlite3.Error as error:
            self._file.close()
            raise self._unusable(error) from error
        except StreetWorksError:
            self._file.close()
            raise

    def _claim(self) -> None:
        """Make a new file ours; check that one with something in it is."""
        if not self._file.execute("select count(*) from sqlite_master").fetchone()[0]:
            for statement in _TABLES.split(";"):
                self._file.execute(statement)
            self._file.execute(f"pragma application_id = {_OURS}")
            self._file.execute(f"pragma user_version = {_LAYOUT}")
        marks = [
            self._file.execute(f"pragma {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
        if marks != [_OURS, _LAYOUT]:
            raise StreetWorksError(
                tr("The file {name} is no state file of this practice service.").format(
                    name=self._path.name
                ),
                advice=tr("Name another file, or one that is not there yet."),
            )

    def _unusable(self, error: Exception) -> StreetWorksError:
        message = tr("The state file {name} cannot be used.")
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            message = tr("The state file {name} is in use, perhaps in another window of QGIS.")
        return StreetWorksError(
            message.format(name=self._path.name),
            advice=tr("Close the other practice service that uses it, or name another file."),
            detail=str(error),
        )

    def records(self, kind: str) -> dict[str, Any]:
        """Return the records of a shelf by key, in the order in which they were created."""
        rows = "select key, body from records where kind = ? order by number"
        try:
            found = self._file.execute(rows, (kind,)).fetchall()
            return {key: _adapter(kind).validate_json(body) for key, body in found}
        except (sqlite3.Error, ValidationError) as error:
            raise self._unusable(error) from error

    def files(self) -> list[StoredFile]:
        """Return the files that were sent."""
        rows = "select id, name, content_type, content, swa_code, user, created, works from files"
        try:
            return [_file_from(row) for row in self._file.execute(rows)]
        except (sqlite3.Error, ValueError) as error:
            raise self._unusable(error) from error

    def keep(self, records: Iterable[Kept], linked: Iterable[tuple[str, int]] = ()) -> None:
        """Keep records and the linking of files to works (reference, file id): all or nothing."""
        rows = [
            (one.kind, one.key, _adapter(one.kind).dump_json(one.record).decode())
            for one in records
        ]
        with self._file:
            self._file.executemany(_KEEP, rows)
            self._file.executemany("update files set works = ? where id = ?", linked)

    def add_file(self, file: StoredFile) -> None:
        """Keep a file."""
        row = (
            file.file_id, file.name, file.content_type, file.content, file.swa_code, file.user,
            file.created.isoformat(), file.works,
        )  # fmt: skip
        with self._file:
            self._file.execute("insert into files values (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def remove_file(self, file_id: int) -> None:
        """Forget a file."""
        with self._file:
            self._file.execute("delete from files where id = ?", (file_id,))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _file_from(row: tuple[Any, ...]) -> StoredFile:
    file_id, name, content_type, content, swa_code, user, created, works = row
    moment = datetime.fromisoformat(created)
    return StoredFile(file_id, name, content_type, content, swa_code, user, moment, works)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])
