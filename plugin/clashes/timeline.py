"""A time line: my works and what they meet in rows, days in columns; as data, and told as text."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, IntEnum
from functools import partial
from typing import Callable, Optional

import numpy as np

from ..trade.calendar import bank_holidays, is_working_day
from ..trade.days import Days
from ..trade.telling import named_day, short_day
from ..words import tr
from . import told
from .grade import Grade, title
from .meetings import Grades
from .occupation import Occupation, day_known
from .report import Encounter, Report
from .spans import Numbers, spans
from .windows import Windows


class DayKind(Enum):
    """What kind of day it is."""

    WORKING = "working"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank holiday"


class Mark(IntEnum):
    """What a row has on a day."""

    NOTHING = 0
    MAY_BE = 1
    """It may be there: its days are not all known."""
    THERE = 2
    IN_COMMON = 3
    """It is there, and so are my works."""
    COULD_START = 4
    """My works could start."""


@dataclass(frozen=True)
class Row:
    """My works, what they meet (`encounter`), or the days on which they could start (`of_starts`).

    `marks` has a `Mark` for each day; `tell` says the whole row as a sentence.
    """

    name: str
    tell: Callable[[], str]
    marks: bytes
    encounter: Optional[Encounter] = None
    of_starts: bool = False

    @property
    def grade(self) -> Optional[Grade]:
        """How serious it is that they meet; None in other rows."""
        return None if self.encounter is None else self.encounter.grade


@dataclass(frozen=True)
class TimeLine:
    """Rows, and the days that they show; `kinds` says of each what day it is."""

    days: Days
    kinds: tuple[DayKind, ...]
    rows: tuple[Row, ...]
    today: date

    def day(self, column: int) -> date:
        """Return the day of a column."""
        return self.days.start + timedelta(days=column)

    def column(self, day: date) -> int:
        """Return the column of a day, or of the nearest day that there is."""
        return (min(max(day, self.days.start), self.days.end) - self.days.start).days

    def day_said(self, column: int) -> str:
        """Say which day a column is, and whether there is no work on it."""
        day, kind = self.day(column), self.kinds[column]
        said = named_day(day, self.today)
        if kind is DayKind.BANK_HOLIDAY:
            return tr("{day}, bank holiday").format(day=said)
        return said

    def mark(self, row: int, column: int) -> Mark:
        """Return what a row has on the day of a column."""
        return Mark(self.rows[row].marks[column])

    def said(self, row: int, column: int) -> str:
        """Say what a row has on the day of a column."""
        return tr("{day}: {row}, {mark}").format(
            day=self.day_said(column), row=self.rows[row].name, mark=_said(self.mark(row, column))
        )

    def told(self) -> str:
        """Return the rows as text, a sentence each, a line each."""
        return "\n".join(row.tell() for row in self.rows)


def _said(mark: Mark) -> str:
    return {
        Mark.NOTHING: tr("nothing"),
        Mark.MAY_BE: tr("may be there"),
        Mark.THERE: tr("there"),
        Mark.IN_COMMON: tr("there on a day of my works"),
        Mark.COULD_START: tr("my works could start"),
    }[mark]


def time_line(
    report: Report,
    today: date,
    windows: Optional[Windows] = None,
    unwanted: Iterable[Grade] = (),
) -> TimeLine:
    """Return the time line of a report, in whole weeks around the works and the windows.

    With `windows` there is a row for the days on which the works could start without meeting
    anything of the `unwanted` grades. Bank holidays are those that are known `today`.
    """
    ours = report.ours
    days = _whole_weeks([*_known_days(ours), *(windows.ends if windows else ())] or [today])
    every = np.arange(days.length) + days.start.toordinal()
    marks = _marks([ours, *(one.other for one in report.encounters)], every)
    marks[0][marks[0] == Mark.IN_COMMON] = Mark.THERE
    rows = [Row(tr("My works"), partial(_ours_said, ours, today), marks[0].tobytes())]
    if windows is not None:
        rows.append(_starts(windows.free(unwanted), every, today))
    for encounter, marked in zip(report.encounters, marks[1:]):
        tell = partial(_encounter_said, encounter, today)
        rows.append(Row(encounter.other.reference, tell, marked.tobytes(), encounter))
    kinds = (_kind(date.fromordinal(int(one)), today) for one in every)
    return TimeLine(days, tuple(kinds), tuple(rows), today)


def _marks(occupations: Sequence[Occupation], every: Numbers) -> Grades:
    """Return the marks of occupations, the first of which is ours, on these days: (n, days)."""
    columns = spans((one.start for one in occupations), (one.end for one in occupations))
    first, last, earliest, latest = (side[:, np.newaxis] for side in columns)
    marks = ((earliest <= every) & (every <= latest)).astype(np.int8) * np.int8(Mark.MAY_BE)
    sure = (first <= every) & (every <= last)
    marks[sure] = Mark.THERE
    marks[sure & sure[0]] = Mark.IN_COMMON
    return marks


def _starts(free: Sequence[Days], every: Numbers, today: date) -> Row:
    begun = np.array([one.start.toordinal() for one in free], dtype=np.int64)
    marks = np.isin(every, begun).astype(np.int8) * np.int8(Mark.COULD_START)
    tell = partial(_starts_said, free, today)
    return Row(tr("Other days"), tell, marks.tobytes(), of_starts=True)


def _starts_said(free: Sequence[Days], today: date) -> str:
    if not free:
        return tr("My works could not start on any of these days.")
    said = (
        tr("My works could start on one of these days: {first}.")
        if len(free) == 1
        else tr("My works could start on {n} of these days, on {first} at the earliest.")
    )
    return said.format(n=len(free), first=short_day(free[0].start, today))


def _ours_said(ours: Occupation, today: date) -> str:
    return tr("My works: {days}.").format(days=told.days_of(ours, today))


def _encounter_said(encounter: Encounter, today: date) -> str:
    other = encounter.other
    return tr("{grade}: {reference}, {what}; {days}. {why}.").format(
        grade=title(encounter.grade),
        reference=other.reference,
        what=other.what,
        days=told.days_of(other, today),
        why="; ".join(one.in_short for one in encounter.findings),
    )


def _known_days(one: Occupation) -> list[date]:
    return [day for day in map(day_known, (one.start, one.end)) if day is not None]


def _whole_weeks(days: Collection[date]) -> Days:
    first, last = min(days), max(days)
    return Days(first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday()))


def _kind(day: date, today: date) -> DayKind:
    if is_working_day(day, today):
        return DayKind.WORKING
    holiday = day in bank_holidays(day.year, today)
    return DayKind.BANK_HOLIDAY if holiday else DayKind.WEEKEND
