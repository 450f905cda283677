"""Shapes that a file offers: whatever QGIS opens, and tables of WKT or of positions."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..compat import LINE_GEOMETRY, POINT_GEOMETRY, POLYGON_GEOMETRY
from ..errors import StreetWorksError
from ..extents.columns import by_heading, without_columns
from ..extents.definitions import is_of_a_map
from ..extents.drawing import Drawing, read
from ..extents.grid import to_national_grid
from ..extents.plain_text import decoded
from ..extents.table import lines_of
from ..extents.typed import LINE, POINT, POLYGON, Position, Typed, read_positions, shape_of
from ..words import tr
from .draw import DECIMALS, name_of
from .json_text import from_json
from .memory import NATIONAL_GRID
from .mixed import area_inside, by_kind, crs_of, geometry_of, has_shapes
from .sheets import text_of
from .tables import read_table
from .taken_shape import Taken, from_wkt, no_shape

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
    text files and workbooks with a column of WKT or with positions: these come as each of the
    shapes that they could all be together, then one by one. Raises StreetWorksError for a file that
    cannot be read or holds no shape.
    """
    name = Path(path).name
    if not Path(path).exists():
        raise StreetWorksError(
            tr("There is no file “{name}”.").format(name=name),
            advice=tr("Look whether it was moved or renamed."),
            detail=path,
        )
    _require_companions(Path(path))
    if Path(path).suffix.lower() in _TABLES:
        found = _of_text(path)
    else:
        layers = list(_layers(path))
        shapes = (shape for layer in layers if has_shapes(layer) for shape in _of_layer(layer))
        found = list(islice(shapes, MOST_OFFERED)) or _of_sheets(layers)
    if not found:
        raise no_shape(tr("No shape can be read from the file “{name}”.").format(name=name), path)
    return found


def _require_companions(path: Path) -> None:
    """Say which file a Shapefile lacks: it is easily left behind in a mail."""
    if path.suffix.lower() != ".shp":
        return
    beside = {one.name.lower() for one in path.parent.iterdir()}
    needed = f"{path.stem}.shx"
    if needed.lower() not in beside:
        message = tr("The Shapefile “{name}” lacks a file that belongs to it: “{needed}”.")
        raise StreetWorksError(
            message.format(name=path.name, needed=needed),
            advice=tr("Ask for all files of that name (.shp, .shx, .dbf, .prj), best in one zip."),
            detail=str(path),
        )


def _layers(path: str) -> Iterator[QgsVectorLayer]:
    registry = QgsProviderRegistry.instance()
    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    options = QgsVectorLayer.LayerOptions(False)
    # Otherwise QGIS may ask for the CRS in a dialog of its own.
    options.skipCrsValidation = True
    for details in registry.providerMetadata("ogr").querySublayers(path, flags):
        layer = QgsVectorLayer(details.uri(), details.name(), details.providerKey(), options)
        if layer.isValid():
            yield layer


def _of_layer(layer: QgsVectorLayer) -> Iterator[Offered]:
    # DXF says none, and MapInfo's "NonEarth" is none.
    crs = crs_of(layer)
    named = name_of(crs) if crs.isValid() else ""
    named = named if is_of_a_map(named) else ""
    for feature in layer.getFeatures():
        label = _label(layer, feature)
        for shape in by_kind(geometry_of(feature, layer)):
            area = area_inside(shape.geometry)
            if not area.isNull():
                inside = tr("{shape}, the area inside").format(shape=label)
                yield _of_geometry(inside, area, named, shape.notes)
            yield _of_geometry(label, shape.geometry, named, shape.notes)


def _of_geometry(label: str, geometry: QgsGeometry, crs: str, notes: tuple[str, ...]) -> Offered:
    kind, wkt = _KIND[geometry.type()], geometry.asWkt(DECIMALS)
    return Offered(label, kind, _size(wkt, kind, crs), wkt, crs, notes)


def _label(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    field = layer.fields().lookupField(layer.displayField())
    value = feature.attribute(field) if field >= 0 else None
    text = value.strip() if isinstance(value, str) else ""
    called = text[:80] or tr("feature {n}").format(n=feature.id())
    return tr("{layer}: {feature}").format(layer=layer.name(), feature=called)


def _size(wkt: str, kind: str, crs: str) -> str:
    """Say how large a shape is on the ground, in metres; "" where that cannot be told."""
    if kind not in (LINE, POLYGON):
        return ""
    shape = read(Drawing(wkt, crs or NATIONAL_GRID))
    try:
        size = to_national_grid(shape.geometry, shape.crs).geometry if shape.geometry else None
    except StreetWorksError:
        size = None
    if size is None:
        return ""
    if kind == LINE:
        return tr("{length:.1f} m").format(length=size.length)
    return tr("{area:.1f} m²").format(area=size.area)


def _of_text(path: str) -> list[Offered]:
    text = _text(path)
    if text.lstrip().startswith("{"):
        taken = from_json(text.strip(), "")
        kind, size = _kind_and_size(taken)
        return [Offered(tr("The shape of the file"), kind, size, taken.wkt, taken.crs, taken.notes)]
    return _of_table(text)


def _of_sheets(layers: list[QgsVectorLayer]) -> list[Offered]:
    """Take the first sheet with headings of positions or with shapes, else the first of all."""
    texts = [text_of(layer) for layer in layers if not has_shapes(layer)]
    if not texts:
        return []
    telling = next(filter(_tells, texts), "")
    try:
        return _of_table(telling or texts[0])
    except StreetWorksError as error:
        raise (error if telling else without_columns()) from error


def _tells(text: str) -> bool:
    return by_heading(lines_of(text)) is not None or bool(read_table(text, 1).shapes)


def _of_table(text: str) -> list[Offered]:
    table = read_table(text, MOST_OFFERED)
    if table.positions:
        return _of_positions(read_positions(table.positions))
    return [_of_wkt(shape.label, shape.wkt) for shape in table.shapes]


def _kind_and_size(taken: Taken) -> tuple[str, str]:
    geometry = read(Drawing(*taken)).geometry
    plain_kind = geometry.geom_type.replace("Multi", "") if geometry is not None else ""
    kind = {"Point": POINT, "LineString": LINE, "Polygon": POLYGON}.get(plain_kind, "")
    return kind, _size(taken.wkt, kind, taken.crs)


def _of_wkt(label: str, text: str) -> Offered:
    try:
        taken = from_wkt(text, _UNSAID)
    except StreetWorksError as error:
        return Offered(label, "", "", text, "", problem=error.message)
    crs = "" if taken.crs == _UNSAID else taken.crs
    wkt = taken.wkt.rpartition(";")[2].strip()
    kind, size = _kind_and_size(Taken(wkt, crs))
    return Offered(label, kind, size, wkt, crs)


def _of_positions(typed: Typed) -> list[Offered]:
    """Offer what positions can be: each row a line of its own, or together, and each as a point."""
    if typed.lines:
        labels = enumerate(typed.lines[:MOST_OFFERED], 1)
        return [_offered(tr("Line {n}").format(n=n), LINE, line, typed) for n, line in labels]
    together = (
        (POLYGON, 3, tr("All {n} positions as an area")),
        (LINE, 2, tr("All {n} positions as a line")),
    )
    different = len(set(typed.points))
    found = [
        _offered(label.format(n=len(typed.points)), kind, typed.points, typed)
        for kind, needed, label in together
        if different >= needed
    ]
    for row, point in enumerate(typed.points[: MOST_OFFERED - len(found)], 1):
        found.append(_offered(tr("Position {n}").format(n=row), POINT, (point,), typed))
    return found


def _offered(label: str, kind: str, points: tuple[Position, ...], typed: Typed) -> Offered:
    wkt = shape_of(points, kind)
    return Offered(label, kind, _size(wkt, kind, typed.crs), wkt, typed.crs, typed.notes)


def _text(path: str) -> str:
    """Read a text file, in whatever encoding spreadsheets write."""
    try:
        if Path(path).stat().st_size > _MOST_BYTES:
            raise no_shape(tr("The file is too long for a table of shapes."), path)
        return decoded(Path(path).read_bytes())
    except OSError as error:
        raise StreetWorksError(
            tr("The file “{name}” cannot be read.").format(name=Path(path).name),
            advice=tr("Look whether it is open elsewhere, or whether you may read it."),
            detail=str(error),
        ) from error
