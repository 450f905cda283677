"""Cases of sites and their reinstatements."""

from street_works.plugin.forms.steps.sites import AddSite, ReinstateInterim, ReinstatePermanent

from .bringing import dug_before, reinstated, started
from .case import StepCase, day

CASES: tuple[StepCase, ...] = (
    StepCase(
        AddSite,
        "planner",
        started,
        lambda works: {
            "reinstatement_type": "excavation",
            "reinstatement_status": "interim",
            "reinstatement_date": day(0),
            "depth": "1.2",
            "length": "2",
            "width": "0.6",
            "final_reinstatement": False,
            "location_description": "Outside the chapel",
        },
        shows="Outside the chapel",
    ),
    StepCase(
        ReinstateInterim,
        "planner",
        reinstated,
        lambda works: {
            "final_reinstatement": False,
            "location_description": "Outside the mill",
        },
        shows="Outside the mill",
    ),
    StepCase(
        ReinstatePermanent,
        "planner",
        dug_before,
        lambda works: {"final_reinstatement": True, "location_description": "Outside the mill"},
        shows="Outside the mill",
    ),
)
