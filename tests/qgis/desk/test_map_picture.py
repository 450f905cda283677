"""The map's picture for the review: each comes whole, however soon the next is asked for."""

import gc
import weakref

import pytest
from street_works.plugin.desk import applying


@pytest.fixture
def jobs(monkeypatch):
    """Give weak references to the jobs that paint."""
    made = []

    class Noted(applying.QgsMapRendererParallelJob):
        def __init__(self, settings):
            super().__init__(settings)
            made.append(weakref.ref(self))

    monkeypatch.setattr(applying, "QgsMapRendererParallelJob", Noted)
    return made


def test_each_of_several_pictures_comes(at_work, until):
    """Python took the older ones for garbage while QGIS painted them, and QGIS crashed."""
    came = []
    for width in (100, 200, 300):
        at_work.applying.map_picture(width, 100, came.append)
        gc.collect()
    until(lambda: len(came) == 3)
    assert sorted(image.width() for image in came) == [100, 200, 300]


def test_a_picture_leaves_nothing_to_collect(at_work, until, jobs):
    """Else it would be collected whenever, on whichever thread."""
    came = []
    gc.disable()
    try:
        at_work.applying.map_picture(100, 100, came.append)
        at_work.applying.map_picture(100, 100, came.append)
        until(lambda: len(came) == 2)
        until(lambda: not any(job() for job in jobs))
    finally:
        gc.enable()
    assert len(jobs) == 2


def test_painting_stops_when_the_plugin_is_switched_off(at_work, jobs):
    at_work.applying.map_picture(5_000, 5_000, lambda _image: None)
    at_work.applying.map_picture(5_000, 5_000, lambda _image: None)
    painting = [job() for job in jobs]
    assert [job.isActive() for job in painting] == [True, True]
    at_work.applying.close_down()
    assert [job.isActive() for job in painting] == [False, False]
