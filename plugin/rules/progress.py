"""What a promoter may do with permits and works (Business rules 3.4.5, 3.4.9 and 6).

Each function says why something cannot be, in words for the user, or None when it can.
"""

from datetime import date, datetime
from typing import Optional

from ..trade import calendar
from ..trade.labels import label
from ..trade.vocabulary.permits import PermitStatus
from ..trade.vocabulary.works import Category, WorksStatus
from ..words import tr
from .standing import PermitStanding, WorksStanding
from .typed import written

OVER = frozenset(
    {PermitStatus.CLOSED, PermitStatus.CANCELLED, PermitStatus.REFUSED, PermitStatus.REVOKED}
)
"""After a permit with one of these statuses another one may be applied for."""

_ALIVE = frozenset(
    {PermitStatus.SUBMITTED, PermitStatus.GRANTED, PermitStatus.PERMIT_MODIFICATION_REQUEST}
)
_MAY_STOP = _ALIVE | {PermitStatus.REVOKED}
_CANCELLABLE = _ALIVE | {PermitStatus.REFUSED}
_WAITING = frozenset({PermitStatus.SUBMITTED, PermitStatus.GRANTED})
_NO_PERMITS = frozenset({WorksStatus.SECTION_81, WorksStatus.UNATTRIBUTABLE})
_EARLIEST_YEARS = 5


def progresses(latest: Optional[PermitStanding]) -> bool:
    """Say whether a permit that is applied for now is what the authorisation becomes."""
    return latest is not None and latest.is_paa and latest.status in _WAITING


def why_not_followed(works: WorksStanding) -> Optional[str]:
    """Say why another permit cannot be applied for (3.4.5, 3.4.11)."""
    if works.status in _NO_PERMITS:
        return tr("Works with the status {s} take no permits").format(s=label(works.status))
    if works.status == WorksStatus.IN_PROGRESS:
        return tr("These works are in progress: they have to stop first")
    latest = works.latest
    if latest is None or latest.status in OVER or progresses(latest):
        return None
    return tr("The latest permit of these works is not over yet")


def why_not_followed_by(works: WorksStanding, category: str) -> Optional[str]:
    """Say why the next permit cannot be of `category`: an authorisation is there (3.4.5)."""
    if category == Category.PAA and progresses(works.latest):
        return tr("The advance authorisation of these works is not over yet")
    return None


def why_not_cancelled(permit: PermitStanding) -> Optional[str]:
    """Say why a permit cannot be cancelled (3.4.9)."""
    if not permit.is_latest:
        return tr("Only the latest permit of the works can be cancelled")
    if permit.status not in _CANCELLABLE:
        said = tr("A permit with the status {s} cannot be cancelled")
        return said.format(s=label(permit.status))
    came_of_it = permit.is_stopped or permit.is_reinstated
    if permit.is_started and (not permit.is_immediate or came_of_it):
        return tr("The works have started: their permit cannot be cancelled")
    return None


def why_no_permit(works: WorksStanding) -> Optional[str]:
    """Say why works have nothing to be carried out under: an authorisation is no permit."""
    if works.latest is None:
        return tr("These works have no permit")
    if works.latest.is_paa:
        return tr("These works have an advance authorisation only: apply for their permit first")
    return None


def why_not_started(works: WorksStanding) -> Optional[str]:
    """Say why a start cannot be logged (6.1)."""
    if works.latest is None or works.latest.is_paa:
        return why_no_permit(works)
    if works.status == WorksStatus.IN_PROGRESS:
        return tr("The works have started already")
    if works.status != WorksStatus.PLANNED:
        return tr("Works with the status {s} cannot start").format(s=label(works.status))
    if works.latest.status not in _ALIVE:
        said = tr("Works cannot start under a permit with the status {s}")
        return said.format(s=label(works.latest.status))
    return None


def why_not_started_on(day: date, proposed: date) -> Optional[str]:
    """Say why works proposed for `proposed` cannot have started on `day` (V1.25.11)."""
    if day < _years_before(proposed, _EARLIEST_YEARS):
        return tr("Works cannot start more than five years before their proposed start.")
    return None


def thought_of_a_start(works: WorksStanding) -> Optional[str]:
    """Say what to think of before a start is logged that may be: a permit not granted yet (6.1).

    The register takes the start. Immediate works begin before there is a permit.
    """
    permit = works.latest
    if permit is None or permit.is_immediate or permit.status == PermitStatus.GRANTED:
        return None
    said = tr(
        "The permit is not granted yet (its status: {s}). Working without a permit is an offence."
    )
    return said.format(s=label(permit.status))


def why_not_stopped(works: WorksStanding) -> Optional[str]:
    """Say why a stop cannot be logged (6.3)."""
    if works.latest is None or works.latest.is_paa:
        return why_no_permit(works)
    if works.status == WorksStatus.PLANNED:
        return tr("The works have not started yet")
    if works.status != WorksStatus.IN_PROGRESS:
        return tr("Works with the status {s} cannot stop").format(s=label(works.status))
    if works.latest.status not in _MAY_STOP:
        said = tr("Works cannot stop under a permit with the status {s}")
        return said.format(s=label(works.latest.status))
    return None


def why_not_stopped_at(moment: datetime, started: Optional[datetime]) -> Optional[str]:
    """Say why works that started at a moment cannot have stopped at another (6.3)."""
    if started is not None and moment < started:
        return tr("The works cannot stop before they started.")
    return None


def thoughts_of_a_stop(
    works: WorksStanding, day: date, reasonable_until: Optional[date]
) -> list[str]:
    """Say what to think of before a stop on `day` is logged that may be (6.3, NRSWA s74).

    `reasonable_until` is the last day of the reasonable period.
    """
    thoughts = []
    if reasonable_until is not None and day > reasonable_until:
        said = tr("The reasonable period ended on {day}: these works overran.")
        thoughts.append(said.format(day=written(reasonable_until)))
    if works.latest is not None and works.latest.has_pending_change:
        thoughts.append(tr("The change request that is not decided yet ends with the works."))
    return thoughts


def thoughts_of_a_cancellation(permit: PermitStanding) -> list[str]:
    """Say what to think of before a permit is cancelled that may be (3.4.9)."""
    thoughts = []
    if permit.is_started:
        thoughts.append(tr("The works have started. Cancel only what did not take place."))
    if permit.has_pending_change:
        thoughts.append(tr("The change request that is not decided yet is cancelled, too."))
    return thoughts


def why_start_stays(works: WorksStanding) -> Optional[str]:
    """Say why a start cannot be taken back (6.2)."""
    permit = works.latest
    if permit is None or permit.is_paa:
        return why_no_permit(works)
    if works.status != WorksStatus.IN_PROGRESS or not permit.is_running:
        return tr("Only works in progress have a start to take back")
    if permit.is_immediate:
        return tr("Immediate works start by themselves")
    if permit.status == PermitStatus.REVOKED:
        return tr("The permit was revoked: the start stays")
    if permit.is_reinstated:
        return tr("A reinstatement was registered: the start stays")
    return None


def why_stop_stays(works: WorksStanding) -> Optional[str]:
    """Say why a stop cannot be taken back (6.4)."""
    permit = works.latest
    if permit is None or permit.is_paa:
        return why_no_permit(works)
    if (
        works.status != WorksStatus.COMPLETED
        or permit.status != PermitStatus.CLOSED
        or not permit.is_stopped
    ):
        return tr("Only completed works whose latest permit is closed can go on")
    return None


def may_slide(works_status: str, permit: PermitStanding, validity_end: Optional[date]) -> bool:
    """Say whether a late start would move the end: a period to start in, and no start yet (6.5)."""
    alive = works_status == WorksStatus.PLANNED and permit.status in _ALIVE
    return validity_end is not None and alive and not permit.is_started


def slid_end(
    start: date,
    end: date,
    started: date,
    validity_end: Optional[date],
    today: Optional[date] = None,
) -> date:
    """Return the day on which works end that started on `started` and not on `start` (6.5).

    Within the validity period a later start keeps the proposed number of working days; otherwise
    the end stays. Works without a working day keep their number of days.
    """
    if validity_end is None or end < start or not start < started <= validity_end:
        return end
    days = calendar.working_days(start, end, today)
    if not days:
        return started + (end - start)
    first = calendar.next_working_day(started, today)
    return max(end, calendar.add_working_days(first, days - 1, today))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
