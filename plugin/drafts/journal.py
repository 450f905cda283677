"""The journal of requests: what is about to be sent is written down first, and what came of it."""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Optional

from ..errors import StreetWorksError
from ..files.database import Database, table
from ..files.moments import now
from ..files.troubles import DamagedRow
from ..words import tr
from .entry import SETTLED, Entry, State, entry_of, id_of

_ENTRIES = """
CREATE TABLE entry (
    reference TEXT PRIMARY KEY COLLATE NOCASE,
    environment TEXT NOT NULL,
    operation TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT NOT NULL,
    sender TEXT NOT NULL,
    begun TEXT NOT NULL,
    updated TEXT NOT NULL
)
"""
_REQUESTS = """
CREATE TABLE request (
    id TEXT PRIMARY KEY,
    environment TEXT NOT NULL,
    operation TEXT NOT NULL,
    subject TEXT NOT NULL COLLATE NOCASE,
    begun TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT NOT NULL,
    sender TEXT NOT NULL,
    updated TEXT NOT NULL
)
"""
_BY_SUBJECT = "CREATE INDEX request_subject ON request (subject)"
_INSERT = "INSERT INTO request VALUES (?,?,?,?,?,?,?,?,?,?,?)"
_OF_SUBJECT = "SELECT * FROM request WHERE subject = ? ORDER BY begun, rowid"
_ALL = "SELECT * FROM request ORDER BY begun, rowid"
_ACCEPTED = (
    "SELECT * FROM request WHERE state = ? AND operation IN ({marks}) ORDER BY begun DESC, rowid"
)
_NOT_SETTLED = "SELECT * FROM request WHERE state NOT IN (?, ?, ?) ORDER BY begun, rowid"


def _keep_as_requests(connection: sqlite3.Connection) -> None:
    """Keep the entries, of which works had one each, as requests; damaged values as they are."""
    connection.execute(_REQUESTS)
    connection.execute(_BY_SUBJECT)
    for row in connection.execute("SELECT * FROM entry ORDER BY begun, rowid").fetchall():
        about = (row["environment"], row["operation"], row["reference"], row["begun"])
        rest = ("body", "state", "reason", "answer", "sender", "updated")
        connection.execute(_INSERT, (id_of(*about), *about, *(row[name] for name in rest)))
    connection.execute("DROP TABLE entry")


_STEPS = (table(_ENTRIES), _keep_as_requests)


class Journal:
    """The requests that change something in the register, in one file.

    There may be any number about one subject, but only one of an environment, operation and subject
    that is open. May be used by several threads. What an earlier process, or one that crashed, was
    still sending counts as UNKNOWN. Every method raises StreetWorksError when the file cannot be
    read or written; making the journal raises StoreDamagedError when the file was damaged and has
    been put aside.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(Path(path), _STEPS)
        self._sender = uuid.uuid4().hex

    def begin(
        self,
        environment: str,
        operation: str,
        subject: str,
        body: dict[str, Any],
        *,
        once: bool = False,
    ) -> Entry:
        """Write down that `body` is about to be sent. It is on the disk on return: send it then.

        Raises StreetWorksError while it is not known what became of one before; with `once` also
        when one was accepted. A damaged one that is open keeps all about its subject from being
        sent.
        """
        about = (environment, operation, subject, now())
        said = (json.dumps(body), State.SENDING.value, "", "null", self._sender, about[-1])
        with self._database.changing() as connection:
            for known in self._about(connection, subject):
                same = known.is_of(environment, operation)
                if known.open and (same or known.damage):
                    raise _not_known_yet(known)
                if once and same and known.state is State.ACCEPTED:
                    raise _accepted_before(known)
            number = id_of(*about)
            connection.execute(_INSERT, (number, *about, *said))
            return self._require(connection, number)

    def accepted(self, entry_id: str, answer: dict[str, Any]) -> None:
        """Write down that the register has it, and what it answered."""
        self._settle(entry_id, State.ACCEPTED, answer=answer)

    def refused(self, entry_id: str, reason: str) -> None:
        """Write down that the register refused it, and why."""
        self._settle(entry_id, State.REFUSED, reason)

    def unknown(self, entry_id: str, reason: str) -> None:
        """Write down that it may or may not have arrived."""
        self._settle(entry_id, State.UNKNOWN, reason)

    def not_there(self, entry_id: str) -> None:
        """Write down that the register does not have it, so that it may be sent anew."""
        self._settle(entry_id, State.NOT_THERE)

    def pending(self, environment: Optional[str] = None) -> list[Entry]:
        """Return what is not settled, the oldest first; of one environment, or of all if None."""
        entries = self._read(_NOT_SETTLED, sorted(state.value for state in SETTLED))
        return [one for one in entries if environment in (None, one.environment)]

    def accepted_of(self, operations: Iterable[str]) -> list[Entry]:
        """Return what the register has of these operations, the latest first."""
        names = list(operations)
        statement = _ACCEPTED.format(marks=",".join("?" * len(names)))
        return self._read(statement, [State.ACCEPTED.value, *names])

    def damaged(self) -> list[DamagedRow]:
        """Return what is said of the entries of which something cannot be read."""
        return [DamagedRow(one.subject, one.damage) for one in self._read(_ALL) if one.damage]

    def latest(self, environment: Optional[str], operation: str, subject: str) -> Optional[Entry]:
        """Return the last request about `subject`, capitals or not, or None where there is none.

        `environment` None stands for any.
        """
        with self._database.reading() as connection:
            known = self._about(connection, subject)
        return next((one for one in reversed(known) if one.is_of(environment, operation)), None)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _read(self, statement: str, values: Sequence[str] = ()) -> list[Entry]:
        with self._database.reading() as connection:
            rows = connection.execute(statement, values).fetchall()
        return [entry_of(row, self._sender) for row in rows]

    def _about(self, connection: sqlite3.Connection, subject: str) -> list[Entry]:
        return [
            entry_of(row, self._sender)
            for row in connection.execute(_OF_SUBJECT, (subject,)).fetchall()
        ]

    def _settle(
        self, entry_id: str, state: State, reason: str = "", answer: Optional[dict[str, Any]] = None
    ) -> None:
        with self._database.changing() as connection:
            known = self._require(connection, entry_id)
            if known.state is State.ACCEPTED and state is not State.ACCEPTED:
                raise _accepted_before(known)
            connection.execute(
                "UPDATE request SET state = ?, reason = ?, answer = ?, updated = ? WHERE id = ?",
                (state.value, reason, json.dumps(answer), now(), entry_id),
            )

    def _require(self, connection: sqlite3.Connection, entry_id: str) -> Entry:
        row = connection.execute("SELECT * FROM request WHERE id = ?", (entry_id,)).fetchone()
        if row is None:
            raise never_sent(entry_id)
        return entry_of(row, self._sender)


def never_sent(subject: str) -> StreetWorksError:
    """Say that there is no such request."""
    return StreetWorksError(
        tr("Nothing was sent under the reference {reference}.").format(reference=subject),
        advice=tr("Check the reference."),
    )


def _accepted_before(entry: Entry) -> StreetWorksError:
    return StreetWorksError(
        tr("The works {reference} were accepted already.").format(reference=entry.subject),
        advice=tr("Choose a new reference for other works."),
    )


def _not_known_yet(entry: Entry) -> StreetWorksError:
    return StreetWorksError(
        tr("It is not known yet what became of {reference}.").format(reference=entry.subject),
        advice=tr("Ask Street Manager for it first; it must not be sent twice."),
    )
