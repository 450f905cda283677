"""What is in view, as rows for a list, read from the store in the background."""

from collections.abc import Iterable, Mapping
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..live.store.rows import Identity, Row
from ..live.store.store import Store
from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import KINDS
from ..words import tr

MOST = 2_000
_TOPIC = "in_view"

Conditions = Mapping[str, str]
_Question = tuple[Box, Optional[Days], Conditions]


class InView(QObject):
    """Reads what is in view; what is asked last wins, and `rows` and `total` are what is there.

    `shown` or `trouble` answer each question, unless a newer one has overtaken it. `selected` are
    the records that the planner has selected, in the list or on the map, also while they are not
    among the rows. While it is not `in_sight` nothing is read.

    While the planner walks along the list, which moves the map, it stays as it is: see `hold`.
    """

    held = pyqtSignal(bool)  # whether the rows are of another view than the map's
    shown = pyqtSignal(object, int)  # tuple of Row, how many there are in all
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, jobs: Jobs, store: Optional[Store] = None, most: int = MOST) -> None:
        """`most` is how many rows of each kind are read at most."""
        super().__init__()
        self._jobs = jobs
        self._store = store
        self._most = most
        self._job: Optional[Job] = None
        self._asked: Optional[_Question] = None
        self._holding = False
        self._later: Optional[_Question] = None  # what the map shows meanwhile
        self.rows: tuple[Row, ...] = ()
        self.total = 0
        self.selected: frozenset[Identity] = frozenset()
        self.in_sight = True

    def use(self, store: Optional[Store]) -> None:
        """Read from another store, or from none; what was shown and selected is forgotten."""
        self.cancel()
        self._store, self._asked, self.selected = store, None, frozenset()
        self._let_go()
        self._show(((), 0))

    def ask(self, box: Box, days: Optional[Days], conditions: Conditions) -> None:
        """Read the records in `box` (EPSG:27700) and `days`, of the kinds in `conditions`.

        `conditions` has by kind what `Filter.to_sql` writes. Without a store nothing is read. While
        the list is held another box is only noted.
        """
        question = (box, days, dict(conditions))
        if self._holding and self._asked is not None and self._asked[1:] == question[1:]:
            self._later = question if question != self._asked else None
            self.held.emit(self.is_held)
            return
        self._asked = question
        self._let_go()
        self.refresh()

    @property
    def is_held(self) -> bool:
        """Whether the rows are of another view than the map's."""
        return self._later is not None

    def hold(self) -> None:
        """Keep to the box that was asked: from now on the map moves along the list.

        Until `let_go`, or until other conditions are asked for.
        """
        self._holding = self._asked is not None

    def let_go(self) -> None:
        """Read what the map shows now."""
        self._asked = self._later or self._asked
        self._let_go()
        self.refresh()

    def _let_go(self) -> None:
        self._holding, self._later = False, None
        self.held.emit(False)

    def refresh(self) -> None:
        """Ask again what was asked last; for when the store has changed."""
        store, most = self._store, self._most
        if store is None or self._asked is None or not self.in_sight:
            return
        box, days, conditions = self._asked

        def work(progress: Progress) -> tuple[tuple[Row, ...], int]:
            rows: list[Row] = []
            total = 0
            for kind in KINDS:
                if kind in conditions:
                    progress.raise_if_cancelled()
                    found = store.rows(kind, box, days, conditions[kind], most)
                    rows += found.rows
                    total += found.total
            return tuple(rows), total

        self._job = self._jobs.start(
            tr("Street Works: listing what is in view"),
            work,
            done=self._show,
            failed=self.trouble.emit,
            topic=_TOPIC,
        )

    def come_into_sight(self, in_sight: bool) -> None:
        """Note whether the rows can be seen; when they can again they are read anew."""
        self.in_sight = in_sight
        self.refresh()

    def select(self, identities: Iterable[Identity]) -> None:
        """Note which records are selected now."""
        self.selected = frozenset(identities)

    def cancel(self) -> None:
        """Stop reading; what is shown stays."""
        if self._job is not None:
            self._job.cancel()

    def _show(self, found: tuple[tuple[Row, ...], int]) -> None:
        self.rows, self.total = found
        self.shown.emit(self.rows, self.total)
