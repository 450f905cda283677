"""The outbox: what is about to be sent is written down first, and so is what came of it."""

import json
import sqlite3
import uuid
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from pathlib import Path
from typing import Any, Callable, Optional, TypeVar

from ..errors import StreetWorksError
from ..files.database import Database
from ..files.documents import read_document
from ..files.moments import moment, now
from ..files.troubles import DamagedRow
from ..words import tr

_Value = TypeVar("_Value")

_VERSION = 1
_SCHEMA = """
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


class State(Enum):
    """What is known of something that was to be sent.

    NOT_THERE says that the register does not have it, so that it may be offered again under the
    same reference.
    """

    SENDING = "sending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_THERE = "not_there"


_MAY_BE_SENT = frozenset({State.REFUSED, State.NOT_THERE})
_LONG_AGO = datetime.min.replace(tzinfo=timezone.utc)
_UNSETTLED = frozenset({State.SENDING, State.UNKNOWN})


@dataclass(frozen=True)
class OutboxEntry:
    """One request: what was to be sent where, and what is known of it.

    `operation` is the contract's operation id, `body` what was to be sent and `answer` what came
    back, as JSON. `begun` and `updated` are moments in UTC. `damage` says what could not be read
    and was taken for nothing; a state that could not is UNKNOWN.
    """

    reference: str
    environment: str
    operation: str
    body: dict[str, Any]
    state: State
    reason: str
    answer: Optional[dict[str, Any]]
    begun: datetime
    updated: datetime
    damage: str = ""

    @property
    def open(self) -> bool:
        """Whether the register may or may not have it."""
        return self.state in _UNSETTLED


class Outbox:
    """The requests that change something in the register, in one file.

    May be used by several threads. What an earlier process, or one that crashed, was still sending
    counts as UNKNOWN. Every method raises StreetWorksError when the file cannot be read or written;
    making the outbox raises StoreDamagedError when the file was damaged and has been put aside.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(Path(path), version=_VERSION, schema=_SCHEMA)
        self._sender = uuid.uuid4().hex

    def begin(
        self, reference: str, environment: str, operation: str, body: dict[str, Any]
    ) -> OutboxEntry:
        """Write down that `body` is about to be sent. It is on the disk on return: send it then.

        A reference that was refused, or was found not to be there, may be begun again. Raises
        StreetWorksError when it was accepted already or its outcome is not known yet.
        """
        begun = now()
        row = (reference, environment, operation, json.dumps(body), State.SENDING.value)
        with self._database.changing() as connection:
            known = self._find(connection, reference)
            if known is not None and known.state not in _MAY_BE_SENT:
                raise _sent_before(known)
            connection.execute(
                "INSERT OR REPLACE INTO entry VALUES (?,?,?,?,?,'','null',?,?,?)",
                (*row, self._sender, begun, begun),
            )
            return self._require(connection, reference)

    def accepted(self, reference: str, answer: dict[str, Any]) -> None:
        """Write down that the register has it, and what it answered."""
        self._settle(reference, State.ACCEPTED, answer=answer)

    def refused(self, reference: str, reason: str) -> None:
        """Write down that the register refused it, and why."""
        self._settle(reference, State.REFUSED, reason)

    def unknown(self, reference: str, reason: str) -> None:
        """Write down that it may or may not have arrived."""
        self._settle(reference, State.UNKNOWN, reason)

    def not_there(self, reference: str) -> None:
        """Write down that the register does not have it, so that it may be offered again."""
        self._settle(reference, State.NOT_THERE)

    def pending(self, environment: Optional[str] = None) -> list[OutboxEntry]:
        """Return what is not settled, the oldest first; of one environment, or of all if None."""
        return [
            entry
            for entry in self._all()
            if entry.open and environment in (None, entry.environment)
        ]

    def damaged(self) -> list[DamagedRow]:
        """Return what is said of the entries of which something cannot be read."""
        return [DamagedRow(one.reference, one.damage) for one in self._all() if one.damage]

    def get(self, reference: str) -> Optional[OutboxEntry]:
        """Return what is known of `reference`, capitals or not, or None."""
        with self._database.reading() as connection:
            return self._find(connection, reference)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _all(self) -> list[OutboxEntry]:
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM entry ORDER BY begun, reference").fetchall()
        return [self._entry(row) for row in rows]

    def _settle(
        self,
        reference: str,
        state: State,
        reason: str = "",
        answer: Optional[dict[str, Any]] = None,
    ) -> None:
        with self._database.changing() as connection:
            known = self._require(connection, reference)
            if known.state is State.ACCEPTED and state is not State.ACCEPTED:
                raise _sent_before(known)
            connection.execute(
                "UPDATE entry SET state = ?, reason = ?, answer = ?, updated = ?"
                " WHERE reference = ?",
                (state.value, reason, json.dumps(answer), now(), reference),
            )

    def _require(self, connection: sqlite3.Connection, reference: str) -> OutboxEntry:
        entry = self._find(connection, reference)
        if entry is None:
            raise StreetWorksError(
                tr("Nothing was sent under the reference {reference}.").format(reference=reference),
                advice=tr("Check the reference."),
            )
        return entry

    def _find(self, connection: sqlite3.Connection, reference: str) -> Optional[OutboxEntry]:
        found = connection.execute("SELECT * FROM entry WHERE reference = ?", (reference,))
        row = found.fetchone()
        return None if row is None else self._entry(row)

    def _entry(self, row: sqlite3.Row) -> OutboxEntry:
        reading = _Reading(row)
        state = reading.of("state", State, State.UNKNOWN)
        if state is State.SENDING and row["sender"] != self._sender:
            state = State.UNKNOWN
        return OutboxEntry(
            reference=str(row["reference"]),
            environment=reading.of("environment", _text, ""),
            operation=reading.of("operation", _text, ""),
            body=reading.of("body", read_document, {}),
            state=state,
            reason=reading.of("reason", _text, ""),
            answer=reading.of("answer", _answer, None),
            begun=reading.of("begun", moment, _LONG_AGO),
            updated=reading.of("updated", moment, _LONG_AGO),
            damage="; ".join(reading.damage),
        )


class _Reading:
    """Reads the columns of a row; `damage` says of which nothing could be made."""

    def __init__(self, row: sqlite3.Row) -> None:
        self._row = row
        self.damage: list[str] = []

    def of(self, column: str, read: Callable[[Any], _Value], otherwise: _Value) -> _Value:
        """Return what `read` makes of a column, or `otherwise`."""
        try:
            return read(self._row[column])
        except (OverflowError, TypeError, ValueError) as error:
            self.damage.append(f"{column}: {error}")
            return otherwise


def _text(kept: object) -> str:
    if not isinstance(kept, str):
        raise ValueError(repr(kept))  # noqa: TRY004 - it is what is kept
    return kept


def _answer(kept: object) -> Optional[dict[str, Any]]:
    return None if kept == "null" else read_document(kept)


def _sent_before(entry: OutboxEntry) -> StreetWorksError:
    if entry.state is State.ACCEPTED:
        return StreetWorksError(
            tr("The works {reference} were accepted already.").format(reference=entry.reference),
            advice=tr("Choose a new reference for other works."),
        )
    return StreetWorksError(
        tr("It is not known yet what became of {reference}.").format(reference=entry.reference),
        advice=tr("Ask Street Manager for it first; it must not be sent twice."),
    )
