"""Clicking on records, with real mouse events on a real canvas, and choosing by keyboard."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.map.group import KIND
from street_works.plugin.map.pick import PickTool, Record
from street_works.plugin.map.street_fields import choose_fields
from street_works.plugin.trade.kinds import ACTIVITY, HS2, STREET, WORKS
from street_works.ui.register.pick_menu import MOST_OFFERED, offer

AREA = "POLYGON ((471060 235960, 471060 236040, 471140 236040, 471140 235960, 471060 235960))"


@pytest.fixture
def canvas(qgis_canvas, qgis_new_project):
    qgis_canvas.resize(400, 400)
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    qgis_canvas.setExtent(QgsRectangle(471050, 235950, 471150, 236050))
    return qgis_canvas


@pytest.fixture
def tool(canvas):
    made = PickTool(canvas)
    made.heard = []
    made.picked.connect(made.heard.append)
    canvas.setMapTool(made)
    yield made
    canvas.unsetMapTool(made)


def add(canvas, kind, *records, columns=("reference", "work_reference")):
    fields = "&".join(f"field={name}:string" for name in columns)
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:27700&{fields}", kind, "memory")
    for record in records:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(record))
        feature.setGeometry(QgsGeometry.fromWkt(AREA))
        assert layer.dataProvider().addFeature(feature)
    layer.setCustomProperty(KIND, kind)
    QgsProject.instance().addMapLayer(layer)
    canvas.setLayers([layer, *canvas.layers()])
    return layer


def click(canvas, at=(471100, 236000), button=Qt.MouseButton.LeftButton):
    place = canvas.getCoordinateTransform().transform(*at)
    pixel = QPoint(round(place.x()), round(place.y()))
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, pixel)
    QCoreApplication.processEvents()


def test_all_records_at_the_click_the_one_on_top_first(canvas, tool):
    add(canvas, WORKS, ("A-01", "A"), ("B-02", "B"))
    add(canvas, HS2, ("limits",), columns=("name",))
    add(canvas, ACTIVITY, ("ARN-1", None))
    click(canvas)
    (found,) = tool.heard
    assert found[0] == Record(ACTIVITY, "ARN-1")
    assert set(found[1:]) == {Record(WORKS, "A-01", "A"), Record(WORKS, "B-02", "B")}


def test_beside_them_there_is_none(canvas, tool):
    add(canvas, WORKS, ("A-01", "A"))
    click(canvas, (471000, 236000))
    assert tool.heard == [()]


def test_hidden_layers_other_layers_and_other_buttons_do_not_count(canvas, tool):
    add(canvas, "", ("somebody's own", ""))
    click(canvas)
    hidden = add(canvas, WORKS, ("A-01", "A"))
    canvas.setLayers([layer for layer in canvas.layers() if layer is not hidden])
    click(canvas)
    assert tool.heard == []
    canvas.setLayers([hidden])
    click(canvas, button=Qt.MouseButton.RightButton)
    assert tool.heard == []
    click(canvas)
    assert tool.heard == [(Record(WORKS, "A-01", "A"),)]


def test_a_record_without_a_reference_is_left_out(canvas, tool):
    add(canvas, WORKS, (None, None), ("A-01", "A"))
    click(canvas)
    assert tool.heard == [(Record(WORKS, "A-01", "A"),)]


def test_a_single_record_is_taken_at_once_and_of_none_nothing_is_asked(qgis_app):
    taken = []
    assert offer([Record(WORKS, "A-01", "A")], taken.append) is None
    assert taken == [Record(WORKS, "A-01", "A")]
    assert offer([], taken.append) is None
    assert len(taken) == 1


def test_of_several_one_is_chosen_by_keyboard(qgis_app):
    taken = []
    records = [Record(WORKS, f"A&{number:02}", "A") for number in range(MOST_OFFERED + 3)]
    menu = offer(records, taken.append)
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "&Works: A&&00"  # its key, and what is in its name
    assert texts[-1] == "3 &more: please look closer"
    assert len(texts) == MOST_OFFERED + 1
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert taken == [records[1]]


def test_a_street_is_told_where_nothing_else_is_clicked(canvas, tool):
    add(canvas, STREET, ("99400101", "HIGH STREET"), columns=("usrn", "name"))
    click(canvas)
    works = add(canvas, WORKS, ("A-01", "A"))
    click(canvas)
    assert tool.heard == [
        (Record(STREET, "99400101", name="HIGH STREET"),),
        (Record(WORKS, "A-01", "A"),),
    ]
    QgsProject.instance().removeMapLayer(works.id())


def test_a_layer_of_the_planners_own_tells_streets_by_the_fields_that_were_chosen(canvas, tool):
    rows = (("12300045", "Low Road"), ("none", "Lane"))
    own = add(canvas, "", *rows, columns=("number", "called"))
    click(canvas)
    choose_fields(own, "number", "called")
    click(canvas)
    assert tool.heard == [(Record(STREET, "12300045", name="Low Road"),)]
