"""Shapes as answers: bare GeoJSON geometries in EPSG:27700, and what is said of them."""

from collections.abc import Mapping
from typing import NamedTuple, Optional

from ..trade.records.geojson import GeoJson
from ..trade.shapes import geometry_of, is_same, size_of
from ..words import tr


class Standing(NamedTuple):
    """A shape that is there already, such as a permit's extent: where redrawing it begins.

    `words` say in a few words whose it is, `take` is on the button that makes it the answer.
    """

    shape: GeoJson
    words: str
    take: str


class Drawn(NamedTuple):
    """What the picture of the map is around: the extent, and as it was `before`, if any."""

    shape: GeoJson
    before: Optional[GeoJson] = None


def is_shape(value: object) -> bool:
    """Say whether an answer is a shape."""
    return isinstance(value, Mapping) and set(value) == {"type", "coordinates"}


def compared(shape: GeoJson, standing: Standing) -> str:
    """Say what a shape is beside the one that was there before."""
    size = size_of(geometry_of(shape))
    said = standing.words if is_same(shape, standing.shape) else tr("redrawn")
    return tr("{size}: {whose}").format(size=size, whose=said)
