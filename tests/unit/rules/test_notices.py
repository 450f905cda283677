"""What may become of section 81 notices and fixed penalty notices (diagrams of 14.5 and 11.2)."""

import pytest
from street_works.plugin.rules import penalties, section81

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


@pytest.mark.parametrize("before", SECTION_81)
def test_section_81_accepted_and_rejected_lead_to_each_other_and_fixed_from_accepted(before):
    after = {status for status in SECTION_81 if section81.may_become(before, status)}
    assert after == SECTION_81[before]


@pytest.mark.parametrize("before", PENALTIES)
def test_a_disputed_penalty_is_not_paid_nor_an_accepted_one_disputed_or_withdrawn(before):
    after = {status for status in PENALTIES if penalties.may_become(before, status)}
    assert after == PENALTIES[before]
