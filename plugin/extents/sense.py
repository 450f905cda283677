"""What rows of positions mean together: of one kind, in one order, with what to know of them."""

import re
from dataclasses import dataclass, field, replace

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
    in_britain,
    name_of,
    off_grid,
    on_grid,
)

Position = tuple[float, float]

_AXES = re.compile(r"\b(?:(?P<north>NORTH|LAT|[NY]\b)|(?P<east>EAST|LO?NG?|[EX]\b))", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """Positions as x and y in `crs` (easting, northing; or longitude, latitude).

    `what` says how they were read and `notes` what the planner should know of it. `rows` has the
    number of each position's row in the text. Where a row has a start and an end, `together` is 2:
    so many positions in a row are a line of their own.
    """

    points: tuple[Position, ...]
    crs: str
    what: str
    notes: tuple[str, ...] = ()
    rows: tuple[int, ...] = field(default=(), compare=False)
    together: int = 1

    @property
    def lines(self) -> tuple[tuple[Position, ...], ...]:
        """The positions of each row, where a row is a line of its own; else none."""
        if self.together == 1:
            return ()
        starts = range(0, len(self.points), self.together)
        return tuple(self.points[start : start + self.together] for start in starts)


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


def make_sense(rows: list[Row], heading: str, assume: str) -> Typed:
    """Give the positions of rows that are all of one kind; `heading` may say their order.

    Raises `RowWrong` for a row that does not go with the others or lies nowhere.
    """
    _require_one_kind(rows)
    typed = _of_kind(rows, heading, assume)
    return replace(typed, rows=tuple(row.number for row in rows))


def _of_kind(rows: list[Row], heading: str, assume: str) -> Typed:
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
    full = next((row.square for row in rows if row.square is not None and row.square.full), None)
    one = tr("{reference} names a square of {side:.0f} m; its south-west corner was taken.")
    more = tr(
        "{reference} and {n} more name squares of {side:.0f} m; their south-west corners were "
        "taken."
    )
    taken = tr("“{reference}”: the full numbers were taken, the letters only say the square.")
    said = () if full is None else (taken.format(reference=full.text),)
    return said + tuple(
        (one if len(names) == 1 else more).format(reference=names[0], n=len(names) - 1, side=side)
        for side, names in sorted(sizes.items(), reverse=True)
    )


def _northing_first(heading: str) -> tuple[bool, tuple[str, ...]]:
    if _first_axis(heading) == "north":
        return True, (tr("The northing was taken first, as the heading says."),)
    return False, ()


def _first_axis(heading: str) -> str:
    """Say which axis a heading names first: "north", "east", or "" for none."""
    found = _AXES.search(heading.replace("_", " "))
    return (found.lastgroup or "") if found is not None else ""


def _latitude_first(rows: list[Row], heading: str) -> tuple[bool, tuple[str, ...]]:
    """Decide the order of degrees without letters, for all rows alike."""
    unsaid = [row for row in rows if row.north_first is None]
    usual = next((row for row in unsaid if in_britain(row.second, row.first)), None)
    turned = next((row for row in unsaid if in_britain(row.first, row.second)), None)
    if usual is not None and turned is not None:
        later = max(usual, turned, key=lambda row: row.number)
        problem = tr("Latitude and longitude are the other way round than in the rows before.")
        raise RowWrong(later.number, later.text, problem, _alike())
    if turned is not None:
        note = tr("The longitude was taken first: the other way round is not in Great Britain.")
        return False, (note,)
    if usual is None and _first_axis(heading) == "east":
        return False, (tr("The longitude was taken first, as the heading says."),)
    return True, ()


def _check_on_grid(rows: list[Row], points: tuple[Position, ...]) -> None:
    for row, point in zip(rows, points):
        if not on_grid(*point):
            raise off_grid(row.number, row.text)


def _check_latitudes(rows: list[Row], points: tuple[Position, ...]) -> None:
    for row, (_longitude, latitude) in zip(rows, points):
        if abs(latitude) > 90:
            problem = tr("A latitude is between 90° south and 90° north.")
            raise RowWrong(row.number, row.text, problem, example())
