"""Tables in text files: the columns that hold shapes or positions, whatever parts the columns."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from ..errors import StreetWorksError
from ..words import tr
from .taken import looks_like_wkt

_SEPARATORS = "\t;|,"
_REFERENCE = re.compile(r"(?:os )?(?:national )?grid ?ref(?:erence)?s?|ngr|position", re.IGNORECASE)
_EAST = re.compile(r"(?:.* )?(?:easting|east|x|lon|long|lng|longitude|x ?coord.*)", re.IGNORECASE)
_NORTH = re.compile(r"(?:.* )?(?:northing|north|y|lat|latitude|y ?coord.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Described:
    """One row with a WKT: what the row is called, and the WKT."""

    label: str
    wkt: str


@dataclass(frozen=True)
class Table:
    """What a table holds: rows with a WKT, or else the text of its positions, a row a line."""

    shapes: tuple[Described, ...]
    positions: str


def read_table(text: str, most: int) -> Table:
    """Find the column of WKT (of which `most` rows are read), or the columns of positions.

    Columns of positions are those whose headings say so: easting and northing, x and y, longitude
    and latitude, or a grid reference; a table of one or two columns needs no heading. Raises
    StreetWorksError when there is neither.
    """
    rows = _rows(text)
    column = _wkt_column(rows)
    if column is not None:
        return Table(tuple(_described(rows, column, most)), "")
    columns = _position_columns(rows[0]) if rows else None
    if columns is None:
        raise StreetWorksError(
            tr("The table has no column of shapes or of positions."),
            advice=tr(
                "Name the columns “easting” and “northing”, “longitude” and “latitude”, "
                "“grid reference”, or “wkt”."
            ),
        )
    lines = ("\t".join(row[i].strip() for i in columns if i < len(row)) for row in rows)
    return Table((), "\n".join(" ".join(line.splitlines()) for line in lines))


def _rows(text: str) -> list[list[str]]:
    head = text[:10_000].lstrip().partition("\n")[0]
    if looks_like_wkt(head):  # its commas part no columns
        return [line.split("\t") for line in text.splitlines()]
    separator = max(_SEPARATORS, key=head.count)
    if head.count(separator) == 0:
        return [[line] for line in text.splitlines()]
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise StreetWorksError(
            tr("The table cannot be read."),
            advice=tr("Open it in QGIS as a layer and take the shape from there."),
            detail=str(error),
        ) from error


def _wkt_column(rows: list[list[str]]) -> Optional[int]:
    """Find the column by what is in it: the heading may have any name."""
    for row in rows[:20]:
        for column, cell in enumerate(row):
            if looks_like_wkt(cell):
                return column
    return None


def _described(rows: list[list[str]], column: int, most: int) -> Iterator[Described]:
    number = 0
    for line, row in enumerate(rows, 1):
        if column < len(row) and looks_like_wkt(row[column]):
            number += 1
            if number > most:
                return
            others = (cell.strip() for i, cell in enumerate(row) if i != column)
            label = next(filter(None, others), "") or tr("row {n}").format(n=line)
            yield Described(label[:80], row[column].strip())


def _position_columns(heading: list[str]) -> Optional[tuple[int, ...]]:
    """Give the columns of the positions, the easting's (or the longitude's) first."""
    names = [" ".join(name.replace("_", " ").split()) for name in heading]
    for column, name in enumerate(names):
        if _REFERENCE.fullmatch(name):
            return (column,)
    east = next((i for i, name in enumerate(names) if _EAST.fullmatch(name)), None)
    north = next((i for i, name in enumerate(names) if _NORTH.fullmatch(name)), None)
    if east is not None and north is not None:
        return east, north
    return tuple(range(len(heading))) if len(heading) <= 2 else None
