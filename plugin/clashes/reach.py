"""How far rules look: the ground and the days on which others have to be known."""

from collections.abc import Sequence
from datetime import date

import shapely

from ..trade.box import Box
from ..trade.days import Days
from .occupation import SINCE_EVER, WITHOUT_END, Occupation
from .rule import Rule
from .shapes import usable

_ROUNDING_M = 1.0


def ground(ours: Occupation, rules: Sequence[Rule]) -> Box:
    """Return the box (EPSG:27700) that holds all that may meet `ours`, whose shape is usable."""
    boxes = [
        shapely.box(*Box(*shape.bounds).grown(rule.reach_m + _ROUNDING_M))
        for rule in rules
        for shape in (usable(given)[0] for given in rule.looks_from(ours))
        if shape is not None
    ]
    return Box(*map(float, shapely.total_bounds(boxes)))


def period(ours: Occupation, rules: Sequence[Rule]) -> Days:
    """Return the days that hold all that may meet `ours`; a day that is not known is open."""
    days = max((rule.reach_days for rule in rules), default=0)
    start = SINCE_EVER if ours.start is None else ours.start
    end = WITHOUT_END if ours.end is None else ours.end
    first, last = Days.between(start, end)
    return Days(_moved(first, -days), _moved(last, days))


def _moved(day: date, days: int) -> date:
    """Return the day so many days later, no later or earlier than days go."""
    number = day.toordinal() + days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))
