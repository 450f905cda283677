"""The last report is on the map as long as it holds, in whichever project."""

import time
from datetime import date, timedelta

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from shapely.geometry import box
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.trade.kinds import Shape

pytestmark = pytest.mark.one_workplace

DAY = date(2027, 1, 11)
HELD_S = 0.05  # of the processor; making them on the main thread takes longer


@pytest.fixture
def checked(at_work, until):
    """The workplace once the extent on its desk was checked for clashes within 100 m."""
    at_work.clash_panel.distanceBox.setValue(100)
    at_work.dock.show()
    QgsProject.instance().setDirty(False)
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    assert at_work.heard == []
    return at_work


def marked(workplace):
    """Return the references of what is marked on the map, the topmost first."""
    layer = workplace.clashes_on_map.layers.layer(Shape.POINT)
    return [] if layer is None else [one["reference"] for one in layer.getFeatures()][::-1]


def met(workplace):
    return [one.other.reference for one in workplace.clashing.report.encounters]


def test_the_map_shows_what_the_list_has_and_says_as_of_when(checked):
    assert marked(checked) == met(checked) != []
    note = checked.clashes_on_map.layers.layer(Shape.POINT).metadata().abstract()
    assert note == checked.clash_panel.statement.text()
    assert "complete, as of" in note
    assert not QgsProject.instance().isDirty()


def test_what_the_register_did_not_give_is_said_of_the_layers(at_work, register, until):
    at_work.clash_panel.distanceBox.setValue(100)
    register.change_works(lambda features: features.append({"type": "Feature", "geometry": {}}))
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    note = at_work.clashes_on_map.layers.layer(Shape.POINT).metadata().abstract()
    assert "not complete" in note
    assert "cannot be shown" in note


def test_other_days_move_the_map_with_the_list(checked, until):
    before = marked(checked)
    for weeks in range(1, 26):
        first, last = checked.sheet.dates
        checked.sheet.set_dates(first + timedelta(weeks=1), last + timedelta(weeks=1))
        until(lambda: not checked.jobs.running)
        assert marked(checked) == met(checked), weeks
    assert marked(checked) != before


def test_it_is_gone_with_the_report(checked):
    checked.sheet.edit("LINESTRING (471065 236014, 471965 236014)", "EPSG:27700")
    assert checked.clashing.report is None
    assert marked(checked) == []
    names = [one.name() for one in QgsProject.instance().mapLayers().values()]
    assert not [name for name in names if name.startswith("Clashes")]


def test_nothing_comes_of_a_drawing_that_the_draft_has_overtaken(checked, until):
    checked.clashes_on_map.show()
    checked.sheet.clear()
    until(lambda: not checked.jobs.running)
    assert marked(checked) == []


def test_another_project_shows_it_again(checked, tmp_path, qgis_iface, until):
    project, path, before = QgsProject.instance(), str(tmp_path / "one.qgz"), marked(checked)
    project.write(path)
    project.clear()
    qgis_iface.newProjectCreated.emit()
    QCoreApplication.processEvents()
    until(lambda: marked(checked) == before)
    project.read(path)
    QCoreApplication.processEvents()
    until(lambda: marked(checked) == before)
    assert len([one for one in project.mapLayers().values() if one.name() == "Clashes"]) == 1
    assert not project.isDirty()
    checked.sheet.clear()
    project.read(path)
    QCoreApplication.processEvents()
    assert marked(checked) == []


def test_a_thousand_are_drawn_while_qgis_goes_on(at_work, until):
    at_work.dock.show()
    ours = Occupation("works", "TW1", "", at_work.sheet.examined.extent.geometry, DAY, DAY)
    others = (
        Occupation("works", f"W{n}", "Works", box(471060, 236010, 471070 + n % 9, 236020), DAY, DAY)
        for n in range(1000)
    )
    at_work.clashing.report = report_on(ours, Shelf(others), all_with(within_m=25.0))
    assert len(at_work.clashing.report.encounters) == 1000
    longest = 0.0
    at_work.clashes_on_map.show()
    until_then = time.monotonic() + 20
    while len(marked(at_work)) != 1000 and time.monotonic() < until_then:
        begun = time.thread_time()
        QCoreApplication.processEvents()
        longest = max(longest, time.thread_time() - begun)
    assert len(marked(at_work)) == 1000
    assert longest < HELD_S
