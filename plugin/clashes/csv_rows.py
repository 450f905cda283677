"""The rows of a CSV file as people have them: whatever separates, encodes or damages it."""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import StreetWorksError
from ..words import tr

_STANDARD_INPUT = "-"
_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 2**31 - 1  # an outline may be long; no system counts less far than this
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Place(NamedTuple):
    """A line of a file."""

    file: str
    line: int

    def __str__(self) -> str:
        return tr("{file}, line {n}").format(file=self.file, n=self.line)


NOWHERE = Place("", 0)


class Row(NamedTuple):
    """A row: where it begins, its fields by the names of their columns, and how many it has."""

    place: Place
    fields: dict[str, str]
    width: int

    def text(self, column: str) -> str:
        """Return a field without the space around it, "" where there is none."""
        return self.fields.get(column, "").strip()


class Table(NamedTuple):
    """The columns of a file, in small letters, and its rows."""

    columns: Sequence[str]
    rows: Iterator[Row]


def read_table(file: str, needed: Sequence[str]) -> Table:
    """Return the table in a file; "-" stands for standard input.

    The first line names the columns. Commas, semicolons, tabs or | stand between them. Text is
    UTF-8, UTF-16 with its mark, or else Windows-1252. Raises StreetWorksError for a file that
    cannot be read, or lacks a needed column.
    """
    lines = list(io.StringIO(_text(file).replace("\0", "\ufffd"), newline=None))
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    headings = {one: _heading(lines[first : first + 1], one) for one in _SEPARATORS}
    separator = max(headings, key=lambda one: len(set(needed).intersection(headings[one])))
    columns = headings[separator]
    lacking = [name for name in needed if name not in columns]
    if lacking:
        raise StreetWorksError(
            tr("{file} has no column {columns}.").format(file=file, columns=", ".join(lacking)),
            advice=tr("Name in its first line: {columns}.").format(columns=", ".join(needed)),
        )
    return Table(columns, _rows(file, lines, first + 1, separator, columns))


def _heading(lines: Sequence[str], separator: str) -> list[str]:
    return [name.strip().lower() for name in _fields(lines, separator)]


def _fields(lines: Sequence[str], separator: str) -> list[str]:
    return next(csv.reader(lines, delimiter=separator), [])


def _rows(
    file: str, lines: Sequence[str], start: int, separator: str, columns: Sequence[str]
) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_FIELD)
    while start < len(lines):
        place = Place(file, start + 1)
        fields, start = _row_at(lines, start, separator, len(columns))
        if any(map(str.strip, fields)):
            yield Row(place, dict(zip(columns, fields)), len(fields))


def _row_at(lines: Sequence[str], start: int, separator: str, count: int) -> tuple[list[str], int]:
    """Return the fields of the row that begins at a line, and the line where the next begins.

    A quote that is never closed ends with its line: else it would take whole rows with it.
    """
    reader = csv.reader((lines[n] for n in range(start, len(lines))), delimiter=separator)
    fields = next(reader)
    after = start + reader.line_num
    taken = (_fields([line], separator) for line in lines[start + 1 : after])
    if any(len(row) == count and '"' not in "".join(row) for row in taken):
        return _fields([lines[start]], separator), start + 1
    return fields, after


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == _STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise StreetWorksError(
            tr("{file} cannot be read: {reason}.").format(file=file, reason=error.strerror),
            advice=tr("Give a CSV file of works."),
        ) from error
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
