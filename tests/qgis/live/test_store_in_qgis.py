"""QGIS's layers read the store by themselves while a worker thread writes it."""

import sqlite3
import sys
import threading
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from street_works.plugin.live.store.store import Store, store_path
from street_works.plugin.live.store.tables import CENTRE, SHAPES
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import KINDS
from street_works.plugin.trade.records.on_map import Geometry, MapRecord
from street_works.tests.made import map_records
from street_works.tests.made.layer_fields import qgs_fields

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))
BOX = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)


def works(number, easting, northing, start=date(2026, 6, 3), shape="Polygon"):
    ring = [[0, 0], [20, 0], [20, 20], [0, 20], [0, 0]]
    coordinates = [[easting + x, northing + y] for x, y in ring]
    coordinates = {"Polygon": [coordinates], "LineString": coordinates, "Point": coordinates[0]}
    geometry = Geometry(shape, coordinates[shape])
    return map_records.works(number, geometry, start, start + timedelta(days=2))


def activity(number, easting, northing, cancelled):
    square = works(number, easting, northing).geometry
    return MapRecord("activity", square, f"A{number}", cancelled=cancelled)


@pytest.fixture
def store(qgis_app, tmp_path):
    one = Store(store_path(tmp_path, "practice", "planner"))
    yield one
    one.close()


def layer_of(store, kind="works", shape="polygon"):
    layer = QgsVectorLayer(store.layer_source(kind, shape), "layer", "ogr")
    assert layer.isValid()
    return layer


def references(layer, request=None):
    found = layer.getFeatures(request) if request else layer.getFeatures()
    return sorted(feature["reference"] for feature in found)


def in_wal_mode(path):
    return path.read_bytes()[18:20] == b"\x02\x02"


def in_box(*sides):
    return QgsFeatureRequest().setFilterRect(QgsRectangle(*sides))


def test_every_table_is_a_layer_with_the_columns_of_its_kind(store):
    types = {
        "point": QgsWkbTypes.Point,
        "line": QgsWkbTypes.MultiLineString,
        "polygon": QgsWkbTypes.MultiPolygon,
        CENTRE: QgsWkbTypes.Point,
    }
    for kind in KINDS:
        columns = [(field.name(), field.type()) for field in qgs_fields(kind)]
        for shape in (*SHAPES, CENTRE):
            layer = layer_of(store, kind, shape)
            assert layer.wkbType() == types[shape]
            assert layer.crs().authid() == "EPSG:27700"
            found = [(field.name(), field.type()) for field in layer.fields()]
            assert found[1:-3] == columns
            assert [name for name, _type in found[-3:]] == ["record", "first_seen", "seen_at"]
            assert layer.featureCount() == 0


def test_values_come_as_qgis_wants_them(store):
    store.keep("works", BOX, JUNE, NINE, [works(1, 400_100, 300_100)])
    store.keep("activity", BOX, JUNE, NINE, [activity(1, 400_100, 300_100, cancelled=True)])
    (feature,) = layer_of(store).getFeatures()
    assert feature["start_date"] == QDate(2026, 6, 3)
    assert isinstance(feature["ends"], QDateTime)
    assert feature["ends"].date() == QDate(2026, 6, 5)
    assert feature["ends"].time() == QTime(23, 59, 59)
    assert isinstance(feature["seen_at"], QDateTime)
    assert feature["seen_at"].time() == QTime(9, 0)
    assert feature.geometry().asWkt() == (
        "MultiPolygon (((400100 300100, 400120 300100, 400120 300120, 400100 300120,"
        " 400100 300100)))"
    )
    (feature,) = layer_of(store, "activity").getFeatures()
    assert feature["cancelled"] is True


def test_boxes_and_days_narrow_what_is_read(store):
    store.keep(
        "works",
        BOX,
        JUNE,
        NINE,
        [
            works(1, 400_100, 300_100),
            works(2, 400_500, 300_500, start=date(2026, 6, 10)),
            works(3, 400_900, 300_900, shape="LineString"),
        ],
    )
    layer = layer_of(store)
    assert references(layer) == ["W1-01", "W2-01"]
    assert references(layer, in_box(400_000, 300_000, 400_200, 300_200)) == ["W1-01"]
    assert layer.setSubsetString("start_date <= '2026-06-12' AND end_date >= '2026-06-09'")
    assert references(layer) == ["W2-01"]
    assert references(layer, in_box(400_000, 300_000, 400_200, 300_200)) == []
    assert references(layer_of(store, shape="line")) == ["W3-01"]
    middles = [f.geometry().asPoint().x() for f in layer_of(store, shape=CENTRE).getFeatures()]
    assert sorted(middles)[:2] == [400_110, 400_510]


def test_the_spatial_index_is_what_answers(store):
    here, there = works(1, 400_100, 300_100), works(2, 400_800, 300_800)
    store.keep("works", BOX, JUNE, NINE, [here, there])
    with store._database.changing() as connection:
        connection.execute("DELETE FROM rtree_works_polygon_geom")
    layer = layer_of(store)
    assert references(layer, in_box(400_000, 300_000, 400_200, 300_200)) == []
    assert references(layer) == ["W1-01", "W2-01"]


def test_layers_read_while_a_thread_writes(store):
    layer = layer_of(store)
    errors, done = [], threading.Event()

    def write():
        try:
            for n in range(60):
                box = Box(*(side + 1000.0 * n for side in BOX))
                some = [
                    works(f"{n}x{m}", box.min_easting + 10 + 9 * m, box.min_northing + 50)
                    for m in range(100)
                ]
                store.keep("works", box, JUNE, NINE, some)
        except Exception as error:
            errors.append(error)
        finally:
            done.set()

    messages = []
    gdal.PushErrorHandler(lambda _grade, _number, text: messages.append(text))
    thread = threading.Thread(target=write)
    thread.start()
    sizes, opened = [], 0
    try:
        while not done.is_set():
            sizes.append(sum(1 for _ in layer.getFeatures()))
            other = layer_of(store, shape=CENTRE)
            opened += 1
            sum(1 for _ in other.getFeatures(in_box(*BOX)))
            del other
    finally:
        thread.join()
        gdal.PopErrorHandler()
    assert (errors, messages) == ([], [])
    assert sizes == sorted(sizes), "what was there once is there from then on"
    assert not [size for size in sizes if size % 100], "a box is there as a whole or not at all"
    assert len(set(sizes)) > 2, "nothing was read in between"
    assert opened > 2
    assert layer.featureCount() in (0, 6000)
    layer.dataProvider().reloadData()
    assert layer.featureCount() == sum(1 for _ in layer.getFeatures()) == 6000
    assert layer.extent().contains(QgsRectangle(*BOX).buffered(-300))


def test_qgis_leaves_the_journal_alone_when_it_is_the_only_one(qgis_app, tmp_path):
    path = store_path(tmp_path, "practice", "planner")
    store = Store(path)
    store.close()
    layer = layer_of(store)
    assert in_wal_mode(path), "when it opens"
    again = Store(path)
    again.keep("works", BOX, JUNE, NINE, [works(1, 400_100, 300_100)])
    assert references(layer) == ["W1-01"]
    again.close()
    del layer
    assert in_wal_mode(path), "when it closes"
    last = Store(path)
    assert len(last.boxes("works")) == 1
    last.close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_qgis_and_python_use_one_sqlite(store):
    list(layer_of(store).getFeatures())
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    found = {line.split()[-1] for line in maps if "libsqlite3" in line}
    found -= {one for one in found if "pyproj.libs" in one}  # it opens PROJ's own database only
    assert len(found) == 1, f"two SQLites in one process take each other's locks away: {found}"


def test_other_programs_take_it_for_a_sound_geopackage(store):
    store.keep("works", BOX, JUNE, NINE, [works(1, 400_100, 300_100)])
    messages = []
    gdal.PushErrorHandler(lambda _grade, _number, text: messages.append(text))
    try:
        file = ogr.Open(str(store.path))
        assert file.GetDriver().GetName() == "GPKG"
        names = {file.GetLayer(n).GetName() for n in range(file.GetLayerCount())}
        layer = file.GetLayerByName("works_polygon")
        assert layer.TestCapability(ogr.OLCFastSpatialFilter)
        assert layer.GetSpatialRef().GetAuthorityCode(None) == "27700"
        assert layer.GetExtent() == (400_100, 400_120, 300_100, 300_120)
        assert layer.GetNextFeature().GetField("start_date") == "2026/06/03"
    finally:
        gdal.PopErrorHandler()
    assert messages == []
    tables = {f"{kind}_{shape}" for kind in KINDS for shape in (*SHAPES, CENTRE)}
    assert tables <= names
    assert not {name for name in names - tables if name.startswith("gpkg")}


def test_other_programs_may_write_it_and_the_index_follows(store):
    store.keep("works", BOX, JUNE, NINE, [works(1, 400_100, 300_100)])
    file = ogr.Open(str(store.path), update=1)
    layer = file.GetLayerByName("works_polygon")
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(
        ogr.CreateGeometryFromWkt("MULTIPOLYGON (((400500 300500,400510 300500,400510 300510,"
                                  "400500 300500)))")
    )  # fmt: skip
    feature.SetField("reference", "other")
    feature.SetField("record", 99)
    assert layer.CreateFeature(feature) == ogr.OGRERR_NONE
    del feature, layer, file
    assert references(layer_of(store), in_box(400_400, 300_400, 400_600, 300_600)) == ["other"]


def test_a_hundred_thousand_are_there_at_once(store):
    store.keep("works", BOX, JUNE, NINE, [works(1, 400_100, 300_100)])
    with store._database.changing() as connection:
        row = tuple(connection.execute("SELECT * FROM works_polygon").fetchone())[1:]
        marks = ",".join("?" * len(row))
        connection.executemany(
            f"INSERT INTO works_polygon VALUES (NULL,{marks})",  # noqa: S608
            [row] * 99_999,
        )
    before = time.perf_counter()
    layer = layer_of(store)
    assert layer.featureCount() == 100_000
    assert time.perf_counter() - before < 1.0
