"""The clocks of an application and its permit: deeming, applying, starting."""

from datetime import date, datetime, timedelta
from typing import Optional

from ...trade import calendar
from ...trade.vocabulary.clocks import Clock, Origin
from ...trade.vocabulary.permits import PermitStatus
from ...trade.vocabulary.works import Category
from .. import notice, progress
from ..standing import PermitStanding, WorksStanding
from .due import Due, told, worked_out

_LEAD_OF_AN_ORDER = timedelta(weeks=12)


def may_deem(status: str) -> bool:
    """Say whether a permit or a change request of that status is granted once its time is up.

    It is neither while a modification is requested, nor once anybody has decided (3.4.7, 3.4.8).
    """
    return status == PermitStatus.SUBMITTED  # a pending change has the same word


def deems(status: str, deadline: Optional[datetime]) -> Optional[Due]:
    """Return when a permit or a change request is deemed granted, by Street Manager's deadline."""
    return told(Clock.DEEMS, deadline) if deadline and may_deem(status) else None


def would_deem(category: str, received: datetime, today: Optional[date] = None) -> Due:
    """Return when an application received at a moment would be deemed granted.

    Raises KeyError for a category the trade does not have.
    """
    return worked_out(Clock.DEEMS, notice.response_deadline(category, received, today))


def change_would_deem(received: datetime, today: Optional[date] = None) -> Due:
    """Return when a change, or the answer to a modification request, would be deemed granted."""
    return worked_out(Clock.DEEMS, notice.change_deadline(received, today))


def start_by(
    works: WorksStanding,
    first_day: date,
    last_day: date,
    *,
    validity_end: Optional[date] = None,
    road_category: Optional[int] = None,
    traffic_sensitive: bool = False,
    hs2: bool = False,
    today: Optional[date] = None,
) -> Optional[Due]:
    """Return the last day on which works may start; None unless they may start now.

    `first_day` and `last_day` are the proposed ones. `validity_end` is Street Manager's own date;
    without it the end is worked out by what is known of the road, to be checked where nothing is;
    where there is no validity period it is the last proposed day.
    """
    if works.latest is None or progress.why_not_started(works) is not None:
        return None
    if validity_end is not None:
        return told(Clock.START_BY, validity_end)
    end = notice.validity_end(
        works.latest.category,
        first_day,
        road_category=road_category,
        traffic_sensitive=traffic_sensitive,
        hs2=hs2,
        today=today,
    )
    if end is not None and road_category is None:
        return Due(Clock.START_BY, end, Origin.CHECK)
    return worked_out(Clock.START_BY, end or last_day)


def slid_end(
    first_day: date,
    last_day: date,
    started: date,
    validity_end: Optional[date],
    today: Optional[date] = None,
) -> Optional[Due]:
    """Return the day to which a start on `started` moves the end; None where the end stays."""
    end = progress.slid_end(first_day, last_day, started, validity_end, today)
    return worked_out(Clock.SLID_END, end) if end > last_day else None


def apply_by(category: str, first_day: date, today: Optional[date] = None) -> Optional[Due]:
    """Return until when to apply for works of `category` so that `first_day` is no early start.

    A forward plan is applied for as a PAA. None where the category needs no notice.
    """
    if not notice.minimum_notice(category).days:
        return None
    day = notice.apply_by(category, first_day, today)
    return worked_out(Clock.APPLY_BY, calendar.at_cut_off(day))


def progress_by(
    latest: PermitStanding, first_day: date, today: Optional[date] = None
) -> Optional[Due]:
    """Return until when a PAA has to be progressed: its permit is applied for as major (7.4)."""
    return apply_by(Category.MAJOR, first_day, today) if progress.progresses(latest) else None


def order_by(
    needs_order: Optional[bool], first_day: date, today: Optional[date] = None
) -> Optional[Due]:
    """Return the last working day on which to ask for a traffic order, where one is needed."""
    if not needs_order:
        return None
    day = calendar.last_working_day(first_day - _LEAD_OF_AN_ORDER, today)
    return worked_out(Clock.ORDER_BY, day)
