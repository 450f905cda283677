"""A drawing examined: read, brought to National Grid, rounded to centimetres, and checked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import grid, misplaced, routes
from .checks import check
from .drawing import Drawing, read
from .extent import Extent
from .findings import Finding, Limits, Severity
from .means import HELMERT_ACCURACY_M
from .mends import can_mend, rounded

_NOTHING = Limits()


@dataclass(frozen=True)
class Examined:
    """A drawing, the extent it makes, and everything there is to say about it.

    `extent` is None only when nothing usable came of the drawing; a faulty shape is still there, to
    be looked at and mended. `limits` are those it was examined with. `said` are the findings about
    the drawing and not about the extent: they are among the findings, too.
    """

    drawing: Drawing
    extent: Optional[Extent]
    findings: tuple[Finding, ...]
    limits: Limits = _NOTHING
    said: tuple[Finding, ...] = ()

    @property
    def submittable(self) -> bool:
        """Whether there is an extent and no finding is an error."""
        errors = any(finding.severity is Severity.ERROR for finding in self.findings)
        return self.extent is not None and not errors

    def finding(self, rule: str) -> Optional[Finding]:
        """Give the first finding of a rule, or None."""
        return next((finding for finding in self.findings if finding.rule == rule), None)


def examine(drawing: Drawing, limits: Limits = _NOTHING) -> Examined:
    """Turn a drawing into an extent in EPSG:27700 and say all that is wrong with it.

    Whatever is drawn, the answer is findings, never an exception; only `GridUnavailable` is raised,
    when positions cannot be brought to National Grid at all.
    """
    reading = read(drawing)
    if reading.geometry is None:
        return Examined(drawing, None, reading.findings, limits)
    try:
        wrong_place = misplaced.look(reading.geometry, reading.crs)
        if wrong_place is not None:
            return Examined(drawing, None, (*reading.findings, wrong_place.finding), limits)
        converted = grid.to_national_grid(reading.geometry, reading.crs)
        approximate = is_approximate(routes.find(reading.crs))
    except grid.CrsUnusable as error:
        said = Finding(error.rule, Severity.ERROR, error.message, error.advice)
        return Examined(drawing, None, (*reading.findings, said), limits)
    origin = Extent(
        converted.geometry,
        converted.accuracy_m,
        converted.operation,
        converted.source_crs,
        converted.software,
        converted.certain,
        approximate,
    )
    far = misplaced.far_from_use(converted.geometry, reading.crs)
    return judge(drawing, origin, limits, (*reading.findings, *far))


def judge(
    drawing: Drawing, extent: Extent, limits: Limits, said: tuple[Finding, ...] = ()
) -> Examined:
    """Round an extent to centimetres and check it. `said` are the findings of the reading."""
    geometry, changed = rounded(extent.geometry)
    settled = replace(extent, geometry=geometry)
    of_drawing = (_offered(finding, geometry, limits) for finding in said)
    of_position = uncertain(
        extent.accuracy_m,
        extent.source_crs,
        limits,
        certain=extent.certain,
        approximate=extent.approximate,
    )
    smoothed = (_rounding_changed(),) if changed else ()
    of_shape = check(geometry, limits)
    if extent.software:  # it was converted
        of_shape = tuple(map(without_swap, of_shape))
    found = (*of_drawing, *of_position, *smoothed, *of_shape)
    return Examined(drawing, settled, found, limits, said)


def without_swap(finding: Finding) -> Finding:
    """Take the mend back that swaps eastings and northings, for what was never drawn in them."""
    return replace(finding, mend=None) if finding.rule == "outside_england" else finding


def judge_again(examined: Examined, limits: Limits) -> Examined:
    """Judge what a drawing became by other limits, if they are others; nothing is converted.

    Where nothing came of the drawing, `limits` make no difference to that.
    """
    if examined.limits == limits:
        return examined
    if examined.extent is None:
        return replace(examined, limits=limits)
    return judge(examined.drawing, examined.extent, limits, examined.said)


def is_approximate(route: routes.Route) -> bool:
    """Whether a route goes by the approximation that somebody accepted in the place of OSTN15."""
    return route.means is not None and route.means.accuracy_m >= HELMERT_ACCURACY_M


def _rounding_changed() -> Finding:
    return Finding(
        "rounding_changed",
        Severity.INFO,
        tr("Details smaller than a centimetre were left out, so that the outline stays sound."),
    )


def _offered(finding: Finding, geometry: BaseGeometry, limits: Limits) -> Finding:
    """Take the mend back from a finding of the reading if nothing sound would come of it."""
    if finding.mend is None or can_mend(finding.rule, geometry, limits):
        return finding
    return replace(finding, mend=None)


def uncertain(
    accuracy_m: float, source_crs: str, limits: Limits, *, certain: bool, approximate: bool = False
) -> Iterator[Finding]:
    """G16: say it when a position is less sure than a planner would think.

    That OSTN15 was not there is said whatever the limits are.
    """
    if certain and not approximate and accuracy_m <= limits.accuracy_m:
        return
    refused = accuracy_m > limits.accuracy_refused_m
    if not certain:
        sure = tr("How “{crs}” lies to National Grid is not known; it may be {accuracy:.0f} m off.")
    elif approximate:
        sure = tr("OSTN15 was not there: the position is good to about {accuracy:.1f} m.")
    else:
        sure = tr("The position is good to about {accuracy:.1f} m.")
    advice = (
        tr("Compare it with the base map, or install the Python package “osgb” and draw it again.")
        if approximate
        else tr("Compare it with the base map, or use data in EPSG:27700 or ETRS89.")
    )
    yield Finding(
        "uncertain_position",
        Severity.ERROR if refused else Severity.WARNING,
        sure.format(accuracy=accuracy_m, crs=source_crs),
        advice,
    )
