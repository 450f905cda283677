"""What a class looks like: its colour, and what tells it apart where colours do not.

A point is told by its marker, a line and the edge of an area by their dashes, an area by its hatch
as well. Lengths are millimetres on the screen.
"""

from dataclasses import dataclass
from enum import Enum

HALO = "#ffffff"
EDGE = "#1c1c1c"
_CLEAR = 3.0  # the contrast that the WCAG asks of shapes


class Marker(Enum):
    """The shapes of points: QGIS's names for them, and the degrees they are turned by."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    UPSIDE_DOWN = "triangle 180"
    PENTAGON = "pentagon"
    HEXAGON = "hexagon"
    STAR = "star"
    PLUS = "cross_fill"
    CROSS = "cross_fill 45"

    @property
    def name_in_qgis(self) -> str:
        """The name without the degrees."""
        return str(self.value).partition(" ")[0]

    @property
    def angle(self) -> float:
        """The degrees."""
        return float(str(self.value).partition(" ")[2] or 0)


class Dash(Enum):
    """How lines are broken: what is drawn and what is left out, in turn, as QGIS writes it."""

    SOLID = ""
    LONG = "5;1.6"
    SHORT = "1.7;1.3"
    DOTS = "0.7;1.5"
    LONG_SHORT = "4.5;1.3;1;1.3"


class Hatch(Enum):
    """The lines across areas, by their angles."""

    NONE = ""
    RISING = "45"
    FALLING = "135"
    LEVEL = "0"
    UPRIGHT = "90"
    CROSSED = "45 135"
    GRID = "0 90"

    @property
    def angles(self) -> tuple[float, ...]:
        """The angles as numbers."""
        return tuple(float(angle) for angle in self.value.split())


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, by the WCAG's formula."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@dataclass(frozen=True)
class Look:
    """How a class is drawn, as a point, a line or an area; `striped` is for points and lines."""

    colour: str
    marker: Marker = Marker.CIRCLE
    dash: Dash = Dash.SOLID
    hatch: Hatch = Hatch.NONE
    striped: bool = False

    @property
    def rim(self) -> str:
        """The colour of a rim that stands out against its own: white, which most maps are not."""
        return HALO if contrast(HALO, self.colour) >= _CLEAR else EDGE
