"""Positions that were typed or pasted, one a row, and the shape that they make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..errors import StreetWorksError
from ..words import tr
from .columns import Chosen, Source, by_content, by_heading, without_columns
from .links import looks_like_link
from .plain_text import visible
from .rows import (
    Row,
    RowWrong,
    example,
    read_row,
)
from .sense import Position, Typed, make_sense
from .several import paired, several
from .table import Line, lines_of

POINT, LINE, POLYGON = KINDS = ("point", "line", "polygon")
MOST_ROWS = 10_000

__all__ = ["KINDS", "Position", "Typed", "read_positions", "shape_of", "shape_of_all"]


def read_positions(text: str, assume: str = "") -> Typed:
    """Read positions, one a row, all of one kind.

    They are eastings and northings, National Grid references, or latitudes and longitudes (decimal,
    or degrees, minutes and seconds; latitude first unless letters, the heading, or their being in
    Great Britain say otherwise). Numbers may be parted by commas, semicolons, slashes, tabs or
    spaces, and have thousands separators where only one reading is possible. Of a table the columns
    are found by their headings, below lines of title; without a heading an id before the position
    or a height behind it is left out. Several positions in a row count as several rows. Numbers
    that are neither degrees nor in National Grid are x and y in the coordinate system `assume`, if
    there is one.

    Raises `RowWrong` naming the row, and StreetWorksError when there is no position or too many.
    """
    lines = lines_of(text)
    wide, narrow = (_parted_by(spaces, lines) for spaces in (r"\s{2,}|\t", r"\s+"))
    chosen = by_heading(lines) or by_heading(wide) or by_heading(narrow)
    if chosen is not None and not _is_plain(chosen):
        return _of_columns(chosen, assume)
    heading, lines = _without_heading(text)
    lines = paired(lines)
    if not lines:
        raise StreetWorksError(tr("There is no position."), advice=example())
    _require_few(lines)
    parts = [part for line in lines for part in several(line)]
    try:
        return make_sense(
            [read_row(one.number, one.text, assume) for one in parts], heading, assume
        )
    except RowWrong:
        if chosen is not None:  # its cells may be quoted
            return _of_columns(chosen, assume)
        for way in (lines_of("\n".join(one.text for one in parts)), _parted_by(r"\s+", parts)):
            found = by_content(way)
            if found is not None:
                numbers = [one.number for one in parts]
                return _beside(found, numbers, heading, assume)
        if heading.count(",") + heading.count("\t") + heading.count(";") > 1:
            raise without_columns() from None
        raise


def _is_plain(chosen: Chosen) -> bool:
    """Whether a table is no more than a heading and its one or two columns."""
    width = max(len(line.cells) for line in chosen.rows)
    return chosen.at_top and len(chosen.sources) == 1 and width <= len(chosen.sources[0].columns)


def _parted_by(spaces: str, lines: list[Line]) -> list[Line]:
    return [
        Line(line.number, line.text, tuple(re.split(spaces, line.text.strip()))) for line in lines
    ]


def _without_heading(text: str) -> tuple[str, list[Line]]:
    rows = visible(text).splitlines()
    lines = [Line(number, row, (row,)) for number, row in enumerate(rows, 1) if row.strip()]
    if lines and _is_heading(lines[0].text) and paired(lines) is lines:
        return lines[0].text, lines[1:]
    return "", lines


def _require_few(lines: Sequence[Line]) -> None:
    if len(lines) > MOST_ROWS:
        raise StreetWorksError(
            tr("There are {n} positions; at most {most} are read.").format(
                n=len(lines), most=MOST_ROWS
            ),
            advice=tr("Please leave out those that the shape does not need."),
        )


def _of_columns(chosen: Chosen, assume: str) -> Typed:
    """Read the positions in the columns of a table; rows without any are left out."""
    filled = [
        line for line in chosen.rows if not all(source.is_empty(line) for source in chosen.sources)
    ]
    if not filled:
        raise StreetWorksError(tr("There is no position."), advice=example())
    _require_few(filled)
    rows = [_row_of(source, line, assume) for line in filled for source in chosen.sources]
    typed = make_sense(rows, chosen.sources[0].heading, assume)
    notes = (*typed.notes, *_left_out(chosen, len(chosen.rows) - len(filled)))
    return replace(typed, notes=notes, together=len(chosen.sources))


def _row_of(source: Source, line: Line, assume: str) -> Row:
    try:
        row = read_row(line.number, source.text(line), assume)
    except RowWrong as error:
        raise RowWrong(line.number, line.text, error.problem, error.advice) from error
    return replace(row, text=line.text)


def _left_out(chosen: Chosen, empty: int) -> Iterator[str]:
    if chosen.unused:
        names = ", ".join(f"“{name}”" for name in chosen.unused)
        yield tr("Not used: {names}.").format(names=names)
    if empty:
        said = (
            tr("One row without a position was left out.")
            if empty == 1
            else tr("{n} rows without a position were left out.")
        )
        yield said.format(n=empty)


def _beside(found: Chosen, numbers: list[int], heading: str, assume: str) -> Typed:
    """Read the positions that stand beside something else in each row."""
    source = found.sources[0]
    rows = [
        replace(_row_of(source, line, assume), number=number)
        for line, number in zip(found.rows, numbers)
    ]
    typed = make_sense(rows, heading, assume)
    note = tr("What stands beside the position in a row was left out, for example “{text}”.")
    first = found.rows[0]
    others = [cell for i, cell in enumerate(first.cells) if i not in source.columns and cell]
    return replace(typed, notes=(*typed.notes, note.format(text=" ".join(others)[:40])))


def shape_of_all(typed: Typed, kind: str) -> str:
    """Make WKT of all positions: of `kind`, or of each row a line where it has a start and an end.

    Raises as `shape_of` does.
    """
    if not typed.lines:
        return shape_of(typed.points, kind)
    lines = [shape_of(line, LINE) for line in typed.lines]
    if len(lines) == 1:
        return lines[0]
    return f"MULTILINESTRING ({', '.join(line.partition(' ')[2] for line in lines)})"


def shape_of(points: Iterable[Position], kind: str) -> str:
    """Make WKT of positions: `kind` is one of KINDS. An area closes itself.

    Raises StreetWorksError saying how many positions it needs, when there are too few (or, for a
    point, too many).
    """
    path = list(points)
    if kind == POLYGON and len(path) > 1 and path[0] == path[-1]:
        path.pop()
    _require_enough(path, kind)
    written = ", ".join(f"{x:.15g} {y:.15g}" for x, y in path)
    if kind == POINT:
        return f"POINT ({written})"
    if kind == LINE:
        return f"LINESTRING ({written})"
    return f"POLYGON (({written}, {path[0][0]:.15g} {path[0][1]:.15g}))"


def _require_enough(path: list[Position], kind: str) -> None:
    different = len(set(path))
    if kind == POINT and len(path) > 1:
        raise StreetWorksError(
            tr("A point is one position; there are {n}.").format(n=len(path)),
            advice=tr("Take the others out, or choose a line or an area."),
        )
    needed = {POINT: 1, LINE: 2, POLYGON: 3}[kind]
    if different < needed:
        needs = {
            POINT: tr("A point needs one position; there is none."),
            LINE: tr("A line needs two different positions; there are {n}."),
            POLYGON: tr("An area needs three different positions; there are {n}."),
        }[kind]
        raise StreetWorksError(needs.format(n=different), advice=tr("Please add what is missing."))


def _is_heading(line: str) -> bool:
    if looks_like_link(line.strip()):
        return False
    letters = sum(character.isalpha() for character in line)
    is_square = letters == 2 and len(line.strip()) == 2
    return not any("0" <= character <= "9" for character in line) and letters > 0 and not is_square
