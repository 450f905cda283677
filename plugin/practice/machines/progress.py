"""Starting and stopping works, and taking that back (Business rules 6.1 to 6.4)."""

from dataclasses import replace
from datetime import date, datetime

from ...rules import assessing, progress
from ...rules.steps import Step
from ...trade.calendar import uk_time, uk_today
from ...trade.vocabulary.permits import PermitStatus
from ...words import tr
from ..made_up.scene import midnight
from ..records import Change, Permit, Works
from ..refusals import bad_field
from .alterations import without_pending
from .pieces import (
    about_permit,
    check_field,
    find_permit,
    permit_for,
    validity_end,
    with_permit,
)
from .standings import permit_standing, works_standing


def start(works: Works, when: datetime, now: datetime) -> Change:
    """Log that the works started. Raises Refusal: 412 in another state, 400 for the moment."""
    permit = permit_for(works, Step.START, works_standing(works))
    _check_past("actual_start_date", when, now)
    day = uk_time(when).date()
    why = progress.why_not_started_on(day, permit.start.date())
    check_field("actual_start_date", why)
    end = _end_after_start(works, permit, day, uk_today(now))
    slid = permit.end if end != permit.end else None
    running = replace(permit, actual_start=when, end=end, end_before_start=slid, modified=now)
    told = about_permit("work_start_logged", "Works started", permit)
    return Change(replace(with_permit(works, running), status="in_progress"), (told,))


def revert_start(works: Works, reason: str, now: datetime) -> Change:
    """Take the start back. Raises Refusal 412 when too much has happened since."""
    permit = permit_for(works, Step.REVERT_START, works_standing(works))
    end = permit.end_before_start or permit.end
    planned = replace(permit, actual_start=None, end=end, end_before_start=None, modified=now)
    told = replace(
        about_permit("work_start_reverted", "Start of works reverted", permit), details=reason
    )
    return Change(replace(with_permit(works, planned), status="planned"), (told,))


def stop(works: Works, when: datetime, now: datetime) -> Change:
    """Log that the works stopped, which closes the permit. Raises Refusal: 412, 400."""
    permit = permit_for(works, Step.STOP, works_standing(works))
    _check_past("actual_stop_date", when, now)
    check_field("actual_stop_date", progress.why_not_stopped_at(when, permit.actual_start))
    ended = without_pending(works, permit, "cancelled", now)
    permit = find_permit(ended.works, permit.reference)
    closed = replace(
        permit,
        status="closed",
        actual_stop=when,
        status_before_stop=permit.status,
        assessment_status=assessing.after_stop(
            permit_standing(works, permit), permit.assessment_status
        ),
        status_changed=now,
        modified=now,
    )
    told = about_permit("work_stop_logged", "Works stopped", permit)
    done = replace(with_permit(ended.works, closed), status="completed")
    return Change(done, (*ended.events, told))


def revert_stop(works: Works, reason: str, now: datetime) -> Change:
    """Take the stop back. Raises Refusal 412 unless the closed permit is the latest."""
    permit = permit_for(works, Step.REVERT_STOP, works_standing(works))
    before = permit.status_before_stop or PermitStatus.GRANTED
    running = replace(
        permit,
        status=before,
        assessment_status=assessing.before_stop(before, permit.assessment_status),
        actual_stop=None,
        status_before_stop=None,
        status_changed=now,
        modified=now,
    )
    told = replace(
        about_permit("work_stop_reverted", "Stop of works reverted", permit), details=reason
    )
    return Change(replace(with_permit(works, running), status="in_progress"), (told,))


def _check_past(field: str, when: datetime, now: datetime) -> None:
    if when > now:
        raise bad_field(field, tr("This must be in the past."))


def _end_after_start(works: Works, permit: Permit, started: date, today: date) -> datetime:
    """Return the permit's end once the works started on a day: a late start may move it."""
    until = validity_end(works, permit, today)
    return midnight(
        progress.slid_end(permit.start.date(), permit.end.date(), started, until, today)
    )
