"""The columns of the streets' table, and how each is read from what the look-up told."""

from collections.abc import Iterator
from datetime import datetime
from typing import Callable, NamedTuple, Union

from ...rules import asd
from ...rules.roads import roads_of
from ...trade.calendar import civil_day, uk_today
from ...trade.records.streets import Designation, Street
from ...trade.telling import whole_day
from ...words import tr
from .records import moment_text

USRN, NAME, AREA, TOWN, TOLD, AS_OF = "usrn", "name", "area", "town", "told", "as_of"
AUTHORITY, SENSITIVE, PROTECTED, DESIGNATIONS = (
    "authority",
    "traffic_sensitive",
    "protected",
    "designations",
)

PLAIN, IS_SENSITIVE, IS_PROTECTED, IS_BOTH = "plain", "sensitive", "protected", "both"
"""What `told` says of a street, in one word: a style may go by it."""


class StreetColumn(NamedTuple):
    """A column: its name in the layer, the planner's name for it, its type in SQL, its value."""

    name: str
    alias: str
    sql: str
    read: Callable[[Street], Union[str, int]]


def street_columns() -> tuple[StreetColumn, ...]:
    """Return the columns in order, with names in the planner's language; `as_of` comes last."""
    return (
        StreetColumn(USRN, tr("USRN"), "INTEGER NOT NULL UNIQUE", lambda one: one.usrn),
        StreetColumn(NAME, tr("Street"), "TEXT", lambda one: one.name),
        StreetColumn(AREA, tr("Area"), "TEXT", lambda one: one.area),
        StreetColumn(TOWN, tr("Town"), "TEXT", lambda one: one.town),
        StreetColumn(AUTHORITY, tr("Highway authority"), "TEXT", lambda one: one.authority),
        StreetColumn("road", tr("Road"), "TEXT", roads_of),
        StreetColumn(SENSITIVE, tr("Traffic-sensitive"), "TEXT", _sensitive),
        StreetColumn(PROTECTED, tr("Protected"), "TEXT", _protected),
        StreetColumn(DESIGNATIONS, tr("Designations"), "TEXT", _designations),
        StreetColumn(TOLD, tr("Kind of street"), "TEXT", told),
    )


def as_of_column() -> StreetColumn:
    """Return the column of the moment as of which all of it is."""
    return StreetColumn(AS_OF, tr("As of"), "DATETIME", lambda _one: "")


def row_of(street: Street, as_of: datetime) -> tuple[Union[str, int], ...]:
    """Return what the columns hold for a street."""
    return (*(column.read(street) for column in street_columns()), moment_text(as_of))


def told(street: Street) -> str:
    """Say in a word whether a street is traffic-sensitive, protected, both, or neither."""
    sensitive, protected = bool(_sensitive(street)), bool(_protected(street))
    if sensitive and protected:
        return IS_BOTH
    if sensitive:
        return IS_SENSITIVE
    return IS_PROTECTED if protected else PLAIN


def _sensitive(street: Street) -> str:
    """Say when a street is traffic-sensitive; "" for one that is not."""
    times = [asd.when(one) for one in _designated(street, asd.TRAFFIC_SENSITIVE)]
    if times:
        return "; ".join(dict.fromkeys(one or tr("at all times") for one in times))
    return tr("times not told") if street.traffic_sensitive else ""


def _protected(street: Street) -> str:
    """Say until when a street is protected; "" for one that is not, or no longer."""
    untils = [one.last_day for one in _designated(street, asd.PROTECTED_STREET)]
    if not untils:
        return ""
    if None in untils:
        return tr("without an end")
    last = max(civil_day(one) for one in untils if one is not None)
    if last < uk_today():
        return ""
    return tr("until {day}").format(day=whole_day(last))


def _designations(street: Street) -> str:
    return ", ".join(sorted({asd.name_of(one.code) for one in street.designations}))


def _designated(street: Street, code: int) -> Iterator[Designation]:
    return (one for one in street.designations if asd.number_of(one.code) == code)
