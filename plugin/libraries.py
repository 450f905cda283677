"""Loads the compiled packages so that each uses the GEOS and the PROJ it was built with.

On Linux, QGIS has its own GEOS and PROJ loaded for the whole process. Packages of shapely and
pyproj from PyPI bring other versions of the same libraries, and the system's loader would answer
their calls with QGIS's: wrong coordinates first, then a crash. `RTLD_DEEPBIND` makes it look among
a package's own libraries first. Windows and macOS keep libraries apart by themselves.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from .errors import StreetWorksError
from .words import tr

_DEEPBIND = getattr(os, "RTLD_DEEPBIND", 0)


def load_libraries() -> None:
    """Import shapely and pyproj; call it before any room that uses them is imported.

    It cannot help where another plugin has imported shapely before: when that one answers wrongly,
    StreetWorksError is raised.
    """
    for _step in loading_libraries():
        pass


def loading_libraries() -> Iterator[None]:
    """Do what `load_libraries` does, a package a step."""
    import numpy  # noqa: F401, PLC0415 - loaded as usual: it shares nothing with QGIS

    for package in ("pyproj", "shapely"):
        yield
        with _own_libraries_first():
            import_module(package)
    if _DEEPBIND and not _sound():
        raise StreetWorksError(
            tr("Another plugin has loaded shapely in a way that mixes two versions of GEOS."),
            advice=tr(
                "Shapes would come out wrong. Switch off the other plugins that use shapely and "
                "start QGIS again."
            ),
        )


@contextmanager
def _own_libraries_first() -> Iterator[None]:
    if not _DEEPBIND:
        yield
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | _DEEPBIND)
    try:
        yield
    finally:
        sys.setdlopenflags(flags)


def _sound() -> bool:
    """Whether a point on a line comes out right; mixed libraries get it wrong or say so."""
    import shapely  # noqa: PLC0415

    line = shapely.LineString([(0, 0), (10, 0), (20, 5)])
    point = shapely.line_interpolate_point(line, 3.0)
    try:
        return bool(shapely.to_wkt(point) == "POINT (3 0)" and list(point.coords) == [(3.0, 0.0)])
    except (shapely.errors.ShapelyError, ValueError):
        return False
