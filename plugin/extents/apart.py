"""How far the edges of one shape lie from those of another, however many points there are.

GEOS compares every point with every other for that: 50,000 points take it a minute, and older
versions measure rings wrongly. Here an index over the edges finds the nearest one, and only those
edges are looked at more closely that may reach further than what is known already.
"""

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Array = np.ndarray[Any, Any]
# Nearer than this a distance need not be known: a tenth of the centimetre that extents have.
_NEAR_M = 0.001
# Less than this is nothing but a float's last digits.
_NOTHING_M = 1e-9
_AREA, _FIRST_GROUP = 3, 4


def apart(one: BaseGeometry, other: BaseGeometry) -> float:
    """Give how far any place on the edges of a shape is from the other's, either way round.

    It is the Hausdorff distance of points, lines and outlines in metres: never less, at most a
    millimetre more, and exactly 0 where the edges are the same.
    """
    here, there = edges(one), edges(other)
    return max(_farthest(here, there), _farthest(there, here))


def parts(geometry: BaseGeometry) -> Array:
    """Give the points, lines and areas that a geometry is made of, however deep they lie in it."""
    found: Array = shapely.get_parts([geometry])
    while (shapely.get_type_id(found) >= _FIRST_GROUP).any():
        found = shapely.get_parts(found)
    return found


def edges(geometry: BaseGeometry) -> Array:
    """Give the edges of lines and outlines as (n, 2, 2) places; a point is an edge to itself."""
    single = parts(geometry)
    are_areas = shapely.get_type_id(single) == _AREA
    lines = np.concatenate([single[~are_areas], shapely.get_rings(single[are_areas])])
    places, owners = shapely.get_coordinates(lines, return_index=True)
    joined = np.stack([places[:-1], places[1:]], axis=1)[owners[1:] == owners[:-1]]
    alone = places[np.bincount(owners, minlength=len(lines))[owners] == 1]
    return np.concatenate([joined, np.stack([alone, alone], axis=1)])


def _farthest(here: Array, there: Array) -> float:
    """Give how far any place on the edges `here` is from the nearest one `there`.

    Edges that are there, too, need not be looked for: a mend leaves most as they are. From the edge
    that is nearest to its middle, no place of an edge is further away than one of its ends. If that
    is more than is reached anywhere, its halves are looked at.
    """
    targets = shapely.linestrings(there)
    index = shapely.STRtree(targets)
    reached = most = 0.0
    here = _only(here, there)
    while len(here):
        nearest, distances = _nearest(index, here.mean(axis=1))
        with np.errstate(invalid="ignore"):  # older GEOS mutters at an edge without a length
            at_most = shapely.distance(shapely.points(here), targets[nearest][:, None]).max(axis=1)
        reached = max(reached, distances.max())
        unsure = at_most > reached
        _, at_ends = _nearest(index, here[unsure].reshape(-1, 2))
        reached = max(reached, at_ends.max(initial=0.0))
        unsure = at_most > reached + _NEAR_M
        most = max(most, at_most[~unsure].max(initial=0.0))
        here = _halves(here[unsure])
    furthest = float(max(reached, most))
    return furthest if furthest > _NOTHING_M else 0.0


def _only(here: Array, there: Array) -> Array:
    """Give the edges that are here and not there, whichever way they run."""
    known = set(_named(there))
    return here[[name not in known for name in _named(here)]]


def _named(some: Array) -> list[bytes]:
    """Give each edge a name, the same whichever way it runs: its four numbers as they are kept."""
    (east, north), (next_east, next_north) = some.transpose(1, 2, 0)
    back = (east > next_east) | ((east == next_east) & (north > next_north))
    one_way = np.where(back[:, None, None], some[:, ::-1], some)
    # Adding nothing turns -0.0 into 0.0.
    names: list[bytes] = (one_way + 0.0).reshape(-1, 4).view("V32").ravel().tolist()
    return names


def _nearest(index: shapely.STRtree, places: Array) -> tuple[Array, Array]:
    found, distances = index.query_nearest(
        shapely.points(places), all_matches=False, return_distance=True
    )
    return found[1], distances


def _halves(whole: Array) -> Array:
    middles = whole.mean(axis=1)
    first, second = np.stack([whole[:, 0], middles], 1), np.stack([middles, whole[:, 1]], 1)
    return np.concatenate([first, second])
