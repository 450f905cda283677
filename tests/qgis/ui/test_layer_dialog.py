"""The dialog in which the fields of an own layer are chosen, opened from the list on the tab."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox
from street_works.plugin.desk.layer_fields import LayerFields, fields_of
from street_works.tests.qgis.ui.test_typed_days import clashes  # noqa: F401
from street_works.ui.clashes.layer_dialog import LayerDialog

FIELDS = "field=begun:date&field=done:string&field=sort:string"


@pytest.fixture
def panel(clashes):  # noqa: F811
    return clashes[0]


@pytest.fixture
def layer(panel):
    made = QgsVectorLayer(f"Point?crs=EPSG:27700&{FIELDS}", "Programme", "memory")
    QgsProject.instance().addMapLayer(made)
    return made


def opened(panel):
    panel.layersList.setCurrentRow(0)
    QTest.keyClick(panel.layersList, Qt.Key.Key_Return)
    dialog = panel.findChild(LayerDialog)
    assert dialog.isVisible()
    return dialog


def press(dialog, button):
    QTest.mouseClick(dialog.buttons.button(button), Qt.MouseButton.LeftButton)


def test_the_list_takes_no_room_while_there_are_no_own_layers(panel):
    parts = (panel.layersLabel, panel.layersList)
    assert not any(part.isVisible() for part in parts)
    made = QgsVectorLayer("Point?crs=EPSG:27700", "Programme", "memory")
    QgsProject.instance().addMapLayer(made)
    assert all(part.isVisible() for part in parts)
    QgsProject.instance().removeMapLayer(made.id())
    assert not any(part.isVisible() for part in parts)


def test_fields_are_chosen_with_keys_and_kept_with_the_layer(panel, layer):
    dialog = opened(panel)
    assert dialog.windowTitle() == "Dates of “Programme”"
    assert [one.currentField() for one in (dialog.startCombo, dialog.endCombo)] == ["", ""]
    QTest.keyClick(dialog.startCombo, Qt.Key.Key_Down)
    dialog.endCombo.setField("done")
    QTest.keyClicks(dialog.wordEdit, " embargo ")
    assert fields_of(layer) == LayerFields()
    press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert fields_of(layer) == LayerFields("begun", "done", "", "embargo")
    assert not dialog.isVisible()


def test_what_was_chosen_is_shown_and_cancel_keeps_it(panel, layer):
    dialog = opened(panel)
    dialog.categoryCombo.setField("sort")
    press(dialog, QDialogButtonBox.StandardButton.Ok)
    dialog = LayerDialog(layer, panel)
    assert dialog.categoryCombo.currentField() == "sort"
    dialog.categoryCombo.setField("")
    dialog.wordEdit.setText("market")
    press(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert fields_of(layer) == LayerFields(category="sort")
