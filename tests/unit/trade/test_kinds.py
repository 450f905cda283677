"""Kinds and impacts: how records are grouped."""

import pytest
from street_works.plugin.trade.kinds import KINDS, counted, title
from street_works.plugin.trade.traffic import Impact, impact_of, impact_title
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement


def test_counts_are_english():
    assert counted("works", 1) == "1 works"
    assert counted("activity", 1) == "1 activity"
    assert counted("activity", 0) == "0 activities"
    assert counted("hs2", 2) == "2 HS2 act limits"
    assert len({title(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("value", [member.value for member in TrafficManagement])
def test_every_traffic_management_has_an_impact(value):
    assert impact_of(value) != Impact.UNKNOWN


def test_high_impact_is_exactly_street_managers_six():
    high = {m.value for m in TrafficManagement if impact_of(m.value) == "high"}
    assert high == {
        TrafficManagement.ROAD_CLOSURE,
        TrafficManagement.CONTRA_FLOW,
        TrafficManagement.LANE_CLOSURE,
        TrafficManagement.CONVOY_WORKINGS,
        TrafficManagement.MULTI_WAY_SIGNALS,
        TrafficManagement.TWO_WAY_SIGNALS,
    }
    assert impact_of("hovercraft") == Impact.UNKNOWN
    assert len({impact_title(impact) for impact in Impact}) == len(Impact)
