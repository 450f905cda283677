"""Loads the compiled packages so that each uses the GEOS and the PROJ it was built with.

On Linux, QGIS has its own GEOS and PROJ loaded for the whole process. Packages of shapely and
pyproj from PyPI bring other versions of the same libraries, and the system's loader would answer
their calls with QGIS's: wrong coordinates first, then a crash. `RTLD_DEEPBIND` makes it look among
a package's own libraries first. Windows and macOS keep libraries apart by themselves.
"""

import os
import sys

from .errors import StreetWorksError
from .words import tr


def load_libraries() -> None:
    """Import shapely and pyproj; call it before any room that uses them is imported.

    It cannot help where another plugin has imported shapely before: when that one answers wrongly,
    StreetWorksError is raised.
    """
    import numpy  # noqa: F401, PLC0415 - loaded as usual: it shares nothing with QGIS

    deepbind = getattr(os, "RTLD_DEEPBIND", 0)
    if not deepbind:
        _import()
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | deepbind)
    try:
        _import()
    finally:
        sys.setdlopenflags(flags)
    if not _sound():
        raise StreetWorksError(
            tr("Another plugin has loaded shapely in a way that mixes two versions of GEOS."),
            advice=tr(
                "Shapes would come out wrong. Switch off the other plugins that use shapely and "
                "start QGIS again."
            ),
        )


def _sound() -> bool:
    """Whether a point on a line comes out right; mixed libraries get it wrong or say so."""
    import shapely  # noqa: PLC0415

    line = shapely.LineString([(0, 0), (10, 0), (20, 5)])
    point = shapely.line_interpolate_point(line, 3.0)
    try:
        return bool(shapely.to_wkt(point) == "POINT (3 0)" and list(point.coords) == [(3.0, 0.0)])
    except (shapely.errors.ShapelyError, ValueError):
        return False


def _import() -> None:
    import pyproj  # noqa: F401, PLC0415 - importing it is all there is to do
    import shapely  # noqa: F401, PLC0415
