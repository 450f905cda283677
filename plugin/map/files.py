"""Shapes that a file offers: whatever QGIS opens, and tables of WKT or of positions."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Optional

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..errors import StreetWorksError
from ..extents.typed import KINDS, LINE, POINT, POLYGON, Typed, read_positions, shape_of
from ..words import tr
from .compat import LINE_GEOMETRY, POINT_GEOMETRY, POLYGON_GEOMETRY
from .draw import DECIMALS, name_of, plain
from .memory import NATIONAL_GRID
from .tables import read_table
from .taken import Taken, from_wkt, no_shape

MOST_OFFERED = 1000
_MOST_BYTES = 20_000_000
_UNSAID = "unsaid"
_TABLES = (".csv", ".psv", ".tsv", ".txt", ".wkt")
_KIND = {POINT_GEOMETRY: POINT, LINE_GEOMETRY: LINE, POLYGON_GEOMETRY: POLYGON}


@dataclass(frozen=True)
class Offered:
    """One shape of a file: what it is called, its kind (of KINDS) and size, and the shape.

    `crs` is "" where the file does not say it, as DXF never does. `problem` is why it cannot be
    taken, "" when it can.
    """

    label: str
    kind: str
    size: str
    wkt: str
    crs: str
    notes: tuple[str, ...] = ()
    problem: str = ""

    def taken(self) -> Taken:
        """Take it; without a coordinate system it is assumed to be in British National Grid.

        Raises StreetWorksError when it has a problem.
        """
        if self.problem:
            raise no_shape(self.problem, self.wkt)
        if self.crs:
            return Taken(self.wkt, self.crs, self.notes)
        note = tr("The file does not say its coordinate system; British National Grid was assumed.")
        return Taken(self.wkt, NATIONAL_GRID, (*self.notes, note))


def from_file(path: str) -> list[Offered]:
    """List the points, lines and areas of a file, at most `MOST_OFFERED`, in the file's order.

    Everything that GDAL's vector drivers open (GeoPackage, Shapefile, DXF, GeoJSON, KML ...), and
    text files with a column of WKT or with positions: these come as each of the shapes that they
    could all be together, then one by one. Raises StreetWorksError for a file that cannot be read
    or holds no shape.
    """
    name = Path(path).name
    if not Path(path).exists():
        raise StreetWorksError(
            tr("There is no file “{name}”.").format(name=name),
            advice=tr("Look whether it was moved or renamed."),
            detail=path,
        )
    is_table = Path(path).suffix.lower() in _TABLES
    found = _of_table(path) if is_table else list(islice(_of_layers(path), MOST_OFFERED))
    if not found:
        raise no_shape(tr("No shape can be read from the file “{name}”.").format(name=name), path)
    return found


def _of_layers(path: str) -> Iterator[Offered]:
    registry = QgsProviderRegistry.instance()
    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    options = QgsVectorLayer.LayerOptions(False)
    # Otherwise QGIS may ask for the CRS in a dialog of its own.
    options.skipCrsValidation = True
    for details in registry.providerMetadata("ogr").querySublayers(path, flags):
        layer = QgsVectorLayer(details.uri(), details.name(), details.providerKey(), options)
        if layer.isValid() and layer.isSpatial():
            yield from _of_layer(layer)


def _of_layer(layer: QgsVectorLayer) -> Iterator[Offered]:
    crs = layer.crs()
    measure = None
    if crs.isValid() and crs.authid() != NATIONAL_GRID:
        measure = QgsDistanceArea()
        measure.setSourceCrs(crs, QgsCoordinateTransformContext())
        measure.setEllipsoid(crs.ellipsoidAcronym())
    named = name_of(crs) if crs.isValid() else ""
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        kind = _KIND.get(geometry.type())
        if kind is None or geometry.isEmpty():
            continue
        flat = plain(geometry)
        size = _size(flat, kind, measure)
        yield Offered(_label(layer, feature), kind, size, flat.asWkt(DECIMALS), named)


def _label(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    field = layer.fields().lookupField(layer.displayField())
    value = feature.attribute(field) if field >= 0 else None
    text = value.strip() if isinstance(value, str) else ""
    called = text[:80] or tr("feature {n}").format(n=feature.id())
    return tr("{layer}: {feature}").format(layer=layer.name(), feature=called)


def _size(geometry: QgsGeometry, kind: str, measure: Optional[QgsDistanceArea] = None) -> str:
    """Say how large a shape is, in metres; `measure` is for those whose own units are others."""
    if kind == LINE:
        length = measure.measureLength(geometry) if measure else geometry.length()
        return tr("{length:.1f} m").format(length=length)
    if kind == POLYGON:
        area = measure.measureArea(geometry) if measure else geometry.area()
        return tr("{area:.1f} m²").format(area=area)
    return ""


def _of_table(path: str) -> list[Offered]:
    table = read_table(_text(path), MOST_OFFERED)
    if table.positions:
        return _of_positions(read_positions(table.positions))
    return [_of_wkt(shape.label, shape.wkt) for shape in table.shapes]


def _of_wkt(label: str, text: str) -> Offered:
    try:
        wkt, named = from_wkt(text, _UNSAID)
    except StreetWorksError as error:
        return Offered(label, "", "", text, "", problem=error.message)
    crs = "" if named == _UNSAID else named
    geometry = QgsGeometry.fromWkt(wkt.rpartition(";")[2])
    kind = _KIND.get(geometry.type(), "")
    size = _size(geometry, kind) if crs in ("", NATIONAL_GRID) else ""
    return Offered(label, kind, size, wkt.rpartition(";")[2].strip(), crs)


def _of_positions(typed: Typed) -> list[Offered]:
    """Offer what positions can be together, the area first, and each as a point."""
    together = {
        POLYGON: tr("All {n} positions as an area"),
        LINE: tr("All {n} positions as a line"),
    }
    number = len(typed.points)
    in_grid = typed.crs == NATIONAL_GRID
    found = []
    for kind in reversed(KINDS[1:]):
        try:
            wkt = shape_of(typed.points, kind)
        except StreetWorksError:
            continue  # too few of them to be one: it is not on offer
        size = _size(QgsGeometry.fromWkt(wkt), kind) if in_grid else ""
        label = together[kind].format(n=number)
        found.append(Offered(label, kind, size, wkt, typed.crs, typed.notes))
    for row, point in enumerate(typed.points[: MOST_OFFERED - len(found)], 1):
        label = tr("Position {n}").format(n=row)
        found.append(Offered(label, POINT, "", shape_of([point], POINT), typed.crs, typed.notes))
    return found


def _text(path: str) -> str:
    """Read a text file in UTF-8, or in Windows' own way of writing western letters."""
    try:
        if Path(path).stat().st_size > _MOST_BYTES:
            raise no_shape(tr("The file is too long for a table of shapes."), path)
        content = Path(path).read_bytes()
    except OSError as error:
        raise StreetWorksError(
            tr("The file “{name}” cannot be read.").format(name=Path(path).name),
            advice=tr("Look whether it is open elsewhere, or whether you may read it."),
            detail=str(error),
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
