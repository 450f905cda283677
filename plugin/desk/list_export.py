"""The list written into a file: as text, as a spreadsheet, or with its shapes for a map."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..background.task import Progress
from ..compat import DATE_FIELD, DECIMAL_FIELD, TEXT_FIELD
from ..errors import StreetWorksError
from ..files.spreadsheet import plain, spreadsheet
from ..files.together import write_together
from ..live.store.rows import Row
from ..live.store.store import Store
from ..map.ogr_file import write_layer
from ..trade.kinds import Shape, title
from ..words import tr

CSV, GEOPACKAGE, ODS, XLSX = ".csv", ".gpkg", ".ods", ".xlsx"
_DRIVERS = {ODS: "ODS", XLSX: "XLSX"}
_DAYS = frozenset({"start", "end"})
_LAYERS = {
    Shape.POINT: ("points", QgsWkbTypes.Point),
    Shape.LINE: ("lines", QgsWkbTypes.MultiLineString),
    Shape.POLYGON: ("areas", QgsWkbTypes.MultiPolygon),
}


def formats() -> dict[str, str]:
    """Return what a list can be written as: the planner's words by the ending of the file."""
    return {
        CSV: tr("CSV file (*.csv)"),
        GEOPACKAGE: tr("GeoPackage, with the shapes (*.gpkg)"),
        XLSX: tr("Excel spreadsheet (*.xlsx)"),
        ODS: tr("OpenDocument spreadsheet (*.ods)"),
    }


class Column(NamedTuple):
    """A column of the list: the name of what it has of a row, and its heading."""

    key: str
    heading: str


class Listed(NamedTuple):
    """What is to be written: rows in their order, with the columns that are shown in theirs."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]


class ListExport(QObject):
    """Writes lists in the background: whole, or not at all. `told` says that it is done."""

    told = pyqtSignal(str)
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs

    def write(self, listed: Listed, path: Path, store: Optional[Store]) -> None:
        """Write a list into the file at `path`, as its ending says.

        `store` is where the rows come from, and has their shapes. Ends in `told` or `trouble`.
        """

        def work(progress: Progress) -> None:
            write_together({path: content(listed, path.suffix.lower(), store)})

        said = tr("{n:,} records are written into {path}.").format(n=len(listed.rows), path=path)
        self._jobs.start(
            tr("Street Works: writing the list"),
            work,
            done=lambda _nothing: self.told.emit(said),
            failed=self.trouble.emit,
        )


def content(listed: Listed, ending: str, store: Optional[Store]) -> bytes:
    """Return a list as a file with that ending.

    Raises StreetWorksError when it cannot be written, and for an ending of none of `formats`.
    """
    if ending == CSV:
        headings = [one.heading for one in _columns(listed)]
        rows = ([_text(cell) for cell in _cells(listed, row)] for row in listed.rows)
        return spreadsheet(headings, rows)
    if ending not in formats():
        raise StreetWorksError(
            tr("It is not known how to write a file “{ending}”.").format(ending=ending),
            advice=tr("Let the name end in .csv, .gpkg, .xlsx or .ods."),
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list{ending}"
        if ending == GEOPACKAGE:
            _write_map(listed, path, store)
        else:
            _write_sheet(listed, path)
        return path.read_bytes()


def _write_sheet(listed: Listed, path: Path) -> None:
    columns = [(one.heading, _kind(one.key)) for one in _columns(listed)]
    rows = ([_guarded(cell) for cell in _cells(listed, row)] for row in listed.rows)
    none = QgsGeometry()
    write_layer(
        path,
        _DRIVERS[path.suffix],
        tr("Street Works"),
        columns,
        ((none, row) for row in rows),
        QgsWkbTypes.NoGeometry,
    )


def _write_map(listed: Listed, path: Path, store: Optional[Store]) -> None:
    """Write a layer for each sort of shape; a record that the store has no more is its middle."""
    columns = [(one.key, _kind(one.key)) for one in _columns(listed)]
    shapes = {} if store is None else _shapes(listed.rows, store)
    for shape, (layer, kind) in _LAYERS.items():
        found = [
            (geometry, _cells(listed, row))
            for row in listed.rows
            for its, geometry in shapes.get((row.kind, row.number)) or _middle(row)
            if its is shape
        ]
        if found:
            write_layer(path, "GPKG", layer, columns, found, kind)


_Of = dict[tuple[str, int], list[tuple[Shape, QgsGeometry]]]


def _shapes(rows: Iterable[Row], store: Store) -> _Of:
    """Return the parts of the shapes of rows, by their kind and number."""
    numbers: dict[str, list[int]] = {}
    for row in rows:
        numbers.setdefault(row.kind, []).append(row.number)
    found: _Of = {}
    for kind, some in numbers.items():
        for shape, number, wkb in store.shapes(kind, some):
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            found.setdefault((kind, number), []).append((shape, geometry))
    return found


def _middle(row: Row) -> list[tuple[Shape, QgsGeometry]]:
    return [(Shape.POINT, QgsGeometry.fromPointXY(QgsPointXY(row.easting, row.northing)))]


def _columns(listed: Listed) -> Sequence[Column]:
    """Return the columns that are shown, and where the middle of each record is."""
    return (
        *listed.columns,
        Column("easting", tr("Easting")),
        Column("northing", tr("Northing")),
    )


def _cells(listed: Listed, row: Row) -> list[Any]:
    return [
        title(row.kind) if one.key == "kind" else getattr(row, one.key) for one in _columns(listed)
    ]


def _kind(key: str) -> Any:
    if key in _DAYS:
        return DATE_FIELD
    return DECIMAL_FIELD if key in {"easting", "northing"} else TEXT_FIELD


def _text(cell: Any) -> str:
    """Write a cell as text: days as ISO has them, metres to the centimetre."""
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return "" if cell is None else str(cell)


def _guarded(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return plain(cell) if isinstance(cell, str) else cell
