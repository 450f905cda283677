"""The extent of works: a shape in British National Grid that may go into an application."""

from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Extent:
    """A shape in EPSG:27700, to the centimetre, and how it got there.

    `accuracy_m` is how near the position is to the true one, `operation` names the conversion,
    `source_crs` the coordinate system that it was drawn in, and `software` what converted it, with
    versions (empty where there was nothing to do). `certain` is False when nobody states how that
    system's datum lies to National Grid; `approximate` is True when OSTN15 could not be had and the
    planner accepted positions that are metres off.
    """

    geometry: BaseGeometry
    accuracy_m: float
    operation: str
    source_crs: str
    software: str = ""
    certain: bool = True
    approximate: bool = False

    def geojson(self) -> dict[str, Any]:
        """Give the bare geometry of a request: `type` and `coordinates`, no Feature, no `crs`.

        V1.25.12: GeoJSON content in EPSG:27700, easting before northing, pairs only.
        """
        shape = shapely.geometry.mapping(self.geometry)
        return {"type": shape["type"], "coordinates": _lists(shape["coordinates"])}

    @property
    def length_m(self) -> float:
        """The length of a line, or of an area's outline, in metres; 0 for a point."""
        return float(self.geometry.length)

    @property
    def area_m2(self) -> float:
        """The area in square metres; 0 for points and lines."""
        return float(self.geometry.area)

    @property
    def points(self) -> int:
        """How many vertices there are, the closing one of a ring included."""
        return int(shapely.get_num_coordinates(self.geometry))

    def centre(self) -> tuple[float, float]:
        """Give the easting and northing of a place on the shape itself, near its middle."""
        if self.geometry.geom_type == "LineString":
            place = self.geometry.interpolate(0.5, normalized=True)
        else:
            place = self.geometry.representative_point()
        return round(place.x, 2), round(place.y, 2)


def _lists(coordinates: Any) -> Any:
    """Turn shapely's nested tuples into JSON's lists, at two decimals."""
    if isinstance(coordinates, (int, float)):
        return round(float(coordinates), 2)
    return [_lists(part) for part in coordinates]
