"""The clocks of a reinstatement: registration, its end, the inspections that follow."""

from datetime import date, timedelta
from typing import Optional

from ...trade import calendar
from ...trade.vocabulary.clocks import Clock
from ...trade.vocabulary.reinstatements import ReinstatementStatus, ReinstatementType
from ...trade.vocabulary.works import Category
from .. import notice, reinstatements
from .due import Due, told, worked_out

_REGISTRATION = 10  # working days
_CATEGORY_B_MONTHS = 6
_CATEGORY_C_MONTHS = 3
_DAY = timedelta(days=1)


def register_by(
    completed: date, *, excavated: bool, registered: bool, today: Optional[date] = None
) -> Optional[Due]:
    """Return until when a reinstatement completed on that day has to be registered.

    None where nothing was dug, or where the final reinstatement is registered.
    """
    if registered or not excavated:
        return None
    day = calendar.add_working_days(completed, _REGISTRATION, today)
    return worked_out(Clock.REGISTER_BY, day)


def ends(
    status: str,
    done: date,
    *,
    end: Optional[date] = None,
    depth: Optional[float] = None,
    today: Optional[date] = None,
) -> Due:
    """Return the last day of an interim reinstatement, or of a permanent one's guarantee.

    `end` is Street Manager's own date; without it, it is worked out by `depth`, in metres. An
    interim one presses from the day by which to apply for the permit of the permanent one, a
    guarantee in its last three months, in which it is inspected.
    """
    last = end or reinstatements.last_day(status, done, depth)
    due = told if end else worked_out
    if status == ReinstatementStatus.INTERIM:
        warn_from = notice.apply_by(Category.STANDARD, last, today)
        return due(Clock.INTERIM_ENDS, last, warn_from=warn_from)
    return due(Clock.GUARANTEE_ENDS, last, warn_from=_category_c_from(last))


def inspections(kind: str, status: str, done: date, end: date) -> tuple[Due, ...]:
    """Return the windows of the inspections of a reinstatement, which excavations alone have.

    Category B has the six months after the reinstatement, category C the last three of the
    guarantee: an interim one has none. `end` is the last day of the reinstatement's time.
    """
    if kind != ReinstatementType.EXCAVATION:
        return ()
    b_end = calendar.add_months(done, _CATEGORY_B_MONTHS) - _DAY
    b = worked_out(Clock.INSPECTION_B, b_end, first=done, warn_from=done)
    if status == ReinstatementStatus.INTERIM:
        return (b,)
    c_first = _category_c_from(end)
    return (b, worked_out(Clock.INSPECTION_C, end, first=c_first, warn_from=c_first))


def _category_c_from(end: date) -> date:
    return calendar.add_months(end + _DAY, -_CATEGORY_C_MONTHS)
