"""Waits for what comes by Qt's events."""

import time
from typing import Callable

from qgis.PyQt.QtCore import QCoreApplication


def until(condition: Callable[[], object], seconds: float = 20.0) -> None:
    """Serve events until `condition` holds; fails when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    assert condition(), "it did not come to that in time"
