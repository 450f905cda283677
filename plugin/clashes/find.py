"""Comparing one extent and its dates with many candidates."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Optional

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..words import tr
from .shapes import usable
from .spans import Overlap, days_apart, in_order, overlap
from .values import Candidate, Clash, ClashReport, ClashRules, Grade, Unusable

_SMALLEST_GAP_M = 0.01
_TREE_KNOWS_DISTANCE = shapely.geos_version >= (3, 10, 0)


class _Comparable(NamedTuple):
    candidate: Candidate
    shape: BaseGeometry


def find_clashes(
    extent_geometry: Optional[BaseGeometry],
    start: date,
    end: date,
    candidates: Iterable[Candidate],
    rules: ClashRules,
) -> ClashReport:
    """Return what lies within `rules.distance_m` of the extent and clashes with its dates.

    `extent_geometry` is in EPSG:27700; `start` and `end` are civil days, both included, and are
    read as the same days in order where they are reversed. A candidate with no dates counts for
    every day. A broken shape is made valid; one that stays unusable is listed in the report. Raises
    StreetWorksError when the extent itself cannot be used.
    """
    extent, reason = usable(extent_geometry)
    if extent is None:
        raise StreetWorksError(
            tr("The extent cannot be compared with anything: {reason}").format(reason=reason),
            advice=tr("Draw it again, or mend it first."),
        )
    asked = list(candidates)
    wanted = [one for one in asked if not _ignored(one, rules)]
    comparable, unusable = _sorted_out(wanted)
    span = in_order(start, end)
    ours = Overlap(span.first or start, span.last or end)
    clashes = [
        clash
        for one in _near(extent, comparable, rules.distance_m)
        if (clash := _compare(extent, ours, one, rules.days)) is not None
    ]
    return ClashReport(
        clashes=tuple(sorted(clashes, key=_seriousness)),
        looked_at=len(comparable),
        unusable=tuple(unusable),
        ignored=len(asked) - len(wanted),
        dates_reversed=end < start,
    )


def _ignored(candidate: Candidate, rules: ClashRules) -> bool:
    ours = {reference.upper() for reference in rules.ignore_references if reference}
    theirs = {candidate.reference.upper(), candidate.works_reference.upper()}
    return candidate.status.lower() in rules.ignore_statuses or bool(ours & theirs)


def _sorted_out(candidates: list[Candidate]) -> tuple[list[_Comparable], list[Unusable]]:
    good: list[_Comparable] = []
    bad: list[Unusable] = []
    for candidate in candidates:
        shape, reason = usable(candidate.geometry)
        if shape is None:
            bad.append(Unusable(candidate, reason))
        else:
            good.append(_Comparable(candidate, shape))
    return good, bad


def _near(
    extent: BaseGeometry, comparable: list[_Comparable], distance_m: float
) -> list[_Comparable]:
    """Return those within `distance_m` of the extent, exactly that distance included."""
    shapes = numpy.array([one.shape for one in comparable], dtype=object)
    tree = shapely.STRtree(shapes)
    if _TREE_KNOWS_DISTANCE:
        found = tree.query(extent, predicate="dwithin", distance=distance_m)
    else:
        found = _near_by_box(tree, shapes, extent, distance_m)
    return [comparable[index] for index in sorted(found)]


def _near_by_box(
    tree: shapely.STRtree, shapes: numpy.ndarray, extent: BaseGeometry, distance_m: float
) -> numpy.ndarray:
    """Do the same with a GEOS before 3.10, whose tree only knows boxes."""
    west, south, east, north = extent.bounds
    box = shapely.box(west - distance_m, south - distance_m, east + distance_m, north + distance_m)
    found = tree.query(box)
    near: numpy.ndarray = found[shapely.distance(shapes[found], extent) <= distance_m]
    return near


def _compare(extent: BaseGeometry, ours: Overlap, other: _Comparable, days: int) -> Optional[Clash]:
    candidate, shape = other
    theirs = in_order(candidate.start, candidate.end)
    common = overlap(ours, theirs)
    if common is None and days_apart(ours, theirs) > days:
        return None
    dated = common if theirs != (None, None) else None
    distance = float(shapely.distance(extent, shape))
    return Clash(
        candidate=candidate,
        distance_m=max(round(distance, 2), _SMALLEST_GAP_M) if distance else 0.0,
        overlap_start=dated.first if dated else None,
        overlap_end=dated.last if dated else None,
        overlap_days=dated.days if dated else 0,
        meeting_place=_meeting_place(extent, shape, distance),
        grade=Grade.OPPORTUNITY if common is None else Grade.CLASH,
    )


def _meeting_place(extent: BaseGeometry, shape: BaseGeometry, distance: float) -> BaseGeometry:
    if distance:
        return shapely.shortest_line(extent, shape)
    # GEOS before 3.12 intersects no mixed collections, so each part is taken by itself.
    shared = [shapely.intersection(extent, part) for part in shapely.get_parts(shape)]
    places = [place for place in shared if not place.is_empty]
    return places[0] if len(places) == 1 else shapely.geometrycollections(places)


def _seriousness(clash: Clash) -> tuple[bool, bool, float, date, str, str]:
    first = clash.overlap_start or clash.candidate.start or date.max
    return (
        clash.grade is not Grade.CLASH,
        not clash.high_impact,
        clash.distance_m,
        first,
        clash.candidate.kind,
        clash.candidate.reference,
    )
