"""Jobs: answers on the main thread, exactly once, and none left behind."""

import gc
import threading
import time
import weakref
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QThreadPool
from street_works.plugin.background.current_job import cancelled_here
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.waiting import until


class Answers:
    """Records what a job answered and on which thread."""

    def __init__(self):
        self.done, self.failed, self.cancelled = [], [], 0
        self.threads = set()

    def _note(self):
        self.threads.add(threading.get_ident())

    def on_done(self, value):
        self._note()
        self.done.append(value)

    def on_failed(self, error):
        self._note()
        self.failed.append(error)

    def on_cancelled(self):
        self._note()
        self.cancelled += 1

    @property
    def count(self):
        return len(self.done) + len(self.failed) + self.cancelled

    def callbacks(self):
        return {
            "done": self.on_done,
            "failed": self.on_failed,
            "cancelled": self.on_cancelled,
        }


def settle_events(seconds=0.2):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.005)


@contextmanager
def all_threads_busy():
    """Take all threads of the pool, as QGIS does while it draws."""
    pool, taken = QThreadPool.globalInstance(), 0
    while pool.activeThreadCount() < pool.maxThreadCount():
        pool.reserveThread()
        taken += 1
    try:
        yield
    finally:
        for _ in range(taken):
            pool.releaseThread()


@pytest.fixture
def jobs(qgis_app):
    jobs = Jobs()
    yield jobs
    assert jobs.cancel_all()


def test_work_runs_elsewhere_and_answers_here(jobs):
    answers, reports = Answers(), []

    def work(progress):
        progress.report(0.5, "half")
        progress.report(7, "too far")
        return threading.get_ident()

    jobs.start("work", work, reported=lambda *report: reports.append(report), **answers.callbacks())
    until(lambda: answers.count)
    assert answers.done[0] != threading.get_ident()
    assert answers.threads == {threading.get_ident()}
    assert reports == [(0.5, "half"), (1.0, "too far")]
    assert jobs.running == ()


def test_planners_errors_pass_and_others_are_wrapped_and_logged(jobs):
    answers, logged = Answers(), []

    def note(text, tag, _level):
        logged.append((tag, text))

    QgsApplication.messageLog().messageReceived.connect(note)
    told = StreetWorksError("Told.")

    def planned(progress):
        raise told

    def broken(progress):
        raise ZeroDivisionError("by zero")

    try:
        jobs.start("planned", planned, **answers.callbacks())
        until(lambda: answers.count == 1)
        jobs.start("broken", broken, **answers.callbacks())
        until(lambda: answers.count == 2)
    finally:
        QgsApplication.messageLog().messageReceived.disconnect(note)
    assert answers.failed[0] is told
    wrapped = answers.failed[1]
    assert isinstance(wrapped, StreetWorksError)
    assert "Traceback" not in str(wrapped)
    assert "by zero" in wrapped.detail
    assert [tag for tag, text in logged if "by zero" in text] == ["Street Works"]


def test_an_answer_that_cannot_be_used_is_a_failure(jobs):
    answers = Answers()

    def unusable(_result):
        raise KeyError("gone")

    jobs.start("x", lambda progress: 1, done=unusable, failed=answers.on_failed)
    until(lambda: answers.count)
    assert "gone" in answers.failed[0].detail


def test_a_newer_job_of_the_topic_overtakes_the_older(jobs):
    older, newer, release = Answers(), Answers(), threading.Event()

    def slow(progress):
        release.wait(5)
        return "late"

    jobs.start("older", slow, topic="load", **older.callbacks())
    jobs.start("newer", lambda progress: "new", topic="load", **newer.callbacks())
    assert older.cancelled == 1
    until(lambda: newer.count)
    release.set()
    settle_events()
    assert newer.done == ["new"]
    assert older.count == 1
    assert older.done == []


def test_other_topics_go_on_side_by_side(jobs):
    first, second = Answers(), Answers()
    jobs.start("first", lambda progress: 1, topic="a", **first.callbacks())
    jobs.start("second", lambda progress: 2, topic="b", **second.callbacks())
    until(lambda: first.count and second.count)
    assert (first.done, second.done) == ([1], [2])


def test_cancelling_is_seen_by_the_work_and_answers_once(jobs):
    answers, seen = Answers(), []

    def work(progress):
        while not progress.cancelled:
            time.sleep(0.005)
        seen.append(cancelled_here())
        progress.raise_if_cancelled()

    job = jobs.start("work", work, **answers.callbacks())
    until(lambda: job.task.begun)
    job.cancel()
    job.cancel()
    until(lambda: seen)
    settle_events()
    assert seen == [True]
    assert (answers.cancelled, answers.count) == (1, 1)
    assert cancelled_here() is False


def test_cancelled_in_qgis_own_list_of_tasks(jobs):
    answers = Answers()

    def work(progress):
        while not progress.cancelled:
            time.sleep(0.005)

    job = jobs.start("work", work, **answers.callbacks())
    until(lambda: job.task.begun)
    job.task.cancel()
    until(lambda: answers.count)
    assert answers.cancelled == 1


@pytest.mark.parametrize("in_qgis_own_list", [False, True])
def test_one_that_is_cancelled_before_it_begins_stays_until_it_has(jobs, in_qgis_own_list):
    """QGIS deletes it at once, though its thread may just begin what then lies in its place."""
    answers, first, begun, release = Answers(), Answers(), [], threading.Event()
    number = QThreadPool.globalInstance().maxThreadCount()
    busy = [
        jobs.start("busy", lambda _p: release.wait(5), **first.callbacks()) for _ in range(number)
    ]
    until(lambda: all(one.task.begun for one in busy))
    job = jobs.start("waits", begun.append, **answers.callbacks())
    jobs._hand_over(job)  # as when the last thread was taken in this very moment
    (job.task if in_qgis_own_list else job).cancel()
    settle_events(0.05)
    assert job.task.status() == QgsTask.TaskStatus.Queued
    release.set()
    until(lambda: first.count == number and answers.count)
    until(lambda: not jobs._jobs)
    assert (answers.cancelled, answers.count, begun) == (1, 1, [])


@pytest.mark.usefixtures("given")
def test_one_that_qgis_loses_and_is_cancelled_keeps_no_thread_from_others(jobs):
    answers = Answers()
    job = jobs.start("lost", lambda _progress: None, **answers.callbacks())
    job.cancel()
    assert answers.cancelled == 1
    until(lambda: not jobs._jobs)


def test_cancel_all_leaves_no_work_going_on(jobs):
    answers, inside = Answers(), []

    def work(progress):
        inside.append(1)
        while not progress.cancelled:
            time.sleep(0.005)
        time.sleep(0.1)
        inside.pop()

    for number in range(6):
        jobs.start(f"work {number}", work, **answers.callbacks())
    until(lambda: inside)
    assert jobs.cancel_all()
    assert inside == []
    assert answers.cancelled == 6
    settle_events()
    assert answers.count == 6
    assert QgsApplication.taskManager().countActiveTasks() == 0


def test_no_job_of_many_is_lost(jobs):
    answers = Answers()
    for number in range(500):
        jobs.start("quick", lambda progress, number=number: number, **answers.callbacks())
    until(lambda: answers.count == 500, seconds=30)
    assert sorted(answers.done) == list(range(500))


def test_a_job_that_waits_for_its_turn_can_be_cancelled(jobs):
    first, waiting, release = Answers(), Answers(), threading.Event()
    for _ in range(64):
        jobs.start("blocks", lambda progress: release.wait(5), **first.callbacks())
    begun = []
    job = jobs.start("waits", begun.append, **waiting.callbacks())
    job.cancel()
    release.set()
    until(lambda: first.count == 64)
    settle_events()
    assert (waiting.cancelled, waiting.count, begun) == (1, 1, [])


def test_cancel_all_does_not_wait_for_ever(jobs):
    release, answers = threading.Event(), Answers()
    job = jobs.start("stubborn", lambda progress: release.wait(20), **answers.callbacks())
    until(lambda: job.task.begun)
    assert not jobs.cancel_all(timeout=0.2)
    release.set()


@pytest.fixture
def given(monkeypatch):
    """The tasks that QGIS was given; it loses the first, as 3.22 does while it draws."""
    from street_works.plugin.background import jobs as module

    real, given = QgsApplication.taskManager(), []

    def add(task):
        given.append(task)
        if len(given) > 1:
            real.addTask(task)

    manager = SimpleNamespace(taskManager=lambda: SimpleNamespace(addTask=add))
    monkeypatch.setattr(module, "QgsApplication", manager)
    return given


def test_a_task_that_qgis_loses_is_started_anew(jobs, given):
    heard = []
    jobs.start(
        "lost",
        lambda progress: (progress.report(0.5, "half"), "done")[1],
        done=heard.append,
        failed=heard.append,
        reported=lambda fraction, text: heard.append(text),
    )
    until(lambda: "done" in heard)
    assert heard == ["half", "done"]
    assert len(given) == 2
    until(lambda: not jobs.running)


@pytest.mark.usefixtures("given")
def test_a_lost_task_is_found_while_others_keep_all_threads_busy(jobs):
    pool = QThreadPool.globalInstance()
    heard = []
    jobs.start("lost", lambda progress: "found", done=heard.append, failed=heard.append)

    def busy():
        if not heard:
            jobs.start("busy", lambda _p: time.sleep(0.05), done=lambda _n: busy(), failed=print)

    reserved = pool.maxThreadCount() - 1
    for _ in range(reserved):
        pool.reserveThread()
    try:
        busy()
        until(lambda: heard, seconds=5)
    finally:
        for _ in range(reserved):
            pool.releaseThread()
    assert heard == ["found"]
    until(lambda: not jobs.running)


def test_no_task_waits_in_qgis_queue_while_it_draws_with_all_threads(jobs):
    heard = []
    with all_threads_busy():
        job = jobs.start("waits", lambda progress: "done", done=heard.append, failed=heard.append)
        settle_events(0.06)
        assert not job.submitted
    until(lambda: heard)
    assert heard == ["done"]


def test_what_a_job_gave_is_let_go_of_at_once(jobs):
    class Big:
        """Something whose end can be seen."""

    ends = []

    def work(_progress):
        big = Big()
        weakref.finalize(big, ends.append, True)
        return big

    gc.disable()
    try:
        job = jobs.start("give", work, done=lambda _big: None, failed=lambda _error: None)
        until(lambda: job.settled and not jobs.running)
        until(lambda: ends)
    finally:
        gc.enable()


@pytest.mark.parametrize("keeps_open", [False, True])
def test_qgis_asks_before_it_closes_only_for_jobs_that_keep_it_open(jobs, keeps_open):
    answers, go_on = Answers(), threading.Event()
    job = jobs.start(
        "waiting",
        lambda _progress: go_on.wait(10),
        done=answers.on_done,
        failed=answers.on_failed,
        keeps_open=keeps_open,
    )
    asks = not job.task.flags() & QgsTask.Flag.CancelWithoutPrompt
    assert bool(asks) is keeps_open
    assert job.task.canCancel()
    go_on.set()
    assert jobs.cancel_all()


def test_how_far_a_job_is_reaches_qgis_on_the_main_thread(qgis_app, monkeypatch):
    """QGIS tells it to others: on a worker, which holds Python's lock, it might never end."""
    from street_works.plugin.background import jobs as module

    heard = []

    class Watched(module.Task):
        def setProgress(self, percent):  # noqa: N802 - QGIS's name
            heard.append((percent, threading.current_thread()))
            super().setProgress(percent)

    monkeypatch.setattr(module, "Task", Watched)
    jobs, done = Jobs(), []
    jobs.start("half", lambda progress: progress.report(0.5), done=done.append, failed=done.append)
    until(lambda: done)
    assert heard == [(50.0, threading.main_thread())]
