"""The mends: each changes as little as can be, and says what it changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import grid, mends, misplaced
from .apart import apart
from .drawing import Drawing, read
from .examine import Examined, examine, judge
from .extent import Extent
from .findings import Finding, Severity
from .shapes import enclosed_m2

# More mends than one shape can need, so that no pair of them can go round in circles.
_MOST_MENDS = 20
# What the reading said of the place: it holds for whatever is made of the shape.
STAYING = frozenset({"srid_differs"})


@dataclass(frozen=True)
class Mended:
    """A drawing after a mend: examined anew, what was done, and by how much the shape changed.

    `largest_move_m` is how far any place of the old edge is from the new one, or the other way
    round (Hausdorff distance). All are 0 where nothing was done.
    """

    examined: Examined
    what: str
    area_change_m2: float = 0.0
    length_change_m: float = 0.0
    largest_move_m: float = 0.0


def mend(examined: Examined, rule: str) -> Mended:
    """Mend what a finding of `rule` says, and examine the result.

    Nothing happens when there is no such finding or it offers no mend: a sound shape is returned
    as it is, and mending twice is mending once. The new drawing is the mended shape.
    """
    finding = examined.finding(rule)
    if finding is None or finding.mend is None:
        return Mended(examined, tr("Nothing was changed."))
    if examined.extent is None:
        return _mend_place(examined, finding)
    return _mend_shape(examined, examined.extent, finding)


def mend_all(examined: Examined) -> Examined:
    """Mend every error that can be mended, one after the other; warnings are the planner's."""
    for step in mend_steps(examined):
        examined = step.examined
    return examined


def mend_steps(examined: Examined) -> Iterator[Mended]:
    """Give the mends of `mend_all` one by one, each made of what the one before left."""
    for _ in range(_MOST_MENDS):
        errors = [said for said in examined.findings if said.severity is Severity.ERROR]
        rule = next((said.rule for said in errors if said.mend is not None), None)
        if rule is None:
            return
        step = mend(examined, rule)
        examined = step.examined
        yield step


def _mend_place(examined: Examined, finding: Finding) -> Mended:
    """Put a wrong CRS or swapped axes right: the numbers are read anew."""
    reading = read(examined.drawing)
    if reading.geometry is None:
        return Mended(examined, tr("Nothing was changed."))
    found = misplaced.look(reading.geometry, reading.crs)
    if found is None or found.meant is None:
        return Mended(examined, tr("Nothing was changed."))
    what = tr("{label}: done, the shape lies in England now.").format(label=finding.mend)
    return Mended(examine(found.meant, examined.limits), what)


def _mend_shape(examined: Examined, extent: Extent, finding: Finding) -> Mended:
    before = extent.geometry
    after = mends.mended(finding.rule, before, examined.limits)
    if after is None:
        return Mended(examined, tr("Nothing was changed."))
    kept = tuple(said for said in examined.said if said.rule in STAYING)
    drawing = Drawing(after.wkt, grid.NATIONAL_GRID)
    result = judge(drawing, replace(extent, geometry=after), examined.limits, kept)
    return _measured(result, finding, before, after)


def _measured(
    result: Examined, finding: Finding, before: BaseGeometry, after: BaseGeometry
) -> Mended:
    area, length = after.area - enclosed_m2(before), after.length - before.length
    move = apart(before, after)
    what = tr(
        "{label}: area {area:+.2f} m², length {length:+.2f} m, "
        "nothing moved by more than {move:.2f} m."
    ).format(label=finding.mend, area=area, length=length, move=move)
    return Mended(result, what, area, length, move)
