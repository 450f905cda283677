"""What is built on the land between the main roads: terraces, estates, the industrial estate."""

import math
import random
from collections.abc import Iterator
from typing import Optional

import shapely
from shapely import LineString, MultiLineString, Point, Polygon, affinity
from shapely.ops import unary_union

from .layout import CENTRE, RING_M, Run, Skeleton
from .lines import Pair, beside, crooked, curve, horseshoe, place_and_bearing, rounded

_INSIDE_M = 26.0  # a house and its garden between a main road and the street behind it


def build(rng: random.Random, skeleton: Skeleton) -> list[Run]:
    """Fill the faces of `skeleton` with streets; what kind stands where depends on the distance."""
    runs: list[Run] = []
    industrial = _industrial_face(skeleton)
    for index, face in enumerate(skeleton.faces):
        site = _Site(rng, face, index, [run.line for run in skeleton.roads])
        distance = math.dist((face.centroid.x, face.centroid.y), CENTRE)
        if index == industrial:
            site.grid("industrial", across=140.0, along=260.0, jitter=0.02)
        elif distance < 260:
            site.alleys()
        elif distance < RING_M * 0.6:
            site.grid("terrace", across=64.0, along=175.0, jitter=0.06)
            site.closes(3)
        elif distance < RING_M * 1.12:
            site.estate(drives=3)
        elif index % 3 == 0:
            site.estate(drives=2)
        else:
            site.lanes()
        runs.extend(site.runs)
    return runs


def _industrial_face(skeleton: Skeleton) -> int:
    """The face outside the ring, to the north-east, that is biggest: sheds stand by the bypass."""

    def suits(face: Polygon) -> float:
        place = face.centroid
        out = math.dist((place.x, place.y), CENTRE) > RING_M
        return face.area if out and place.x > CENTRE[0] and place.y > CENTRE[1] else 0.0

    return max(range(len(skeleton.faces)), key=lambda i: suits(skeleton.faces[i]))


class _Site:
    """One face while it is being built on: what stands already, and what may still be added."""

    def __init__(
        self, rng: random.Random, face: Polygon, index: int, roads: list[LineString]
    ) -> None:
        self.rng = rng
        self.face = face
        self.index = index
        self.runs: list[Run] = []
        self._roads = [r for r in roads if r.distance(face) < 1]
        near = unary_union(self._roads).intersection(face.boundary.buffer(0.2))
        self._edge = shapely.line_merge(near)
        self._inner = face.buffer(-_INSIDE_M)
        shapely.prepare(self._inner)
        self._lines: list[LineString] = []

    # -- kinds of neighbourhood -------------------------------------------------------------

    def grid(self, kind: str, *, across: float, along: float, jitter: float) -> None:
        """Parallel streets `across` metres apart with cross streets every `along` metres."""
        if self._inner.is_empty:
            return
        bearing = self._longest_edge() + self.rng.uniform(-jitter, jitter)
        for turn, gap in ((0.0, across), (math.pi / 2, along)):
            for line in self._hatch(bearing + turn, gap):
                if line.length > 70:
                    self._add(kind, line)

    def alleys(self) -> None:
        """One or two crooked lanes through an old block."""
        for _ in range(1 if self.face.area < 14_000 else 3):
            self._across("core", bend=10.0, apart=28.0)

    def estate(self, drives: int) -> None:
        """A few winding drives, with crescents on them, and closes on all of those."""
        for _ in range(drives):
            self._across("drive", bend=55.0, apart=120.0)
        for _ in range(int(self.face.area / 8_000) + 4):
            self._crescent()
        self.closes(int(self.face.area / 13_000) + 2)

    def lanes(self) -> None:
        """Open country: a lane or two, and a few houses at the road."""
        if self.rng.random() < 0.8:
            self._across("lane", bend=60.0, apart=160.0)
        self.closes(3, kind="lane", longest=260.0)

    def closes(self, tries: int, kind: str = "close", longest: float = 130.0) -> None:
        """Cul-de-sacs off whatever stands, up to `tries` of them."""
        for _ in range(tries * 3):
            if len([r for r in self.runs if r.kind == kind]) >= tries:
                return
            self._close(kind, longest)

    # -- single streets ---------------------------------------------------------------------

    def _across(self, kind: str, *, bend: float, apart: float) -> None:
        """A street from one bounding road to another."""
        for _ in range(12):
            start, end = self._on_edge(), self._on_edge()
            if not start or not end or not 120 < math.dist(start, end) < 900:
                continue
            bendy = min(bend, math.dist(start, end) * 0.12)
            line = LineString(rounded(crooked(self.rng, start, end, bend=bendy, step=35)))
            middle = shapely.ops.substring(line, 20, line.length - 20)
            if self.face.contains(middle) and not self._near(middle, apart, ends=(start, end)):
                self._add(kind, line)
                return

    def _crescent(self) -> None:
        host = self._host(("drive", "crescent", "road"), 170)
        if host is None:
            return
        length = self.rng.uniform(95, 190)
        at = self.rng.uniform(20, max(21.0, host.length - length - 20))
        side = self.rng.choice((-1, 1))
        a, _ = place_and_bearing(host, at)
        b, _ = place_and_bearing(host, min(host.length, at + length))
        if math.dist(a, b) > 60:
            self._try("crescent", horseshoe(a, b, self.rng.uniform(58, 105), side), 30.0)

    def _close(self, kind: str, longest: float) -> None:
        host = self._host(("drive", "crescent", "terrace", "lane", "road"), 60)
        if host is None:
            return
        at, bearing = place_and_bearing(host, self.rng.uniform(22, host.length - 22))
        bearing += self.rng.choice((-1, 1)) * math.pi / 2 + self.rng.uniform(-0.2, 0.2)
        length = self.rng.uniform(longest * 0.4, longest)
        self._try(kind, curve(at, bearing, length, self.rng.uniform(-0.8, 0.8)), 27.0)

    def _try(self, kind: str, pairs: list[Pair], apart: float) -> None:
        line = LineString(rounded(pairs))
        start = min(32.0, line.length * 0.4)
        stop = line.length if kind in ("close", "lane") else line.length - start
        free = shapely.ops.substring(line, start, stop)
        if line.is_simple and self._inner.contains(free) and not self._near(free, apart):
            self._add(kind, line)

    # -- what stands ------------------------------------------------------------------------

    def _add(self, kind: str, line: LineString) -> None:
        self._lines.append(line)
        self.runs.append(Run(kind, line, face=self.index))

    def _near(
        self, line: LineString, apart: float, ends: Optional[tuple[Pair, Pair]] = None
    ) -> bool:
        others = [run.line for run in self.runs] if ends else self._lines
        return bool(others) and bool(shapely.dwithin(line, others, apart).any())

    def _host(self, kinds: tuple[str, ...], shortest: float) -> Optional[LineString]:
        hosts = [r.line for r in self.runs if r.kind in kinds and r.line.length > shortest]
        if "road" in kinds:
            hosts += [r for r in shapely.get_parts(self._edge) if r.length > shortest]
        return self.rng.choice(hosts) if hosts else None

    def _on_edge(self) -> Optional[Pair]:
        parts = [p for p in shapely.get_parts(self._edge) if p.length > 60]
        if not parts:
            return None
        part = self.rng.choices(parts, [p.length for p in parts])[0]
        place = part.interpolate(self.rng.uniform(25, part.length - 25))
        return (place.x, place.y)

    def _longest_edge(self) -> float:
        box = self.face.minimum_rotated_rectangle.exterior.coords
        a, b, c = box[0], box[1], box[2]
        long = (a, b) if math.dist(a, b) > math.dist(b, c) else (b, c)
        return math.atan2(long[1][1] - long[0][1], long[1][0] - long[0][0])

    def _hatch(self, bearing: float, gap: float) -> Iterator[LineString]:
        """Lines across the face along `bearing`, ending on its edge, not hugging its sides."""
        middle = self.face.centroid
        size = self.face.length
        base = [(middle.x - size, middle.y), (middle.x + size, middle.y)]
        for step in range(-40, 41):
            aside = step * gap + self.rng.uniform(-0.08, 0.08) * gap
            rule = affinity.rotate(
                LineString(beside(base, aside)), bearing, origin=middle, use_radians=True
            )
            for part in shapely.get_parts(rule.intersection(self.face)):
                if part.intersection(self._inner).length > 30:
                    yield LineString(rounded([p[:2] for p in part.coords]))


def joined(runs: list[Run]) -> list[Run]:
    """Give streets that meet a shared point, and drop what hangs loose from the town.

    In: runs whose ends lie on other runs to a few centimetres. Out: the same runs with a vertex,
    equal to the centimetre, in every line at every place where two of them meet.
    """
    lines = [run.line for run in runs]
    tree = shapely.STRtree(lines)
    extra: dict[int, set[Pair]] = {i: set() for i in range(len(runs))}
    links: dict[int, set[int]] = {i: set() for i in range(len(runs))}
    pairs = tree.query(lines, predicate="dwithin", distance=0.05)
    for i, j in zip(*(side.tolist() for side in pairs)):
        if i < j:
            for place in _meetings(lines[i], lines[j]):
                extra[i].add(place)
                extra[j].add(place)
                links[i].add(j)
                links[j].add(i)
    kept = _connected(links)
    return [
        Run(r.kind, _with_points(r.line, extra[i]), r.name, r.face)
        for i, r in enumerate(runs)
        if i in kept
    ]


def _meetings(a: LineString, b: LineString) -> set[Pair]:
    places = {
        (end[0], end[1])
        for line, other in ((a, b), (b, a))
        for end in (line.coords[0], line.coords[-1])
        if other.distance(Point(end)) < 0.05
    }
    crossing = a.intersection(b)
    for part in shapely.get_parts(crossing):
        if isinstance(part, Point) and all(math.dist((part.x, part.y), p) > 0.2 for p in places):
            places.add((round(part.x, 2), round(part.y, 2)))
    return places


def _with_points(line: LineString, places: set[Pair]) -> LineString:
    """Return `line` with a vertex at each of `places`, taking the place of one within 5 cm."""
    vertices = [(line.project(Point(p)), (p[0], p[1])) for p in line.coords]
    closed = line.is_ring
    if closed:
        vertices[-1] = (line.length, vertices[-1][1])
    for place in places:
        at = line.project(Point(place))
        near = [i for i, (_, v) in enumerate(vertices) if math.dist(v, place) < 0.06]
        if near:
            for i in near:
                vertices[i] = (vertices[i][0], place)
        else:
            vertices.append((at, place))
    vertices.sort(key=lambda item: item[0])
    return LineString(rounded([v for _, v in vertices]))


def _connected(links: dict[int, set[int]]) -> set[int]:
    """Return what can be reached from the first run, the High Street."""
    seen, todo = {0}, [0]
    while todo:
        for neighbour in links[todo.pop()] - seen:
            seen.add(neighbour)
            todo.append(neighbour)
    return seen


def dry(runs: list[Run], river: LineString) -> list[Run]:
    """Leave out lesser streets that would need a bridge: only the main roads cross the river."""
    main = ("high", "market", "core", "radial", "bypass", "inner")
    water = MultiLineString([river])
    return [r for r in runs if r.kind in main or not r.line.intersects(water)]
