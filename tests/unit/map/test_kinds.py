"""Kinds and impacts: how records are told apart and grouped."""

from types import SimpleNamespace

import pytest
from street_works.plugin.api.v1.enums import TrafficManagementType
from street_works.plugin.trade.kinds import KINDS, counted, identity_of, reference_of, title
from street_works.plugin.trade.traffic import Impact, impact_of, impact_title


def feature(**properties):
    return SimpleNamespace(properties=SimpleNamespace(**properties))


def test_references():
    works = feature(permit_reference_number="A-01", work_reference_number="A")
    assert reference_of("works", works) == "A-01"
    assert reference_of("works", feature(work_reference_number="A")) == "A"
    assert reference_of("activity", feature(activity_reference_number="ARN-1")) == "ARN-1"
    assert reference_of("forward_plan", feature(forward_plan_reference_number="F")) == "F"
    assert reference_of("hs2", SimpleNamespace()) == ""


def test_identity_without_a_reference_is_the_shape():
    here = SimpleNamespace(geometry=SimpleNamespace(coordinates=[[1.0, 2.0]]))
    same = SimpleNamespace(geometry=SimpleNamespace(coordinates=[[1.0, 2.0]]))
    there = SimpleNamespace(geometry=SimpleNamespace(coordinates=[[1.0, 3.0]]))
    assert identity_of("hs2", here) == identity_of("hs2", same) != identity_of("hs2", there)


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
