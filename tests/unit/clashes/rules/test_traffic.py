"""Traffic management that cannot stand together."""

from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.rules.traffic import Traffic
from street_works.plugin.trade.traffic import is_high_impact
from street_works.tests.unit.clashes.rules.by_hand import agrees, apart_m, by_their_days, within
from street_works.tests.unit.clashes.rules.drawn import occupations

DRAWN = occupations(("works", "works", "forward_plan", "activity"))


def roads_meet(one, other, street_m):
    if one.streets & other.streets:
        return True
    if one.street_line is not None and other.street_line is not None:
        return one.street_line.distance(other.street_line) <= min(1, street_m)
    return within(one.street_line or one.shape, other.street_line or other.shape, street_m)


def seriousness(one, other):
    heavy = [is_high_impact(each.traffic) for each in (one, other)]
    if all(heavy):
        return Grade.CLASH
    lighter = other if heavy[0] else one
    return Grade.CANNOT_SAY if any(heavy) and lighter.traffic_untold else None


@settings(max_examples=80)
@given(DRAWN, DRAWN, st.integers(0, 30), st.integers(0, 50))
def test_as_pair_by_pair(ours, theirs, street_m, along_m):
    def say(one, other):
        common = seriousness(one, other)
        apart = apart_m(one.shape, other.shape)
        too_far = apart is not None and apart > along_m
        if common is None or too_far or not roads_meet(one, other, street_m):
            return None
        grade = by_their_days(one, other, common)
        return Grade.CANNOT_SAY if grade and apart is None else grade

    assert agrees(ours, theirs, Traffic(street_m=street_m, along_m=along_m), say)
