"""Keeps the store within bounds: the ground fetched longest ago goes first."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from ...trade.kinds import KINDS
from .keeping import remove_records
from .tables import tables

_OLDEST = "SELECT * FROM boxes ORDER BY as_of, id LIMIT max(1, (SELECT count(*) FROM boxes) / 20)"
_ON_NO_GROUND = """
SELECT id FROM records AS r WHERE id = ? AND NOT EXISTS (
    SELECT 1 FROM boxes AS b WHERE b.kind = r.kind AND b.complete = 1
        AND b.min_easting <= r.max_easting AND b.max_easting >= r.min_easting
        AND b.min_northing <= r.max_northing AND b.max_northing >= r.min_northing
        AND b.first_day <= ifnull(r.last_day, '9999-12-31')
        AND b.last_day >= ifnull(r.first_day, ''))
"""
_OLD_CHANGES = "DELETE FROM changes WHERE id <= (SELECT max(id) FROM changes) - ?"
_MOST_CHANGES = 10_000


def drop_oldest_ground(connection: sqlite3.Connection) -> int:
    """Drop the oldest twentieth of the boxes, and what is on their ground alone.

    Returns how many boxes were dropped: 0 when there are none left.
    """
    oldest = connection.execute(_OLDEST).fetchall()
    connection.executemany("DELETE FROM boxes WHERE id = ?", [(row["id"],) for row in oldest])
    for kind in KINDS:
        candidates = _records_in(connection, kind, [row for row in oldest if row["kind"] == kind])
        alone = [
            number
            for number in candidates
            if connection.execute(_ON_NO_GROUND, (number,)).fetchone() is not None
        ]
        remove_records(connection, kind, alone)
    return len(oldest)


def drop_old_changes(connection: sqlite3.Connection) -> int:
    """Forget the changes noticed longest ago, where there are very many; return how many."""
    return connection.execute(_OLD_CHANGES, (_MOST_CHANGES,)).rowcount


def _records_in(connection: sqlite3.Connection, kind: str, boxes: Sequence[Any]) -> set[int]:
    found: set[int] = set()
    for box in boxes:
        where = {
            "west": box["min_easting"],
            "south": box["min_northing"],
            "east": box["max_easting"],
            "north": box["max_northing"],
            "start": box["first_day"],
            "end": box["last_day"],
        }
        found.update(row["id"] for row in connection.execute(tables(kind).within, where))
    return found
