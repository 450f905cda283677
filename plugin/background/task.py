"""A job's half in QGIS: the task that a worker thread runs, and what the work gets of it."""

import threading
from typing import Any, Callable, Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from .current_job import working_for


class JobCancelled(Exception):
    """Raised inside a job's work by `Progress.raise_if_cancelled` when the job is to stop."""


class Progress:
    """What a job's work gets: a way to say how far it is and to ask whether it is to stop."""

    def __init__(self, task: "Task") -> None:
        self._task = task

    def report(self, fraction: float, text: str = "") -> None:
        """Say that `fraction` (0 to 1) is done, and optionally what is being done now."""
        self._task.reported.emit(min(1.0, max(0.0, fraction)), text)

    @property
    def cancelled(self) -> bool:
        """Whether the job is to stop."""
        return bool(self._task.isCanceled())

    def raise_if_cancelled(self) -> None:
        """Raise JobCancelled when the job is to stop."""
        if self.cancelled:
            raise JobCancelled


class Task(QgsTask):
    """The worker-thread half of a job."""

    reported = pyqtSignal(float, str)

    def __init__(self, description: str, work: Callable[[Progress], Any], keeps_open: bool) -> None:
        flags = QgsTask.Flag.CanCancel
        super().__init__(
            description, flags if keeps_open else flags | QgsTask.Flag.CancelWithoutPrompt
        )
        self.keeps_open = keeps_open
        self.ended = threading.Event()
        self.begun = False
        self.is_stopped = False
        self.result: Any = None
        self.error: Optional[Exception] = None
        self.at_finish: Optional[Callable[[], None]] = None
        self._work = [work]

    def run(self) -> bool:
        """Do the work; an exception is kept for the main thread, as Qt could not pass it on."""
        self.begun = True
        if self.is_stopped:
            super().cancel()
            return False
        try:
            with working_for(self.isCanceled):
                for work in self.take_work():
                    self.result = work(Progress(self))
        except Exception as error:  # it is reported by `finished`
            self.error = error
        finally:
            self.ended.set()
        return self.error is None and not self.isCanceled()

    def cancel(self) -> None:
        """Let it stop, as soon as it has begun; QGIS's list of tasks calls this as well.

        QGIS would delete a task that waits for its thread, and the thread, where it has just come,
        begin what by then lies in its place: another task, or nothing.
        """
        self.is_stopped = True
        if self.status() != QgsTask.TaskStatus.Queued:
            super().cancel()

    def give_up(self) -> None:
        """End it without a thread: QGIS has lost it."""
        super().cancel()
        self.finished(False)

    def take_work(self) -> list[Callable[[Progress], Any]]:
        """Return the work, once: whoever takes it does it."""
        work, self._work[:] = self._work[:], []
        return work

    def finished(self, _result: bool) -> None:
        """Run on the main thread by QGIS once the work is over, however it ended."""
        self.ended.set()
        if self.at_finish is not None:
            self.at_finish()
