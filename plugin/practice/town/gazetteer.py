"""The town's gazetteer: every street with its number, authorities, designations and line."""

import math
import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import shapely
from shapely import LineString

from ...rules.asd import TRAFFIC_SENSITIVE
from . import estates
from .designations import designate
from .layout import CENTRE, Run, skeleton
from .names import AREAS, CORE, TOWN, VILLAGES, Names

FIRST_USRN = 99_400_101
"""USRNs from here up are made up: the numbers in use in England are far smaller."""

COUNTY_BOUNDARY_M = 1_420.0
"""The neighbouring county begins this far east of the market place."""

NEAR_M = 25.0

_ROAD_CATEGORY = {"bypass": 1, "radial": 2, "inner": 2, "high": 3, "market": 3, "industrial": 3}
_DRIVES = {"drive": 3}


@dataclass(frozen=True)
class Street:
    """One street of the gazetteer; geometry in EPSG:27700, metres.

    `usrn` identifies it; `road_category` is its reinstatement type; `line` is its centre line;
    `authorities` are the SWA codes of its primary notice authorities, with where each one is so;
    `designations` are the additional special designations as the Street Lookup API sends them.
    """

    usrn: int
    name: str
    area: str
    kind: str
    road_category: int
    line: LineString
    authorities: tuple[tuple[str, str], ...]
    interests: tuple[tuple[str, str], ...]
    designations: tuple[dict[str, Any], ...]

    @property
    def traffic_sensitive(self) -> bool:
        """Whether any part of it is traffic-sensitive at any time."""
        return any(d["street_special_desig_code"] == TRAFFIC_SENSITIVE for d in self.designations)


class Town:
    """All streets of the town made from one seed; the same seed gives the same town."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)  # noqa: S311 - made up: no secret # nosec B311
        villages = list(VILLAGES)
        rng.shuffle(villages)
        plan = skeleton(rng, villages)
        runs = estates.dry([*plan.roads, *estates.build(rng, plan)], plan.river)
        self.river = plan.river
        self.streets = _named(rng, estates.joined(runs))
        self.by_usrn = {street.usrn: street for street in self.streets}
        self._lines = [street.line for street in self.streets]
        self._tree = shapely.STRtree(self._lines)
        low_e, low_n, high_e, high_n = shapely.total_bounds(self._lines)
        self.bounds = (float(low_e), float(low_n), float(high_e), float(high_n))

    def near(self, easting: float, northing: float) -> list[Street]:
        """Return the streets within 25 m of a point, the nearest first."""
        place = shapely.Point(easting, northing)
        found = self._tree.query(place, predicate="dwithin", distance=NEAR_M).tolist()
        return [
            self.streets[i] for i in sorted(found, key=lambda i: self._lines[i].distance(place))
        ]

    def search(self, query: str) -> list[Street]:
        """Return the streets whose name, area and town hold every word of `query`."""
        words = query.lower().split()
        return [
            street
            for street in self.streets
            if words and all(w in f"{street.name} {street.area} {TOWN}".lower() for w in words)
        ]


@lru_cache(maxsize=1)
def town_of(seed: int) -> Town:
    """Return the town of a seed; nothing changes it, so that services can share it."""
    return Town(seed)


def _named(rng: random.Random, runs: list[Run]) -> tuple[Street, ...]:
    names = Names(rng)
    core = list(CORE)
    streets = []
    for index, run in enumerate(runs):
        if run.name:
            name = names.take(run.name)
        elif run.kind == "core":
            name = names.take(core[index % len(core)])
        else:
            name = names.invent(run.kind, str(run.face))
        streets.append(_street(rng, FIRST_USRN + index, name, run))
    return tuple(streets)


def _street(rng: random.Random, usrn: int, name: str, run: Run) -> Street:
    category = _ROAD_CATEGORY.get(run.kind) or _DRIVES.get(run.kind, 4)
    return Street(
        usrn=usrn,
        name=name.upper(),
        area=_area(run.line),
        kind=run.kind,
        road_category=category,
        line=run.line,
        authorities=_authorities(run.line),
        interests=_interests(run),
        designations=designate(rng, run.kind, run.name, run.line),
    )


def _area(line: LineString) -> str:
    middle = line.interpolate(0.5, normalized=True)
    east, north = middle.x - CENTRE[0], middle.y - CENTRE[1]
    if math.hypot(east, north) < 300:
        return AREAS[0].upper()
    sector = int((math.degrees(math.atan2(north, east)) % 360) // (360 / (len(AREAS) - 1)))
    return AREAS[1 + sector].upper()


def _authorities(line: LineString) -> tuple[tuple[str, str], ...]:
    west, _, east, _ = line.bounds
    boundary = CENTRE[0] + COUNTY_BOUNDARY_M
    if east < boundary:
        return (("9810", "Whole street"),)
    if west > boundary:
        return (("9820", "Whole street"),)
    return (
        ("9810", "From its western end to the county boundary"),
        ("9820", "From the county boundary to its eastern end"),
    )


def _interests(run: Run) -> tuple[tuple[str, str], ...]:
    if run.kind in ("high", "market", "core"):
        return ((f"{TOWN.upper()} DISTRICT COUNCIL", "Market days and events"),)
    if run.kind == "radial":
        return (("MIDVALE BUSES", "Bus stops and priority measures"),)
    return ()
