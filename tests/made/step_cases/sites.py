"""Cases of sites and their reinstatements."""

from typing import Any

from street_works.plugin.forms.steps.sites import AddSite, ReinstateInterim, ReinstatePermanent
from street_works.plugin.trade.calendar import uk_today

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
            "depth": "1,2",
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


def site_of(body: dict[str, Any]) -> dict[str, Any]:
    """Return the request for a site of non-notifiable works in place of an application."""
    place = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    return {
        **{name: body[name] for name in place},
        "workstream_prefix": "001",
        "reinstatement_type": "bar_holes",
        "reinstatement_status": "permanent",
        "reinstatement_date": f"{uk_today()}T00:00:00.000Z",
        "reinstatement_coordinates": body["works_coordinates"],
        "location_description": "Outside the mill",
        "location_types": ["footway"],
        "reinstatement_evidence": False,
        "number_of_holes": 3,
    }
