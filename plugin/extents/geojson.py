"""GeoJSON, and the JSON of Esri's map servers, read to one geometry."""

from collections.abc import Iterator
from typing import Any, Optional

import shapely
from shapely.geometry.base import BaseGeometry

Ring = list[tuple[float, float]]

_PARTS = {"MultiPoint": "Point", "MultiLineString": "LineString", "MultiPolygon": "Polygon"}
_ESRI = ("rings", "paths", "points", "x", "curveRings", "curvePaths")
# Esri numbers its own systems above those of EPSG.
_MOST_EPSG = 32767


class NotGeoJson(Exception):
    """It is neither GeoJSON nor Esri's; or it has no shape, curves, or an odd number in it."""


class WithCurves(NotGeoJson):
    """It has curves, which are not read."""


class TooFew(NotGeoJson):
    """A line has fewer than two points, or a ring fewer than three."""


class NotFinite(NotGeoJson):
    """A coordinate is not a number."""


def geometry_of(content: Any) -> tuple[Optional[BaseGeometry], bool]:
    """Give the geometry of a JSON object, and whether a ring of it had to be closed.

    Several features become a collection; heights are left out. None means that there is no shape
    in it. Raises `NotGeoJson`.
    """
    found: list[BaseGeometry] = []
    opened = False
    for item in _geometries(content):
        shape, was_open = _esri(item) if _is_esri(item) else _shape(item)
        opened |= was_open
        found.append(shape)
    if not found:
        return None, False
    return (found[0] if len(found) == 1 else shapely.GeometryCollection(found)), opened


def crs_of(content: Any) -> str:
    """Give the coordinate system that Esri's JSON names, "" if it names none."""
    for item in (content, *_features(content)):
        holder = item if isinstance(item, dict) else {}
        for place in (holder, holder.get("geometry")):
            named = place.get("spatialReference") if isinstance(place, dict) else None
            if isinstance(named, dict):
                return _named(named)
    return ""


def _named(reference: dict[str, Any]) -> str:
    for key in ("latestWkid", "wkid"):
        code = reference.get(key)
        if isinstance(code, int):
            return f"EPSG:{code}" if code <= _MOST_EPSG else f"ESRI:{code}"
    return str(reference.get("wkt", ""))


def _features(content: Any) -> list[Any]:
    features = content.get("features") if isinstance(content, dict) else None
    return features if isinstance(features, list) else []


def _is_esri(content: dict[str, Any]) -> bool:
    return "type" not in content and any(key in content for key in _ESRI)


def _geometries(content: Any) -> Iterator[dict[str, Any]]:
    """Give the bare geometries of features, collections of them, and geometries; nulls left out."""
    if not isinstance(content, dict):
        raise NotGeoJson
    if content.get("type") == "FeatureCollection" or (
        "type" not in content and "features" in content
    ):
        for feature in _features(content):
            yield from _geometries(feature)
    elif content.get("type") == "Feature" or ("type" not in content and "geometry" in content):
        if content.get("geometry"):
            yield from _geometries(content["geometry"])
    elif "type" in content or _is_esri(content):
        yield content
    else:
        raise NotGeoJson


def _shape(content: dict[str, Any]) -> tuple[BaseGeometry, bool]:
    kind = content["type"]
    if kind == "GeometryCollection":
        shapes = [_shape(item) for item in _list(content.get("geometries"))]
        whole = shapely.GeometryCollection([shape for shape, _ in shapes])
        return whole, any(was_open for _, was_open in shapes)
    if "coordinates" not in content:
        raise NotGeoJson
    coordinates = _list(content["coordinates"])
    if kind in _PARTS:
        parts = [_single(_PARTS[kind], part) for part in coordinates]
        together = getattr(shapely, kind)([part for part, _ in parts if not part.is_empty])
        return together, any(was_open for _, was_open in parts)
    return _single(kind, coordinates)


def _single(kind: str, coordinates: list[Any]) -> tuple[BaseGeometry, bool]:
    if kind == "Point":
        return (shapely.Point(_position(coordinates)) if coordinates else shapely.Point()), False
    if kind == "LineString":
        return shapely.LineString(_path(coordinates, 2)), False
    if kind == "Polygon":
        rings = [_path(ring, 3) for ring in coordinates]
        was_open = any(ring and ring[0] != ring[-1] for ring in rings)
        return (shapely.Polygon(rings[0], rings[1:]) if rings else shapely.Polygon()), was_open
    raise NotGeoJson


def _esri(content: dict[str, Any]) -> tuple[BaseGeometry, bool]:
    if "curveRings" in content or "curvePaths" in content:
        raise WithCurves
    if "rings" in content:
        return _areas([_path(ring, 3) for ring in _list(content["rings"])])
    if "paths" in content:
        paths = [_path(path, 2) for path in _list(content["paths"])]
        return shapely.MultiLineString([path for path in paths if path]), False
    if "points" in content:
        return shapely.MultiPoint([_position(one) for one in _list(content["points"])]), False
    if content["x"] is None:
        return shapely.Point(), False
    return shapely.Point(_position([content["x"], content.get("y")])), False


def _areas(rings: list[Ring]) -> tuple[BaseGeometry, bool]:
    """Make areas of rings: those that run clockwise are outlines, the others holes in them."""
    polygons = [shapely.Polygon(ring) for ring in rings if ring]
    outlines = [one for one in polygons if not one.exterior.is_ccw] or polygons
    holes = [one for one in polygons if one not in outlines]
    inside: dict[int, list[Any]] = {}
    for hole in holes:
        start = shapely.Point(hole.exterior.coords[0])
        home = next((i for i, one in enumerate(outlines) if one.intersects(start)), 0)
        inside.setdefault(home, []).append(hole.exterior)
    areas = [shapely.Polygon(one.exterior, inside.get(i)) for i, one in enumerate(outlines)]
    return shapely.MultiPolygon(areas), any(ring and ring[0] != ring[-1] for ring in rings)


def _path(positions: Any, fewest: int) -> Ring:
    """Give the positions of a line or a ring; none at all are an empty one."""
    path = [_position(one) for one in _list(positions)]
    if 0 < len(path) < fewest:
        raise TooFew
    return path


def _position(numbers: Any) -> tuple[float, float]:
    """Give x and y; a height may be there or not, and may be null."""
    pair = _list(numbers)[:2]
    if len(pair) < 2 or any(isinstance(number, (bool, list, dict)) for number in pair):
        raise NotGeoJson
    try:
        return float(pair[0]), float(pair[1])
    except (TypeError, ValueError, OverflowError) as error:
        raise NotFinite from error


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise NotGeoJson
    return value
