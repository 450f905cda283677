"""Latitudes and longitudes as people write them: 51.5074 N, 51° 30.44′ N, 51°30′26″N 0°7′39″W."""

import re
from dataclasses import dataclass
from typing import Optional

from ..errors import StreetWorksError
from ..words import tr

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_ANGLE = re.compile(
    rf"([+-]?)\s*({_NUMBER})(?:\s*[°:]\s*|\s+|$)"
    rf"(?:({_NUMBER})(?:\s*[':]\s*|\s+|$))?"
    rf"(?:({_NUMBER})\s*\"?)?"
)
_SECOND_DEGREES = re.compile(
    r"(.*°.*?)[\s,;/]+([+-]?\s*[0-9.]+\s*°.*)|([+-]?[0-9]+:\S+?)[\s,;/]+([+-]?[0-9]+:\S+)"
)
_ROUND, _SIXTY = 180, 60


@dataclass(frozen=True)
class Angle:
    """Degrees with their sign, and the axis if a letter says it: "N", "E" or ""."""

    degrees: float
    axis: str = ""


def halve(text: str) -> Optional[tuple[str, str]]:
    """Part "N 51.5 W 0.1", "51.5N 0.1W" or "51°30' -0°7'" into its two coordinates.

    `text` has capitals and plain marks only. None means that neither letters nor degree signs say
    where the second one begins.
    """
    letters = [match.start() for match in re.finditer("[NSEW]", text)]
    if len(letters) == 2:
        cut = letters[1] if letters[0] == 0 else letters[0] + 1
        return text[:cut].strip(" ,;/"), text[cut:].strip(" ,;/")
    match = None if letters else _SECOND_DEGREES.fullmatch(text)
    if match is None:
        return None
    first, second = filter(None, match.groups())
    return first.strip(), second.strip()


def take_letter(text: str) -> tuple[str, str]:
    """Part "N 51.5" or "51.5 N" into the letter and the rest; "" where there is no letter."""
    for letter, rest in ((text[:1], text[1:]), (text[-1:], text[:-1])):
        if letter and letter in "NSEW":
            return letter, rest.strip(" :=")
    return "", text


def read_angle(text: str) -> Optional[Angle]:
    """Read one coordinate: degrees, or degrees and minutes, or degrees, minutes and seconds.

    None if it is not written like one. Raises StreetWorksError when it is, but cannot be.
    """
    letter, rest = take_letter(text)
    match = _ANGLE.fullmatch(rest)
    if match is None:
        return None
    sign, *numbers = match.groups()
    parts = [number for number in numbers if number is not None]
    if any("." in part for part in parts[:-1]):
        raise StreetWorksError(tr("Only the last part of an angle may have decimals."))
    values = [float(part) for part in parts]
    if any(value >= _SIXTY for value in values[1:]):
        raise StreetWorksError(tr("Minutes and seconds are below 60."))
    degrees = sum(value / _SIXTY**power for power, value in enumerate(values))
    if degrees > _ROUND:
        raise StreetWorksError(tr("An angle has at most 180 degrees."))
    if sign == "-" and letter in ("S", "W"):
        raise StreetWorksError(tr("It has a minus sign and “{letter}”.").format(letter=letter))
    southern_or_western = sign == "-" or letter in ("S", "W")
    axis = {"N": "N", "S": "N", "E": "E", "W": "E"}.get(letter, "")
    return Angle(-degrees if southern_or_western else degrees, axis)
