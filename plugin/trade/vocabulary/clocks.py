"""The clocks that a planner lives by, whose word their dates are, and what needs a planner."""

from enum import auto

from .word import Word


class Clock(Word):
    """What happens, or has to be done, at a certain time."""

    DEEMS = auto()
    START_BY = auto()
    SLID_END = auto()
    APPLY_BY = auto()
    START_NOTICE = auto()
    STOP_NOTICE = auto()
    OVERRUN = auto()
    REGISTER_BY = auto()
    INTERIM_ENDS = auto()
    GUARANTEE_ENDS = auto()
    INSPECTION_B = auto()
    INSPECTION_C = auto()
    DISCOUNT_ENDS = auto()
    PENALTY_DUE = auto()
    LANE_RENTAL_DAYS = auto()
    ORDER_BY = auto()
    SECTION_58_ENDS = auto()


class Origin(Word):
    """Whose word a date is: Street Manager's, ours by a rule, or ours by a rule that is thin."""

    STREET_MANAGER = auto()
    OURS = auto()
    CHECK = auto()


class Reason(Word):
    """Why something needs a planner."""

    WAITS_FOR_ASSESSMENT = auto()
    CHANGE_WAITS = auto()
    MODIFICATION_TO_ANSWER = auto()
    CHANGE_TO_ANSWER = auto()
    PAA_TO_PROGRESS = auto()
    TO_START = auto()
    TO_STOP = auto()
    OVERRUNS = auto()
    TO_REGISTER = auto()
    INTERIM_TO_REPLACE = auto()
    GUARANTEE_RUNS_OUT = auto()
    INSPECTION_FAILED = auto()
    PENALTY_TO_ANSWER = auto()
    COMMENT_UNREAD = auto()
    SECTION_81_TO_ANSWER = auto()
    PLAN_TO_FIRM_UP = auto()
