"""The clocks of a fixed penalty notice: the discount, and the whole penalty."""

from datetime import date, timedelta
from typing import Optional

from ...trade import calendar
from ...trade.vocabulary.clocks import Clock
from ...trade.vocabulary.notices import PenaltyStatus
from .due import Due, worked_out

_DISCOUNTED = timedelta(days=28)  # day 29, as the day on which it is given is day 1
_IN_FULL = timedelta(days=35)
_UNPAID = frozenset({PenaltyStatus.ISSUED, PenaltyStatus.ACCEPTED, PenaltyStatus.DISPUTED})


def payment(status: str, given: date, today: Optional[date] = None) -> tuple[Due, ...]:
    """Return until when a penalty is discounted, and until when to pay it; () once it is settled.

    A dispute does not stop the time.
    """
    if status not in _UNPAID:
        return ()
    discount = calendar.next_working_day(given + _DISCOUNTED, today)
    return (
        worked_out(Clock.DISCOUNT_ENDS, discount),
        worked_out(Clock.PENALTY_DUE, given + _IN_FULL),
    )
