"""The algorithm “Make the OSTN15 grid file”."""

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProject,
)

from ..files.ostn15_file import NAME
from ..files.together import write_together
from ..transforms import grid_in_qgis, making
from ..transforms.operations import put_right
from ..words import tr
from .algorithm import ExtentsAlgorithm, Parameters, told


class MakeGridFile(ExtentsAlgorithm):
    """Writes OSTN15 as a file that PROJ reads, to a path or for QGIS itself."""

    FILE = "FILE"

    def name(self) -> str:
        """Return its name for programs."""
        return "makegridfile"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return its name for planners."""
        return tr("Make the OSTN15 grid file")

    def shortDescription(self) -> str:  # noqa: N802 - QGIS's name
        """Return one sentence about it."""
        return tr("Lets QGIS itself, or another program with PROJ, convert by OSTN15.")

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return what the planner reads beside the parameters."""
        return tr(
            "Writes OSTN15 as a grid file that PROJ reads.\n\n"
            "Without a path it goes into your QGIS profile, and QGIS itself converts by it, which "
            "is proven by Ordnance Survey's control points: all layers lie right to the "
            "centimetre. A file that is there and was not made by Street Works is left alone. "
            "Settings ▸ Options ▸ Street Works takes it away again.\n\n"
            "With a path it is for another program or computer. PROJ finds it by the name {name} "
            "only."
        ).format(name=NAME)

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return ["osgb36", "27700", "ostn15", "proj", "ntv2", "transform", "preferred transform"]

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Declare what it takes and gives."""
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.FILE,
                tr("Grid file (left empty: in your profile, for QGIS itself)"),
                tr("PROJ's grid files (*.tif)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber("WORST_MM", tr("QGIS is off by (millimetres)")))

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Make the file. Raises QgsProcessingException with what the planner has to know."""
        path = self.parameterAsFileOutput(parameters, self.FILE, context)
        self._for_qgis = not path
        if path:
            with told():
                write_together({Path(path): self._content(feedback)})
            return {self.FILE: path}
        with told():
            if making.wanted():
                grid_in_qgis.put(self._content(feedback))
            proven = making.proven()
        feedback.pushInfo(proven.told())
        return {self.FILE: str(proven.path), "WORST_MM": 1000 * proven.worst_m}

    def postProcessAlgorithm(  # noqa: N802 - QGIS's name
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let the project convert by the file, as QGIS calls it on the main thread."""
        if self._for_qgis:
            put_right(QgsProject.instance())
        return {}

    def _content(self, feedback: QgsProcessingFeedback) -> bytes:
        """Make the file on the geometry thread. Raises QgsProcessingException."""
        from ..extents import grid_file  # noqa: PLC0415 - it needs pyproj

        def report(part: float) -> None:
            feedback.setProgress(100 * part)
            if feedback.isCanceled():
                raise QgsProcessingException(tr("Cancelled."))

        return self.do(grid_file.content, report)
