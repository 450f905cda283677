"""Drafts: drawings and half-filled forms, kept until they are sent or thrown away."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from .database import Database

_VERSION = 1
_SCHEMA = """
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    environment TEXT NOT NULL,
    drawing_wkt TEXT NOT NULL,
    drawing_crs TEXT NOT NULL,
    extent_wkt TEXT NOT NULL,
    usrn INTEGER,
    street TEXT NOT NULL,
    form TEXT NOT NULL,
    updated TEXT NOT NULL
)
"""


@dataclass(frozen=True)
class Draft:
    """An application not sent yet.

    `drawing_wkt` is the shape as drawn, in `drawing_crs`; `extent_wkt` is what became of it in
    EPSG:27700, or empty. `street` is the contract's StreetResponse as JSON, `values` the form's
    values as JSON. `updated` is the moment of the last change, with its zone.
    """

    id: str
    environment: str
    drawing_wkt: str
    drawing_crs: str
    extent_wkt: str
    usrn: Optional[int]
    street: Optional[dict[str, Any]]
    values: dict[str, Any]
    updated: datetime


class DraftStore:
    """The drafts in one file. May be used by several threads.

    Every method raises StreetWorksError when the file cannot be read or written; making the store
    raises StoreDamagedError when the file was damaged and has been put aside.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(Path(path), version=_VERSION, schema=_SCHEMA)

    def save(self, draft: Draft) -> None:
        """Keep `draft` in place of the one with the same id. It is on the disk on return."""
        updated = draft.updated if draft.updated.tzinfo else draft.updated.astimezone()
        row = (
            draft.id,
            draft.environment,
            draft.drawing_wkt,
            draft.drawing_crs,
            draft.extent_wkt,
            draft.usrn,
            json.dumps(draft.street),
            json.dumps(draft.values),
            updated.astimezone(timezone.utc).isoformat(timespec="microseconds"),
        )
        with self._database.changing() as connection:
            connection.execute("INSERT OR REPLACE INTO draft VALUES (?,?,?,?,?,?,?,?,?)", row)

    def latest(self) -> Optional[Draft]:
        """Return the draft changed last, or None when there is none."""
        drafts = self.all()
        return drafts[0] if drafts else None

    def get(self, draft_id: str) -> Optional[Draft]:
        """Return the draft with that id, or None."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT * FROM draft WHERE id = ?", (draft_id,)).fetchone()
        return None if row is None else _draft(row)

    def all(self) -> list[Draft]:
        """Return all drafts, the one changed last first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM draft ORDER BY updated DESC, id").fetchall()
        return [_draft(row) for row in rows]

    def remove(self, draft_id: str) -> None:
        """Throw the draft with that id away; nothing happens when there is none."""
        with self._database.changing() as connection:
            connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _draft(row: sqlite3.Row) -> Draft:
    return Draft(
        id=row["id"],
        environment=row["environment"],
        drawing_wkt=row["drawing_wkt"],
        drawing_crs=row["drawing_crs"],
        extent_wkt=row["extent_wkt"],
        usrn=row["usrn"],
        street=json.loads(row["street"]),
        values=json.loads(row["form"]),
        updated=datetime.fromisoformat(row["updated"]),
    )
