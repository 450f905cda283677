"""Where to ask for streets, and the line of a street."""

from collections.abc import Iterable
from typing import Optional

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from ..trade.records.streets import Street

MOST_POINTS = 10
APART_M = 50.0


def probe_points(geometry: BaseGeometry) -> list[tuple[float, float]]:
    """Return up to ten places on `geometry` (EPSG:27700, metres) at which to look for streets.

    The look-up answers for 25 m around one point, so a long extent is asked about at several: a
    point on the shape, then places at least 50 m apart along its line or outline.
    """
    middle = geometry.representative_point()
    points = [(middle.x, middle.y)]
    outline = geometry.boundary if geometry.geom_type == "Polygon" else geometry
    if outline.length > 0:
        parts = min(MOST_POINTS - 2, max(1, int(outline.length // APART_M)))
        for number in range(parts + 1):
            place = outline.interpolate(number / parts, normalized=True)
            points.append((place.x, place.y))
    return list(dict.fromkeys((round(x, 2), round(y, 2)) for x, y in points))


def line_of(street: Optional[Street]) -> Optional[BaseGeometry]:
    """Return the street's line (EPSG:27700), or None where the gazetteer has none."""
    if street is None or street.line is None:
        return None
    line = shape(street.line)
    return line if shapely.is_valid(line) and not line.is_empty else None


def distance_m(street: Street, shape: BaseGeometry) -> Optional[float]:
    """Return the metres from `shape` (EPSG:27700) to the street's line, None where it has none."""
    line = line_of(street)
    return None if line is None else float(shape.distance(line))


def named_lines(streets: Iterable[Street]) -> list[tuple[str, BaseGeometry]]:
    """Return name (with USRN) and line of each street that has a line."""
    named = ((f"{one.name} ({one.usrn})", line_of(one)) for one in streets)
    return [(name, line) for name, line in named if line is not None]
