"""What is said about a drawn shape: findings, how serious they are, and the limits they go by."""

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from shapely.geometry.base import BaseGeometry


class Severity(Enum):
    """How serious a finding is; only an ERROR keeps an extent from being submitted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """One thing to tell the planner about a shape.

    `rule` is a stable name for programs; `message` and `advice` are for the planner; `where` is the
    place to zoom to, in EPSG:27700, if there is one; `mend` is the label of the mend on offer, None
    when it cannot be mended here.
    """

    rule: str
    severity: Severity
    message: str
    advice: str = ""
    where: Optional[BaseGeometry] = None
    mend: Optional[str] = None


@dataclass(frozen=True)
class Limits:
    """The thresholds of the checks: metres, square metres and degrees.

    Street Manager publishes none of them but `site_m` (Business rules 8.2). They are what makes
    sense for works in one street: more than that is a warning that the planner may overrule; only
    what is too small to be a place on the ground is an error.
    """

    shortest_m: float = 0.1
    smallest_m2: float = 0.1
    largest_m: float = 500.0
    largest_m2: float = 10_000.0
    most_points: int = 1000
    simplify_m: float = 0.05
    sliver_m: float = 0.1
    spike_degrees: float = 5.0
    double_back_degrees: float = 15.0
    accuracy_m: float = 1.0
    accuracy_refused_m: float = 10.0
    near_street_m: float = 25.0
    far_from_street_m: float = 250.0
    site_m: float = 10.0
