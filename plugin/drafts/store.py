"""Drafts: drawings and half-filled forms, kept until they are sent or thrown away."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional, Union

from ..files.database import Database, table
from ..files.documents import read_document
from ..files.moments import moment
from ..files.troubles import DamagedRow

_DRAFTS = """
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
_LATER = ("name", "kind", "subject", "question", "before_wkt", "diversion_wkt")
_SAVE = (
    "INSERT OR REPLACE INTO draft (id, environment, drawing_wkt, drawing_crs, extent_wkt, usrn,"
    " street, form, updated, name, kind, subject, question, before_wkt, diversion_wkt)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_ADD = "ALTER TABLE draft ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"


def _name_them(connection: sqlite3.Connection) -> None:
    """Let drafts have a name, a kind and a subject; those that are there have none."""
    for column in ("name", "kind", "subject"):
        connection.execute(_ADD.format(column=column))


def _let_them_answer(connection: sqlite3.Connection) -> None:
    """Let a drawing be the answer to a question of a form; those that are there are none."""
    connection.execute(_ADD.format(column="question"))


def _tell_what_was_there(connection: sqlite3.Connection) -> None:
    """Let a drawing say what it takes the place of; of those that are there nothing is known."""
    connection.execute(_ADD.format(column="before_wkt"))


def _let_traffic_go_round(connection: sqlite3.Connection) -> None:
    """Let a draft have a diversion; those that are there have none."""
    connection.execute(_ADD.format(column="diversion_wkt"))


@dataclass(frozen=True)
class Draft:
    """A form not sent yet, with the drawing that belongs to it.

    `drawing_wkt` is the shape as drawn, in `drawing_crs`; `extent_wkt` is what became of it in
    EPSG:27700, or empty. `street` is the street as JSON, `values` the form's values as JSON.
    `updated` is the moment of the last change, with its zone. `name` is the planner's. `kind` is
    the operation of the form and `subject` what it is about; both are "" for new works. `question`
    is the field of that form that the drawing is to answer, "" for none, and `before_wkt` what the
    register has there (EPSG:27700), which the drawing takes the place of. `diversion_wkt` is the
    line (EPSG:27700) on which traffic is to go round the works, "" for none.
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
    name: str = ""
    kind: str = ""
    subject: str = ""
    question: str = ""
    before_wkt: str = ""
    diversion_wkt: str = ""


class DraftStore:
    """The drafts in one file. May be used by several threads.

    One that cannot be read stays in the file as it is, and the others are there without it.

    Every method raises StreetWorksError when the file cannot be read or written; making the store
    raises StoreDamagedError when the file was damaged and has been put aside.
    """

    def __init__(self, path: Path) -> None:
        steps = (
            table(_DRAFTS),
            _name_them,
            _let_them_answer,
            _tell_what_was_there,
            _let_traffic_go_round,
        )
        self._database = Database(Path(path), steps)

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
            draft.name,
            draft.kind,
            draft.subject,
            draft.question,
            draft.before_wkt,
            draft.diversion_wkt,
        )
        with self._database.changing() as connection:
            connection.execute(_SAVE, row)

    def latest(self) -> Optional[Draft]:
        """Return the draft changed last, or None when there is none."""
        drafts = self.all()
        return drafts[0] if drafts else None

    def get(self, draft_id: str) -> Optional[Draft]:
        """Return the draft with that id, or None where there is none that can be read."""
        return next((draft for draft in self.all() if draft.id == draft_id), None)

    def of(self, environment: str, kind: str, subject: str) -> Optional[Draft]:
        """Return the half-filled form of a kind about `subject`, the one changed last, or None."""
        wanted = (environment, kind, subject)
        kept = (one for one in self.all() if (one.environment, one.kind, one.subject) == wanted)
        return next(kept, None)

    def all(self) -> list[Draft]:
        """Return all drafts that can be read, the one changed last first."""
        return [draft for draft in map(_read, self._rows()) if isinstance(draft, Draft)]

    def damaged(self) -> list[DamagedRow]:
        """Return what is said of the drafts that cannot be read."""
        return [draft for draft in map(_read, self._rows()) if isinstance(draft, DamagedRow)]

    def remove(self, draft_id: str) -> None:
        """Throw the draft with that id away; nothing happens when there is none."""
        with self._database.changing() as connection:
            connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _rows(self) -> list[sqlite3.Row]:
        with self._database.reading() as connection:
            return connection.execute("SELECT * FROM draft ORDER BY updated DESC, rowid").fetchall()


def _read(row: sqlite3.Row) -> Union[Draft, DamagedRow]:
    try:
        return _draft(row)
    except (OverflowError, TypeError, ValueError) as error:
        return DamagedRow(str(row["id"]), str(error))


def _draft(row: sqlite3.Row) -> Draft:
    """Return the draft of a row. Raises ValueError, or one of its like, when it is damaged."""
    texts = ("id", "environment", "drawing_wkt", "drawing_crs", "extent_wkt", "street", "form")
    for name in (*texts, *_LATER):
        if not isinstance(row[name], str):
            raise TypeError(f"{name}: {row[name]!r}")
    if not isinstance(row["usrn"], (int, type(None))):
        raise TypeError(f"usrn: {row['usrn']!r}")
    return Draft(
        **{name: row[name] for name in texts[:5]},
        usrn=row["usrn"],
        street=None if row["street"] == "null" else read_document(row["street"]),
        values=read_document(row["form"]),
        updated=moment(row["updated"]),
        **{name: row[name] for name in _LATER},
    )
