"""The answers of a permit that hold for another application, too."""

from datetime import date
from typing import Any

from ...trade.calendar import civil_day
from ...trade.records.works import Permit, Works
from ..values import Values, day_in, is_blank
from .again import answers_of
from .days import START, on_days

_DAYS = frozenset(
    {"proposed_start_date", "proposed_start_time", "proposed_end_date", "proposed_end_time"}
)
_OF_ONE_START = frozenset(
    {
        "early_start_pre_approval",
        "pre_approval_details",
        "pre_approval_authoriser",
        "early_start_reason",
        "hs2_consultation_requested_response_date",
    }
)
_OF_ONE_STREET = frozenset(
    {
        "highway_authority_swa_code",
        "road_category",
        "works_location_description",
        "permit_asds",
        "works_coordinates",
    }
)


def answers_for_another(permit: Permit, today: date) -> dict[str, Any]:
    """Return the answers for another application on the same street.

    The days go along only if they are ahead. What was said of one start does not.
    """
    answers = {
        **answers_of(permit, today),
        "highway_authority_swa_code": permit.authority_code,
        "road_category": str(permit.reinstatement),
    }
    start = day_in(answers, START)
    over = _DAYS if start is None or start < today else frozenset()
    return _without(answers, _OF_ONE_START | over)


def planned(works: Works, today: date) -> dict[str, Any]:
    """Return the answers that works without a permit stand for, such as those of a forward plan."""
    days = works.plan and (civil_day(works.plan.first_day), civil_day(works.plan.last_day))
    ahead = on_days(*days) if days and days[0] >= today else {}
    told = {"description_of_work": works.description, "works_location_description": works.place}
    return _without({**told, **ahead}, frozenset())


def for_another_street(values: Values) -> dict[str, Any]:
    """Return the answers without those about one street: whose, what kind of road, and where."""
    return _without(values, _OF_ONE_STREET)


def whose(works: Works) -> dict[str, Any]:
    """Return the answers that say whose works they are, and of which workstream."""
    return {"promoter_swa_code": works.promoter_code, "workstream_prefix": works.workstream}


def _without(values: Values, left_out: frozenset[str]) -> dict[str, Any]:
    return {
        name: value
        for name, value in values.items()
        if name not in left_out and not is_blank(value)
    }
