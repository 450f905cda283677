"""Forward plans: where they stand."""

from enum import auto

from .word import Word


class ForwardPlanStatus(Word):
    """Where a forward plan stands."""

    RAISED = auto()
    CANCELLED = auto()
    PROGRESSED = auto()
