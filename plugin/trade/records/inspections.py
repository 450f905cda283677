"""Inspections, told in full: how one ended, and what it found wanting.

The words are those of `works`; moments have their zone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from .works import FileNamed


@dataclass(frozen=True)
class Failing:
    """Something that was found wanting, and at which sites, by their names."""

    kind: str
    details: str
    sites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inspection:
    """An inspection that was made. None is what was not told.

    `called` says that somebody was called about it, `call` whom, with which reference and what was
    said. `mended` tells whether a defect was put right there and then, `again` when the next
    inspection is, `again_day` on which day where no time was set.
    """

    reference: str
    kind: str
    category: str
    moment: datetime
    outcome: str
    outcome_details: str
    failings: tuple[Failing, ...]
    called: Optional[bool]
    call: tuple[str, ...]
    mended: str
    made_safe: Optional[bool]
    again: Optional[datetime]
    again_day: Optional[datetime]
    inspector: str
    remarks: str
    files: tuple[FileNamed, ...] = ()
