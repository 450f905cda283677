"""What may become of section 81 notices and fixed penalty notices (diagrams of 14.5 and 11.2)."""

import pytest
from street_works.plugin.rules import penalties, section81
from street_works.plugin.rules.diagram import Diagram, why_not_reached
from street_works.plugin.trade.vocabulary.notices import PenaltyStatus, Section81Status

SECTION_81 = {
    "issued": {"acknowledged", "accepted", "rejected", Section81Status.RESOLVED_BY_HA, "cancelled"},
    "acknowledged": {"accepted", "rejected", Section81Status.RESOLVED_BY_HA, "cancelled"},
    "accepted": {
        Section81Status.ACCEPTED_FIXED,
        "rejected",
        Section81Status.RESOLVED_BY_HA,
        "cancelled",
    },
    "rejected": {"accepted", Section81Status.RESOLVED_BY_HA, "cancelled"},
    Section81Status.ACCEPTED_FIXED: {Section81Status.RESOLVED_BY_HA, "cancelled"},
    Section81Status.RESOLVED_BY_HA: set(),
    "cancelled": set(),
}
PENALTIES = {
    "issued": {"accepted", "disputed", "withdrawn", "paid", PenaltyStatus.PAID_DISCOUNTED},
    "accepted": {"paid", PenaltyStatus.PAID_DISCOUNTED},
    "disputed": {"accepted", "withdrawn"},
    "paid": set(),
    PenaltyStatus.PAID_DISCOUNTED: set(),
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
    why = why_not_reached(
        section81.DIAGRAM, Section81Status.RESOLVED_BY_HA, Section81Status.ACCEPTED_FIXED
    )
    assert why == "A notice with the status Resolved by HA cannot get the status Accepted (fixed)"
