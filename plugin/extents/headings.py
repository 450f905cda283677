"""What the headings of a table say of its columns, in the spellings that are usual."""

import re
from dataclasses import dataclass

from .plain_text import plain

EAST, NORTH, LONGITUDE, LATITUDE, X, Y = "east", "north", "longitude", "latitude", "x", "y"
REFERENCE, BOTH, HEIGHT = "reference", "both", "height"

_WORDS = {
    EAST: {"easting", "eastings", "east", "e", "eastcoord"},
    NORTH: {"northing", "northings", "north", "n", "northcoord"},
    LONGITUDE: {"longitude", "longitudes", "lon", "long", "lng"},
    LATITUDE: {"latitude", "latitudes", "lat"},
    X: {"x", "xcoord", "xcoordinate", "coordx", "xpos", "pointx", "posx", "geox", "osx", "xmetres"},
    Y: {"y", "ycoord", "ycoordinate", "coordy", "ypos", "pointy", "posy", "geoy", "osy", "ymetres"},
    REFERENCE: {"gridref", "gridreference", "gridrefs", "gridreferences", "ngr", "osgr", "osref",
                "osgridref", "osgridreference", "nationalgridreference", "nationalgridref", "gr"},
    BOTH: {"position", "positions", "coordinates", "coordinate", "coords", "coord", "latlong",
           "latlon", "latlng", "longlat", "lonlat", "lnglat", "eastingnorthing", "location", "xy",
           "geolocation", "gps", "point"},
    HEIGHT: {"height", "altitude", "alt", "elevation", "elev", "z", "level", "depth"},
}  # fmt: skip
_ROLES = {word: role for role, words in _WORDS.items() for word in words}
_SAY_NOTHING = {
    "m", "metre", "metres", "meter", "meters", "mm", "deg", "degrees", "dd", "decimal", "dec", "os",
    "osgb", "osgb36", "osgb1936", "bng", "wgs84", "wgs", "84", "etrs89", "national", "british",
    "grid", "coord", "coords", "coordinate", "coordinates", "value", "of", "the", "epsg", "27700",
    "4326", "gps", "map", "geo", "point", "position", "pos", "ref", "reference", "and", "in",
}  # fmt: skip
START = {
    "start",
    "from",
    "begin",
    "beginning",
    "first",
    "us",
    "upstream",
    "s",
    "a",
    "1",
    "startpoint",
}
END = {"end", "to", "finish", "stop", "last", "ds", "downstream", "f", "b", "2", "endpoint"}


@dataclass(frozen=True)
class Heading:
    """What a column is (`role`: "" if nothing of a position), and of which point of the row.

    `group` has the words that are left over: "start" of "Start Easting (m)".
    """

    role: str
    group: str = ""


def read_heading(text: str) -> Heading:
    """Say what the heading of a column means."""
    words = _words(text)
    joined = "".join(words)
    if joined in _ROLES:
        return Heading(_ROLES[joined])
    roles = [(place, _ROLES[word]) for place, word in enumerate(words) if word in _ROLES]
    telling = [one for one in roles if words[one[0]] not in _SAY_NOTHING] or roles
    named = _without_repeats({role for _place, role in telling})
    if len(named) > 1:
        both = named in ({LATITUDE, LONGITUDE}, {EAST, NORTH}, {X, Y})
        return (
            Heading(BOTH, _rest(words, [place for place, _role in telling]))
            if both
            else Heading("")
        )
    if not telling:
        is_reference = "grid" in words and {"ref", "reference"} & set(words)
        if is_reference:
            return Heading(REFERENCE, _rest(words, []))
        # "Start" and "End" may stand above whole positions.
        return Heading(BOTH, joined) if joined in START | END else Heading("")
    (role,) = named
    if role == BOTH and "grid" in words:
        role = REFERENCE
    return Heading(role, _rest(words, [place for place, _role in telling]))


def _without_repeats(roles: set[str]) -> set[str]:
    """Leave out what says the same less plainly: "X (Easting)", "NGR easting"."""
    for plainer, others in (
        (EAST, {X, REFERENCE}),
        (NORTH, {Y, REFERENCE}),
        (LONGITUDE, {X}),
        (LATITUDE, {Y}),
    ):
        if plainer in roles and not {NORTH, LATITUDE, EAST, LONGITUDE} - {plainer} & roles:
            roles = roles - others
    return roles


def _rest(words: list[str], taken: list[int]) -> str:
    left = [word for place, word in enumerate(words) if place not in taken]
    return " ".join(word for word in left if word not in _SAY_NOTHING)


def _words(text: str) -> list[str]:
    """Part "StartEasting_1 (m)" into start, easting, 1, m."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9]+\b)", " ", plain(text))
    words = re.findall(r"[a-z0-9]+", parted.lower())
    # A code such as OSGB36 or WGS84 is one word again.
    return re.findall(
        r"\S+", re.sub(r"\b(osgb|wgs|etrs) (36|1936|84|89)\b", r"\1\2", " ".join(words))
    )
