"""The algorithm “Check works extents”."""

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ..compat import TEXT_FIELD, YES_NO_FIELD
from ..words import tr
from .algorithm import NATIONAL_GRID, ExtentsAlgorithm, Parameters, Sink, chunks, say_conversion
from .names import NO_SHAPES, POINT_LAYER, POINTS, TABLE, WHOLE_NUMBER_FIELD, fields_of

_CHUNK = 2000
_FINDING_FIELDS = {
    "feature_id": WHOLE_NUMBER_FIELD,
    "rule": TEXT_FIELD,
    "severity": TEXT_FIELD,
    "message": TEXT_FIELD,
    "advice": TEXT_FIELD,
    "mendable": YES_NO_FIELD,
}
_FEATURE_FIELDS = {
    "feature_id": WHOLE_NUMBER_FIELD,
    "submittable": YES_NO_FIELD,
    "errors": WHOLE_NUMBER_FIELD,
    "warnings": WHOLE_NUMBER_FIELD,
    "notes": WHOLE_NUMBER_FIELD,
    "rules": TEXT_FIELD,
    "messages": TEXT_FIELD,
}


class CheckExtents(ExtentsAlgorithm):
    """Says of each shape of a layer whether it may be submitted, and what is wrong with it."""

    FINDINGS = "FINDINGS"
    TABLE = "TABLE"

    def name(self) -> str:
        """Return its name for programs."""
        return "checkextents"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return its name for planners."""
        return tr("Check works extents")

    def shortDescription(self) -> str:  # noqa: N802 - QGIS's name
        """Return one sentence about it."""
        return tr("Finds what would keep the extents of a layer from being submitted.")

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return what the planner reads beside the parameters."""
        return tr(
            "Looks at each feature of a layer as Street Works looks at a drawn extent: its kind, "
            "its place, its outline, its size, and all that after it was brought to British "
            "National Grid and rounded to centimetres.\n\n"
            "“Findings” has a point at the place of each finding, with the feature's id, the rule, "
            "how serious it is (an error keeps an extent from being submitted; a warning is for "
            "you to judge), what to do, and whether “Mend works extents” can mend it. “Features” "
            "is a table with a row for each feature, the sound ones too.\n\n"
            "What counts as too small, too large or too unsure is set in Settings ▸ Options ▸ "
            "Street Works."
        )

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return ["validity", "valid", "geometry", "permit", "street manager", "findings"]

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Declare what it takes and gives."""
        self.add_input()
        for name, text, kind in (
            (self.FINDINGS, tr("Findings"), POINTS),
            (self.TABLE, tr("Features"), TABLE),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, text, kind))
        for name, text in (
            ("FEATURES", tr("Number of features")),
            ("WITH_ERRORS", tr("Number of features with errors")),
            ("WITH_WARNINGS", tr("Number of features with warnings")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Check the layer. Raises QgsProcessingException with what the planner has to know."""
        from . import judging  # noqa: PLC0415 - it needs shapely and pyproj

        source, crs = self.source(parameters, context)
        conversion, of_all = self.do(judging.facts_of, crs, self.limits)
        say_conversion(feedback, conversion, self.limits)
        grid = QgsCoordinateReferenceSystem(NATIONAL_GRID)
        fields = fields_of(_FINDING_FIELDS)
        findings = self.sink(parameters, self.FINDINGS, context, fields, POINT_LAYER, grid)
        nowhere = QgsCoordinateReferenceSystem()
        fields = fields_of(_FEATURE_FIELDS)
        table = self.sink(parameters, self.TABLE, context, fields, NO_SHAPES, nowhere)
        for finding in of_all:
            findings.add(QgsGeometry(), [None, *finding.columns])
        counts = _Counts()
        for features in chunks(source, feedback, _CHUNK):
            shapes = [feature.geometry() for feature in features]
            verdicts = self.do(judging.verdicts, shapes, crs, self.limits)
            for feature, verdict in zip(features, verdicts):
                _write(feature, verdict, findings, table)
                counts.add(verdict)
        feedback.pushInfo(counts.said())
        return {
            self.FINDINGS: findings.identifier,
            self.TABLE: table.identifier,
            "FEATURES": counts.features,
            "WITH_ERRORS": counts.with_errors,
            "WITH_WARNINGS": counts.with_warnings,
        }


class _Counts:
    def __init__(self) -> None:
        self.features = self.with_errors = self.with_warnings = 0

    def add(self, verdict: Any) -> None:
        self.features += 1
        self.with_errors += verdict.errors > 0
        self.with_warnings += verdict.warnings > 0

    def said(self) -> str:
        return tr("{features} features: {errors} with errors, {warnings} with warnings.").format(
            features=self.features, errors=self.with_errors, warnings=self.with_warnings
        )


def _write(feature: QgsFeature, verdict: Any, findings: Sink, table: Sink) -> None:
    number = feature.id()
    for finding in verdict.findings:
        findings.add(finding.place, [number, *finding.columns])
    table.add(QgsGeometry(), [number, *verdict.columns])
