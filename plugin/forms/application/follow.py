"""Answers that follow from another answer, so that the planner need not give them twice."""

from datetime import date, datetime
from typing import Any, Optional

from ...rules import asd
from ...rules.usual_days import USUAL_LENGTH, end_after_move, last_day, usual_days
from ...trade import calendar
from ..values import Values, day_in
from .days import END, START, days_of, on_days, period_of
from .situation import Situation

_PRESELECTED = frozenset({asd.TRAFFIC_SENSITIVE, asd.LANE_RENTAL})


def preselected(situation: Situation, start: date, end: date) -> list[str]:
    """Return the keys of the designations that are ticked to begin with, for works on these days.

    They are those of traffic-sensitivity and of lane rental that apply on one of the days.
    """
    return [
        key
        for key, one in situation.designations.items()
        if asd.number_of(one.code) in _PRESELECTED and asd.applies(one, start, end, situation.today)
    ]


def follow(before: Values, after: Values, situation: Situation, now: datetime) -> dict[str, Any]:
    """Return the answers that follow from the change of answers from `before` to `after`.

    Immediate works start today, at the time of `now` on UK clocks, and planned works when they may;
    the end keeps behind the start; designations that were ticked for the days follow the days.
    """
    found = _kind_followed(before, after, situation.today, now)
    found.update(_end_followed(before, {**after, **found}, situation.today))
    found.update(_designations_followed(before, {**after, **found}, situation))
    return {name: value for name, value in found.items() if value != after.get(name)}


def _kind_followed(before: Values, after: Values, today: date, now: datetime) -> dict[str, Any]:
    kind, start = after.get("work_type"), day_in(after, START)
    if kind == before.get("work_type"):
        return {}
    if kind == "immediate" and (start is None or start > today):
        return {
            **on_days(today, _days_from(today, after, today)),
            "proposed_start_time": f"{calendar.uk_time(now):%H:%M}",
        }
    if before.get("work_type") == "immediate" and start is not None and start <= today:
        first, _last = usual_days(today, now)
        return {**on_days(first, _days_from(first, after, today)), "proposed_start_time": ""}
    return {}


def _days_from(first: date, values: Values, today: date) -> date:
    """Return the last day of works from `first` on that last as long as those in `values`."""
    period = period_of(values)
    length = calendar.working_days(*period, today) if period else USUAL_LENGTH
    return last_day(first, length, today)


def _end_followed(before: Values, after: Values, today: date) -> dict[str, Any]:
    (start, end), (moved, kept) = days_of(before), days_of(after)
    if start is None or end is None or moved is None or kept != end:
        return {}
    return {END: end_after_move(start, end, moved, today).isoformat()}


def _designations_followed(before: Values, after: Values, situation: Situation) -> dict[str, Any]:
    old, new = _ticked_for_days(before, situation), _ticked_for_days(after, situation)
    ticked = after.get("permit_asds") or []
    if new is None or ticked != before.get("permit_asds") or set(ticked) != set(old or ()):
        return {}
    return {"permit_asds": new}


def _ticked_for_days(values: Values, situation: Situation) -> Optional[list[str]]:
    period = period_of(values)
    return None if period is None else preselected(situation, *period)
