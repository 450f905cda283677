"""Records of the register as the contract's JSON: one module a family."""

from .forward_plans import forward_plan, forward_plan_summary
from .known import Known
from .permits import alteration, alteration_summary, permit, permit_summary
from .sites import site, site_summary
from .streets import street, street_summary
from .times import deadline, duration, validity
from .works import history, works_record

__all__ = [
    "Known",
    "alteration",
    "alteration_summary",
    "deadline",
    "duration",
    "forward_plan",
    "forward_plan_summary",
    "history",
    "permit",
    "permit_summary",
    "site",
    "site_summary",
    "street",
    "street_summary",
    "validity",
    "works_record",
]
