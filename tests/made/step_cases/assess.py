"""Cases of what the authority decides about permits and change requests."""

from street_works.plugin.forms.steps.assess_permit import (
    GrantPermit,
    RefusePermit,
    RequestModification,
    RevokePermit,
)
from street_works.plugin.forms.steps.decide_change import (
    ChallengeChange,
    GrantChange,
    RefuseChange,
)
from street_works.plugin.forms.steps.permit_charges import (
    AcknowledgePermit,
    AssessLaneRental,
    SetDiscount,
)

from .bringing import applied, changing, extending, granted, of_hs2
from .case import StepCase, day

CASES: tuple[StepCase, ...] = (
    StepCase(
        GrantPermit,
        "authority",
        applied,
        lambda works: {
            "assessment_discount": "20",
            "additional_comments": "Keep the school gate free",
        },
        shows="Keep the school gate free",
    ),
    StepCase(
        RefusePermit,
        "authority",
        applied,
        lambda works: {
            "reasons_for_refusal": ["RC10"],
            "additional_comments": "The carnival is here",
        },
        shows="The carnival is here",
    ),
    StepCase(
        RequestModification,
        "authority",
        applied,
        lambda works: {"pending_change_details": "Two-way signals, please"},
        shows="Two-way signals, please",
    ),
    StepCase(
        RevokePermit,
        "authority",
        granted,
        lambda works: {"revoke_reason": "A main has burst in the next street"},
        shows="A main has burst",
    ),
    StepCase(
        SetDiscount,
        "authority",
        granted,
        lambda works: {"assessment_discount": "30", "assessment_discount_reason": "Shared trench"},
        shows="30 %",
    ),
    StepCase(
        AssessLaneRental,
        "authority",
        granted,
        lambda works: {
            "outcome": "chargeable",
            "charge_band": "charge_band_2",
            "chargeable_days": "3",
            "charges_agreed": True,
            "additional_details": "Agreed by telephone",
        },
        shows="Chargeable",
    ),
    StepCase(AcknowledgePermit, "authority", of_hs2, lambda works: {}, shows="Acknowledged"),
    StepCase(
        GrantChange,
        "authority",
        changing,
        lambda works: {"assessment_discount": "0", "assessment_comments": "Agreed"},
        shows="Renew two valves",
    ),
    StepCase(
        ChallengeChange,
        "authority",
        extending,
        lambda works: {
            "reasonable_period_end_date": day(12),
            "assessment_comments": "A day less will do",
        },
        shows="Granted with duration challenge",
    ),
    StepCase(
        RefuseChange,
        "authority",
        changing,
        lambda works: {"assessment_comments": "Please renew both on the days agreed"},
        shows="Refused",
    ),
)
