"""Small tools for lines on the ground: all in metres, all of plain (east, north) pairs."""

import math
import random

from shapely import LineString

Pair = tuple[float, float]


def crooked(
    rng: random.Random, start: Pair, end: Pair, *, bend: float, step: float = 60.0
) -> list[Pair]:
    """Return a line from `start` to `end` that wanders at most about `bend` metres to the side."""
    length = math.dist(start, end)
    pieces = max(2, round(length / step))
    across = ((start[1] - end[1]) / length, (end[0] - start[0]) / length)
    waves = [(rng.uniform(-1, 1), n) for n in (1, 2, 3)]
    line = []
    for i in range(pieces + 1):
        t = i / pieces
        aside = bend * sum(a / n * math.sin(math.pi * n * t) for a, n in waves)
        line.append(
            (
                start[0] + (end[0] - start[0]) * t + across[0] * aside,
                start[1] + (end[1] - start[1]) * t + across[1] * aside,
            )
        )
    return line


def curve(
    start: Pair, bearing: float, length: float, turn: float, step: float = 14.0
) -> list[Pair]:
    """Return an arc that leaves `start` along `bearing` and turns by `turn` (both radians)."""
    pieces = max(2, round(length / step))
    line = [start]
    for i in range(pieces):
        heading = bearing + turn * (i + 0.5) / pieces
        east, north = line[-1]
        line.append(
            (
                east + math.cos(heading) * length / pieces,
                north + math.sin(heading) * length / pieces,
            )
        )
    return line


def horseshoe(start: Pair, end: Pair, depth: float, side: int) -> list[Pair]:
    """Return a U-shaped line from `start` to `end` standing `depth` metres off on `side` (±1)."""
    length = math.dist(start, end)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    out = (-along[1] * side, along[0] * side)
    corner = min(depth, length / 2) * 0.45
    shape = [(0.0, 0.0), (0.0, depth - corner)]
    shape += [
        (corner * (1 - math.cos(a)), depth - corner + corner * math.sin(a))
        for a in (math.pi / 6, math.pi / 3, math.pi / 2)
    ]
    shape += [
        (length - corner * (1 - math.cos(a)), depth - corner + corner * math.sin(a))
        for a in (math.pi / 2, math.pi / 3, math.pi / 6)
    ]
    shape += [(length, depth - corner), (length, 0.0)]
    return [
        (start[0] + along[0] * a + out[0] * o, start[1] + along[1] * a + out[1] * o)
        for a, o in shape
    ]


def place_and_bearing(line: LineString, distance: float) -> tuple[Pair, float]:
    """Return the point at `distance` along `line`, and the direction of travel there (radians)."""
    here = line.interpolate(distance)
    before = line.interpolate(max(0.0, distance - 2.0))
    after = line.interpolate(min(line.length, distance + 2.0))
    return (here.x, here.y), math.atan2(after.y - before.y, after.x - before.x)


def beside(line: list[Pair], offset: float) -> list[Pair]:
    """Return `line` moved `offset` metres to its left (negative: right), vertex by vertex."""
    moved = []
    last = len(line) - 1
    for i, (east, north) in enumerate(line):
        a, b = line[max(0, i - 1)], line[min(last, i + 1)]
        length = math.dist(a, b) or 1.0
        moved.append(
            (east - (b[1] - a[1]) / length * offset, north + (b[0] - a[0]) / length * offset)
        )
    return moved


def rounded(line: list[Pair]) -> list[Pair]:
    """Return `line` to the centimetre, without points that fall on the one before."""
    out: list[Pair] = []
    for east, north in line:
        point = (round(east, 2), round(north, 2))
        if not out or out[-1] != point:
            out.append(point)
    return out
