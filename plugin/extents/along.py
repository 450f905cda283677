"""Extents made of a street's line: the stretch between two places, a strip beside it, a buffer."""

import heapq
import math
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import Union

import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..words import tr

SHORTEST_M = 0.1
WIDEST_M = 100.0
# How far a mitred corner may stick out, in strip widths; sharper corners are cut off square.
_MITRE = 2.0
# A strip that lost more than this share of length times width was swallowed by a bend.
_SWALLOWED = 0.5
_START, _END = "start", "end"

Node = Union[str, tuple[float, float]]


class Side(Enum):
    """On which side of the line a strip lies, looking from the first place to the second."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True)
class _Edge:
    """A piece of street between two nodes, from `first` to `last`."""

    first: Node
    last: Node
    line: shapely.LineString


def stretch(
    line: BaseGeometry, start: tuple[float, float], end: tuple[float, float]
) -> shapely.LineString:
    """Give the part of a street's line between two places, from the first to the second.

    `line` is a LineString or MultiLineString in EPSG:27700; the places are (easting, northing) and
    are moved to the nearest point of it. Where the street branches or closes to a loop it is the
    shortest way along it.

    Raises StreetWorksError when there is no line, when the places are one and the same, and when
    the line is broken between them: nothing is made up across a gap.
    """
    pieces = _pieces(line)
    places = {name: shapely.Point(place) for name, place in ((_START, start), (_END, end))}
    if not all(math.isfinite(number) for number in (*start, *end)):
        raise _no_line()
    nearest = {
        name: min(range(len(pieces)), key=lambda number: pieces[number].distance(place))
        for name, place in places.items()
    }
    edges = [
        edge
        for number, piece in enumerate(pieces)
        for edge in _split(
            piece,
            {name: piece.project(places[name]) for name in places if nearest[name] == number},
        )
    ]
    way = _joined(_shortest_way(edges))
    if way.length < SHORTEST_M:
        raise StreetWorksError(
            tr("The two places on the street are one and the same."),
            advice=tr("Choose two places that are apart."),
        )
    return way


def strip(line: shapely.LineString, width_m: float, side: Side) -> shapely.Polygon:
    """Give the strip along a line, `width_m` metres wide, with flat ends and mitred corners.

    On Side.BOTH the line is its middle. Raises StreetWorksError for a width that is not between 0
    and 100 m, and where the line bends too tightly for such a strip on that side.
    """
    _require_distance(width_m, tr("width"))
    if line.is_empty or line.length < SHORTEST_M:
        raise _no_line()
    corners = {"cap_style": "flat", "join_style": "mitre", "mitre_limit": _MITRE}
    if side is Side.BOTH:
        return _require_polygon(line.buffer(width_m / 2, **corners), width_m)
    offset = width_m if side is Side.LEFT else -width_m
    beside = _require_polygon(line.buffer(offset, single_sided=True, **corners), width_m)
    band = line.buffer(width_m, **corners).buffer(0.001)
    if not band.covers(beside) or beside.area < _SWALLOWED * line.length * width_m:
        raise _too_tight(width_m)
    return beside


def buffered(geometry: BaseGeometry, distance_m: float) -> shapely.Polygon:
    """Give the area within `distance_m` metres of a single point, line or area.

    Rounded corners are drawn with sixteen edges to the quarter circle: they lie at most 0.13 % of
    the distance inside the true curve. Raises StreetWorksError for a distance that is not between
    0 and 100 m, and for a shape of which no one area comes.
    """
    _require_distance(distance_m, tr("distance"))
    return _require_polygon(shapely.buffer(geometry, distance_m, quad_segs=16), distance_m)


def _pieces(line: BaseGeometry) -> list[shapely.LineString]:
    """Cut the street where its own lines meet or cross, so that every way along it is found."""
    if line.geom_type not in ("LineString", "MultiLineString") or line.is_empty:
        raise _no_line()
    pieces = shapely.get_parts(shapely.unary_union(shapely.force_2d(line)))
    long_enough = [piece for piece in pieces if piece.length > 0]
    if not long_enough:
        raise _no_line()
    return long_enough


def _split(piece: shapely.LineString, places: dict[str, float]) -> list[_Edge]:
    """Cut a piece at the places (their distances along it) that lie on it."""
    stops: list[tuple[float, Node]] = [
        (0.0, _node(piece.coords[0])),
        *sorted((distance, name) for name, distance in places.items()),
        (piece.length, _node(piece.coords[-1])),
    ]
    return [
        _Edge(first, last, shapely.LineString(_between(piece, begin, finish)))
        for (begin, first), (finish, last) in zip(stops, stops[1:])
    ]


def _between(piece: shapely.LineString, begin: float, finish: float) -> list[tuple[float, float]]:
    """Give the points of a piece between two distances; one point twice where they are equal."""
    part = shapely.ops.substring(piece, begin, finish)
    points = list(part.coords)
    return points if len(points) > 1 else points * 2


def _shortest_way(edges: list[_Edge]) -> list[_Edge]:
    """Give the edges from the start to the end, each in the direction of the way."""
    leaving: dict[Node, list[_Edge]] = defaultdict(list)
    for edge in edges:
        leaving[edge.first].append(edge)
        leaving[edge.last].append(_Edge(edge.last, edge.first, edge.line.reverse()))
    waiting: list[tuple[float, int, Node, list[_Edge]]] = [(0.0, 0, _START, [])]
    done: set[Node] = set()
    number = 0
    while waiting:
        length, _, node, way = heapq.heappop(waiting)
        if node == _END:
            return way
        if node in done:
            continue
        done.add(node)
        for edge in leaving[node]:
            number += 1  # so that equally long ways are never compared by what they are
            heapq.heappush(waiting, (length + edge.line.length, number, edge.last, [*way, edge]))
    raise StreetWorksError(
        tr("The street's line is broken between the two places."),
        advice=tr("Choose both places on the same side of the gap, or draw the line yourself."),
    )


def _joined(way: list[_Edge]) -> shapely.LineString:
    points = [position for edge in way for position in edge.line.coords]
    kept = [points[0]]
    for position in points[1:]:
        if position != kept[-1]:
            kept.append(position)
    return shapely.LineString(kept if len(kept) > 1 else kept * 2)


def _node(position: tuple[float, ...]) -> tuple[float, float]:
    """Name an end by its centimetre: lines that meet on the ground need not agree to the digit."""
    return round(position[0], 2), round(position[1], 2)


def _require_distance(metres: float, what: str) -> None:
    if not 0 < metres <= WIDEST_M:
        raise StreetWorksError(
            tr("The {what} must be more than 0 and at most {most:.0f} m.").format(
                what=what, most=WIDEST_M
            ),
            advice=tr("Please change it."),
        )


def _require_polygon(area: BaseGeometry, width_m: float) -> shapely.Polygon:
    if area.geom_type != "Polygon" or area.is_empty or not area.is_valid:
        raise _too_tight(width_m)
    return area


def _too_tight(width_m: float) -> StreetWorksError:
    return StreetWorksError(
        tr("The line bends too tightly for an area {width:.1f} m wide there.").format(
            width=width_m
        ),
        advice=tr("Choose a smaller width, the other side, or both sides; or draw it yourself."),
    )


def _no_line() -> StreetWorksError:
    return StreetWorksError(
        tr("The street has no line to go along."),
        advice=tr("Choose another street, or draw the extent yourself."),
    )
