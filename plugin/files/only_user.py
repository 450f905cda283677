"""Makes sure that one process alone writes a store.

The locks on the store's own file cannot tell: on Linux and macOS a process loses all its locks on a
file as soon as any part of it closes that file, and QGIS does so each time it looks what a file is.
Another process that opened the store would then take away the journal under our feet. So a file
beside it is locked, which nothing else ever opens. A process that is killed holds no lock.
"""

import os
import sqlite3
from pathlib import Path

from .troubles import InUseError, not_writable

_ENDING = ".lock"


class StoreInUseError(InUseError):
    """Another QGIS uses the store."""


class OnlyUser:
    """Says that this process uses the store at `path`, until it is closed.

    Raises StoreInUseError when another does, or this one already; StreetWorksError when the lock
    cannot be written.
    """

    def __init__(self, path: Path) -> None:
        lock = path.with_name(path.name + _ENDING)
        try:
            if not lock.exists():
                os.close(os.open(lock, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(
                lock, timeout=0, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise not_writable(lock, str(error)) from error
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            self._connection.close()
            if "locked" in str(error):
                raise StoreInUseError(path, str(error)) from error
            raise not_writable(lock, str(error)) from error

    def close(self) -> None:
        """Let others use it."""
        self._connection.close()
