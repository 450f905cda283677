"""Geometries of QGIS as shapes of shapely."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsGeometry, QgsWkbTypes

from .draw import DECIMALS, plain

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Shapes:
    """The shapes of a chunk. `texts` has, by number, the WKT of those that GEOS cannot hold.

    Such are rings that are not closed and lines of one point; they are None in `geometries`, as is
    a feature without a shape.
    """

    geometries: Array
    texts: dict[int, str]

    def text(self, number: int) -> str:
        """Give a shape as WKT with all its digits; nothing where there is no shape."""
        if number in self.texts:
            return self.texts[number]
        shape = self.geometries[number]
        return "" if shape is None else str(shapely.to_wkt(shape, rounding_precision=-1))


def read(geometries: Sequence[QgsGeometry]) -> Shapes:
    """Read geometries of QGIS: curves as short straight edges, everything else as it is."""
    straight = [_straight(geometry) for geometry in geometries]
    binary = [None if one.isNull() else bytes(one.asWkb()) for one in straight]
    given = np.array([*binary, None], dtype=object)[:-1]
    # GEOS warns of numbers that are none; they are a finding of their own.
    with np.errstate(all="ignore"):
        shapes = shapely.from_wkb(given, on_invalid="ignore")
    texts = {
        number: straight[number].asWkt(DECIMALS)
        for number in range(len(straight))
        if shapes[number] is None and binary[number] is not None
    }
    return Shapes(shapes, texts)


def _straight(geometry: QgsGeometry) -> QgsGeometry:
    curved = not geometry.isNull() and QgsWkbTypes.isCurvedType(geometry.wkbType())
    return plain(geometry) if curved else geometry
