"""Comments."""

from enum import auto

from .word import Capitals


class CommentTopic(Capitals):
    """What a comment is about."""

    GENERAL = auto()
    SECTION_74 = auto()
    INSPECTION = auto()
    FPN = auto()
    OVERRUN = auto()
    FORWARD_PLAN = auto()
    CHANGE_REQUEST = auto()
    IMPOSED_VARIATION = auto()
    DURATION_CHALLENGE = auto()
    SECTION_81 = auto()
