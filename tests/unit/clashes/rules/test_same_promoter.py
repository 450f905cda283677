"""Works of one promoter, which it may combine."""

from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.rules.same_promoter import SamePromoter
from street_works.tests.unit.clashes.rules.by_hand import agrees, by_their_days, within
from street_works.tests.unit.clashes.rules.drawn import occupations

DRAWN = occupations(("works", "works", "forward_plan", "activity"))


@settings(max_examples=80)
@given(DRAWN, DRAWN, st.integers(0, 50), st.integers(0, 9))
def test_as_pair_by_pair(ours, theirs, combine_m, combine_days):
    def say(one, other):
        promoter, theirs = (each.promoter_code or each.promoter.lower() for each in (one, other))
        wanted = other.kind in ("works", "forward_plan") and promoter and promoter == theirs
        if not wanted or not within(one.shape, other.shape, combine_m):
            return None
        return by_their_days(one, other, Grade.OPPORTUNITY, combine_days)

    rule = SamePromoter(combine_m=combine_m, combine_days=combine_days)
    assert agrees(ours, theirs, rule, say)
