"""What a forward plan shares with an application: its days, and the street's designations."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ...words import tr
from ..fields import Field
from ..values import Values
from . import days
from .follow import follow, preselected
from .hints import thoughts
from .questions import by_name
from .situation import Situation

START, END, DESIGNATIONS = "start_date", "end_date", "forward_plan_asds"
_ASDS = "permit_asds"
_AS_APPLIED = {START: days.START, END: days.END, DESIGNATIONS: _ASDS}
_NAMES = {theirs: own for own, theirs in _AS_APPLIED.items()}


def asked() -> dict[str, Field[Situation]]:
    """Return the questions that a forward plan shares, each by the name that a plan has for it."""
    found = by_name()
    own = {
        START: Field[Situation](START, tr("Start date"), tr("Today or later.")),
        END: Field[Situation](END, tr("End date")),
        DESIGNATIONS: replace(found[_ASDS], name=DESIGNATIONS),
    }
    return {**found, **own}


def ticked(values: Values, situation: Situation) -> list[str]:
    """Return the designations that are ticked to begin with, for the days of a forward plan."""
    period = days.period_of(_as_applied(values))
    return preselected(situation, *period) if period else []


def followed(before: Values, after: Values, situation: Situation, now: datetime) -> dict[str, Any]:
    """Return the answers that follow from others, as in an application: the end, designations."""
    found = follow(_as_applied(before), _as_applied(after), situation, now)
    return {_NAMES[name]: value for name, value in found.items() if name in _NAMES}


def thoughts_of_a_plan(values: Values, situation: Situation) -> dict[str, list[str]]:
    """Return what to think about the street's designations, which an application says, too."""
    found = thoughts(_as_applied(values), situation)
    return {DESIGNATIONS: found[_ASDS]} if _ASDS in found else {}


def _as_applied(values: Values) -> Mapping[str, Any]:
    return {_AS_APPLIED.get(name, name): value for name, value in values.items()}
