"""What the register holds: works with their permits, activities, forward plans.

All are frozen; a change makes a new record. Geometry is shapely in EPSG:27700; moments are aware
and in UTC; enumeration values are the contract's own text, or whatever a published record had.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional

from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Place:
    """The street that something is on, as its record gives it."""

    usrn: int
    street: str
    area: str
    town: str
    road_category: int
    authority_swa_code: str
    authority: str


@dataclass(frozen=True)
class Permit:
    """One permit of some works. `details` are its application's fields, by the contract's names."""

    reference: str
    category: str
    status: str
    start: datetime
    end: datetime
    traffic_management: str
    created: datetime
    actual_start: Optional[datetime] = None
    actual_stop: Optional[datetime] = None
    is_early_start: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Works:
    """One works record with its permits, oldest first; the last one is the active permit."""

    reference: str
    workstream: str
    promoter_swa_code: str
    promoter: str
    place: Place
    geometry: BaseGeometry
    status: str
    permits: tuple[Permit, ...]
    created_by: str = "practice"
    files: tuple[int, ...] = ()

    @property
    def active(self) -> Permit:
        """The permit that counts: the latest."""
        return self.permits[-1]


@dataclass(frozen=True)
class Activity:
    """A skip, scaffolding, an event, a section 58: what the authority has put on the map."""

    reference: str
    name: str
    kind: str
    where: str
    place: Place
    geometry: BaseGeometry
    start: datetime
    end: datetime
    cancelled: bool = False


@dataclass(frozen=True)
class ForwardPlan:
    """Major works that a promoter expects to do."""

    reference: str
    work_reference: str
    status: str
    place: Place
    geometry: BaseGeometry
    start: datetime
    end: datetime
    description: str
    promoter: str
    where: str
