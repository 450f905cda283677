"""Keeps created works and files in one SQLite file, written before the answer goes out."""

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

import shapely.geometry

from ..errors import StreetWorksError
from ..words import tr
from .records import Permit, Place, Works
from .scene import geojson
from .stored_files import StoredFile

_TABLES = """
create table if not exists works (reference text primary key, body text not null);
create table if not exists files (
    id integer primary key, name text not null, content_type text not null, content blob not null,
    swa_code text not null, user text not null, created text not null, works text
);
"""
_MOMENTS = ("start", "end", "created", "actual_start", "actual_stop")


class Journal:
    """The state file. Every write is one transaction that is on the disk when it returns.

    Never holds a password or a token. Callers hold the register's lock. Raises StreetWorksError
    when the file cannot be opened, is in use by another service, or is no state file.
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
            self._file.executescript(_TABLES)
            self._file.execute("begin immediate")
            self._file.commit()
        except sqlite3.Error as error:
            self._file.close()
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> StreetWorksError:
        return StreetWorksError(
            tr("The state file {name} cannot be used.").format(name=self._path.name),
            advice=tr("Close the other practice service that uses it, or name another file."),
            detail=str(error),
        )

    def works(self) -> list[Works]:
        """Return the works that were created in earlier runs, in that order."""
        try:
            rows = self._file.execute("select body from works order by rowid").fetchall()
            return [_works_from(json.loads(body)) for (body,) in rows]
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise self._unusable(error) from error

    def files(self) -> list[StoredFile]:
        """Return the files that were sent in earlier runs."""
        try:
            rows = self._file.execute(
                "select id, name, content_type, content, swa_code, user, created, works from files"
            ).fetchall()
            return [_file_from(row) for row in rows]
        except (sqlite3.Error, ValueError) as error:
            raise self._unusable(error) from error

    def add_works(self, works: Works, file_ids: tuple[int, ...]) -> None:
        """Keep new works and the linking of their files, both or neither."""
        body = json.dumps(_works_to(works))
        with self._file:
            self._file.execute("insert into works values (?, ?)", (works.reference, body))
            self._file.executemany(
                "update files set works = ? where id = ?", [(works.reference, i) for i in file_ids]
            )

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


def _works_to(works: Works) -> dict[str, Any]:
    body = asdict(works)
    body["geometry"] = geojson(works.geometry)
    for permit in body["permits"]:
        for name in _MOMENTS:
            permit[name] = permit[name].isoformat() if permit[name] else None
    return body


def _works_from(body: dict[str, Any]) -> Works:
    permits = []
    for permit in body["permits"]:
        moments = {name: _moment(permit[name]) for name in _MOMENTS}
        permits.append(Permit(**{**permit, **moments}))
    changed = {
        "geometry": shapely.geometry.shape(body["geometry"]),
        "place": Place(**body["place"]),
        "permits": tuple(permits),
        "files": tuple(body["files"]),
    }
    return Works(**{**body, **changed})


def _file_from(row: tuple[Any, ...]) -> StoredFile:
    file_id, name, content_type, content, swa_code, user, created, works = row
    moment = datetime.fromisoformat(created)
    return StoredFile(file_id, name, content_type, content, swa_code, user, moment, works)


def _moment(text: Optional[str]) -> Optional[datetime]:
    return datetime.fromisoformat(text) if text else None
