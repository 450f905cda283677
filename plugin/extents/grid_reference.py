"""National Grid references such as TQ 3005 8030, read to eastings and northings.

The package `osgb` reads them too, but takes references with unequal halves or more than ten digits
for places many kilometres away, and squares that are nowhere near Great Britain.
"""

import re
from dataclasses import dataclass
from typing import Optional

from ..errors import StreetWorksError
from ..words import tr

# Rows of five from the north-west; there is no I.
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
# Beyond these there are no more squares of the grid.
EASTMOST_M, NORTHMOST_M = 700_000, 1_300_000
_FEWEST, _MOST = 2, 8
_SQUARE_M = 100_000

_REFERENCE = re.compile(
    r"([A-Z]{2})[\s,;:/-]*"
    r"(?:([0-9]+)(?:[\s,;/-]+([0-9]+))?|([0-9]{5}\.[0-9]+)[\s,;/]+([0-9]{5}\.[0-9]+))"
)
# Letters, and then the full numbers that would do without them.
_WITH_FULL = re.compile(
    r"([A-Z]{2})[\s,;:/-]*(?:([0-9]{6})([0-9]{6})"
    r"|([0-9]{5,6}(?:\.[0-9]+)?)[\s,;/]+([0-9]{5,7}(?:\.[0-9]+)?))"
)
_LOOKS_LIKE_ONE = re.compile(r"[A-Z]{2}[\s,;:/-]*(?:[0-9]|$)")


@dataclass(frozen=True)
class GridReference:
    """A square of National Grid: its south-west corner and the length of its side, in metres.

    `full` is True where the numbers were full eastings and northings, and the letters only beside.
    """

    text: str
    easting: float
    northing: float
    side_m: float
    full: bool = False


def read_grid_reference(text: str) -> Optional[GridReference]:
    """Read a grid reference in upper or lower case, with or without spaces; None if it is none.

    Two digits or more for each half name a square, from 1 km (TQ 30 80) down to the centimetre;
    five digits may go on behind a decimal point. Letters beside full numbers that lie in their
    square, such as TQ 530055 180305, name that position. Raises StreetWorksError for what looks
    like a grid reference but names no square of Great Britain.
    """
    capitals = " ".join(text.upper().split())
    if _LOOKS_LIKE_ONE.match(capitals) is None:
        return None
    full = _with_full_numbers(capitals)
    if full is not None:
        return full
    match = _REFERENCE.fullmatch(capitals)
    if match is None:
        raise StreetWorksError(tr("It is not a grid reference."), advice=_example())
    square, one, two, exact_east, exact_north = match.groups()
    west, south = _corner(square)
    if exact_east:
        return GridReference(capitals, west + float(exact_east), south + float(exact_north), 0.0)
    east, north = _halves(one, two)
    side = 10.0 ** (5 - len(east))
    return GridReference(
        f"{square} {east} {north}",
        round(west + int(east) * side, 3),
        round(south + int(north) * side, 3),
        side,
    )


def grid_reference(easting: float, northing: float) -> str:
    """Write a position as the square of a metre in which it lies, such as "TQ 30055 80305"."""
    column, row = (int(number // _SQUARE_M) for number in (easting, northing))
    major = (3 - row // 5) * 5 + column // 5 + 2
    minor = (4 - row % 5) * 5 + column % 5
    rest = (int(number % _SQUARE_M) for number in (easting, northing))
    digits = " ".join(f"{number:05d}" for number in rest)
    return f"{_LETTERS[major]}{_LETTERS[minor]} {digits}"


def _with_full_numbers(capitals: str) -> Optional[GridReference]:
    """Read letters with full numbers; None if it is something else, or they are of two squares.

    Six digits each could be tenths of a metre, too: then, one in a hundred of them by chance, the
    first digits are those of the square.
    """
    match = _WITH_FULL.fullmatch(capitals)
    if match is None:
        return None
    square, *numbers = match.groups()
    given = [number for number in numbers if number is not None]
    if max(len(number.partition(".")[0]) for number in given) < 6:
        return None
    easting, northing = map(float, given)
    west, south = _corner(square)
    if not (0 <= easting - west < _SQUARE_M and 0 <= northing - south < _SQUARE_M):
        return None
    return GridReference(capitals, easting, northing, 0.0, True)


def _halves(one: str, two: Optional[str]) -> tuple[str, str]:
    if two is None:
        middle, odd = divmod(len(one), 2)
        if odd:
            raise _unequal()
        one, two = one[:middle], one[middle:]
    if len(one) != len(two):
        raise _unequal()
    if not _FEWEST <= len(one) <= _MOST:
        raise StreetWorksError(
            tr("A grid reference needs two to eight digits for the easting and for the northing."),
            advice=_example(),
        )
    return one, two


def _corner(square: str) -> tuple[int, int]:
    """Give the south-west corner of a square of 100 km, in metres."""
    if "I" not in square:
        major, minor = (divmod(_LETTERS.index(letter), 5) for letter in square)
        # S, the square of 500 km that False Origin lies at, is in the third column, fourth row.
        easting = (major[1] - 2) * 500_000 + minor[1] * 100_000
        northing = (3 - major[0]) * 500_000 + (4 - minor[0]) * 100_000
        if 0 <= easting < EASTMOST_M and 0 <= northing < NORTHMOST_M:
            return easting, northing
    raise StreetWorksError(
        tr("“{square}” is not a square of the National Grid.").format(square=square),
        advice=_example(),
    )


def _unequal() -> StreetWorksError:
    return StreetWorksError(
        tr("A grid reference has as many digits for the easting as for the northing."),
        advice=_example(),
    )


def _example() -> str:
    return tr("Please write it like TQ 30055 80305.")
