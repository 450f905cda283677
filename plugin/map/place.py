"""Between the map and British National Grid: for where to look, not for what is submitted.

QGIS's own transformation is good enough to choose a box or to zoom, and is used for that alone; an
extent is converted by the extents room.
"""

import math
from typing import Any, Union

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas

from ..errors import StreetWorksError
from ..trade.box import Box
from ..words import tr
from .as_qgis import as_qgis
from .memory import NATIONAL_GRID

_GRID = QgsRectangle(0, 0, 700000, 1300000)


def box_in_view(canvas: QgsMapCanvas, grown_by: float = 0.05) -> Box:
    """Return what the canvas shows of Great Britain, in EPSG:27700 and whole metres.

    It is larger than the view by the fraction `grown_by` on every side, as straight borders bend
    between coordinate systems. Raises StreetWorksError for a project without a coordinate system
    and for a view that shows no part of Great Britain.
    """
    to_grid = _to_grid(canvas)
    try:
        country = to_grid.transformBoundingBox(_GRID, Qgis.TransformDirection.Reverse)
        seen = country.intersect(canvas.extent())
        if seen.isEmpty():
            raise _elsewhere()
        box = to_grid.transformBoundingBox(seen)
    except QgsCsException as error:
        raise _elsewhere(str(error)) from error
    box.grow(grown_by * max(box.width(), box.height()))
    box = box.intersect(_GRID)
    if box.isEmpty() or not box.isFinite():
        raise _elsewhere()
    return Box(
        math.floor(box.xMinimum()),
        math.floor(box.yMinimum()),
        math.ceil(box.xMaximum()),
        math.ceil(box.yMaximum()),
    )


def on_canvas(canvas: QgsMapCanvas, geometry: Any) -> QgsGeometry:
    """Return `geometry` (EPSG:27700) in the canvas's coordinates.

    It may be a Box, a QgsGeometry, or a Shapely geometry. Raises StreetWorksError.
    """
    moved, to_grid = _copied(geometry), _to_grid(canvas)
    if moved.isEmpty():
        return moved
    try:
        moved.transform(to_grid, Qgis.TransformDirection.Reverse)
    except QgsCsException as error:
        raise StreetWorksError(
            tr("That place cannot be shown in the project's coordinate reference system."),
            advice=tr("Choose another one in Project ▸ Properties ▸ CRS, for example EPSG:27700."),
            detail=str(error),
        ) from error
    return moved


def zoom_to(canvas: QgsMapCanvas, geometry: Any, smallest_m: float = 60.0) -> None:
    """Show `geometry` (EPSG:27700) with some room around it, at least `smallest_m` across."""
    extent = _copied(geometry).boundingBox()
    room = max(0.2 * max(extent.width(), extent.height()), smallest_m / 2)
    around = on_canvas(canvas, QgsGeometry.fromRect(extent.buffered(room)))
    canvas.setExtent(around.boundingBox())
    canvas.refresh()


def _copied(geometry: Union[Box, QgsGeometry, Any]) -> QgsGeometry:
    """Return a copy as QGIS's own geometry."""
    if isinstance(geometry, QgsGeometry):
        return QgsGeometry(geometry)
    if isinstance(geometry, Box):
        return QgsGeometry.fromRect(QgsRectangle(*geometry))
    return as_qgis(geometry)


def _to_grid(canvas: QgsMapCanvas) -> QgsCoordinateTransform:
    crs = canvas.mapSettings().destinationCrs()
    if not crs.isValid():
        raise StreetWorksError(
            tr("The project has no coordinate reference system."),
            advice=tr("Choose one in Project ▸ Properties ▸ CRS, for example EPSG:27700."),
        )
    to_grid = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(NATIONAL_GRID), QgsProject.instance().transformContext()
    )
    # Where a view reaches beyond the grid of OSTN15, roughly is good enough, and not told of.
    to_grid.setAllowFallbackTransforms(True)
    to_grid.setBallparkTransformsAreAppropriate(True)
    return to_grid


def _elsewhere(detail: str = "") -> StreetWorksError:
    return StreetWorksError(
        tr("The map shows no part of Great Britain."),
        advice=tr("Move the map to where the works are, then try again."),
        detail=detail,
    )
