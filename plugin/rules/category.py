"""The category of works, worked out from their type and dates.

Business rules 3.4.2, 3.4.3 and 3.4.5. The register's own answer (GET /permits/category) is final:
this one is for showing while the planner types, and for the practice service.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Optional

from ..trade.calendar import working_days
from ..trade.vocabulary.permits import PermitStatus
from ..trade.vocabulary.works import Category, WorkType

_MINOR_DAYS = 3
_STANDARD_DAYS = 10
_CAME_TO_NOTHING = frozenset({PermitStatus.CANCELLED, PermitStatus.REVOKED, PermitStatus.REFUSED})
_WAITING = frozenset({PermitStatus.SUBMITTED, PermitStatus.GRANTED})
_BY_LENGTH = frozenset({Category.MINOR, Category.STANDARD})
_IMMEDIATE = frozenset({Category.IMMEDIATE_URGENT, Category.IMMEDIATE_EMERGENCY})


def is_immediate(category: str) -> bool:
    """Say whether works of the category could not wait for a permit."""
    return category in _IMMEDIATE


class EarlierPermit(NamedTuple):
    """A permit the same works already have: its category and its status."""

    category: str
    status: str


def category_of(
    work_type: str,
    start: date,
    end: date,
    is_ttro_required: Optional[bool] = None,
    immediate_risk: Optional[bool] = None,
    earlier: Sequence[EarlierPermit] = (),
    today: Optional[date] = None,
) -> str:
    """Return the category of a permit applied for now.

    `work_type` is a word of WorkType; `start` and `end` are the proposed civil
    days, both included; `earlier` are the permits the works already have. Works on a weekend alone
    have no working day and come out as minor, which the published rules leave open. Raises
    StreetWorksError when planned works end before they start, ValueError for a work type that
    is not known.
    """
    if work_type == WorkType.IMMEDIATE:
        return Category.IMMEDIATE_EMERGENCY if immediate_risk else Category.IMMEDIATE_URGENT
    if work_type == WorkType.HS2_HIGHWAY_WORKS:
        return Category.HS2_HIGHWAY
    if work_type != WorkType.PLANNED:
        raise ValueError(f"unknown work type {work_type!r}")
    return _planned(working_days(start, end, today), bool(is_ttro_required), earlier)


def changed_category(
    category: str,
    work_type: str,
    start: date,
    end: date,
    is_ttro_required: Optional[bool] = None,
    immediate_risk: Optional[bool] = None,
    today: Optional[date] = None,
) -> str:
    """Return the category that a permit of `category` has after a change to these answers (4.3).

    The length of minor and standard works decides anew, and may make them major, but not into an
    advance authorisation: there is a permit already. The answer on risk decides between urgent and
    emergency works. All others stay what they are. Raises as `category_of` does.
    """
    if category in _BY_LENGTH:
        found = category_of(work_type, start, end, is_ttro_required, immediate_risk, today=today)
        return Category.MAJOR if found == Category.PAA else found
    if is_immediate(category) and immediate_risk is not None:
        return Category.IMMEDIATE_EMERGENCY if immediate_risk else Category.IMMEDIATE_URGENT
    return category


def _planned(days: int, ttro: bool, earlier: Sequence[EarlierPermit]) -> str:
    if any(one.category == Category.PAA and one.status in _WAITING for one in earlier):
        return Category.MAJOR  # this application makes the advance authorisation into a permit
    if ttro or days > _STANDARD_DAYS:
        # What counts of an authorisation that became a permit is how that permit ended.
        permits = (one.status for one in earlier if one.status != PermitStatus.PROGRESSED)
        first = all(status in _CAME_TO_NOTHING for status in permits)
        return Category.PAA if first else Category.MAJOR
    return Category.MINOR if days <= _MINOR_DAYS else Category.STANDARD
