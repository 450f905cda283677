"""Until when something is to be done, and whose word that is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Optional, Union

from ...trade import calendar
from ...trade.vocabulary.clocks import Clock, Origin
from .table import RULES, Rule

_MIDNIGHT = time(0)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """A clock that runs, until a moment or to the end of a day.

    `first` is the first day of a window, `warn_from` the day from which it presses: without one
    that is a working day ahead.
    """

    clock: Clock
    until: Union[date, datetime]
    origin: Origin
    first: Optional[date] = None
    warn_from: Optional[date] = None

    @property
    def rule(self) -> Rule:
        """The rule of the clock, with its source."""
        return RULES[self.clock]

    @property
    def day(self) -> date:
        """The day in the UK on which its time is up."""
        return calendar.uk_today(self.until) if isinstance(self.until, datetime) else self.until

    @property
    def end(self) -> datetime:
        """The moment at which its time is up, on UK clocks: what dues are sorted by."""
        if isinstance(self.until, datetime):
            return calendar.uk_time(self.until)
        return datetime.combine(self.until + _DAY, _MIDNIGHT, tzinfo=calendar.uk_zone())

    def is_over(self, now: datetime) -> bool:
        """Whether its time was up at `now`; the last moment itself is in time."""
        if isinstance(self.until, datetime):
            return now > self.until
        return calendar.uk_today(now) > self.until

    def presses(self, now: datetime) -> bool:
        """Whether it is time to do something, or over already."""
        today = calendar.uk_today(now)
        return today >= (self.warn_from or calendar.last_working_day(self.day - _DAY, today))


def told(
    clock: Clock,
    until: Union[date, datetime],
    first: Optional[date] = None,
    warn_from: Optional[date] = None,
) -> Due:
    """Return a due whose date is Street Manager's own."""
    return Due(clock, until, Origin.STREET_MANAGER, first, warn_from)


def worked_out(
    clock: Clock,
    until: Union[date, datetime],
    first: Optional[date] = None,
    warn_from: Optional[date] = None,
) -> Due:
    """Return a due that was worked out here: to be checked where the source of its rule is thin."""
    origin = Origin.CHECK if RULES[clock].is_thin else Origin.OURS
    return Due(clock, until, origin, first, warn_from)
