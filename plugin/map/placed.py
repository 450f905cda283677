"""A layer of the planner's brought to National Grid, and what is to be known of where it lies."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsGeometry, QgsVectorLayer
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..extents import Limits, Severity
from ..extents.all_to_grid import all_to_national_grid
from ..extents.definitions import CrsUnusable
from ..extents.drawing import Drawing
from ..extents.drawing import read as read_drawing
from ..extents.grid import OutsideGrid, to_national_grid
from ..extents.layer import examine_layer
from ..extents.whereabouts import Whereabouts, whereabouts
from ..words import tr
from .as_shapely import read
from .draw import name_of
from .mixed import crs_of


class Placed(NamedTuple):
    """What is to be known of where a layer lies, "" and nothing where all is well.

    `inexact` says how exact its positions are, `strays` how many of its shapes lie nowhere.
    """

    inexact: tuple[str, ...]
    strays: str


def definition_of(layer: QgsVectorLayer) -> str:
    """Name a layer's coordinate system, as pyproj knows it. Raises StreetWorksError without one."""
    crs = crs_of(layer)
    if not crs.isValid():
        raise StreetWorksError(
            tr("The layer “{name}” has no coordinate reference system.").format(name=layer.name()),
            advice=_set_it(),
        )
    return name_of(crs)


def placed(name: str, shapes: Sequence[QgsGeometry], crs: str, limits: Limits) -> Placed:
    """Say where the layer of that name lies, by some of its shapes, all in `crs`.

    Raises StreetWorksError, with the layer's name, where its CRS puts all of it outside England or
    is too inexact for an extent by `limits`.
    """
    middles = _middles(shapes)
    with _told_of(name):
        there = whereabouts(middles, crs)
        if not there.in_england and len(shapes):
            raise _nowhere(name, there.guess)
        exactness = examine_layer(np.array([], dtype=object), crs, limits).of_all
    too_coarse = [one for one in exactness if one.severity is Severity.ERROR]
    if too_coarse:
        raise _unusable(name, too_coarse[0].message, too_coarse[0].advice)
    inexact = tuple(f"{name}: {one.message}" for one in exactness)
    return Placed(inexact, _strays(name, there))


def on_grid(shapes: Sequence[QgsGeometry], crs: str) -> list[Optional[BaseGeometry]]:
    """Bring shapes in `crs` to EPSG:27700; None for one that cannot be read, or lies outside.

    Raises `CrsUnusable` and `GridUnavailable`.
    """
    given = read(shapes)
    found = all_to_national_grid(given.geometries, crs)
    for number, text in given.texts.items():
        found[number] = _alone(Drawing(text, crs))
    return [None if isinstance(one, OutsideGrid) else one for one in found]


def _alone(drawing: Drawing) -> Optional[BaseGeometry]:
    """Bring a shape that GEOS cannot hold to National Grid once it has been closed."""
    shape = read_drawing(drawing).geometry
    try:
        return None if shape is None else to_national_grid(shape, drawing.crs).geometry
    except OutsideGrid:
        return None


def _middles(shapes: Sequence[QgsGeometry]) -> np.ndarray:
    """Give the middle of each shape, (n, 2), in the layer's own coordinates."""
    boxes = (shape.boundingBox() for shape in shapes if not shape.isEmpty())
    centres = [(box.center().x(), box.center().y()) for box in boxes]
    return np.array(centres, dtype=float).reshape(-1, 2)


@contextmanager
def _told_of(name: str) -> Iterator[None]:
    """Name the layer in what cannot be done with its coordinate system."""
    try:
        yield
    except CrsUnusable as error:
        raise _unusable(name, error.message, error.advice) from error


def _unusable(name: str, reason: str, advice: str) -> StreetWorksError:
    message = tr("The layer “{name}” cannot be compared. {reason}")
    untick = tr("Or untick the layer.")
    return StreetWorksError(
        message.format(name=name, reason=reason), advice=f"{advice} {untick}".strip()
    )


def _nowhere(name: str, guess: str) -> StreetWorksError:
    message = tr("The layer “{name}” lies nowhere in England as its coordinate system has it.")
    return StreetWorksError(f"{message.format(name=name)} {guess}".strip(), advice=_set_it())


def _set_it() -> str:
    return tr("Set it in the layer's properties (Layer CRS), or untick the layer.")


def _strays(name: str, there: Whereabouts) -> str:
    if not there.nowhere:
        return ""
    if there.nowhere == 1:
        said = tr("{name}: one shape lies nowhere in Great Britain and was not compared.")
    else:
        said = tr("{name}: {n} shapes lie nowhere in Great Britain and were not compared.")
    return said.format(name=name, n=there.nowhere)
