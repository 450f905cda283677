"""Occupations made of records on the map, of a street, and of the planner's own layers."""

from datetime import date
from typing import Callable, Optional, Union

from shapely.errors import ShapelyError
from shapely.geometry import shape as shape_of
from shapely.geometry.base import BaseGeometry

from ..rules import asd
from ..trade.calendar import civil_day
from ..trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ..trade.labels import label
from ..trade.records.geojson import GeoJson
from ..trade.records.on_map import MapRecord
from ..trade.records.streets import Designation, Street
from ..trade.vocabulary.permits import PermitStatus
from ..words import tr
from .occupation import DESIGNATION, OWN, SINCE_EVER, WITHOUT_END, Occupation, street_keys
from .shapes import from_geojson, from_wkt, usable

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


def from_street(street: Street) -> tuple[Occupation, ...]:
    """Make occupations of the designations of a street, by their part of it and their days.

    One without a part of its own is where the street's line is. Hours and periodicity are told in
    `what` and count for nothing else: on some of its days it may not apply.
    """
    line = _of_geojson(street.line)
    return tuple(_designation(street, line, one) for one in street.designations)


def _designation(street: Street, line: Optional[BaseGeometry], told: Designation) -> Occupation:
    part = None if told.whole_street else _of_geojson(told.geometry)
    return Occupation(
        kind=DESIGNATION,
        reference=f"{street.usrn}-{told.code}",
        what=_together(asd.name_of(told.code), asd.when(told), told.description or "", street.name),
        shape=line if part is None else part,
        start=SINCE_EVER if told.first_day is None else civil_day(told.first_day),
        end=WITHOUT_END if told.last_day is None else civil_day(told.last_day),
        category=str(asd.number_of(told.code) or told.code),
        streets=street_keys(street.usrn, street.name, street.area),
        street=street.name,
        authority=street.authority,
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


def _of_geojson(told: Optional[GeoJson]) -> Optional[BaseGeometry]:
    """Read a shape of the gazetteer; None where there is none or it cannot be used."""
    try:
        return usable(None if told is None else shape_of(told))[0]
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError):
        return None


def _together(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
