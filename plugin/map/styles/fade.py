"""The pale look of what was loaded in an earlier session. It leaves the symbols as they are."""

from math import isclose

from qgis.core import QgsVectorLayer

BEFORE = "street_works/opacity"
PALE = 0.45


def grey(layer: QgsVectorLayer, on: bool) -> None:
    """Make the layer pale, or give it back the opacity that it had, unless it was changed since."""
    before = layer.customProperty(BEFORE)
    if on and before is None:
        layer.setCustomProperty(BEFORE, layer.opacity())
        layer.setOpacity(PALE * layer.opacity())
    elif not on and before is not None:
        layer.removeCustomProperty(BEFORE)
        if isclose(layer.opacity(), PALE * float(before), abs_tol=0.01):
            layer.setOpacity(float(before))
    layer.triggerRepaint()
