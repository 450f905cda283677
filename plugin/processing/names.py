"""QGIS's names that moved between versions, and what belongs with them.

Unscoped the names are found in all versions, from 3.22 on.
"""

from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorDataProvider,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QT_VERSION, QMetaType, QVariant

# QgsField takes QVariant's types with Qt 5 and QMetaType's with Qt 6.
_TYPES = QMetaType.Type if QT_VERSION >= 0x060000 else QVariant.Type
WHOLE_NUMBER_FIELD = _TYPES.LongLong
NUMBER_FIELD = _TYPES.Double

ANY_GEOMETRY = QgsProcessing.TypeVectorAnyGeometry
POINTS = QgsProcessing.TypeVectorPoint
LINES = QgsProcessing.TypeVectorLine
TABLE = QgsProcessing.TypeVector
POINT_LAYER = QgsWkbTypes.Point
LINE_LAYER = QgsWkbTypes.LineString
NO_SHAPES = QgsWkbTypes.NoGeometry
OPTIONAL = QgsProcessingParameterDefinition.FlagOptional
# Faulty shapes are what the algorithms are for: QGIS must not stop at them.
AS_THEY_ARE = QgsProcessingFeatureSource.FlagSkipGeometryValidityChecks
FAST_INSERT = QgsFeatureSink.FastInsert
REAL_NUMBER = QgsProcessingParameterNumber.Double
A_DAY = QgsProcessingParameterDateTime.Date
WITHOUT_SHAPE = QgsFeatureRequest.NoGeometry
SHAPE_MEETS = QgsFeatureRequest.ExactIntersect
MAY_EDIT = (
    QgsVectorDataProvider.AddFeatures
    | QgsVectorDataProvider.DeleteFeatures
    | QgsVectorDataProvider.ChangeAttributeValues
    | QgsVectorDataProvider.ChangeGeometries
)
POINTS_LAYER = QgsWkbTypes.MultiPoint
LINES_LAYER = QgsWkbTypes.MultiLineString
AREAS_LAYER = QgsWkbTypes.MultiPolygon


def straight(kind: Any) -> Any:
    """Return the type of layer that takes the shapes of `kind` without curves, Z and M."""
    return QgsWkbTypes.flatType(QgsWkbTypes.linearType(kind))


def single(kind: Any) -> Any:
    """Return the type of layer that takes the parts of such shapes; of collections, the areas."""
    flat = straight(kind)
    is_mixed = flat == QgsWkbTypes.GeometryCollection
    return QgsWkbTypes.Polygon if is_mixed else QgsWkbTypes.singleType(flat)


def type_name(kind: Any) -> str:
    """Return the name of a type of layer, as PostGIS knows it."""
    return str(QgsWkbTypes.displayString(kind))


def fields_of(names_and_types: dict[str, Any]) -> QgsFields:
    """Return fields by their names and types."""
    fields = QgsFields()
    for name, kind in names_and_types.items():
        fields.append(QgsField(name, kind))
    return fields


def with_more(fields: QgsFields, names_and_types: dict[str, Any]) -> QgsFields:
    """Return the fields with more after them; a name that is taken gets a number."""
    return QgsProcessingUtils.combineFields(fields, fields_of(names_and_types))
