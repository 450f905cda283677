"""A worker that waits leaves its place to what QGIS draws."""

import threading

import pytest
from qgis.PyQt.QtCore import QRunnable, QThreadPool
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.background.pool import place_given_away
from street_works.plugin.background.slices import on_main_thread
from street_works.tests.made.waiting import until


class Drawing(QRunnable):
    """What QGIS does with the same threads."""

    def __init__(self):
        super().__init__()
        self.setAutoDelete(False)
        self.over = threading.Event()

    def run(self):
        self.over.set()


@pytest.fixture
def one_thread(qgis_app):
    pool = QThreadPool.globalInstance()
    usual = pool.maxThreadCount()
    until(lambda: pool.activeThreadCount() == 0)
    pool.setMaxThreadCount(1)
    yield pool
    pool.setMaxThreadCount(usual)


@pytest.fixture
def jobs(one_thread):
    jobs = Jobs()
    yield jobs
    assert jobs.cancel_all()


def test_a_job_that_waits_for_a_drawing_gets_it_where_there_is_one_thread(jobs, one_thread):
    drawing, heard = Drawing(), []

    def steps():
        one_thread.start(drawing)
        while not drawing.over.is_set():
            yield None
        return "drawn"

    jobs.start("draw", lambda progress: on_main_thread(steps(), progress), **heard_in(heard))
    until(lambda: heard, seconds=5)
    assert heard == ["drawn"]


def test_the_place_is_taken_again(one_thread):
    with place_given_away():
        assert one_thread.activeThreadCount() == -1
    assert one_thread.activeThreadCount() == 0


def heard_in(heard):
    return {"done": heard.append, "failed": heard.append}
