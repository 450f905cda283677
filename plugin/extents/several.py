"""Several positions in one row of text."""

import re

from ..errors import StreetWorksError
from .links import looks_like_link
from .numbers import count_numbers
from .plain_text import plain
from .rows import METRES, in_britain, read_row
from .table import Line

_BETWEEN = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (r"\s+(?:to|and|then|&)\s+|\s*(?:-+>|=>|→)\s*|\s+-\s+", r"\s*[;|]\s*", r"\s*,\s*")
)
_NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?"
_BRACKETED = re.compile(rf"[\[(]\s*({_NUMBER}\s*[,;\s]\s*{_NUMBER}(?:\s*,\s*{_NUMBER})?)\s*[\])]")
_OF_KML = re.compile(
    rf"{_NUMBER},{_NUMBER}(?:,{_NUMBER})?(?:\s+{_NUMBER},{_NUMBER}(?:,{_NUMBER})?)+"
)
_OPENED = re.compile(r"^\s*from\s+", re.IGNORECASE)


_AXIS = re.compile(
    r"\W*(?:(E|X|EASTINGS?|LON|LNG|LONG|LONGITUDE)|(N|Y|NORTHINGS?|LAT|LATITUDE))\b[\s.:=]*(.*)",
    re.IGNORECASE,
)
_CERTAIN_SQUARE_M = 100.0


def paired(lines: list[Line]) -> list[Line]:
    """Put rows that are an easting and a northing in turn together; others stay as they are.

    Each says which it is ("Easting: 530055"), and the number may stand in the row below.
    """
    halves: list[Line] = []
    for line in lines:
        if halves and _axis(halves[-1])[1] == "" and _axis(halves[-1])[0]:
            joined = f"{halves[-1].text} {line.text}"
            halves[-1] = Line(line.number, joined, (joined,))
        else:
            halves.append(line)
    axes = [_axis(line) for line in halves]
    whole = len(halves) % 2 == 0 and all(
        {one, other} == {"E", "N"} for (one, _), (other, _) in zip(axes[::2], axes[1::2])
    )
    if not halves or not whole or any(count_numbers(rest) != 1 for _axis_name, rest in axes):
        return lines
    pairs = zip(halves[::2], halves[1::2])
    return [
        Line(other.number, f"{one.text}, {other.text}", (one.text, other.text))
        for one, other in pairs
    ]


def _axis(line: Line) -> tuple[str, str]:
    """Give "E", "N" or "" for the axis that a row begins with, and the rest of the row."""
    match = _AXIS.fullmatch(plain(line.text).strip())
    if match is None:
        return "", line.text
    return "E" if match[1] else "N", match[3]


def several(line: Line) -> list[Line]:
    """Part a row that holds several positions into one a row; others come back as they are.

    They are parted by words ("to"), arrows, semicolons or commas, written as GeoJSON's or Python's
    lists, or as in KML.
    """
    text = plain(line.text).strip()
    if looks_like_link(text):
        return [line]
    pairs = [",".join(part.split(",")[:2]) for part in text.split()]
    if _OF_KML.fullmatch(text) and all(map(is_certain, pairs)):
        return [Line(line.number, part, (part,)) for part in text.split()]
    bracketed = _BRACKETED.findall(text)
    if len(bracketed) > 1 and not re.search("[0-9A-Za-z]", _BRACKETED.sub("", text)):
        return [Line(line.number, part, (part,)) for part in bracketed]
    text = _OPENED.sub("", text)
    for between in _BETWEEN:
        parts = [part for part in between.split(text) if part]
        if len(parts) > 1 and all(map(is_certain, parts)):
            return [Line(line.number, part, (part,)) for part in parts]
    return [line]


def is_certain(text: str) -> bool:
    """Whether a text is a position that is hardly anything else by chance."""
    try:
        row = read_row(1, text, "")
    except StreetWorksError:
        return False
    if row.square is not None:
        return row.square.side_m <= _CERTAIN_SQUARE_M
    if row.kind == METRES:
        # Five digits each may be those of a grid reference, whose letters stand elsewhere.
        return min(row.first, row.second) > 5_000 and max(row.first, row.second) >= 100_000
    if text.count(".") < 2:  # whole numbers are ids, and heights
        return False
    return in_britain(row.second, row.first) or in_britain(row.first, row.second)
