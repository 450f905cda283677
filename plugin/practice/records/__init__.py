"""What the register holds.

All records are frozen: a change makes a new record. Geometry is shapely in EPSG:27700; moments are
aware and in UTC; enumeration values are the contract's own text, or whatever a published record
had.
"""

from .activities import Activity
from .areas import Area
from .comments import Comment
from .events import SYSTEM, Event
from .exports import CsvExport
from .forward_plans import ForwardPlan
from .inspections import Inspection, ScheduledInspection
from .numbered import numbered
from .penalties import Penalty
from .people import Person, Workstream
from .permits import ASSESSED, Alteration, LaneRental, Permit
from .places import Place
from .section81 import Section81
from .shapes import Shape, geojson
from .sites import Reinstatement, Site
from .works import Change, Historic, Works

__all__ = [
    "ASSESSED",
    "SYSTEM",
    "Activity",
    "Alteration",
    "Area",
    "Change",
    "Comment",
    "CsvExport",
    "Event",
    "ForwardPlan",
    "Historic",
    "Inspection",
    "LaneRental",
    "Penalty",
    "Permit",
    "Person",
    "Place",
    "Reinstatement",
    "ScheduledInspection",
    "Section81",
    "Shape",
    "Site",
    "Works",
    "Workstream",
    "geojson",
    "numbered",
]
