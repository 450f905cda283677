"""What goes on in the town around today: activities, forward plans, the limits of the HS2 act."""

import random
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Any

import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from ..people.organisations import BY_CODE, HAS_WORKS
from ..records import Activity, ForwardPlan, Place, Works
from ..town.gazetteer import Street, Town
from ..town.layout import CENTRE, REACH_M
from ..town.lines import Pair, beside, rounded
from ..town.names import TOWN
from .past import with_history

_KINDS = (
    ("skips", 60, 14, "Builder's skip outside number {n}"),
    ("scaffolding", 52, 45, "Scaffold on the front of number {n}"),
    ("hoarding", 24, 90, "Hoarding around the building site"),
    ("crane_mobile_platform", 20, 2, "Mobile platform for roof repairs"),
    ("event", 26, 1, "Street fair and procession"),
    ("section50", 26, 10, "Private sewer connection at number {n}"),
    ("section58", 18, 365, "Restriction after resurfacing"),
    ("compound", 18, 60, "Site compound in the lay-by"),
    ("other", 6, 7, "Film crew"),
)
_DESCRIPTIONS = (
    "Replace the main along the whole street", "Reinforce the network for new homes",
    "Lay ducts for fibre", "Renew the sewer", "Rebuild the junction and footways",
)  # fmt: skip


def midnight(day: date) -> datetime:
    """Return the day as the contract writes it: midnight UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


def place_of(street: Street, which: int = 0) -> Place:
    """Return the place record of `street` under its primary notice authority number `which`."""
    code = street.authorities[which][0]
    return Place(
        usrn=street.usrn,
        street=street.name,
        area=street.area,
        town=TOWN.upper(),
        road_category=street.road_category,
        authority_swa_code=code,
        authority=BY_CODE[code].name,
    )


class Streets:
    """Draws streets at random, the long and the busy ones more often, and pieces along them."""

    def __init__(self, rng: random.Random, town: Town) -> None:
        self._rng = rng
        busy = {"radial": 0.7, "bypass": 0.6, "high": 4.0, "core": 2.5, "market": 4.0, "inner": 1.6}
        weights = [s.line.length * busy.get(s.kind, 1.0) for s in town.streets]
        self.draw = partial(self._rng.choices, town.streets, weights)

    def extent(self, street: Street, longest: float) -> BaseGeometry:
        """Return a point, a line or a narrow polygon beside the centre line of `street`."""
        rng, line = self._rng, street.line
        side = rng.choice((-1, 1)) * rng.uniform(1.5, 4.5)
        length = min(line.length - 1, max(4.0, longest))
        start = rng.uniform(0, line.length - length)
        piece: list[Pair] = [(p[0], p[1]) for p in substring(line, start, start + length).coords]
        along = rounded(beside(piece, side))
        shape = rng.random()
        if shape < 0.3 or len(along) < 2:
            return Point(along[0])
        if shape < 0.75:
            return LineString(along)
        strip = rounded([*along, *reversed(beside(piece, side + rng.choice((-1, 1)) * 1.6))])
        polygon = Polygon(strip)
        return polygon if polygon.is_valid and polygon.area > 1 else LineString(along)


def activities(rng: random.Random, town: Town, today: date) -> list[Activity]:
    """Return about 250 activities, most of them around `today`."""
    streets = Streets(rng, town)
    made = []
    numbers: dict[str, int] = {}
    for kind, count, days, text in _KINDS:
        for _ in range(count):
            street = streets.draw()[0]
            place = place_of(street)
            start = today + timedelta(days=rng.randint(-days - 10, 75))
            code = place.authority_swa_code
            numbers[code] = numbers.get(code, 0) + 1
            made.append(
                Activity(
                    reference=f"ARN-{code}-{numbers[code]:03d}",
                    name=kind.replace("_", " ").capitalize(),
                    kind=kind,
                    where=text.format(n=rng.randint(1, 120)),
                    place=place,
                    geometry=streets.extent(street, 400 if kind == "section58" else 18),
                    start=midnight(start),
                    end=midnight(
                        start + timedelta(days=max(0, days + rng.randint(-days // 3, days // 3)))
                    ),
                    cancelled=rng.random() < 0.05,
                )
            )
    return made


def forward_plans(rng: random.Random, town: Town, today: date) -> list[Works]:
    """Return about 120 works that are planned far ahead, most of their forward plans raised."""
    streets = Streets(rng, town)
    return [_planned(rng, streets, number, today) for number in range(120)]


def _planned(rng: random.Random, streets: Streets, number: int, today: date) -> Works:
    street = streets.draw()[0]
    promoter = rng.choice(HAS_WORKS)
    start = today + timedelta(days=rng.randint(3, 330))
    status = rng.choices(("raised", "cancelled"), (92, 8))[0]
    created = midnight(today - timedelta(days=rng.randint(5, 200))) + timedelta(hours=10)
    reference = f"{promoter.prefix}002{70_000_000 + number * 37}"
    plan = ForwardPlan(
        reference=f"{reference}-FP-01",
        status=status,
        start=midnight(start),
        end=midnight(start + timedelta(days=rng.randint(14, 120))),
        description=rng.choice(_DESCRIPTIONS),
        where=f"The length of {street.name.title()}",
        created=created,
        cancelled_reason="No longer needed" if status == "cancelled" else None,
    )
    works = Works(
        reference=reference,
        workstream="002",
        promoter_swa_code=promoter.swa_code,
        promoter=promoter.name,
        place=place_of(street),
        geometry=streets.extent(street, rng.uniform(60, 500)),
        status="cancelled" if status == "cancelled" else "planned",
        created=created,
        forward_plan=plan,
    )
    return with_history(works)


def hs2_limits(town: Town) -> list[Polygon]:
    """Return the limits of the HS2 act: a strip across the north-west corner, in pieces."""
    east, north = CENTRE
    axis = LineString(
        [(east - REACH_M * 1.3, north + 300), (east - 1100, north + 950),
         (east - 350, north + 1550), (east + 300, north + REACH_M * 1.25)]
    )  # fmt: skip
    pieces = []
    count = 6
    for i in range(count):
        part = substring(axis, i / count, (i + 1) / count, normalized=True)
        strip = part.buffer(45 + 12 * (i % 3), cap_style="flat")
        pieces.append(shapely.set_precision(strip, 0.01))
    return pieces


def centre(geometry: BaseGeometry) -> dict[str, Any]:
    """Return a GeoJSON point that lies on the shape (EPSG:27700)."""
    if geometry.geom_type == "LineString":
        point = geometry.interpolate(0.5, normalized=True)
    else:
        point = geometry.representative_point()
    return {"type": "Point", "coordinates": [round(point.x, 2), round(point.y, 2)]}
