"""Cases of applications about works that are there already."""

from street_works.plugin.forms.steps.add_permit import AddPermit

from .bringing import authorised
from .case import StepCase

CASES: tuple[StepCase, ...] = (
    StepCase(
        AddPermit,
        "planner",
        authorised,
        lambda works: {
            "description_of_work": "Renew the main as authorised",
            "additional_info": "The order is made",
        },
        shows="Renew the main as authorised",
    ),
)
