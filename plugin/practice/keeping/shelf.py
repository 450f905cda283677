"""Records beside works: activities, areas, CSV exports, workstreams, users."""

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Callable, Generic, Optional, TypeVar

from ...words import tr
from ..refusals import not_found
from .journal import Journal, Kept

_Record = TypeVar("_Record")


class Shelf(Generic[_Record]):
    """Records of one kind by key. Every method is safe to call from many threads at once.

    `watch` is told of every record put on the shelf, under the register's lock.
    """

    def __init__(
        self,
        kind: str,
        records: Mapping[str, _Record],
        lock: AbstractContextManager[bool],
        journal: Optional[Journal],
        watch: Callable[[_Record], None] = lambda record: None,
    ) -> None:
        self._kind = kind
        self._records: dict[str, _Record] = {
            **records,
            **(journal.records(kind) if journal else {}),
        }
        self._lock = lock
        self._journal = journal
        self._watch = watch
        self._last = max((_number(key) for key in self._records), default=0)

    def get(self, key: str) -> _Record:
        """Return the record. Raises Refusal 404."""
        with self._lock:
            found = self._records.get(key)
        if found is None:
            raise not_found(tr("There is nothing with the reference {key}").format(key=key))
        return found

    def all(self) -> list[_Record]:
        """Return every record, oldest first."""
        with self._lock:
            return list(self._records.values())

    def put(self, key: str, record: _Record) -> None:
        """Keep a record, new or in the place of the one that was there."""
        with self._lock:
            if self._journal:
                self._journal.keep([Kept(self._kind, key, record)])
            self._records[key] = record
            self._watch(record)

    def change(self, key: str, make: Callable[[_Record], _Record]) -> _Record:
        """Put what `make` makes of a record in its place; nothing when it raises. Refusal 404."""
        with self._lock:
            changed = make(self.get(key))
            self.put(key, changed)
            return changed

    def add(self, beginning: str, make: Callable[[str], _Record]) -> _Record:
        """Keep what `make` makes for the next reference: `beginning` and three digits or more."""
        with self._lock:
            taken = [_number(key) for key in self._records if key.startswith(beginning)]
            key = f"{beginning}{max(taken, default=0) + 1:03d}"
            record = make(key)
            self.put(key, record)
            return record

    def next_number(self) -> int:
        """Return a number above all that end a key here, and that nobody else is given."""
        with self._lock:
            self._last = max([self._last, *map(_number, self._records)]) + 1
            return self._last


def _number(key: str) -> int:
    found = re.search(r"(\d+)$", key)
    return int(found[1]) if found else 0
