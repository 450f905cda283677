"""Reinstatements: what was dug, and whether it is to last."""

from enum import auto

from .word import Word


class ReinstatementStatus(Word):
    """Whether a reinstatement is to last."""

    INTERIM = auto()
    PERMANENT = auto()


class ReinstatementType(Word):
    """What was dug or drilled."""

    EXCAVATION = auto()
    BAR_HOLES = auto()
    CORE_HOLES = auto()
    POLE_TESTING = auto()
