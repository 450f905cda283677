"""Mends do not hang on the version of shapely, are sound, and move no more than they say.

The checksums were written down once; `make shapely` runs this with several versions.
"""

import math
import random
import zlib
from collections import Counter
from functools import cache

import pytest
import shapely
from street_works.plugin.extents import Drawing, examine, mend
from street_works.plugin.extents.apart import parts
from street_works.tests.rounds import rounds

GRID = "EPSG:27700"
EAST, NORTH = 430000, 330000
BETWEEN_M = rounds(50, full=5) / 100  # of places on an edge that are measured


def _places(chance, count, step):
    def one():
        return round(chance.randrange(0, int(24 / step) + 1) * step, 2)

    return [(EAST + one(), NORTH + one()) for _ in range(count)]


def crossing(chance):
    """Outlines that cross themselves as they like, on coarse places or fine ones."""
    return shapely.Polygon(_places(chance, chance.randrange(3, 12), chance.choice([2, 0.01])))


def holed(chance):
    outline = [(EAST, NORTH), (EAST + 24, NORTH), (EAST + 24, NORTH + 24), (EAST, NORTH + 24)]
    holes = [_places(chance, 3, chance.choice([2, 0.01])) for _ in range(chance.randrange(1, 6))]
    return shapely.Polygon(outline, holes)


def grouped(chance):
    return shapely.MultiPolygon([crossing(chance) for _ in range(3)])


def wavy(chance):
    """An outline of more points than are needed."""
    turns = [2 * math.pi * number / 1500 for number in range(1500)]
    radii = [60 + chance.uniform(-0.03, 0.03) for _ in turns]
    return shapely.Polygon(
        [
            (round(EAST + r * math.cos(turn), 2), round(NORTH + r * math.sin(turn), 2))
            for r, turn in zip(radii, turns)
        ]
    )


CASES = [
    (crossing, 400, 2119279181),
    (holed, 400, 3799850758),
    (grouped, 200, 1228110746),
    (wavy, 6, 2568406448),
]


@cache
def outcomes(make, count):
    """Return what came of each mend: its rule, the shape before, and the mended one."""
    chance = random.Random(14)  # noqa: S311
    examined = [examine(Drawing(make(chance).wkt, GRID)) for _ in range(count)]
    return [
        (said.rule, before.extent.geometry, mend(before, said.rule))
        for before in examined
        for said in before.findings
        if said.mend is not None
    ]


@pytest.mark.parametrize(("make", "count", "checksum"), CASES)
def test_every_version_of_shapely_makes_the_same_of_a_shape(make, count, checksum, tell):
    found, counts = 0, Counter()
    for rule, _, mended in outcomes(make, count):
        made = mended.examined.extent.geometry.normalize().wkt
        told = f"{rule} {made} {mended.area_change_m2:.2f}"
        found = zlib.crc32(told.encode(), found)
        counts[rule] += 1
    tell(f"shapely {shapely.__version__}: {dict(counts)}")
    assert found == checksum


@pytest.mark.parametrize(("make", "count", "_checksum"), CASES)
def test_a_mend_is_sound_and_moves_nothing_further_than_it_says(make, count, _checksum):
    for rule, before, mended in outcomes(make, count):
        after = mended.examined.extent.geometry
        assert after.is_valid, rule
        assert after.geom_type == "Polygon", rule
        moved = max(_furthest(before, after), _furthest(after, before))
        assert moved <= mended.largest_move_m + 1e-9, (rule, before.wkt)


def _furthest(one, other):
    """Give how far corners of one shape, and places between them, are from the other's edges."""
    there = shapely.multilinestrings(_rings(other))
    dense = shapely.segmentize(_rings(one), BETWEEN_M)
    shapely.prepare(there)
    return float(shapely.distance(shapely.points(shapely.get_coordinates(dense)), there).max())


def _rings(shape):
    rings = shapely.get_rings(parts(shape))
    return rings[shapely.length(rings) > 0]
