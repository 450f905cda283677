"""The streets in the store: what the look-up told of each, and where all of them are known.

They are one table of lines, which a layer reads, beside the tables of records. A street goes by its
number, and what is told of it anew takes the place of what was told before.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Optional, cast

import shapely

from ...trade.box import Box
from ...trade.records.on_map import Coordinates, Geometry
from ...trade.records.streets import Street
from ..plan.cells import Cell
from .database import Database
from .geopackage import Bounds, note_extent, wkb_of
from .parts import Drawn, drawn
from .records import moment_of, moment_text
from .street_columns import as_of_column, row_of, street_columns
from .street_tables import TABLE

_WHOLE = "streets_whole"  # as of when every street of the service is known, if so

_KEEP = "INSERT INTO streets (geom, {names}) VALUES ({marks})"
_KEEP_CELL = "INSERT OR REPLACE INTO street_cells VALUES (?,?,?)"
_CELLS_SINCE = "SELECT cell_column, cell_row, as_of FROM street_cells WHERE as_of >= ?"
_IN_BOX = (
    " FROM streets WHERE fid IN (SELECT id FROM rtree_streets_geom"
    " WHERE maxx >= :west AND minx <= :east AND maxy >= :south AND miny <= :north)"
)


class StreetShelf:
    """What is known of streets. May be used by several threads.

    Every method raises StreetWorksError when the file cannot be read or written.
    """

    def __init__(self, database: Database, path: Path) -> None:
        self._database = database
        self.layer_source = f"{path}|layername={TABLE}"
        """What QGIS's provider "ogr" opens."""

    def keep(self, streets: Collection[Street], cells: Collection[Cell], as_of: datetime) -> None:
        """Keep what was told of streets, and that all streets of some cells are among those kept.

        All of it, or nothing when an error is raised. One without a line is kept, too, though no
        layer can draw it.
        """
        shapes = drawn([_geometry(street) for street in streets])
        around = _around(shape.bounds for shape in shapes if isinstance(shape, Drawn))
        moment, insert = moment_text(as_of), _insert()
        with self._database.changing() as connection:
            for street, shape in zip(streets, shapes):
                blob = shape.parts[0].blob if isinstance(shape, Drawn) else None
                connection.execute("DELETE FROM streets WHERE usrn = ?", (street.usrn,))
                connection.execute(insert, (blob, *row_of(street, as_of)))
            connection.executemany(_KEEP_CELL, [(*cell, moment) for cell in cells])
            if around is not None:
                note_extent(connection, TABLE, around, moment)

    def note_all(self, as_of: datetime) -> None:
        """Note that every street that the service has is kept."""
        with self._database.changing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO state VALUES (?,?)", (_WHOLE, moment_text(as_of))
            )

    @property
    def all_as_of(self) -> Optional[datetime]:
        """As of when every street that the service has is kept, or None."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM state WHERE key = ?", (_WHOLE,)).fetchone()
        return None if row is None else moment_of(row["value"])

    @property
    def extent(self) -> Optional[Box]:
        """The box (EPSG:27700) around all lines that are kept, right to 7 cm; None for none."""
        sides = "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_streets_geom"
        with self._database.reading() as connection:
            row = connection.execute(sides).fetchone()
        return None if row[0] is None else Box(*row)

    def lines(self, box: Box) -> list[Any]:
        """Return the lines (Shapely, EPSG:27700) of the streets in `box`."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT geom" + _IN_BOX, _sides(box)).fetchall()
        return [shapely.from_wkb(wkb_of(row["geom"])) for row in rows]

    def count(self, box: Box) -> tuple[int, Optional[datetime]]:
        """Return how many streets are in `box` (EPSG:27700), and as of when the oldest of them."""
        with self._database.reading() as connection:
            number, oldest = connection.execute(
                "SELECT count(*), min(as_of)" + _IN_BOX, _sides(box)
            ).fetchone()
        return number, None if oldest is None else moment_of(oldest)

    def cells(self, since: datetime) -> dict[Cell, datetime]:
        """Return the cells of which all streets are kept, as of a moment that is not before."""
        with self._database.reading() as connection:
            rows = connection.execute(_CELLS_SINCE, (moment_text(since),)).fetchall()
        return {Cell(column, row): moment_of(as_of) for column, row, as_of in rows}


def _insert() -> str:
    names = [column.name for column in (*street_columns(), as_of_column())]
    marks = ",".join("?" * (len(names) + 1))
    return _KEEP.format(names=", ".join(names), marks=marks)


def _geometry(street: Street) -> Optional[Geometry]:
    if street.line is None:
        return None
    coordinates = cast(Coordinates, street.line.get("coordinates", ()))
    return Geometry(str(street.line.get("type", "")), coordinates)


def _around(boxes: Iterable[Bounds]) -> Optional[Bounds]:
    sides = list(zip(*boxes))
    return Bounds(*map(min, sides[:2]), *map(max, sides[2:])) if sides else None


def _sides(box: Box) -> dict[str, float]:
    west, south, east, north = box
    return {"west": west, "south": south, "east": east, "north": north}
