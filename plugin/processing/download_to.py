"""Where a download goes: the schema of a PostGIS database, a GeoPackage, or files of their own."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDataSourceUri,
    QgsFeature,
    QgsProcessingException,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..live.store.columns import ColumnType
from ..live.store.geopackage import make_geopackage
from ..team.database import connection_of, quoted, text, tried
from ..words import tr
from .algorithm import NATIONAL_GRID
from .download_rows import IDENTITY, Table, types_of
from .names import FAST_INSERT, MAY_EDIT, type_name

_ROW, _SHAPE = "fid", "geom"
_SRID = 27700
_GEOPACKAGE = "GPKG"
_SQL_TYPES = {
    ColumnType.TEXT: "text",
    ColumnType.DATE: "date",
    ColumnType.MOMENT: "timestamp",
    ColumnType.YES_NO: "boolean",
}


class Destination(ABC):
    """Holds tables.

    All methods raise QgsProcessingException or StreetWorksError with what the planner has to know.
    """

    @abstractmethod
    def exists(self, table: Table) -> bool:
        """Whether the table is there."""

    @abstractmethod
    def open(self, table: Table) -> QgsVectorLayer:
        """Return the table as a layer, which may turn out not to be valid."""

    def lock(self, table: Table) -> Optional[str]:
        """Return the SQL that keeps other downloads, and no reader, away until the end of this."""
        return None

    def readable(self, table: Table) -> QgsVectorLayer:
        """Return a table that can be read, as a download has made it."""
        layer = self.open(table)
        if not layer.isValid():
            raise QgsProcessingException(
                tr("QGIS cannot open “{table}”: {reason}").format(
                    table=table.name, reason=layer.error().summary()
                )
            )
        missing = [name for name in types_of(table.kind) if layer.fields().indexFromName(name) < 0]
        if missing:
            raise QgsProcessingException(
                tr(
                    "“{table}” has no column “{column}”, so it was not made by “Download works”. "
                    "Choose another place."
                ).format(table=table.name, column=missing[0])
            )
        return layer

    def layer(self, table: Table) -> QgsVectorLayer:
        """Return a table that can be read and brought up to date."""
        layer = self.readable(table)
        if layer.dataProvider().capabilities() & MAY_EDIT != MAY_EDIT:
            raise QgsProcessingException(
                tr(
                    "QGIS cannot change rows of “{table}”. In a database you need the right to; "
                    "some formats of files can only be replaced."
                ).format(table=table.name)
            )
        return layer


class Database(Destination):
    """A destination whose tables are made first, and changed in one transaction."""

    @abstractmethod
    def make(self, table: Table, *, unique: bool) -> None:
        """Make the table, empty. With `unique` it takes each identity once."""


class Schema(Database):
    """A schema of a PostgreSQL database with PostGIS; it is made when it is not there."""

    def __init__(self, connection: str, schema: str) -> None:
        """`connection` is the name of one in QGIS, or PostgreSQL's own words without a password."""
        self._connection = connection_of(connection)
        self._schema = schema

    def exists(self, table: Table) -> bool:
        """Whether the table is there."""
        found = self._run(f"SELECT to_regclass({text(self._name(table))})::text")
        return bool(found[0][0])

    def make(self, table: Table, *, unique: bool) -> None:
        """Make the table, with its indexes, and the schema if it is not there."""
        if self._schema not in tried(self._connection.schemas):
            tried(self._connection.createSchema, self._schema)
        kinds = {name: _SQL_TYPES[kind] for name, kind in types_of(table.kind).items()}
        kinds[IDENTITY] += " NOT NULL"
        columns = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
        name = self._name(table)
        self._run(
            f'CREATE TABLE {name} ("{_ROW}" serial PRIMARY KEY,'
            f' "{_SHAPE}" geometry({type_name(table.geometry)},{_SRID}) NOT NULL, {columns});'
            f' CREATE INDEX ON {name} USING gist ("{_SHAPE}");'
            f' CREATE {"UNIQUE" if unique else ""} INDEX ON {name} ("{IDENTITY}")'
        )

    def open(self, table: Table) -> QgsVectorLayer:
        """Return the table as a layer."""
        uri = QgsDataSourceUri(self._connection.uri())
        uri.setDataSource(self._schema, table.name, _SHAPE, "", _ROW)
        uri.setSrid(str(_SRID))
        uri.setWkbType(table.geometry)
        return QgsVectorLayer(uri.uri(False), table.name, "postgres", _without_style())

    def lock(self, table: Table) -> Optional[str]:
        """Return the SQL that lets one download at a time write to the table."""
        return f"LOCK TABLE {self._name(table)} IN SHARE ROW EXCLUSIVE MODE"

    def _name(self, table: Table) -> str:
        return f'{quoted(self._schema)}."{table.name}"'

    def _run(self, sql: str) -> Any:
        return tried(self._connection.executeSql, sql)


class GeoPackage(Database):
    """A GeoPackage file; it is made when it is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        provider = QgsProviderRegistry.instance().providerMetadata("ogr")
        self._connection = provider.createConnection(str(path), {})

    def exists(self, table: Table) -> bool:
        """Whether the table is there."""
        if not self._path.exists():
            return False
        tables = tried(self._connection.tables, "")
        return table.name in [one.tableName() for one in tables]

    def make(self, table: Table, *, unique: bool) -> None:
        """Make the table, with its indexes, and the file if it is not there."""
        if not self._path.exists():
            self._make_file()
        tried(
            self._connection.createVectorTable,
            "",
            table.name,
            table.fields,
            table.geometry,
            QgsCoordinateReferenceSystem(NATIONAL_GRID),
            False,
            {"geometryColumn": _SHAPE, "primaryKey": _ROW},
        )
        tried(
            self._connection.executeSql,
            f'CREATE {"UNIQUE" if unique else ""} INDEX "{table.name}_{IDENTITY}"'
            f' ON "{table.name}" ("{IDENTITY}")',
        )

    def open(self, table: Table) -> QgsVectorLayer:
        """Return the table as a layer."""
        return QgsVectorLayer(
            f"{self._path}|layername={table.name}", table.name, "ogr", _without_style()
        )

    def _make_file(self) -> None:
        """Make an empty GeoPackage: newer versions of QGIS make tables only in a file."""
        try:
            with closing(sqlite3.connect(self._path)) as connection, connection:
                make_geopackage(connection)
        except sqlite3.Error as error:
            raise QgsProcessingException(
                tr("QGIS cannot write “{file}”: {reason}").format(file=self._path, reason=error)
            ) from None


class Files(Destination):
    """A file for each table, as `area_works_point.geojson`, in a format that holds one layer."""

    def __init__(self, path: Path, driver: str) -> None:
        self._path = path
        self._driver = driver

    def exists(self, table: Table) -> bool:
        """Whether the table's file is there."""
        return self.file(table).exists()

    def file(self, table: Table) -> Path:
        """Return the table's file."""
        return self._path.with_name(f"{self._path.stem}_{table.name}{self._path.suffix}")

    def is_empty(self, table: Table) -> bool:
        """Whether the table has no rows; some formats then forget its columns as well."""
        return not self.exists(table) or self.open(table).featureCount() == 0

    def write(self, table: Table, features: Iterable[QgsFeature]) -> None:
        """Make the table's file anew, with these rows."""
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = self._driver
        options.layerName = table.name
        options.fileEncoding = "UTF-8"
        if self._driver == "CSV":
            options.layerOptions = ["GEOMETRY=AS_WKT"]
        writer = QgsVectorFileWriter.create(
            str(self.file(table)),
            table.fields,
            table.geometry,
            QgsCoordinateReferenceSystem(NATIONAL_GRID),
            QgsCoordinateTransformContext(),
            options,
        )
        for feature in features:
            if not writer.addFeature(feature, FAST_INSERT):
                break
        trouble = writer.errorMessage() if writer.hasError() else ""
        del writer  # writes what it has kept back
        if trouble:
            raise QgsProcessingException(
                tr("QGIS cannot write “{file}”: {reason}").format(
                    file=self.file(table), reason=trouble
                )
            )

    def open(self, table: Table) -> QgsVectorLayer:
        """Return the table as a layer."""
        return QgsVectorLayer(str(self.file(table)), table.name, "ogr", _without_style())


def destination_of(path: str, connection: str, schema: str) -> Union[Database, Files]:
    """Return the destination: a file's, or a schema's; exactly one of the two is to be given.

    Raises QgsProcessingException, and StreetWorksError.
    """
    if bool(path) == bool(connection):
        raise QgsProcessingException(
            tr("Give either a file or a database connection of a download, and not both.")
        )
    if connection:
        return Schema(connection, schema or "public")
    file = Path(path).absolute()
    driver = QgsVectorFileWriter.driverForExtension(file.suffix)
    if not driver:
        raise QgsProcessingException(
            tr("QGIS writes no file that ends in “{ending}”. Try “.gpkg”.").format(
                ending=file.suffix
            )
        )
    return GeoPackage(file) if driver == _GEOPACKAGE else Files(file, driver)


def _without_style() -> QgsVectorLayer.LayerOptions:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    return options
