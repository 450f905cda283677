"""What a layer wears: style, labels, map tip, dates. Done once, when the layer is made."""

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..errors import StreetWorksError
from ..rules.labels import label
from ..words import tr
from .fields import DATED, END, LABELLED_BY, START
from .impact import IMPACTS, impact_title
from .kinds import Shape
from .tips import map_tip

_STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"
_LABELS_BELOW = 5000  # scale denominator


def dress(layer: QgsVectorLayer, kind: str, shape: Shape) -> None:
    """Give a new layer its style, labels, map tip and dates. Raises StreetWorksError."""
    apply_style(layer, f"{kind}_{shape.value}")
    if LABELLED_BY[kind]:
        put_labels(layer, LABELLED_BY[kind], shape)
        layer.setDisplayExpression(f'"{LABELLED_BY[kind]}"')
    layer.setMapTipTemplate(map_tip(kind))
    if kind in DATED:
        _put_dates(layer)


def apply_style(layer: QgsVectorLayer, name: str) -> None:
    """Load the style `name` of the plugin; its legend is written in the planner's language."""
    message, ok = layer.loadNamedStyle(str(_STYLES / f"{name}.qml"))
    if not ok:
        raise StreetWorksError(
            tr("The style of the layer “{layer}” could not be loaded.").format(layer=layer.name()),
            advice=tr("Install Street Works again."),
            detail=message,
        )
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, _legend(str(category.value() or "")))


def _legend(value: str) -> str:
    if value in IMPACTS:
        return impact_title(value)
    return label(value) if value else tr("Other")


def put_labels(layer: QgsVectorLayer, field: str, shape: Shape) -> None:
    """Label with `field`, dark with a light edge, only where there is room for it."""
    edge = QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.9)
    edge.setColor(QColor(255, 255, 255, 230))
    text = QgsTextFormat()
    text.setSize(8.5)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(edge)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    settings.placement = {
        Shape.POINT: QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint,
        Shape.LINE: QgsPalLayerSettings.Placement.Line,
        Shape.POLYGON: QgsPalLayerSettings.Placement.OutsidePolygons,
    }[shape]
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    settings.dist = 1.5 if shape is Shape.LINE else 1.0
    settings.scaleVisibility = True
    settings.minimumScale = _LABELS_BELOW
    settings.maximumScale = 0
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _put_dates(layer: QgsVectorLayer) -> None:
    """Let QGIS's temporal controller show the days on which each feature applies."""
    dates = layer.temporalProperties()
    dates.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    dates.setStartField(START)
    dates.setEndField(END)
    dates.setIsActive(True)
