"""Days and category of the planner's own layers, from the fields that he chose."""

from datetime import date

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END
from street_works.plugin.desk.layer_fields import LayerFields, choose_fields, fields_of
from street_works.plugin.desk.own_layers import near, near_or_why_not
from street_works.plugin.extents import Limits
from street_works.plugin.trade.box import Box

BOX = Box(530_000.0, 180_000.0, 531_000.0, 181_000.0)
SUMMER_EVENING = QDateTime(QDate(2027, 6, 11), QTime(23, 30), Qt.TimeSpec.UTC)
LOCAL_EVENING = QDateTime(QDate(2027, 6, 11), QTime(23, 30), Qt.TimeSpec.LocalTime)


@pytest.fixture(autouse=True)
def _qgis(qgis_app, qgis_new_project):
    """Everything here needs QGIS's providers."""


def layer_of(*rows, fields="first:string&field=last:string&field=sort:string", crs="EPSG:27700"):
    layer = QgsVectorLayer(f"Point?crs={crs}&field={fields}", "Programme", "memory")
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt("POINT (530500 180500)"))
        feature.setAttributes(list(row))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def days(layer):
    return [(one.start, one.end) for one in near(layer, BOX, Limits()).occupations]


@pytest.mark.parametrize(
    ("kind", "value", "meant"),
    [
        ("date", QDate(2027, 1, 12), date(2027, 1, 12)),
        ("datetime", SUMMER_EVENING, date(2027, 6, 12)),
        ("datetime", LOCAL_EVENING, date(2027, 6, 11)),
        ("string", "2027-01-12", date(2027, 1, 12)),
        ("string", "12/01/2027", date(2027, 1, 12)),
        ("string", "12 Jan 2027", date(2027, 1, 12)),
        ("string", "2027-06-11T23:30:00Z", date(2027, 6, 12)),
        ("string", "2027-06-11 23:30", date(2027, 6, 11)),
        ("integer", 20270112, date(2027, 1, 12)),
        ("string", "soon", None),
        ("string", "", None),
        ("string", "31/02/2027", None),
        ("date", NULL, None),
        ("datetime", NULL, None),
        ("integer", 7, None),
    ],
)
def test_a_day_is_read_as_it_is_meant_or_not_known(kind, value, meant):
    layer = layer_of([value], fields=f"first:{kind}")
    choose_fields(layer, LayerFields(start="first"))
    assert days(layer) == [(meant, WITHOUT_END)]
    said = near(layer, BOX, Limits()).remarks
    assert said == (() if meant else ("Programme: 1 feature has no date that can be read.",))


def test_fields_on_both_sides_on_one_or_on_none():
    layer = layer_of(["2027-01-12", "2027-01-14", ""])
    both = (date(2027, 1, 12), date(2027, 1, 14))
    assert days(layer) == [(SINCE_EVER, WITHOUT_END)]
    choose_fields(layer, LayerFields(end="last"))
    assert days(layer) == [(SINCE_EVER, both[1])]
    choose_fields(layer, LayerFields(start="first", end="last"))
    assert days(layer) == [both]
    choose_fields(layer, LayerFields(start="first", end="first"))
    assert days(layer) == [(both[0], both[0])]


def test_those_without_a_date_are_counted_once_each_and_the_others_compared():
    layer = layer_of(["2027-01-12", "?", ""], ["?", "?", ""], ["2027-01-12", "2027-01-13", ""])
    choose_fields(layer, LayerFields(start="first", end="last"))
    found = near(layer, BOX, Limits())
    assert len(found.occupations) == 3
    assert found.remarks == ("Programme: 2 features have no date that can be read.",)


def test_the_category_is_a_fields_or_a_word_for_all():
    layer = layer_of(["", "", "embargo"], ["", "", NULL])
    choose_fields(layer, LayerFields(category="sort", word="market"))
    assert [one.category for one in near(layer, BOX, Limits()).occupations] == ["embargo", "market"]
    choose_fields(layer, LayerFields(word="market"))
    assert {one.category for one in near(layer, BOX, Limits()).occupations} == {"market"}


def test_a_field_that_is_gone_is_told_and_its_days_are_not_known():
    layer = layer_of(["2027-01-12", "2027-01-14", ""])
    choose_fields(layer, LayerFields(start="begin", end="last"))
    assert days(layer) == [(None, date(2027, 1, 14))]
    assert near(layer, BOX, Limits()).remarks[0] == (
        "Programme: there is no field “begin” any more. Choose the layer's dates again."
    )


def test_an_empty_layer_is_told():
    assert near(layer_of(), BOX, Limits()).remarks == ("Programme: the layer is empty.",)


def test_a_layer_that_cannot_be_compared_says_why_and_that_there_may_be_more():
    layer = QgsVectorLayer("Point", "Trial holes", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())
    found = near_or_why_not(layer, BOX, Limits())
    assert found.occupations == ()
    assert "“Trial holes” has no coordinate reference system" in found.remarks[0]
    assert found.lacks == "the layer could not be compared"


def test_what_is_chosen_is_kept_with_the_project(tmp_path):
    path = str(tmp_path / "programme.geojson")
    with open(path, "w", encoding="utf-8") as written:
        written.write('{"type": "FeatureCollection", "features": []}')
    layer = QgsVectorLayer(path, "Programme", "ogr")
    chosen = LayerFields("first", "last", "sort", "market")
    choose_fields(layer, chosen)
    project = QgsProject.instance()
    project.addMapLayer(layer)
    assert project.write(str(tmp_path / "one.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "one.qgz"))
    (again,) = project.mapLayers().values()
    assert fields_of(again) == chosen
    choose_fields(again, LayerFields())
    assert fields_of(again) == LayerFields()
    assert not [key for key in again.customPropertyKeys() if "clash" in key]
