"""High Speed Two: consultation or consent (Business rules 17)."""

import pytest
from street_works.plugin.rules import hs2
from street_works.plugin.trade.vocabulary.works import Hs2Exemption, WorkType


@pytest.mark.parametrize(
    ("work_type", "in_limits", "exemption", "consent"),
    [
        (WorkType.HS2_HIGHWAY_WORKS, True, None, False),
        (WorkType.HS2_HIGHWAY_WORKS, True, Hs2Exemption.NONE_APPLICABLE, False),
        (WorkType.HS2_HIGHWAY_WORKS, True, Hs2Exemption.WORKS_TO_A_BRIDGE, True),
        (WorkType.HS2_HIGHWAY_WORKS, True, Hs2Exemption.ERECTION_OF_SCAFFOLDING, True),
        (WorkType.HS2_HIGHWAY_WORKS, True, Hs2Exemption.DEPOSITING_SOIL_OR_MATERIALS, True),
        (
            WorkType.HS2_HIGHWAY_WORKS,
            True,
            Hs2Exemption.ALTERATION_OR_DISTURBANCE_TO_APPARATUS,
            True,
        ),
        (WorkType.HS2_HIGHWAY_WORKS, False, None, True),
        (WorkType.HS2_HIGHWAY_WORKS, False, Hs2Exemption.NONE_APPLICABLE, True),
        ("planned", True, Hs2Exemption.WORKS_TO_A_BRIDGE, False),
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
        (WorkType.HS2_HIGHWAY_WORKS, True, True),
        (WorkType.HS2_HIGHWAY_WORKS, False, True),
        ("planned", True, True),
        ("planned", False, False),
        ("immediate", None, False),
    ],
)
def test_authorities_have_no_say_in_highway_works_and_within_the_limits(
    work_type, in_limits, alone
):
    assert hs2.is_left_alone(work_type, in_limits) is alone
