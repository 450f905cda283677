"""Findings as the lines of a file: a JSON object each, made from the columns."""

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

from .find import Found
from .grade import Grade
from .pair import rounded

Line = dict[str, Any]
OURS, THEIRS = "work", "other"
READABLE = "readable"
"""In place of a rule: that one cannot be read well enough for all to be found that it meets."""


def lines_of(found: Found) -> Iterator[Line]:
    """Give a line for each finding, in order."""
    rules = [rule.name for rule in found.rules]
    distances, common = found.measured()
    columns = (found.pairs.ours, found.pairs.theirs, found.rule_of, found.grades, distances,
               common.first, common.last, common.possible)  # fmt: skip
    rows = zip(*(column.tolist() for column in columns))
    for ours, theirs, rule, grade, distance, first, last, possible in rows:
        sure = first <= last
        yield {
            OURS: found.ours.occupations[ours].reference,
            THEIRS: found.theirs.occupations[theirs].reference,
            "rule": rules[rule],
            "grade": Grade(grade).word,
            "distance_m": None if math.isnan(distance) else rounded(distance),
            "first_day": date.fromordinal(first).isoformat() if sure else None,
            "last_day": date.fromordinal(last).isoformat() if sure else None,
            "days": last - first + 1 if sure else None if possible else 0,
        }


def line_of_one(side: str, reference: str) -> Line:
    """Return the line that says of one by itself that it cannot be said what it meets."""
    return {
        OURS: None,
        THEIRS: None,
        "rule": READABLE,
        "grade": Grade.CANNOT_SAY.word,
        "distance_m": None,
        "first_day": None,
        "last_day": None,
        "days": None,
        side: reference,
    }
