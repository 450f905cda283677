"""When what was loaded is drawn: the first of it at once, then now and then."""

from collections import deque
from collections.abc import Set as AbstractSet
from typing import Callable

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_EVERY_MS = 250

Filled = AbstractSet[tuple[str, str]]
"""Kinds and shapes of which there are records."""


class Showing(QObject):
    """Collects news of a load and says by `due` when to draw: what changed, and what there is.

    `drawing` says whether a map is being drawn: news waits then, since a drawing that begins anew
    with every answer never ends.
    """

    due = pyqtSignal(object, object)  # set of kinds, Filled

    def __init__(self) -> None:
        super().__init__()
        self.drawing: Callable[[], bool] = bool
        self._news: deque[tuple[str, Filled]] = deque()
        self._first = False
        self._loading = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def pending(self) -> bool:
        """Whether something is still to be drawn, or may come."""
        return bool(self._timer.isActive())

    def begin(self) -> None:
        """A load begins."""
        self._first = self._loading = True
        self._timer.start()

    def note(self, kind: str, filled: Filled) -> None:
        """Take note that records of a kind changed. The one method for other threads."""
        self._news.append((kind, filled))

    def came(self) -> None:
        """Something was noted: the first of a load is due at once."""
        if self._first and self._news:
            self._first = False
            self._tell()

    def end(self) -> None:
        """The load is over: all that came is due. A last answer may still be on its way."""
        self._loading = False
        self._tell()

    def stop(self) -> None:
        """Forget what came, and do nothing any more."""
        self._timer.stop()
        self._news.clear()
        self._loading = False

    def _tick(self) -> None:
        if self._news and not self.drawing():
            self._tell()
        elif not self._news and not self._loading:
            self._timer.stop()

    def _tell(self) -> None:
        kinds: set[str] = set()
        filled: set[tuple[str, str]] = set()
        while self._news:
            kind, there = self._news.popleft()
            kinds.add(kind)
            filled |= there
        if kinds:
            self.due.emit(kinds, filled)
