"""Forward plans: works that are announced long before they are applied for."""

from dataclasses import dataclass
from datetime import datetime

from .geojson import GeoJson
from .streets import Designation


@dataclass(frozen=True)
class ForwardPlan:
    """A forward plan of some works; the words are those of `works`.

    `project` is the promoter's own reference for it.
    """

    reference: str
    works_reference: str
    status: str
    why_cancelled: str
    promoter: str
    promoter_code: str
    authority: str
    authority_code: str
    usrn: int
    street: str
    area: str
    town: str
    reinstatement: int
    place: str
    description: str
    geometry: GeoJson
    first_day: datetime
    last_day: datetime
    traffic: str
    designations: tuple[Designation, ...]
    contact: str
    notes: str
    project: str = ""

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference
