"""The layers of live records in a real project."""

import threading
from datetime import datetime, timezone
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from shapely import Point
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.map.draft_layer import DraftLayer
from street_works.plugin.map.dress import apply_style
from street_works.plugin.map.features import build
from street_works.plugin.map.fetched import Fetched
from street_works.plugin.map.fields import columns
from street_works.plugin.map.kinds import KINDS, Shape
from street_works.plugin.map.layers import WorksLayers
from street_works.plugin.map.memory import replace_features

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
POINT = {"type": "Point", "coordinates": [400000.0, 300000.0]}
LINE = {"type": "LineString", "coordinates": [[400000.0, 300000.0], [400050.0, 300010.0]]}
SQUARE = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [0.0, 0.0]]
POLYGON = {"type": "Polygon", "coordinates": [SQUARE]}


def works(reference="TY1700001", geometry=None, **changes):
    properties = {
        "work_reference_number": reference,
        "permit_reference_number": reference + "-01",
        "promoter_organisation": 'Anytown <b>Water</b> & "Sons"',
        "promoter_swa_code": "9999",
        "work_category": "major",
        "traffic_management_type": "road_closure",
        "permit_status": "granted",
        "start_date": datetime(2026, 3, 28, 0, 0, tzinfo=timezone.utc),
        "end_date": datetime(2026, 3, 29, 23, 0, tzinfo=timezone.utc),
        **changes,
    }
    shape = POINT if geometry is None else geometry
    return SimpleNamespace(
        geometry=SimpleNamespace(**shape), properties=SimpleNamespace(**properties)
    )


def hs2(geometry):
    return SimpleNamespace(geometry=SimpleNamespace(**geometry))


def fetched(kind="works", features=(), incomplete=()):
    return Fetched(kind, list(features), (), 1, tuple(incomplete), (), (), NOON)


@pytest.fixture
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def layers(project):
    return WorksLayers(project)


def show(layers, kind, features, **options):
    built = build(kind, features)
    layers.show(kind, built, fetched(kind, features, **options))
    return built


def group_names(project):
    return [group.name() for group in project.layerTreeRoot().findGroups(True)]


def test_one_layer_for_each_geometry_in_a_group_at_the_top(project, layers):
    other = QgsVectorLayer("Point?crs=EPSG:27700", "basemap", "memory")
    project.addMapLayer(other)
    show(layers, "works", [works("A"), works("B", LINE), works("C", POLYGON), works("D", LINE)])
    show(layers, "hs2", [hs2(POLYGON)])
    assert layers.counts() == {
        ("works", Shape.POINT): 1,
        ("works", Shape.LINE): 2,
        ("works", Shape.POLYGON): 1,
        ("hs2", Shape.POLYGON): 1,
    }
    root = project.layerTreeRoot()
    assert root.children()[0].name() == "Street Works"
    assert group_names(project) == ["Street Works", "Works", "HS2 act limits"]
    names = [layer.name() for layer in root.findGroup("Works").findLayers()]
    assert names == ["Works: points", "Works: lines", "Works: areas"]
    for kind, shape in layers.counts():
        layer = layers.layer(kind, shape)
        assert layer.crs().authid() == "EPSG:27700"
        assert layer.readOnly()
        assert layer.customProperty("skipMemoryLayersCheck") == 1
        assert layer.customProperty("street_works/kind") == kind
        assert not layer.startEditing()


def test_kinds_stand_in_their_order_whichever_comes_first(project, layers):
    show(layers, "hs2", [hs2(POLYGON)])
    DraftLayer(project).show(Point(1, 1))
    show(layers, "activity", [works("A")])
    show(layers, "works", [works("A")])
    show(layers, "works", [works("A", POLYGON), works("A", LINE), works("A")])
    names = [layer.name() for layer in project.layerTreeRoot().layerOrder()]
    assert names == [
        "My extent",
        "Works: points",
        "Works: lines",
        "Works: areas",
        "Activities: points",
        "HS2 act limits: areas",
    ]


def test_attributes_are_typed_and_in_the_planners_words(layers):
    show(layers, "works", [works()])
    layer = layers.layer("works", Shape.POINT)
    feature = next(layer.getFeatures())
    assert feature["reference"] == "TY1700001-01"
    assert feature["traffic_management"] == "road_closure"
    assert feature["traffic_management_label"] == "Road closure"
    assert feature["impact"] == "high"
    assert feature["start_date"] == QDate(2026, 3, 28)
    assert feature["end_date"] == QDate(2026, 3, 30), "23:00 UTC is the next day in summer time"
    assert feature["ends"] == QDateTime(QDate(2026, 3, 30), QTime(23, 59, 59))
    assert layer.fields().field("promoter").alias() == "Promoter"


def test_the_temporal_controller_reads_the_moments(layers):
    show(layers, "works", [works()])
    dates = layers.layer("works", Shape.POINT).temporalProperties()
    assert dates.isActive()
    assert (dates.startField(), dates.endField()) == ("starts", "ends")


def test_absent_and_unknown_values_stay_readable(layers):
    odd = works(traffic_management_type="hover_craft", start_date=None)
    del odd.properties.permit_status
    show(layers, "works", [odd])
    feature = next(layers.layer("works", Shape.POINT).getFeatures())
    assert feature["traffic_management_label"] == "Hover craft"
    assert feature["impact"] == "unknown"
    assert not feature["start_date"]
    assert feature["status_label"] == ""


@pytest.mark.parametrize("kind", KINDS)
def test_map_tips_escape_what_the_server_says(layers, kind):
    texts = {column.name for column in columns(kind)}
    sources = [
        "permit_reference_number", "promoter_organisation", "activity_name", "activity_type",
        "activity_reference_number", "street_name", "forward_plan_reference_number",
        "description_of_work", "forward_plan_status", "permit_status",
    ]  # fmt: skip
    evil = SimpleNamespace(
        geometry=SimpleNamespace(**POINT),
        properties=SimpleNamespace(**dict.fromkeys(sources, '<script a="1">&'), cancelled=True),
    )
    show(layers, kind, [evil])
    layer = layers.layer(kind, Shape.POINT)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    html = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<script" not in html
    assert "[%" not in html
    if "reference" in texts:
        assert "&lt;script a=&quot;1&quot;&gt;&amp;" in html


def test_loading_again_replaces_and_keeps_layer_and_style(layers):
    show(layers, "works", [works("A"), works("B")])
    layer = layers.layer("works", Shape.POINT)
    mine = QgsRuleBasedRenderer.convertFromRenderer(layer.renderer())
    layer.setRenderer(mine)
    show(layers, "works", [works("C")])
    assert layers.layer("works", Shape.POINT).id() == layer.id()
    assert [feature["work_reference"] for feature in layer.getFeatures()] == ["C"]
    assert layer.renderer().type() == "RuleRenderer"
    show(layers, "works", [works("D", LINE)])
    assert layers.counts() == {("works", Shape.POINT): 0, ("works", Shape.LINE): 1}


def test_the_layer_says_how_complete_it_is(layers):
    show(layers, "works", [works()], incomplete=[object()])
    abstract = layers.layer("works", Shape.POINT).metadata().abstract()
    assert abstract.startswith("1 works, not complete, as of ")
    assert "1 area holds more than the register gives at once" in abstract
    layers.clear()
    assert layers.counts() == {("works", Shape.POINT): 0}
    assert layers.layer("works", Shape.POINT).metadata().abstract() == "Nothing is loaded."


def test_layers_and_groups_deleted_by_hand_come_back(project, layers):
    show(layers, "works", [works("A"), works("B", LINE)])
    project.removeMapLayer(layers.layer("works", Shape.POINT).id())
    assert layers.counts() == {("works", Shape.LINE): 1}
    show(layers, "works", [works("A"), works("B", LINE)])
    root = project.layerTreeRoot()
    root.removeChildNode(root.findGroup("Street Works"))
    layers.clear()
    project.removeAllMapLayers()
    show(layers, "works", [works("A")])
    assert group_names(project) == ["Street Works", "Works"]
    project.clear()
    layers.remove()
    show(layers, "works", [works("A")])
    assert layers.counts() == {("works", Shape.POINT): 1}


def test_a_renamed_group_is_found_again(project, layers):
    show(layers, "works", [works("A")])
    project.layerTreeRoot().findGroup("Street Works").setName("Roads")
    show(layers, "activity", [])
    show(layers, "works", [works("A"), works("B", LINE)])
    assert group_names(project) == ["Roads", "Works"]


def test_remove_leaves_nothing_of_ours_and_all_of_the_planners(project, layers):
    for kind in KINDS:
        show(layers, kind, [works("A"), works("B", LINE), works("C", POLYGON)])
    mine = QgsVectorLayer("Point?crs=EPSG:27700", "mine", "memory")
    project.addMapLayer(mine, False)
    layers.remove()
    assert list(project.mapLayers()) == [mine.id()]
    assert group_names(project) == []
    show(layers, "works", [works("A")])
    project.layerTreeRoot().findGroup("Works").addLayer(mine)
    layers.remove()
    assert list(project.mapLayers()) == [mine.id()]
    assert project.layerTreeRoot().findLayer(mine.id()) is not None
    layers.remove()


def test_a_saved_project_gives_its_layers_back(project, layers, tmp_path):
    show(layers, "works", [works("A")])
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    show(layers, "works", [works("A"), works("B")])
    assert layers.counts() == {("works", Shape.POINT): 2}
    assert len(project.mapLayers()) == 1


def test_shapes_are_mended_or_listed_and_never_dropped():
    bow_tie = [[0.0, 0.0], [10.0, 10.0], [10.0, 0.0], [0.0, 10.0], [0.0, 0.0]]
    given = {
        "open": {"type": "Polygon", "coordinates": [SQUARE[:-1]]},
        "bow": {"type": "Polygon", "coordinates": [bow_tie]},
        "heights": {"type": "LineString", "coordinates": [[0, 0, 5], [1, 1, 6]]},
        "many": {"type": "MultiPolygon", "coordinates": [[SQUARE], [[[20, 0], [30, 0], [30, 9]]]]},
        "points": {"type": "MultiPoint", "coordinates": [[0, 0], [1, 1]]},
        "flat": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [2, 2], [0, 0]]]},
        "short": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        "dot": {"type": "LineString", "coordinates": [[1, 1], [1, 1]]},
        "nan": {"type": "Point", "coordinates": [float("nan"), 1]},
        "text": {"type": "Point", "coordinates": ["east", "north"]},
        "none": {"type": "Point", "coordinates": None},
        "empty": {"type": "Polygon", "coordinates": []},
        "odd": {"type": "Blob", "coordinates": []},
    }
    features = [works(name, geometry) for name, geometry in given.items()]
    features.append(SimpleNamespace(geometry=None, properties=features[0].properties))
    built = build("works", features)
    refused = [one.reference for one in built.refused]
    assert refused == [
        f"{name}-01"
        for name in ("flat", "short", "dot", "nan", "text", "none", "empty", "odd", "open")
    ]
    assert all(one.reason for one in built.refused)
    assert built.refused[-1].index == len(features) - 1
    areas = {feature["work_reference"]: feature.geometry() for feature in built.polygons}
    assert areas["open"].area() == 100
    assert areas["bow"].area() == 50
    assert areas["many"].area() == 145
    assert all(area.isGeosValid() for area in areas.values())
    assert [feature["work_reference"] for feature in built.points] == ["points", "points"]
    assert not built.lines[0].geometry().constGet().is3D()


def test_features_are_built_on_a_worker_thread(layers):
    built = []
    thread = threading.Thread(target=lambda: built.append(build("works", [works()] * 500)))
    thread.start()
    thread.join()
    layers.show("works", built[0], fetched())
    assert layers.counts() == {("works", Shape.POINT): 500}


def test_features_that_qgis_does_not_take_are_told(project, layers):
    show(layers, "works", [works("C", POLYGON)])
    with pytest.raises(StreetWorksError, match="Works: areas"):
        replace_features(layers.layer("works", Shape.POLYGON), build("works", [works()]).points)


def test_every_kind_has_a_style_with_a_readable_legend(layers):
    for kind in KINDS:
        show(layers, kind, [works("A"), works("B", LINE), works("C", POLYGON)])
        for shape in Shape:
            layer = layers.layer(kind, shape)
            legend = [item.label() for item in layer.renderer().legendSymbolItems()]
            assert legend
            assert not any("_" in label for label in legend)
    works_legend = layers.layer("works", Shape.LINE).renderer().legendSymbolItems()
    assert works_legend[0].label().startswith("High impact")


def test_a_missing_style_is_told(project):
    layer = QgsVectorLayer("Point?crs=EPSG:27700", "x", "memory")
    with pytest.raises(StreetWorksError, match="style"):
        apply_style(layer, "no_such_style")


def test_the_published_records_can_all_be_drawn(qgis_app, shared):
    rows = shared("data/works/london_2026-09.psv").read_text("utf-8").splitlines()[1:]
    from shapely import wkt as reader
    from shapely.geometry import mapping

    features = []
    for row in rows:
        reference, text, *_rest = row.split("|")
        features.append(works(reference, mapping(reader.loads(text))))
    built = build("works", features)
    drawn = len(built.points) + len(built.lines) + len(built.polygons)
    assert drawn + len(built.refused) >= len(rows) > 80
    assert built.refused == ()
    assert all(isinstance(feature, QgsFeature) for feature in built.points)
