"""Candidates made of the GeoJSON API's features (V1.25.12) and of the planner's own layers."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Callable, Optional, Union

from shapely.geometry.base import BaseGeometry

from ..trade.calendar import civil_day
from ..trade.labels import label
from ..words import tr
from .shapes import from_geojson, from_wkt
from .values import Candidate

SECTION_58 = "section58"
_HS2_REFERENCE = "HS2"


def from_records(kind: str, features: Iterable[Any]) -> list[Candidate]:
    """Make a candidate of each feature of one kind of collection.

    `kind` is "works", "activity", "forward_plan" or "hs2"; `features` are those of the contract's
    WorkResponse, ActivityResponse, ForwardPlanResponse or Hs2ActLimitsResponse. A cancelled
    activity gets the status "cancelled", which the rules leave out unless told otherwise. Raises
    ValueError for any other kind.
    """
    make = _MAKERS.get(kind)
    if make is None:
        raise ValueError(f"unknown kind of record {kind!r}")
    return [make(feature) for feature in features]


def from_own_layer(
    layer: str,
    reference: str,
    shape: Union[str, BaseGeometry, None],
    *,
    what: str = "",
    start: Optional[date] = None,
    end: Optional[date] = None,
) -> Candidate:
    """Make a candidate of a feature of the planner's layer named `layer`.

    `shape` is in EPSG:27700, as WKT or a shapely geometry; one that cannot be read makes a
    candidate without a shape, which a report lists as unusable.
    """
    return Candidate(
        kind=f"own:{layer}",
        reference=reference,
        what=what or tr("feature of “{layer}”").format(layer=layer),
        geometry=from_wkt(shape) if isinstance(shape, str) else shape,
        start=start,
        end=end,
    )


def _works(feature: Any) -> Candidate:
    told = feature.properties
    parts = (told.promoter_organisation, label(told.work_category))
    return Candidate(
        kind="works",
        reference=told.work_reference_number,
        what=_together(*parts, label(told.traffic_management_type)),
        geometry=_shape(feature),
        start=civil_day(told.start_date),
        end=civil_day(told.end_date),
        status=_value(told.permit_status),
        traffic_management=_value(told.traffic_management_type),
    )


def _activity(feature: Any) -> Candidate:
    told = feature.properties
    return Candidate(
        kind="activity",
        reference=told.activity_reference_number,
        what=_together(label(told.activity_type), told.activity_name, told.street_name),
        geometry=_shape(feature),
        start=civil_day(told.start_date),
        end=civil_day(told.end_date),
        status="cancelled" if told.cancelled else "",
        restriction=_value(told.activity_type) == SECTION_58,
    )


def _forward_plan(feature: Any) -> Candidate:
    told = feature.properties
    return Candidate(
        kind="forward_plan",
        reference=told.forward_plan_reference_number,
        what=_together(told.promoter_organisation, told.description_of_work),
        geometry=_shape(feature),
        start=civil_day(told.start_date),
        end=civil_day(told.end_date),
        status=_value(told.forward_plan_status),
        works_reference=told.work_reference_number,
    )


def _hs2(feature: Any) -> Candidate:
    return Candidate(
        kind="hs2",
        reference=_HS2_REFERENCE,
        what=tr("limits of the HS2 act"),
        geometry=_shape(feature),
        start=None,
        end=None,
    )


_MAKERS: dict[str, Callable[[Any], Candidate]] = {
    "works": _works,
    "activity": _activity,
    "forward_plan": _forward_plan,
    "hs2": _hs2,
}


def _shape(feature: Any) -> Optional[BaseGeometry]:
    geometry = feature.geometry
    return None if geometry is None else from_geojson(geometry.type, geometry.coordinates)


def _value(member: Any) -> str:
    """Return the text of an enumeration value, or of one that the contract does not know."""
    return str(getattr(member, "value", member))


def _together(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
