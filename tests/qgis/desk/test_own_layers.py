"""The planner's own layers beside an extent: the clash is found, or it is said why it cannot be."""

import json

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

import shapely  # noqa: E402
from shapely.affinity import translate  # noqa: E402
from street_works.plugin.clashes.occupation import Occupation  # noqa: E402
from street_works.plugin.clashes.report import report_on  # noqa: E402
from street_works.plugin.clashes.rules import usual  # noqa: E402
from street_works.plugin.clashes.shelf import Shelf  # noqa: E402
from street_works.plugin.desk.own_layers import near  # noqa: E402
from street_works.plugin.extents import Limits  # noqa: E402
from street_works.plugin.extents.grid import from_national_grid  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.calendar import uk_today  # noqa: E402

EXTENT = shapely.box(530040, 180290, 530070, 180320)
PIPE = shapely.LineString([(530000, 180300), (530100, 180300)])


@pytest.fixture(autouse=True)
def _qgis(qgis_app, qgis_new_project):
    """Everything here needs QGIS's providers."""


def layer_of(*shapes, crs="EPSG:27700", name="Pipes"):
    layer = QgsVectorLayer("LineString", name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs) if crs else QgsCoordinateReferenceSystem())
    features = []
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(shape.wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def compared(layer):
    box = Box(*EXTENT.bounds).grown(26)
    return near(layer, box, Limits())


def clashes(layer):
    today = uk_today()
    ours = Occupation("works", "TW1", "gas main", EXTENT, today, today)
    return report_on(ours, Shelf(compared(layer).occupations), usual()).encounters


def turned(shape):
    return shapely.transform(shape, lambda points: points[:, ::-1])


def moved(shape, east, north):
    return translate(shape, east, north)


@pytest.mark.parametrize(
    "crs", ["EPSG:27700", "EPSG:3857", "EPSG:4326", "EPSG:25830", "EPSG:7405", "EPSG:4277"]
)
def test_a_layer_in_any_sound_crs_clashes(crs):
    shape = from_national_grid(PIPE, crs).geometry
    (clash,) = clashes(layer_of(shape, crs=crs))
    assert clash.distance_m == 0
    assert compared(layer_of(shape, crs=crs)).remarks == ()


@pytest.mark.parametrize(
    ("shape", "crs", "words"),
    [
        (PIPE, "EPSG:4326", "look like British National Grid"),
        (PIPE, "EPSG:3857", "look like British National Grid"),
        (PIPE, "EPSG:9300", "look like British National Grid"),
        (PIPE, "EPSG:29903", "look like British National Grid"),
        (PIPE, "ESRI:102804", "look like British National Grid"),
        (turned(PIPE), "EPSG:27700", "swapped"),
        (from_national_grid(PIPE, "EPSG:4326").geometry, "EPSG:27700", "look like degrees"),
        (turned(from_national_grid(PIPE, "EPSG:4326").geometry), "EPSG:4326", "swapped"),
        (from_national_grid(PIPE, "EPSG:3857").geometry, "EPSG:27700", "a web map's"),
        (moved(PIPE, 3e6, 3e6), "EPSG:27700", "nowhere in England"),
    ],
)
def test_a_layer_that_lies_nowhere_is_told_with_what_it_looks_like(shape, crs, words):
    with pytest.raises(StreetWorksError, match=words) as told:
        compared(layer_of(shape, moved(shape, 1e-6, 0), crs=crs))
    assert "“Pipes” lies nowhere in England" in told.value.message
    assert "untick" in told.value.advice


def test_the_layer_of_a_file_without_a_crs_is_told(shared):
    path = shared("field/cases/f02_pipe_bng_numbers_no_crs.geojson")
    layer = QgsVectorLayer(str(path), "gas", "ogr")
    with pytest.raises(StreetWorksError, match="“gas” lies nowhere in England") as told:
        compared(layer)
    assert "look like British National Grid" in told.value.message
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    assert len(clashes(layer)) == 1
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(StreetWorksError, match="no coordinate reference system"):
        compared(layer)


def test_a_few_stray_shapes_are_counted_and_the_others_compared():
    layer = layer_of(PIPE, moved(PIPE, -530000, -180300), moved(PIPE, 5e6, 0))
    own = compared(layer)
    assert len(own.occupations) == 1
    assert own.remarks == ("Pipes: 2 shapes lie nowhere in Great Britain and were not compared.",)


def test_a_system_too_inexact_to_compare_is_refused_and_a_fair_one_remarked():
    rail = layer_of(moved(PIPE, 291924 - 530050, 287915 - 180300), crs="EPSG:9300")
    with pytest.raises(StreetWorksError, match=r"HS2TN15_NTv2\.gsb") as told:
        compared(rail)
    assert "“Pipes” cannot be compared" in told.value.message
    old = layer_of(from_national_grid(PIPE, "EPSG:4230").geometry, crs="EPSG:4230")
    own = compared(old)
    assert len(own.occupations) == 1
    assert own.remarks == ("Pipes: The position is good to about 6.1 m.",)


def test_the_box_of_an_old_datum_holds_what_is_near_the_extent():
    """QGIS leaves this datum where it is, 100 m off; the box has to be ours."""
    crs = "+proj=longlat +ellps=intl +towgs84=-87,-98,-121 +no_defs"
    layer = layer_of(from_national_grid(PIPE, crs).geometry, crs="EPSG:27700")
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj(crs))
    assert len(compared(layer).occupations) == 1


def test_a_layer_in_wales_only_is_told_and_an_empty_one_is_not():
    with pytest.raises(StreetWorksError, match="nowhere in England"):
        compared(layer_of(moved(PIPE, -250000, 0)))
    assert compared(layer_of()).occupations == ()


def test_ten_thousand_features_are_looked_over_and_the_box_is_found_behind_them():
    many = [moved(PIPE, -60000 + 2 * number, 50000) for number in range(10_000)]
    own = compared(layer_of(*many, PIPE))
    assert len(own.occupations) == 1
    assert json.dumps(own.remarks) == "[]"
