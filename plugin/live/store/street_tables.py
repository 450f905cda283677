"""The tables of streets: of their lines, which a layer reads, and of where all are known."""

import sqlite3

from .geopackage import add_spatial_table
from .street_columns import as_of_column, street_columns

TABLE = "streets"

_THERE = "SELECT 1 FROM sqlite_master WHERE name = ?"
_CELLS = (
    "CREATE TABLE street_cells (cell_column INTEGER NOT NULL, cell_row INTEGER NOT NULL,"
    " as_of TEXT NOT NULL, PRIMARY KEY (cell_column, cell_row)) WITHOUT ROWID"
)


def make_street_tables(connection: sqlite3.Connection) -> None:
    """Make them where they are not there, as in stores of before; call it inside a transaction."""
    if connection.execute(_THERE, (TABLE,)).fetchone() is None:
        described = (*street_columns(), as_of_column())
        columns = [f"{column.name} {column.sql}" for column in described]
        add_spatial_table(connection, TABLE, "MULTILINESTRING", columns)
        connection.execute(_CELLS)
