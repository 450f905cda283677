"""Works on the map, and shapes for records."""

from datetime import date
from typing import Any, Optional

from street_works.plugin.api.v1.models.geojson import WorkFeature
from street_works.plugin.api.v1.reading import on_map
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import WORKS
from street_works.plugin.trade.records.on_map import Geometry, MapRecord

EVER = Days(date(2000, 1, 1), date(2099, 12, 31))


def point(easting: float, northing: float) -> Geometry:
    """Return a point."""
    return Geometry("Point", [easting, northing])


def square(easting: float, northing: float, size: float = 20.0) -> Geometry:
    """Return a square whose lower left corner is there."""
    right, top = easting + size, northing + size
    ring = [[easting, northing], [right, northing], [right, top], [easting, top]]
    return Geometry("Polygon", [[*ring, ring[0]]])


def works(
    number: object,
    geometry: Optional[Geometry],
    first: Optional[date] = date(2026, 6, 3),
    last: Optional[date] = date(2026, 6, 5),
    **changes: Any,
) -> MapRecord:
    """Return the works of a number; changes are fields of a MapRecord."""
    told = MapRecord(
        WORKS,
        geometry,
        reference=f"W{number}-01",
        works_reference=f"W{number}",
        promoter="Anytown Water",
        promoter_code="0999",
        category="minor",
        traffic="road_closure",
        status="granted",
        first_day=first,
        last_day=last,
    )
    return told._replace(**changes)


def as_told(feature: str) -> MapRecord:
    """Return the works of which the map of V1.25.12 tells by this JSON."""
    return on_map.works(WorkFeature.model_validate_json(feature))
