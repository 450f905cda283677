"""Keeps the projects that are opened and begun converting by the grid file that is there."""

from typing import Any

from qgis.core import QgsCoordinateTransformContext, QgsProject
from qgis.PyQt.QtCore import QTimer

from . import grid_in_qgis
from .operations import Pair, put_right, with_file, without


class Following:
    """Puts QGIS's project right whenever that may have to be done, until `stop`.

    What it writes down in a project needs a file that others may not have, and QGIS finds the file
    by itself once it has been started anew: so it is not saved, unless it came with the project.
    """

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._at_start = grid_in_qgis.found()
        self._theirs: frozenset[Pair] = frozenset()
        self._heard: tuple[tuple[Any, Any], ...] = (
            (project.readProject, self._read),
            (project.cleared, self._read),
            (project.crsChanged, self._look_again),
            (project.layersAdded, self._look_again),
            (project.writeProject, self._save_without),
        )
        for signal, hear in self._heard:
            signal.connect(hear)

    def stop(self) -> None:
        """Follow the project no more."""
        for signal, hear in self._heard:
            signal.disconnect(hear)

    @property
    def restart_due(self) -> bool:
        """Whether the file has come or gone since QGIS was started."""
        return grid_in_qgis.found() != self._at_start

    def put_right(self) -> None:
        """Let the project convert by what is there now."""
        put_right(self._project)

    def _look_again(self, *_what: object) -> None:
        """Put it right if it can be wrong: QGIS sees by itself what was there at its start."""
        written = self._project.transformContext().coordinateOperations()
        if self.restart_due or (written and self._at_start is not None):
            self.put_right()

    def _read(self, *_what: object) -> None:
        self._theirs = with_file(self._project)
        self._look_again()

    def _save_without(self, *_what: object) -> None:
        """Hide from the project what is not to be saved, while QGIS writes it."""
        ours = with_file(self._project) - self._theirs
        if ours:
            before = self._project.transformContext()
            self._put_silently(without(self._project, ours))
            QTimer.singleShot(0, lambda: self._put_silently(before))

    def _put_silently(self, context: QgsCoordinateTransformContext) -> None:
        """Nothing is drawn anew: what is on the screen stays right."""
        self._project.blockSignals(True)
        self._project.setTransformContext(context)
        self._project.blockSignals(False)
