"""The algorithm “Mend works extents”."""

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..compat import TEXT_FIELD
from ..words import tr
from .algorithm import NATIONAL_GRID, ExtentsAlgorithm, Lines, Parameters, chunks, say_conversion
from .names import NUMBER_FIELD, single, with_more

_CHUNK = 1000
_CHANGE_FIELDS = {
    "mended": TEXT_FIELD,
    "area_change_m2": NUMBER_FIELD,
    "length_change_m": NUMBER_FIELD,
    "largest_move_m": NUMBER_FIELD,
}
_FINDING_FIELDS = {"rules": TEXT_FIELD, "findings": TEXT_FIELD}


class MendExtents(ExtentsAlgorithm):
    """Makes extents that may be submitted out of the shapes of a layer, where it can."""

    OUTPUT = "OUTPUT"
    NOT_MENDED = "NOT_MENDED"

    def name(self) -> str:
        """Return its name for programs."""
        return "mendextents"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return its name for planners."""
        return tr("Mend works extents")

    def shortDescription(self) -> str:  # noqa: N802 - QGIS's name
        """Return one sentence about it."""
        return tr("Mends what would keep the extents of a layer from being submitted.")

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return what the planner reads beside the parameters."""
        return tr(
            "Brings the features of a layer to British National Grid (EPSG:27700), to the "
            "centimetre, and mends the errors that “Check works extents” finds, each with as "
            "little change as can be. Warnings are left for you to judge.\n\n"
            "“Extents” has every feature that may be submitted then, with its fields and what was "
            "done: by how much area and length changed, and how far any place of it moved at most. "
            "Sound features are in it with nothing changed.\n\n"
            "“Not mended” has the others, as they were given, with what is wrong with them."
        )

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return ["repair", "fix", "geometry", "valid", "permit", "street manager"]

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Declare what it takes and gives."""
        self.add_input()
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Extents")))
        self.addParameter(QgsProcessingParameterFeatureSink(self.NOT_MENDED, tr("Not mended")))
        for name, text in (
            ("SOUND_COUNT", tr("Number of features that were sound")),
            ("MENDED_COUNT", tr("Number of features mended")),
            ("NOT_MENDED_COUNT", tr("Number of features not mended")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Mend the layer. Raises QgsProcessingException with what the planner has to know."""
        from . import judging  # noqa: PLC0415 - it needs shapely and pyproj

        source, crs = self.source(parameters, context)
        conversion, _of_all = self.do(judging.facts_of, crs, self.limits)
        say_conversion(feedback, conversion, self.limits)
        kind, here = source.wkbType(), QgsCoordinateReferenceSystem(crs)
        grid = QgsCoordinateReferenceSystem(NATIONAL_GRID)
        fields = with_more(source.fields(), _CHANGE_FIELDS)
        extents = self.sink(parameters, self.OUTPUT, context, fields, single(kind), grid)
        fields = with_more(source.fields(), _FINDING_FIELDS)
        others = self.sink(parameters, self.NOT_MENDED, context, fields, kind, here)
        lines, sound, mended = Lines(feedback), 0, 0
        for features in chunks(source, feedback, _CHUNK):
            shapes = [feature.geometry() for feature in features]
            outcomes = self.do(judging.mended, shapes, crs, self.limits)
            for feature, outcome in zip(features, outcomes):
                if outcome.geometry is None or not _fits(outcome.geometry, kind):
                    reason = outcome.messages or tr("It holds no area that could be an extent.")
                    lines.add(feature, reason)
                    attributes = [*feature.attributes(), outcome.rules, reason]
                    others.add(feature.geometry(), attributes)
                    continue
                extents.add(outcome.geometry, [*feature.attributes(), *outcome.columns])
                sound, mended = sound + (not outcome.what), mended + bool(outcome.what)
        lines.close()
        said = tr("{sound} features were sound, {mended} were mended, {others} were not.")
        feedback.pushInfo(said.format(sound=sound, mended=mended, others=lines.count))
        return {
            self.OUTPUT: extents.identifier,
            self.NOT_MENDED: others.identifier,
            "SOUND_COUNT": sound,
            "MENDED_COUNT": mended,
            "NOT_MENDED_COUNT": lines.count,
        }


def _fits(geometry: QgsGeometry, kind: Any) -> bool:
    """Whether an extent goes into the layer of extents: of collections it takes areas only."""
    takes = QgsWkbTypes.geometryType(single(kind))
    return bool(takes == QgsWkbTypes.UnknownGeometry or geometry.type() == takes)
