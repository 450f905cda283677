"""Points put into long edges, where a straight line of one coordinate system bends in another."""

from typing import Any, Callable

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

BEND_M = 0.01
# An edge of this length (metres on the ground) bends by at most 2 mm in any usual projection.
SHORT_M = 200.0
_MOST_POINTS = 1000

Array = np.ndarray[Any, Any]
Convert = Callable[[Array], Array]


def densify(geometry: BaseGeometry, convert: Convert) -> BaseGeometry:
    """Put points into those edges that `convert` would bend by more than 1 cm.

    `convert` brings an (n, 2) array of source coordinates to metres. The geometry comes back in its
    own coordinates, every vertex of it kept, and untouched where nothing bends.
    """
    if geometry.is_empty or geometry.geom_type in ("Point", "MultiPoint"):
        return geometry
    if hasattr(geometry, "geoms"):
        parts = [part for part in geometry.geoms if not part.is_empty]
        return type(geometry)([densify(part, convert) for part in parts])
    if geometry.geom_type == "Polygon":
        rings = [_densify_line(shapely.get_coordinates(ring), convert) for ring in _rings(geometry)]
        return shapely.Polygon(rings[0], rings[1:])
    return type(geometry)(_densify_line(shapely.get_coordinates(geometry), convert))


def _rings(polygon: shapely.Polygon) -> list[BaseGeometry]:
    return [polygon.exterior, *(hole for hole in polygon.interiors if not hole.is_empty)]


def _densify_line(points: Array, convert: Convert) -> Array:
    pieces = _pieces(points, convert)
    if pieces.max() == 1:
        return points
    parts = [
        start + (end - start) * (np.arange(count) / count)[:, None]
        for start, end, count in zip(points[:-1], points[1:], pieces)
    ]
    return np.vstack([*parts, points[-1:]])


def _pieces(points: Array, convert: Convert) -> Array:
    """In how many pieces each edge must go: the bend shrinks with the square of the length."""
    moved = convert(points)
    here, chord = moved[:-1], np.diff(moved, axis=0)
    length = np.hypot(chord[:, 0], chord[:, 1])
    pieces = np.ones(len(chord), dtype=int)
    long = np.flatnonzero(length > SHORT_M)
    if not len(long):
        return pieces
    bend = np.zeros(len(long))
    for share in (0.25, 0.5, 0.75):
        between = convert(points[long] + (points[long + 1] - points[long]) * share) - here[long]
        across = chord[long, 0] * between[:, 1] - chord[long, 1] * between[:, 0]
        bend = np.fmax(bend, np.abs(across) / length[long])
    # Three quarters of the limit: the rest is for the kinks of OSTN15 at each kilometre.
    wanted = np.ceil(np.sqrt(np.nan_to_num(bend) / (BEND_M * 0.75)))
    pieces[long] = np.clip(wanted, 1, _MOST_POINTS)
    return pieces
