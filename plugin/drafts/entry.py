"""A request as the journal keeps it: what was to be sent where, and what is known of it."""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any, Callable, Optional, TypeVar

from ..files.documents import read_document
from ..files.moments import moment

_Value = TypeVar("_Value")


class State(Enum):
    """What is known of something that was to be sent.

    NOT_THERE says that the register does not have it, so that it may be sent anew.
    """

    SENDING = "sending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_THERE = "not_there"


_CLOCKS_DIFFER = timedelta(minutes=5)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=timezone.utc)
SETTLED = frozenset({State.ACCEPTED, State.REFUSED, State.NOT_THERE})
"""What is known for good; of everything else the register may or may not have it."""


@dataclass(frozen=True)
class Entry:
    """One request: what was to be sent where, and what is known of it.

    `operation` is the name of an Operation, `subject` the reference that the request is about; for
    new works it is the one that they shall have. `body` is what was to be sent and `answer` what
    came back, as JSON. `begun` and `updated` are moments in UTC. `damage` says what could not be
    read and was taken for nothing; a state that could not is UNKNOWN.
    """

    id: str
    environment: str
    operation: str
    subject: str
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
        return self.state not in SETTLED

    def may_have_made(self, moment: datetime) -> bool:
        """Say whether what came to be at `moment`, by the register's clock, may be of this request.

        Clocks that differ by five minutes are borne with.
        """
        return moment >= self.begun - _CLOCKS_DIFFER

    def is_of(self, environment: Optional[str], operation: str) -> bool:
        """Say whether it is of that operation and environment, of any environment if None."""
        return self.operation == operation and environment in (None, self.environment)


def entry_of(row: sqlite3.Row, sender: str) -> Entry:
    """Return the entry of a row as the process `sender` knows it."""
    reading = _Reading(row)
    state = reading.of("state", State, State.UNKNOWN)
    if state is State.SENDING and row["sender"] != sender:
        state = State.UNKNOWN
    return Entry(
        id=reading.of("id", _of_row(row), str(row["id"])),
        environment=reading.of("environment", _text, ""),
        operation=reading.of("operation", _text, ""),
        subject=str(row["subject"]),
        body=reading.of("body", read_document, {}),
        state=state,
        reason=reading.of("reason", _text, ""),
        answer=reading.of("answer", _answer, None),
        begun=reading.of("begun", moment, _LONG_AGO),
        updated=reading.of("updated", moment, _LONG_AGO),
        damage="; ".join(reading.damage),
    )


def id_of(environment: object, operation: object, subject: object, begun: object) -> str:
    """Return a request's id, which its values no longer fit when one of them is damaged."""
    about = repr((environment, operation, subject, begun)).encode()
    return hashlib.blake2b(about, digest_size=16).hexdigest()


def _of_row(row: sqlite3.Row) -> Callable[[object], str]:
    def read(kept: object) -> str:
        expected = id_of(row["environment"], row["operation"], row["subject"], row["begun"])
        if kept != expected:
            raise ValueError(f"{kept!r} is of another request")
        return expected

    return read


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
