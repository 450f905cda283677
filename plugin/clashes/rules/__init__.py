"""The rules by which clashes are found, one a file. A new rule is one more line here."""

from ..rule import Rule, thresholds
from .activities import Activities
from .forward_plans import ForwardPlans
from .hs2 import Hs2Limits
from .near import Near
from .own_layers import OwnLayers
from .section_58 import Section58

ALL: tuple[type[Rule], ...] = (Near, Section58, Activities, ForwardPlans, Hs2Limits, OwnLayers)
"""Every rule, in the order in which they are offered and reported."""


def usual() -> tuple[Rule, ...]:
    """Return all rules with their usual thresholds."""
    return tuple(rule() for rule in ALL)


def all_with(**values: float) -> tuple[Rule, ...]:
    """Return all rules with these thresholds, wherever a rule has one of that name."""
    return tuple(
        rule(**{one.name: values[one.name] for one in thresholds(rule) if one.name in values})
        for rule in ALL
    )
