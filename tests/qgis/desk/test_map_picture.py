"""The map's picture for the review: each comes whole, however soon the next is asked for."""

import gc
import weakref

import pytest
from street_works.plugin.desk import applying
from street_works.plugin.forms.shapes import Drawn

EXTENT = Drawn({"type": "LineString", "coordinates": [[471065, 236014], [471085, 236014]]})


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
        at_work.applying.map_picture(EXTENT, width, 100, came.append)
        gc.collect()
    until(lambda: len(came) == 3)
    assert sorted(image.width() for image in came) == [100, 200, 300]


def test_a_picture_leaves_nothing_to_collect(at_work, until, jobs):
    """Else it would be collected whenever, on whichever thread."""
    came = []
    gc.disable()
    try:
        at_work.applying.map_picture(EXTENT, 100, 100, came.append)
        at_work.applying.map_picture(EXTENT, 100, 100, came.append)
        until(lambda: len(came) == 2)
        until(lambda: not any(job() for job in jobs))
    finally:
        gc.enable()
    assert len(jobs) == 2


def test_painting_stops_when_the_plugin_is_switched_off(at_work, jobs):
    at_work.applying.map_picture(EXTENT, 5_000, 5_000, lambda _image: None)
    at_work.applying.map_picture(EXTENT, 5_000, 5_000, lambda _image: None)
    painting = [job() for job in jobs]
    assert [job.isActive() for job in painting] == [True, True]
    at_work.applying.close_down()
    assert [job.isActive() for job in painting] == [False, False]


@pytest.mark.england
def test_a_change_is_painted_over_the_map_solid_and_as_it_was_dashed(at_work, until):
    point = {"type": "Point", "coordinates": [471065.0, 236014.0]}
    area = {
        "type": "Polygon",
        "coordinates": [[[471065, 236014], [471085, 236014], [471085, 236034], [471065, 236014]]],
    }
    came = []
    for drawn in (Drawn(point), Drawn(point, point), Drawn(area, point), Drawn(area, area)):
        at_work.applying.map_picture(drawn, 300, 300, came.append)
        until(lambda: not at_work.applying._painting)
    colours = [
        {image.pixelColor(x, y).name() for x in range(300) for y in range(300)} for image in came
    ]
    asked, before = "#c80082", "#3c3c3c"
    assert [asked in one for one in colours] == [False, True, True, True]
    assert [before in one for one in colours] == [False, True, True, True]
