"""What may become of section 81 notices and fixed penalty notices (diagrams of 14.5 and 11.2)."""

import pytest
from street_works.plugin.rules import penalties, section81
from street_works.plugin.rules.diagram import Diagram, why_not_reached

SECTION_81 = {
    "issued": {"acknowledged", "accepted", "rejected", "resolved_by_ha", "cancelled"},
    "acknowledged": {"accepted", "rejected", "resolved_by_ha", "cancelled"},
    "accepted": {"accepted_fixed", "rejected", "resolved_by_ha", "cancelled"},
    "rejected": {"accepted", "resolved_by_ha", "cancelled"},
    "accepted_fixed": {"resolved_by_ha", "cancelled"},
    "resolved_by_ha": set(),
    "cancelled": set(),
}
PENALTIES = {
    "issued": {"accepted", "disputed", "withdrawn", "paid", "paid_discounted"},
    "accepted": {"paid", "paid_discounted"},
    "disputed": {"accepted", "withdrawn"},
    "paid": set(),
    "paid_discounted": set(),
    "withdrawn": set(),
}


DIAGRAMS = {
    "section 81": (section81.DIAGRAM, SECTION_81),
    "penalty": (penalties.DIAGRAM, PENALTIES),
}


def reached(diagram: Diagram, before: str) -> set[str]:
    return {after for after in diagram if why_not_reached(diagram, before, after) is None}


@pytest.mark.parametrize("before", SECTION_81)
def test_section_81_accepted_and_rejected_lead_to_each_other_and_fixed_from_accepted(before):
    assert reached(section81.DIAGRAM, before) == SECTION_81[before]


@pytest.mark.parametrize("before", PENALTIES)
def test_a_disputed_penalty_is_not_paid_nor_an_accepted_one_disputed_or_withdrawn(before):
    assert reached(penalties.DIAGRAM, before) == PENALTIES[before]


@pytest.mark.parametrize("name", DIAGRAMS)
def test_nothing_leads_back_to_what_was_just_issued(name):
    diagram, statuses = DIAGRAMS[name]
    assert diagram.keys() == statuses.keys() - {"issued"}


def test_why_a_notice_does_not_change_is_told_in_the_trades_words():
    why = why_not_reached(section81.DIAGRAM, "resolved_by_ha", "accepted_fixed")
    assert why == "A notice with the status Resolved by HA cannot get the status Accepted (fixed)"
