"""Tables in text, from files and from the clipboard: rows of cells, whatever parts them."""

import csv
import io
import re
from dataclasses import dataclass

from ..errors import StreetWorksError
from ..words import tr
from .plain_text import visible

SEPARATORS = "\t;|,"
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?[;,\t]*\s*", re.IGNORECASE)
# The commas of a WKT, and the semicolon of an EWKT.
_WITHIN_A_CELL = re.compile(r"\(.*\)|(?<=SRID=[0-9]{5});|(?<=SRID=[0-9]{4});", re.IGNORECASE)
_SRID = re.compile(r"\s*SRID\s*=\s*\d+\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One row of a table: its number in the text (from 1), the text, and its cells."""

    number: int
    text: str
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Give a cell, "" where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""


def lines_of(text: str, separator: str = "") -> list[Line]:
    """Part a text into rows and cells; rows that are empty are left out.

    Without a `separator`, a line such as `sep=;` names it, or it is the one that most rows have
    alike. With none of them in it, a row is one cell. Raises StreetWorksError.
    """
    text = visible(text)
    first, _, rest = text.lstrip("\n").partition("\n")
    named = _SEPARATOR_LINE.fullmatch(first)
    skipped = 0
    if named is not None:
        separator, text, skipped = named[1], rest, 1
    separator = separator or _separator(text)
    if separator:
        rows = _parted(text, separator)
    else:
        rows = [(number, [line]) for number, line in enumerate(text.splitlines(), 1)]
    return [
        Line(number + skipped, separator.join(cells), tuple(cell.strip() for cell in cells))
        for number, cells in rows
        if any(cell.strip() for cell in cells)
    ]


def _separator(text: str) -> str:
    """Choose what parts most of the first rows, into as many cells as it can."""
    rows = [_WITHIN_A_CELL.sub("", line) for line in text[:20_000].splitlines() if line.strip()][
        :50
    ]

    def alike(separator: str) -> tuple[int, int]:
        counts = [row.count(separator) for row in rows]
        usual = max(set(counts), key=lambda count: (count > 0, counts.count(count)), default=0)
        return (counts.count(usual) if usual else 0, usual)

    best = max(SEPARATORS, key=lambda one: (alike(one)[0] > len(rows) // 2, alike(one)))
    return best if alike(best)[0] else ""


def _parted(text: str, separator: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    rows: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for cells in reader:
            rows.append((before + 1, _rejoined(cells, separator)))
            before = reader.line_num
    except csv.Error as error:
        raise StreetWorksError(
            tr("The table cannot be read."),
            advice=tr("Open it in QGIS as a layer and take the shape from there."),
            detail=str(error),
        ) from error
    return rows


def _rejoined(cells: list[str], separator: str) -> list[str]:
    """Put `SRID=27700` and the WKT after it together again, where a semicolon parts the cells."""
    if separator != ";":
        return cells
    whole: list[str] = []
    for cell in cells:
        if whole and _SRID.fullmatch(whole[-1]):
            whole[-1] = f"{whole[-1]};{cell}"
        else:
            whole.append(cell)
    return whole
