"""Addresses of web maps, as they are copied into mails and chats: the position in them."""

import re
from typing import Optional
from urllib.parse import unquote

_NUMBER = r"([+-]?[0-9]{1,3}\.[0-9]+)"
# The pin that was set is looked for before the middle of the map. Latitude is first in all of them
# but those with names.
_LATITUDE_FIRST = (
    re.compile(rf"!3d{_NUMBER}!4d{_NUMBER}"),  # a place in Google Maps
    re.compile(rf"[?&](?:q|query|ll|destination|daddr|center|cp|sll|pin|map)=(?:loc:|point\.)?"
               rf"{_NUMBER}[,~_\s+]+{_NUMBER}"),
    re.compile(rf"[?&#]mlat={_NUMBER}&mlon={_NUMBER}"),  # a marker in OpenStreetMap
    re.compile(rf"[?&]lat(?:itude)?={_NUMBER}&(?:lon|lng|long|longitude)={_NUMBER}"),
    re.compile(rf"^geo:{_NUMBER},{_NUMBER}"),
    re.compile(rf"/(?:place|search|dir)/{_NUMBER},[\s+]*{_NUMBER}"),
    re.compile(rf"@{_NUMBER},{_NUMBER}"),
    re.compile(rf"#(?:map=)?[0-9.]+/{_NUMBER}/{_NUMBER}"),
)  # fmt: skip
_BEGINS = re.compile(r"@[0-9]|geo:|www\.|https?://", re.IGNORECASE)
_WORDS = re.compile(r"/(?:place|search|dir)/([^/@?]+)|[?&](?:q|query|gr|ref|gridref)=([^&|]+)")
_METRES = re.compile(r"[?&](?:x|e|easting)=([0-9.]{5,12})&(?:y|n|northing)=([0-9.]{5,13})", re.I)


def looks_like_link(text: str) -> bool:
    """Whether a text is the address of a web page, or a `geo:` address."""
    return _BEGINS.match(text) is not None


def read_link(text: str) -> Optional[tuple[float, float]]:
    """Give latitude and longitude, or easting and northing, of an address; None if it has none."""
    address = unquote(text.strip())
    for form in _LATITUDE_FIRST:
        found = form.search(address)
        if found is not None:
            return float(found[1]), float(found[2])
    metres = _METRES.search(address)
    return (float(metres[1]), float(metres[2])) if metres is not None else None


def words_of_link(text: str) -> str:
    """Give the place that an address names in words: a grid reference, degrees and minutes."""
    found = _WORDS.search(unquote(text.strip()))
    return (found[1] or found[2]).replace("+", " ") if found is not None else ""
