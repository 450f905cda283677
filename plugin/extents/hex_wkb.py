"""Shapes as databases and QGIS copy them: WKB or EWKB in hexadecimal digits."""

import re
import struct

import shapely
from shapely.errors import ShapelyError

_HEX = re.compile(r"\s*(?:0x|\\x|x')?((?:00|01)[0-9a-f]{16,})'?\s*", re.IGNORECASE)
# Circular strings, compound curves, curve polygons, and collections of them.
_CURVES = frozenset(range(8, 13))


def looks_like_wkb(text: str) -> bool:
    """Whether a text is nothing but hexadecimal digits that begin as WKB does."""
    match = _HEX.fullmatch(text)
    return match is not None and len(match[1]) % 2 == 0 and _kind(match[1]) in range(1, 18)


def as_wkt(text: str) -> str:
    """Give the same shape as WKT, or EWKT if its system is told. Raises ValueError if it is broken.

    Curves come as an empty shape of their kind: they are to be told of by name.
    """
    match = _HEX.fullmatch(text)
    if match is None:
        raise ValueError(text[:40])
    if _kind(match[1]) in _CURVES:
        return "CIRCULARSTRING EMPTY"
    try:
        geometry = shapely.from_wkb(bytes.fromhex(match[1]))
    except ShapelyError as error:
        raise ValueError(str(error)) from error
    wkt, srid = str(shapely.to_wkt(geometry, rounding_precision=-1)), shapely.get_srid(geometry)
    return f"SRID={srid};{wkt}" if srid > 0 else wkt


def _kind(digits: str) -> int:
    """Give the number of the kind of geometry, without those for heights, measures and SRID."""
    order = "<" if digits.startswith("01") else ">"
    (number,) = struct.unpack(f"{order}I", bytes.fromhex(digits[2:10]))
    return int((number & 0x0FFFFFFF) % 1000)
