"""Shapes of several kinds in one, and lines that stand for areas.

QGIS does not count a layer of collections among those that have shapes, and gives it no coordinate
system; its provider has one. Such layers come of areas with a label's point, as KML has them.
"""

from dataclasses import dataclass

from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPolygon,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..compat import LINE_GEOMETRY, POINT_GEOMETRY, POLYGON_GEOMETRY
from ..words import tr
from .draw import plain

# A ring has three corners at least, and comes back to the first.
_FEWEST = 4


@dataclass(frozen=True)
class OfOneKind:
    """The points, lines or areas of a shape, plain, and what has to be said of the others."""

    geometry: QgsGeometry
    notes: tuple[str, ...] = ()


def has_shapes(layer: QgsVectorLayer) -> bool:
    """Whether a layer has shapes, collections included."""
    return layer.isSpatial() or _is_of_collections(layer)


def crs_of(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """Return the coordinate system of a layer with shapes; an invalid one where it has none."""
    crs = layer.crs()
    provider = layer.dataProvider()
    return crs if crs.isValid() or provider is None or layer.isSpatial() else provider.crs()


def geometry_of(feature: QgsFeature, layer: QgsVectorLayer) -> QgsGeometry:
    """Return a feature's geometry; a null one where it has none.

    QGIS 3.22 does not read collections with heights: GDAL does.
    """
    geometry = feature.geometry()
    if geometry.isNull() and _is_of_collections(layer) and layer.providerType() == "ogr":
        return _as_gdal_reads_it(feature, layer)
    return geometry


def by_kind(geometry: QgsGeometry) -> list[OfOneKind]:
    """Take a shape apart into its areas, its lines and its points; a shape of one kind stays one.

    Each says how many parts of other kinds are left out of it.
    """
    if geometry.isNull() or geometry.isEmpty():
        return []
    found = [
        (kind, parts)
        for kind in (POLYGON_GEOMETRY, LINE_GEOMETRY, POINT_GEOMETRY)
        if (parts := [part for part in _parts(plain(geometry)) if part.type() == kind])
    ]
    if len(found) == 1 and geometry.type() == found[0][0]:
        return [OfOneKind(plain(geometry))]
    number = sum(len(parts) for _, parts in found)
    return [OfOneKind(_together(parts), _left_out(number - len(parts))) for _, parts in found]


def area_inside(geometry: QgsGeometry) -> QgsGeometry:
    """Return the areas that lines go round, each of them; a null geometry if one is not closed."""
    if geometry.type() != LINE_GEOMETRY:
        return QgsGeometry()
    lines = _parts(geometry)
    if not lines or not all(map(_goes_round, lines)):
        return QgsGeometry()
    return _together([QgsGeometry(QgsPolygon(line.constGet().clone())) for line in lines])


def _goes_round(line: QgsGeometry) -> bool:
    return bool(line.constGet().isClosed() and line.constGet().numPoints() >= _FEWEST)


def _parts(geometry: QgsGeometry) -> list[QgsGeometry]:
    """Return the single parts, however deep they lie; parts without a place are left out."""
    parts = geometry.asGeometryCollection()
    if len(parts) == 1 and not QgsWkbTypes.isMultiType(parts[0].wkbType()):
        return [part for part in parts if not part.isEmpty()]
    return [single for part in parts for single in _parts(part)]


def _together(parts: list[QgsGeometry]) -> QgsGeometry:
    return parts[0] if len(parts) == 1 else QgsGeometry.collectGeometry(parts)


def _left_out(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    said = tr("The shape is of several kinds: {n} part(s) of other kinds were left out.")
    return (said.format(n=number),)


def _is_of_collections(layer: QgsVectorLayer) -> bool:
    return bool(QgsWkbTypes.flatType(layer.wkbType()) == QgsWkbTypes.GeometryCollection)


def _as_gdal_reads_it(feature: QgsFeature, layer: QgsVectorLayer) -> QgsGeometry:
    path, *options = layer.source().split("|")
    named = dict(option.partition("=")[::2] for option in options)
    source = ogr.Open(path)
    table = None
    if source is not None:
        name = named.get("layername")
        table = source.GetLayerByName(name) if name else source.GetLayer(0)
    found = None if table is None else table.GetFeature(feature.id())
    there = None if found is None else found.GetGeometryRef()
    if there is None:
        return QgsGeometry()
    return QgsGeometry.fromWkt(there.ExportToIsoWkt())
