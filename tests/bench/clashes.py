"""What finding clashes costs: for one extent, for a programme, on other days; and its memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import shapely
from street_works.plugin.clashes.occupation import Occupation, street_keys
from street_works.plugin.clashes.rules import usual
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.windows import starts, windows
from street_works.plugin.trade.kinds import WORKS
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.bench.measures import Measure, measure, milliseconds
from street_works.tools import application

SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "finding_clashes.py"
CANDIDATES, WEEKS = 1_000, 26
WINDOWS_MS = 20.0
TODAY = date(2026, 3, 2)


def measures() -> list[Measure]:
    """Time, and memory, beside QGIS's own algorithms; milliseconds for other days."""
    return [*_beside_qgis(), _other_days()]


def _beside_qgis() -> Iterator[Measure]:
    found = application.run(SCRIPT, {}, timeout=600)
    one, many = found["one"], found["many"]
    name = "clashes: one extent against 100000 works"
    theirs = "native:extractbylocation, in space only, its index kept"
    yield measure(f"{name}, in space and days", "ms", one["near"], one["theirs"], theirs)
    yield measure(f"{name}, every rule", "ms", one["every"], one["theirs"], theirs)
    name = f"clashes: 10000 planned against 100000 works ({many['pairs']} pairs)"
    theirs = "native:joinattributesbylocation and a filter on dates"
    yield measure(name, "s", many["ours"], many["theirs"], theirs)
    name = "clashes: 100000 works put on a shelf"
    theirs = "QGIS's memory layer with its index"
    yield measure(name, "s", found["our_time"], found["their_time"], theirs)
    name = "clashes: memory for 100000 works on a shelf"
    yield measure(name, "MB", found["our_megabytes"], found["their_megabytes"], theirs)


def _other_days() -> Measure:
    """Measure half a year of starts, with every candidate on the extent on some of the days."""
    chance = np.random.default_rng(1)
    extent = shapely.box(530_000, 180_000, 530_060, 180_010)
    first = chance.integers(0, 7 * WEEKS, CANDIDATES).tolist()
    lengths = np.clip(chance.lognormal(np.log(4.0), 1.0, CANDIDATES), 1, 90).astype(int).tolist()
    places = chance.uniform((530_000, 179_990), (530_060, 180_020), (CANDIDATES, 2))
    ours = Occupation(
        WORKS,
        "ours",
        "",
        extent,
        TODAY,
        TODAY,
        traffic=TrafficManagement.ROAD_CLOSURE,
        streets=street_keys(20_501_916),
    )
    others = Shelf(
        replace(
            ours,
            reference=f"W{number}",
            shape=place,
            start=TODAY + timedelta(begun),
            end=TODAY + timedelta(begun + length - 1),
        )
        for number, (place, begun, length) in enumerate(zip(shapely.points(places), first, lengths))
    )
    tries = starts(10, TODAY, TODAY + timedelta(weeks=WEEKS), TODAY)
    value = milliseconds(lambda: windows(ours, others, usual(), tries), 30)
    name = f"clashes: windows over {WEEKS} weeks against {CANDIDATES} works, every rule"
    return measure(name, "ms", value, WINDOWS_MS, "what may go unnoticed")
