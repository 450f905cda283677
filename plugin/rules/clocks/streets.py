"""The clocks that a street brings: lane rental and section 58."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Optional

from ...trade.days import Days
from ...trade.records.streets import Designation
from ...trade.vocabulary.clocks import Clock
from .. import asd
from ..asd import Hours
from .due import Due, told, worked_out


def lane_rental_days(
    designations: Iterable[Designation],
    days: Days,
    hours: Optional[Hours] = None,
    today: Optional[date] = None,
) -> tuple[date, ...]:
    """Return the days of works on which lane rental may be charged.

    `hours` are those in which works are done; None where that is not known: then all count.
    """
    rented = [one for one in designations if asd.number_of(one.code) == asd.LANE_RENTAL]
    if hours is not None:
        rented = [one for one in rented if asd.meets(one, hours)]
    every = (days.start + timedelta(days=n) for n in range(days.length))
    return tuple(day for day in every if any(asd.applies(one, day, day, today) for one in rented))


def lane_rental(
    designations: Iterable[Designation],
    days: Days,
    hours: Optional[Hours] = None,
    today: Optional[date] = None,
) -> Optional[Due]:
    """Return the first and the last of the days on which lane rental may be charged, or None."""
    rented = lane_rental_days(designations, days, hours, today)
    return worked_out(Clock.LANE_RENTAL_DAYS, rented[-1], first=rented[0]) if rented else None


def section_58(end: Optional[date]) -> Optional[Due]:
    """Return the end of a section 58 restriction, by the activity that Street Manager tells of."""
    return told(Clock.SECTION_58_ENDS, end) if end else None
