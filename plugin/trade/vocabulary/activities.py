"""What goes on in a street beside works."""

from enum import auto

from .word import Word


class ActivityKind(Word):
    """What an activity other than works is."""

    SKIPS = auto()
    SCAFFOLDING = auto()
    HOARDING = auto()
    CRANE_MOBILE_PLATFORM = auto()
    EVENT = auto()
    SECTION50 = auto()
    SECTION58 = auto()
    COMPOUND = auto()
    OTHER = auto()
