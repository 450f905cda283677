"""Cases of change requests, extensions, answers to a modification request."""

from .case import StepCase

CASES: tuple[StepCase, ...] = ()
