"""What a layer wears: style, columns' names, labels, map tip, dates. Done when it is made."""

from pathlib import Path
from typing import Optional, Union

from qgis.core import (
    Qgis,
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..errors import StreetWorksError
from ..live.store.columns import DATED, END, LABELLED_BY, START, columns
from ..trade.kinds import Shape
from ..words import tr
from .styles import DEFAULT_OF, Style, apply
from .tips import map_tip

_STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"
_LABELS_BELOW = 2500  # scale denominator
_PLACEMENTS = {
    Shape.POINT: QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint,
    Shape.LINE: QgsPalLayerSettings.Placement.Line,
    Shape.POLYGON: QgsPalLayerSettings.Placement.OutsidePolygons,
}


def dress(
    layer: QgsVectorLayer,
    kind: str,
    shape: Union[Shape, str],
    style: Optional[Style] = None,
    mine: str = "",
    my_name: str = "",
) -> None:
    """Give a new layer its style, its columns' names, labels, map tip and dates.

    `shape` is one of Shape or "centre", whose points have no labels. Without `style` it gets the
    default of its kind; `mine` and `my_name` are as in `styles.apply`.
    """
    apply(layer, kind, shape, style or DEFAULT_OF[kind], mine, my_name)
    for column in columns(kind):
        layer.setFieldAlias(layer.fields().indexOf(column.name), column.alias)
    if LABELLED_BY[kind]:
        layer.setDisplayExpression(f'"{LABELLED_BY[kind]}"')
        if isinstance(shape, Shape) and shape in _PLACEMENTS:
            put_labels(layer, LABELLED_BY[kind], shape)
    layer.setMapTipTemplate(map_tip(kind))
    if kind in DATED:
        _put_dates(layer)


def apply_style(layer: QgsVectorLayer, name: str) -> None:
    """Load the style file `name` of the plugin. Raises StreetWorksError."""
    message, ok = layer.loadNamedStyle(str(_STYLES / f"{name}.qml"))
    if not ok:
        raise StreetWorksError(
            tr("The style of the layer “{layer}” could not be loaded.").format(layer=layer.name()),
            advice=tr("Install Street Works again."),
            detail=message,
        )


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
    settings.placement = _PLACEMENTS[shape]
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
