"""Occupations made of records on the map and of the planner's own layers."""

from datetime import date
from typing import Callable, Optional, Union

from shapely.geometry.base import BaseGeometry

from ..trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ..trade.labels import label
from ..trade.records.on_map import MapRecord
from ..trade.vocabulary.permits import PermitStatus
from ..words import tr
from .occupation import OWN, SINCE_EVER, WITHOUT_END, Occupation, street_keys
from .shapes import from_geojson, from_wkt

_HS2_REFERENCE = "HS2"


def from_record(record: MapRecord) -> Occupation:
    """Make an occupation of a record on the map.

    A cancelled activity gets a cancelled permit's status, which is in nobody's way. Raises
    ValueError for an unknown kind.
    """
    make = _MAKERS.get(record.kind)
    if make is None:
        raise ValueError(f"unknown kind of record {record.kind!r}")
    return make(record)


def from_own_layer(
    layer: str,
    reference: str,
    shape: Union[str, BaseGeometry, None],
    *,
    what: str = "",
    category: str = "",
    start: Optional[date] = SINCE_EVER,
    end: Optional[date] = WITHOUT_END,
) -> Occupation:
    """Make an occupation of a feature of the planner's layer named `layer`.

    `shape` is in EPSG:27700, as WKT or a shapely geometry; one that cannot be read makes one
    without a shape, which a report lists as unusable. Without dates it is there every day.
    """
    return Occupation(
        kind=f"{OWN}{layer}",
        reference=reference,
        what=what or tr("feature of “{layer}”").format(layer=layer),
        shape=from_wkt(shape) if isinstance(shape, str) else shape,
        start=start,
        end=end,
        category=category,
    )


def _works(record: MapRecord) -> Occupation:
    return Occupation(
        kind=record.kind,
        reference=record.works_reference,
        what=_together(record.promoter, label(record.category), label(record.traffic)),
        shape=_shape(record),
        start=record.first_day,
        end=record.last_day,
        status=record.status,
        traffic=record.traffic,
        category=record.category,
        promoter=record.promoter,
        promoter_code=record.promoter_code,
    )


def _activity(record: MapRecord) -> Occupation:
    return Occupation(
        kind=record.kind,
        reference=record.reference,
        what=_together(label(record.activity_kind), record.name, record.street),
        shape=_shape(record),
        start=record.first_day,
        end=record.last_day,
        status=PermitStatus.CANCELLED if record.cancelled else "",
        category=record.activity_kind,
        streets=street_keys(name=record.street, area=record.area or ""),
        street=record.street,
    )


def _forward_plan(record: MapRecord) -> Occupation:
    return Occupation(
        kind=record.kind,
        reference=record.reference,
        what=_together(record.promoter, record.description),
        shape=_shape(record),
        start=record.first_day,
        end=record.last_day,
        status=record.status,
        works_reference=record.works_reference,
        streets=street_keys(name=record.street, area=record.area or ""),
        street=record.street,
        promoter=record.promoter,
        promoter_code=record.promoter_code,
    )


def _hs2(record: MapRecord) -> Occupation:
    return Occupation(
        kind=record.kind,
        reference=_HS2_REFERENCE,
        what=tr("limits of the HS2 act"),
        shape=_shape(record),
        start=SINCE_EVER,
        end=WITHOUT_END,
    )


_MAKERS: dict[str, Callable[[MapRecord], Occupation]] = {
    WORKS: _works,
    ACTIVITY: _activity,
    FORWARD_PLAN: _forward_plan,
    HS2: _hs2,
}


def _shape(record: MapRecord) -> Optional[BaseGeometry]:
    return None if record.geometry is None else from_geojson(record.geometry)


def _together(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
