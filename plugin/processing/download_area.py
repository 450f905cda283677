"""The area that a planner gives, as a box on National Grid."""

import shapely

from ..extents.grid import to_national_grid
from ..trade.box import Box

_PIECES = 32  # an edge that is straight in one coordinate system is not in another


def national_grid_box(sides: tuple[float, float, float, float], crs: str) -> Box:
    """Return the box around an extent in `crs` (west, south, east, north), in whole metres.

    Call it on the geometry thread. Raises `OutsideGrid`, `CrsUnusable` and `GridUnavailable`.
    """
    west, south, east, north = sides
    piece = max(east - west, north - south) / _PIECES
    outline = shapely.segmentize(shapely.box(west, south, east, north), piece)
    return Box(*to_national_grid(outline, crs).geometry.bounds).snapped(1.0)
