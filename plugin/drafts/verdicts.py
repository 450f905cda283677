"""Verdicts on what meets, kept with the draft and then with the works."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Union

from ..clashes.verdict import Case, Judgement, Standing, is_of_draft, of_draft, standing
from ..files.database import Database
from ..files.troubles import DamagedRow
from .judgements import COLUMNS, read, to_columns
from .news import BECAME as NEWS_BECAME
from .news import NewsStore, make_news

_TEXTS = ", ".join(f'"{name}" TEXT NOT NULL' for name in COLUMNS[1:])
_TABLE = f"CREATE TABLE judgement (id TEXT PRIMARY KEY, {_TEXTS}, shared INTEGER NOT NULL)"
_PUT = "INSERT OR IGNORE INTO judgement VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_OF_OURS = "SELECT * FROM judgement WHERE environment = ? AND ours = ? ORDER BY rowid"
_OF_CASE = (
    "SELECT * FROM judgement WHERE environment = ? AND ours = ? AND kind = ? AND reference = ?"
)
_BECAME = "UPDATE judgement SET ours = ? WHERE ours = ?"
_UNSHARED = "SELECT * FROM judgement WHERE NOT shared ORDER BY rowid"


class VerdictStore:
    """All judgements in one file; none is ever changed, and the latest of a case counts.

    In the same file `news` keeps what is known of the cases, and what the planner is to be told.

    May be used by several threads, and by several QGIS at once. One that cannot be read stays in
    the file, and the others are there without it. Every method raises StreetWorksError when the
    file cannot be read or written; making the store raises StoreDamagedError when the file was
    damaged and has been put aside.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(Path(path), (_make, make_news))
        self.news = NewsStore(self._database, self.standings)

    def keep(self, judgement: Judgement) -> Standing:
        """Keep a judgement; return what counts of its case then. It is on the disk on return.

        Others of which it does not know, given in another QGIS meanwhile, are told there.
        """
        with self._database.changing() as connection:
            connection.execute(_PUT, (*to_columns(judgement), False))
            rows = connection.execute(_OF_CASE, judgement.case).fetchall()
        return standing(_readable(rows))

    def take(self, judgements: Iterable[Judgement]) -> None:
        """Keep what others of the team share; what is there already stays as it is."""
        with self._database.changing() as connection:
            rows = [(*to_columns(one), True) for one in judgements]
            connection.executemany(_PUT, rows)

    def standings(self, environment: str, ours: str) -> dict[Case, Standing]:
        """Return what counts of each judged case of ours: works, or a draft (see `of_draft`)."""
        with self._database.reading() as connection:
            rows = connection.execute(_OF_OURS, (environment, ours)).fetchall()
        cases: dict[Case, list[Judgement]] = defaultdict(list)
        for one in _readable(rows):
            cases[one.case].append(one)
        return {case: standing(history) for case, history in cases.items()}

    def became(self, draft_id: str, works_reference: str) -> None:
        """Let what was judged and what is known of a draft be of the works that it became."""
        with self._database.changing() as connection:
            for statement in (_BECAME, *NEWS_BECAME):
                connection.execute(statement, (works_reference, of_draft(draft_id)))

    def unshared(self) -> list[Judgement]:
        """Return those on works that the team does not have yet, the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(_UNSHARED).fetchall()
        return [one for one in _readable(rows) if not is_of_draft(one.case.ours)]

    def shared(self, judgements: Iterable[Judgement]) -> None:
        """Write down that the team has these."""
        with self._database.changing() as connection:
            connection.executemany(
                "UPDATE judgement SET shared = 1 WHERE id = ?", [(one.id,) for one in judgements]
            )

    def damaged(self) -> list[DamagedRow]:
        """Return what is said of the judgements that cannot be read."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT * FROM judgement ORDER BY rowid").fetchall()
        return [one for one in _all(rows) if isinstance(one, DamagedRow)]

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(_TABLE)
    connection.execute("CREATE INDEX judgement_ours ON judgement (environment, ours)")


def _all(rows: Iterable[sqlite3.Row]) -> Iterator[Union[Judgement, DamagedRow]]:
    return (read(dict(row)) for row in rows)


def _readable(rows: Iterable[sqlite3.Row]) -> list[Judgement]:
    return [one for one in _all(rows) if isinstance(one, Judgement)]
