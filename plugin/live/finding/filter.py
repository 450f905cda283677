"""What the planner wants to see of the live records: a filter, as SQL, as JSON and in words.

A condition narrows the kinds of record that have it. Categories, permit statuses, traffic
management and impact are of works alone; promoters are of works and forward plans; HS2 act limits
have none of it and are never narrowed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Optional

from ...errors import StreetWorksError
from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ...trade.labels import label
from ...trade.traffic import impact_name
from ...words import tr
from ..store.columns import ACTIVITY_KIND, END_DAY, PROMOTER_CODE, START_DAY
from . import sql
from .days_wanted import DaysWanted

LONGEST_TEXT = 1000
MOST_VALUES = 1000

_NEXT_14_DAYS = DaysWanted()

# The columns that a text is looked for in.
SEARCHED = {
    WORKS: ("reference", "work_reference", "promoter", PROMOTER_CODE),
    ACTIVITY: ("reference", "name", f"{ACTIVITY_KIND}_label", "location", "street", "area"),
    FORWARD_PLAN: (
        "reference",
        "work_reference",
        "promoter",
        "description",
        "street",
        "area",
        "location",
    ),
    HS2: (),
}

_LISTS = {
    "categories": ("category", (WORKS,)),
    "statuses": ("status", (WORKS,)),
    "traffic_managements": ("traffic_management", (WORKS,)),
    "promoters": ("promoter", (WORKS, FORWARD_PLAN)),
    "impacts": ("impact", (WORKS,)),
}


@dataclass(frozen=True)
class Filter:
    """What is to be seen; an empty tuple or text does not narrow.

    Categories, `statuses` (of permits) and traffic management are words of the trade, promoters
    are names as the register writes them, impacts those of trade.traffic. Of `text` every word
    must be there.
    """

    days: DaysWanted = _NEXT_14_DAYS
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    traffic_managements: tuple[str, ...] = ()
    promoters: tuple[str, ...] = ()
    impacts: tuple[str, ...] = ()
    traffic_sensitive: bool = False
    text: str = ""

    def to_sql(
        self, kind: str, *, sensitive: Collection[str] = (), today: Optional[date] = None
    ) -> str:
        """Return the condition for the layers of `kind`, for SQLite and PostgreSQL; "" for none.

        What has no start or no end is open there. Records on the map do not tell whether their
        street is traffic-sensitive: `sensitive` are the references of the works that are known to
        be on one (see `sensitive.Known`), and where only those are wanted, other works are hidden.
        """
        if kind == HS2:
            return ""
        narrowed = [
            sql.is_one_of(column, getattr(self, name))
            for name, (column, kinds) in _LISTS.items()
            if kind in kinds
        ]
        if self.traffic_sensitive and kind == WORKS:
            narrowed.append(sql.is_one_of("work_reference", sorted(sensitive)) or "1 = 0")
        words = [sql.holds(SEARCHED[kind], word) for word in self.text.split()]
        return sql.all_of((*self._days_sql(today), *narrowed, *words))

    def unsure_sql(self, known: Collection[str], *, today: Optional[date] = None) -> str:
        """Return the condition of works that pass the filter if their street is traffic-sensitive.

        `known` are the references of the works of which it is known whether it is.
        """
        rest = replace(self, traffic_sensitive=False).to_sql(WORKS, today=today)
        named = sql.is_one_of("work_reference", sorted(known))
        return sql.all_of((rest, f"NOT {named}" if named else "")) or "1 = 1"

    def _days_sql(self, today: Optional[date]) -> Iterable[str]:
        first, last = self.days.range(today)
        if last is not None:
            yield sql.not_after(START_DAY, last)
        if first is not None:
            yield sql.not_before(END_DAY, first)

    def describe(self, today: Optional[date] = None) -> str:
        """Say it in words, such as "Standard and major, permit granted, today to 9 December"."""
        parts = [
            _listed(_inside(label(code)) for code in self.categories),
            _with(tr("permit {statuses}"), "statuses", (label(one) for one in self.statuses)),
            _listed(_inside(label(code)) for code in self.traffic_managements),
            _listed(_inside(impact_name(one)) for one in self.impacts),
            _listed(self.promoters),
            tr("on traffic-sensitive streets") if self.traffic_sensitive else "",
            tr("with “{text}”").format(text=" ".join(self.text.split())) if self.text else "",
            self.days.describe(today),
        ]
        said = ", ".join(part for part in parts if part)
        return said[:1].upper() + said[1:]

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads, as json takes it."""
        rest = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "days"}
        plain = {name: list(one) if isinstance(one, tuple) else one for name, one in rest.items()}
        return {"days": self.days.to_json(), **plain}

    @classmethod
    def from_json(cls, data: object) -> "Filter":
        """Read what `to_json` wrote; keys that are not known are left out, missing ones are usual.

        Raises StreetWorksError for values that are none of a filter's.
        """
        if not isinstance(data, Mapping):
            raise _refused(repr(data))
        known = {one.name for one in fields(cls)}
        return cls(**{name: _read(name, data[name]) for name in known & set(data)})


def _read(name: str, value: object) -> Any:
    if name == "days":
        return DaysWanted.from_json(value)
    if name in _LISTS and isinstance(value, (list, tuple)) and _are_words(value):
        return tuple(value)
    fits = isinstance(value, bool) if name == "traffic_sensitive" else _are_words([value])
    if name in _LISTS or not fits:
        raise _refused(f"{name}: {value!r}"[:LONGEST_TEXT])
    return value


def _are_words(values: Collection[object]) -> bool:
    return len(values) <= MOST_VALUES and all(
        isinstance(one, str) and len(one) <= LONGEST_TEXT for one in values
    )


def _with(text: str, name: str, words: Iterable[str]) -> str:
    said = _listed(_inside(word) for word in words)
    return text.format(**{name: said}) if said else ""


def _listed(words: Iterable[str]) -> str:
    """Write "a", "a and b", "a, b and c"."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return tr("{some} and {last}").format(some=", ".join(every[:-1]), last=every[-1])


def _inside(words: str) -> str:
    """Write a label as inside a sentence; what begins with capitals, such as HS2, stays."""
    return words if words[1:2].isupper() or words[1:2].isdigit() else words[:1].lower() + words[1:]


def _refused(detail: str) -> StreetWorksError:
    return StreetWorksError(
        tr("This filter cannot be read."),
        advice=tr("Please set it anew and save it again."),
        detail=detail,
    )
