"""What an application opens with, beside what is known of it from before."""

from collections.abc import Mapping
from typing import Any, Optional

from ...rules.usual_days import usual_days
from ..values import Values
from .days import days_of, on_days
from .follow import preselected
from .situation import Situation


def begun(situation: Situation, kept: Optional[Values]) -> dict[str, Any]:
    """Return what was `kept`, and else planned works on the usual days.

    The designations are ticked that apply on the days that the form opens with.
    """
    first, last = usual_days(situation.today, situation.now)
    values = {
        "work_type": "planned",
        "application_type": "permit",
        **on_days(first, last),
        **(kept or {}),
    }
    values["workstream_prefix"] = workstream(values, situation)
    if kept is None or "permit_asds" not in kept:
        start, end = days_of(values)
        values["permit_asds"] = preselected(situation, start or first, end or last)
    return values


def workstream(values: Mapping[str, Any], situation: Situation) -> str:
    """Return the workstream in `values` if the promoter has it, or the only one, or ""."""
    offered = [one.prefix for one in situation.workstreams]
    if values.get("workstream_prefix") in offered:
        return str(values["workstream_prefix"])
    return offered[0] if len(offered) == 1 else ""
