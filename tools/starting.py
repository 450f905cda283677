"""Run by QGIS before it loads plugins: notes how long it takes to start ours.

`street_works_start` in `qgis.utils` has the seconds of processor time, and those by the clock.
"""

import time
from typing import Any, Callable

import qgis.utils

PLUGIN = "street_works"


def timed(do: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return what does the same, and adds up what it takes for our plugin."""

    def act(name: str) -> Any:
        clocks = (time.thread_time, time.perf_counter)
        begun = [clock() for clock in clocks]
        try:
            return do(name)
        finally:
            if name == PLUGIN:
                so_far = qgis.utils.street_works_start
                qgis.utils.street_works_start = [
                    before + clock() - at for before, clock, at in zip(so_far, clocks, begun)
                ]

    return act


if not hasattr(qgis.utils, "street_works_start"):  # QGIS runs this twice
    qgis.utils.street_works_start = [0.0, 0.0]
    qgis.utils.loadPlugin = timed(qgis.utils.loadPlugin)
    qgis.utils.startPlugin = timed(qgis.utils.startPlugin)
