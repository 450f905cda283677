"""What an earlier run has found, kept in a file, so that the next one says what is new.

A row holds a finding: which it is, and its facts. The file is written once all else is done: what a
run that broke off has found is new again to the next.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..clashes.seen import from_to
from ..errors import StreetWorksError
from ..files.database import Database, table
from ..words import tr

_SQLITE = b"SQLite format 3\0"
_KEY = ("work", "other_kind", "other", "rule")
_STEPS = (table("CREATE TABLE found (finding TEXT NOT NULL, facts TEXT NOT NULL)"),)

Facts = Mapping[str, Any]


def _compared() -> dict[str, str]:
    """Name the facts by which a finding is another than before."""
    return {
        "grade": tr("grade"),
        "distance_m": tr("distance in metres"),
        "first_day": tr("first day in common"),
        "last_day": tr("last day in common"),
        "work_days": tr("days of the works"),
        "work_traffic": tr("traffic management of the works"),
        "other_days": tr("days of the other"),
        "other_status": tr("status"),
        "other_traffic": tr("traffic management of the other"),
    }


class FoundBefore:
    """The findings of an earlier run, and those of this one; none of the former without a file.

    Raises StreetWorksError for a file that is none of these, or cannot be read or written.
    """

    def __init__(self, path: str) -> None:
        self._names = _compared()
        self._before: dict[str, list[list[str]]] = {}
        self._now: dict[str, list[list[str]]] = {}
        self._database = _opened(Path(path)) if path else None
        if self._database is not None:
            with self._database.reading() as connection:
                for key, facts in connection.execute("SELECT finding, facts FROM found"):
                    self._before.setdefault(key, []).append(json.loads(facts))

    def differs(self, facts: Facts) -> str:
        """Note a finding, and say what of it is new: all, what has changed, or "" for nothing."""
        key = json.dumps([facts.get(name) for name in _KEY])
        now = ["" if facts.get(name) is None else str(facts[name]) for name in self._names]
        self._now.setdefault(key, []).append(now)
        before = self._before.get(key)
        if before is None:
            return tr("new")
        nearest = min(before, key=lambda one: sum(old != new for old, new in zip(one, now)))
        changes = map(from_to, self._names.values(), nearest, now)
        return "; ".join(filter(None, changes))

    @property
    def gone(self) -> int:
        """How many findings of the earlier run were not made by this one."""
        return sum(len(found) for key, found in self._before.items() if key not in self._now)

    def keep(self, *, complete: bool) -> None:
        """Write down what was found; unless it is `complete`, what was before stays as well."""
        if self._database is None:
            return
        kept = self._now if complete else {**self._before, **self._now}
        rows = ((key, json.dumps(facts)) for key, found in kept.items() for facts in found)
        with self._database.changing() as connection:
            connection.execute("DELETE FROM found")
            connection.executemany("INSERT INTO found VALUES (?, ?)", rows)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()


def _opened(path: Path) -> Database:
    if path.exists() and not _may_be_ours(path):
        raise StreetWorksError(
            tr("{file} is no file in which an earlier run has kept what it found.").format(
                file=path
            ),
            advice=tr("Choose another file, or a name that is not taken yet."),
        )
    return Database(path, _STEPS)


def _may_be_ours(path: Path) -> bool:
    """Whether a file is empty, or one of SQLite."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) in (b"", _SQLITE)
    except OSError:
        return False
