"""The rules that look for one kind of occupation near by, each for what it is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.rules.activities import Activities
from street_works.plugin.clashes.rules.embargo import Embargo
from street_works.plugin.clashes.rules.forward_plans import ForwardPlans
from street_works.plugin.clashes.rules.hs2 import Hs2Limits
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.rules.own_layers import OwnLayers
from street_works.plugin.clashes.rules.section_58 import Section58
from street_works.plugin.rules.asd import SPECIAL_EVENT
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.tests.unit.clashes.rules.by_hand import agrees, by_their_days, within
from street_works.tests.unit.clashes.rules.drawn import occupations

SPEAKS_OF = {
    Near: lambda other: other.kind == "works",
    ForwardPlans: lambda other: other.kind == "forward_plan",
    Hs2Limits: lambda other: other.kind == "hs2",
    Section58: lambda other: (other.kind, other.category) == ("activity", ActivityKind.SECTION58),
    Activities: lambda other: (
        (other.kind == "activity" and other.category != ActivityKind.SECTION58)
        or (other.kind, other.category) == ("designation", str(SPECIAL_EVENT))
    ),
    Embargo: lambda other: other.kind == "own:Town" and other.category.lower() == "embargo",
    OwnLayers: lambda other: other.kind == "own:Town" and other.category.lower() != "embargo",
}


@pytest.mark.parametrize("kind", SPEAKS_OF)
@settings(max_examples=80)
@given(
    ours=occupations(), theirs=occupations(), within_m=st.integers(0, 50), margin=st.integers(0, 9)
)
def test_as_pair_by_pair(kind, ours, theirs, within_m, margin):
    rule = kind(within_m=within_m)
    if "margin_days" in vars(rule):
        rule = kind(within_m=within_m, margin_days=margin)

    def say(one, other):
        if not SPEAKS_OF[kind](other) or not within(one.shape, other.shape, within_m):
            return None
        return by_their_days(one, other, Grade.CLASH, rule.reach_days)

    assert agrees(ours, theirs, rule, say)
