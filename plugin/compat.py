"""What differs between Qt 5 and Qt 6, and between QGIS 3.22 and 4, in one place."""

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes
from qgis.PyQt.QtCore import QT_VERSION, QMetaType, QVariant

_QT6 = QT_VERSION >= 0x060000

# QGIS moved these members to other enumerations in 3.30 and 3.36; unscoped they are found in all
# versions.
WKT2 = QgsCoordinateReferenceSystem.WKT2_2019
POINT_GEOMETRY = QgsWkbTypes.PointGeometry
LINE_GEOMETRY = QgsWkbTypes.LineGeometry
POLYGON_GEOMETRY = QgsWkbTypes.PolygonGeometry

# QgsField takes QVariant's types with Qt 5 and QMetaType's with Qt 6.
TEXT_FIELD = QMetaType.Type.QString if _QT6 else QVariant.Type.String
NUMBER_FIELD = QMetaType.Type.Int if _QT6 else QVariant.Type.Int
DATE_FIELD = QMetaType.Type.QDate if _QT6 else QVariant.Type.Date
MOMENT_FIELD = QMetaType.Type.QDateTime if _QT6 else QVariant.Type.DateTime
DECIMAL_FIELD = QMetaType.Type.Double if _QT6 else QVariant.Type.Double
YES_NO_FIELD = QMetaType.Type.Bool if _QT6 else QVariant.Type.Bool


def enum_value(member: Any) -> int:
    """Return the number of a Qt enumeration's member: an int with Qt 5, an Enum with Qt 6."""
    return int(getattr(member, "value", member))
