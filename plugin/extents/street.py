"""An extent beside the street that was chosen for it, and over others."""

from collections.abc import Iterable
from typing import Optional

import shapely
from shapely.geometry.base import BaseGeometry

from ..words import tr
from .extent import Extent
from .findings import Finding, Limits, Severity
from .shapes import swapped

_USUAL = Limits()
# From the middle of one street, where the line of a side street begins, to about its edge.
INTO_STREET_M = 5.0


def check_street(
    extent: Extent,
    street_line: Optional[BaseGeometry],
    limits: Limits = _USUAL,
    others: Iterable[tuple[str, BaseGeometry]] = (),
) -> tuple[Finding, ...]:
    """Say whether an extent lies at the chosen street (its line in EPSG:27700, None if unknown).

    `others` are the names and lines of the streets around it: works are in one street only (one
    USRN an application), so it is a warning when the extent goes into another.

    Street Manager does not check it; 25 m is how far its own look-up of streets reaches (V1.25.12,
    GET /nsg/streets). An extent far off that would lie at the street with easting and northing
    exchanged is an error; else it is for the planner to decide.
    """
    return (*_away(extent, street_line, limits), *_several(extent, others))


def _several(extent: Extent, others: Iterable[tuple[str, BaseGeometry]]) -> tuple[Finding, ...]:
    if not extent.geometry.is_valid:  # that is to be mended first; GEOS cannot cut it
        return ()
    entered = [
        (name, place)
        for name, place in ((name, _inside(extent.geometry, line)) for name, line in others)
        if place is not None
    ]
    if not entered:
        return ()
    message = tr("The extent goes into other streets, too: {names}.")
    names = ", ".join(sorted({name for name, _place in entered}))
    advice = tr("Works are in one street: apply for each street on its own, or draw it smaller.")
    where = shapely.unary_union([place for _name, place in entered])
    return (
        Finding("several_streets", Severity.WARNING, message.format(names=names), advice, where),
    )


def _inside(extent: BaseGeometry, line: BaseGeometry) -> Optional[BaseGeometry]:
    """Give the part of a street that the extent goes into; None if it only comes up to it.

    The line of a side street begins in the middle of the main street: an area there holds a little
    of it without going into it. It does when it holds more, or when the street comes out again.
    """
    street = shapely.line_merge(line)
    if not extent.intersects(street) or extent.touches(street):
        return None
    inside = extent.intersection(street)
    if extent.area > 0 and inside.length <= INTO_STREET_M:
        ends_there = street.boundary.intersects(extent)
        return None if ends_there else inside
    return inside


def _away(
    extent: Extent, street_line: Optional[BaseGeometry], limits: Limits
) -> tuple[Finding, ...]:
    if street_line is None or street_line.is_empty:
        return ()
    distance = float(extent.geometry.distance(street_line))
    if distance <= limits.near_street_m:
        return ()
    where = shapely.Point(shapely.shortest_line(extent.geometry, street_line).coords[0])
    if distance <= limits.far_from_street_m:
        message = tr("The extent is {distance:.0f} m from the chosen street.")
        advice = tr("Look whether it is the right street.")
        said = Finding(
            "off_street", Severity.WARNING, message.format(distance=distance), advice, where
        )
        return (said,)
    if swapped(extent.geometry).distance(street_line) <= limits.far_from_street_m:
        message = tr("The extent lies at the chosen street only with easting and northing swapped.")
        advice = tr("Draw it again with easting first.")
        return (Finding("swapped_axes", Severity.ERROR, message, advice, where),)
    message = tr("The extent is {distance:.0f} m from the chosen street, far too far to be in it.")
    advice = tr("Choose the street at the extent, or draw the extent at the street.")
    return (
        Finding(
            "far_from_street", Severity.WARNING, message.format(distance=distance), advice, where
        ),
    )
