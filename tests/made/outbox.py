"""An outbox as version 0.1.0 kept it: one entry for each works reference."""

import sqlite3
from pathlib import Path

_ENTRIES = """
CREATE TABLE entry (
    reference TEXT PRIMARY KEY COLLATE NOCASE, environment TEXT, operation TEXT, body TEXT,
    state TEXT, reason TEXT, answer TEXT, sender TEXT, begun TEXT, updated TEXT
)
"""
_INSERT = (
    "INSERT INTO entry VALUES (?, 'practice', 'CreateWork', '{}', 'sending', '', 'null',"
    " 'somebody', ?, '2026-06-01T09:00:00+00:00')"
)


def old_outbox(path: Path, count: int) -> None:
    """Write a file with that many requests that were being sent."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(_ENTRIES)
        connection.executemany(
            _INSERT, [(f"TW{n}", f"2026-06-01T09:00:00.{n:06}+00:00") for n in range(count)]
        )
        connection.execute("PRAGMA user_version = 1")
    connection.close()
