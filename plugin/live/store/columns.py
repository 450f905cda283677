"""The columns of a kind's records, and how each is read from a feature of the contract."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from typing import Any, Callable, Optional

from ...trade.calendar import uk_time
from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, KINDS, WORKS, title
from ...trade.labels import label
from ...trade.traffic import impact_of
from ...words import tr

START, END = "starts", "ends"  # moments; QGIS's temporal controller reads these two
START_DAY, END_DAY = "start_date", "end_date"
LABELLED_BY = {WORKS: "reference", ACTIVITY: "name", FORWARD_PLAN: "reference", HS2: ""}
DATED = frozenset(kind for kind in KINDS if kind != HS2)

_LAST_MOMENT = time(23, 59, 59)


class ColumnType(Enum):
    """What a column holds. A moment is one on UK clocks, without a zone, unless it says so."""

    TEXT = "text"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class Column:
    """A column: its name in the layer, the planner's name for it, its type, how it is read.

    `read` takes a feature's properties and returns a str, date, datetime or bool, or None.
    """

    name: str
    alias: str
    type: ColumnType
    read: Callable[[Any], Any]


def columns(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind's layers in order, with names in the planner's language."""
    return {
        WORKS: _works,
        ACTIVITY: _activity,
        FORWARD_PLAN: _forward_plan,
        HS2: _hs2,
    }[kind]()


def read_all(described: Sequence[Column], properties: Any) -> list[Any]:
    """Return a feature's values in the order of its columns; what is absent is None."""
    return [column.read(properties) for column in described]


def _works() -> tuple[Column, ...]:
    return (
        _text("permit_reference_number", tr("Permit"), "reference"),
        _text("work_reference_number", tr("Works reference"), "work_reference"),
        _text("promoter_organisation", tr("Promoter"), "promoter"),
        _text("promoter_swa_code", tr("Promoter's SWA code"), "promoter_swa_code"),
        *_coded("work_category", tr("Category"), "category"),
        *_coded("traffic_management_type", tr("Traffic management"), "traffic_management"),
        Column(
            "impact",
            tr("Impact on traffic"),
            ColumnType.TEXT,
            lambda properties: impact_of(_code(properties, "traffic_management_type")).value,
        ),
        *_coded("permit_status", tr("Permit status"), "status"),
        *_dates(),
    )


def _activity() -> tuple[Column, ...]:
    return (
        _text("activity_reference_number", tr("Activity"), "reference"),
        _text("activity_name", tr("Name"), "name"),
        *_coded("activity_type", tr("Type"), "activity_type"),
        _text("activity_location_description", tr("Location"), "location"),
        _text("street_name", tr("Street"), "street"),
        _text("area_name", tr("Area"), "area"),
        Column(
            "cancelled",
            tr("Cancelled"),
            ColumnType.YES_NO,
            lambda properties: getattr(properties, "cancelled", None),
        ),
        *_dates(),
    )


def _forward_plan() -> tuple[Column, ...]:
    return (
        _text("forward_plan_reference_number", tr("Forward plan"), "reference"),
        _text("work_reference_number", tr("Works reference"), "work_reference"),
        _text("promoter_organisation", tr("Promoter"), "promoter"),
        _text("description_of_work", tr("Description"), "description"),
        *_coded("forward_plan_status", tr("Status"), "status"),
        _text("street", tr("Street"), "street"),
        _text("area", tr("Area"), "area"),
        _text("location_description", tr("Location"), "location"),
        *_dates(),
    )


def _hs2() -> tuple[Column, ...]:
    return (Column("name", tr("Name"), ColumnType.TEXT, lambda _properties: title(HS2)),)


def _text(source: str, alias: str, name: str) -> Column:
    return Column(name, alias, ColumnType.TEXT, lambda properties: _string(properties, source))


def _coded(source: str, alias: str, name: str) -> tuple[Column, Column]:
    """Return a column for the contract's code and one for the planner's words."""
    return (
        Column(
            name,
            tr("{name} (code)").format(name=alias),
            ColumnType.TEXT,
            lambda properties: _code(properties, source),
        ),
        Column(
            f"{name}_label",
            alias,
            ColumnType.TEXT,
            lambda properties: label(_code(properties, source)),
        ),
    )


def _dates() -> tuple[Column, ...]:
    return (
        Column(START_DAY, tr("Start"), ColumnType.DATE, lambda got: _day(got, "start_date")),
        Column(END_DAY, tr("End"), ColumnType.DATE, lambda got: _day(got, "end_date")),
        Column(
            START,
            tr("First moment"),
            ColumnType.MOMENT,
            lambda got: _moment(got, "start_date", time.min),
        ),
        Column(
            END,
            tr("Last moment"),
            ColumnType.MOMENT,
            lambda got: _moment(got, "end_date", _LAST_MOMENT),
        ),
    )


def _string(properties: Any, source: str) -> Optional[str]:
    value = getattr(properties, source, None)
    return None if value is None else str(value)


def _code(properties: Any, source: str) -> str:
    value = getattr(properties, source, None)
    return str(getattr(value, "value", "" if value is None else value))


def _day(properties: Any, source: str) -> Optional[date]:
    """Return the civil day in the UK, as a record's day begins there and not in Greenwich."""
    value = getattr(properties, source, None)
    return _uk_day(value) if isinstance(value, datetime) else None


@lru_cache(maxsize=1024)  # most records begin and end on the same few days
def _uk_day(moment: datetime) -> date:
    return uk_time(moment).date()


def _moment(properties: Any, source: str, at: time) -> Optional[datetime]:
    """Return a moment of that day, so that the temporal controller counts whole days."""
    day = _day(properties, source)
    return None if day is None else datetime.combine(day, at)
