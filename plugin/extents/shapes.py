"""The geometry behind the mends: a shape in (EPSG:27700, metres), the mended shape or None out.

None means that there is nothing of the same kind to be had. Nothing here rounds or judges.
"""

from collections import Counter
from functools import lru_cache
from typing import Any, Optional

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from .apart import apart, parts
from .holes import with_holes

Array = np.ndarray[Any, Any]
SINGLE = ("Point", "LineString", "Polygon")
# A tip that is taken off holds less than this share of the area, or less than this area.
_TIP_SHARE, _TIP_M2 = 0.01, 0.1
# With what shares of the tolerance a line is simplified, until one of them makes no edges meet.
_SHARES = (1, 0.5, 0.25)
# Versions of GEOS differ by less than this, in metres and in square metres: it decides nothing.
_AS_GOOD = 1e-4


def turns(points: Array, *, ring: bool) -> Array:
    """Give the angle between the edges at each vertex in degrees: 180 straight, 0 doubled back.

    For a ring the first vertex is not repeated at the end. The ends of a line count as straight.
    """
    before, after = _neighbours(points)
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    dot = (before * after).sum(axis=1)
    angles: Array = np.degrees(np.abs(np.arctan2(cross, dot)))
    # Where two points coincide there is no angle.
    angles[(before == 0).all(axis=1) | (after == 0).all(axis=1)] = 180.0
    if not ring and len(points):
        angles[[0, -1]] = 180.0
    return angles


def spikes(polygon: shapely.Polygon, degrees: float) -> Array:
    """Give the positions in the outline of needle-like tips that hold next to no area."""
    points = _outline(polygon)
    return points[_are_tips(points, polygon.area, degrees)]


def without_spikes(polygon: shapely.Polygon, degrees: float) -> Optional[shapely.Polygon]:
    """Take needle-like tips off the outline until none is left.

    Of tips that follow one another every second one goes at a time: the next may be none then.
    """
    points, holes = _outline(polygon), polygon.interiors
    while (tips := _are_tips(points, polygon.area, degrees)).any():
        points = _distinct(points[~_every_second(tips)], ring=True)
        if len(points) < 3:
            return None
        polygon = shapely.Polygon(points, holes)
    return polygon


def _outline(polygon: shapely.Polygon) -> Array:
    return _distinct(shapely.get_coordinates(polygon.exterior)[:-1], ring=True)


def _are_tips(points: Array, area_m2: float, degrees: float) -> Array:
    """Tell which points of an outline are needle-like tips that hold next to no area."""
    if len(points) < 4:
        return np.zeros(len(points), dtype=bool)
    before, after = _neighbours(points)
    tip = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) / 2
    small = tip < max(_TIP_M2, area_m2 * _TIP_SHARE)
    found: Array = (turns(points, ring=True) < degrees) & small
    return found


def _every_second(chosen: Array) -> Array:
    """Of chosen places in a ring leave out each that follows one that stays chosen."""
    kept = np.zeros_like(chosen)
    for place in np.flatnonzero(chosen):
        kept[place] = not kept[place - 1]
    if len(kept) and kept[0] and kept[-1]:
        kept[-1] = False
    return kept


def repeats(geometry: BaseGeometry) -> Array:
    """Give the positions in a line, or in the rings of an area, that are the same as the next."""
    points: Array = shapely.get_coordinates(geometry)
    same: Array = (points[1:] == points[:-1]).all(axis=1)
    if geometry.geom_type == "Polygon" and same.any():
        # Where one ring ends another may begin.
        _, rings = shapely.get_coordinates(shapely.get_rings(geometry), return_index=True)
        same &= rings[1:] == rings[:-1]
    found: Array = points[:-1][same]
    return found


def without_repeats(geometry: BaseGeometry) -> Optional[BaseGeometry]:
    """Take points out that lie on the point before them."""
    if not len(repeats(geometry)):
        return geometry
    if geometry.geom_type == "LineString":
        points = _distinct(shapely.get_coordinates(geometry), ring=False)
        return shapely.LineString(points) if len(points) >= 2 else None
    if geometry.geom_type != "Polygon":
        return geometry
    rings = [
        _distinct(shapely.get_coordinates(ring)[:-1], ring=True)
        for ring in shapely.get_rings(geometry)
    ]
    if len(rings[0]) < 3:
        return None
    return shapely.Polygon(rings[0], [ring for ring in rings[1:] if len(ring) >= 3])


def inside(line: BaseGeometry) -> Optional[shapely.Polygon]:
    """Give the area that a closed line goes round; None if it is too short to do so."""
    points = shapely.get_coordinates(line)
    return shapely.Polygon(points) if len(points) > 3 else None


def without_holes(polygon: shapely.Polygon) -> shapely.Polygon:
    """Fill the holes."""
    return shapely.Polygon(polygon.exterior)


def sound(geometry: BaseGeometry) -> Optional[BaseGeometry]:
    """Give a valid shape of the same kind: crossings undone, and holes at fault filled or joined.

    Holes that nothing is wrong with stay as they are.
    """
    if geometry.geom_type != "Polygon" or geometry.is_valid:
        return geometry
    outline = without_holes(geometry)
    if outline.is_valid:
        return with_holes(outline, list(geometry.interiors))
    return _uncrossed(geometry)


def _uncrossed(polygon: shapely.Polygon) -> Optional[shapely.Polygon]:
    """Make one valid area of an outline that crosses itself, as near to what was drawn as can be.

    Of its readings it is the one whose edge stays nearest to the drawn outline.
    """
    areas = readings(polygon)
    moved = [apart(polygon.exterior, area.exterior) for area in areas]
    near = [area for area, by in zip(areas, moved) if by <= min(moved) + _AS_GOOD]
    return _largest(near)


def readings(polygon: shapely.Polygon) -> list[shapely.Polygon]:
    """Give the valid areas that GEOS can read an outline as that crosses itself, in its two ways.

    Of each way it is the largest area, if there is one.
    """
    found = map(largest_area, (_made_valid(polygon), shapely.buffer(polygon, 0)))
    return [area for area in found if area is not None]


def largest_area(geometry: BaseGeometry) -> Optional[shapely.Polygon]:
    """Give the largest polygon among the parts, None if there is none with an area."""
    return _largest([area for area in _areas(geometry) if area.area > 0])


def _largest(areas: list[shapely.Polygon]) -> Optional[shapely.Polygon]:
    """Give the largest of some areas; of several as large the one furthest west, then south.

    Where its outline begins, too, does not hang on the version of GEOS.
    """
    least = max((area.area for area in areas), default=0.0) - _AS_GOOD
    largest = [area for area in areas if area.area >= least]
    return min(largest, key=lambda area: area.bounds[:2]).normalize() if largest else None


def _areas(geometry: BaseGeometry) -> list[shapely.Polygon]:
    return [part for part in parts(geometry) if part.geom_type == "Polygon"]


def joined(geometry: BaseGeometry) -> Optional[BaseGeometry]:
    """Make one shape of several parts that touch or overlap; None if they do not."""
    # Of polygons side by side each can be valid and the whole not: they share an edge.
    if not shapely.is_valid(shapely.get_parts(geometry)).all():
        return None
    whole = shapely.unary_union(geometry)
    if whole.geom_type == "MultiLineString":
        whole = shapely.line_merge(whole)
    return whole if whole.geom_type in SINGLE and not whole.is_empty else None


def largest_part(geometry: BaseGeometry) -> Optional[BaseGeometry]:
    """Give the part with the largest area, else the longest, else the first one."""
    single = [part for part in parts(geometry) if part.geom_type in SINGLE and not part.is_empty]
    return max(single, key=lambda part: (enclosed_m2(part), part.length), default=None)


def swapped(geometry: BaseGeometry) -> BaseGeometry:
    """Exchange x and y."""
    return shapely.set_coordinates(geometry, shapely.get_coordinates(geometry)[:, ::-1].copy())


def simplified(geometry: BaseGeometry, tolerance_m: float) -> BaseGeometry:
    """Take points out that lie within the tolerance of the line without them.

    Where that would make edges meet, it is tried with a smaller tolerance. (GEOS can avoid it by
    itself, but then each version leaves other points out, and dense lines take it long.)
    """
    for share in _SHARES:
        simpler = _thinned(geometry, tolerance_m * share)
        if simpler.is_valid and (simpler.is_simple or not geometry.is_simple):
            return simpler
    return geometry


def _thinned(geometry: BaseGeometry, tolerance_m: float) -> BaseGeometry:
    if geometry.geom_type != "Polygon":
        return shapely.simplify(geometry, tolerance_m, preserve_topology=False)
    rings = [
        _thinned_ring(shapely.get_coordinates(ring), tolerance_m)
        for ring in shapely.get_rings(geometry)
    ]
    return shapely.Polygon(rings[0], rings[1:])


def _thinned_ring(points: Array, tolerance_m: float) -> Array:
    """Thin a ring out as two lines: its first point stays, and the one furthest from it."""
    furthest = int(np.argmax(np.hypot(*(points - points[0]).T)))
    halves = [points[: furthest + 1], points[furthest:]]
    thin = [_thinned(shapely.LineString(half), tolerance_m) for half in halves]
    there, back = (shapely.get_coordinates(line) for line in thin)
    kept = np.vstack([there, back[1:]])
    return kept if len(kept) > 3 else points


def enclosed_m2(geometry: BaseGeometry) -> float:
    """Give the area in square metres; of a crossing outline what it encloses."""
    if geometry.is_valid:
        return float(geometry.area)
    return float(sum(_made_valid(part).area for part in _areas(geometry)))


def crossings(polygon: shapely.Polygon) -> Optional[BaseGeometry]:
    """Give the places where the rings of an area cross or touch themselves; None if nowhere."""
    pieces = shapely.get_parts(shapely.unary_union(shapely.boundary(polygon)))
    ends = shapely.get_coordinates(shapely.get_point(pieces[:, None], [0, -1])).tolist()
    times = Counter((east, north) for east, north in ends)
    places = sorted(place for place, count in times.items() if count > 2)
    if not places:
        return None
    return shapely.Point(places[0]) if len(places) == 1 else shapely.MultiPoint(places)


# Of a shape its size is asked and then its mend, which both need it, and it is slow.
@lru_cache(maxsize=1)
def _made_valid(polygon: shapely.Polygon) -> BaseGeometry:
    try:
        return shapely.make_valid(polygon)
    except ShapelyError:
        # GEOS trips over some outlines that collapse to lines; buffering drops what has no area.
        return polygon.buffer(0)


def _neighbours(points: Array) -> tuple[Array, Array]:
    return np.roll(points, 1, axis=0) - points, np.roll(points, -1, axis=0) - points


def _distinct(points: Array, *, ring: bool) -> Array:
    """Drop points equal to the one before; in a ring also the last if equal to the first."""
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (points[1:] != points[:-1]).any(axis=1)
    if ring and len(points) > 1 and (points[0] == points[-1]).all():
        keep[-1] = False
    kept = points[keep]
    if ring and len(kept) > 1 and (kept[0] == kept[-1]).all():
        kept = kept[:-1]
    return kept
