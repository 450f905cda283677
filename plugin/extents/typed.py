"""Positions that were typed or pasted, one a row, and the shape that they make."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import StreetWorksError
from ..words import tr
from .rows import (
    DEGREES,
    NATIONAL_GRID,
    OTHER,
    SQUARES,
    WGS_84,
    Row,
    RowWrong,
    example,
    name_of,
    off_grid,
    on_grid,
    read_row,
)

POINT, LINE, POLYGON = KINDS = ("point", "line", "polygon")
MOST_ROWS = 10_000

Position = tuple[float, float]

_NORTH_FIRST = re.compile(r"\W*(?:NORTH|LAT|[NY]\b)", re.IGNORECASE)
_EAST_FIRST = re.compile(r"\W*(?:EAST|LO?NG?|[EX]\b)", re.IGNORECASE)
# Where degrees are in Great Britain: the two never overlap.
_LATITUDES, _LONGITUDES = (49.0, 61.0), (-9.0, 2.0)


@dataclass(frozen=True)
class Typed:
    """Positions as x and y in `crs` (easting, northing; or longitude, latitude).

    `what` says how they were read and `notes` what the planner should know of it.
    """

    points: tuple[Position, ...]
    crs: str
    what: str
    notes: tuple[str, ...] = ()


def read_positions(text: str, assume: str = "") -> Typed:
    """Read positions, one a row, all of one kind.

    They are eastings and northings, National Grid references, or latitudes and longitudes (decimal,
    or degrees, minutes and seconds; latitude first unless letters, the heading, or their being in
    Great Britain say otherwise). Numbers may be parted by commas, semicolons, tabs or spaces, and
    have thousands separators where only one reading is possible. A heading is skipped, and so are
    empty rows. Numbers that are neither degrees nor in National Grid are x and y in the coordinate
    system `assume`, if there is one.

    Raises `RowWrong` naming the row, and StreetWorksError when there is no position or too many.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    heading = lines.pop(0)[1] if lines and _is_heading(lines[0][1]) else ""
    if not lines:
        raise StreetWorksError(tr("There is no position."), advice=example())
    if len(lines) > MOST_ROWS:
        raise StreetWorksError(
            tr("There are {n} positions; at most {most} are read.").format(
                n=len(lines), most=MOST_ROWS
            ),
            advice=tr("Please leave out those that the shape does not need."),
        )
    rows = [read_row(number, line, assume) for number, line in lines]
    _require_one_kind(rows)
    return _typed(rows, heading, assume)


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
    letters = sum(character.isalpha() for character in line)
    is_square = letters == 2 and len(line.strip()) == 2
    return not any("0" <= character <= "9" for character in line) and letters > 0 and not is_square


def _require_one_kind(rows: list[Row]) -> None:
    first = rows[0]
    for row in rows[1:]:
        if row.kind != first.kind:
            problem = tr("It is {this}, but row {row} is {that}.").format(
                this=name_of(row.kind), row=first.number, that=name_of(first.kind)
            )
            raise RowWrong(row.number, row.text, problem, _alike())


def _alike() -> str:
    return tr("Please write all positions in the same way.")


def _typed(rows: list[Row], heading: str, assume: str) -> Typed:
    kind = rows[0].kind
    what = name_of(kind)
    if kind == SQUARES:
        return Typed(_points(rows, north_first=False), NATIONAL_GRID, what, _square_notes(rows))
    if kind == OTHER:
        note = tr("The numbers were taken as x and y of {crs}.").format(crs=assume[:60])
        return Typed(_points(rows, north_first=False), assume, what, (note,))
    if kind == DEGREES:
        latitude_first, notes = _latitude_first(rows, heading)
        points = _points(rows, north_first=latitude_first)
        _check_latitudes(rows, points)
        return Typed(points, WGS_84, what, notes)
    northing_first, notes = _northing_first(heading)
    points = _points(rows, north_first=northing_first)
    _check_on_grid(rows, points)
    return Typed(points, NATIONAL_GRID, what, notes)


def _points(rows: list[Row], *, north_first: bool) -> tuple[Position, ...]:
    """Give x and y; `north_first` goes for the rows that do not say it themselves."""
    return tuple(
        (row.second, row.first)
        if (north_first if row.north_first is None else row.north_first)
        else (row.first, row.second)
        for row in rows
    )


def _square_notes(rows: list[Row]) -> tuple[str, ...]:
    """Say once for each size of square of a metre or more what was taken of it."""
    sizes: dict[float, list[str]] = {}
    for row in rows:
        if row.square is not None and row.square.side_m >= 1:
            sizes.setdefault(row.square.side_m, []).append(row.square.text)
    one = tr("{reference} names a square of {side:.0f} m; its south-west corner was taken.")
    more = tr(
        "{reference} and {n} more name squares of {side:.0f} m; their south-west corners were "
        "taken."
    )
    return tuple(
        (one if len(names) == 1 else more).format(reference=names[0], n=len(names) - 1, side=side)
        for side, names in sorted(sizes.items(), reverse=True)
    )


def _northing_first(heading: str) -> tuple[bool, tuple[str, ...]]:
    if _NORTH_FIRST.match(heading):
        return True, (tr("The northing was taken first, as the heading says."),)
    return False, ()


def _latitude_first(rows: list[Row], heading: str) -> tuple[bool, tuple[str, ...]]:
    """Decide the order of degrees without letters, for all rows alike."""
    unsaid = [row for row in rows if row.north_first is None]
    usual = next((row for row in unsaid if _in_britain(row.second, row.first)), None)
    turned = next((row for row in unsaid if _in_britain(row.first, row.second)), None)
    if usual is not None and turned is not None:
        later = max(usual, turned, key=lambda row: row.number)
        problem = tr("Latitude and longitude are the other way round than in the rows before.")
        raise RowWrong(later.number, later.text, problem, _alike())
    if turned is not None:
        note = tr("The longitude was taken first: the other way round is not in Great Britain.")
        return False, (note,)
    if usual is None and _EAST_FIRST.match(heading):
        return False, (tr("The longitude was taken first, as the heading says."),)
    return True, ()


def _in_britain(longitude: float, latitude: float) -> bool:
    west, east = _LONGITUDES
    south, north = _LATITUDES
    return west <= longitude <= east and south <= latitude <= north


def _check_on_grid(rows: list[Row], points: tuple[Position, ...]) -> None:
    for row, point in zip(rows, points):
        if not on_grid(*point):
            raise off_grid(row.number, row.text)


def _check_latitudes(rows: list[Row], points: tuple[Position, ...]) -> None:
    for row, (_longitude, latitude) in zip(rows, points):
        if abs(latitude) > 90:
            problem = tr("A latitude is between 90° south and 90° north.")
            raise RowWrong(row.number, row.text, problem, example())
