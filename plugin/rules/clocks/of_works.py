"""The clocks that run on works, by all that Street Manager tells of them and their permit."""

from datetime import date, datetime
from typing import Optional

from ...trade.calendar import civil_day, uk_today
from ...trade.days import Days
from ...trade.records.belonging import SiteSummary
from ...trade.records.works import Permit, Works
from ...trade.vocabulary.clocks import Clock
from ...trade.vocabulary.forward_plans import ForwardPlanStatus
from ...trade.vocabulary.works import Category, WorksStatus
from ..told import permit_standing, works_standing
from . import permits, reinstating, streets
from .due import Due
from .works import overrun


def of_works(works: Works, now: datetime) -> tuple[Due, ...]:
    """Return the clocks that run at a moment under the works' active permit.

    Works without one have that of the forward plan that is to be firmed up.
    """
    today = uk_today(now)
    if works.permit is None:
        return _of_plan(works, today)
    return _of_permit(works, works.permit, today)


def of_site(site: SiteSummary, now: datetime) -> tuple[Due, ...]:
    """Return the clocks that run at a moment on a site, by its latest reinstatement.

    An interim one that is over still has to be made permanent; all else is done with then.
    """
    done, end = civil_day(site.done), civil_day(site.ends)
    every = (
        reinstating.ends(site.status, done, end=end, today=uk_today(now)),
        *reinstating.inspections(site.kind, site.status, done, end),
    )
    return tuple(due for due in every if due.clock == Clock.INTERIM_ENDS or not due.is_over(now))


def _of_permit(works: Works, permit: Permit, today: date) -> tuple[Due, ...]:
    first, last = civil_day(permit.first_day), civil_day(permit.last_day)
    start_until = civil_day(permit.start_until)
    start_by = permits.start_by(
        works_standing(works), first, last, validity_end=start_until, today=today
    )
    progress_by = permits.progress_by(permit_standing(permit, works), first, today)
    rented = streets.lane_rental(permit.designations, Days(first, last), today=today)
    goes_on = start_by is not None or works.status == WorksStatus.IN_PROGRESS
    found: tuple[Optional[Due], ...] = (
        permits.deems(permit.status, permit.deadline),
        progress_by,
        progress_by and permits.order_by(permit.needs_order, first, today),
        start_by,
        start_by and permits.slid_end(first, last, today, start_until, today),
        overrun(works.status, last, reasonable_end=civil_day(permit.reasonable_until), today=today),
        rented if goes_on else None,
        _register_by(works, permit, today),
    )
    return tuple(due for due in found if due is not None)


def _register_by(works: Works, permit: Permit, today: date) -> Optional[Due]:
    if works.status != WorksStatus.COMPLETED or permit.stopped is None:
        return None
    return reinstating.register_by(
        civil_day(permit.stopped),
        excavated=permit.excavates,
        registered=bool(works.sites),
        today=today,
    )


def _of_plan(works: Works, today: date) -> tuple[Due, ...]:
    plan = works.plan
    if plan is None or plan.status != ForwardPlanStatus.RAISED:
        return ()
    due = permits.apply_by(Category.PAA, civil_day(plan.first_day), today)
    return () if due is None else (due,)
