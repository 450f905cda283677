"""How much traffic management delays traffic, as Street Manager groups its types."""

from enum import auto

from ..words import tr
from .vocabulary.traffic_management import TrafficManagement
from .vocabulary.word import Word


class Impact(Word):
    """How much traffic is delayed."""

    HIGH = auto()
    MEDIUM = auto()
    LOW = auto()
    UNKNOWN = auto()


_IMPACT_OF: dict[str, Impact] = {
    TrafficManagement.ROAD_CLOSURE: Impact.HIGH,
    TrafficManagement.CONTRA_FLOW: Impact.HIGH,
    TrafficManagement.LANE_CLOSURE: Impact.HIGH,
    TrafficManagement.CONVOY_WORKINGS: Impact.HIGH,
    TrafficManagement.MULTI_WAY_SIGNALS: Impact.HIGH,
    TrafficManagement.TWO_WAY_SIGNALS: Impact.HIGH,
    TrafficManagement.STOP_GO_BOARDS: Impact.MEDIUM,
    TrafficManagement.PRIORITY_WORKING: Impact.MEDIUM,
    TrafficManagement.GIVE_AND_TAKE: Impact.MEDIUM,
    TrafficManagement.SOME_CARRIAGEWAY_INCURSION: Impact.MEDIUM,
    TrafficManagement.NO_CARRIAGEWAY_INCURSION: Impact.LOW,
}


def impact_of(traffic_management: str) -> Impact:
    """Return the impact of a type of traffic management, UNKNOWN for one that is not known.

    High are the six types that Street Manager calls high impact (Business rules 7.5); low is the
    one that leaves the carriageway free.
    """
    return _IMPACT_OF.get(traffic_management, Impact.UNKNOWN)


def is_high_impact(traffic_management: str) -> bool:
    """Say whether a type of traffic management weighs heavily on a street."""
    return impact_of(traffic_management) is Impact.HIGH


def impact_name(impact: str) -> str:
    """Name an impact as shortly as a legend needs it."""
    names: dict[str, str] = {
        Impact.HIGH: tr("High impact"),
        Impact.MEDIUM: tr("Medium impact"),
        Impact.LOW: tr("Low impact"),
    }
    return names.get(impact, tr("Impact not known"))


def impact_title(impact: str) -> str:
    """Say where the planner chooses one what an impact means for traffic."""
    titles: dict[str, str] = {
        Impact.HIGH: tr("High impact: closures, contra-flow, signals, convoys"),
        Impact.MEDIUM: tr("Medium impact: stop/go, priority, give and take, carriageway incursion"),
        Impact.LOW: tr("Low impact: carriageway free"),
    }
    return titles.get(impact, tr("Impact not known"))
