"""A drawing examined: read, brought to National Grid, rounded to centimetres, and checked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import grid, misplaced
from .checks import check
from .drawing import Drawing, read
from .extent import Extent
from .findings import Finding, Limits, Severity
from .mends import mended, rounded

_NOTHING = Limits()


@dataclass(frozen=True)
class Examined:
    """A drawing, the extent it makes, and everything there is to say about it.

    `extent` is None only when nothing usable came of the drawing; a faulty shape is still there, to
    be looked at and mended. `limits` are those it was examined with.
    """

    drawing: Drawing
    extent: Optional[Extent]
    findings: tuple[Finding, ...]
    limits: Limits = _NOTHING

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
    except grid.CrsUnusable as error:
        said = Finding(error.rule, Severity.ERROR, error.message, error.advice)
        return Examined(drawing, None, (*reading.findings, said), limits)
    said_of_grid = tuple(
        uncertain(converted.accuracy_m, converted.source_crs, limits, certain=converted.certain)
    )
    origin = Extent(
        converted.geometry, converted.accuracy_m, converted.operation, converted.source_crs
    )
    return judge(drawing, origin, limits, (*reading.findings, *said_of_grid))


def judge(
    drawing: Drawing, extent: Extent, limits: Limits, said: tuple[Finding, ...] = ()
) -> Examined:
    """Round an extent to centimetres and check it. `said` are the findings from before."""
    geometry, changed = rounded(extent.geometry)
    settled = Extent(geometry, extent.accuracy_m, extent.operation, extent.source_crs)
    smoothed = (_rounding_changed(),) if changed else ()
    said = tuple(_offered(finding, geometry, limits) for finding in said)
    return Examined(drawing, settled, (*said, *smoothed, *check(geometry, limits)), limits)


def _rounding_changed() -> Finding:
    return Finding(
        "rounding_changed",
        Severity.INFO,
        tr("Details smaller than a centimetre were left out, so that the outline stays sound."),
    )


def _offered(finding: Finding, geometry: BaseGeometry, limits: Limits) -> Finding:
    """Take the mend back from a finding of the reading if nothing sound would come of it."""
    if finding.mend is None or mended(finding.rule, geometry, limits) is not None:
        return finding
    return replace(finding, mend=None)


def uncertain(
    accuracy_m: float, source_crs: str, limits: Limits, *, certain: bool
) -> Iterator[Finding]:
    """G16: say it when a position is less sure than a planner would think."""
    if certain and accuracy_m <= limits.accuracy_m:
        return
    refused = accuracy_m > limits.accuracy_refused_m
    sure = (
        tr("The position is good to about {accuracy:.1f} m.")
        if certain
        else tr("How “{crs}” lies to National Grid is not known; it may be {accuracy:.0f} m off.")
    )
    yield Finding(
        "uncertain_position",
        Severity.ERROR if refused else Severity.WARNING,
        sure.format(accuracy=accuracy_m, crs=source_crs),
        tr("Compare it with the base map, or use data in EPSG:27700 or ETRS89."),
    )
