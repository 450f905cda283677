"""A shape taken from somewhere, with its coordinate system, and the reading of WKT to one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import QgsGeometry
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..extents.drawing import Drawing, Reading, read
from ..extents.hex_wkb import as_wkt, looks_like_wkb
from ..words import tr
from .draw import DECIMALS, plain
from .mixed import by_kind

_WKT = re.compile(
    r"\s*(?:SRID\s*=\s*\d+\s*;\s*)?(?:MULTI)?"
    r"(?:POINT|LINESTRING|LINEARRING|POLYGON|CURVE|SURFACE|GEOMETRYCOLLECTION|CIRCULARSTRING"
    r"|COMPOUNDCURVE|CURVEPOLYGON|TRIANGLE|TIN|POLYHEDRALSURFACE)\s*(?:ZM?|M)?\s*(?:\(|EMPTY)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Taken:
    """A shape and its coordinate system, as `Drawing` wants them, and what to know of it.

    `wkt, crs = taken` takes it apart. `wkt` may be EWKT or GeoJSON text where that is what was
    taken, so that everything odd about it is still there to be found.
    """

    wkt: str
    crs: str
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        return iter((self.wkt, self.crs))


def looks_like_wkt(text: str) -> bool:
    """Whether a text begins like WKT or EWKT."""
    return _WKT.match(text) is not None


def looks_like_shape(text: str) -> bool:
    """Whether a text is a shape by itself: WKT, EWKT, or WKB in hexadecimal digits."""
    return looks_like_wkt(text) or looks_like_wkb(text)


def unpacked(text: str) -> str:
    """Give WKT of WKB; other text comes back as it is, as does WKB that is broken."""
    if not looks_like_wkb(text):
        return text
    try:
        wkt = as_wkt(text)
    except ValueError:
        return text
    if not wkt.endswith("EMPTY"):
        return wkt
    curve = QgsGeometry()
    curve.fromWkb(bytes.fromhex(text.strip()))
    return str(curve.asWkt(DECIMALS))


def from_wkt(text: str, crs: str) -> Taken:
    """Take one WKT or EWKT (whose SRID counts more than `crs`). Curves become short edges.

    Raises StreetWorksError when it cannot be read, or no coordinate system is known.
    """
    reading = read(Drawing(text, crs))
    if not reading.crs:
        raise no_crs()
    if any(finding.rule == "curve" for finding in reading.findings):
        straight = _straightened(text)
        require_shape(read(Drawing(straight, reading.crs)), text)
        return Taken(straight, reading.crs)
    require_shape(reading, text)
    return Taken(text, reading.crs)


def _straightened(text: str) -> str:
    # QGIS makes the best of a text that breaks off; that would be another shape.
    wkt = text.rpartition(";")[2]
    curve = QgsGeometry.fromWkt(wkt)
    if curve.isNull() or wkt.count("(") != wkt.count(")"):
        raise no_shape(tr("The shape cannot be read."), text)
    return str(plain(curve).asWkt(DECIMALS))


def require_shape(reading: Reading, text: str) -> BaseGeometry:
    """Give the geometry that was read; raises StreetWorksError saying why there is none."""
    if reading.geometry is None:
        finding = reading.findings[-1]
        raise StreetWorksError(finding.message, advice=finding.advice, detail=text[:200])
    return reading.geometry


def collected(shapes: list[QgsGeometry]) -> tuple[QgsGeometry, tuple[str, ...]]:
    """Put shapes of one kind together into one, with straight edges and without heights.

    Of a collection its areas are taken, else its lines, and it is said what was left out. Raises
    StreetWorksError when there is none, or when kinds are mixed.
    """
    there = [kinds[0] for kinds in map(by_kind, shapes) if kinds]
    if not there:
        raise no_shape(tr("What is selected has no shape."))
    if len({shape.geometry.type() for shape in there}) > 1:
        raise no_shape(tr("Points, lines and areas cannot be one shape together."))
    notes = tuple(dict.fromkeys(note for shape in there for note in shape.notes))
    if len(there) == 1:
        return there[0].geometry, notes
    return QgsGeometry.collectGeometry([shape.geometry for shape in there]), notes


def no_shape(message: str, detail: str = "") -> StreetWorksError:
    """Say why there is no shape, and what could have been taken."""
    return StreetWorksError(
        message,
        advice=tr("Please select or copy a point, a line or an area, or positions one a row."),
        detail=detail[:200],
    )


def no_crs() -> StreetWorksError:
    """Say that neither the shape nor the project tells a coordinate system."""
    return StreetWorksError(
        tr("It is not known which coordinate reference system the shape is in."),
        advice=tr("Choose one in Project ▸ Properties ▸ CRS, for example EPSG:27700."),
    )
