"""Where in the street works are."""

from enum import auto

from .word import Word


class LocationType(Word):
    """Which parts of the street are taken."""

    FOOTWAY = auto()
    CARRIAGEWAY = auto()
    VERGE = auto()
    CYCLEWAY = auto()
    FOOTPATH = auto()
    PARKING_PLACE = auto()
    BUS_STOP_OR_STAND = auto()
    CYCLE_HIRE_DOCKING_STATION = auto()
    TAXI_RANK = auto()


class FootwayClosure(Word):
    """Whether a footway is closed, and what walkers are given instead."""

    YES_PROVIDE_PEDESTRIAN_WALKWAY = auto()
    YES_PROVIDE_ALTERNATIVE_ROUTE = auto()
    NO = auto()
