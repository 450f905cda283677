"""Inside QGIS: how soon a slow service's first works are on the map, and how soon a pan stops it.

Given: `url`, `email` and `password` of a service with works, the box `whole` (EPSG:27700), `days`
(two ISO dates), and `views`: boxes with works in them that fit into one answer each.
"""

import time
from datetime import date
from typing import Any, Optional

import inside
import qgis.utils
from qgis.core import QgsFeatureRequest, QgsRectangle
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.settings import CUSTOM, Environment

IN_FLIGHT_S = 0.3
LONGEST_S = 10


class Watch:
    """Notes when a view's first record is in its layer, and when the canvas has drawn it."""

    def __init__(self, live: Any, view: QgsRectangle) -> None:
        self._live = live
        self._request = QgsFeatureRequest(view).setLimit(1)
        self._drawing = False
        self.begun = time.perf_counter()
        self.there: Optional[float] = None
        self.drawn: Optional[float] = None

    def look(self) -> None:
        """Look whether a record is in the layer now."""
        layer = self._live.layers.layer("works", "point")
        if self.there is None and layer is not None and any(layer.getFeatures(self._request)):
            self.there = time.perf_counter() - self.begun

    def drawing(self) -> None:
        """The canvas begins to draw: what is in the layer by now is drawn."""
        self._drawing = self.there is not None

    def refreshed(self) -> None:
        """The canvas has drawn."""
        if self._drawing and self.drawn is None:
            self.drawn = time.perf_counter() - self.begun


def first_works(workplace: Any, box: list[float]) -> dict[str, float]:
    """Look at a view that was never loaded; return the seconds until its first works are there."""
    canvas, view = inside.iface.mapCanvas(), QgsRectangle(*box)
    watch = Watch(workplace.live, view)
    canvas.renderStarting.connect(watch.drawing)
    canvas.mapCanvasRefreshed.connect(watch.refreshed)
    watch.begun = time.perf_counter()
    canvas.setExtent(view)
    canvas.refresh()
    until = watch.begun + LONGEST_S
    while watch.drawn is None and time.perf_counter() < until:
        inside.pause(0.005)
        watch.look()
    canvas.renderStarting.disconnect(watch.drawing)
    canvas.mapCanvasRefreshed.disconnect(watch.refreshed)
    if watch.there is None or watch.drawn is None:
        raise TimeoutError(f"no works of {box} on the map after {LONGEST_S} s")
    inside.wait_loaded(workplace)
    return {"there_s": watch.there, "drawn_s": watch.drawn}


def stopped(workplace: Any, box: list[float], other: list[float]) -> float:
    """Pan away while a view is being asked for; return the seconds until the request is gone."""
    canvas = inside.iface.mapCanvas()
    canvas.setExtent(QgsRectangle(*box))
    canvas.refresh()
    inside.wait_for(lambda: workplace.live.loading, "the load to begin")
    inside.pause(IN_FLIGHT_S)
    old = [job.task for job in workplace.live._workers]  # the requests themselves
    if not old:
        raise RuntimeError("the load was over before the pan")
    began = time.perf_counter()
    canvas.setExtent(QgsRectangle(*other))
    while not all(task.ended.is_set() for task in old):
        inside.pause(0.002)
    seconds = time.perf_counter() - began
    inside.wait_loaded(workplace)
    return seconds


def script() -> dict[str, Any]:
    """Return the seconds for each view."""
    inside.set_project_crs("EPSG:27700")
    inside.put_base_map(inside.GIVEN["whole"])
    workplace = qgis.utils.plugins["street_works"].workplace
    days = map(date.fromisoformat, inside.GIVEN["days"])
    workplace.live_view.filters.use(Filter(days=DaysWanted(OWN, *days)))
    inside.iface.mapCanvas().setExtent(QgsRectangle(*inside.GIVEN["whole"]))
    inside.render_finished()
    given = [inside.GIVEN[name] for name in ("email", "password")]
    workplace.account.sign_in(Environment(CUSTOM, "Bench", inside.GIVEN["url"]), *given)
    inside.wait_for(lambda: workplace.live.stated, "the sign-in")
    inside.pause(1)
    views = inside.GIVEN["views"]
    half = len(views) // 2
    return {
        "first": [first_works(workplace, view) for view in views[:half]],
        "stopped_s": [
            stopped(workplace, one, other)
            for one, other in zip(views[half::2], views[half + 1 :: 2])
        ],
    }


inside.run_script(script)
