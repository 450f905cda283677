"""Candidates made of records on the map and of the planner's own layers."""

from datetime import date
from typing import Callable, Optional, Union

from shapely.geometry.base import BaseGeometry

from ..trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ..trade.labels import label
from ..trade.records.on_map import MapRecord
from ..trade.vocabulary.activities import ActivityKind
from ..trade.vocabulary.permits import PermitStatus
from ..words import tr
from .shapes import from_geojson, from_wkt
from .values import Candidate

_HS2_REFERENCE = "HS2"


def from_record(record: MapRecord) -> Candidate:
    """Make a candidate of a record on the map.

    A cancelled activity gets a cancelled permit's status, which the rules leave out unless told
    otherwise. Raises ValueError for an unknown kind.
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


def _works(record: MapRecord) -> Candidate:
    parts = (record.promoter, label(record.category), label(record.traffic))
    return Candidate(
        kind=record.kind,
        reference=record.works_reference,
        what=_together(*parts),
        geometry=_shape(record),
        start=record.first_day,
        end=record.last_day,
        status=record.status,
        traffic_management=record.traffic,
    )


def _activity(record: MapRecord) -> Candidate:
    return Candidate(
        kind=record.kind,
        reference=record.reference,
        what=_together(label(record.activity_kind), record.name, record.street),
        geometry=_shape(record),
        start=record.first_day,
        end=record.last_day,
        status=PermitStatus.CANCELLED if record.cancelled else "",
        restriction=record.activity_kind == ActivityKind.SECTION58,
    )


def _forward_plan(record: MapRecord) -> Candidate:
    return Candidate(
        kind=record.kind,
        reference=record.reference,
        what=_together(record.promoter, record.description),
        geometry=_shape(record),
        start=record.first_day,
        end=record.last_day,
        status=record.status,
        works_reference=record.works_reference,
    )


def _hs2(record: MapRecord) -> Candidate:
    return Candidate(
        kind=record.kind,
        reference=_HS2_REFERENCE,
        what=tr("limits of the HS2 act"),
        geometry=_shape(record),
        start=None,
        end=None,
    )


_MAKERS: dict[str, Callable[[MapRecord], Candidate]] = {
    WORKS: _works,
    ACTIVITY: _activity,
    FORWARD_PLAN: _forward_plan,
    HS2: _hs2,
}


def _shape(record: MapRecord) -> Optional[BaseGeometry]:
    return None if record.geometry is None else from_geojson(record.geometry)


def _together(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
