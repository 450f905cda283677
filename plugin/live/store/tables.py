"""The store's tables, and the SQL that keeps them. Names come from this module, never from outside.

Each kind has a table of points, one of lines, one of areas, and one of middles for a map seen from
afar, all with the same columns. A record may have several rows in the first three, and has one in
the last.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ...trade.kinds import KINDS, Shape
from .columns import ColumnType, columns
from .geopackage import add_spatial_table

CENTRE = "centre"
SHAPES = tuple(shape.value for shape in Shape)
VERSION = 1

_GEOMETRY_TYPES = {
    Shape.POINT.value: "POINT",
    Shape.LINE.value: "MULTILINESTRING",
    Shape.POLYGON.value: "MULTIPOLYGON",
    CENTRE: "POINT",
}
_SQL_TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.DATE: "DATE",
    ColumnType.MOMENT: "DATETIME",
    ColumnType.YES_NO: "BOOLEAN",
}
_KEPT = ("record MEDIUMINT NOT NULL", "first_seen DATETIME", "seen_at DATETIME")

_BOOKKEEPING = (
    """CREATE TABLE records (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        identity TEXT NOT NULL,
        reference TEXT NOT NULL,
        digest BLOB NOT NULL,
        first_day TEXT,
        last_day TEXT,
        min_easting REAL NOT NULL, min_northing REAL NOT NULL,
        max_easting REAL NOT NULL, max_northing REAL NOT NULL,
        UNIQUE (kind, identity))""",
    """CREATE TABLE boxes (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        min_easting REAL NOT NULL, min_northing REAL NOT NULL,
        max_easting REAL NOT NULL, max_northing REAL NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        as_of TEXT NOT NULL,
        features INTEGER NOT NULL,
        complete INTEGER NOT NULL,
        unreadable TEXT NOT NULL)""",
    "CREATE INDEX boxes_kind ON boxes (kind, min_easting, max_easting)",
    "CREATE INDEX boxes_age ON boxes (as_of)",
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        reference TEXT NOT NULL,
        what TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        easting REAL NOT NULL,
        northing REAL NOT NULL,
        noticed TEXT NOT NULL,
        seen INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX changes_noticed ON changes (noticed)",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
)

_BOUNDS = ("min_easting", "min_northing", "max_easting", "max_northing")
_INSERT = "INSERT INTO {t} (geom, {names}, record, first_seen, seen_at) VALUES ({marks})"
_UPDATE = "UPDATE {t} SET {settings}, seen_at = ? WHERE record = ?"
_CONFIRM = "UPDATE {t} SET seen_at = ? WHERE record = ?"
_REMOVE = "DELETE FROM {t} WHERE record = ?"
_VALUES = "SELECT {names} FROM {t} WHERE record = ?"
_BLOBS = "SELECT geom FROM {t} WHERE record = ? ORDER BY fid"
_FIRST_SEEN = "SELECT first_seen FROM {t} WHERE record = ?"
_ANY = "SELECT 1 FROM {t} LIMIT 1"
_EXTENT = "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_{t}_geom"
_MIDDLES = (
    "SELECT (minx + maxx) / 2, (miny + maxy) / 2 FROM rtree_{t}_geom"
    " WHERE maxx >= :west AND minx <= :east AND maxy >= :south AND miny <= :north"
)
_WITHIN = """
SELECT {what} FROM records WHERE id IN (
    SELECT record FROM {k}_point WHERE fid IN (SELECT id FROM rtree_{k}_point_geom
        WHERE maxx >= :west AND minx <= :east AND maxy >= :south AND miny <= :north)
    UNION
    SELECT record FROM {k}_line WHERE fid IN (SELECT id FROM rtree_{k}_line_geom
        WHERE maxx >= :west AND minx <= :east AND maxy >= :south AND miny <= :north)
    UNION
    SELECT record FROM {k}_polygon WHERE fid IN (SELECT id FROM rtree_{k}_polygon_geom
        WHERE maxx >= :west AND minx <= :east AND maxy >= :south AND miny <= :north))
AND ifnull(first_day, '') <= :end AND ifnull(last_day, '9999-12-31') >= :start
"""
_IN_TABLE = "SELECT record FROM {t} WHERE {where}"
_WHICH_ARE_IN = "AND id IN ({parts})"
_WHICH_ARE = "AND id IN (SELECT record FROM {k}_centre WHERE {{where}})"


@dataclass(frozen=True)
class Table:
    """A spatial table, and its SQL.

    `insert` takes the blob, the values of the kind's columns, the record's number, first_seen and
    seen_at; `update` the values, seen_at and the number; `confirm` seen_at and the number. The
    others take the number, but `any` and `extent`, which take nothing, and `middles`, which takes
    west, south, east and north by name.
    """

    name: str
    insert: str
    update: str
    confirm: str
    remove: str
    values: str
    blobs: str
    first_seen: str
    any: str
    extent: str
    middles: str


@dataclass(frozen=True)
class Tables:
    """The spatial tables of a kind by shape, and SQL about all of them.

    `within`, `count_within` and `bounds_within` take west, south, east, north (EPSG:27700, metres),
    start and end (days) by name, and compare bounds. `which_are` goes behind them, with a condition
    on the columns put in for {where}.
    """

    of: dict[str, Table]
    within: str
    count_within: str
    bounds_within: str
    which_are: str

    def which_are_in(self, conditions: Mapping[str, str]) -> str:
        """Return what goes behind them for records in one of these tables, with its condition."""
        parts = (
            _IN_TABLE.format(t=self.of[shape].name, where=condition or "1")
            for shape, condition in conditions.items()
        )
        return _WHICH_ARE_IN.format(parts=" UNION ".join(parts))

    @property
    def centre(self) -> Table:
        """The table of middles."""
        return self.of[CENTRE]


def table_name(kind: str, shape: str) -> str:
    """Name the table of a kind; `shape` is the value of a Shape, or CENTRE."""
    return f"{kind}_{shape}"


@cache
def tables(kind: str) -> Tables:
    """Return the tables of a kind."""
    return Tables(
        {shape: _table(kind, shape) for shape in (*SHAPES, CENTRE)},
        _WITHIN.format(k=kind, what="id, identity"),
        _WITHIN.format(k=kind, what="count(*)"),
        _WITHIN.format(k=kind, what=", ".join(_BOUNDS)),
        _WHICH_ARE.format(k=kind),
    )


def make_tables(connection: sqlite3.Connection) -> None:
    """Make all tables but the GeoPackage's own; call it inside a transaction."""
    for statement in _BOOKKEEPING:
        connection.execute(statement)
    connection.execute("INSERT INTO state VALUES ('version', ?)", (str(VERSION),))
    for kind in KINDS:
        described = [f"{column.name} {_SQL_TYPES[column.type]}" for column in columns(kind)]
        for shape, geometry_type in _GEOMETRY_TYPES.items():
            name = table_name(kind, shape)
            add_spatial_table(connection, name, geometry_type, [*described, *_KEPT])
            connection.execute(f"CREATE INDEX {name}_record ON {name} (record)")


def _table(kind: str, shape: str) -> Table:
    name = table_name(kind, shape)
    names = [column.name for column in columns(kind)]
    put_in = {
        "t": name,
        "names": ", ".join(names),
        "settings": ", ".join(f"{one} = ?" for one in names),
        "marks": ",".join("?" * (len(names) + 4)),
    }
    return Table(
        name,
        *(
            statement.format(**put_in)
            for statement in (
                _INSERT,
                _UPDATE,
                _CONFIRM,
                _REMOVE,
                _VALUES,
                _BLOBS,
                _FIRST_SEEN,
                _ANY,
                _EXTENT,
                _MIDDLES,
            )
        ),
    )
