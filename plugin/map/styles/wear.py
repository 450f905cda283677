"""Gives a layer a style. What else it wears (labels, map tip) is not touched.

The scales at which it is seen are set with its first style only: later they are the planner's.
"""

from enum import Enum
from typing import Union

from qgis.core import QgsVectorLayer

from ...trade.kinds import Shape
from ...words import tr
from .mark import PRINT, put_mark, style_of
from .patterns import Pattern, hold, pattern_of
from .scales import put_scales
from .style import Style, fitting


def apply(
    layer: QgsVectorLayer,
    kind: str,
    shape: Union[Shape, str],
    style: Style,
    mine: str = "",
    my_name: str = "",
) -> Style:
    """Give the layer the style, or the default of its kind when the kind has no such style.

    `shape` is one of Shape or "centre". `mine` is the SWA code and `my_name` the name of the
    planner's own promoter. Returns the style that the layer has now. Symbols that the planner made
    stay at hand among the layer's styles in QGIS.
    """
    fit = fitting(kind, style)
    pattern = pattern_of(kind, _where(shape), fit, mine, my_name, layer.fields())
    if layer.customProperty(PRINT) is None:
        put_scales(layer, kind, _where(shape))
    elif style_of(layer) is None:
        _keep_planners(layer)
    _put_on(layer, fit, pattern)
    return fit


def restyle(
    layer: QgsVectorLayer,
    kind: str,
    shape: Union[Shape, str],
    style: Style,
    mine: str = "",
    my_name: str = "",
) -> bool:
    """Give the layer the style, unless its symbols are the planner's; returns whether it did.

    A layer that was given just that style last is left as it is: telling whether its symbols have
    been changed since takes up to 25 ms.
    """
    fit = fitting(kind, style)
    pattern = pattern_of(kind, _where(shape), fit, mine, my_name, layer.fields())
    if layer.customProperty(PRINT) == pattern.print or style_of(layer) is None:
        return False
    _put_on(layer, fit, pattern)
    return True


def _where(shape: Union[Shape, str]) -> str:
    return str(shape.value if isinstance(shape, Enum) else shape)


def _put_on(layer: QgsVectorLayer, style: Style, pattern: Pattern) -> None:
    layer.setRenderer(pattern.renderer.clone())
    put_mark(layer, style, pattern.print)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _keep_planners(layer: QgsVectorLayer) -> None:
    """Save symbols that the planner changed as a style of the layer, under a new name."""
    hold(layer)
    styles = layer.styleManager()
    number = 1
    while not styles.addStyleFromLayer(tr("My style {n}").format(n=number)):
        number += 1
