"""From clash to clash by key, on the canvas and in the list; both show the same one."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from shapely.geometry import Point, box
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.desk.account import Account
from street_works.plugin.desk.clashes_on_map import ClashesOnMap
from street_works.plugin.desk.clashing import Clashing
from street_works.plugin.desk.rules_set import rules_set
from street_works.plugin.desk.sheet import Sheet
from street_works.plugin.desk.surroundings import Around, Surroundings
from street_works.plugin.desk.verdicts import Place, Verdicts
from street_works.plugin.drafts import DraftStore
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.map.clash_layer import ClashLayers
from street_works.plugin.map.highlight import Highlight
from street_works.plugin.map.place import on_canvas
from street_works.plugin.settings import Settings
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import Shape
from street_works.tests.made.waiting import until
from street_works.ui.clashes.clash_panel import ClashPanel
from street_works.ui.clashes.clash_walk import ClashWalk

ALT = Qt.KeyboardModifier.AltModifier
NEXT, PREVIOUS = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
FIRST, LAST = date(2027, 1, 11), date(2027, 1, 13)
AROUND = Around(Box(0.0, 0.0, 700000.0, 1300000.0), Days(date(2020, 1, 1), date(2030, 1, 1)))


def works(reference, shape, start=FIRST, end=LAST):
    return Occupation("works", reference, "Gas main", shape, start, end)


def others():
    return [
        works("MEETS", box(471070, 236010, 471075, 236020)),
        works("NEAR", Point(471080, 236026)),
        works("FAR", box(491300, 236010, 491310, 236020)),
        works("LATER", Point(471080, 236020), LAST + timedelta(days=3), LAST + timedelta(days=4)),
        works("UNKNOWN", Point(471080, 236018), None, None),
    ]


@pytest.fixture
def place(qgis_app, qgis_new_project, tmp_path):
    """A canvas and the panel of clashes, wired as in the workplace, and a report on four."""
    project, jobs, store = QgsProject.instance(), Jobs(), DraftStore(tmp_path / "drafts.sqlite")
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    account, settings, canvas = Account(jobs, tmp_path), Settings(), QgsMapCanvas()
    canvas.resize(500, 500)
    canvas.setDestinationCrs(project.crs())
    canvas.setExtent(QgsRectangle(471000, 236000, 471100, 236100))
    canvas.show()
    sheet = Sheet(jobs, account, store)
    highlight = Highlight(canvas)
    clashing = Clashing(jobs, account, sheet, rules=lambda: rules_set(settings))
    judged = VerdictStore(tmp_path / "verdicts.sqlite")
    verdicts = Verdicts(jobs, account, clashing, judged, team=lambda: Place("", ""))
    panel = ClashPanel(sheet, clashing, verdicts, highlight, settings)
    panel.resize(800, 600)
    panel.show()
    layers = ClashLayers(project)
    clashes_on_map = ClashesOnMap(jobs, clashing, layers)
    told, heard = [], []
    clashing.trouble.connect(heard.append)
    walk = ClashWalk(canvas, panel, clashing, clashes_on_map, told.append)
    sheet.take("LINESTRING (471065 236014, 471085 236014)", "EPSG:27700")
    sheet.set_dates(FIRST, LAST)
    clashing.known = Surroundings(AROUND, "", tuple(others()), None, {})
    clashing.look_again()
    until(lambda: layers.layer(Shape.POINT) is not None)
    made = SimpleNamespace(**locals(), list=panel.clashTree)
    yield made
    made.walk.close_down()
    layers.close_down()
    panel.close_down()
    highlight.remove()
    account.close()
    store.close()
    judged.close()
    canvas.stopRendering()
    canvas.waitWhileRendering()
    panel.deleteLater()
    canvas.deleteLater()


def press(widget, key):
    """Press Alt and a key in a widget that has the keys."""
    widget.window().activateWindow()
    widget.setFocus()
    QCoreApplication.processEvents()
    QTest.keyClick(widget, key, ALT)
    QCoreApplication.processEvents()


def on_map(place):
    """Return the references of what is selected among the marks."""
    marks = place.layers.layer(Shape.POINT)
    return [one["reference"] for one in marks.selectedFeatures()]


def current(place):
    return place.list.current.other.reference


@pytest.mark.parametrize("where", ["canvas", "list"])
def test_keys_step_from_one_to_the_next_and_back_round_the_end(place, where):
    widget = getattr(place, where)
    seen = []
    for key in (NEXT, NEXT, NEXT, NEXT, NEXT, PREVIOUS, PREVIOUS):
        press(widget, key)
        assert on_map(place) == [current(place)]
        seen.append(current(place))
    assert seen == ["MEETS", "NEAR", "LATER", "UNKNOWN", "MEETS", "UNKNOWN", "LATER"]


def test_both_parties_are_in_view(place):
    for _step in range(4):
        press(place.canvas, NEXT)
        for shape in (place.list.current.other.shape, place.sheet.examined.extent.geometry):
            seen = on_canvas(place.canvas, shape).boundingBox()
            assert place.canvas.extent().contains(seen)
        assert place.highlight.shown
        assert place.highlight.meeting_shown


def test_who_does_not_see_it_hears_which_of_how_many_and_what(place):
    press(place.canvas, NEXT)
    press(place.canvas, NEXT)
    said = (
        "2 of 4: Potential clash: Gas main (NEAR), 12 m apart, "
        "3 days in common (11 Jan 2027 – 13 Jan 2027)"
    )
    assert place.list.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole) == said
    assert place.list.accessibleDescription() == said
    assert place.canvas.accessibleDescription() == said
    assert place.told[-1] == said


def test_the_order_of_the_list_is_the_order_of_the_steps(place):
    place.list.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    press(place.list, NEXT)
    assert current(place) == "UNKNOWN"
    assert on_map(place) == ["UNKNOWN"]
    assert place.walk.said.startswith("1 of 4: Cannot say: ")


def test_what_is_selected_on_the_map_becomes_current_and_the_map_stays(place):
    view = place.canvas.extent()
    lines = place.layers.layer(Shape.LINE)
    lines.selectByRect(QgsRectangle(471079, 236022, 471081, 236024))
    assert current(place) == "NEAR"
    assert on_map(place) == ["NEAR"]
    assert place.told[-1].startswith("2 of 4: ")
    assert place.canvas.extent() == view
    assert not place.highlight.shown


def test_several_selected_on_the_map_stay_selected(place):
    place.layers.layer(Shape.POINT).selectAll()
    assert current(place) == "MEETS"
    assert len(on_map(place)) == 4


def test_the_arrow_keys_of_the_list_select_on_the_map(place):
    press(place.list, NEXT)
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    assert on_map(place) == ["NEAR"]


def test_other_days_keep_the_one_that_is_current(place):
    press(place.canvas, NEXT)
    press(place.canvas, NEXT)
    place.sheet.set_dates(FIRST, LAST + timedelta(days=1))
    until(lambda: not place.jobs.running)
    assert current(place) == "NEAR"
    assert on_map(place) == ["NEAR"]
    assert "3 days in common" in place.walk.said


def test_nothing_is_said_any_more_once_the_report_is_gone(place):
    press(place.canvas, NEXT)
    place.sheet.clear()
    assert place.walk.said == ""
    assert place.canvas.accessibleDescription() == ""
    press(place.canvas, NEXT)
    assert place.heard == []


def test_a_project_without_coordinate_system_is_told(place):
    place.canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    press(place.list, NEXT)
    assert "no coordinate reference system" in place.heard[0].message


def test_the_keys_leave_the_canvas(place):
    place.walk.close_down()
    assert place.canvas.actions() == []
    assert place.canvas.accessibleDescription() == ""
    place.walk = ClashWalk(
        place.canvas, place.panel, place.clashing, place.clashes_on_map, place.told.append
    )
