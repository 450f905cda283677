"""Protected streets."""

from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.rules.protected_street import ProtectedStreet
from street_works.plugin.rules.asd import SPECIAL_EVENT
from street_works.tests.unit.clashes.rules.by_hand import agrees, by_their_days, within
from street_works.tests.unit.clashes.rules.drawn import occupations

DRAWN = occupations(("works", "designation", "designation"), ("1", "1", str(SPECIAL_EVENT)))


@settings(max_examples=80)
@given(DRAWN, DRAWN, st.integers(0, 50))
def test_as_pair_by_pair(ours, theirs, within_m):
    def say(one, other):
        if (other.kind, other.category) != ("designation", "1"):
            return None
        somewhere = other.shape is None and one.streets & other.streets
        if not (somewhere or within(one.shape, other.shape, within_m)):
            return None
        return by_their_days(one, other, Grade.CLASH)

    assert agrees(ours, theirs, ProtectedStreet(within_m=within_m), say)
