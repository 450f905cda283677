"""What changed since the planner looked, and what of it the planner has seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..live.changes.groups import Known, RecordChange, by_record
from ..live.changes.in_words import counted_unseen, nothing_new
from ..live.store.changes import Change
from ..live.store.store import Store
from ..trade.box import Box
from ..trade.kinds import KINDS
from ..words import tr

_TOPIC = "changes_seen"


@dataclass(frozen=True)
class Changed:
    """What changed in view, or everywhere, the latest first.

    `fetched` is when any of that ground was fetched last, None where it never was.
    """

    changes: tuple[RecordChange, ...] = ()
    fetched: Optional[datetime] = None

    @property
    def unseen(self) -> tuple[RecordChange, ...]:
        """What the planner has not seen yet."""
        return tuple(one for one in self.changes if not one.seen)

    def statement(self, today: date) -> str:
        """Say in a sentence how much is new to the planner."""
        if self.unseen:
            return counted_unseen(self.changes)
        latest = max((one.noticed for one in self.changes), default=None)
        return nothing_new(latest, self.fetched, today)


class ChangesSeen(QObject):
    """Reads what changed; what is asked last wins, and `changed` is what is there.

    `shown` or `trouble` answer each question, unless a newer one has overtaken it.
    """

    shown = pyqtSignal(object)  # Changed
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, jobs: Jobs, store: Optional[Store] = None) -> None:
        super().__init__()
        self._jobs = jobs
        self._store = store
        self._job: Optional[Job] = None
        self._box: Optional[Box] = None
        self.everywhere = False
        self.changed = Changed()

    def use(self, store: Optional[Store]) -> None:
        """Read from another store, or from none; what was shown is forgotten."""
        self.cancel()
        self._store = store
        self._show(Changed())
        self.refresh()

    def look_at(self, box: Box) -> None:
        """Take `box` (EPSG:27700) for what is in view, and read anew where that matters."""
        self._box = box
        if not self.everywhere:
            self.refresh()

    def look_everywhere(self, everywhere: bool) -> None:
        """Read of all that was fetched, or only of what is in view."""
        self.everywhere = everywhere
        self.refresh()

    def refresh(self) -> None:
        """Read anew; for when the store has changed. Nothing is read before a view is known."""
        store, box = self._store, None if self.everywhere else self._box
        if store is None or (box is None and not self.everywhere):
            return

        def work(progress: Progress) -> Changed:
            changes = store.changes_since()
            progress.raise_if_cancelled()
            told = by_record(changes, _known(store, changes))
            inside = tuple(one for one in told if box is None or one.touches(box))
            return Changed(inside, _fetched(store, box))

        self._job = self._jobs.start(
            tr("Street Works: listing what changed"),
            work,
            done=self._show,
            failed=self.trouble.emit,
            topic=_TOPIC,
        )

    def mark_seen(self, changes: Iterable[RecordChange]) -> None:
        """Note that the planner has seen these; what is shown follows."""
        store = self._store
        marked = [change for one in changes if not one.seen for change in one.changes]
        if store is None or not marked:
            return
        self._jobs.start(
            tr("Street Works: noting what was seen"),
            lambda _progress: store.mark_seen(marked),
            done=lambda _nothing: self.refresh(),
            failed=self.trouble.emit,
        )

    def mark_all_seen(self) -> None:
        """Note that the planner has seen what is shown, not what was noticed after it."""
        self.mark_seen(self.changed.changes)

    def cancel(self) -> None:
        """Stop reading; what is shown stays."""
        if self._job is not None:
            self._job.cancel()

    def _show(self, changed: Changed) -> None:
        self.changed = changed
        self.shown.emit(changed)


def _known(store: Store, changes: Iterable[Change]) -> Known:
    references: dict[str, set[str]] = {}
    for change in changes:
        references.setdefault(change.kind, set()).add(change.reference)
    return {
        (kind, reference): row
        for kind, several in references.items()
        for reference, row in store.known(kind, several).items()
    }


def _fetched(store: Store, box: Optional[Box]) -> Optional[datetime]:
    return max(
        (
            one.as_of
            for kind in KINDS
            for one in store.boxes(kind)
            if one.complete and (box is None or one.box.overlap(box))
        ),
        default=None,
    )
