"""Steps that make another extent of one: an area around it, an edited shape, a draft read back."""

from dataclasses import replace
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..drafts import Draft
from ..errors import StreetWorksError
from ..extents import Drawing, Examined, Extent, Limits, Mended, Severity, examine
from ..extents.along import buffered
from ..extents.apart import apart
from ..extents.drawing import read
from ..extents.examine import judge
from ..extents.grid import NATIONAL_GRID
from ..extents.repair import STAYING
from ..words import tr


def with_area(examined: Examined, distance_m: float) -> Mended:
    """Make an area of everything within `distance_m` metres of an extent.

    Raises StreetWorksError where there is no extent, and as `buffered` does.
    """
    if examined.extent is None:
        raise StreetWorksError(
            tr("There is no extent yet."), advice=tr("Draw a point or a line first.")
        )
    before = examined.extent.geometry
    if not before.is_valid:
        raise StreetWorksError(
            tr("No area can be made of an outline that crosses itself."),
            advice=tr("Mend it first."),
        )
    result = _shaped(examined, examined.extent, buffered(before, distance_m))
    what = tr("An area of everything within {distance:.2f} m was made.").format(distance=distance_m)
    return _measured(result, before, what)


def edited(examined: Examined, drawing: Drawing) -> Mended:
    """Take the shape that the planner made of an extent by hand; `drawing` is in its own CRS.

    It lies no more surely than the extent did, whatever it was edited in. Raises GridUnavailable
    (a StreetWorksError).
    """
    result = examine(drawing, examined.limits)
    if examined.extent is None:
        return Mended(result, tr("The shape was edited."))
    if result.extent is not None and _surer(result.extent, examined.extent):
        as_before = replace(examined.extent, geometry=result.extent.geometry)
        result = judge(drawing, as_before, examined.limits, result.said)
    return _measured(result, examined.extent.geometry, tr("The shape was edited."))


def redrawn(before: Examined, result: Examined) -> Mended:
    """Take a shape that was drawn in the place of an extent."""
    what = tr("The extent was drawn anew.")
    return (
        Mended(result, what)
        if before.extent is None
        else _measured(result, before.extent.geometry, what)
    )


def diversion_of(drawing: Drawing, limits: Limits) -> BaseGeometry:
    """Return a line on which traffic is to go round works, in EPSG:27700 and to the centimetre.

    Raises StreetWorksError where the checks of extents find an error in it. Warnings tell what is
    odd of an extent, such as its length, which is no matter here.
    """
    examined = examine(drawing, limits)
    wrong = next((one for one in examined.findings if one.severity is Severity.ERROR), None)
    if examined.extent is None or wrong is not None:
        raise StreetWorksError(
            tr("The diversion cannot be used: {why}").format(why=wrong.message if wrong else ""),
            advice=tr("Draw the diversion again."),
        )
    return examined.extent.geometry


def examined_again(draft: Draft, limits: Limits) -> Examined:
    """Examine a saved draft; an extent that was changed is judged as it was left.

    Raises GridUnavailable (a StreetWorksError).
    """
    examined = examine(Drawing(draft.drawing_wkt, draft.drawing_crs), limits)
    if not draft.extent_wkt:
        return examined
    if examined.extent is None:  # it was put in its place by a mend
        return examine(Drawing(draft.extent_wkt, NATIONAL_GRID), limits)
    kept = kept_shape(draft)
    if kept is None or kept.equals_exact(examined.extent.geometry):
        return examined
    return _shaped(examined, examined.extent, kept)


def kept_diversion(draft: Draft) -> Optional[BaseGeometry]:
    """Return the diversion of a draft (EPSG:27700), or None without one, or one that is damaged."""
    kept = draft.diversion_wkt
    return read(Drawing(kept, NATIONAL_GRID)).geometry if kept else None


def is_damaged(draft: Draft) -> bool:
    """Say whether a draft has a shape of its extent that cannot be read."""
    return bool(draft.extent_wkt) and kept_shape(draft) is None


def kept_shape(draft: Draft) -> Optional[BaseGeometry]:
    """Return the extent of a draft (EPSG:27700), or None without one, or one that is damaged."""
    return read(Drawing(draft.extent_wkt, NATIONAL_GRID)).geometry


def _surer(extent: Extent, other: Extent) -> bool:
    one, two = ((not each.approximate, each.certain, -each.accuracy_m) for each in (extent, other))
    return one > two


def _shaped(examined: Examined, extent: Extent, geometry: BaseGeometry) -> Examined:
    """Judge another shape that is as exact as the extent that it was made of."""
    said = tuple(one for one in examined.said if one.rule in STAYING)
    shaped = replace(extent, geometry=geometry)
    return judge(examined.drawing, shaped, examined.limits, said)


def _measured(result: Examined, before: BaseGeometry, what: str) -> Mended:
    if result.extent is None:
        return Mended(result, what)
    after = result.extent.geometry
    area, length = after.area - before.area, after.length - before.length
    figures = tr("area {area:+.2f} m², length {length:+.2f} m").format(area=area, length=length)
    return Mended(result, f"{what} ({figures})", area, length, apart(before, after))
