"""Notice before works start, the time an authority has to answer, and a permit's validity.

Business rules 3.4.6, 3.4.8 and 6.5. What the register sends (`is_early_start`, `deadline_date`,
`validity_period_end_date`) is final; these are hints and the practice service's answers.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple, Optional

from ..trade import calendar
from ..trade.vocabulary.works import Category
from .roads import WITH_VALIDITY


class Period(NamedTuple):
    """A number of days, counted on the calendar or in working days."""

    days: int
    working: bool


_NO_NOTICE = Period(0, working=False)

_MINIMUM_NOTICE: dict[str, Period] = {
    Category.PAA: Period(84, working=False),  # three months, of 28 days each
    Category.MAJOR: Period(10, working=True),
    Category.STANDARD: Period(10, working=True),
    Category.MINOR: Period(3, working=True),
    Category.IMMEDIATE_URGENT: _NO_NOTICE,
    Category.IMMEDIATE_EMERGENCY: _NO_NOTICE,
}
_RESPONSE: dict[str, Period] = {
    Category.PAA: Period(28, working=False),
    Category.MAJOR: Period(5, working=True),
    Category.STANDARD: Period(5, working=True),
    Category.MINOR: Period(2, working=True),
    Category.IMMEDIATE_URGENT: Period(2, working=True),
    Category.IMMEDIATE_EMERGENCY: Period(2, working=True),
    Category.HS2_HIGHWAY: Period(28, working=False),
}
_CHANGE_RESPONSE = Period(2, working=True)
_VALIDITY_WORKING_DAYS: dict[str, int] = {
    Category.MAJOR: 5,
    Category.STANDARD: 5,
    Category.MINOR: 2,
}


def minimum_notice(category: str) -> Period:
    """Return the notice the category needs; none for immediate and HS2 highway works."""
    return _MINIMUM_NOTICE.get(category, _NO_NOTICE)


def earliest_start(category: str, applied_on: date, today: Optional[date] = None) -> date:
    """Return the first day works may start when they are applied for on `applied_on`.

    `applied_on` is the day in the UK on which the application counts: see `calendar.counted_day`,
    as one after 16:30 counts on the next working day. It is the first day of notice, and the day of
    the start is not part of the notice. A day that is no working day stands for the next one.
    """
    notice = minimum_notice(category)
    if not notice.days:
        return applied_on
    counted = calendar.next_working_day(applied_on, today)
    return _after(counted, notice, today)


def is_early_start(
    category: str, start: date, applied_on: date, today: Optional[date] = None
) -> bool:
    """Say whether a start on `start` leaves less than the minimum notice and must be explained."""
    return start < earliest_start(category, applied_on, today) and bool(
        minimum_notice(category).days
    )


def apply_by(category: str, start: date, today: Optional[date] = None) -> date:
    """Return the last working day whose applications leave the notice that the category needs.

    It is the inverse of `earliest_start`. Without a notice it is `start` itself.
    """
    notice = minimum_notice(category)
    if not notice.days:
        return start
    if notice.working:
        begun = calendar.last_working_day(start, today)
        return calendar.take_working_days(begun, notice.days, today)
    return calendar.last_working_day(start - timedelta(days=notice.days), today)


def response_deadline(category: str, received: datetime, today: Optional[date] = None) -> datetime:
    """Return the moment, on UK clocks, at which an unanswered application is deemed granted.

    It is 16:30 on the last day of the response period, whose first day is the one after the day the
    application counts as received. HS2 highway works inside the act's limits are granted at once:
    for `hs2_highway` the 28 days outside them are returned. Raises KeyError for a category the
    contract does not have.
    """
    return _deadline(_RESPONSE[category], received, today)


def change_deadline(received: datetime, today: Optional[date] = None) -> datetime:
    """Return the moment, on UK clocks, at which an unanswered change is deemed granted (4.5).

    It holds for change requests, and for permits that were modified as was asked (3.4.8).
    """
    return _deadline(_CHANGE_RESPONSE, received, today)


def validity_end(
    category: str,
    start: date,
    *,
    road_category: Optional[int] = None,
    traffic_sensitive: bool = False,
    hs2: bool = False,
    today: Optional[date] = None,
) -> Optional[date]:
    """Return the last day on which works may still start under their permit.

    The proposed start counts as the first day, or the next working day where it is none. None means
    that there is no such period: other categories, works for which a traffic-sensitive designation
    was chosen, works of High Speed Two, and roads that are known not to be of category 3 or 4. A
    `road_category` of None is a road not known yet.
    """
    days = _VALIDITY_WORKING_DAYS.get(category)
    other_road = road_category is not None and road_category not in WITH_VALIDITY
    if days is None or traffic_sensitive or hs2 or other_road:
        return None
    return calendar.add_working_days(calendar.next_working_day(start, today), days - 1, today)


def _deadline(period: Period, received: datetime, today: Optional[date]) -> datetime:
    return calendar.at_cut_off(_after(calendar.counted_day(received, today), period, today))


def _after(day: date, period: Period, today: Optional[date]) -> date:
    if period.working:
        return calendar.add_working_days(day, period.days, today)
    return day + timedelta(days=period.days)
