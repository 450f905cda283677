"""The rules by which clashes are found, one a file. A new rule is one more line here."""

from collections.abc import Iterable
from dataclasses import replace

from ..rule import Rule, thresholds
from .activities import Activities
from .diversion import Diversion
from .embargo import Embargo
from .forward_plans import ForwardPlans
from .hs2 import Hs2Limits
from .near import Near
from .own_layers import OwnLayers
from .protected_street import ProtectedStreet
from .same_promoter import SamePromoter
from .same_street import SameStreet
from .section_58 import Section58
from .traffic import Traffic

ALL: tuple[type[Rule], ...] = (
    Near,
    SameStreet,
    Traffic,
    Diversion,
    Section58,
    ProtectedStreet,
    Embargo,
    Activities,
    ForwardPlans,
    Hs2Limits,
    OwnLayers,
    SamePromoter,
)
"""Every rule, in the order in which they are offered and reported."""


def usual() -> tuple[Rule, ...]:
    """Return all rules with their usual thresholds."""
    return tuple(rule() for rule in ALL)


def all_with(**values: float) -> tuple[Rule, ...]:
    """Return all rules with these thresholds, wherever a rule has one of that name."""
    return with_thresholds(usual(), **values)


def with_thresholds(rules: Iterable[Rule], **values: float) -> tuple[Rule, ...]:
    """Return rules with these thresholds, wherever one has a threshold of that name."""
    return tuple(
        replace(
            rule,
            **{one.name: values[one.name] for one in thresholds(type(rule)) if one.name in values},
        )
        for rule in rules
    )
