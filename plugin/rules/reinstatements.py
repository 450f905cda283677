"""Sites and reinstatements: what may be registered, and how long it must last (Business rules 8).

Functions that say why something cannot be say it in words for the user, or None when it can.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, Optional

from ..words import tr

EXCAVATION = "excavation"
INTERIM = "interim"
PERMANENT = "permanent"

_INTERIM_MONTHS = 6
_GUARANTEE_MONTHS = 24
_DEEP_GUARANTEE_MONTHS = 36
_DEEP_M = 1.5
_LONG_M = 10.0
_SITES_AT = frozenset({"in_progress", "completed"})


class Done(NamedTuple):
    """A reinstatement of a site: interim or permanent, and the permit it was made under."""

    status: str
    permit: Optional[str]


def last_day(status: str, done: date, depth: Optional[float]) -> date:
    """Return the last day of a reinstatement's time (8.5), which the day it was done begins.

    An interim one has six months; a permanent one is guaranteed for two years, one deeper than
    1.5 metres for three.
    """
    if status == INTERIM:
        months = _INTERIM_MONTHS
    else:
        months = _DEEP_GUARANTEE_MONTHS if (depth or 0) > _DEEP_M else _GUARANTEE_MONTHS
    return _months_later(done, months) - timedelta(days=1)


def why_no_site(works_status: str, *, is_started: bool, has_excavation: bool) -> Optional[str]:
    """Say why nothing can be reinstated under the latest permit (8.3)."""
    if not is_started or works_status not in _SITES_AT:
        return tr("The works have not started yet")
    if not has_excavation:
        return tr("The permit is for works without an excavation")
    return None


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
        if one.status != INTERIM:
            break
        since = one
    if since is not None and since.permit == permit:
        return tr("The site was made interim under this permit: making it permanent needs another")
    return None


def needs_second_place(kind: str, length: Optional[float], width: Optional[float]) -> bool:
    """Say whether a site is so long that its other end has to be given too (8.2)."""
    return kind == EXCAVATION and max(length or 0, width or 0) > _LONG_M


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
