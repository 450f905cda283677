"""The shape as drawn, and the reading of it: WKT, EWKT or GeoJSON to a geometry or findings."""

import json
import re
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from ..words import tr
from .definitions import label_of
from .findings import Finding, Severity

# Deeper nesting than any real shape has; GEOS would go down with the stack.
_DEEPEST = 50
_SRID = re.compile(r"\s*SRID\s*=\s*(\d{1,8})\s*;", re.IGNORECASE)
_CURVE = re.compile(r"CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE", re.I)
_INNERMOST = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True)
class Drawing:
    """A shape as it was drawn: WKT (or EWKT, or GeoJSON text) and its coordinate system.

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
    if geometry.has_z or getattr(geometry, "has_m", False):
        found = (*found, _heights())
    return Reading(shapely.force_2d(geometry), crs, found)


def _prefix(drawing: Drawing) -> tuple[str, str, tuple[Finding, ...]]:
    """Take `SRID=27700;` off: it travels with the text and so knows better than the layer."""
    match = _SRID.match(drawing.wkt)
    if match is None:
        return drawing.wkt.strip(), drawing.crs, ()
    crs, text = f"EPSG:{int(match[1])}", drawing.wkt[match.end() :].strip()
    if drawing.crs.strip().upper() in ("", crs):
        return text, crs, ()
    layer = label_of(drawing.crs)
    message = tr("The text says its coordinate system is {text}, not {layer}; {text} was used.")
    said = Finding("srid_differs", Severity.WARNING, message.format(text=crs, layer=layer))
    return text, crs, (said,)


def _parse(text: str) -> tuple[BaseGeometry, bool]:
    """Give the geometry, and whether a ring of it had to be closed."""
    if not text:
        raise _Unreadable(_empty())
    if _depth(text) > _DEEPEST:
        raise _Unreadable(_unreadable(tr("It is nested too deeply.")))
    if text.startswith("{"):
        return _parse_geojson(text)
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
    raise _Unreadable(_unreadable(reason))


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


def _parse_geojson(text: str) -> tuple[BaseGeometry, bool]:
    try:
        content = json.loads(text)
        shapes = [shapely.geometry.shape(item) for item in _geometries(content)]
        open_rings = any(_has_open_ring(item) for item in _geometries(content))
    except (ShapelyError, ArithmeticError, AttributeError, LookupError) as error:
        raise _Unreadable(_unreadable(str(error))) from error
    except (NotImplementedError, RecursionError, TypeError, ValueError) as error:
        raise _Unreadable(_unreadable(str(error))) from error
    if not shapes:
        raise _Unreadable(_empty())
    return (shapes[0] if len(shapes) == 1 else shapely.GeometryCollection(shapes)), open_rings


def _geometries(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the bare geometries of a Feature, a FeatureCollection or a geometry; nulls left out."""
    kind = content["type"]
    if kind == "FeatureCollection":
        return [item for feature in content["features"] for item in _geometries(feature)]
    if kind == "Feature":
        return [content["geometry"]] if content["geometry"] else []
    return [content]


def _has_open_ring(content: dict[str, Any]) -> bool:
    coordinates = content.get("coordinates") or []
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(content["type"], [])
    return any(ring and ring[0] != ring[-1] for polygon in polygons for ring in polygon)


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


def _unreadable(reason: str) -> Finding:
    return Finding(
        "unreadable",
        Severity.ERROR,
        tr("The shape cannot be read: {reason}").format(reason=reason.strip()[:200]),
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
