"""Kinds and impacts: how records are grouped."""

import pytest
from street_works.plugin.api.v1.enums import TrafficManagementType
from street_works.plugin.trade.kinds import KINDS, counted, title
from street_works.plugin.trade.traffic import Impact, impact_of, impact_title


def test_counts_are_english():
    assert counted("works", 1) == "1 works"
    assert counted("activity", 1) == "1 activity"
    assert counted("activity", 0) == "0 activities"
    assert counted("hs2", 2) == "2 HS2 act limits"
    assert len({title(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("value", [member.value for member in TrafficManagementType])
def test_every_traffic_management_of_the_contract_has_an_impact(value):
    assert impact_of(value) != Impact.UNKNOWN


def test_high_impact_is_exactly_street_managers_six():
    high = {m.value for m in TrafficManagementType if impact_of(m.value) == "high"}
    assert high == {
        "road_closure",
        "contra_flow",
        "lane_closure",
        "convoy_workings",
        "multi_way_signals",
        "two_way_signals",
    }
    assert impact_of("hovercraft") == Impact.UNKNOWN
    assert len({impact_title(impact) for impact in Impact}) == len(Impact)
