"""Inside QGIS: load a whole city from a service, and see how long the main thread is held.

Given: `url`, `email` and `password` of the service, the box `whole` (EPSG:27700), and after how
many `seconds` it is enough.
"""

import time
from datetime import date
from typing import Any

import holds
import inside
import qgis.utils
from qgis.core import QgsRectangle
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.settings import CUSTOM, Environment

DAYS = (date(2026, 2, 1), date(2026, 9, 30))


def script() -> dict[str, Any]:
    """Return how long the main thread was held, and how many works came in how many calls."""
    inside.set_project_crs("EPSG:27700")
    inside.put_base_map(inside.GIVEN["whole"])
    workplace = qgis.utils.plugins["street_works"].workplace
    workplace.live_view.filters.use(Filter(days=DaysWanted(OWN, *DAYS)))
    inside.iface.mapCanvas().setExtent(QgsRectangle(*inside.GIVEN["whole"]))
    inside.render_finished()
    given = [inside.GIVEN[name] for name in ("email", "password")]
    workplace.account.sign_in(Environment(CUSTOM, "Bench", inside.GIVEN["url"]), *given)
    inside.wait_for(lambda: workplace.live.store is not None, "the sign-in")
    inside.wait_for(lambda: not workplace.jobs.running, "the first look")
    inside.pause(1)  # the panel has found its size: a canvas that changes stops the load
    workplace.live_view.load()
    until = time.monotonic() + inside.GIVEN["seconds"]
    with holds.Holds() as held:
        while workplace.live.loading and time.monotonic() < until:
            inside.pause(0.5)
    layer = workplace.live.layers.layer("works", "centre")
    result = {
        "works": layer.featureCount(),
        "calls": workplace.live.calls,
        "holds": held.told(),
        "finished": not workplace.live.loading,
        "trouble": str(workplace.live.error or ""),
    }
    workplace.live.stop()
    inside.wait_for(lambda: not workplace.jobs.running, "the jobs")
    return result


inside.run_script(script)
