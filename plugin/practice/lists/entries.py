"""One row of a list, with what it can be found by; choosing and sorting rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Optional

from .query import Query

_ABOUT_THE_LIST = frozenset({"offset", "sort_column", "sort_direction", "swa_code", "query"})
_AREA = "geographical_area_reference_number"


@dataclass(frozen=True)
class Entry:
    """A row as the contract has it, and what the parameters compare with.

    `equal` gives the value that a parameter names, or whether a flag holds; `not_before` and
    `not_after` the day that must not lie before, or after, the parameter's; `search` is what
    `query` is looked for in, `usrn` the street that geographical areas are made of.
    """

    row: Mapping[str, Any]
    equal: Mapping[str, Any] = field(default_factory=dict)
    not_before: Mapping[str, Optional[date]] = field(default_factory=dict)
    not_after: Mapping[str, Optional[date]] = field(default_factory=dict)
    search: str = ""
    usrn: int = 0

    def suits(self, query: Query, streets: Optional[frozenset[int]]) -> bool:
        """Say whether the row is asked for; `streets` are those of the areas that are named."""
        wanted = query["query"]
        if wanted and wanted.lower() not in self.search.lower():
            return False
        if streets is not None and self.usrn not in streets:
            return False
        return all(
            self._holds(name, value)
            for name, value in query.items()
            if name not in _ABOUT_THE_LIST and name != _AREA
        )

    def _holds(self, name: str, value: Any) -> bool:
        if name in self.not_before:
            return _known(self.not_before[name]) and self.not_before[name] >= value
        if name in self.not_after:
            return _known(self.not_after[name]) and self.not_after[name] <= value
        own = self.equal.get(name)
        if isinstance(value, list):
            return own in value
        if name.endswith("_only") or name == "is_not_read":
            return bool(own) or not value
        return bool(bool(own) == value)


def _known(day: Optional[date]) -> bool:
    return day is not None


def chosen(
    entries: Iterable[Entry],
    query: Query,
    streets: Optional[frozenset[int]],
    newest: str,
    columns: Mapping[str, str],
) -> list[Mapping[str, Any]]:
    """Return the rows that are asked for, in the order asked for; the newest first if none is.

    `columns` translates what `sort_column` says into the rows' names.
    """
    rows = [entry.row for entry in entries if entry.suits(query, streets)]
    asked = query["sort_column"]
    column = columns.get(asked, asked) if asked else newest
    backwards = (query["sort_direction"] or ("asc" if asked else "desc")) == "desc"
    return sorted(rows, key=lambda row: str(row.get(column) or ""), reverse=backwards)
