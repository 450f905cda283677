"""Shapes of shapely as geometries of QGIS."""

from typing import Any

from qgis.core import QgsGeometry


def as_qgis(shape: Any) -> QgsGeometry:
    """Return a shape (Shapely) as QGIS has it, with the same coordinates; a null one for None."""
    made = QgsGeometry()
    if shape is not None:
        made.fromWkb(shape.wkb)
    return made
