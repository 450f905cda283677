"""A whole layer examined: the same findings as shape by shape, in a small part of the time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from . import grid, routes
from .checks import check
from .densify import SHORT_M
from .drawing import Drawing
from .examine import examine, is_approximate, uncertain, without_swap
from .findings import Finding, Limits
from .misplaced import are_placed
from .routes import Way
from .sieve import Shapes, suspects

Array = np.ndarray[Any, Any]
_SINGLE, _MULTI = (0, 1, 3), (4, 5, 6)
_USUAL = Limits()


@dataclass(frozen=True)
class Conversion:
    """How a layer came to National Grid: what was done, how exactly, from which CRS, by what."""

    operation: str
    accuracy_m: float
    source_crs: str
    certain: bool
    software: str = ""


@dataclass(frozen=True)
class LayerReport:
    """What there is to say of a layer.

    `extents` has a geometry in EPSG:27700, to the centimetre, for each shape that was given, or
    None where nothing usable came of it. `findings` are pairs of a shape's number and what is said
    of it, in order; `of_all` is said of every shape and so said once.
    """

    extents: Array
    findings: tuple[tuple[int, Finding], ...]
    of_all: tuple[Finding, ...]
    conversion: Conversion


def examine_layer(geometries: Array, crs: str, limits: Limits = _USUAL) -> LayerReport:
    """Examine many shapes (shapely geometries or None, x first) that are all in `crs`.

    What is odd about its kind, its numbers, its place or its outline is examined on its own; all
    others are converted, rounded and sieved together. Raises `CrsUnusable` and `GridUnavailable`.
    """
    route = routes.find(crs)
    given = np.asarray(geometries, dtype=object)
    shapes = _unwrapped(given)
    numbers, settled, valid = _converted(shapes, _plain(shapes), crs)
    extents = np.full(len(given), None, dtype=object)
    extents[numbers] = settled
    found = list(_checked(numbers, settled, valid, limits))
    if route.way is not Way.AS_IT_IS:
        found = [(number, without_swap(said)) for number, said in found]
    odd = np.ones(len(given), dtype=bool)
    odd[numbers] = False
    for number in np.flatnonzero(odd):
        extents[number], said = _alone(given[number], crs, limits)
        found.extend((int(number), one) for one in said)
    found.sort(key=lambda pair: pair[0])
    conversion = Conversion(
        route.operation, route.accuracy_m, route.source, route.certain, route.software
    )
    of_all = uncertain(
        route.accuracy_m,
        route.source,
        limits,
        certain=route.certain,
        approximate=is_approximate(route),
    )
    return LayerReport(extents, tuple(found), tuple(of_all), conversion)


def _unwrapped(given: Array) -> Array:
    """Take the one part out of a multi-part geometry that has only one, as most layers have."""
    shapes = given.copy()
    kinds, parts = shapely.get_type_id(shapes), shapely.get_num_geometries(shapes)
    wrapped = np.isin(kinds, _MULTI) & (parts == 1)
    shapes[wrapped] = shapely.get_geometry(shapes[wrapped], 0)
    return shapes


def _plain(shapes: Array) -> Array:
    """Give the numbers of the shapes of a usual kind, neither empty nor with heights."""
    sound = np.isin(shapely.get_type_id(shapes), _SINGLE)
    sound &= ~shapely.is_empty(shapes) & ~shapely.has_z(shapes)
    if hasattr(shapely, "has_m"):
        sound &= ~shapely.has_m(shapes)
    return np.flatnonzero(sound)


def _converted(shapes: Array, chosen: Array, crs: str) -> tuple[Array, Array, Array]:
    """Bring shapes to National Grid and to centimetres: numbers, shapes and their validity.

    Left out is what seems to be somewhere else or nowhere, what has edges that bend on the way,
    and what centimetres make invalid.
    """
    route = routes.find(crs)
    points, owners = shapely.get_coordinates(shapes[chosen], return_index=True)
    moved = grid.positions_to_national_grid(points, crs)
    odd = ~are_placed(shapely.bounds(shapes[chosen]), moved, owners, route)
    if route.way is not Way.AS_IT_IS:
        long = np.hypot(*(moved[1:] - moved[:-1]).T) > SHORT_M
        odd[owners[1:][long & (owners[1:] == owners[:-1])]] = True
    kept, moved = chosen[~odd], moved[~odd[owners]]
    # Adding nothing turns -0.0 into 0.0.
    settled = shapely.set_coordinates(shapes[kept].copy(), np.round(moved, 2) + 0.0)
    valid = shapely.is_valid(settled)
    of_broken = ~np.repeat(valid, shapely.get_num_coordinates(settled))
    exact = shapely.set_coordinates(shapes[kept[~valid]], moved[of_broken])
    usable = valid.copy()
    usable[~valid] = ~shapely.is_valid(exact)
    return kept[usable], settled[usable], valid[usable]


def _checked(
    numbers: Array, extents: Array, valid: Array, limits: Limits
) -> Iterator[tuple[int, Finding]]:
    for one, chosen in suspects(Shapes(extents, valid), limits):
        say = one or check
        for place in chosen:
            told = say(extents[place], limits)
            yield from ((int(numbers[place]), finding) for finding in told)


def _alone(geometry: Any, crs: str, limits: Limits) -> tuple[Any, tuple[Finding, ...]]:
    text = "" if geometry is None else shapely.to_wkt(geometry, rounding_precision=-1)
    examined = examine(Drawing(text, crs), limits)
    extent = None if examined.extent is None else examined.extent.geometry
    return extent, tuple(one for one in examined.findings if one.rule != "uncertain_position")
