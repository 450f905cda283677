"""Fixed penalty notices and section 81 notices."""

from enum import auto

from .word import Word


class PenaltyStatus(Word):
    """Where a fixed penalty notice stands."""

    ISSUED = auto()
    ACCEPTED = auto()
    PAID = auto()
    PAID_DISCOUNTED = auto()
    DISPUTED = auto()
    WITHDRAWN = auto()


class Offence(Word):
    """What a fixed penalty notice is for."""

    OFFENCE_CODE_05 = auto()
    OFFENCE_CODE_06 = auto()
    OFFENCE_CODE_08 = auto()
    OFFENCE_CODE_09 = auto()


class Section81Status(Word):
    """Where a section 81 notice stands."""

    ISSUED = auto()
    ACKNOWLEDGED = auto()
    ACCEPTED = auto()
    ACCEPTED_FIXED = auto()
    REJECTED = auto()
    RESOLVED_BY_HA = auto()
    CANCELLED = auto()


class Section81Severity(Word):
    """How dangerous the apparatus is."""

    HIGH = auto()
    LOW = auto()


class Section81Works(Word):
    """By what works a section 81 notice is answered."""

    PERMIT_WORKS = auto()
    NON_NOTIFIABLE_WORKS = auto()
