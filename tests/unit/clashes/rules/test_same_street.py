"""Works on one street, though far apart."""

from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.rules.same_street import SameStreet
from street_works.tests.unit.clashes.rules.by_hand import agrees, apart_m, by_their_days, within
from street_works.tests.unit.clashes.rules.drawn import occupations

DRAWN = occupations(("works", "works", "forward_plan", "activity"))


@settings(max_examples=80)
@given(DRAWN, DRAWN, st.integers(0, 50), st.integers(0, 9))
def test_as_pair_by_pair(ours, theirs, along_m, margin_days):
    def say(one, other):
        on_one = one.streets & other.streets
        beside = within(one.street_line, other.shape, 10) or within(
            one.shape, other.street_line, 10
        )
        if other.kind not in ("works", "forward_plan") or not (on_one or beside):
            return None
        apart = apart_m(one.shape, other.shape)
        if apart is not None and apart > along_m:
            return None
        grade = by_their_days(one, other, Grade.OPPORTUNITY, margin_days)
        return Grade.CANNOT_SAY if grade and apart is None else grade

    assert agrees(ours, theirs, SameStreet(along_m=along_m, margin_days=margin_days), say)
