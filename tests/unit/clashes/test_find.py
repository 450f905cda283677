"""Comparing many with many, and many with themselves."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point
from street_works.plugin.clashes.find import find
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf

DAY = date(2026, 6, 10)


def works(reference, x=0, start=DAY, end=DAY, **more):
    return Occupation(
        "works", reference, "", None if x is None else Point(x, 0), start, end, **more
    )


def pairs(ours, theirs, *rules):
    return [(one.ours.reference, one.other.reference) for one in find(ours, theirs, rules)]


def test_each_of_ours_with_each_of_theirs():
    ours = Shelf([works("A"), works("B", 100)])
    theirs = Shelf([works("C", 110), works("D", 10), works("A-2", works_reference="A")])
    assert pairs(ours, theirs, Near()) == [("A", "D"), ("B", "C")]


def test_of_one_shelf_each_pair_comes_once_in_its_order():
    shelf = Shelf([works("C"), works("A", 1), works("B", 2), works("C-2", works_reference="C")])
    assert pairs(shelf, shelf, Near()) == [
        ("C", "A"),
        ("C", "B"),
        ("A", "B"),
        ("A", "C-2"),
        ("B", "C-2"),
    ]


def test_each_rule_speaks_of_a_pair_in_the_order_of_the_rules():
    shelf = Shelf([works("A"), works("B", 3)])
    found = list(find(shelf, shelf, [Near(within_m=2), Near(within_m=3), Near(within_m=5)]))
    assert [one.rule.within_m for one in found] == [3, 5]
    assert found[0].why == "3 m apart, 1 day in common (10 Jun 2026)"


def test_what_cannot_be_compared_stands_on_its_side():
    ours, theirs = Shelf([works("A"), works("X", None)]), Shelf([works("Y", None)])
    told = [
        (one.occupation.reference, one.is_ours) for one in find(ours, theirs, [Near()]).unusable
    ]
    assert told == [("X", True), ("Y", False)]
    assert len(find(ours, ours, [Near()]).unusable) == 1


def test_nothing_meets_nothing():
    empty = Shelf([])
    assert list(find(empty, Shelf([works("A")]), [Near()])) == []
    assert list(find(Shelf([works("A")]), empty, [Near()])) == []
    assert list(find(empty, empty, [])) == []


PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 28), st.integers(0, 5)), max_size=15)


@settings(max_examples=100)
@given(PLACES)
def test_of_one_shelf_the_same_is_found_as_pair_by_pair(places):
    every = [
        works(str(n), x, date(2026, 6, day), date(2026, 6, min(30, day + length)))
        for n, (x, day, length) in enumerate(places)
    ]
    shelf, rule = Shelf(every), Near(within_m=10, margin_days=2)
    wanted = {}
    for n, one in enumerate(every):
        for other in every[n + 1 :]:
            if one.shape.distance(other.shape) <= 10:
                gap = max((other.start - one.end).days, (one.start - other.end).days)
                if gap <= 2:
                    grade = Grade.CLASH if gap <= 0 else Grade.OPPORTUNITY
                    wanted[one.reference, other.reference] = (grade, max(gap, 0))
    found = find(shelf, shelf, [rule])
    assert {
        (one.ours.reference, one.other.reference): (one.grade, one.pair.gap) for one in found
    } == wanted
    measured = found.measured()
    assert [one.pair.distance_m for one in found] == measured.distance_m.tolist()
