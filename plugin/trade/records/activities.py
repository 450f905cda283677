"""Activities: what else than works a highway authority puts on the map."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from .geojson import GeoJson


@dataclass(frozen=True)
class Activity:
    """An activity in a street; the words are those of `works`."""

    reference: str
    name: str
    kind: str
    details: str
    cancelled: bool
    why_cancelled: str
    usrn: int
    street: str
    area: str
    town: str
    place: str
    geometry: GeoJson
    first_day: datetime
    last_day: datetime
    first_time: Optional[datetime]
    last_time: Optional[datetime]
    traffic: str
    positions: tuple[str, ...]
    shared: bool
    contact: str
    how_to_reach: str
    notes: str
