"""An excavation site beside the rule that a long one has a second position (Business rules 8.2)."""

from collections.abc import Iterator
from typing import Any, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..words import tr
from .findings import Finding, Limits, Severity

Array = np.ndarray[Any, Any]
_USUAL = Limits()


def check_site(
    site: BaseGeometry, secondary: Optional[BaseGeometry] = None, limits: Limits = _USUAL
) -> tuple[Finding, ...]:
    """G17: say whether an excavation site (EPSG:27700) lacks its second position.

    `secondary` is what goes into `secondary_reinstatement_coordinates`, None if nothing does. Sites
    of other kinds, such as bar holes, need none, however long they are.
    """
    size = longest_m(site)
    if size <= limits.site_m or (secondary is not None and not secondary.is_empty):
        return ()
    start, end = ends_of(site)
    message = tr("The site is {size:.2f} m long: over {limit:g} m it needs a second position.")
    advice = tr(
        "Give where it ends, {e:.2f}, {n:.2f}, as secondary reinstatement coordinates; the first "
        "ones are then where it starts, {start_e:.2f}, {start_n:.2f}."
    )
    return (
        Finding(
            "needs_secondary",
            Severity.ERROR,
            message.format(size=size, limit=limits.site_m),
            advice.format(e=end.x, n=end.y, start_e=start.x, start_n=start.y),
            end,
        ),
    )


def longest_m(site: BaseGeometry) -> float:
    """Give how long or wide a site is, whichever is more, in metres to the centimetre.

    A line is as long as its way; an area as the longer side of the smallest rectangle around it.
    """
    if site.geom_type == "LineString":
        return round(float(site.length), 2)
    _area, longer = min(_rectangles(_corners(site)), default=(0.0, 0.0))
    return round(longer, 2)


def ends_of(site: BaseGeometry) -> tuple[shapely.Point, shapely.Point]:
    """Propose where a site starts and where it ends: what the first and the second position are.

    Of a line they are its ends, as in DfT's own interface; of an area, and of a line that comes
    back to where it began, the two corners that are furthest apart, the western one first. The
    site must not be empty.
    """
    if site.geom_type == "LineString" and not site.is_closed:
        points = shapely.get_coordinates(site)
        return shapely.Point(points[0]), shapely.Point(points[-1])
    corners = _corners(site)
    furthest = max(
        ((corner, corners[np.hypot(*(corners - corner).T).argmax()]) for corner in corners),
        key=lambda pair: float(np.hypot(*(pair[1] - pair[0]))),
    )
    start, end = sorted(map(tuple, furthest))
    return shapely.Point(start), shapely.Point(end)


def _rectangles(corners: Array) -> Iterator[tuple[float, float]]:
    """Give area and longer side of the rectangles around a hull that lie along one of its edges.

    The smallest rectangle of all is one of them.
    """
    for edge in np.diff(corners, axis=0):
        x, y = edge / np.hypot(*edge)
        sides = np.ptp(corners @ np.array([[x, -y], [y, x]]), axis=0)
        yield float(sides.prod()), float(sides.max())


def _corners(site: BaseGeometry) -> Array:
    """Give the corners of the hull in order, of an area's hull the first one again at the end."""
    corners: Array = shapely.get_coordinates(shapely.convex_hull(site))
    return corners
