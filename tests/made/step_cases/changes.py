"""Cases of change requests, extensions, answers to a modification request."""

from street_works.plugin.forms.steps.change_permit import (
    ChangePermit,
    ExtendWorks,
    ImposeConditions,
)

from .bringing import granted, started
from .case import StepCase, day

CASES: tuple[StepCase, ...] = (
    StepCase(
        ChangePermit,
        "planner",
        granted,
        lambda works: {
            "permit_alteration_reason": "A second valve leaks",
            "description_of_work": "Renew two valves",
        },
        shows="Promoter change request",
    ),
    StepCase(
        ExtendWorks,
        "contractor",
        started,
        lambda works: {
            "permit_alteration_reason": "Rock below the road",
            "proposed_end_date": day(14),
        },
        shows="Works extension",
    ),
    StepCase(
        ImposeConditions,
        "authority",
        granted,
        lambda works: {
            "permit_alteration_reason": "The school asked for it",
            "permit_conditions": [{"condition": "NCT02a", "comment": "Not before nine"}],
        },
        shows="Not before nine",
    ),
)
