"""Long work on a thread of Python's own, while the thread that waits keeps QGIS alive.

`qgis_process` and `processing.run` call an algorithm on the main thread, which must not wait for an
answer: it is the one that sends, answers a proxy and judges a certificate. QGIS's worker threads
are no place for pyproj. A thread of Python's own suits both.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import Callable, Optional, TypeVar

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QTimer

T = TypeVar("T")
Report = Callable[[float, str], None]
Warn = Callable[[str], None]

_LOOK_EVERY_MS = 50


def done_aside(work: Callable[[], T], meanwhile: Callable[[], None]) -> T:
    """Do `work()` on another thread, wait for it, and return or raise what it does.

    `meanwhile` is called on this thread several times a second: to pass on how far it is.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="street-works-aside") as pool:
        future = pool.submit(work)
        while not _over(future):
            meanwhile()
        return future.result()


def done_with_progress(
    work: Callable[[Report, Warn], T], feedback: QgsProcessingFeedback, per_cent: float
) -> T:
    """Do `work` as `done_aside` does, and tell the planner of it as it goes.

    It is given a function that takes the fraction that is done, which is so many `per_cent` of the
    run when it is whole, and one that takes what went wrong, which is told when it has ended.
    """
    done, warnings = [0.0], list[str]()

    def report(fraction: float, _text: str) -> None:
        done[0] = fraction

    result = done_aside(
        lambda: work(report, warnings.append),
        lambda: feedback.setProgress(per_cent * done[0]),
    )
    for warning in warnings:
        feedback.reportError(warning)
    return result


def _over(future: "Future[T]") -> bool:
    application: Optional[QCoreApplication] = QCoreApplication.instance()
    if application is None or QThread.currentThread() != application.thread():
        return bool(wait_for([future], timeout=_LOOK_EVERY_MS / 1000).done)
    loop = QEventLoop()
    QTimer.singleShot(_LOOK_EVERY_MS, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return future.done()
