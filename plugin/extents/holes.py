"""Holes put into an area: sound ones as they were drawn, the others filled or joined."""

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .apart import edges

Array = np.ndarray[Any, Any]


def with_holes(outline: shapely.Polygon, rings: list[BaseGeometry]) -> shapely.Polygon:
    """Give a valid area without holes with those of the rings as holes that can be holes of it.

    Filled is what crosses itself or the outline, lies outside it, or touches it at more than one
    place; of holes that overlap or share an edge one is made. Where nothing is wrong, nothing is
    changed. Where holes cut the area in pieces only together, all that touch anything are filled.
    """
    found = np.array([shapely.Polygon(ring) for ring in rings], dtype=object)
    found = found[shapely.is_valid(found) & (shapely.area(found) > 0)]
    shapely.prepare(outline)
    found = found[shapely.covers(outline, found)]
    found = found[~_touch_more_than_once(found, outline)]
    together = _with(outline, _joined(found))
    if together.is_valid:
        return together
    free = shapely.contains_properly(outline, found) & ~_meet_another(found)
    return _with(outline, found[free])


def _with(outline: shapely.Polygon, holes: Array) -> shapely.Polygon:
    return shapely.Polygon(outline.exterior, [hole.exterior for hole in holes])


def _touch_more_than_once(holes: Array, outline: shapely.Polygon) -> Array:
    """Tell which holes inside an outline touch it at two places or more, or along an edge."""
    around = shapely.linestrings(edges(outline))
    rings = shapely.get_exterior_ring(holes)
    numbers, met = shapely.STRtree(around).query(rings, predicate="intersects")
    places, pairs = shapely.get_coordinates(
        shapely.intersection(rings[numbers], around[met]), return_index=True
    )
    different = np.unique(np.column_stack([numbers[pairs], places]), axis=0)
    return np.bincount(different[:, 0].astype(int), minlength=len(holes)) > 1


def _meet_another(holes: Array) -> Array:
    """Tell which holes touch or overlap another one."""
    one, other = shapely.STRtree(holes).query(holes, predicate="intersects")
    return np.bincount(one[one != other], minlength=len(holes)) > 0


def _joined(holes: Array) -> Array:
    """Make one hole of those that overlap; an island that they leave between them is filled."""
    meeting = _meet_another(holes)
    if not meeting.any():
        return holes
    joined = shapely.get_parts(shapely.normalize(shapely.unary_union(holes[meeting])))
    return np.concatenate([holes[~meeting], joined])
