"""Where on the map of Great Britain a shape lies: in England, or else where.

The outlines are coarse, drawn by hand from well-known places, in kilometres of National Grid, some
3 km generous. They are for a warning to the planner, never for deciding which authority is meant.
"""

from functools import lru_cache
from typing import Any

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from ..words import tr

_GENEROUS_M = 3000
_SQUARE_M = 10_000

Array = np.ndarray[Any, Any]

# From Scilly along the south and east coasts to Berwick, down the Scottish border to the Solway,
# along the west coast to the Dee, down the Welsh border to the Severn and around Cornwall.
_ENGLAND_KM = (
    (78, 5), (92, 5), (170, 10), (185, 25), (240, 45), (268, 36), (283, 33), (296, 55), (368, 65),
    (400, 75), (450, 73), (505, 92), (560, 93), (590, 105), (611, 115), (640, 140), (643, 172),
    (610, 200), (650, 245), (657, 293), (650, 320), (622, 345), (570, 350), (562, 365), (546, 410),
    (528, 470), (495, 514), (455, 540), (442, 570), (430, 638), (401, 655), (396, 657), (391, 652),
    (384, 642), (377, 638), (381, 629), (389, 619), (378, 609), (369, 606), (361, 599), (358, 594),
    (347, 583), (340, 575), (332, 567), (312, 560), (294, 530), (289, 514), (298, 485), (314, 459),
    (328, 462), (325, 430), (327, 407), (314, 388), (323, 378), (336, 366), (336, 360), (342, 353),
    (344, 345), (353, 343), (354, 340), (345, 334), (336, 335), (329, 338), (321, 331), (326, 320),
    (332, 315), (324, 298), (320, 291), (313, 287), (307, 283), (316, 276), (326, 272), (330, 264),
    (324, 256), (322, 243), (325, 233), (333, 221), (346, 220), (353, 212), (354, 194), (352, 188),
    (336, 172), (326, 160), (318, 150), (297, 150), (272, 152), (250, 150), (235, 135), (217, 128),
    (213, 150), (211, 142), (217, 106), (200, 90), (182, 78), (166, 52), (150, 43), (132, 33),
    (128, 22), (82, 20),
)  # fmt: skip
_NORTHERN_IRELAND_KM = (
    (0, 480), (60, 470), (140, 460), (172, 500), (172, 540), (150, 560), (140, 600), (60, 610),
    (0, 560),
)  # fmt: skip
_WALES_KM = (
    (160, 195), (215, 180), (300, 160), (330, 170), (356, 185), (356, 360), (325, 385), (200, 405),
    (160, 240),
)  # fmt: skip
# The land of Northern Ireland in the numbers of Irish Grid (EPSG:29901 to 29903), from Derry along
# the coast to Newry and back along the border. Those of EPSG:2157 are 400 km and 500 km more.
_NORTHERN_IRELAND_IRISH_KM = (
    (238, 424), (252, 432), (270, 440), (295, 447), (316, 453), (328, 435), (342, 412), (352, 386),
    (366, 364), (358, 342), (345, 324), (330, 308), (312, 312), (300, 308), (282, 310), (272, 328),
    (250, 320), (228, 318), (210, 338), (188, 358), (206, 374), (222, 394), (232, 410),
)  # fmt: skip
_MAN_KM = ((205, 455), (255, 455), (255, 512), (205, 512))
_SCOTLAND_KM = (
    (0, 1249), (0, 600), (140, 600), (150, 560), (172, 540), (200, 530), (290, 545), (335, 560),
    (370, 600), (400, 655), (450, 660), (480, 1249),
)  # fmt: skip


def in_england(geometry: BaseGeometry) -> bool:
    """Whether a geometry in EPSG:27700 lies wholly in England, as far as the outline knows."""
    return bool(_england().covers(geometry))


def are_in_england(points: Array) -> Array:
    """Say which of many points (EPSG:27700) lie in England, as a mask."""
    inside: Array = shapely.covers(_england(), points)
    return inside


def are_on_land(points: Array) -> Array:
    """Say which of many points lie in or near one of the countries of these isles, as a mask."""
    inside = are_in_england(points)
    for outline, _sentence in _elsewhere():
        inside = inside | shapely.covers(outline, points)
    return inside


def perhaps_outside(geometries: Array, bounds: Array) -> Array:
    """Say which of many geometries `in_england` may be False for, as a mask.

    `bounds` are the geometries', (n, 4). Most lie in squares of the grid that are England
    throughout; the outline is asked only for the others.
    """
    low = np.floor(bounds[:, :2] / _SQUARE_M).astype(np.intp)
    high = np.floor(bounds[:, 2:] / _SQUARE_M).astype(np.intp)
    squares = _inner_squares()
    near = ((high - low) <= 1).all(axis=1) & (high < squares.shape).all(axis=1)
    near &= (low >= 0).all(axis=1)
    inner = np.zeros(len(bounds), dtype=bool)
    (west, south), (east, north) = low[near].T, high[near].T
    inner[near] = (
        squares[west, south] & squares[west, north] & squares[east, south] & squares[east, north]
    )
    rest = np.flatnonzero(~inner)
    mask = np.zeros(len(bounds), dtype=bool)
    mask[rest] = ~shapely.covers(_england(), geometries[rest])
    return mask


@lru_cache(maxsize=1)
def _inner_squares() -> Array:
    """Which squares of the grid are England throughout, by column and row."""
    columns, rows = np.mgrid[0:70, 0:70]
    west, south = columns * _SQUARE_M, rows * _SQUARE_M
    boxes = shapely.box(west, south, west + _SQUARE_M, south + _SQUARE_M)
    inner: Array = shapely.covers(_england(), boxes)
    return inner


def outside(geometry: BaseGeometry) -> str:
    """Say where a geometry (EPSG:27700) lies that is not wholly in England, as a whole sentence."""
    if _england().intersects(geometry):
        return tr("Part of the shape lies outside England.")
    for outline, sentence in _elsewhere():
        if outline.intersects(geometry):
            return sentence
    return tr("The shape lies in the sea, away from England's coast.")


def seem_irish(bounds: Array) -> Array:
    """Say which of many shapes lie in Northern Ireland if their numbers are Irish, as a mask.

    `bounds` are the shapes' in what is taken for National Grid, (n, 4). Only those are told that
    would otherwise lie in the open sea: much of Northern Ireland has the numbers of land in England
    and Wales.
    """
    seas = _seas_with_irish_numbers()
    west, south, east, north = seas.bounds
    near = (bounds >= (west, south, west, south)).all(axis=1)
    near &= (bounds <= (east, north, east, north)).all(axis=1)
    irish = np.zeros(len(bounds), dtype=bool)
    irish[near] = shapely.covers(seas, shapely.box(*bounds[near].T))
    return irish


@lru_cache(maxsize=1)
def _seas_with_irish_numbers() -> BaseGeometry:
    older = _metres(_NORTHERN_IRELAND_IRISH_KM)
    both = shapely.union(older, shapely.affinity.translate(older, 400_000, 500_000))
    land = shapely.union_all([_england(), *(outline for outline, _ in _elsewhere())])
    seas = shapely.difference(both, land)
    shapely.prepare(seas)
    return seas


@lru_cache(maxsize=1)
def _england() -> shapely.Polygon:
    outline = shapely.simplify(_metres(_ENGLAND_KM).buffer(_GENEROUS_M), 500)
    shapely.prepare(outline)
    return outline


@lru_cache(maxsize=1)
def _elsewhere() -> tuple[tuple[shapely.Polygon, str], ...]:
    return (
        (_metres(_MAN_KM), tr("The shape lies on or near the Isle of Man.")),
        (_metres(_WALES_KM), tr("The shape lies in Wales or off its coast.")),
        (_metres(_NORTHERN_IRELAND_KM), tr("The shape lies in Northern Ireland or near it.")),
        (_metres(_SCOTLAND_KM), tr("The shape lies in Scotland or off its coast.")),
    )


def _metres(outline: tuple[tuple[int, int], ...]) -> shapely.Polygon:
    return shapely.Polygon([(east * 1000, north * 1000) for east, north in outline])
