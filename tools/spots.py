"""Inside QGIS: where on the loaded map there is something to draw beside."""

from datetime import date, timedelta
from typing import Any, NamedTuple

SHAPES = ("point", "line", "polygon")
KINDS = ("works", "activity", "forward_plan", "hs2")
NEAR_M, STILL_DAYS = 25, 6


class Spot(NamedTuple):
    """A place to draw at (EPSG:27700), and the first day of the works that are there."""

    easting: float
    northing: float
    start: date

    @property
    def place(self) -> tuple[float, float]:
        """Easting and northing."""
        return self.easting, self.northing


def layers_of(workplace: Any, *kinds: str) -> list[Any]:
    """Return the plugin's layers of true shapes, of some kinds or of all."""
    layers = workplace.live.layers
    found = [layers.layer(kind, shape) for kind in kinds or KINDS for shape in SHAPES]
    return [layer for layer in found if layer is not None]


def busy_spot(workplace: Any) -> Spot:
    """Return works under way for some days yet, with others near: a place to clash at."""
    import shapely  # by now the plugin has loaded it, in its own way

    works = [
        (feature, shapely.from_wkb(bytes(feature.geometry().asWkb())))
        for layer in layers_of(workplace, "works")
        for feature in layer.getFeatures()
    ]
    soon = date.today() + timedelta(days=STILL_DAYS)
    best, most = None, 0
    for one, place in works:
        if place.geom_type == "Point" or one["end_date"].toPyDate() < soon:
            continue
        near = sum(place.dwithin(other, NEAR_M) for _, other in works)
        if near > most:
            best, most = (one, place), near
    if best is None:
        raise RuntimeError("no works to draw beside")
    line = shapely.get_parts(best[1])[0]
    line = line.boundary if line.geom_type == "Polygon" else line
    middle = line.interpolate(0.5, normalized=True)
    return Spot(middle.x, middle.y, best[0]["start_date"].toPyDate())
