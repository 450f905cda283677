"""Which columns of a table are the positions: pairs of one kind, and of those the most exact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Optional

from ..errors import StreetWorksError
from ..words import tr
from .headings import (
    BOTH,
    EAST,
    END,
    HEIGHT,
    LATITUDE,
    LONGITUDE,
    NORTH,
    REFERENCE,
    START,
    Heading,
    X,
    Y,
    read_heading,
)
from .rows import DEGREES, SQUARES, RowWrong, read_row
from .several import is_certain
from .table import Line

# As a position is read without a word on it: easting first, latitude first.
_PAIRS = ((EAST, NORTH), (X, Y), (LATITUDE, LONGITUDE))
_SQUARE = re.compile(r"[HJNOST][A-HJ-Z]")
_MOST_TITLES = 20
_MOST_LOOKED_AT = 200
_DEGREE_M = 111_000.0


@dataclass(frozen=True)
class Source:
    """The columns of one position: two, easting or latitude first, or one with all of it."""

    columns: tuple[int, ...]
    heading: str
    group: str = ""

    def text(self, line: Line) -> str:
        """Give the position of a row, as it would be typed."""
        return "\t".join(line.cell(column) for column in self.columns)

    def is_empty(self, line: Line) -> bool:
        """Whether a row has nothing in these columns."""
        return not any(line.cell(column) for column in self.columns)


@dataclass(frozen=True)
class Chosen:
    """The sources of a table, one for each point of a row, and the rows below the heading.

    `unused` are the headings of columns that hold positions, too, or heights. `at_top` says that
    nothing stands above the heading.
    """

    sources: tuple[Source, ...]
    rows: tuple[Line, ...]
    unused: tuple[str, ...] = ()
    at_top: bool = True


def by_heading(lines: list[Line]) -> Optional[Chosen]:
    """Find the columns by a heading, which may stand below some lines of title; None without."""
    for place, line in enumerate(lines[:_MOST_TITLES]):
        headings = [read_heading(cell) for cell in line.cells]
        rows = tuple(lines[place + 1 :])
        sources = [one for one in _sources(headings, line) if _holds(one, rows)]
        # More cells than headings: commas part thousands, too.
        if sources and rows and not any(any(row.cells[len(headings) :]) for row in rows):
            return replace(_choose(sources, headings, line, rows), at_top=place == 0)
    return None


def by_content(lines: list[Line]) -> Optional[Chosen]:
    """Find the one pair of columns that is a position in each row, beside an id or a height."""
    width = len(lines[0].cells) if lines else 0
    if width < 2 or any(len(line.cells) != width for line in lines):
        return None
    counter = 1 if _counts(lines) else 0
    found: list[Source] = []
    for span in (3, 2, 1):
        for place in range(counter, width - span + 1):
            source = Source(tuple(range(place, place + span)), "")
            if span < width and not _overlap(source, found) and _is_throughout(source, lines):
                found.append(source)
    return Chosen((found[0],), tuple(lines)) if len(found) == 1 else None


def _is_throughout(source: Source, lines: list[Line]) -> bool:
    """Whether these cells are a position in each row, and the next one does not belong to it."""
    for line in lines:
        text, beside = source.text(line), line.cell(source.columns[-1] + 1)
        if not is_certain(text):
            return False
        if len(source.columns) > 1 and text[:1].isalpha() and beside.isdigit():
            return False  # a grid reference in more pieces than it should be
        if source.columns[0] and _SQUARE.fullmatch(line.cell(source.columns[0] - 1)):
            return False  # its letters stand before it
    return True


def _overlap(source: Source, found: list[Source]) -> bool:
    """Whether a source is a part of another: numbers without the letters of their square."""
    return any(set(source.columns) < set(other.columns) for other in found)


def _counts(lines: list[Line]) -> bool:
    """Whether the first column only numbers the rows."""
    first = [line.cells[0] for line in lines]
    return any(first == [str(number + start) for number in range(len(first))] for start in (0, 1))


def _sources(headings: list[Heading], line: Line) -> Iterator[Source]:
    """Give pairs of one kind and one group, in order, and columns that hold whole positions."""
    for first, second in _PAIRS:
        seconds = [i for i, one in enumerate(headings) if one.role == second]
        for i, one in enumerate(headings):
            partner = next((j for j in seconds if headings[j].group == one.group), None)
            if one.role == first and partner is not None:
                seconds.remove(partner)
                yield Source((i, partner), f"{first} {second}", one.group)
    for i, one in enumerate(headings):
        if one.role in (REFERENCE, BOTH):
            yield Source((i,), line.cells[i], one.group)


def _holds(source: Source, rows: tuple[Line, ...]) -> bool:
    """Whether what stands below a heading can be a position, as far as one can tell."""
    filled = (source.text(line) for line in rows[:_MOST_LOOKED_AT] if not source.is_empty(line))
    first = next(filled, "")
    return first != "" and (len(source.columns) > 1 or _kind(first) != "")


def _choose(
    sources: list[Source], headings: list[Heading], line: Line, rows: tuple[Line, ...]
) -> Chosen:
    ways = list(_ways_along(sources)) or [(one,) for one in sources]
    chosen = min(ways, key=lambda way: _coarseness(way[0], rows))
    used = {column for source in chosen for column in source.columns}
    unused = tuple(
        line.cells[i] for i, one in enumerate(headings) if i not in used and _tells(one, i, sources)
    )
    return Chosen(chosen, rows, unused)


def _ways_along(sources: list[Source]) -> Iterator[tuple[Source, ...]]:
    """Give the sources that belong together in a row: start and end, or points 1, 2, 3 ..."""
    for one in sources:
        alike = {other.group: other for other in sources if _alike(one, other)}
        numbered = [alike[str(n)] for n in range(1, len(alike) + 1) if str(n) in alike]
        if one.group == "1" and len(numbered) > 1:
            yield tuple(numbered)
        elif one.group in START:
            yield from ((one, alike[end]) for end in alike if end in END)


def _alike(one: Source, other: Source) -> bool:
    return len(one.columns) == len(other.columns) and (
        len(one.columns) == 1 or one.heading == other.heading
    )


def _tells(heading: Heading, column: int, sources: list[Source]) -> bool:
    """Whether a column has something of a position in it."""
    if heading.role in (REFERENCE, BOTH):
        return any(column in source.columns for source in sources)
    return heading.role != "" and (heading.role != HEIGHT or heading.group == "")


def _coarseness(source: Source, rows: tuple[Line, ...]) -> tuple[int, float]:
    """Say how many rows lack a position here, and how large a place the others name, in metres."""
    looked_at = rows[:_MOST_LOOKED_AT]
    filled = [source.text(line) for line in looked_at if not source.is_empty(line)]
    sizes = [size for size in map(_size_m, filled) if size is not None]
    lacking = len(looked_at) - len(sizes)
    # Of round numbers some are round by chance: the finest tells.
    return lacking, min(sizes, default=float("inf"))


def _size_m(text: str) -> Optional[float]:
    """Give the size of what a position names, by its digits; None for what is no position."""
    try:
        row = read_row(1, text, "")
    except StreetWorksError:
        return None
    if row.kind == SQUARES and row.square is not None:
        return row.square.side_m or 0.01
    if row.kind == DEGREES and re.search(r"[°'\":]|[0-9]\s+[0-9]+\s+[0-9]", text):
        return 3.0 if re.search(r"[0-9]\.[0-9]+\s*\"", text) else 30.0
    decimals = max((len(part) for part in re.findall(r"\.([0-9]+)", text)), default=0)
    if row.kind == DEGREES:
        return float(_DEGREE_M / 10.0**decimals)
    if decimals:
        return float(10.0**-decimals)
    zeros = min(len(number) - len(number.rstrip("0")) for number in re.findall(r"[0-9]{3,}", text))
    return float(10.0**zeros) if zeros > 1 else 1.0


def _kind(text: str) -> str:
    try:
        return read_row(1, text, "").kind
    except RowWrong:
        return ""


def without_columns() -> StreetWorksError:
    """Say that a table has no columns of positions."""
    return StreetWorksError(
        tr("The table has no column of shapes or of positions."),
        advice=tr(
            "Name the columns “easting” and “northing”, “longitude” and “latitude”, "
            "“grid reference”, or “wkt”."
        ),
    )
