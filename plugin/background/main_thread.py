"""Lets a worker thread have something done on the main thread, without touching Qt itself.

Whatever of Qt makes, connects or deletes an object may wait for a lock that the main thread holds
while it waits for Python's lock. A worker that holds Python's lock meanwhile stops QGIS for ever.
PyQt lets go of Python's lock while a signal is emitted: that is all that a worker does here.
"""

from collections import deque
from typing import Callable

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal


class _MainThread(QObject):
    _wanted = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._calls: deque[Callable[[], None]] = deque()
        application = QCoreApplication.instance()
        if application is not None:
            self.moveToThread(application.thread())  # where it is first wanted by a worker
        self._wanted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def do(self, call: Callable[[], None]) -> None:
        self._calls.append(call)
        self._wanted.emit()

    def _call(self) -> None:
        self._calls.popleft()()


_main_thread = _MainThread()


def do_there(call: Callable[[], None]) -> None:
    """Have `call()` done on the main thread, after what was handed over before; do not wait."""
    _main_thread.do(call)
