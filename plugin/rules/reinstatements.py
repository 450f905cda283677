"""Sites and reinstatements: what may be registered, and how long it must last (Business rules 8).

Functions that say why something cannot be say it in words for the user, or None when it can.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Optional

from ..trade.calendar import add_months
from ..trade.vocabulary.reinstatements import ReinstatementStatus, ReinstatementType
from ..trade.vocabulary.works import WorksStatus
from ..words import tr
from .progress import why_no_permit
from .standing import Done, SiteStanding, WorksStanding

_INTERIM_MONTHS = 6
_GUARANTEE_MONTHS = 24
_DEEP_GUARANTEE_MONTHS = 36
_DEEP_M = 1.5
_LONG_M = 10.0
_SITES_AT = frozenset({WorksStatus.IN_PROGRESS, WorksStatus.COMPLETED})


def last_day(status: str, done: date, depth: Optional[float]) -> date:
    """Return the last day of a reinstatement's time (8.5), which the day it was done begins.

    An interim one has six months; a permanent one is guaranteed for two years, one deeper than
    1.5 metres for three.
    """
    if status == ReinstatementStatus.INTERIM:
        months = _INTERIM_MONTHS
    else:
        months = _DEEP_GUARANTEE_MONTHS if (depth or 0) > _DEEP_M else _GUARANTEE_MONTHS
    return add_months(done, months) - timedelta(days=1)


def why_no_site(works: WorksStanding) -> Optional[str]:
    """Say why nothing can be reinstated under the latest permit (8.3)."""
    if works.latest is None or works.latest.is_paa:
        return why_no_permit(works)
    if not works.latest.is_started or works.status not in _SITES_AT:
        return tr("The works have not started yet")
    if not works.has_excavation:
        return tr("The permit is for works without an excavation")
    return None


def why_not_reinstated(site: SiteStanding) -> Optional[str]:
    """Say why a site cannot be reinstated again (8.3)."""
    return why_no_site(site.works)


def why_not_made_permanent(site: SiteStanding) -> Optional[str]:
    """Say why a site cannot be made permanent (8.3, 8.4)."""
    return why_no_site(site.works) or why_not_permanent(site.earlier, site.permit)


def why_notifiable(kind: str) -> Optional[str]:
    """Say why a site of that kind cannot be one of non-notifiable works (16.2)."""
    return tr("An excavation needs a permit.") if kind == ReinstatementType.EXCAVATION else None


def why_no_units(works: WorksStanding) -> Optional[str]:
    """Say why works cannot be given inspection units."""
    return None if works.has_site else tr("Inspection units need a site")


def why_nothing_final(works: WorksStanding) -> Optional[str]:
    """Say why works cannot be told to have all their reinstatements registered."""
    why = why_no_permit(works)
    if why is None and not works.has_excavated_site:
        return tr("Only an excavation has a final reinstatement")
    return why


def thought_of_the_final_one(interim_sites: Sequence[int]) -> Optional[str]:
    """Say what to think of before all reinstatements are said to be registered (8)."""
    if not interim_sites:
        return None
    said = tr("Still interim, to be made permanent under another permit: {sites}.")
    return said.format(
        sites=", ".join(tr("site {number}").format(number=one) for one in interim_sites)
    )


def why_not_on(day: date, started: Optional[date], stopped: Optional[date]) -> Optional[str]:
    """Say why a reinstatement cannot have been made on `day` (8.3)."""
    if started and day < started:
        return tr("This must not be before the works started.")
    if stopped and day > stopped:
        return tr("This must not be after the works stopped.")
    return None


def why_not_permanent(earlier: Sequence[Done], permit: Optional[str]) -> Optional[str]:
    """Say why a site cannot be made permanent under `permit` (8.4).

    `earlier` are the site's reinstatements, oldest first. A site that has been interim under this
    very permit needs another permit to become permanent.
    """
    since = None
    for one in reversed(earlier):
        if one.status != ReinstatementStatus.INTERIM:
            break
        since = one
    if since is not None and since.permit == permit:
        return tr("The site was made interim under this permit: making it permanent needs another")
    return None


def needs_second_place(kind: str, length: Optional[float], width: Optional[float]) -> bool:
    """Say whether a site is so long that its other end has to be given too (8.2)."""
    return kind == ReinstatementType.EXCAVATION and max(length or 0, width or 0) > _LONG_M
