"""What is expected of ground, by what was learnt."""

import numpy as np
import pytest
from street_works.plugin.live.plan.density import Density
from street_works.plugin.live.plan.places import bounds_of, middle_inside
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.records.on_map import Geometry, MapRecord

GROUND = Box(0, 0, 1000, 1000)
BESIDE = Box(1000, 0, 2000, 1000)


def points(*places):
    rows = [(east, north, east, north) for east, north in places]
    return np.array(rows, dtype=float).reshape(-1, 4)


def many(count, box):
    rng = np.random.default_rng(1)
    east = rng.uniform(box.min_easting, box.max_easting, count)
    north = rng.uniform(box.min_northing, box.max_northing, count)
    return np.column_stack([east, north, east, north])


def test_nothing_known_expects_nothing():
    assert Density().empty
    assert Density().estimate(GROUND) == 0


def test_known_ground_holds_what_was_there():
    density = Density(points((10, 10), (500, 500), (1500, 500)), [GROUND, BESIDE])
    assert not density.empty
    assert density.estimate(GROUND) == 2
    assert density.estimate(Box(0, 0, 2000, 1000)) == 3


def test_features_on_a_border_count_on_both_sides():
    density = Density([(990, 10, 1010, 10)], [GROUND, BESIDE])
    assert (density.estimate(GROUND), density.estimate(BESIDE)) == (1, 1)


def test_unknown_ground_is_judged_by_its_neighbours():
    thin, dense = Density(), Density()
    thin.came(GROUND, many(5, GROUND))
    dense.came(GROUND, many(80, GROUND))
    assert 0 < thin.estimate(BESIDE) < dense.estimate(BESIDE) < 100


def test_known_and_unknown_ground_add_up():
    density = Density(many(50, GROUND), [GROUND])
    both = density.estimate(Box(0, 0, 2000, 1000))
    assert 50 < both < 110


def test_a_refused_box_says_so_of_all_around_it():
    density = Density()
    density.overflowed(GROUND)
    assert density.must_overflow(GROUND.grown(1))
    assert not density.must_overflow(BESIDE)
    assert density.estimate(GROUND) > 100


def test_what_came_of_a_refused_box_leaves_less_for_the_rest():
    density = Density()
    density.overflowed(GROUND)
    west, east = GROUND.cut(0, 500)
    density.came(BESIDE, points())
    before = density.estimate(east)
    density.came(west, many(95, west))
    assert density.estimate(east) != before
    density.came(east, many(20, east))
    assert not density.must_overflow(GROUND)


def test_growth_is_learnt():
    density = Density(many(100, GROUND), [GROUND], growth=1.0)
    density.came(GROUND, many(200, GROUND))
    assert 1.5 < density.growth < 2.0


@pytest.mark.parametrize("box", [Box(5, 5, 5, 5), Box(0, 5, 1000, 5)])
def test_boxes_without_area(box):
    density = Density(many(10, GROUND))
    density.overflowed(box)
    density.came(box, points((5, 5)))
    assert density.estimate(box) >= 0


def record(coordinates):
    return MapRecord("works", Geometry("Polygon", coordinates))


def test_bounds_of_records():
    ring = [[0.0, 0.0], [4.0, 0.0], [4.0, 3.0], [0.0, 0.0]]
    shapes = [[1.0, 2.0], [[1.0, 5.0], [3.0, 2.0]], [ring], [[ring]]]
    assert bounds_of(map(record, shapes)).tolist() == [
        [1, 2, 1, 2], [1, 2, 3, 5], [0, 0, 4, 3], [0, 0, 4, 3]
    ]  # fmt: skip


def test_a_shape_of_several_has_the_bounds_of_all():
    parts = (Geometry("Point", [1.0, 5.0]), Geometry("LineString", [[3.0, 2.0], [2.0, 9.0]]))
    several = MapRecord("works", Geometry("GeometryCollection", geometries=parts))
    assert bounds_of([several]).tolist() == [[1, 2, 3, 9]]


def test_records_without_a_shape_have_no_bounds():
    odd = [None, [], [[]], ["a", "b"], [1.0], [float("nan"), 1.0]]
    bounds = bounds_of([*map(record, odd), MapRecord("works", None)])
    assert bounds.shape == (0, 4)


def test_a_middle_on_a_common_side_is_in_one_box():
    on_it = points((1000, 500))
    assert [middle_inside(box, on_it).tolist() for box in (GROUND, BESIDE)] == [[False], [True]]
