"""How much traffic management delays traffic, as Street Manager groups its types."""

from ..words import tr
from .traffic import HIGH_IMPACT

HIGH = "high"
MEDIUM = "medium"
LOW = "low"
UNKNOWN = "unknown"

IMPACTS = (HIGH, MEDIUM, LOW, UNKNOWN)

_MEDIUM_TYPES = (
    "stop_go_boards",
    "priority_working",
    "give_and_take",
    "some_carriageway_incursion",
)
_LOW_TYPES = ("no_carriageway_incursion",)

_IMPACT_OF = {
    **dict.fromkeys(HIGH_IMPACT, HIGH),
    **dict.fromkeys(_MEDIUM_TYPES, MEDIUM),
    **dict.fromkeys(_LOW_TYPES, LOW),
}


def impact_of(traffic_management: str) -> str:
    """Return the impact of a type of traffic management; "unknown" for one that is not known.

    High are the six types that Street Manager calls high impact (V1.25.12,
    TrafficManagementType); low is the one that leaves the carriageway free.
    """
    return _IMPACT_OF.get(traffic_management, UNKNOWN)


def impact_name(impact: str) -> str:
    """Name an impact as shortly as a legend needs it."""
    return {
        HIGH: tr("High impact"),
        MEDIUM: tr("Medium impact"),
        LOW: tr("Low impact"),
    }.get(impact, tr("Impact not known"))


def impact_title(impact: str) -> str:
    """Say where the planner chooses one what an impact means for traffic."""
    return {
        HIGH: tr("High impact: closures, contra-flow, signals, convoys"),
        MEDIUM: tr("Medium impact: stop/go, priority, give and take, carriageway incursion"),
        LOW: tr("Low impact: carriageway free"),
    }.get(impact, tr("Impact not known"))
