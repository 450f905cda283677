"""Several positions in one row of text."""

import re

from ..errors import StreetWorksError
from .links import looks_like_link
from .plain_text import plain
from .rows import METRES, SQUARES, read_row
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
    if row.kind == SQUARES:
        return True
    if row.kind == METRES:
        return row.first > 5_000 and row.second > 5_000
    if text.count(".") < 2:  # whole numbers are ids, and heights
        return False
    pairs = ((row.first, row.second), (row.second, row.first))
    return any(49 <= latitude <= 61 and -9 <= longitude <= 2 for latitude, longitude in pairs)
