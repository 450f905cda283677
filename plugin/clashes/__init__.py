"""Extents and dates against other works, activities, plans, limits and the planner's own layers."""

from .find import find_clashes
from .summary import summary
from .values import Candidate, Clash, ClashReport, ClashRules, Grade, Unusable

__all__ = [
    "Candidate",
    "Clash",
    "ClashReport",
    "ClashRules",
    "Grade",
    "Unusable",
    "find_clashes",
    "summary",
]
