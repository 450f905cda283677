"""High Speed Two: consultation or consent (Business rules 17)."""

import pytest
from street_works.plugin.rules import hs2


@pytest.mark.parametrize(
    ("work_type", "in_limits", "exemption", "consent"),
    [
        ("hs2_highway_works", True, None, False),
        ("hs2_highway_works", True, "none_applicable", False),
        ("hs2_highway_works", True, "works_to_a_bridge", True),
        ("hs2_highway_works", True, "erection_of_scaffolding", True),
        ("hs2_highway_works", True, "depositing_soil_or_materials", True),
        ("hs2_highway_works", True, "alteration_or_disturbance_to_apparatus", True),
        ("hs2_highway_works", False, None, True),
        ("hs2_highway_works", False, "none_applicable", True),
        ("planned", True, "works_to_a_bridge", False),
        ("immediate", True, None, False),
        ("planned", False, None, True),
        ("planned", None, None, True),
    ],
)
def test_protected_highway_works_and_works_outside_the_limits_need_consent(
    work_type, in_limits, exemption, consent
):
    assert hs2.needs_consent(work_type, in_limits, exemption) is consent


@pytest.mark.parametrize(
    ("work_type", "in_limits", "alone"),
    [
        ("hs2_highway_works", True, True),
        ("hs2_highway_works", False, True),
        ("planned", True, True),
        ("planned", False, False),
        ("immediate", None, False),
    ],
)
def test_authorities_have_no_say_in_highway_works_and_within_the_limits(
    work_type, in_limits, alone
):
    assert hs2.is_left_alone(work_type, in_limits) is alone
