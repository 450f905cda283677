"""How traffic is led past works."""

from enum import auto

from .word import Word


class TrafficManagement(Word):
    """How traffic is led past works."""

    ROAD_CLOSURE = auto()
    CONTRA_FLOW = auto()
    LANE_CLOSURE = auto()
    MULTI_WAY_SIGNALS = auto()
    TWO_WAY_SIGNALS = auto()
    CONVOY_WORKINGS = auto()
    STOP_GO_BOARDS = auto()
    PRIORITY_WORKING = auto()
    GIVE_AND_TAKE = auto()
    SOME_CARRIAGEWAY_INCURSION = auto()
    NO_CARRIAGEWAY_INCURSION = auto()
