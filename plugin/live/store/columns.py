"""The columns of a kind's records, and how each is read from a record on the map."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Callable, Optional, Union

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, KINDS, WORKS, title
from ...trade.labels import label
from ...trade.records.on_map import MapRecord
from ...trade.traffic import impact_of
from ...words import tr

START, END = "starts", "ends"  # moments; QGIS's temporal controller reads these two
START_DAY, END_DAY = "start_date", "end_date"
PROMOTER_CODE, ACTIVITY_KIND = "promoter_swa_code", "activity_type"
LABELLED_BY = {WORKS: "reference", ACTIVITY: "name", FORWARD_PLAN: "reference", HS2: ""}
DATED = frozenset(kind for kind in KINDS if kind != HS2)

Text = Callable[[MapRecord], Optional[str]]

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

    Stores, projects and filters of planners know columns by these names: they stay as they are.
    """

    name: str
    alias: str
    type: ColumnType
    read: Callable[[MapRecord], Union[str, date, datetime, bool, None]]


def columns(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind's layers in order, with names in the planner's language."""
    return {
        WORKS: _works,
        ACTIVITY: _activity,
        FORWARD_PLAN: _forward_plan,
        HS2: _hs2,
    }[kind]()


def _works() -> tuple[Column, ...]:
    return (
        _text("reference", tr("Permit"), lambda record: record.reference),
        _text("work_reference", tr("Works reference"), lambda record: record.works_reference),
        _text("promoter", tr("Promoter"), lambda record: record.promoter),
        _text(PROMOTER_CODE, tr("Promoter's SWA code"), lambda record: record.promoter_code),
        *_coded("category", tr("Category"), lambda record: record.category),
        *_coded("traffic_management", tr("Traffic management"), lambda record: record.traffic),
        _text("impact", tr("Impact on traffic"), lambda record: impact_of(record.traffic).value),
        *_coded("status", tr("Permit status"), lambda record: record.status),
        *_dates(),
    )


def _activity() -> tuple[Column, ...]:
    return (
        _text("reference", tr("Activity"), lambda record: record.reference),
        _text("name", tr("Name"), lambda record: record.name),
        *_coded(ACTIVITY_KIND, tr("Type"), lambda record: record.activity_kind),
        _text("location", tr("Location"), lambda record: record.location),
        _text("street", tr("Street"), lambda record: record.street),
        _text("area", tr("Area"), lambda record: record.area),
        Column("cancelled", tr("Cancelled"), ColumnType.YES_NO, lambda record: record.cancelled),
        *_dates(),
    )


def _forward_plan() -> tuple[Column, ...]:
    return (
        _text("reference", tr("Forward plan"), lambda record: record.reference),
        _text("work_reference", tr("Works reference"), lambda record: record.works_reference),
        _text("promoter", tr("Promoter"), lambda record: record.promoter),
        _text("description", tr("Description"), lambda record: record.description),
        *_coded("status", tr("Status"), lambda record: record.status),
        _text("street", tr("Street"), lambda record: record.street),
        _text("area", tr("Area"), lambda record: record.area),
        _text("location", tr("Location"), lambda record: record.location),
        *_dates(),
    )


def _hs2() -> tuple[Column, ...]:
    return (_text("name", tr("Name"), lambda _record: title(HS2)),)


def _text(name: str, alias: str, read: Text) -> Column:
    return Column(name, alias, ColumnType.TEXT, read)


def _coded(name: str, alias: str, read: Text) -> tuple[Column, Column]:
    """Return a column for the word itself and one for how the planner reads it."""
    return (
        _text(name, tr("{name} (code)").format(name=alias), read),
        _text(f"{name}_label", alias, lambda record: label(read(record))),
    )


def _dates() -> tuple[Column, ...]:
    return (
        Column(START_DAY, tr("Start"), ColumnType.DATE, lambda record: record.first_day),
        Column(END_DAY, tr("End"), ColumnType.DATE, lambda record: record.last_day),
        Column(
            START,
            tr("First moment"),
            ColumnType.MOMENT,
            lambda record: _moment(record.first_day, time.min),
        ),
        Column(
            END,
            tr("Last moment"),
            ColumnType.MOMENT,
            lambda record: _moment(record.last_day, _LAST_MOMENT),
        ),
    )


def _moment(day: Optional[date], at: time) -> Optional[datetime]:
    """Return a moment of that day, so that the temporal controller counts whole days."""
    return None if day is None else datetime.combine(day, at)
