"""What is known of the cases of works, and what of it the planner is to be told, on the disk."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timezone
from typing import Callable, Optional

from ..clashes.news import Look, News, What, looked_at
from ..clashes.seen import Bounds, seen_in, seen_of
from ..clashes.verdict import Case, Standing, is_of_draft
from ..files.database import Database
from ..files.documents import read_document
from ..files.moments import moment

_NEWS = """
CREATE TABLE news (
    environment TEXT NOT NULL,
    ours TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    what TEXT NOT NULL,
    other TEXT NOT NULL,
    why TEXT NOT NULL,
    seen TEXT NOT NULL,
    place TEXT NOT NULL,
    at TEXT NOT NULL,
    since TEXT,
    PRIMARY KEY (environment, ours, kind, reference)
)
"""
_LOOKED = """
CREATE TABLE looked (
    environment TEXT NOT NULL,
    ours TEXT NOT NULL,
    at TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (environment, ours)
)
"""
_FORGET = "DELETE FROM news WHERE environment = ? AND ours = ? AND kind = ? AND reference = ?"
_FORGET_SEEN = f"{_FORGET} AND at = ?"
_MARK = (
    "UPDATE news SET what = ?"
    " WHERE environment = ? AND ours = ? AND kind = ? AND reference = ? AND at = ?"
)
BECAME = (
    "UPDATE OR REPLACE news SET ours = ? WHERE ours = ?",
    "UPDATE OR REPLACE looked SET ours = ? WHERE ours = ?",
)
"""Let what is known of one be of another."""
_PUT = "INSERT OR REPLACE INTO news VALUES (?,?,?,?,?,?,?,?,?,?,?)"

Standings = Callable[[str, str], Mapping[Case, Standing]]


def make_news(connection: sqlite3.Connection) -> None:
    """Make the tables, in a file that has none yet."""
    connection.execute(_NEWS)
    connection.execute(_LOOKED)


class NewsStore:
    """What is known of each case; what cannot be read any more is not known, and told anew.

    Every method raises StreetWorksError when the file cannot be read or written.
    """

    def __init__(self, database: Database, standings: Standings) -> None:
        """`standings` gives what was judged, by environment and ours."""
        self._database = database
        self._standings = standings

    def take(self, looks: Iterable[Look], *, by_planner: bool = False) -> None:
        """Keep what looks at works found, all of it or nothing; it is on the disk on return.

        `by_planner` says that the planner has seen the reports.
        """
        with self._database.changing() as connection:
            for look in looks:
                whose = (look.environment, look.ours)
                before, ours = (
                    _known(connection, whose),
                    json.dumps(seen_of(look.report.ours).kept()),
                )
                anew = replace(look, since=_looked_before(connection, whose, ours))
                now = anew.known(before, self._standings(*whose))
                _put(connection, before, looked_at(now) if by_planner else now)
                connection.execute(
                    "INSERT OR REPLACE INTO looked VALUES (?,?,?,?)",
                    (*whose, _text(look.at), ours),
                )

    def untold(self) -> list[News]:
        """Return what the planner has not looked at yet, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT * FROM news WHERE what <> ? ORDER BY at DESC, rowid", (What.SEEN.value,)
            ).fetchall()
        return list(_readable(rows))

    def mark_seen(self, news: Iterable[News]) -> None:
        """Note that the planner has looked at these; what was found later is still to be told."""
        with self._database.changing() as connection:
            for one in news:
                here = (*one.case, _text(one.at))
                if one.what is What.GONE:
                    connection.execute(_FORGET_SEEN, here)
                else:
                    connection.execute(_MARK, (What.SEEN.value, *here))


def _looked_before(
    connection: sqlite3.Connection, whose: tuple[str, str], ours: str
) -> Optional[datetime]:
    """Return when works were looked at; None where they were not, or a draft was another then."""
    row = connection.execute(
        "SELECT * FROM looked WHERE environment = ? AND ours = ?", whose
    ).fetchone()
    if row is None or (is_of_draft(whose[1]) and row["seen"] != ours):
        return None
    try:
        return moment(row["at"])
    except (TypeError, ValueError):  # damaged: as if nobody had looked
        return None


def _known(connection: sqlite3.Connection, whose: tuple[str, str]) -> dict[Case, News]:
    rows = connection.execute("SELECT * FROM news WHERE environment = ? AND ours = ?", whose)
    return {one.case: one for one in _readable(rows.fetchall())}


def _put(
    connection: sqlite3.Connection, before: Mapping[Case, News], now: Mapping[Case, News]
) -> None:
    """Write down what is different."""
    connection.executemany(_FORGET, before.keys() - now.keys())
    changed = [one for case, one in now.items() if before.get(case) != one]
    connection.executemany(_PUT, map(_to_row, changed))


def _to_row(one: News) -> tuple[Optional[str], ...]:
    return (
        *one.case,
        one.what.value,
        one.other,
        one.why,
        json.dumps(one.seen.kept()),
        json.dumps(one.place),
        _text(one.at),
        None if one.since is None else _text(one.since),
    )


def _readable(rows: Iterable[sqlite3.Row]) -> Iterator[News]:
    return (one for one in map(_read, rows) if one is not None)


def _read(row: sqlite3.Row) -> Optional[News]:
    """Return the news of a row, or None of a damaged one: it is found anew."""
    try:
        place, since = json.loads(row["place"]), row["since"]
        return News(
            case=Case(*(str(row[name]) for name in Case._fields)),
            what=What(row["what"]),
            other=str(row["other"]),
            why=str(row["why"]),
            seen=seen_in(read_document(row["seen"])),
            place=None if place is None else _four(*map(float, place)),
            at=moment(row["at"]),
            since=None if since is None else moment(since),
        )
    except (KeyError, OverflowError, RecursionError, TypeError, ValueError):
        return None


def _four(west: float, south: float, east: float, north: float) -> Bounds:
    return west, south, east, north


def _text(when: datetime) -> str:
    return when.astimezone(timezone.utc).isoformat(timespec="microseconds")
