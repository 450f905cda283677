"""Inside QGIS: how soon the first of many works that need somebody are shown, and at what cost.

Given: `url`, `email` and `password` of a service with long lists, and how many `needs` it has at
least.
"""

import time
from typing import Any, Optional

import inside
import qgis.utils
from qgis.PyQt.QtCore import QTimer
from street_works.plugin.live.mine.wanted import Wanted
from street_works.plugin.settings import CUSTOM, Environment

TICK_MS = 1
LONGEST_S = 300


class Watch:
    """Notes when something was first shown, how far it was, and how long QGIS was held.

    Held is how much processor time the main thread takes between two turns of its event loop: what
    other programs do meanwhile is no fault of ours.
    """

    def __init__(self, my_works: Any) -> None:
        self.begun: Optional[float] = None
        self.first: Optional[float] = None
        self.parts: list[float] = []
        self.held = 0.0
        self._my_works = my_works
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        my_works.stated.connect(lambda _said: self._stated())
        my_works.shown.connect(self._shown)
        my_works.progress.connect(self.parts.append)

    def anew(self) -> None:
        """Forget how long QGIS was held so far."""
        self.held, self._last = 0.0, time.thread_time()

    def _tick(self) -> None:
        now = time.thread_time()
        self.held, self._last = max(self.held, now - self._last), now

    def _stated(self) -> None:
        if self.begun is None and self._my_works.reading:
            self.begun = time.perf_counter()

    def _shown(self, shown: Any) -> None:
        if self.first is None and shown.needs:
            self.first = time.perf_counter()


def worked_with(workplace: Any, watch: Watch) -> float:
    """Sort, narrow, widen and select all; return the longest that QGIS was held."""
    my_works, panel = workplace.mine.my_works, workplace.mine.panel
    watch.anew()
    for wanted in (Wanted(by="where", descending=True), Wanted(text="street 7"), Wanted()):
        my_works.want(wanted)
        inside.wait_for(lambda wanted=wanted: my_works.now.wanted == wanted, "the list")
        inside.pause(0.2)
    panel.table.selectRow(10)
    inside.pause(0.2)
    return watch.held


def script() -> dict[str, Any]:
    """Return the seconds to the first rows and to the last, and how long QGIS was held."""
    inside.set_project_crs("EPSG:27700")
    workplace = qgis.utils.plugins["street_works"].workplace
    workplace.show_mine()
    inside.pause(1)
    my_works = workplace.mine.my_works
    given = [inside.GIVEN[name] for name in ("email", "password")]
    watch = Watch(my_works)
    workplace.account.sign_in(Environment(CUSTOM, "Bench", inside.GIVEN["url"]), *given)
    inside.wait_for(lambda: watch.begun is not None, "the sign-in")
    watch.anew()
    workplace.show_mine()
    inside.wait_for(lambda: not my_works.reading and my_works.now.needs, "all lists", LONGEST_S)
    inside.wait_for(lambda: my_works.now.count.every >= inside.GIVEN["needs"], "all rows")
    ended = time.perf_counter()
    inside.pause(0.5)
    reading_held = watch.held
    return {
        "first_s": watch.first - watch.begun,
        "all_s": ended - watch.begun,
        "held_s": reading_held,
        "worked_with_held_s": worked_with(workplace, watch),
        "parts": watch.parts,
        "needs": my_works.now.count.every,
        "said": my_works.statement,
    }


inside.run_script(script)
