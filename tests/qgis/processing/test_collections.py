"""Layers of collections, to which QGIS gives no coordinate system, are worked on like others."""

import pytest
from qgis.core import QgsVectorLayer

GRID = "EPSG:27700"
AREA = "POLYGON ((530000 180000, 530020 180000, 530020 180020, 530000 180020, 530000 180000))"
ALONE = f"GEOMETRYCOLLECTION ({AREA})"
LABELLED = f"GEOMETRYCOLLECTION (POINT (530010 180010), {AREA})"


@pytest.fixture
def layer(layer_of):
    return layer_of("GeometryCollection", GRID, [ALONE, LABELLED])


def test_collections_are_checked_and_the_one_with_a_label_is_told(run, layer):
    results, fine, heard, _ = run("checkextents", layer, "FINDINGS", "TABLE")
    assert fine, heard.errors
    assert (results["FEATURES"], results["WITH_ERRORS"]) == (2, 1)


def test_the_area_of_each_collection_is_mended(run, layer):
    results, fine, heard, layers = run("mendextents", layer, "OUTPUT", "NOT_MENDED")
    assert fine, heard.errors
    assert (results["SOUND_COUNT"], results["MENDED_COUNT"]) == (1, 1)
    shapes = [feature.geometry() for feature in layers["OUTPUT"].getFeatures()]
    assert [shape.area() for shape in shapes] == [400.0, 400.0]


def test_a_collection_without_an_area_is_not_mended_and_told(run, layer_of):
    lines = "GEOMETRYCOLLECTION (LINESTRING (530000 180000, 530020 180000))"
    results, fine, heard, _ = run(
        "mendextents", layer_of("GeometryCollection", GRID, [lines]), "OUTPUT", "NOT_MENDED"
    )
    assert fine, heard.errors
    assert (results["SOUND_COUNT"], results["NOT_MENDED_COUNT"]) == (0, 1)
    assert "no area" in heard.errors[0]


def test_collections_are_converted(run, layer):
    results, fine, heard, layers = run("converttonationalgrid", layer, "OUTPUT")
    assert fine, heard.errors
    assert results["CONVERTED_COUNT"] == 2
    assert [one.geometry().isEmpty() for one in layers["OUTPUT"].getFeatures()] == [False, False]


def test_the_collection_met_in_the_field_is_mended(run, shared):
    path = str(shared("field/cases/f11_collection_of_one_polygon.geojson"))
    results, fine, heard, layers = run(
        "mendextents", QgsVectorLayer(path, "field", "ogr"), "OUTPUT", "NOT_MENDED"
    )
    assert fine, heard.errors
    assert results["SOUND_COUNT"] == 1, heard.errors
    assert [one.geometry().isEmpty() for one in layers["OUTPUT"].getFeatures()] == [False]


def test_features_without_a_shape_are_not_counted_as_converted(run, layer_of):
    layer = layer_of("Polygon", GRID, [AREA, None, "POLYGON EMPTY"])
    results, fine, heard, layers = run("converttonationalgrid", layer, "OUTPUT")
    assert fine, heard.errors
    assert (results["CONVERTED_COUNT"], results["WITHOUT_SHAPE_COUNT"]) == (1, 2)
    assert layers["OUTPUT"].featureCount() == 3
    assert heard.said[-1] == "Features without a shape, kept as they are: 2."
