"""Features of the GeoJSON API as QGIS features. Touches no layer, so a worker thread may do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsFeature

from .fields import columns, qgs_fields, values
from .kinds import Shape, reference_of
from .shapes import UnusableShapeError, drawable


@dataclass(frozen=True)
class Undrawable:
    """A record that cannot be drawn: its place among those given, its reference, and why."""

    index: int
    reference: str
    reason: str


@dataclass(frozen=True)
class Built:
    """One kind's features (EPSG:27700), by the layer they belong to, and those left out."""

    points: list[QgsFeature]
    lines: list[QgsFeature]
    polygons: list[QgsFeature]
    refused: tuple[Undrawable, ...]

    def of(self, shape: Shape) -> list[QgsFeature]:
        """Return the features of the layer for `shape`."""
        return {
            Shape.POINT: self.points,
            Shape.LINE: self.lines,
            Shape.POLYGON: self.polygons,
        }[shape]


def build(kind: str, features: Iterable[Any]) -> Built:
    """Make QGIS features of the contract's `features` (each with `geometry` and `properties`).

    What cannot be drawn is listed in `refused` with its reason and never raised.
    """
    described, fields = columns(kind), qgs_fields(kind)
    built = Built([], [], [], ())
    refused: list[Undrawable] = []
    for index, feature in enumerate(features):
        try:
            parts = drawable(getattr(feature, "geometry", None))
        except UnusableShapeError as error:
            refused.append(Undrawable(index, reference_of(kind, feature), str(error)))
            continue
        attributes = values(described, getattr(feature, "properties", None))
        for shape, geometry in parts:
            drawn = QgsFeature(fields)
            drawn.setAttributes(attributes)
            drawn.setGeometry(geometry)
            built.of(shape).append(drawn)
    return Built(built.points, built.lines, built.polygons, tuple(refused))
