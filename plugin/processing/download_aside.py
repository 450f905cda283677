"""Long work on a thread of Python's own, while the thread that waits keeps QGIS alive.

`qgis_process` and `processing.run` call an algorithm on the main thread, where requests are not
sent: they would freeze QGIS, and the network manager may need that thread to answer a proxy or to
judge a certificate. QGIS's worker threads are no place for pyproj. A thread of Python's own suits
both.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import Callable, Optional, TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread

T = TypeVar("T")

_LOOK_EVERY_S = 0.05


def done_aside(work: Callable[[], T], meanwhile: Callable[[], None]) -> T:
    """Do `work()` on another thread, wait for it, and return or raise what it does.

    `meanwhile` is called on this thread several times a second: to pass on how far it is.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="street-works-download") as pool:
        future = pool.submit(work)
        while not _over(future):
            _serve()
            meanwhile()
        return future.result()


def _over(future: "Future[T]") -> bool:
    return bool(wait_for([future], timeout=_LOOK_EVERY_S).done)


def _serve() -> None:
    application: Optional[QCoreApplication] = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
