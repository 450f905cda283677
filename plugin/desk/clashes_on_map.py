"""The report on the map, as long as it holds."""

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..errors import StreetWorksError
from ..map.clash_features import Drawn, features_of
from ..map.clash_layer import ClashLayers
from ..words import tr
from .clashing import Clashing


class ClashesOnMap(QObject):
    """Shows each report on `layers`; what is drawn of it is worked out in a job.

    `drawn` says that the layers show the report now.
    """

    drawn = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, clashing: Clashing, layers: ClashLayers) -> None:
        super().__init__()
        self._jobs = jobs
        self._clashing = clashing
        self.layers = layers
        clashing.found.connect(self.show)
        clashing.started.connect(layers.clear)
        clashing.outdated.connect(layers.clear)

    def show(self) -> None:
        """Show the report as it is now, or nothing without one; also in another project."""
        report = self._clashing.report
        if report is None:
            self.layers.clear()
            return

        def done(drawn: Drawn) -> None:
            if report is self._clashing.report:
                self._draw(drawn)

        self._jobs.start(
            tr("Street Works: drawing the clashes"),
            lambda _progress: features_of(report.encounters),
            done=done,
            failed=self.trouble.emit,
            topic="clashes on the map",
        )

    def _draw(self, drawn: Drawn) -> None:
        try:
            self.layers.show(drawn, self._clashing.statement)
        except StreetWorksError as error:
            self.trouble.emit(error)
        else:
            self.drawn.emit()
