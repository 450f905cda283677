"""A grid of offsets as a GeoTIFF of the kind that PROJ reads, a “Geodetic TIFF grid”.

By PROJ's specification of that format: TIFF 6.0 in the Intel order, a plane for the offsets of
latitude and one for those of longitude, in tiles that are deflated after the predictor for floating
point numbers (Adobe's TIFF Technical Note 3), with GeoTIFF's keys for where it lies and GDAL's
items for what it is.
"""

import struct
import zlib
from dataclasses import dataclass
from typing import Union

import numpy as np

from .control import Array

_TILE = 256
_ASCII, _SHORT, _LONG, _DOUBLE = 2, 3, 4, 12
_LETTERS = {_SHORT: "H", _LONG: "I", _DOUBLE: "d"}
_HEADER, _TAG, _COUNT, _NEXT = 8, 12, 2, 4  # in bytes
_DEFLATE, _FLOATING_POINT, _IEEE, _PLANES_APART, _BLACK_IS_LEAST, _UNSPECIFIED = 8, 3, 3, 2, 1, 0

_Value = Union[str, tuple[float, ...]]


@dataclass(frozen=True)
class Grid:
    """Offsets in arc-seconds at nodes of latitude and longitude, and what is told of them.

    `offsets` has the shape (2, rows, columns): of latitude, then of longitude with east positive,
    row by row from the north-west corner, which is at `west` and `north`. Nodes are `east_step` and
    `south_step` apart; all four are degrees. Offsets lead from `source` to `target`, which are
    EPSG's numbers of geographic coordinate systems.
    """

    offsets: Array
    west: float
    north: float
    east_step: float
    south_step: float
    source: int
    target: int
    area: str
    description: str
    copyright: str


def as_tiff(grid: Grid) -> bytes:
    """Return the file: the same one for the same grid."""
    planes, rows, columns = grid.offsets.shape
    tiles = [tile for plane in grid.offsets for tile in _tiles(plane)]
    lengths = [len(tile) for tile in tiles]
    # In the order of their numbers, as TIFF asks for.
    tags: list[tuple[int, int, _Value]] = [
        (256, _SHORT, (columns,)),
        (257, _SHORT, (rows,)),
        (258, _SHORT, (32,) * planes),
        (259, _SHORT, (_DEFLATE,)),
        (262, _SHORT, (_BLACK_IS_LEAST,)),
        (270, _ASCII, grid.description),
        (277, _SHORT, (planes,)),
        (284, _SHORT, (_PLANES_APART,)),
        (317, _SHORT, (_FLOATING_POINT,)),
        (322, _SHORT, (_TILE,)),
        (323, _SHORT, (_TILE,)),
        (324, _LONG, _starts(0, lengths)),
        (325, _LONG, tuple(lengths)),
        (338, _SHORT, (_UNSPECIFIED,) * (planes - 1)),
        (339, _SHORT, (_IEEE,) * planes),
        (33432, _ASCII, grid.copyright),
        (33550, _DOUBLE, (grid.east_step, grid.south_step, 0.0)),
        (33922, _DOUBLE, (0.0, 0.0, 0.0, grid.west, grid.north, 0.0)),
        (34735, _SHORT, _geo_keys(grid.source)),
        (42112, _ASCII, _items(grid)),
    ]
    before = len(_directory(tags))
    placed = [
        (number, kind, _starts(before, lengths) if number == 324 else value)
        for number, kind, value in tags
    ]
    return b"".join([_directory(placed), *tiles])


def _tiles(plane: Array) -> list[bytes]:
    """Cut a plane into tiles, row by row; those at the edges are filled up."""
    rows, columns = plane.shape
    whole = np.pad(plane, ((0, -rows % _TILE), (0, -columns % _TILE)), mode="edge")
    return [
        _packed(whole[top : top + _TILE, left : left + _TILE])
        for top in range(0, rows, _TILE)
        for left in range(0, columns, _TILE)
    ]


def _packed(tile: Array) -> bytes:
    """Deflate a tile, of which each row holds the first bytes of its numbers, then the second ones.

    Of each byte stands there how much it is more than the one before it.
    """
    numbers = np.ascontiguousarray(tile, dtype=">f4").view(np.uint8)
    row = numbers.reshape(_TILE, _TILE, 4).transpose(0, 2, 1).reshape(_TILE, 4 * _TILE)
    more = row.copy()
    more[:, 1:] -= row[:, :-1]
    return zlib.compress(more.tobytes(), 9)


def _starts(first: int, lengths: list[int]) -> tuple[int, ...]:
    return tuple(first + sum(lengths[:number]) for number in range(len(lengths)))


def _geo_keys(source: int) -> tuple[int, ...]:
    """Say in GeoTIFF 1.1: by latitude and longitude, a number is of a point, and where it lies."""
    keys = ((1024, 2), (1025, 2), (2048, source))
    return (1, 1, 1, len(keys), *(part for key, value in keys for part in (key, 0, 1, value)))


def _items(grid: Grid) -> str:
    """Say in GDAL's items what kind of grid it is and what its planes are."""
    of_planes = [
        f'  <Item name="{name}" sample="{plane}"{role}>{value}</Item>'
        for plane, what in enumerate(("latitude_offset", "longitude_offset"))
        for name, role, value in (
            ("DESCRIPTION", ' role="description"', what),
            ("UNITTYPE", ' role="unittype"', "arc-second"),
        )
    ]
    return "\n".join(
        [
            "<GDALMetadata>",
            f'  <Item name="area_of_use">{grid.area}</Item>',
            f'  <Item name="target_crs_epsg_code">{grid.target}</Item>',
            '  <Item name="TYPE">HORIZONTAL_OFFSET</Item>',
            *of_planes,
            '  <Item name="positive_value" sample="1">east</Item>',
            "</GDALMetadata>\n",
        ]
    )


def _directory(tags: list[tuple[int, int, _Value]]) -> bytes:
    """Return all that stands before the tiles: the header, the tags, and their longer values."""
    end = _HEADER + _COUNT + _TAG * len(tags) + _NEXT
    entries, longer = [], b""
    for number, kind, value in tags:
        count, raw = _raw(kind, value)
        if len(raw) > 4:
            place = struct.pack("<I", end + len(longer))
            longer += raw + b"\0" * (len(raw) % 2)  # a value begins at an even place
        else:
            place = raw.ljust(4, b"\0")
        entries.append(struct.pack("<HHI", number, kind, count) + place)
    header = struct.pack("<2sHI", b"II", 42, _HEADER)
    return b"".join([header, struct.pack("<H", len(tags)), *entries, struct.pack("<I", 0), longer])


def _raw(kind: int, value: _Value) -> tuple[int, bytes]:
    """Return how many there are of a value, and its bytes."""
    if isinstance(value, str):
        text = value.encode("ascii") + b"\0"
        return len(text), text
    return len(value), struct.pack(f"<{len(value)}{_LETTERS[kind]}", *value)
