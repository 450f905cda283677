"""Jobs on QGIS's worker threads, with their answers brought back to the main thread.

A job's function must touch no widget, no layer and no authentication manager: everything it needs
is collected before it starts, and what it returns is used in `done`.
"""

import time
import traceback
from typing import Any, Callable, Optional, TypeVar

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThreadPool, QTimer

from ..errors import StreetWorksError
from ..words import tr
from .task import JobCancelled, Progress, Task

LOG = "Street Works"

_NO_ROOM_MS = 10  # how long to wait for a thread while QGIS draws with all of them
_LOST_MS = 250  # a task that waits longer while threads are free is lost

T = TypeVar("T")


class Job:
    """One piece of work under way; one of three answers is given, once, or none if forgotten."""

    def __init__(
        self,
        task: Task,
        *,
        topic: str,
        done: Callable[[Any], None],
        failed: Callable[[StreetWorksError], None],
        cancelled: Optional[Callable[[], None]],
    ) -> None:
        self.description = task.description()
        self.topic = topic
        self.settled = False
        self.number = 0  # in the order in which jobs are handed over to QGIS; 0: it was not yet
        self.overdue = False
        self.task = task
        self._done = done
        self._failed = failed
        self._cancelled = cancelled
        self._heard_by: tuple[Any, ...] = ()

    @property
    def submitted(self) -> bool:
        """Whether QGIS has it."""
        return bool(self.number)

    def listen(self, finish: Callable[[], None], report: Callable[[float, str], None]) -> None:
        """Let `finish` be called when the task is over, and `report` while it works."""
        self._heard_by = (finish, report)
        self.task.at_finish = finish
        self.task.reported.connect(report)

    def start_anew(self) -> bool:
        """Put a new task in the place of one that QGIS has lost; False when it has just begun."""
        lost, work = self.task, self.task.take_work()
        if not work:
            return False
        self.task = Task(self.description, work[0], lost.keeps_open)
        lost.at_finish = None
        self.listen(*self._heard_by)
        lost.give_up()
        return True

    def cancel(self) -> None:
        """Stop the job: `cancelled` is called now, and a late answer is ignored."""
        if self.settled:
            return
        self._settle_cancelled()
        self.task.cancel()

    def forget(self) -> None:
        """Stop the job without any answer."""
        if not self.settled:
            self.settled = True
            self.task.cancel()

    def settle(self) -> None:
        """Give the answer of the work that is over; nothing happens when one was given already."""
        if self.settled:
            return
        task = self.task
        if task.isCanceled() or isinstance(task.error, JobCancelled):
            self._settle_cancelled()
        elif task.error is not None:
            self.settled = True
            self._failed(as_street_works_error(task.error))
        else:
            self.settled = True
            self._give(task.result)

    def _give(self, result: Any) -> None:
        try:
            self._done(result)
        except Exception as error:  # raised inside Qt, it would end as a traceback
            self._failed(as_street_works_error(error))

    def _settle_cancelled(self) -> None:
        self.settled = True
        if self._cancelled is not None:
            self._cancelled()


class Jobs:
    """Starts jobs and keeps them alive until they are over. Use it from the main thread."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []
        self._handed_over = 0
        self._latest_over = 0  # the highest number of a job that is over
        self._room = _timer(_NO_ROOM_MS, self._submit)
        self._lost = _timer(_LOST_MS, self._find_lost)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that have not given their answer yet."""
        return tuple(job for job in self._jobs if not job.settled)

    def start(
        self,
        description: str,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[StreetWorksError], None],
        cancelled: Optional[Callable[[], None]] = None,
        topic: str = "",
        reported: Optional[Callable[[float, str], None]] = None,
        keeps_open: bool = False,
    ) -> Job:
        """Run `work(progress)` on a worker thread and answer on the main thread.

        `done` gets what the work returned, `failed` a StreetWorksError (anything else that was
        raised is wrapped in one), `cancelled` nothing. An unsettled job with the same `topic` is
        cancelled first. `reported` gets fraction and text while the work goes on. `description`
        stands in QGIS's list of tasks, where the planner may cancel it as well. QGIS asks before it
        closes while a job goes on that `keeps_open`; others are cancelled without a word.
        """
        if topic:
            for older in self.running:
                if older.topic == topic:
                    older.cancel()
        task = Task(description, work, keeps_open)
        job = Job(task, topic=topic, done=done, failed=failed, cancelled=cancelled)

        def finish() -> None:
            job.task.at_finish = None
            self._jobs.remove(job)
            self._latest_over = max(self._latest_over, job.number)
            job.settle()
            job.task.result = job.task.error = None  # else they are there until Python collects
            self._submit()

        def report(fraction: float, text: str) -> None:
            job.task.setProgress(100 * fraction)
            if reported is not None and not job.settled:
                reported(fraction, text)

        job.listen(finish, report)
        self._jobs.append(job)
        self._submit()
        return job

    def cancel_all(self, timeout: float = 10.0) -> bool:
        """Cancel every job and wait until no worker thread is in one, at most `timeout` seconds.

        The main thread goes on serving the workers meanwhile, since QGIS's network stack may need
        it to answer them. Returns False, and logs, when a job did not stop in time.
        """
        for job in self.running:
            job.cancel()
        self._submit()  # forgets those that had not been handed over
        deadline = time.monotonic() + timeout
        while self._jobs and time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
            time.sleep(0.002)
        for job in self._jobs:
            _log(tr("“{job}” did not stop in time.").format(job=job.description))
        return not self._jobs

    def _submit(self) -> None:
        """Hand jobs over to QGIS while a thread is free, in the order in which they came.

        They wait here and not in QGIS's queue: it loses tasks there. When a task ends, QGIS 3.22
        takes out of the queue what lies at the address of the task's runner, which is gone; a new
        runner is often made at the same address.
        """
        self._jobs = [job for job in self._jobs if job.submitted or not job.settled]
        pool = QThreadPool.globalInstance()
        for job in self._jobs:
            if sum(one.submitted for one in self._jobs) >= pool.maxThreadCount():
                return
            if not job.submitted:
                if pool.activeThreadCount() >= pool.maxThreadCount():  # QGIS is drawing, perhaps
                    self._room.start()
                    return
                self._hand_over(job)
                if not self._lost.isActive():  # else it never comes to its end
                    self._lost.start()

    def _hand_over(self, job: Job) -> None:
        self._handed_over += 1
        job.number = self._handed_over
        QgsApplication.taskManager().addTask(job.task)

    def _find_lost(self) -> None:
        """Start tasks anew that QGIS has lost, and let go of those that were cancelled.

        They have been waiting though threads were free, or though later ones have begun.
        """
        waiting = [job for job in self._jobs if job.submitted and not job.task.begun]
        latest = max([self._latest_over, *(job.number for job in self._jobs if job.task.begun)])
        pool = QThreadPool.globalInstance()
        free = pool.activeThreadCount() < pool.maxThreadCount()
        for job in waiting:
            due = free or job.number < latest
            if due and job.overdue:
                if job.task.is_stopped:
                    job.task.give_up()
                elif job.start_anew():
                    self._hand_over(job)
            job.overdue = due and not job.overdue
        if waiting:
            self._lost.start()


def _timer(milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer


def as_street_works_error(error: Exception) -> StreetWorksError:
    """Return `error` itself when it is meant for planners, else one that wraps it, and log it."""
    if isinstance(error, StreetWorksError):
        return error
    detail = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    _log(detail)
    return StreetWorksError(
        tr("Something went wrong inside Street Works."),
        advice=tr(
            "Your drawing and your form are kept. Try again; if it happens again, report it."
        ),
        detail=detail,
        may_retry=True,
    )


def _log(text: str) -> None:
    QgsMessageLog.logMessage(text, LOG, Qgis.MessageLevel.Critical, notifyUser=False)
