"""One row of text read as a position: how it is written, and its two values in that order."""

import re
from dataclasses import dataclass
from typing import Optional

from ..errors import StreetWorksError
from ..words import tr
from .angles import Angle, halve, read_angle, take_letter
from .grid_reference import EASTMOST_M, NORTHMOST_M, GridReference, read_grid_reference
from .links import looks_like_link, read_link, words_of_link
from .numbers import count_numbers, read_number, read_pair
from .plain_text import plain

NATIONAL_GRID, WGS_84 = "EPSG:27700", "EPSG:4326"
SQUARES, METRES, DEGREES, OTHER = "squares", "metres", "degrees", "other"

# Where degrees are in Great Britain: the two never overlap.
_LATITUDES, _LONGITUDES = (49.0, 61.0), (-9.0, 2.0)
_ROUND = 180.0
_LONGEST_ROW, _LONGEST_LINK = 200, 2000
_NAMES = (
    (re.compile(r"\b(?:LATITUDE|LAT|NORTHINGS?|NORTH|Y)\b\s*[.:=]*"), "N"),
    (re.compile(r"\b(?:LONGITUDE|LONG|LON|LNG|EASTINGS?|EAST|X)\b\s*[.:=]*"), "E"),
    (re.compile(r"\bSOUTH\b"), "S"),
    (re.compile(r"\bWEST\b"), "W"),
)
# What stands around a position and says nothing: brackets, quotes, "NGR:", "Location =".
_AROUND = " \t,;()[]{}<>"
_QUOTED = re.compile(r"([\"'])\s*([^\"']*?)\s*\1(?=\s*(?:[,;:\t ]|$))")
_LABEL = re.compile(
    r"(?:(?:OS|OSGR|NGR|GR|BNG|OSGB(?:36)?|NATIONAL|GRID|REF\.?|REFERENCE)\b[\s:=.]*)+(?=\S)"
    r"|[A-Z][A-Z .']{1,40}(?:\([A-Z0-9 /:]+\))?\s*[:=]\s*(?=.*[0-9])"
    r"|[A-Z]+\s*(?=[(\[])",
    re.IGNORECASE,
)
# The system of the numbers, said behind them, where it can only be the one that is meant.
_SYSTEM = re.compile(r"\s*[(\[]?(?:WGS ?84|OSGB(?:36)?|BNG|EPSG:(?:27700|4326))[)\]]?$", re.I)
_DEGREE_SIGNS = (
    (re.compile(r"([0-9]+)\s*D\s*([0-9]+)\s*M\s*([0-9.]+)\s*S", re.IGNORECASE), "\\1° \\2' \\3\" "),
    (re.compile(r"(?<=[0-9])\s*(?:\^|D(?:EG(?:REE)?S?)?\b\.?|DEG|D(?=[0-9]))\s*", re.I), "° "),
    (re.compile(r"(?<=[0-9])\s*(?:MIN(?:UTE)?S?\b\.?|M(?=\s*[0-9.]+\s*S))\s*", re.I), "' "),
    (re.compile(r"(?<=[0-9])\s*(?:SEC(?:OND)?S?\b\.?)\s*", re.I), '" '),
)


class RowWrong(StreetWorksError):
    """A row is no position, or does not go with the others; `row` counts from 1."""

    def __init__(self, row: int, text: str, problem: str, advice: str = "") -> None:
        shown = text.strip()[:40]
        message = tr("Row {row} (“{text}”): {problem}")
        super().__init__(message.format(row=row, text=shown, problem=problem), advice=advice)
        self.row = row
        self.problem = problem


@dataclass(frozen=True)
class Row:
    """One row read: two values in the order written, and what they are."""

    number: int
    text: str
    kind: str
    first: float
    second: float
    north_first: Optional[bool] = None  # None: nothing in the row says so
    square: Optional[GridReference] = None


def read_row(number: int, line: str, assume: str) -> Row:
    """Read row `number`; plain numbers that fit nowhere else are x and y of the CRS `assume`.

    Raises `RowWrong`.
    """
    if len(line) > (_LONGEST_LINK if looks_like_link(line.strip()) else _LONGEST_ROW):
        raise RowWrong(number, line, tr("It is too long for a position."), example())
    text = _tidied(line)
    try:
        if looks_like_link(line.strip()):
            return _read_link(number, line)
        row = _read_said(number, line, text)
        label = _LABEL.match(text)
        if row is None and label is not None:
            text = text[label.end() :].strip(_AROUND)
            row = _read_said(number, line, text)
    except StreetWorksError as error:
        raise RowWrong(number, line, error.message, error.advice or example()) from error
    return row or _read_plain(number, line, text, assume)


def _tidied(line: str) -> str:
    """Write a row in plain letters and marks, without what only stands around it."""
    text = plain(line).strip(_AROUND)
    if text[:1] in ("'", '"'):
        text = _QUOTED.sub(r"\2", text)
    for sign, mark in _DEGREE_SIGNS:
        text = sign.sub(mark, text)
    return _SYSTEM.sub("", text.replace("''", '"')).strip(_AROUND).rstrip(".")


def _read_link(number: int, line: str) -> Row:
    pair, words = read_link(line), words_of_link(line)
    if pair is None:
        row = _read_said(number, line, _tidied(words)) if words else None
        if row is None:
            raise StreetWorksError(tr("There is no position in this address."))
        return row
    if max(map(abs, pair)) <= _ROUND:
        return Row(number, line, DEGREES, *pair, True)
    return Row(number, line, METRES, *pair, False)


def _read_said(number: int, line: str, text: str) -> Optional[Row]:
    return _read_square(number, line, text) or _read_marked(number, line, text)


def _read_square(number: int, line: str, text: str) -> Optional[Row]:
    square = read_grid_reference(text)
    if square is None:
        return None
    return Row(number, line, SQUARES, square.easting, square.northing, False, square)


def _read_marked(number: int, line: str, text: str) -> Optional[Row]:
    """Read two coordinates of which letters or degree signs say what they are."""
    text = text.upper()
    for name, letter in _NAMES:
        text = name.sub(letter, text)
    halves = halve(text)
    if halves is None:
        return None
    metres = [_metres(half) for half in halves]
    if metres[0] is not None and metres[1] is not None:
        northing_first = take_letter(halves[0])[0] == "N"
        return Row(number, line, METRES, metres[0], metres[1], northing_first)
    first, second = (read_angle(half) for half in halves)
    if first is None or second is None:
        return None
    north_first = _order(first, second)
    _require_latitude(second if north_first is False else first, north_first)
    return Row(number, line, DEGREES, first.degrees, second.degrees, north_first)


def _metres(half: str) -> Optional[float]:
    """Read "E 530050" or "530,050 m E"; None for what is an angle or no number."""
    letter, rest = take_letter(half)
    value = read_number(rest[:-1] if rest.endswith("M") else rest)
    return value if letter in ("N", "E") and value is not None and value > 180 else None


def _order(first: Angle, second: Angle) -> Optional[bool]:
    if not first.axis:
        return None
    if first.axis == second.axis:
        raise StreetWorksError(tr("It needs a latitude (N or S) and a longitude (E or W)."))
    return first.axis == "N"


def _require_latitude(latitude: Angle, north_first: Optional[bool]) -> None:
    if north_first is not None and abs(latitude.degrees) > 90:
        raise StreetWorksError(tr("A latitude is between 90° south and 90° north."))


def _read_plain(number: int, line: str, text: str, assume: str) -> Row:
    pair = read_pair(text)
    if pair is None:
        raise RowWrong(number, line, _why_no_pair(text), example())
    small, large = sorted(map(abs, pair))
    if small <= 90 and large <= 180:
        return Row(number, line, DEGREES, *pair)
    if on_grid(*pair):
        return Row(number, line, METRES, *pair)
    if assume not in ("", NATIONAL_GRID, WGS_84):
        return Row(number, line, OTHER, *pair, False)
    raise off_grid(number, line)


def _why_no_pair(text: str) -> str:
    count = count_numbers(text)
    if count == 0:
        return tr("It is not a position.")
    if count == 1:
        return tr("It has one number; a position has two.")
    if re.fullmatch(r"[-+0-9.,;'\s]*", text) is None:
        return tr("It is not a position.")
    if count == 2 and read_number(text) is None:
        return tr("It is not a position.")
    return tr(
        "It can be read in more than one way: leave out thousands separators, use a point for "
        "decimals, and give two numbers only."
    )


def on_grid(easting: float, northing: float) -> bool:
    """Whether a position lies in the squares of National Grid."""
    return 0 <= easting <= EASTMOST_M and 0 <= northing <= NORTHMOST_M


def in_britain(longitude: float, latitude: float) -> bool:
    """Whether degrees are where Great Britain is."""
    west, east = _LONGITUDES
    south, north = _LATITUDES
    return west <= longitude <= east and south <= latitude <= north


def off_grid(number: int, line: str) -> RowWrong:
    """Say that a row has metres which are not in National Grid."""
    problem = tr("It is not a position in Great Britain.")
    advice = tr("Eastings are from 0 to 700000, northings from 0 to 1300000.")
    return RowWrong(number, line, problem, advice)


def name_of(kind: str) -> str:
    """Name a way of writing positions, as in "row 1 is a grid reference"."""
    return {
        SQUARES: tr("a grid reference"),
        METRES: tr("easting and northing"),
        DEGREES: tr("latitude and longitude"),
        OTHER: tr("x and y"),
    }[kind]


def example() -> str:
    """Show each way of writing a position."""
    return tr(
        "Please write 530055.25 180305.5, or TQ 30055 80305, or 51.5074 -0.1278, or "
        "51°30′26″N 0°7′39″W."
    )
