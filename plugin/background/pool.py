"""Gives away a worker's place in Qt's pool of threads for as long as the worker waits."""

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import QThreadPool


@contextmanager
def place_given_away() -> Iterator[None]:
    """While the block runs, let the pool run something else in the place of this worker.

    QGIS draws with the same threads. Where all of them wait, for the network or for a picture, no
    map is drawn; where what they wait for is a drawing, they wait for ever.
    """
    pool = QThreadPool.globalInstance()
    pool.releaseThread()
    try:
        yield
    finally:
        pool.reserveThread()
