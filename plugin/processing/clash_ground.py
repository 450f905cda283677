"""The ground and the days of a programme: there it has to be known what others do."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import shapely

from ..clashes.occupation import day_known
from ..clashes.rule import Rule
from ..clashes.shelf import Shelf
from ..clashes.windows import AHEAD
from ..desk.surroundings import Around
from ..trade.box import Box
from ..trade.days import Days

_ROOM_M = 250.0  # works so near each other are asked about together
_ROUNDING_M = 1.0


def reach(ours: Shelf, rules: Sequence[Rule]) -> np.ndarray:
    """Return how far the rules look around each of ours: bounds, (n, 4), NaN without a shape."""
    metres = max((rule.reach_m for rule in rules), default=0.0) + _ROUNDING_M
    found: np.ndarray = shapely.bounds(ours.shapes) + np.array([-1, -1, 1, 1]) * metres
    return found


def grounds(ours: Shelf, rules: Sequence[Rule], today: date) -> list[Around]:
    """Return boxes (EPSG:27700) apart from each other that hold all that ours may meet.

    Their days are those of the whole programme, and those on which it might be done instead.
    """
    bounds = reach(ours, rules)
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    boxes = shapely.box(*(bounds + np.array([-1, -1, 1, 1]) * _ROOM_M).T)
    merged = _merged(boxes)
    while len(merged) < len(boxes):
        boxes, merged = merged, _merged(merged)
    days = _days(ours, rules, today)
    return [Around(Box(*map(float, sides)).snapped(1.0), days) for sides in shapely.bounds(merged)]


def _merged(boxes: np.ndarray) -> np.ndarray:
    """Return the boxes around those that touch each other."""
    if not len(boxes):
        return boxes
    parts = shapely.get_parts(shapely.union_all(boxes))
    found: np.ndarray = shapely.box(*shapely.bounds(parts).T)
    return found


def _days(ours: Shelf, rules: Sequence[Rule], today: date) -> Days:
    margin = timedelta(days=max((rule.reach_days for rule in rules), default=0))
    told = (day for one in ours.occupations for day in (one.start, one.end))
    known = [day for day in map(day_known, told) if day is not None]
    lengths = (abs(one.end - one.start) for one in ours.occupations if one.start and one.end)
    longest = max(lengths, default=timedelta(0))
    last = max([*known, today + longest + AHEAD])
    return Days(min([*known, today]) - margin, last + margin)
