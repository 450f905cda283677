"""The algorithm “Convert to British National Grid (OSTN15)”."""

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
)

from ..compat import TEXT_FIELD
from ..words import tr
from .algorithm import NATIONAL_GRID, ExtentsAlgorithm, Lines, Parameters, chunks, say_conversion
from .names import straight, with_more

_CHUNK = 5000


class ConvertToNationalGrid(ExtentsAlgorithm):
    """Brings any vector layer to EPSG:27700 by OSTN15, and says how exactly."""

    STOP = "STOP_AT_FAILURE"
    OUTPUT = "OUTPUT"
    FAILED = "FAILED"

    def name(self) -> str:
        """Return its name for programs."""
        return "converttonationalgrid"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return its name for planners."""
        return tr("Convert to British National Grid (OSTN15)")

    def shortDescription(self) -> str:  # noqa: N802 - QGIS's name
        """Return one sentence about it."""
        return tr("Brings a layer to EPSG:27700 exactly, by Ordnance Survey's OSTN15.")

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return what the planner reads beside the parameters."""
        return tr(
            "Brings the features of a layer to British National Grid (EPSG:27700) by Ordnance "
            "Survey's OSTN15, without any grid file to install. The log and the outputs say which "
            "way the positions went and how accurate they are.\n\n"
            "All fields are kept. Curves become short straight edges, long edges get points where "
            "they would bend by more than a centimetre, and heights and measures are left out. "
            "WGS 84 is taken as ETRS89, as is the practice for mapping.\n\n"
            "Features that have no position on National Grid are listed in the log and left out, "
            "or the conversion stops at the first of them. They can be kept in a layer of their "
            "own, with the reason."
        )

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return ["osgb36", "27700", "ostn15", "reproject", "transform", "easting", "northing"]

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Declare what it takes and gives."""
        self.add_input()
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.STOP, tr("Stop at the first feature that cannot be converted"), False
            )
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("In National Grid")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.FAILED, tr("Not converted"), optional=True, createByDefault=False
            )
        )
        for name, text in (
            ("CONVERTED_COUNT", tr("Number of features converted")),
            ("FAILED_COUNT", tr("Number of features not converted")),
            ("WITHOUT_SHAPE_COUNT", tr("Number of features without a shape")),
            ("ACCURACY_M", tr("Accuracy in metres")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString("OPERATION", tr("How it was converted")))

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Convert the layer. Raises QgsProcessingException with what the planner has to know."""
        from . import conversion  # noqa: PLC0415 - it needs shapely and pyproj

        source, crs = self.source(parameters, context)
        stop = self.parameterAsBool(parameters, self.STOP, context)
        facts = self.do(conversion.facts_of, crs)
        say_conversion(feedback, facts, self.limits)
        kind, here = source.wkbType(), source.sourceCrs()
        grid = QgsCoordinateReferenceSystem(NATIONAL_GRID)
        fields = source.fields()
        output = self.sink(parameters, self.OUTPUT, context, fields, straight(kind), grid)
        fields = with_more(fields, {"reason": TEXT_FIELD})
        failed = self.sink(parameters, self.FAILED, context, fields, kind, here)
        lines, converted, without, looked = Lines(feedback), 0, 0, False
        for features in chunks(source, feedback, _CHUNK):
            shapes = [feature.geometry() for feature in features]
            if not looked:
                _doubt(feedback, self.do(conversion.doubt, shapes, crs))
            looked = True
            for feature, found in zip(features, self.do(conversion.converted, shapes, crs)):
                if isinstance(found, QgsGeometry):
                    output.add(found, feature.attributes())
                    converted, without = (
                        converted + (not found.isEmpty()),
                        without + found.isEmpty(),
                    )
                    continue
                lines.add(feature, found.reason)
                failed.add(feature.geometry(), [*feature.attributes(), found.reason])
                if stop:
                    raise QgsProcessingException(_stopped(feature))
        lines.close()
        if without:
            said = tr("Features without a shape, kept as they are: {n}.")
            feedback.pushInfo(said.format(n=without))
        return {
            self.OUTPUT: output.identifier,
            self.FAILED: failed.identifier,
            "CONVERTED_COUNT": converted,
            "FAILED_COUNT": lines.count,
            "WITHOUT_SHAPE_COUNT": without,
            "ACCURACY_M": facts.accuracy_m,
            "OPERATION": facts.operation,
        }


def _doubt(feedback: QgsProcessingFeedback, doubt: str) -> None:
    if doubt:
        advice = tr("Look at the coordinate system of the layer, and at the result on the map.")
        feedback.reportError(f"{doubt} {advice}")


def _stopped(feature: QgsFeature) -> str:
    said = tr("Stopped: feature {number} has no position on National Grid.")
    return said.format(number=feature.id())
