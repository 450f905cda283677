"""Shapes that cannot be where their numbers say, and what was probably meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import grid, places, routes
from .drawing import Drawing
from .findings import Finding, Severity
from .shapes import swapped

Array = np.ndarray[Any, Any]
# Beyond these numbers there are no more squares of the grid.
_EAST_M, _NORTH_M = 700_000.0, 1_300_000.0


@dataclass(frozen=True)
class Misplaced:
    """What is wrong with the place, and the drawing as it was probably meant."""

    finding: Finding
    meant: Optional[Drawing]


def look(geometry: BaseGeometry, crs: str) -> Optional[Misplaced]:
    """Say whether a shape lies outside National Grid, or only seems to lie in it.

    `geometry` is as drawn in `crs`. Degrees taken for metres, swapped axes and a wrong CRS are
    recognised when the shape lies in England once that is put right; None means that its place is
    a possible one. Raises `CrsUnusable` and `GridUnavailable` as the conversion does.
    """
    if _seems_irish(geometry, crs):
        return Misplaced(_irish(crs), None)
    in_degrees = _is_in_degrees(geometry) and not routes.is_geographic(crs)
    if not in_degrees and _is_on_grid(_positions(geometry, crs)):
        return None
    for rule, message, label, meant in _guesses(geometry, crs, in_degrees=in_degrees):
        if _lands_in_england(meant):
            finding = Finding(
                rule, Severity.ERROR, message, tr("Look at the place after the mend."), mend=label
            )
            return Misplaced(finding, meant)
    if in_degrees:
        return Misplaced(_degrees(crs), None)
    return Misplaced(_outside(crs), None)


def are_placed(bounds: Array, points: Array, owners: Array, route: routes.Route) -> Array:
    """Say of many shapes at once whether `look` has nothing to say of them, as a mask.

    `bounds` are the shapes' as drawn, (n, 4); `points` their positions in National Grid, (m, 2),
    of which `owners` says whose each is.
    """
    placed = np.ones(len(bounds), dtype=bool)
    if not route.geographic:
        west, south, east, north = bounds.T
        placed = ~((west >= -180) & (east <= 180) & (south >= -90) & (north <= 90))
    if route.way is routes.Way.AS_IT_IS:
        placed &= ~places.seem_irish(bounds)
    # NaN compares as outside.
    east, north = points.T
    inside = (east >= 0) & (north >= 0) & (east <= _EAST_M) & (north <= _NORTH_M)
    placed[owners[~inside]] = False
    return placed


def _common() -> tuple[tuple[str, str], ...]:
    """What data of England come in, if not in what their layer says; tried in this order."""
    return (
        (grid.NATIONAL_GRID, tr("British National Grid")),
        ("EPSG:3857", tr("a web map's (EPSG:3857)")),
        ("EPSG:25830", tr("UTM zone 30 (EPSG:25830)")),
        ("EPSG:25831", tr("UTM zone 31 (EPSG:25831)")),
    )


def _guesses(
    geometry: BaseGeometry, crs: str, *, in_degrees: bool
) -> Iterator[tuple[str, str, str, Drawing]]:
    drawn, turned = geometry.wkt, swapped(geometry).wkt
    swap_message = tr("Easting and northing (or longitude and latitude) are swapped.")
    swap_label = tr("Swap them")
    if in_degrees:
        message = _degrees(crs).message
        yield "degrees", message, tr("Take them as WGS 84"), Drawing(drawn, "EPSG:4326")
        label = tr("Take them as WGS 84, latitude first")
        yield "degrees", message, label, Drawing(turned, "EPSG:4326")
        return
    yield "swapped_axes", swap_message, swap_label, Drawing(turned, crs)
    for other, name in _common():
        message = tr("The numbers are not of “{crs}” but look like {name}.")
        label = tr("Take them as {name}").format(name=name)
        message = message.format(crs=crs[:60], name=name)
        yield "wrong_crs", message, label, Drawing(drawn, other)


def _lands_in_england(meant: Drawing) -> bool:
    geometry = shapely.from_wkt(meant.wkt)
    points = _positions(geometry, meant.crs)
    return _is_on_grid(points) and places.in_england(shapely.set_coordinates(geometry, points))


def _positions(geometry: BaseGeometry, crs: str) -> Array:
    return grid.positions_to_national_grid(shapely.get_coordinates(geometry), crs)


def _is_in_degrees(geometry: BaseGeometry) -> bool:
    west, south, east, north = geometry.bounds
    return west >= -180 and east <= 180 and south >= -90 and north <= 90


def _seems_irish(geometry: BaseGeometry, crs: str) -> bool:
    if not routes.is_national_grid(crs):
        return False
    return bool(places.seem_irish(np.array([geometry.bounds]))[0])


def _is_on_grid(points: Array) -> bool:
    """G3: finite, not negative (Business rules 1.1), and within the grid's squares."""
    if not np.isfinite(points).all():
        return False
    return bool((points >= 0).all() and (points <= (_EAST_M, _NORTH_M)).all())


def _degrees(crs: str) -> Finding:
    return Finding(
        "degrees",
        Severity.ERROR,
        tr("The numbers look like degrees, but “{crs}” is in metres.").format(crs=crs[:60]),
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
    return Finding("irish_grid", Severity.ERROR, message, advice.format(crs=crs[:60]))


def _outside(crs: str) -> Finding:
    said = grid.OutsideGrid(crs)
    return Finding("outside_grid", Severity.ERROR, said.message, said.advice)
