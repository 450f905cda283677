"""Habitual answers: what was answered last to questions that are answered alike each time."""

from collections.abc import Mapping
from pathlib import Path

from ..files.database import Database, table

FILE = "habits.sqlite"
_HABITS = """
CREATE TABLE habit (
    environment TEXT NOT NULL,
    account TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (environment, account, question)
)
"""
_KEEP = "INSERT OR REPLACE INTO habit VALUES (?,?,?,?)"
_FORGET = "DELETE FROM habit WHERE environment = ? AND account = ? AND question = ?"
_OF = "SELECT question, answer FROM habit WHERE environment = ? AND account = ?"


class HabitStore:
    """The answers in one file: each environment and each account there has its own.

    They are no secrets, but personal: the file is private, and what is forgotten is overwritten in
    it. Every method raises StreetWorksError when the file cannot be read or written; making the
    store raises StoreDamagedError when the file was damaged and has been put aside.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(Path(path), (table(_HABITS),))
        with self._database.reading() as connection:
            connection.execute("PRAGMA secure_delete = ON")

    def answers(self, environment: str, account: str) -> dict[str, str]:
        """Return the last answers by the names of their questions."""
        with self._database.reading() as connection:
            rows = connection.execute(_OF, (environment, _one(account))).fetchall()
        return {row["question"]: row["answer"] for row in rows}

    def keep(self, environment: str, account: str, answers: Mapping[str, str]) -> None:
        """Keep answers in the place of those before; a blank one is forgotten."""
        whose = (environment, _one(account))
        with self._database.changing() as connection:
            for question, answer in answers.items():
                if answer.strip():
                    connection.execute(_KEEP, (*whose, question, answer.strip()))
                else:
                    connection.execute(_FORGET, (*whose, question))

    def forget_all(self) -> None:
        """Forget the answers of every account."""
        with self._database.changing() as connection:
            connection.execute("DELETE FROM habit")

    def how_many(self) -> int:
        """Return how many answers there are, of all accounts."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM habit").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _one(account: str) -> str:
    """Return the name of an account as it is written in one way."""
    return account.strip().casefold()
