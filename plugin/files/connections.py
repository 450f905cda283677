"""What every SQLite file of the plugin is opened and changed with, whatever else it needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StreetWorksError
from .troubles import InUseError, damaged, not_writable


def connect(path: Path, patience_s: float) -> sqlite3.Connection:
    """Open a file for any thread; rows by name. Another's lock is waited for `patience_s` long."""
    connection = sqlite3.connect(
        path, timeout=patience_s, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Let what is changed in the block count once it has ended; an exception takes it back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_damage(error: BaseException) -> bool:
    """Say whether an error of SQLite means that what is in the file is no longer sound."""
    # A locked, full or read-only file raises OperationalError; damage raises its base class.
    return type(error) is sqlite3.DatabaseError


def trouble_of(path: Path, error: sqlite3.Error) -> StreetWorksError:
    """Return what is told of an error of SQLite."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return InUseError(path, said)
    return damaged(path, said) if is_damage(error) else not_writable(path, said)
