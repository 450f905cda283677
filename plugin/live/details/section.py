"""What details are made of: sections, each with its lines and what there is to say of them."""

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from ...errors import StreetWorksError
from ...trade.records.belonging import OfWorks
from .lines import Lines


class Part(Enum):
    """The sections there may be; works have those from WORKS on, as far as there is something.

    RECORD is what belongs to works and was opened.
    """

    RECORD = "record"
    ACTIVITY = "activity"
    WORKS = "works"
    PERMIT = "permit"
    PERMITS = "permits"
    CHANGES = "changes"
    SITES = "sites"
    INSPECTIONS = "inspections"
    PENALTIES = "penalties"
    SECTION_81 = "notice"
    FORWARD_PLAN = "forward_plan"
    HISTORY = "history"
    COMMENTS = "comments"
    FILES = "files"
    STREET = "street"


@dataclass(frozen=True)
class Section:
    """One section: the lines that are known, what there is to say of them, and what went wrong.

    `columns` are the headings; facts have pairs of a name and a value. `about` is the record that
    all of it tells of, where there is one.
    """

    part: Part
    title: str
    columns: tuple[str, ...]
    lines: Lines = ()
    note: str = ""
    error: Optional[StreetWorksError] = None
    about: Optional[OfWorks] = None
