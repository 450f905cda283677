"""The watch as the planner meets it: news under the changes, and how many on tab and toolbar."""

from typing import Callable, Optional

import shapely
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QWidget

from ...plugin.clashes.news import What
from ...plugin.clashes.report import Report
from ...plugin.clashes.verdict import Case
from ...plugin.desk.clashing import Clashing
from ...plugin.desk.watch import Told, Watch, Watched
from ...plugin.map.pick import Record
from ...plugin.trade.kinds import WORKS
from ...plugin.words import tr
from .clash_news import ClashNews


class WatchView(QObject):
    """Holds the news of clashes.

    `draft_wanted` asks for a draft to be put on the desk and checked, `details_wanted` for those of
    a record, `place_wanted` for a shape (EPSG:27700) to be brought into view, and `chosen` for what
    a draft meets to be gone to, once it was checked.
    """

    draft_wanted = pyqtSignal(str)  # the draft's id
    details_wanted = pyqtSignal(object)  # Record
    place_wanted = pyqtSignal(object)
    chosen = pyqtSignal(object)  # Encounter

    def __init__(self, watch: Watch, clashing: Clashing, action: Optional[QAction] = None) -> None:
        """`action` is the toolbar's, which tells how much is new."""
        super().__init__()
        self._action = action
        self._watch = watch
        self._clashing = clashing
        self._case: Optional[Case] = None  # what the planner wants to see of the draft checked
        self._usual = "" if action is None else action.text()
        self.news = ClashNews(watch)
        self.news.opened.connect(self._open)
        watch.shown.connect(self._count)
        clashing.found.connect(self._go_to_case)

    def put_heading(self, panel: QWidget, put: Callable[[QWidget, str], None]) -> None:
        """Let the tab of a panel tell how much is new; `put` writes on a tab."""
        self._watch.shown.connect(lambda watched: put(panel, counted(tr("Clashes"), watched)))

    def close_down(self) -> None:
        """Let go of the toolbar."""
        if self._action is not None:
            self._action.setText(self._usual)

    def _count(self, watched: Watched) -> None:
        if self._action is not None:
            self._action.setText(counted(self._usual, watched))

    def _go_to_case(self, report: Report) -> None:
        case = self._case
        if not self._clashing.asking:
            self._case = None
        for one in report.encounters:
            if case is not None and (one.other.kind, one.other.reference) == case[2:]:
                self._case = None
                self.chosen.emit(one)

    def _open(self, told: Told) -> None:
        """Open the works and what they meet: a draft is checked, of others there are details."""
        news, own = told.news, told.own
        if news.place is not None:
            both = shapely.union(own.works.shape, shapely.box(*news.place))
            self.place_wanted.emit(shapely.box(*both.bounds))
        if own.draft is not None:
            self._case = news.case
            self.draft_wanted.emit(own.draft.id)
        elif news.what is What.GONE:
            self.details_wanted.emit(Record(own.works.kind, own.key, own.key))
        else:
            works = news.case.reference if news.case.kind == WORKS else ""
            self.details_wanted.emit(Record(news.case.kind, news.case.reference, works))


def counted(words: str, watched: Watched) -> str:
    """Return words with how many news ask for something to be done."""
    n = watched.counted
    return tr("{words} ({n:,} new)").format(words=words, n=n) if n else words
