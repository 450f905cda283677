"""GeoPackage 1.3 by SQLite alone: the standard's tables, its spatial index, its geometry blobs.

Blobs are little-endian, EPSG:27700, and carry their bounds, but for points, which are their own.
"""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Optional

_NATIONAL_GRID = 27700
_APPLICATION_ID = 0x47504B47  # "GPKG"
_STANDARD = 10300
_GEOMETRY = "geom"

_HEADER = struct.Struct("<2sBBi")
_BOUNDS = struct.Struct("<4d")
_POINT = struct.Struct("<BIdd")
_NUMBER = struct.Struct("<d")
_PLACES = (  # where a blob has it when it carries its bounds, and when it is a point
    ("ST_MinX", 8, 13),
    ("ST_MaxX", 16, 13),
    ("ST_MinY", 24, 21),
    ("ST_MaxY", 32, 21),
)
_PLAIN, _WITH_BOUNDS = 0b001, 0b011
_BOUNDS_BITS, _EMPTY_BIT = 0b1110, 0b10000

_OSGB36 = (
    'GEOGCS["OSGB36",DATUM["Ordnance_Survey_of_Great_Britain_1936",SPHEROID["Airy 1830",'
    '6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],AUTHORITY["EPSG","6277"]],'
    'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4277"]]'
)
_GRID = (
    f'PROJCS["OSGB36 / British National Grid",{_OSGB36},PROJECTION["Transverse_Mercator"],'
    'PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],'
    'PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],'
    'PARAMETER["false_northing",-100000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],'
    'AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","27700"]]'
)
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS = (  # the three that the standard asks for, and ours
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
    ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84),
    ("OSGB36 / British National Grid", _NATIONAL_GRID, "EPSG", _NATIONAL_GRID, _GRID),
)

_TABLES = (
    """CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL PRIMARY KEY,
        organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL,
        definition TEXT NOT NULL,
        description TEXT)""",
    """CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY,
        data_type TEXT NOT NULL,
        identifier TEXT UNIQUE,
        description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
        srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL,
        column_name TEXT NOT NULL,
        geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL,
        z TINYINT NOT NULL,
        m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    """CREATE TABLE gpkg_extensions (
        table_name TEXT,
        column_name TEXT,
        extension_name TEXT NOT NULL,
        definition TEXT NOT NULL,
        scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
)

_INDEX = """
CREATE VIRTUAL TABLE rtree_{t}_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_{t}_geom_insert AFTER INSERT ON {t}
WHEN (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
    INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.fid,
        ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{t}_geom_update1 AFTER UPDATE OF geom ON {t}
WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
    INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.fid,
        ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{t}_geom_update2 AFTER UPDATE OF geom ON {t}
WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
    DELETE FROM rtree_{t}_geom WHERE id = OLD.fid; END;
CREATE TRIGGER rtree_{t}_geom_update3 AFTER UPDATE ON {t}
WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN
    DELETE FROM rtree_{t}_geom WHERE id = OLD.fid;
    INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.fid,
        ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{t}_geom_update4 AFTER UPDATE ON {t}
WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN
    DELETE FROM rtree_{t}_geom WHERE id IN (OLD.fid, NEW.fid); END;
CREATE TRIGGER rtree_{t}_geom_delete AFTER DELETE ON {t} WHEN OLD.geom NOT NULL BEGIN
    DELETE FROM rtree_{t}_geom WHERE id = OLD.fid; END;
"""  # the standard's extension gpkg_rtree_index, annex F.3


class Bounds(NamedTuple):
    """The box around a geometry, in metres, EPSG:27700."""

    min_easting: float
    min_northing: float
    max_easting: float
    max_northing: float


def point_blob(easting: float, northing: float) -> bytes:
    """Return a point (EPSG:27700, metres) as a GeoPackage keeps it."""
    header = _HEADER.pack(b"GP", 0, _PLAIN, _NATIONAL_GRID)
    return header + _POINT.pack(1, 1, easting, northing)


def blob(wkb: bytes, bounds: Sequence[float]) -> bytes:
    """Return a geometry as a GeoPackage keeps it.

    `wkb` is little-endian and two-dimensional; `bounds` its least easting and northing, then its
    greatest.
    """
    west, south, east, north = bounds
    header = _HEADER.pack(b"GP", 0, _WITH_BOUNDS, _NATIONAL_GRID)
    return header + _BOUNDS.pack(west, east, south, north) + wkb


def wkb_of(kept: bytes) -> bytes:
    """Return the WKB in a blob of this module."""
    return kept[_HEADER.size + (_BOUNDS.size if kept[3] & _BOUNDS_BITS else 0) :]


def bounds_of(kept: bytes) -> Bounds:
    """Return the bounds of a blob of this module."""
    if kept[3] & _BOUNDS_BITS:
        west, east, south, north = _BOUNDS.unpack_from(kept, _HEADER.size)
        return Bounds(west, south, east, north)
    _order, _type, easting, northing = _POINT.unpack_from(kept, _HEADER.size)
    return Bounds(easting, northing, easting, northing)


def add_functions(connection: sqlite3.Connection) -> None:
    """Teach `connection` the functions that the triggers of the spatial index call."""
    for name, with_bounds, of_point in _PLACES:

        def one(
            kept: Optional[bytes], with_bounds: int = with_bounds, of_point: int = of_point
        ) -> Optional[float]:
            if kept is None:
                return None
            place = with_bounds if kept[3] & _BOUNDS_BITS else of_point
            number: float = _NUMBER.unpack_from(kept, place)[0]
            return number

        connection.create_function(name, 1, one, deterministic=True)
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


def make_geopackage(connection: sqlite3.Connection) -> None:
    """Make the standard's own tables in an empty file; call it inside a transaction."""
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_STANDARD}")
    for table in _TABLES:
        connection.execute(table)
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL)", _SYSTEMS)


def add_spatial_table(
    connection: sqlite3.Connection, name: str, geometry_type: str, columns: Sequence[str]
) -> None:
    """Make a table of features in EPSG:27700, with its spatial index.

    `geometry_type` is the standard's, as MULTIPOLYGON; `columns` are definitions, as "ends DATE".
    Besides them, the table has the columns fid and geom.
    """
    connection.execute(
        f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
        f" geom {geometry_type}, {', '.join(columns)})"
    )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
        " VALUES (?, 'features', ?, ?)",
        (name, name, _NATIONAL_GRID),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?,?,?,?,0,0)",
        (name, _GEOMETRY, geometry_type, _NATIONAL_GRID),
    )
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?,?,'gpkg_rtree_index',"
        "'http://www.geopackage.org/spec130/#extension_rtree','write-only')",
        (name, _GEOMETRY),
    )
    for statement in _statements(_INDEX.format(t=name)):
        connection.execute(statement)


def note_extent(connection: sqlite3.Connection, table: str, bounds: Bounds, moment: str) -> None:
    """Let the contents say that `table` reaches at least as far as `bounds`, as of `moment`."""
    connection.execute(
        "UPDATE gpkg_contents SET last_change = ?,"
        " min_x = min(ifnull(min_x, ?), ?), min_y = min(ifnull(min_y, ?), ?),"
        " max_x = max(ifnull(max_x, ?), ?), max_y = max(ifnull(max_y, ?), ?)"
        " WHERE table_name = ?",
        (moment, *(value for value in bounds for _ in range(2)), table),
    )


def _is_empty(kept: Optional[bytes]) -> Optional[bool]:
    return None if kept is None else bool(kept[3] & _EMPTY_BIT)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one, as `executescript` would end a transaction."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
