"""Cases of sites and their reinstatements."""

from .case import StepCase

CASES: tuple[StepCase, ...] = ()
