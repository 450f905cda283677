"""When the works on the desk could be done instead, by what is known around them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ..background.jobs import Jobs
from ..clashes.grade import Grade, title
from ..clashes.occupation import Occupation
from ..clashes.report import Report
from ..clashes.rule import Rule
from ..clashes.shelf import Shelf
from ..clashes.timeline import TimeLine, time_line
from ..clashes.windows import AHEAD, Windows, starts, windows
from ..forms.application.hints import earliest_day
from ..settings import FREE_OF_CLASHES, FREE_OF_EVERYTHING, FREE_OF_OTHERS, FREE_SURELY, Settings
from ..trade.calendar import uk_today, working_days
from ..trade.days import Days
from ..words import tr
from .clashing import Clashing
from .sheet import Sheet

UNWANTED: Mapping[str, frozenset[Grade]] = {
    FREE_OF_CLASHES: frozenset({Grade.CLASH}),
    FREE_SURELY: frozenset({Grade.CLASH, Grade.CANNOT_SAY}),
    FREE_OF_OTHERS: frozenset({Grade.CLASH, Grade.OPPORTUNITY}),
    FREE_OF_EVERYTHING: frozenset(Grade),
}
"""What the works are not to meet, by the planner's choice."""


class _Asked(NamedTuple):
    """What was looked for: the works whatever their days, and the days on which they could be."""

    ours: Occupation
    shelf: Shelf
    rules: tuple[Rule, ...]
    tries: tuple[Days, ...]

    def windows(self) -> Windows:
        """Return what the works meet on each of the days."""
        return windows(self.ours, self.shelf, self.rules, self.tries)


class OtherDays(QObject):
    """Says on which days the works on the desk could be done, and draws them up as a time line.

    It follows each report, on what was fetched for it: nobody is asked again. `changed` tells that
    there are other windows, another time line, or none any more.
    """

    changed = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, sheet: Sheet, clashing: Clashing, settings: Settings) -> None:
        super().__init__()
        self._jobs = jobs
        self._sheet = sheet
        self._clashing = clashing
        self._settings = settings
        self._asked: Optional[_Asked] = None
        self.windows: Optional[Windows] = None
        self.line: Optional[TimeLine] = None
        # After the list: the two together would hold the main thread for too long.
        clashing.found.connect(self._look, Qt.ConnectionType.QueuedConnection)
        clashing.started.connect(self._forget)
        clashing.outdated.connect(self._forget)

    @property
    def unwanted(self) -> frozenset[Grade]:
        """The grades of what the works are not to meet."""
        return UNWANTED[self._settings.free_of]

    @property
    def free(self) -> tuple[Days, ...]:
        """The days on which the works could be done without meeting that, the earliest first."""
        return () if self.windows is None else self.windows.free(self.unwanted)

    @property
    def all_known(self) -> bool:
        """Whether all there is was given and compared."""
        report = self._clashing.report
        return report is not None and not (report.gaps or report.unusable)

    def why_not(self, start: date) -> str:
        """Say what the works would meet if they started on that day; "" where that is nothing."""
        found = None if self.windows is None else self.windows.tried_from(start)
        if self.windows is None or found is None:
            return ""
        finding = self.windows.why_not(found, self.unwanted)
        if finding is None:
            return ""
        return tr("{grade}: {reference}, {what}. {why}.").format(
            grade=title(finding.grade),
            reference=finding.other.reference,
            what=finding.other.what,
            why=finding.in_short,
        )

    def choose(self, free_of: str) -> None:
        """Take another choice of what the works are not to meet, a key of `UNWANTED`."""
        self._settings.free_of = free_of
        if self._clashing.report is not None:
            self._draw_up(self._clashing.report)

    def take(self, days: Days) -> None:
        """Give the works on the desk these days."""
        self._sheet.set_dates(*days)

    def _look(self, report: Report) -> None:
        if self._clashing.known is None or report is not self._clashing.report:
            return
        known = self._clashing.known.on(self._sheet.street)
        ours = replace(report.ours, start=None, end=None)
        tries = self._tries(known.around.days, max(rule.reach_days for rule in report.rules))
        asked = _Asked(ours, known.shelf, report.rules, tries)
        if asked != self._asked:
            self._ask(asked)
        self._draw_up(report)

    def _tries(self, known: Days, reach: int) -> tuple[Days, ...]:
        """Return all days of the length wanted that notice leaves and of which all is known."""
        now = datetime.now(timezone.utc)
        today, (start, end) = uk_today(now), self._sheet.dates
        earliest = earliest_day(self._sheet.form_values, now)
        every = starts(working_days(start, end, today), earliest, today + AHEAD, today)
        around = timedelta(days=reach)
        return tuple(
            one for one in every if known.contains(Days(one.start - around, one.end + around))
        )

    def _ask(self, asked: _Asked) -> None:
        """Look at each of the days, in the background."""
        self._asked, self.windows = asked, None
        self._jobs.start(
            tr("Street Works: looking for other days"),
            lambda _progress: asked.windows(),
            done=lambda found: self._take_windows(asked, found),
            failed=self.trouble.emit,
            topic="other days",
        )

    def _take_windows(self, asked: _Asked, found: Windows) -> None:
        if asked == self._asked and self._clashing.report is not None:
            self.windows = found
            self._draw_up(self._clashing.report)

    def _draw_up(self, report: Report) -> None:
        self.line = time_line(report, uk_today(), self.windows, self.unwanted)
        self.changed.emit()

    def _forget(self) -> None:
        self._asked = self.windows = self.line = None
        self.changed.emit()
