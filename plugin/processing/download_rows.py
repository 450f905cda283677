"""The tables of a download: their columns, and records as rows of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from qgis.core import QgsFeature, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..compat import DATE_FIELD, MOMENT_FIELD, TEXT_FIELD, YES_NO_FIELD
from ..live.store.columns import Column, ColumnType, columns
from ..live.store.geopackage import wkb_of
from ..live.store.records import Record, moment_text
from ..live.store.tables import CENTRE, table_name
from ..trade.kinds import Shape
from ..words import tr
from .names import AREAS_LAYER, LINES_LAYER, POINT_LAYER, POINTS_LAYER, fields_of

IDENTITY, DIGEST, FETCHED, CHANGED = "identity", "digest", "fetched_at", "changed_at"
FIELD_TYPES = {
    ColumnType.TEXT: TEXT_FIELD,
    ColumnType.DATE: DATE_FIELD,
    ColumnType.MOMENT: MOMENT_FIELD,
    ColumnType.YES_NO: YES_NO_FIELD,
}
GEOMETRIES = {
    Shape.POINT.value: POINTS_LAYER,
    Shape.LINE.value: LINES_LAYER,
    Shape.POLYGON.value: AREAS_LAYER,
    CENTRE: POINT_LAYER,
}


@dataclass(frozen=True)
class Table:
    """A table of a download: a kind of record, and the value of a Shape or "centre"."""

    kind: str
    shape: str

    @property
    def name(self) -> str:
        """Its name, as in `works_point`."""
        return table_name(self.kind, self.shape)

    @property
    def geometry(self) -> Any:
        """The type of its shapes: several in one row, but for the points of "centre"."""
        return GEOMETRIES[self.shape]

    @property
    def fields(self) -> QgsFields:
        """Its columns, but for the row's number."""
        return fields_for(self.kind)


def tables_of(kinds: Iterable[str]) -> list[Table]:
    """Return the tables of some kinds."""
    return [Table(kind, shape) for kind in kinds for shape in GEOMETRIES]


def types_of(kind: str) -> dict[str, ColumnType]:
    """Return the columns of a kind's tables in order, but for the row's number and the shape."""
    return {
        IDENTITY: ColumnType.TEXT,
        **{column.name: column.type for column in columns(kind)},
        DIGEST: ColumnType.TEXT,
        FETCHED: ColumnType.MOMENT,
        CHANGED: ColumnType.MOMENT,
    }


def aliases_of(kind: str) -> dict[str, str]:
    """Return the planner's names for these columns."""
    return {
        IDENTITY: tr("Identity"),
        **{column.name: column.alias for column in columns(kind)},
        DIGEST: tr("Digest"),
        FETCHED: tr("First fetched (UTC)"),
        CHANGED: tr("Last changed (UTC)"),
    }


def fields_for(kind: str) -> QgsFields:
    """Return these columns as QGIS wants them."""
    return fields_of({name: FIELD_TYPES[one] for name, one in types_of(kind).items()})


class Rows:
    """Turns a kind's records into rows as of a moment."""

    def __init__(self, kind: str, as_of: datetime) -> None:
        self._columns: Sequence[Column] = columns(kind)
        self._moment = _moment(moment_text(as_of))

    def values(self, record: Record) -> dict[str, Any]:
        """Return what a row says of a record, by column, but for when it was first fetched."""
        own = zip(self._columns, record.values)
        return {
            IDENTITY: record.identity,
            **{column.name: _value(column.type, value) for column, value in own},
            DIGEST: record.digest.hex(),
            CHANGED: self._moment,
        }

    def feature(
        self, record: Record, table: Table, fields: Optional[QgsFields] = None
    ) -> QgsFeature:
        """Return a new row of a table; `fields` are its columns if it has more than its own."""
        feature = QgsFeature(fields or table.fields)
        for name, value in {**self.values(record), FETCHED: self._moment}.items():
            feature.setAttribute(name, value)
        feature.setGeometry(shape_of(record, table.shape))
        return feature


def has(record: Record, shape: str) -> bool:
    """Whether a record has a part of this shape."""
    return any(one == shape for one, _blob in record.rows)


def shape_of(record: Record, shape: str) -> QgsGeometry:
    """Return all of a record's parts of a shape as one geometry."""
    parts = []
    for one, blob in record.rows:
        if one == shape:
            part = QgsGeometry()
            part.fromWkb(wkb_of(blob))
            parts.append(part)
    return parts[0] if shape == CENTRE else QgsGeometry.collectGeometry(parts)


def _value(kind: ColumnType, value: Any) -> Any:
    if value is None or kind is ColumnType.TEXT:
        return value
    if kind is ColumnType.DATE:
        return QDate.fromString(str(value), Qt.DateFormat.ISODate)
    return _moment(str(value)) if kind is ColumnType.MOMENT else bool(value)


def _moment(text: str) -> QDateTime:
    return QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)
