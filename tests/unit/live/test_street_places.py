"""Where to ask for streets, and that nothing of a view is left out."""

import numpy as np
import shapely
from street_works.plugin.live.plan.cells import REACH_M, Cell, cells_at, cells_in
from street_works.plugin.live.plan.street_places import StreetPlaces
from street_works.plugin.practice.town.gazetteer import NEAR_M, town_of
from street_works.plugin.trade.box import Box

VIEW = Box(470_700, 235_800, 471_100, 236_050)
EDGE_OF_TOWN = Box(471_700, 235_700, 472_500, 236_500)


def test_questions_in_all_cells_of_a_view_leave_no_place_out() -> None:
    told = shapely.unary_union([shapely.Point(one.middle).buffer(25, 64) for one in cells_in(VIEW)])
    assert told.contains(shapely.box(*VIEW))


def test_a_position_is_in_the_cell_whose_middle_is_nearest() -> None:
    places = np.random.default_rng(3).uniform(VIEW[:2], VIEW[2:], (300, 2))
    middles = np.array([one.middle for one in cells_in(VIEW)])
    for place in places:
        ((cell),) = cells_at(place)
        nearest = middles[np.hypot(*(middles - place).T).argmin()]
        assert cell.middle == tuple(nearest)
        assert np.hypot(*(cell.middle - place)) <= REACH_M + 0.01


def test_streets_lead_to_streets_and_in_the_end_all_of_the_view_was_asked_once() -> None:
    town, places = town_of(1), StreetPlaces(EDGE_OF_TOWN, set())
    inside = {one.usrn for one in town.streets if one.line.intersects(shapely.box(*EDGE_OF_TOWN))}
    whole, early = places.left, 0
    asked: list[Cell] = []
    found: set[int] = set()
    while (cell := places.next()) is not None:
        asked.append(cell)
        new = [one for one in town.near(*cell.middle) if one.usrn not in found]
        found.update(one.usrn for one in new)
        places.learn(one.line for one in new)
        early = len(found & inside) if places.left >= whole / 2 else early
    assert sorted(asked) == sorted(cells_in(EDGE_OF_TOWN))
    assert inside <= found
    assert early > 0.9 * len(inside), "half the questions find nearly all streets"
    assert NEAR_M > REACH_M


def test_what_is_known_is_not_asked_again_and_works_come_before_empty_ground() -> None:
    known = set(cells_in(VIEW)[5:])
    works = np.array([cells_in(VIEW)[3].middle, cells_in(VIEW)[7].middle])
    places = StreetPlaces(VIEW, known, works)
    asked = [places.next() for _ in range(5)]
    assert asked[0] == cells_in(VIEW)[3]
    assert set(asked) == set(cells_in(VIEW)[:5])
    assert (places.next(), places.left) == (None, 0)
