"""Inside QGIS, for `make demo` with a display: the practice town, with an extent to look at.

All of it is what a planner does: the welcome's first step, a shape, its street and days, a check.
"""

from datetime import date, timedelta
from typing import Any

import inside
import qgis.utils
import spots
from qgis.PyQt.QtCore import QTimer

LONG_M, WIDE_M, DAYS = 28, 12, 4
AROUND_M = 600


def show() -> Any:
    """Practise, draw an extent where works are, find what it meets; return the workplace."""
    inside.iface.mainWindow().showMaximized()
    page = inside.widget_of("Welcome")  # it comes by itself in a profile that is new
    place = qgis.utils.plugins[inside.PLUGIN].workplace
    place.settings.practice_works = inside.GIVEN.get("works", [])
    inside.click(page.practiseButton)
    inside.wait_for(lambda: place.account.signed_in, "the practice town")
    inside.wait_loaded(place)
    spot = spots.busy_spot(place)
    place.sheet.take(_area(*spot.place), "EPSG:27700")
    inside.wait_for(lambda: place.sheet.street or place.sheet.nearby, "the streets")
    if place.sheet.street is None:
        place.sheet.choose_street(place.sheet.nearby[0])
    first = max(date.today() + timedelta(days=1), spot.start)
    place.sheet.set_dates(first, first + timedelta(days=DAYS))
    place.find_clashes()
    inside.wait_for(lambda: place.clashing.report and not place.clashing.working, "the clashes")
    east, north = spot.place
    inside.go_to((east - AROUND_M, north - AROUND_M, east + AROUND_M, north + AROUND_M))
    place.dock.show_panel(place.map_panel)
    return place


def _area(east: float, north: float) -> str:
    """Return an area around a place, as WKT."""
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    outline = ", ".join(f"{east + x * LONG_M / 2} {north + y * WIDE_M / 2}" for x, y in corners)
    return f"POLYGON (({outline}))"


if __name__ == "__main__":  # QGIS runs it so; a journey imports it
    QTimer.singleShot(500, show)
