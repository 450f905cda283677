"""How streets look: roads under everything else, and a mark on those with something special.

A road is a pale band with an edge, as wide as a carriageway where the map is near enough, so that
it is seen on a light background and on a dark one. On it, traffic-sensitive streets have dashes and
protected ones a full line: told by how the line is broken as well as by its colour.
"""

from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLabeling,
    QgsLabelLineSettings,
    QgsLabelObstacleSettings,
    QgsLineSymbol,
    QgsMapUnitScale,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...live.store.street_columns import IS_BOTH, IS_PROTECTED, IS_SENSITIVE, PLAIN, TOLD
from ...words import tr
from .parts import made_of, stroke

_BAND = ("#e6e3db", 7.0, 0.4, 4.0)  # the colour, the metres, the least and the most millimetres
_EDGE = ("#7d7d7d", 8.6, 0.7, 4.6)
_DASHES = ("#b35806", 0.8, "5;2.5")
_LINE = ("#2166ac", 0.45, "")
_MARKS = {
    IS_SENSITIVE: (_DASHES,),
    IS_PROTECTED: (_LINE,),
    IS_BOTH: (_DASHES, _LINE),
    PLAIN: (),
}
_NAMED_BELOW = 10_000  # scale denominator
_INK, _PAPER = QColor("#333333"), QColor(255, 255, 255, 230)
_APART_MM = 90.0


def street_renderer() -> QgsCategorizedSymbolRenderer:
    """Return what draws streets; where they cross, their edges lie below all bands."""
    classes = [QgsRendererCategory(word, _symbol(word), title) for word, title in _titles().items()]
    renderer = QgsCategorizedSymbolRenderer(TOLD, classes)
    renderer.setUsingSymbolLevels(True)
    return renderer


def road_renderer() -> QgsSingleSymbolRenderer:
    """Return what draws a layer of which nothing special is known: all of it as plain streets."""
    renderer = QgsSingleSymbolRenderer(_symbol(PLAIN))
    renderer.setUsingSymbolLevels(True)
    return renderer


def street_labels(expression: str) -> QgsVectorLayerSimpleLabeling:
    """Return labels along streets, where there is room for them; works' own come first."""
    edge = QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.7)
    edge.setColor(_PAPER)
    text = QgsTextFormat()
    text.setSize(7.5)
    text.setColor(_INK)
    text.setBuffer(edge)
    along = QgsLabelLineSettings()
    along.setPlacementFlags(QgsLabeling.LinePlacementFlag.OnLine)
    along.setMergeLines(True)
    free = QgsLabelObstacleSettings()
    free.setIsObstacle(False)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(text)
    settings.placement = QgsPalLayerSettings.Placement.Curved
    settings.setLineSettings(along)
    settings.setObstacleSettings(free)
    settings.repeatDistance = _APART_MM
    settings.priority = 2
    settings.scaleVisibility = True
    settings.minimumScale = _NAMED_BELOW
    settings.maximumScale = 0
    return QgsVectorLayerSimpleLabeling(settings)


def _titles() -> dict[str, str]:
    """Return the names of the classes; the panel's pictures are too small for a dash to be seen."""
    return {
        IS_SENSITIVE: tr("Sensitive (dashes)"),
        IS_PROTECTED: tr("Protected (line)"),
        IS_BOTH: tr("Both"),
        PLAIN: tr("Other"),
    }


def _symbol(word: str) -> QgsSymbol:
    strokes = [_band(*_EDGE), _band(*_BAND), *(stroke(*mark) for mark in _MARKS[word])]
    for height, one in enumerate(strokes):
        one.setRenderingPass(height)
    return made_of(QgsLineSymbol(), strokes)


def _band(colour: str, metres: float, least_mm: float, most_mm: float) -> Any:
    """Return a stroke that is so many metres wide, as far as the screen has room for it."""
    made = stroke(colour, metres)
    scale = QgsMapUnitScale()
    scale.minSizeMMEnabled, scale.minSizeMM = True, least_mm
    scale.maxSizeMMEnabled, scale.maxSizeMM = True, most_mm
    unit, _known = QgsUnitTypes.decodeRenderUnit("RenderMetersInMapUnits")
    made.setWidthUnit(unit)
    made.setWidthMapUnitScale(scale)
    return made
