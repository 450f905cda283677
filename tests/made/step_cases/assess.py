"""Cases of what the authority decides about permits and change requests."""

from .case import StepCase

CASES: tuple[StepCase, ...] = ()
