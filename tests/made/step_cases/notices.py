"""Cases of fixed penalty notices, section 81, inspections, forward plans."""

from .case import StepCase

CASES: tuple[StepCase, ...] = ()
