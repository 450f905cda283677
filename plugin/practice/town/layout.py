"""Where the streets of the made-up town run: an old core, roads to villages, the land between."""

import math
import random
from dataclasses import dataclass

from shapely import LineString, Polygon
from shapely.ops import polygonize, unary_union

from .lines import Pair, crooked, rounded

CENTRE: Pair = (471_000.0, 236_000.0)
RING_M = 1_150.0
REACH_M = 2_050.0


@dataclass(frozen=True)
class Run:
    """One street to be named: what kind it is, its name if it has one already, and its line."""

    kind: str
    line: LineString
    name: str = ""
    face: int = -1


@dataclass(frozen=True)
class Skeleton:
    """The main roads, the river, and the land between the roads that is built on."""

    roads: tuple[Run, ...]
    river: LineString
    faces: tuple[Polygon, ...]


def skeleton(rng: random.Random, villages: list[str]) -> Skeleton:
    """Lay out the core, the roads to `villages` (eight of them), the ring road and the river."""
    river = _line(
        [(-2600, -560), (-1700, -380), (-1000, -520), (-420, -330), (20, -345),
         (500, -430), (1000, -640), (1700, -610), (2600, -900)]
    )  # fmt: skip
    core = _core(rng)
    radials = _radials(rng, villages, core)
    roads = core + radials + _rings(rng)
    edge = _line(_circle(rng, RING_M * 1.42, 48))
    net = unary_union([run.line for run in roads] + [edge])
    faces: list[Polygon] = []
    for face in polygonize(net):
        dry = face.difference(river.buffer(28))
        faces.extend(p for p in getattr(dry, "geoms", [dry]) if p.area > 2_500)
    faces.sort(key=lambda p: (round(p.centroid.x), round(p.centroid.y)))
    return Skeleton(tuple(roads), river, tuple(faces))


def _line(local: list[Pair]) -> LineString:
    return LineString(rounded([(CENTRE[0] + e, CENTRE[1] + n) for e, n in local]))


def _core(rng: random.Random) -> list[Run]:
    def bent(*places: Pair) -> LineString:
        line = [places[0]]
        for a, b in zip(places, places[1:]):
            line += crooked(rng, a, b, bend=math.dist(a, b) * 0.05, step=35)[1:]
        return _line(line)

    market, west, south = (0.0, 0.0), (-66.0, 26.0), (-58.0, -30.0)
    corn, high = (118.0, 14.0), (330.0, 30.0)
    mill, bridge, church = (212.0, 6.0), (10.0, -255.0), (-200.0, -48.0)
    return [
        Run("high", bent(market, (60, 16), corn, mill, high), "High Street"),
        Run("market", _line([market, west, (-72, 0), south, market]), "Market Place"),
        Run("core", bent(south, (-120, -52), church, (-345, -20)), "Church Street"),
        Run("core", bent(market, (16, -90), (-4, -170), bridge), "Bridge Street"),
        Run("core", bent(west, (-58, 120), (-88, 215), (-66, 330)), "Sheep Street"),
        Run("core", bent(corn, (140, 110), (215, 200), (250, 290)), "Corn Street"),
        Run("core", bent(mill, (232, -70), (320, -165)), "Mill Street"),
        Run("core", bent(church, (-215, 70), (-290, 190)), "Priory Street"),
        Run("core", bent((-58, 120), (40, 112), (140, 110)), "Silver Street"),
        Run("core", bent((-215, 70), (-140, 98), (-58, 120)), "Cornhill"),
        Run("core", bent((16, -90), (120, -78), (232, -70)), "Back Lane"),
        Run("core", bent(south, (-60, -100), (-4, -170)), "Chapel Row"),
        Run("core", bent((-88, 215), (60, 190), (215, 200)), "Wheelwright Lane"),
    ]


def _radials(rng: random.Random, villages: list[str], core: list[Run]) -> list[Run]:
    ends = {run.name: run.line.coords[-1] for run in core}
    turn = rng.uniform(-4, 4)
    plan = [
        ("High Street", 4), ("Corn Street", 48), ("Sheep Street", 96), ("Priory Street", 142),
        ("Church Street", 181), ("Bridge Street", 232), ("Bridge Street", 283),
        ("Mill Street", -26),
    ]  # fmt: skip
    roads = []
    for (street, degrees), village in zip(plan, villages):
        angle = math.radians(degrees + turn + rng.uniform(-4, 4))
        start = (ends[street][0], ends[street][1])
        end = (
            CENTRE[0] + math.cos(angle) * REACH_M,
            CENTRE[1] + math.sin(angle) * REACH_M,
        )
        line = LineString(rounded(crooked(rng, start, end, bend=70, step=70)))
        roads.append(Run("radial", line, f"{village} Road"))
    return roads


def _circle(rng: random.Random, radius: float, points: int) -> list[Pair]:
    waves = [(rng.uniform(-0.05, 0.05), n, rng.uniform(0, 6)) for n in (2, 3, 5)]
    circle = []
    for i in range(points):
        angle = 2 * math.pi * i / points
        reach = radius * (1 + sum(a * math.sin(n * angle + p) for a, n, p in waves))
        circle.append((math.cos(angle) * reach * 1.12, math.sin(angle) * reach))
    return [*circle, circle[0]]


def _rings(rng: random.Random) -> list[Run]:
    """Lay the bypass and the old inner ring in named quarters that share their end points."""
    outer = ("Eastern Bypass", "Northern Way", "Western Avenue", "Southern Relief Road")
    inner = ("Cattle Market Road", "Queens Parade", "Hospital Road", "Riverside")
    runs = []
    for kind, radius, names in (("bypass", RING_M, outer), ("inner", RING_M * 0.55, inner)):
        circle = _circle(rng, radius, 64)[:-1]
        circle = circle[-8:] + circle[:-8]
        circle.append(circle[0])
        runs += [
            Run(kind, _line(circle[quarter * 16 : quarter * 16 + 17]), name)
            for quarter, name in enumerate(names)
        ]
    return runs
