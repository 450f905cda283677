"""Hands QGIS a picture while jobs of Python's have all threads of the pool, and prints its length.

Where Qt wants one of these threads for it, it never ends.
"""

import os
import time

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRunnable, QThreadPool
from qgis.PyQt.QtGui import QColor, QImage


class Job(QRunnable):
    """One that goes on for as long as this program does."""

    begun = 0

    def run(self) -> None:
        Job.begun += 1
        while True:
            time.sleep(0.001)


def main() -> None:
    """Start QGIS, the jobs, and then have the picture made ready."""
    from street_works.plugin.evidence.map_picture import as_path

    application = QgsApplication([], True)
    application.initQgis()
    pool = QThreadPool.globalInstance()
    jobs = [Job() for _ in range(pool.maxThreadCount())]
    for job in jobs:
        pool.start(job)
    while Job.begun < len(jobs):
        time.sleep(0.01)
    picture = QImage(2000, 2000, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("white"))
    print(len(as_path(picture)), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
