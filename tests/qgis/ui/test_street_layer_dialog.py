"""A planner's own layer takes the place of the streets: chosen once, found again elsewhere."""

import pytest
from qgis.core import (
    QgsDataSourceUri,
    QgsField,
    QgsFields,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.compat import NUMBER_FIELD, TEXT_FIELD
from street_works.plugin.desk.own_streets import OwnStreets
from street_works.plugin.map.group import BACKGROUND, put_mark
from street_works.plugin.map.memory import new_memory_layer
from street_works.plugin.settings import Settings
from street_works.plugin.trade.kinds import Shape
from street_works.ui.register.street_layer_dialog import StreetLayerDialog


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def own(project):
    made = OwnStreets(project, Settings())
    yield made
    made.choose(None)
    made.close_down()


@pytest.fixture
def file(tmp_path):
    """A GeoPackage of streets, as OS Open USRN is one."""
    fields = QgsFields()
    for name, kind in (("street_type", TEXT_FIELD), ("usrn", NUMBER_FIELD), ("name", TEXT_FIELD)):
        fields.append(QgsField(name, kind))
    path = tmp_path / "my streets.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        new_memory_layer("streets", Shape.LINE, fields),
        str(path),
        QgsProject.instance().transformContext(),
        QgsVectorFileWriter.SaveVectorOptions(),
    )
    return str(path)


def added(project, file):
    layer = QgsVectorLayer(file, "My streets", "ogr")
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def ok(dialog):
    return dialog.buttons.button(dialog.buttons.StandardButton.Ok)


def test_the_likely_fields_are_offered_and_the_choice_is_found_again(project, own, file):
    heard = []
    own.changed.connect(lambda: heard.append(own.layer))
    layer = added(project, file)
    project.layerTreeRoot().addGroup("Works")
    dialog = StreetLayerDialog(own, project)
    assert (ok(dialog).isEnabled(), dialog.usrnCombo.isEnabled()) == (True, False)
    dialog.layerCombo.setFocus()
    QTest.keyClick(dialog.layerCombo, Qt.Key.Key_Down)
    assert (dialog.usrnCombo.currentField(), dialog.nameCombo.currentField()) == ("usrn", "name")
    QTest.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert (own.layer, heard) == (layer, [layer])
    assert layer.labelsEnabled()
    names = [node.name() for node in project.layerTreeRoot().children()]
    assert names == ["Works", "My streets"]

    project.clear()
    assert own.layer is None
    project.setDirty(False)
    background = new_memory_layer("Background", Shape.LINE, QgsFields())
    put_mark(background, BACKGROUND, "")
    project.addMapLayer(background)
    project.setDirty(False)
    own.bring()
    names = [node.name() for node in project.layerTreeRoot().children()]
    assert names == ["My streets", "Background"]
    assert (own.layer.name(), project.isDirty()) == ("My streets", False)
    assert StreetLayerDialog(own, project).usrnCombo.currentField() == "usrn"

    project.removeMapLayer(own.layer.id())
    assert heard[-1] is None


def test_a_layer_that_the_next_project_has_already_is_taken_and_keeps_its_looks(project, own, file):
    own.choose(added(project, file), "usrn", "name")
    project.clear()
    there = added(project, file)
    own.bring()
    assert own.layer is there
    assert (len(project.mapLayers()), there.labelsEnabled()) == (1, False)


def test_nothing_is_taken_without_a_number_and_nothing_that_is_gone(project, own, file, tmp_path):
    layer = added(project, file)
    dialog = StreetLayerDialog(own, project)
    dialog.layerCombo.setCurrentIndex(1)
    dialog.usrnCombo.setField("")
    dialog.usrnCombo.setCurrentIndex(-1)
    assert not ok(dialog).isEnabled()
    own.choose(layer, "usrn")
    project.clear()
    (tmp_path / "my streets.gpkg").unlink()
    own.bring()
    assert (own.layer, project.mapLayers()) == (None, {})


def test_an_address_with_a_password_is_not_remembered(project, own):
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", "1", "x", "u", "made up")
    uri.setDataSource("", "a", "geom")
    own.choose(QgsVectorLayer(uri.uri(), "Streets", "postgres"), "usrn")
    assert Settings().street_layer == {}
