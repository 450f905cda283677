"""An extent beside the street that was chosen for it."""

from typing import Optional

import shapely
from shapely.geometry.base import BaseGeometry

from ..words import tr
from .extent import Extent
from .findings import Finding, Limits, Severity
from .shapes import swapped

_USUAL = Limits()


def check_street(
    extent: Extent, street_line: Optional[BaseGeometry], limits: Limits = _USUAL
) -> tuple[Finding, ...]:
    """Say whether an extent lies at the chosen street (its line in EPSG:27700, None if unknown).

    Street Manager does not check it; 25 m is how far its own look-up of streets reaches (V1.25.12,
    GET /nsg/streets). An extent far off that would lie at the street with easting and northing
    exchanged is an error; else it is for the planner to decide.
    """
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
