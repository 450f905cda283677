"""Shapes that cannot be where their numbers say, and what was probably meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import grid, places, routes
from .definitions import label_of
from .drawing import Drawing
from .findings import Finding, Severity
from .grid_reference import EASTMOST_M, NORTHMOST_M
from .shapes import swapped

Array = np.ndarray[Any, Any]
WGS_84 = "EPSG:4326"


@dataclass(frozen=True)
class Misplaced:
    """What is wrong with the place, and the drawing as it was probably meant."""

    finding: Finding
    meant: Optional[Drawing]


def look(geometry: BaseGeometry, crs: str) -> Optional[Misplaced]:
    """Say whether a shape lies outside National Grid, or only seems to lie in it.

    `geometry` is as drawn in `crs`. Degrees taken for metres, swapped axes and a wrong CRS are
    recognised when the shape lies in England once that is put right, and where a CRS is used at
    all; None means that its place is a possible one. Raises `CrsUnusable` where there is no way at
    all, and `GridUnavailable` as the conversion does.
    """
    route = routes.about(crs)
    if _seems_irish(geometry, route):
        return Misplaced(_irish(crs), None)
    in_degrees = _is_in_degrees(geometry.bounds) and not route.geographic
    points = _positions(geometry, route)
    on_grid = _is_on_grid(points) and not in_degrees
    if on_grid and not _is_doubtful(geometry, points, route):
        return None
    for guess in _guesses(geometry, crs, in_degrees=in_degrees, doubted=on_grid):
        if _lands_in_england(guess.meant):
            advice = tr("Look at the place after the mend.")
            finding = Finding(guess.rule, Severity.ERROR, guess.message, advice, mend=guess.label)
            return Misplaced(finding, guess.meant)
    if in_degrees:
        return Misplaced(_degrees(crs), None)
    return None if on_grid else Misplaced(_outside(crs), None)


def are_near_use(points: Array, route: routes.Route) -> Array:
    """Say which of many points (EPSG:27700) lie where their CRS is used, as a mask."""
    if route.area is None:
        return np.ones(len(points), dtype=bool)
    inside: Array = shapely.covers(route.area.near, points)
    return inside


def far_from_use(geometry: BaseGeometry, crs: str) -> tuple[Finding, ...]:
    """Say it when a shape lies where nobody uses its CRS: one finding, or none.

    `geometry` is in EPSG:27700, `crs` what it was drawn in.
    """
    area = routes.about(crs).area
    if area is None or area.far.intersects(geometry):
        return ()
    message = tr("“{crs}” is for another part of the world than the shape lies in: {area}")
    advice = tr("Look whether the shape is where the works are; else set the CRS it is really in.")
    message = message.format(crs=label_of(crs), area=area.name[:120])
    return (Finding("unusual_crs", Severity.WARNING, message, advice),)


def are_placed(bounds: Array, points: Array, owners: Array, route: routes.Route) -> Array:
    """Say of many shapes at once whether there is nothing to say of their places, as a mask.

    `bounds` are the shapes' as drawn, (n, 4); `points` their positions in National Grid, (m, 2),
    of which `owners` says whose each is. What comes out is True is sure to be placed.
    """
    placed = np.ones(len(bounds), dtype=bool)
    in_degrees = _are_in_degrees(bounds)
    if not route.geographic:
        placed = ~in_degrees
    if route.way is routes.Way.AS_IT_IS:
        placed &= ~places.seem_irish(bounds)
    # NaN compares as outside.
    east, north = points.T
    inside = (east >= 0) & (north >= 0) & (east <= EASTMOST_M) & (north <= NORTHMOST_M)
    placed[owners[~inside]] = False
    if route.area is not None:
        near = shapely.contains_xy(route.area.near, east, north)
        doubtful = (in_degrees | _are_on_grid(bounds))[owners] & ~near
        far = ~shapely.contains_xy(route.area.far, east, north)
        placed[owners[doubtful | far]] = False
    return placed


@dataclass(frozen=True)
class _Guess:
    """What may have been meant: the rule and the words of the finding, the mend, the drawing."""

    rule: str
    message: str
    label: str
    meant: Drawing


def _guesses(
    geometry: BaseGeometry, crs: str, *, in_degrees: bool, doubted: bool
) -> Iterator[_Guess]:
    """Guess in the order of likelihood; what is only `doubted` is taken for what is common."""
    drawn, turned = geometry.wkt, swapped(geometry).wkt
    if in_degrees:
        message = _degrees(crs).message
        yield _Guess("degrees", message, tr("Take them as WGS 84"), Drawing(drawn, WGS_84))
        label = tr("Take them as WGS 84, latitude first")
        yield _Guess("degrees", message, label, Drawing(turned, WGS_84))
        return
    yield from _taken_as(drawn, crs, _usual())
    if doubted:
        return
    swap_message = tr("Easting and northing (or longitude and latitude) are swapped.")
    yield _Guess("swapped_axes", swap_message, tr("Swap them"), Drawing(turned, crs))
    yield from _taken_as(drawn, crs, _common())
    turned_grid = (grid.NATIONAL_GRID, tr("British National Grid, northing first"))
    yield from _taken_as(turned, crs, (turned_grid,))


def _taken_as(drawn: str, crs: str, others: tuple[tuple[str, str], ...]) -> Iterator[_Guess]:
    for other, name in others:
        message = tr("The numbers are not of “{crs}” but look like {name}.")
        label = tr("Take them as {name}").format(name=name)
        message = message.format(crs=label_of(crs), name=name)
        yield _Guess("wrong_crs", message, label, Drawing(drawn, other))


def _usual() -> tuple[tuple[str, str], ...]:
    """What data of England are in as a rule, if not in what their layer says."""
    return (
        (grid.NATIONAL_GRID, tr("British National Grid")),
        (WGS_84, tr("WGS 84 (EPSG:4326)")),
    )


def _common() -> tuple[tuple[str, str], ...]:
    """What else they come in; tried in this order."""
    return (
        ("EPSG:3857", tr("a web map's (EPSG:3857)")),
        ("EPSG:25830", tr("UTM zone 30 (EPSG:25830)")),
        ("EPSG:25831", tr("UTM zone 31 (EPSG:25831)")),
    )


def _lands_in_england(meant: Drawing) -> bool:
    """Whether a guess puts a shape in England, and where the CRS is used."""
    geometry, route = shapely.from_wkt(meant.wkt), routes.about(meant.crs)
    points = _positions(geometry, route)
    if not _is_on_grid(points) or not _is_near_use(points, route):
        return False
    return places.in_england(shapely.set_coordinates(geometry, points))


def _positions(geometry: BaseGeometry, route: routes.Route) -> Array:
    return grid.roughly(shapely.get_coordinates(geometry), route)


def _is_doubtful(geometry: BaseGeometry, points: Array, route: routes.Route) -> bool:
    """Whether numbers that could be of a usual CRS lie where their own CRS is not used.

    A CRS that only looks like National Grid is doubtful wherever it lies.
    """
    if route.refusal is not None and route.refusal.rule == "wrong_crs":
        return True
    bounds = np.array([geometry.bounds])
    could_be = bool((_are_in_degrees(bounds) | _are_on_grid(bounds))[0])
    return could_be and not _is_near_use(points, route)


def _is_near_use(points: Array, route: routes.Route) -> bool:
    return route.area is None or bool(shapely.contains_xy(route.area.near, *points.T).all())


def _is_in_degrees(bounds: tuple[float, float, float, float]) -> bool:
    return bool(_are_in_degrees(np.array([bounds]))[0])


def _are_in_degrees(bounds: Array) -> Array:
    west, south, east, north = bounds.T
    found: Array = (west >= -180) & (east <= 180) & (south >= -90) & (north <= 90)
    return found


def _are_on_grid(bounds: Array) -> Array:
    west, south, east, north = bounds.T
    found: Array = (west >= 0) & (south >= 0) & (east <= EASTMOST_M) & (north <= NORTHMOST_M)
    return found


def _seems_irish(geometry: BaseGeometry, route: routes.Route) -> bool:
    if route.way is not routes.Way.AS_IT_IS:
        return False
    return bool(places.seem_irish(np.array([geometry.bounds]))[0])


def _is_on_grid(points: Array) -> bool:
    """G3: finite, not negative (Business rules 1.1), and within the grid's squares."""
    if not np.isfinite(points).all():
        return False
    return bool((points >= 0).all() and (points <= (EASTMOST_M, NORTHMOST_M)).all())


def _degrees(crs: str) -> Finding:
    return Finding(
        "degrees",
        Severity.ERROR,
        tr("The numbers look like degrees, but “{crs}” is in metres.").format(crs=label_of(crs)),
        tr("Set the coordinate system to EPSG:4326 if they are longitude and latitude."),
    )


def _irish(crs: str) -> Finding:
    message = tr(
        "The shape lies in the sea, but in Northern Ireland if its numbers are Irish Grid."
    )
    advice = tr(
        "Look whether “{crs}” is right, or should be EPSG:29903 or EPSG:2157. Street Manager is "
        "for works in England."
    )
    return Finding("irish_grid", Severity.ERROR, message, advice.format(crs=label_of(crs)))


def _outside(crs: str) -> Finding:
    said = grid.OutsideGrid(crs)
    return Finding("outside_grid", Severity.ERROR, said.message, said.advice)
