"""A programme of works: compared part by part, counted, and moved to the first free days."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import numpy as np
import pytest
from shapely.geometry import Point
from street_works.plugin.clashes.find import find
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.programme import Tally, among, first_free, with_others
from street_works.plugin.clashes.rules import usual
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.trade.days import Days

NOW = datetime(2026, 12, 1, 9, tzinfo=timezone.utc)  # a Tuesday
START = date(2027, 1, 4)
CLASH = frozenset({Grade.CLASH})


def works(number, side, chance):
    easting, northing = chance.uniform(0, 1_000, 2)
    start = START + timedelta(int(chance.integers(0, 60)))
    end = start + timedelta(int(chance.integers(0, 10)))
    return Occupation("works", f"{side}{number}", "", Point(easting, northing), start, end)


@pytest.fixture(scope="module")
def both():
    chance = np.random.default_rng(7)
    sides = (("P", 1_100), ("W", 400))
    return [[works(n, side, chance) for n in range(count)] for side, count in sides]


def named(found):
    return {(one.ours.reference, one.other.reference, one.rule.name, one.grade) for one in found}


def test_parts_find_what_the_whole_finds_and_each_finding_is_counted(both):
    ours, theirs = both[0], Shelf(both[1])
    parts = list(with_others(ours, theirs, usual()))
    whole = named(find(Shelf(ours), theirs, usual()))
    assert len(parts) == 2
    assert len(whole) > 100
    assert set().union(*map(named, parts)) == whole
    tally = Tally(ours)
    for part in parts:
        tally.add(part)
    counted = Counter((work, grade) for work, _other, _rule, grade in whole)
    for one in ours:
        assert [tally.count(one, grade) for grade in Grade] == [
            counted[one.reference, grade] for grade in Grade
        ]
        grades = [grade for grade in Grade if counted[one.reference, grade]]
        assert tally.worst(one) == max(grades, default=None)


def test_among_each_other_a_pair_counts_for_both(both):
    some = [
        replace(one, status="cancelled") if n % 5 == 0 else one for n, one in enumerate(both[0])
    ]
    found, tally = among(some, usual()), Tally(some)
    tally.add(found)
    assert len(found) > 100
    counted = Counter()
    for one in found:
        counted.update([(one.ours.reference, one.grade), (one.other.reference, one.grade)])
    assert {(one.reference, grade): tally.count(one, grade) for one in some for grade in Grade} == {
        (one.reference, grade): counted[one.reference, grade] for one in some for grade in Grade
    }
    assert all(tally.worst(one) is None for one in some[::5])


def test_the_first_free_days_are_as_long_leave_notice_and_meet_nothing(both):
    ours = Occupation("works", "A", "", Point(0, 0), date(2027, 3, 1), date(2027, 3, 5))
    there = replace(ours, reference="B", start=date(2026, 12, 1), end=date(2026, 12, 18))
    other = replace(ours, reference="C", start=date(2026, 12, 21), end=date(2027, 1, 8))
    free = first_free(ours, [Shelf([there]), Shelf([ours, other])], usual(), CLASH, NOW)
    assert free == Days(date(2027, 1, 11), date(2027, 1, 15))
    assert first_free(ours, [Shelf([there])], usual(), CLASH, NOW).start == date(2026, 12, 21)
    # Five working days are standard works, with ten working days of notice.
    assert first_free(ours, [], usual(), CLASH, NOW).start == date(2026, 12, 15)
    turned = replace(ours, start=ours.end, end=ours.start)
    assert first_free(turned, [Shelf([there])], usual(), CLASH, NOW).start == date(2026, 12, 21)


def test_there_are_none_where_days_are_not_known_or_somebody_is_always_there():
    ours = Occupation("works", "A", "", Point(0, 0), None, date(2027, 3, 5))
    assert first_free(ours, [], usual(), CLASH, NOW) is None
    ours = replace(ours, start=date(2027, 3, 1))
    always = replace(ours, reference="B", start=date(2026, 1, 1), end=date(2028, 1, 1))
    assert first_free(ours, [Shelf([always])], usual(), CLASH, NOW) is None
