"""The shape as drawn, and the reading of it: WKT, WKB or JSON to a geometry or findings."""

import json
import re
from dataclasses import dataclass
from typing import Optional

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from ..words import tr
from . import geojson, hex_wkb
from .definitions import label_of
from .findings import Finding, Severity

# Deeper nesting than any real shape has; GEOS would go down with the stack.
_DEEPEST = 50
_SRID = re.compile(r"\s*SRID\s*=\s*(\d{1,8})\s*;", re.IGNORECASE)
_CURVE = re.compile(r"CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE", re.I)
# Three numbers in the brackets of a position; the third may be null.
_JSON_HEIGHT = re.compile(r"\[\s*[-+0-9.eE]+\s*,\s*[-+0-9.eE]+\s*,[^\[\]]*\]")
_INNERMOST = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True)
class Drawing:
    """A shape as it was drawn: WKT (EWKT, WKB in hex, GeoJSON, Esri's JSON) and its system.

    `crs` is anything that pyproj understands: "EPSG:3857", WKT2, a PROJ string. Coordinates are
    x (longitude, easting) first, as QGIS has them. Of GeoJSON, too, the CRS is what `crs` says.
    """

    wkt: str
    crs: str


@dataclass(frozen=True)
class Reading:
    """What was read: the geometry in its own coordinates (None: unreadable), its CRS, findings."""

    geometry: Optional[BaseGeometry]
    crs: str
    findings: tuple[Finding, ...] = ()


class _Unreadable(Exception):
    """The text is not a shape; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read(drawing: Drawing) -> Reading:
    """Read a drawing. Never raises: what cannot be read is a finding.

    A part that is alone in a collection is taken out of it, Z and M are dropped (an application
    has easting and northing only: Business rules 1.1), and rings left open are closed, with a
    finding each where the planner should know.
    """
    text, crs, found = _prefix(drawing)
    try:
        geometry, closed = _parse(text)
        geometry = _alone(geometry)
        _check_usable(geometry)
    except _Unreadable as error:
        return Reading(None, crs, (*found, error.finding))
    if closed:
        found = (*found, _not_closed())
    if geometry.has_z or getattr(geometry, "has_m", False) or _has_heights(text):
        found = (*found, _heights())
    return Reading(shapely.force_2d(geometry), crs, found)


def _prefix(drawing: Drawing) -> tuple[str, str, tuple[Finding, ...]]:
    """Take off what the text says of its system: that travels with it and so knows better.

    It says so by `SRID=27700;`, in EWKB, or by the `spatialReference` of Esri's JSON.
    """
    text = _as_wkt(drawing.wkt)
    match = _SRID.match(text)
    if match is not None:
        crs, text = f"EPSG:{int(match[1])}", text[match.end() :].strip()
    else:
        crs, text = _named_in_json(text), text.strip()
    if not crs or drawing.crs.strip().upper() == crs:
        return text, drawing.crs, ()
    if not drawing.crs.strip():
        return text, crs, ()
    told, layer = label_of(crs), label_of(drawing.crs)
    message = tr("The text says its coordinate system is {text}, not {layer}; {text} was used.")
    said = Finding("srid_differs", Severity.WARNING, message.format(text=told, layer=layer))
    return text, crs, (said,)


def _as_wkt(text: str) -> str:
    try:
        return hex_wkb.as_wkt(text) if hex_wkb.looks_like_wkb(text) else text
    except ValueError:
        return text


def _named_in_json(text: str) -> str:
    if "spatialReference" not in text or _depth(text) > _DEEPEST:
        return ""
    try:
        return geojson.crs_of(json.loads(text))
    except (ValueError, RecursionError):
        return ""


def _parse(text: str) -> tuple[BaseGeometry, bool]:
    """Give the geometry, and whether a ring of it had to be closed."""
    if not text:
        raise _Unreadable(_empty())
    if _depth(text) > _DEEPEST:
        raise _Unreadable(_unreadable(tr("It is nested too deeply.")))
    if text.startswith("{"):
        return _parse_json(text)
    if _CURVE.search(text):
        raise _Unreadable(_curve())
    try:
        return _from_wkt(text), False
    except (ShapelyError, ValueError, NotImplementedError) as error:
        reason = str(error)
    closed = _INNERMOST.sub(_close, text)
    if "POLYGON" in text.upper() and closed != text:
        try:
            return _from_wkt(closed), True
        except (ShapelyError, ValueError, NotImplementedError) as error:
            reason = str(error)
    if "LinearRing" in reason or "point array" in reason:
        raise _Unreadable(_too_few())
    raise _Unreadable(_unreadable())


def _has_heights(text: str) -> bool:
    return text.startswith("{") and _JSON_HEIGHT.search(text) is not None


def _from_wkt(text: str) -> BaseGeometry:
    # Numbers too large for a float become infinity, which is a finding of its own.
    with np.errstate(all="ignore"):
        geometry = shapely.from_wkt(text)
    if geometry is None:
        raise ValueError("no geometry")
    return geometry


def _close(match: re.Match[str]) -> str:
    """Repeat the first position of a ring at its end, where it is not there."""
    positions = [position.split() for position in match[1].split(",")]
    if len(positions) < 3 or positions[0] == positions[-1]:
        return match[0]
    return f"({match[1]}, {' '.join(positions[0])})"


def _parse_json(text: str) -> tuple[BaseGeometry, bool]:
    try:
        geometry, closed = geojson.geometry_of(json.loads(text))
    except geojson.WithCurves as error:
        raise _Unreadable(_curve()) from error
    except geojson.NotFinite as error:
        raise _Unreadable(_not_finite()) from error
    except geojson.TooFew as error:
        raise _Unreadable(_too_few()) from error
    except (
        ShapelyError,
        geojson.NotGeoJson,
        ArithmeticError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise _Unreadable(_unreadable()) from error
    if geometry is None:
        raise _Unreadable(_empty())
    return geometry, closed


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in re.findall(r"[][(){}]", text):
        depth += 1 if bracket in "[({" else -1
        deepest = max(deepest, depth)
    return deepest


def _alone(geometry: BaseGeometry) -> BaseGeometry:
    """Take empty parts out, and a part that is the only one out of its collection."""
    if not hasattr(geometry, "geoms"):
        return geometry
    parts = [_alone(part) for part in geometry.geoms if not part.is_empty]
    return parts[0] if len(parts) == 1 else type(geometry)(parts)


def _check_usable(geometry: BaseGeometry) -> None:
    if geometry.is_empty:
        # GEOS takes POINT(NaN NaN) for empty, too.
        raise _Unreadable(_empty())
    if not np.isfinite(shapely.get_coordinates(geometry)).all():
        raise _Unreadable(_not_finite())


def _empty() -> Finding:
    return Finding("empty", Severity.ERROR, tr("There is no shape."), tr("Draw the works."))


def _unreadable(reason: str = "") -> Finding:
    usual = tr("it is no WKT, WKB or GeoJSON, or it breaks off.")
    return Finding(
        "unreadable",
        Severity.ERROR,
        tr("The shape cannot be read: {reason}").format(reason=reason or usual),
        tr("Give a point, line or polygon as WKT or GeoJSON, or draw it."),
    )


def _curve() -> Finding:
    return Finding(
        "curve",
        Severity.ERROR,
        tr("The shape has curves; an application takes straight edges only."),
        tr("Turn the curves into short straight edges (in QGIS: “Segmentize”)."),
    )


def _too_few() -> Finding:
    return Finding(
        "too_few_points",
        Severity.ERROR,
        tr("The shape has too few points: a line needs two, an area three."),
        tr("Draw it again."),
    )


def _not_finite() -> Finding:
    return Finding(
        "not_finite",
        Severity.ERROR,
        tr("A coordinate of the shape is not a number."),
        tr("Take the point out, or draw the shape again."),
    )


def _not_closed() -> Finding:
    return Finding(
        "not_closed",
        Severity.ERROR,
        tr("The outline of the area does not come back to where it began."),
        tr("Look whether a point is missing, or close it from the last point to the first."),
        mend=tr("Close the outline"),
    )


def _heights() -> Finding:
    return Finding(
        "heights_dropped",
        Severity.INFO,
        tr("Heights or measures were left out: an application takes eastings and northings only."),
    )
