"""What happens to works and permits, as far as the rules ask."""

from enum import auto

from .word import Word


class Event(Word):
    """An event in the history of works."""

    PERMIT_GRANTED = auto()
    PERMIT_DEEMED = auto()
    ALTERATION_GRANTED = auto()
    ALTERATION_GRANTED_WITH_DURATION_CHALLENGE = auto()
    ALTERATION_DEEMED = auto()
