"""At which scales a layer is seen: true shapes when near, centre points beyond, never both."""

from qgis.core import QgsVectorLayer

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS

CENTRE = "centre"  # where other layers have a geometry's name
NEAR_BELOW = {WORKS: 15000, ACTIVITY: 15000, FORWARD_PLAN: 15000, HS2: 250000}


def put_scales(layer: QgsVectorLayer, kind: str, shape: str) -> None:
    """Let the layer be seen on its side of the kind's scale. HS2 act limits are kilometres long."""
    farthest, nearest = (0, NEAR_BELOW[kind]) if shape == CENTRE else (NEAR_BELOW[kind], 0)
    layer.setMinimumScale(farthest)
    layer.setMaximumScale(nearest)
    layer.setScaleBasedVisibility(True)
