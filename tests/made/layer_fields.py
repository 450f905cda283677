"""The columns of a kind as fields of QGIS, for layers that a test or a tool makes itself."""

from qgis.core import QgsField, QgsFields
from street_works.plugin.compat import DATE_FIELD, MOMENT_FIELD, TEXT_FIELD, YES_NO_FIELD
from street_works.plugin.live.store.columns import ColumnType, columns

_TYPES = {
    ColumnType.TEXT: TEXT_FIELD,
    ColumnType.DATE: DATE_FIELD,
    ColumnType.MOMENT: MOMENT_FIELD,
    ColumnType.YES_NO: YES_NO_FIELD,
}


def qgs_fields(kind: str) -> QgsFields:
    """Return the columns of a kind as QGIS wants them."""
    fields = QgsFields()
    for column in columns(kind):
        fields.append(QgsField(column.name, _TYPES[column.type]))
    return fields
