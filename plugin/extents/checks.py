"""The checks of a shape in National Grid: each a small rule that says what is wrong and where.

No edition of Street Manager's documents says what makes a shape acceptable beyond its type (Point,
LineString or Polygon: V1.25.12, WorkCreateRequest.works_coordinates) and non-negative grid
coordinates (Business rules 1.1). So only what makes a request meaningless is an error; everything
else is a warning. Order matters: a shape without an area is not also told that its outline crosses.
"""

from collections.abc import Iterator
from typing import Callable, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import places, shapes
from .findings import Finding, Limits, Severity
from .mends import can_mend, has_too_few_points, is_degenerate, is_tiny, mended

Check = Callable[[BaseGeometry, Limits], Iterator[Finding]]


def check(geometry: BaseGeometry, limits: Limits) -> tuple[Finding, ...]:
    """Give the findings about a geometry in EPSG:27700 whose coordinates are all finite."""
    if geometry.geom_type not in shapes.SINGLE:
        rules: tuple[Check, ...] = (_kind, outside_england, huge)
    elif is_degenerate(geometry, limits):
        rules = (_too_few_points, _tiny, outside_england)
    elif geometry.is_valid:
        rules = SOUND_CHECKS
    else:
        rules = (_invalid, repeated_points, huge, too_many_points, outside_england)
    return tuple(finding for rule in rules for finding in rule(geometry, limits))


def _kind(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G1: exactly one Point, LineString or Polygon (V1.25.12, WorkCreateRequest)."""
    if geometry.geom_type == "LinearRing":
        yield Finding(
            "wrong_type",
            Severity.ERROR,
            tr("The shape is a bare ring; an application takes a point, a line or an area."),
            tr("Draw it as a line or an area."),
            geometry,
            _offer("wrong_type", _inside(), geometry, limits),
        )
        return
    parts = list(shapely.get_parts(geometry))
    apart = shapes.joined(geometry) is None
    label = tr("Keep the largest part") if apart else tr("Join the parts")
    yield Finding(
        "multi_part",
        Severity.ERROR,
        tr("The shape has {count} parts; an application takes one.").format(count=len(parts)),
        tr("Keep one part and apply for the others on their own, or draw one shape around all."),
        where=geometry,
        mend=_offer("multi_part", label, geometry, limits),
    )


def _too_few_points(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G6: a line has two different points at least, an area three."""
    if has_too_few_points(geometry):
        yield Finding(
            "too_few_points",
            Severity.ERROR,
            tr("The shape has too few different points: a line needs two, an area three."),
            tr("Draw it again, or draw a point."),
            shapely.Point(shapely.get_coordinates(geometry)[0]),
        )


def _tiny(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G9: a line or an area has a size that can be found on the ground."""
    if not is_tiny(geometry, limits):
        return
    if _is_area(geometry):
        message = tr("The area is only {size:.2f} m².").format(size=shapes.enclosed_m2(geometry))
    else:
        message = tr("The line is only {size:.2f} m long.").format(size=geometry.length)
    where = shapely.Point(shapely.get_coordinates(geometry)[0])
    advice = tr("Draw it again at a larger scale, or draw a point.")
    yield Finding("tiny", Severity.ERROR, message, advice, where)


def _invalid(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G7: the outline of an area does not cross itself, and holes lie where holes can be."""
    where = shapes.crossings(geometry) or _place_of_fault(geometry)
    if geometry.interiors and shapes.without_holes(geometry).is_valid:
        yield _bad_holes(geometry, where, limits)
        return
    yield Finding(
        "self_crossing",
        Severity.ERROR,
        tr("The outline of the area crosses or touches itself."),
        tr("Move the points so that the outline goes round once."),
        where,
        _offer(
            "self_crossing",
            tr("Take the outline apart and keep the largest area"),
            geometry,
            limits,
        ),
    )


def _bad_holes(geometry: BaseGeometry, where: Optional[BaseGeometry], limits: Limits) -> Finding:
    after = mended("bad_holes", geometry, limits)
    some_stay = after is not None and len(after.interiors)
    label = tr("Mend the holes that are at fault") if some_stay else tr("Fill the holes")
    return Finding(
        "bad_holes",
        Severity.ERROR,
        tr("A hole of the area crosses itself, the outline or another hole."),
        tr("Fill the holes that are at fault, or draw them again inside the area."),
        where,
        None if after is None else label,
    )


def _place_of_fault(geometry: BaseGeometry) -> Optional[BaseGeometry]:
    """Read the place out of GEOS's reason, such as `Self-intersection[50 50]`."""
    place = shapely.is_valid_reason(geometry).rpartition("[")[2].rstrip("]").split()
    return shapely.Point([float(number) for number in place]) if len(place) == 2 else None


def repeated_points(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G6: no point lies on the point before it."""
    same = shapes.repeats(geometry)
    if len(same):
        yield Finding(
            "repeated_points",
            Severity.WARNING,
            tr("A point is there twice."),
            tr("Take the second one out."),
            shapely.Point(same[0]),
            _offer("repeated_points", tr("Take repeated points out"), geometry, limits),
        )


def spikes(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """A needle in the outline, as a slip of the mouse leaves it."""
    if not _is_area(geometry):
        return
    tips = shapes.spikes(geometry, limits.spike_degrees)
    if len(tips):
        yield Finding(
            "spike",
            Severity.WARNING,
            tr("The outline has a spike."),
            tr("Take the point at its tip out."),
            shapely.Point(tips[0]),
            _offer("spike", tr("Take the spikes off"), geometry, limits),
        )


def doubles_back(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """A line that turns round and runs back beside itself."""
    if geometry.geom_type != "LineString":
        return
    points = shapely.get_coordinates(geometry)
    back = np.flatnonzero(shapes.turns(points, ring=False) < limits.double_back_degrees)
    if len(back):
        yield Finding(
            "doubles_back",
            Severity.WARNING,
            tr("The line turns back on itself."),
            tr("Draw it from one end of the works to the other."),
            shapely.Point(points[back[0]]),
        )


def line_crosses(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """A line may cross itself; it is seldom meant."""
    if geometry.geom_type == "LineString" and not geometry.is_simple:
        yield Finding(
            "line_crosses_itself",
            Severity.WARNING,
            tr("The line crosses or touches itself."),
            tr("If the works cover an area, draw the area."),
            geometry,
        )


def closed_line(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """A line that goes round an area, as drawing programs have it, may stand for the area."""
    if geometry.geom_type != "LineString" or not geometry.is_closed:
        return
    label = _offer("closed_line", _inside(), geometry, limits)
    if label is not None:
        yield Finding(
            "closed_line",
            Severity.INFO,
            tr("The line comes back to where it began."),
            tr("If the works cover what lies inside, make it an area."),
            geometry,
            label,
        )


def _inside() -> str:
    return tr("Make it the area inside")


def holes(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G8: holes are allowed, and odd for works."""
    if not _is_area(geometry) or not geometry.interiors:
        return
    yield Finding(
        "holes",
        Severity.WARNING,
        tr("The area has {count} hole(s).").format(count=len(geometry.interiors)),
        tr("Fill them, unless the works really leave an island out."),
        shapely.Polygon(geometry.interiors[0]),
        _offer("holes", tr("Fill the holes"), geometry, limits),
    )


def sliver(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """An area so narrow that it is rather a line, or the rest of an overlay."""
    if not _is_area(geometry):
        return
    width = 2 * geometry.area / geometry.length
    if width < limits.sliver_m:
        yield Finding(
            "sliver",
            Severity.WARNING,
            tr("The area is only about {width:.2f} m wide.").format(width=width),
            tr("Draw a line, or the area that the works really need."),
            geometry,
        )


def huge(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G10: one permit is for one street."""
    west, south, east, north = geometry.bounds
    across = float(np.hypot(east - west, north - south))
    if across > limits.largest_m:
        message = tr("The shape is {size:.0f} m across.").format(size=across)
    elif geometry.area > limits.largest_m2:
        message = tr("The area is {size:.0f} m².").format(size=geometry.area)
    else:
        return
    advice = tr("One application is for one street: look whether it should be several.")
    yield Finding("huge", Severity.WARNING, message, advice, geometry)


def too_many_points(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G11: how many points Street Manager takes is not known; a thousand are more than enough."""
    count = int(shapely.get_num_coordinates(geometry))
    if count <= limits.most_points:
        return
    simpler = mended("too_many_points", geometry, limits)
    fewer = simpler is not None and shapely.get_num_coordinates(simpler) < count
    yield Finding(
        "too_many_points",
        Severity.WARNING,
        tr("The shape has {count} points.").format(count=count),
        tr("Fewer would describe it as well."),
        geometry,
        tr("Leave out points that make no difference") if fewer else None,
    )


def outside_england(geometry: BaseGeometry, limits: Limits) -> Iterator[Finding]:
    """G4: Street Manager is for England."""
    if places.in_england(geometry):
        return
    west, south, east, north = geometry.bounds
    swapped = west >= 0 and south >= 0 and places.in_england(shapely.box(south, west, north, east))
    yield Finding(
        "outside_england",
        Severity.WARNING,
        places.outside(geometry),
        tr("Street Manager is for streets in England: look whether the place is right."),
        geometry,
        _offer("outside_england", tr("Swap easting and northing"), geometry, limits)
        if swapped
        else None,
    )


def _offer(rule: str, label: str, geometry: BaseGeometry, limits: Limits) -> Optional[str]:
    """Give the mend's label if something sound would come of it."""
    return label if can_mend(rule, geometry, limits) else None


def _is_area(geometry: BaseGeometry) -> bool:
    return bool(geometry.geom_type == "Polygon")


SOUND_CHECKS: tuple[Check, ...] = (
    repeated_points,
    spikes,
    doubles_back,
    line_crosses,
    closed_line,
    holes,
    sliver,
    huge,
    too_many_points,
    outside_england,
)
