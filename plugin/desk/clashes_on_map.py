"""The report on the map, as long as it holds."""

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..clashes.report import Report
from ..clashes.summary import summary
from ..errors import StreetWorksError
from ..map.clash_features import Drawn, features_of
from ..map.clash_layer import ClashLayers
from ..words import tr
from .clashing import Clashing


class ClashesOnMap(QObject):
    """Shows each report on `layers`; what is drawn of it is worked out in a job."""

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
                self._draw(drawn, report)

        self._jobs.start(
            tr("Street Works: drawing the clashes"),
            lambda _progress: features_of(report.encounters),
            done=done,
            failed=self.trouble.emit,
            topic="clashes on the map",
        )

    def _draw(self, drawn: Drawn, report: Report) -> None:
        known = self._clashing.known
        said = [summary(report), *(known.account() if known else ())]
        try:
            self.layers.show(drawn, "\n".join(said))
        except StreetWorksError as error:
            self.trouble.emit(error)
