"""Inside QGIS: load a city again and again, and say each box that is kept, until QGIS is killed.

Given: `url`, `email` and `password` of a service, the box `whole` (EPSG:27700), `days` (two ISO
dates), and the file `said`, to which a line of JSON is added for each box that the store has kept.
"""

import faulthandler
import functools
import json
import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import inside
import qgis.utils
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QThreadPool
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.settings import CUSTOM, Environment

PATIENCE_S = 25


def say_what_is_kept(path: str) -> None:
    """Let each store say what it has kept, after it has."""
    from street_works.plugin.live.store.store import Store  # after the plugin's own libraries

    said = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    keep = Store.keep

    @functools.wraps(keep)
    def keep_and_say(store: Any, kind: str, box: Any, days: Any, *answer: Any) -> Any:
        kept = keep(store, kind, box, days, *answer)
        line = {"store": str(store.path), "kind": kind, "box": box, "days": days}
        os.write(said, f"{json.dumps(line, default=str)}\n".encode())
        return kept

    Store.keep = keep_and_say


def script() -> dict[str, Any]:
    """Load until the end."""
    workplace = qgis.utils.plugins["street_works"].workplace
    say_what_is_kept(inside.GIVEN["said"])
    inside.set_project_crs("EPSG:27700")
    inside.put_base_map(inside.GIVEN["whole"])
    days = map(date.fromisoformat, inside.GIVEN["days"])
    workplace.live_view.filters.use(Filter(days=DaysWanted(OWN, *days)))
    inside.iface.mapCanvas().setExtent(QgsRectangle(*inside.GIVEN["whole"]))
    given = [inside.GIVEN[name] for name in ("email", "password")]
    workplace.account.sign_in(Environment(CUSTOM, "Bench", inside.GIVEN["url"]), *given)
    said = Path(inside.GIVEN["said"])
    until = time.monotonic() + PATIENCE_S
    while said.stat().st_size or time.monotonic() < until:
        if workplace.account.signed_in and not workplace.live.loading:
            workplace.live_view.load()
        inside.pause(0.05)
    faulthandler.dump_traceback()
    pool = QThreadPool.globalInstance()
    return {
        "error": f"Nothing was kept; signed in: {workplace.account.signed_in}",
        "messages": workplace.messages.texts(),
        "threads": f"{pool.activeThreadCount()} of {pool.maxThreadCount()}",
        "jobs": [
            f"{job.description}: submitted {job.submitted}, begun {job.task.begun},"
            f" ended {job.task.ended.is_set()}, status {job.task.status()}"
            for job in workplace.jobs._jobs
        ],
    }


inside.run_script(script)
