"""Starting and stopping works, and taking that back (Business rules 6.1 to 6.4)."""

from dataclasses import replace
from datetime import date, datetime

from ...words import tr
from ..exchange import bad_field
from ..records import Change, Reinstatement, Works
from .alterations import without_pending
from .pieces import about_permit, active_permit, find_permit, forbidden, with_permit

_EARLIEST_YEARS = 5
_MAY_START = frozenset({"submitted", "granted", "permit_modification_request"})
_MAY_STOP = _MAY_START | {"revoked"}


def start(works: Works, when: datetime, now: datetime) -> Change:
    """Log that the works started. Raises Refusal: 412 in another state, 400 for the moment."""
    permit = active_permit(works)
    if works.status != "planned" or permit.status not in _MAY_START:
        raise forbidden(tr("Only planned works whose permit is alive can start"))
    _check_past("actual_start_date", when, now)
    if when.date() < _years_before(permit.start, _EARLIEST_YEARS):
        message = tr("Works cannot start more than five years before their proposed start.")
        raise bad_field("actual_start_date", message)
    running = replace(permit, actual_start=when, modified=now)
    told = about_permit("work_start_logged", "Works started", permit)
    return Change(replace(with_permit(works, running), status="in_progress"), (told,))


def revert_start(works: Works, reason: str, now: datetime) -> Change:
    """Take the start back. Raises Refusal 412 when too much has happened since."""
    permit = active_permit(works)
    if works.status != "in_progress" or permit.actual_start is None:
        raise forbidden(tr("Only works in progress have a start to take back"))
    if permit.is_immediate:
        raise forbidden(tr("Immediate works start by themselves"))
    if permit.status == "revoked":
        raise forbidden(tr("The permit was revoked: the start stays"))
    if any(done.permit_reference == permit.reference for done in _reinstatements(works)):
        raise forbidden(tr("A reinstatement was registered: the start stays"))
    planned = replace(permit, actual_start=None, modified=now)
    told = replace(
        about_permit("work_start_reverted", "Start of works reverted", permit), details=reason
    )
    return Change(replace(with_permit(works, planned), status="planned"), (told,))


def stop(works: Works, when: datetime, now: datetime) -> Change:
    """Log that the works stopped, which closes the permit. Raises Refusal: 412, 400."""
    permit = active_permit(works)
    if works.status != "in_progress" or permit.status not in _MAY_STOP:
        raise forbidden(tr("Only works in progress can stop"))
    _check_past("actual_stop_date", when, now)
    if permit.actual_start and when < permit.actual_start:
        raise bad_field("actual_stop_date", tr("The works cannot stop before they started."))
    ended = without_pending(works, permit, "cancelled", now)
    permit = find_permit(ended.works, permit.reference)
    closed = replace(
        permit,
        status="closed",
        actual_stop=when,
        status_before_stop=permit.status,
        status_changed=now,
        modified=now,
    )
    told = about_permit("work_stop_logged", "Works stopped", permit)
    done = replace(with_permit(ended.works, closed), status="completed")
    return Change(done, (*ended.events, told))


def revert_stop(works: Works, reason: str, now: datetime) -> Change:
    """Take the stop back. Raises Refusal 412 unless the closed permit is the latest."""
    permit = active_permit(works)
    if works.status != "completed" or permit.status != "closed" or permit.actual_stop is None:
        raise forbidden(tr("Only completed works whose latest permit is closed can go on"))
    running = replace(
        permit,
        status=permit.status_before_stop or "granted",
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


def _years_before(moment: datetime, years: int) -> date:
    day = moment.date()
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _reinstatements(works: Works) -> list[Reinstatement]:
    return [done for site in works.sites for done in site.reinstatements]
