"""Works over Greater London as a register might hold them: clustered, along streets, of all sizes.

Nothing here is real. The same seed gives the same works, whatever else was drawn before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.plugin.trade.vocabulary.works import Category

AREA = (503000.0, 155000.0, 562000.0, 201000.0)
"""West, south, east, north in EPSG:27700, metres."""
FIRST_DAY = date(2026, 3, 2)
FORTNIGHT = (date(2026, 3, 23), date(2026, 4, 5))
_MIDDLE, _REACH = (531000.0, 180500.0), (13500.0, 10500.0)
_STARTS_WITHIN = 60
_PROMOTERS = (
    ("Thames Valley Water", "7001", 0.31),
    ("Capital Gas Networks", "7002", 0.19),
    ("London Power Lines", "7003", 0.16),
    ("Metro Fibre", "7004", 0.18),
    ("Borough Highways", "7005", 0.16),
)
_CATEGORIES = (
    ("minor", 0.55),
    (Category.IMMEDIATE_URGENT, 0.18),
    ("standard", 0.15),
    ("major", 0.12),
)
_TRAFFIC = (
    (TrafficManagement.NO_CARRIAGEWAY_INCURSION, 0.42),
    (TrafficManagement.SOME_CARRIAGEWAY_INCURSION, 0.25),
    (TrafficManagement.GIVE_AND_TAKE, 0.15),
    (TrafficManagement.MULTI_WAY_SIGNALS, 0.12),
    (TrafficManagement.ROAD_CLOSURE, 0.06),
)
_STREETS = ("High Street", "Church Road", "Mill Lane", "Station Road", "Park Avenue", "King's Way")


@dataclass(frozen=True)
class LondonWorks:
    """One works: who, where (EPSG:27700) and from which day to which, both included."""

    reference: str
    promoter: str
    promoter_swa_code: str
    street: str
    usrn: int
    category: str
    traffic_management: str
    geometry: BaseGeometry
    start: date
    end: date


@dataclass(frozen=True)
class _Centre:
    """A place where works gather: its middle, its reach in metres, and how its streets run."""

    easting: float
    northing: float
    reach: float
    angle: float
    weight: float


def works(count: int = 20_000, seed: int = 1, first_day: date = FIRST_DAY) -> list[LondonWorks]:
    """Return `count` works whose starts lie within two months from `first_day`."""
    rng = np.random.default_rng(seed)
    places = list(_places(count, rng))
    lengths = np.clip(rng.lognormal(np.log(4.0), 1.0, count), 1, 90).astype(int)
    starts = rng.integers(0, _STARTS_WITHIN, count)
    who = rng.choice(len(_PROMOTERS), count, p=[share for *_, share in _PROMOTERS])
    categories = rng.choice([n for n, _ in _CATEGORIES], count, p=[p for _, p in _CATEGORIES])
    traffic = rng.choice([n for n, _ in _TRAFFIC], count, p=[p for _, p in _TRAFFIC])
    return [
        LondonWorks(
            reference=f"LW{seed:02d}{number:08d}",
            promoter=_PROMOTERS[who[number]][0],
            promoter_swa_code=_PROMOTERS[who[number]][1],
            street=_STREETS[street % len(_STREETS)],
            usrn=20_000_000 + street,
            category=str(categories[number]),
            traffic_management=str(traffic[number]),
            geometry=shape,
            start=first_day + timedelta(days=int(starts[number])),
            end=first_day + timedelta(days=int(starts[number] + lengths[number] - 1)),
        )
        for number, (shape, street) in enumerate(places)
    ]


def _places(count: int, rng: np.random.Generator) -> Iterator[tuple[BaseGeometry, int]]:
    """Give a shape and the number of its street, `count` times."""
    centres = [*_towns(rng, 350), *_dense_spots(rng, 10)]
    weights = np.array([centre.weight for centre in centres])
    picks = rng.choice(len(centres), count, p=weights / weights.sum())
    background = rng.random(count) < 0.07
    for pick, anywhere in zip(picks, background):
        if anywhere:
            west, south, east, north = AREA
            easting, northing = rng.uniform(west, east), rng.uniform(south, north)
            angle, street = rng.uniform(0, np.pi), int(rng.integers(100_000, 200_000))
        else:
            easting, northing, angle, street = _on_a_street(centres[pick], int(pick), rng)
        yield _shape(easting, northing, angle, rng), street


def _towns(rng: np.random.Generator, count: int) -> Iterator[_Centre]:
    west, south, east, north = AREA
    while count:
        easting = rng.normal(_MIDDLE[0], _REACH[0])
        northing = rng.normal(_MIDDLE[1], _REACH[1])
        if not (west + 500 < easting < east - 500 and south + 500 < northing < north - 500):
            continue
        count -= 1
        reach = float(np.clip(rng.lognormal(np.log(900.0), 0.6), 200, 4000))
        weight = rng.lognormal(0.0, 1.0) * (reach / 900) ** 1.5
        yield _Centre(easting, northing, reach, rng.uniform(0, np.pi), weight)


def _dense_spots(rng: np.random.Generator, count: int) -> Iterator[_Centre]:
    """Give places a few streets wide where works crowd, such as a stretch that is rebuilt."""
    for _ in range(count):
        easting, northing = rng.normal(_MIDDLE[0], 6000.0), rng.normal(_MIDDLE[1], 5000.0)
        yield _Centre(easting, northing, rng.uniform(50, 160), 0.3, rng.uniform(4.0, 20.0))


def _on_a_street(
    centre: _Centre, number: int, rng: np.random.Generator
) -> tuple[float, float, float, int]:
    """Return a place on one of a centre's streets, how the street runs there, and its number."""
    along, across = rng.normal(0, centre.reach, 2)
    gap = max(60.0, centre.reach / 6)
    line = round(across / gap)
    across = line * gap + rng.normal(0, 3)
    turned = bool(rng.random() < 0.4)
    if turned:
        along, across = across, along
    cos, sin = np.cos(centre.angle), np.sin(centre.angle)
    easting = centre.easting + along * cos - across * sin
    northing = centre.northing + along * sin + across * cos
    west, south, east, north = AREA
    angle = centre.angle + (np.pi / 2 if turned else 0)
    street = number * 100 + 50 + int(np.clip(line, -24, 24)) * 2 + turned
    return (
        float(np.clip(easting, west, east)),
        float(np.clip(northing, south, north)),
        angle,
        street,
    )


def _shape(easting: float, northing: float, angle: float, rng: np.random.Generator) -> BaseGeometry:
    """Return a point, a line or an area along the street, of the size that works have."""
    kind = rng.random()
    length = float(np.clip(rng.lognormal(np.log(15.0), 0.9), 2, 400))
    width = float(rng.uniform(1.0, 6.0))
    forward = length / 2 * np.array([np.cos(angle), np.sin(angle)])
    aside = width / 2 * np.array([-np.sin(angle), np.cos(angle)])
    middle = np.array([easting, northing])
    if kind < 0.35:
        return shapely.Point(np.round(middle, 2))
    if kind < 0.7:
        bend = middle + aside * rng.uniform(-1, 1)
        return shapely.LineString(np.round([middle - forward, bend, middle + forward], 2))
    corners = [-forward - aside, forward - aside, forward + aside, -forward + aside]
    return shapely.Polygon(np.round([middle + corner for corner in corners], 2))
