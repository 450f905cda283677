"""Notices to a promoter, told in full: fixed penalty notices, and those of section 81.

The words are those of `works`; moments have their zone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from .works import FileNamed


@dataclass(frozen=True)
class Penalty:
    """A fixed penalty notice: for which offence, when and how, and who gave it.

    `permit` is the reference of the one that it is about, where it is about one.
    """

    reference: str
    permit: str
    status: str
    offence: str
    offended: datetime
    details: str
    issued: datetime
    place: str
    officer: str
    how_to_reach: str
    files: tuple[FileNamed, ...] = ()


@dataclass(frozen=True)
class Section81:
    """A section 81 notice: what is wrong with which apparatus, and what its promoter says of it.

    `changed` is when it got its status, `answered` when the promoter gave its own. `works_kind`
    says by what works it is answered.
    """

    reference: str
    status: str
    changed: datetime
    created: datetime
    severity: str
    kind: str
    details: str
    place: str
    positions: tuple[str, ...]
    inspected: datetime
    made_safe: bool
    inspector: str
    how_to_reach: str
    answer: str = ""  # the status that the promoter gave it
    answered: Optional[datetime] = None
    why: str = ""  # in the promoter's words
    works_kind: str = ""
    files: tuple[FileNamed, ...] = ()
