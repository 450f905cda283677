"""What the planner does to our layers by hand, told from what the plugin does to them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from .unchanged import unchanged


class ByHand(QObject):
    """Knows when layers go by the planner's hand: not by ours, nor with the whole project."""

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self.settle: Callable[[], Any] = bool  # lets the canvas take the project's layers at once
        self._busy = False  # what changes now is not the planner's doing
        self._emptied = QTimer(self)  # runs while the project is being emptied
        self._emptied.setSingleShot(True)
        project.layersWillBeRemoved.connect(self._going)
        project.removeAll.connect(self._emptied.start)
        project.cleared.connect(self._emptied.stop)

    def close_down(self) -> None:
        """Hear nothing more."""
        self._project.layersWillBeRemoved.disconnect(self._going)
        self._project.removeAll.disconnect(self._emptied.start)
        self._project.cleared.disconnect(self._emptied.stop)

    @contextmanager
    def off(self) -> Iterator[None]:
        """Within this block what happens to the layers is neither the planner's nor a change."""
        before, self._busy = self._busy, True
        try:
            with unchanged(self._project, self.settle):
                yield
        finally:
            self._busy = before

    def taken_out(self, names: set[str]) -> None:
        """Hear which layers the planner takes out, by their ids, while they are there still."""
        raise NotImplementedError

    def _going(self, names: Iterable[str]) -> None:
        if not self._busy and not self._emptied.isActive():
            self.taken_out(set(names))
