"""Tables in text: the column that holds shapes, or else the text of the positions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from ..extents.columns import without_columns
from ..extents.table import Line, lines_of
from ..words import tr
from .taken_shape import looks_like_shape, unpacked

_HEADING_ROWS = 20


@dataclass(frozen=True)
class Described:
    """One row with a shape: what the row is called, and the shape's WKT."""

    label: str
    wkt: str


@dataclass(frozen=True)
class Table:
    """What a table holds: rows with a shape, or else the text of its positions."""

    shapes: tuple[Described, ...]
    positions: str


def read_table(text: str, most: int) -> Table:
    """Find the column of WKT or WKB, of which `most` rows are read; without one, it is positions.

    Raises StreetWorksError for a table with nothing in it.
    """
    head = text[:10_000].lstrip("\ufeff \n").partition("\n")[0]
    # The commas of a WKT part no columns.
    lines = lines_of(text, "\t" if looks_like_shape(head) else "")
    if not lines:
        raise without_columns()
    column = _shape_column(lines)
    if column is None:
        return Table((), text)
    return Table(tuple(_described(lines, column, most)), "")


def _shape_column(lines: list[Line]) -> Optional[int]:
    """Find the column by what is in it: the heading may have any name."""
    for line in lines[:_HEADING_ROWS]:
        for column, cell in enumerate(line.cells):
            if looks_like_shape(cell):
                return column
    return None


def _described(lines: list[Line], column: int, most: int) -> Iterator[Described]:
    number = 0
    for line in lines:
        if looks_like_shape(line.cell(column)):
            number += 1
            if number > most:
                return
            others = (cell for i, cell in enumerate(line.cells) if i != column)
            label = next(filter(None, others), "") or tr("row {n}").format(n=line.number)
            yield Described(label[:80], unpacked(line.cell(column)))
