"""The made-up town is a town: connected, named, numbered, the same for the same seed."""

import math
import random
from collections import Counter
from datetime import date

import pytest
from street_works.plugin.practice.made_up import works
from street_works.plugin.practice.town.gazetteer import FIRST_USRN, Town
from street_works.plugin.rules.category import category_of
from street_works.plugin.rules.notice import is_early_start
from street_works.plugin.trade.calendar import counted_day


@pytest.fixture(scope="module")
def town():
    return Town(1)


@pytest.mark.parametrize("seed", [1, 2, 3, 11, 2026])
def test_every_seed_makes_a_connected_town_of_some_hundred_streets(seed):
    streets = Town(seed).streets
    assert 300 <= len(streets) <= 480
    by_vertex: dict[tuple[float, float], set[int]] = {}
    for index, street in enumerate(streets):
        for place in street.line.coords:
            by_vertex.setdefault(place, set()).add(index)
    reached, todo = {0}, [0]
    links: dict[int, set[int]] = {}
    for together in by_vertex.values():
        for one in together:
            links.setdefault(one, set()).update(together)
    while todo:
        for other in links[todo.pop()] - reached:
            reached.add(other)
            todo.append(other)
    assert len(reached) == len(streets), "every street shares a vertex with the rest of the town"


def test_names_and_numbers_are_its_own(town):
    assert len({street.name for street in town.streets}) == len(town.streets)
    usrns = [street.usrn for street in town.streets]
    assert len(set(usrns)) == len(usrns)
    assert min(usrns) >= FIRST_USRN
    assert max(usrns) < 99_999_999


def test_it_has_the_parts_of_a_town(town):
    kinds = Counter(street.kind for street in town.streets)
    assert {"high", "market", "core", "radial", "bypass", "terrace", "drive", "industrial"} <= set(
        kinds
    )
    assert kinds["close"] > 60
    assert kinds["crescent"] > 25
    assert all(1 <= street.road_category <= 10 for street in town.streets)
    assert all(street.line.is_simple or street.kind == "core" for street in town.streets)


def test_only_main_roads_cross_the_river(town):
    crossing = {s.kind for s in town.streets if s.line.crosses(town.river)}
    assert crossing
    assert crossing <= {"high", "market", "core", "radial", "bypass", "inner"}


def test_some_streets_are_shared_by_two_authorities(town):
    shared = [street for street in town.streets if len(street.authorities) == 2]
    assert shared
    assert {code for code, _ in shared[0].authorities} == {"9810", "9820"}


def test_designations_have_times_periods_and_parts(town):
    found = [d for street in town.streets for d in street.designations]
    codes = {d["street_special_desig_code"] for d in found}
    assert {1, 2, 3, 8, 10, 16} <= codes
    timed = [d for d in found if d["street_special_desig_code"] == 2]
    assert all(d["special_desig_start_time"] < d["special_desig_end_time"] for d in timed)
    assert all(d["special_desig_periodicity_code"] for d in timed)
    partial = [d for d in found if not d["whole_road"]]
    assert partial
    assert all(d["asd_coordinate_geometry"]["type"] == "LineString" for d in partial)


def test_the_same_seed_makes_the_same_town_and_another_seed_another(town):
    again, other = Town(1), Town(2)
    assert again.streets == town.streets
    assert [s.line for s in other.streets] != [s.line for s in town.streets]


def test_streets_are_found_within_25_metres_and_no_further(town):
    street = next(s for s in town.streets if s.kind == "radial")
    end = street.line.coords[-1]
    before = street.line.coords[-2]
    length = math.dist(end, before)
    along = ((end[0] - before[0]) / length, (end[1] - before[1]) / length)
    inside = (end[0] + along[0] * 24.9, end[1] + along[1] * 24.9)
    outside = (end[0] + along[0] * 25.1, end[1] + along[1] * 25.1)
    assert street in town.near(*inside)
    assert street not in town.near(*outside)


def test_made_up_works_have_the_category_and_the_notice_that_their_days_give(town):
    today = date(2026, 6, 1)
    made = works.generate(random.Random(1), town, today)  # noqa: S311 - not for secrets
    early = 0
    for one in made:
        permit, answers = one.active, one.active.details
        start, end = permit.start.date(), permit.end.date()
        category = category_of(
            answers["work_type"], start, end, answers["is_ttro_required"],
            answers["immediate_risk"], today=today,
        )  # fmt: skip
        assert permit.category in (category, "major" if category == "paa" else category)
        counted = counted_day(permit.created, today)
        assert permit.is_early_start == is_early_start(permit.category, start, counted, today)
        early += permit.is_early_start
    assert 20 < early < len(made) / 4
