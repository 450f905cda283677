"""The layers of live records in a real project, reading a real store."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayerTreeModel,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QEvent, Qt, QTime
from shapely import Point
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.store.columns import columns
from street_works.plugin.live.store.store import Store
from street_works.plugin.map import live_layers
from street_works.plugin.map.draft_layer import DraftLayer
from street_works.plugin.map.dress import apply_style
from street_works.plugin.map.live_layers import LiveLayers
from street_works.plugin.map.styles import CENTRE, Style, style_of
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import KINDS, Shape
from street_works.plugin.trade.records.on_map import Geometry, MapRecord
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.plugin.words import use_translator
from street_works.tests.made.map_records import point, square

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
SPRING = Days(date(2026, 3, 1), date(2026, 5, 31))
BOX = Box(399_000.0, 299_000.0, 401_000.0, 301_000.0)
POINT = Geometry("Point", [400000.0, 300000.0])
LINE = Geometry("LineString", [[400000.0, 300000.0], [400050.0, 300010.0]])
POLYGON = square(400000.0, 300000.0, 10.0)
SHAPES = ("centre", "point", "line", "polygon")


def works(reference="TY1700001", geometry=POINT):
    return MapRecord(
        "works",
        geometry,
        reference + "-01",
        works_reference=reference,
        promoter='Anytown <b>Water</b> & "Sons"',
        promoter_code="9999",
        category="major",
        traffic=TrafficManagement.ROAD_CLOSURE.value,
        status="granted",
        first_day=date(2026, 3, 28),
        last_day=date(2026, 3, 30),
    )


@pytest.fixture
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def layers(project):
    made = LiveLayers(project)
    yield made
    made.remove()


@pytest.fixture
def store(layers, tmp_path):
    """A store that is closed after the layers have gone."""
    one = Store(tmp_path / "live.gpkx")
    yield one
    layers.remove()
    one.close()


def keep(store, kind, *records, after=0):
    some = [one._replace(kind=kind) for one in records]
    store.keep(kind, BOX, SPRING, NOON + timedelta(minutes=after), some)


def show(layers, store):
    layers.read_from(store.layer_source)
    layers.make(store.filled())


def there(layers):
    return [(k, s) for k in KINDS for s in SHAPES if layers.layer(k, s) is not None]


def references(layer):
    return sorted(feature["work_reference"] for feature in layer.getFeatures())


def groups(project):
    return [group.name() for group in project.layerTreeRoot().findGroups(True)]


def red():
    return QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "255,0,0"}))


def test_one_layer_for_each_geometry_in_a_group_at_the_top(project, layers, store):
    other = QgsVectorLayer("Point?crs=EPSG:27700", "basemap", "memory")
    project.addMapLayer(other)
    keep(store, "works", works("A"), works("B", LINE), works("C", POLYGON), works("D", LINE))
    keep(store, "hs2", works("E", POLYGON))
    show(layers, store)
    assert there(layers) == [
        *(("works", shape) for shape in SHAPES),
        ("hs2", "centre"),
        ("hs2", "polygon"),
    ]
    root = project.layerTreeRoot()
    assert root.children()[0].name() == "Street Works"
    assert groups(project) == ["Street Works", "Works", "HS2 act limits"]
    names = [layer.name() for layer in root.findGroup("Works").findLayers()]
    assert names == ["Works: afar", "Works: points", "Works: lines", "Works: areas"]
    assert references(layers.layer("works", "line")) == ["B", "D"]
    assert references(layers.layer("works", CENTRE)) == ["A", "B", "C", "D"]
    for kind, shape in there(layers):
        layer = layers.layer(kind, shape)
        assert layer.crs().authid() == "EPSG:27700"
        assert layer.readOnly()
        assert layer.customProperty("street_works/kind") == kind
        assert not layer.startEditing()


def test_kinds_stand_in_their_order_whichever_comes_first(project, layers, store):
    keep(store, "hs2", works("A", POLYGON))
    show(layers, store)
    DraftLayer(project).show(Point(1, 1))
    keep(store, "activity", works("A"))
    layers.make(store.filled())
    keep(store, "works", works("A", POLYGON))
    layers.make(store.filled())
    keep(store, "works", works("A", POLYGON), works("B", LINE), works("C"), after=1)
    layers.make(store.filled())
    names = [layer.name() for layer in project.layerTreeRoot().layerOrder()]
    assert names == [
        "My extent",
        "Works: afar",
        "Works: points",
        "Works: lines",
        "Works: areas",
        "Activities: afar",
        "Activities: points",
        "HS2: afar",
        "HS2: areas",
    ]


def test_attributes_are_typed_and_in_the_planners_words(layers, store):
    keep(store, "works", works())
    show(layers, store)
    layer = layers.layer("works", "point")
    feature = next(layer.getFeatures())
    assert feature["reference"] == "TY1700001-01"
    assert feature["traffic_management"] == TrafficManagement.ROAD_CLOSURE.value
    assert feature["traffic_management_label"] == "Road closure"
    assert feature["impact"] == "high"
    assert feature["start_date"] == QDate(2026, 3, 28)
    assert feature["end_date"] == QDate(2026, 3, 30), "23:00 UTC is the next day in summer time"
    assert feature["ends"] == QDateTime(QDate(2026, 3, 30), QTime(23, 59, 59))
    for column in columns("works"):
        index = layer.fields().indexOf(column.name)
        assert layer.attributeDisplayName(index) == (column.alias or column.name)
    assert layer.attributeDisplayName(layer.fields().indexOf("promoter")) == "Promoter"


def test_the_temporal_controller_reads_the_moments(layers, store):
    keep(store, "works", works())
    show(layers, store)
    dates = layers.layer("works", "point").temporalProperties()
    assert dates.isActive()
    assert (dates.startField(), dates.endField()) == ("starts", "ends")


def test_qgis_looks_through_no_record_for_its_temporal_controller_when_an_extent_comes(
    project, layers, store
):
    keep(store, "works", works())
    show(layers, store)
    followed = []

    def came(_new):
        live = (layer for *_mark, layer in layers.all())
        followed.append([layer.temporalProperties().isActive() for layer in live])

    project.layersAdded.connect(came)
    DraftLayer(project).show(Point(1, 1))
    project.layersAdded.disconnect(came)
    assert followed == [[False, False]]
    assert all(layer.temporalProperties().isActive() for *_mark, layer in layers.all())


def test_layers_drawn_before_they_follow_the_temporal_controller_are_drawn_anew(layers, store):
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    canvas.setExtent(QgsRectangle(*BOX))
    years_before = QDateTime(QDate(2020, 1, 1), QTime(0, 0))
    canvas.setTemporalRange(QgsDateTimeRange(years_before, years_before.addDays(1)))
    keep(store, "works", works())
    layers.read_from(store.layer_source)
    while layers.make(store.filled(), within_s=0):  # QGIS draws in between
        canvas.setLayers([layer for *_mark, layer in layers.all()])
        canvas.waitWhileRendering()
    assert layers.layer("works", CENTRE) in canvas.layers()
    canvas.waitWhileRendering()
    image = canvas.grab().toImage()
    seen = {image.pixel(x, y) for x in range(80, 120) for y in range(80, 120)}
    canvas.deleteLater()
    QCoreApplication.sendPostedEvents(canvas, QEvent.Type.DeferredDelete)
    assert len(seen) == 1, "works are drawn that the controller hides"


def tip(layer):
    """Return the map tip of the first record of a layer."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    return str(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))


def test_map_tips_write_days_in_the_language_of_the_words_around_them(layers, store):
    words = {"Mar": "mars", "May": "mai d'ici"}
    use_translator(lambda text: words.get(text, text))
    try:
        days = {"first_day": date(2027, 3, 1), "last_day": date(2027, 5, 9)}
        keep(store, "works", works()._replace(**days))
        show(layers, store)
    finally:
        use_translator()
    said = tip(layers.layer("works", "point"))
    assert ": 1 mars 2027<br>" in said
    assert ": 9 mai d'ici 2027<br>" in said


@pytest.mark.parametrize("kind", KINDS)
def test_map_tips_escape_what_the_server_says(layers, store, kind):
    told = ["reference", "promoter", "name", "activity_kind", "street", "description", "status"]
    evil = MapRecord(kind, POINT, **dict.fromkeys(told, '<script a="1">&'), cancelled=True)
    keep(store, kind, evil)
    show(layers, store)
    html = tip(layers.layer(kind, "point"))
    assert "<script" not in html
    assert "[%" not in html
    if "reference" in {column.name for column in columns(kind)}:
        assert "&lt;script a=&quot;1&quot;&gt;&amp;" in html


def test_what_is_kept_later_is_drawn_by_the_same_layer_in_the_planners_style(layers, store):
    keep(store, "works", works("A"), works("B"))
    show(layers, store)
    layer = layers.layer("works", "point")
    layer.setRenderer(red())
    drawn = []
    layer.repaintRequested.connect(lambda: drawn.append(1))
    keep(store, "works", works("C"), after=1)
    layers.make(store.filled())
    assert not drawn, "nothing was made, so nothing is drawn"
    layers.repaint({"activity"})
    assert not drawn
    layers.repaint({"works"})
    assert drawn
    assert layers.layer("works", "point").id() == layer.id()
    assert references(layer) == ["C"]
    assert layer.renderer().type() == "singleSymbol"


def test_a_layer_knows_how_far_its_records_reach_and_how_many_they_are(layers, store):
    keep(store, "works", works("A"))
    show(layers, store)
    both = [layers.layer("works", shape) for shape in ("point", CENTRE)]
    far = works("B", point(530_500.0, 180_900.0))
    keep(store, "works", works("A"), far, after=1)
    layers.repaint({"works"})
    layers.measure(store.extents())
    assert [layer.extent().toString(0) for layer in both] == 2 * ["400000,180900 : 530500,300000"]
    assert [layer.featureCount() for layer in both] == [2, 2]


def test_layers_are_got_ready_ahead_and_come_when_there_is_something(project, layers, store):
    layers.read_from(store.layer_source)
    ahead = {("works", shape) for shape in SHAPES}
    layers.make(store.filled(), ahead=ahead)
    assert not project.mapLayers()
    keep(store, "works", works("A"), works("B"))
    layers.make(store.filled(), ahead=ahead)
    assert there(layers) == [("works", CENTRE), ("works", "point")]
    layers.measure(store.extents())
    for shape in (CENTRE, "point"):
        assert layers.layer("works", shape).temporalProperties().isActive()
    assert layers.layer("works", "point").featureCount() == 2
    assert round(layers.layer("works", "point").extent().xMaximum()) == 400_000
    assert style_of(layers.layer("works", "point")) is Style.IMPACT


def test_what_is_ready_is_made_anew_for_another_filter_style_or_store(layers, store, tmp_path):
    layers.read_from(store.layer_source)
    layers.make((), ahead={("works", "point")})
    layers.filter({"works": "work_reference = 'A'"})
    keep(store, "works", works("A"), works("B"))
    layers.make(store.filled())
    assert references(layers.layer("works", "point")) == ["A"]
    layers.make((), ahead={("works", "line")})
    layers.dress(Style.STATUS, chosen=False)
    keep(store, "works", works("A", LINE), works("B"), after=1)
    layers.make(store.filled())
    assert style_of(layers.layer("works", "line")) is Style.STATUS
    layers.make((), ahead={("works", "polygon")})
    other = Store(tmp_path / "other.gpkx")
    keep(other, "works", works("A", POLYGON))
    layers.read_from(other.layer_source)
    layers.make(other.filled())
    assert references(layers.layer("works", "polygon")) == ["A"]
    layers.remove()
    other.close()


def test_layers_are_made_in_slices_of_time(layers, store):
    keep(store, "works", works("A"), works("B", LINE), works("C", POLYGON))
    layers.read_from(store.layer_source)
    turns = 1
    while layers.make(store.filled(), within_s=0):
        turns += 1
    assert turns == 4 * len(("open", "dress", "put"))
    assert len(there(layers)) == 4


def test_the_store_may_be_let_go_of_while_layers_are_being_made(project, layers, store):
    keep(store, "works", works("A"), works("B", LINE))
    layers.read_from(store.layer_source)
    project.layersAdded.connect(lambda _some: layers.pause())
    assert not layers.make(store.filled())
    project.layersAdded.disconnect()
    assert there(layers) == [("works", CENTRE)]
    show(layers, store)
    assert len(there(layers)) == 3


def test_what_a_saved_project_brought_is_held(project, layers, store, tmp_path, monkeypatch):
    held = []
    monkeypatch.setattr(live_layers, "hold", held.append)
    keep(store, "works", works("A"))
    show(layers, store)
    assert project.write(str(tmp_path / "saved.qgz"))
    assert project.read(str(tmp_path / "saved.qgz"))
    layers.read_from(store.layer_source)
    assert {layer.id() for layer in held} == set(project.mapLayers())
    held.clear()


def test_filters_hold_for_layers_of_now_and_later(layers, store):
    keep(store, "works", works("A"), works("B"))
    show(layers, store)
    layers.filter({"works": "work_reference = 'A'"})
    assert references(layers.layer("works", "point")) == ["A"]
    assert references(layers.layer("works", CENTRE)) == ["A"]
    keep(store, "works", works("A", LINE), works("B", LINE), after=1)
    layers.make(store.filled())
    assert references(layers.layer("works", "line")) == ["A"]
    layers.filter({})
    assert references(layers.layer("works", "line")) == ["A", "B"]


def test_the_layer_says_how_complete_it_is(layers, store):
    keep(store, "works", works())
    show(layers, store)
    layers.describe({"works": "1 works in view, complete"})
    layer = layers.layer("works", "point")
    assert layer.metadata().abstract() == "1 works in view, complete"
    assert layer.metadata().title() == "Works: points"
    layers.describe({})
    assert layer.metadata().abstract() == ""


def test_a_style_leaves_the_planners_symbols_unless_it_was_chosen(layers, store):
    keep(store, "works", works())
    show(layers, store)
    layer = layers.layer("works", "point")
    layers.dress(Style.STATUS, chosen=False)
    assert style_of(layer) is Style.STATUS
    layer.setRenderer(red())
    layers.dress(Style.CATEGORY, chosen=False)
    assert layer.renderer().type() == "singleSymbol"
    layers.dress(Style.CATEGORY, chosen=True)
    assert style_of(layer) is Style.CATEGORY
    assert "My style 1" in layer.styleManager().styles()
    keep(store, "works", works("A", LINE), after=1)
    layers.make(store.filled())
    assert style_of(layers.layer("works", "line")) is Style.CATEGORY


def test_kinds_are_pale_and_strong_again(layers, store):
    keep(store, "works", works("A"))
    keep(store, "activity", works("A"))
    layers.grey({"works"})
    show(layers, store)

    def opacities():
        return [layers.layer(kind, "point").opacity() for kind in ("works", "activity")]

    assert opacities()[0] < 0.5 < opacities()[1]
    layers.grey({"activity"})
    assert opacities()[1] < 0.5 < opacities()[0]
    layers.grey(())
    assert opacities() == [1.0, 1.0]


def test_layers_taken_out_by_hand_stay_out_until_they_are_asked_for(project, layers, store):
    keep(store, "works", works("A"), works("B", LINE))
    show(layers, store)
    heard = []
    layers.altered.connect(lambda: heard.append(layers.removed))
    project.removeMapLayer(layers.layer("works", "point").id())
    layers.filter({})
    layers.make(store.filled())
    assert there(layers) == [("works", shape) for shape in ("centre", "line")]
    assert heard == [{("works", "point")}]
    root = project.layerTreeRoot()
    project.removeMapLayers(list(project.mapLayers()))
    root.removeChildNode(root.findGroup("Street Works"))
    layers.make(store.filled())
    assert there(layers) == []
    layers.bring_back()
    layers.make(store.filled())
    assert there(layers) == [("works", shape) for shape in ("centre", "point", "line")]
    assert groups(project) == ["Street Works", "Works"]


def test_what_goes_with_its_project_was_not_taken_out(project, layers, store):
    keep(store, "works", works("A"))
    show(layers, store)
    project.clear()
    assert layers.removed == set()
    layers.make(store.filled())
    assert there(layers) == [("works", "centre"), ("works", "point")]
    layers.remove()
    assert layers.removed == set()


def test_a_filter_set_by_hand_is_kept_together_with_ours(project, layers, store, tmp_path):
    keep(store, "works", works("A"), works("B"), works("C"))
    show(layers, store)
    layer = layers.layer("works", "point")
    layers.filter({"works": "work_reference <> 'A'"})
    heard = []
    layers.altered.connect(lambda: heard.append(layer.subsetString()))
    layer.setSubsetString("work_reference = 'A' OR work_reference = 'B'")
    assert references(layer) == ["B"]
    assert len(heard) == 1
    layers.filter({"works": "work_reference <> 'B'"})
    assert references(layer) == ["A"]
    saved = str(tmp_path / "saved.qgz")
    assert project.write(saved)
    assert project.read(saved)
    layers.filter({})
    show(layers, store)
    layer = layers.layer("works", "point")
    assert references(layer) == ["A", "B"]
    assert references(layers.layer("works", CENTRE)) == ["A", "B", "C"]
    layer.setSubsetString("")
    assert references(layer) == ["A", "B", "C"]


@pytest.mark.parametrize("ours", ["", "work_reference <> 'A'"])
def test_what_is_typed_beside_our_filter_is_the_planners(layers, store, ours):
    keep(store, "works", works("A"), works("B"), works("C"))
    layers.filter({"works": ours})
    show(layers, store)
    layer = layers.layer("works", "point")
    own = "work_reference IN ('A', 'B')"
    for typed in (f"{ours} AND {own}", f"{own} AND {ours}", own) if ours else (own,):
        layer.setSubsetString(typed)
        layers.filter({"works": "work_reference <> 'B'"})
        assert references(layer) == ["A"], typed
        layers.filter({"works": ours})
    layer.setSubsetString("SELECT * FROM works_point WHERE work_reference = 'B'")
    assert references(layer) == ["B"]
    layers.filter({"works": "work_reference <> 'B'"})
    assert references(layer) == []


def test_a_renamed_group_is_found_again(project, layers, store):
    keep(store, "works", works("A"))
    show(layers, store)
    project.layerTreeRoot().findGroup("Street Works").setName("Roads")
    keep(store, "works", works("A"), works("B", LINE), after=1)
    layers.make(store.filled())
    assert groups(project) == ["Roads", "Works"]


def test_remove_leaves_nothing_of_ours_and_all_of_the_planners(project, layers, store):
    for kind in KINDS:
        keep(store, kind, works("A"), works("B", LINE), works("C", POLYGON))
    show(layers, store)
    mine = QgsVectorLayer("Point?crs=EPSG:27700", "mine", "memory")
    project.addMapLayer(mine, False)
    layers.remove()
    assert list(project.mapLayers()) == [mine.id()]
    assert groups(project) == []
    layers.make(store.filled())
    project.layerTreeRoot().findGroup("Works").addLayer(mine)
    layers.remove()
    assert list(project.mapLayers()) == [mine.id()]
    assert project.layerTreeRoot().findLayer(mine.id()) is not None
    layers.remove()


def test_a_copy_that_the_planner_made_of_a_layer_is_left_alone(project, layers, store):
    keep(store, "works", works("A"), works("B"))
    show(layers, store)
    copy = layers.layer("works", "point").clone()
    project.addMapLayer(copy)
    layers.filter({"works": "work_reference = 'B'"})
    layers.dress(Style.STATUS, chosen=True)
    layers.grey({"works"})
    assert references(layers.layer("works", "point")) == ["B"]
    assert references(copy) == ["A", "B"]
    assert style_of(copy) is Style.IMPACT
    assert copy.opacity() == 1
    layers.remove()
    assert list(project.mapLayers().values()) == [copy]
    assert layers.removed == set()
    project.removeMapLayer(copy.id())


def test_layers_that_come_by_themselves_do_not_change_the_project(project, layers, store):
    keep(store, "works", works("A"))
    project.setDirty(False)
    show(layers, store)
    layers.filter({"works": "work_reference = 'A'"})
    layers.grey({"works"})
    layers.describe({"works": "1 works in view"})
    layers.measure(store.extents())
    layers.dress(Style.STATUS, chosen=False)
    assert not project.isDirty()
    project.setTitle("Mine")
    layers.filter({})
    assert project.isDirty(), "what the planner does changes it"


def test_a_saved_project_names_no_store(project, layers, store, tmp_path):
    keep(store, "works", works("A"), works("B", LINE))
    show(layers, store)
    layers.filter({"works": "work_reference = 'A'"})
    saved = tmp_path / "saved.qgs"
    assert project.write(str(saved))
    text = saved.read_text("utf-8")
    assert "gpkx" not in text
    assert "in view" not in text
    alone = QgsProject()  # as one without the plugin reads it
    assert alone.read(str(saved))
    assert len(alone.mapLayers()) == 3
    for layer in alone.mapLayers().values():
        assert layer.isValid()
        assert layer.featureCount() == 0
        assert layer.fields().indexOf("work_reference") >= 0
        assert layer.renderer().type() != "singleSymbol"
        assert "Street Works" in layer.metadata().abstract()


@pytest.mark.parametrize("gone", [False, True], ids=["with its store", "without its store"])
def test_a_saved_project_gives_its_layers_back(project, layers, store, tmp_path, gone):
    keep(store, "works", works("A"))
    show(layers, store)
    layers.filter({"works": "work_reference = 'A'"})
    layers.layer("works", "point").setRenderer(red())
    saved = str(tmp_path / "saved.qgz")
    assert project.write(saved)
    project.clear()
    other = store
    if gone:
        store.close()
        for file in tmp_path.glob("live.gpkx*"):
            file.unlink()
        other = Store(tmp_path / "other.gpkx")
        keep(other, "works", works("A"))
    assert project.read(saved)
    layers.filter({})
    keep(other, "works", works("A"), works("B"), works("C", LINE), after=1)
    show(layers, other)
    assert len(project.mapLayers()) == 3
    for layer in project.mapLayers().values():
        assert layer.isValid()
        assert layer.readOnly()
        assert Path(layer.source().split("|")[0]) == other.path
    point = layers.layer("works", "point")
    assert references(point) == ["A", "B"]
    assert point.renderer().type() == "singleSymbol"
    assert groups(project) == ["Street Works", "Works"]
    if gone:
        layers.remove()
        other.close()


def test_paused_layers_hold_no_file_and_keep_their_style(project, layers, store):
    keep(store, "works", works("A"))
    show(layers, store)
    layer = layers.layer("works", "point")
    layer.setRenderer(red())
    layers.pause()
    assert not layer.isValid()
    layers.make(store.filled())
    show(layers, store)
    assert layer.isValid()
    assert layer.renderer().type() == "singleSymbol"
    assert references(layer) == ["A"]


def test_a_store_that_qgis_cannot_open_is_told(layers):
    layers.read_from(lambda kind, shape: "/nowhere.gpkx|layername=x")
    with pytest.raises(StreetWorksError, match="could not open") as told:
        layers.make({("works", "point")})
    assert told.value.advice


def test_every_kind_has_a_style_with_a_readable_legend(layers, store):
    for kind in KINDS:
        keep(store, kind, works("A"), works("B", LINE), works("C", POLYGON))
    show(layers, store)
    for kind, shape in there(layers):
        legend = [item.label() for item in layers.layer(kind, shape).renderer().legendSymbolItems()]
        assert legend
        assert not any("_" in label for label in legend)


def test_a_missing_style_is_told(project):
    layer = QgsVectorLayer("Point?crs=EPSG:27700", "x", "memory")
    with pytest.raises(StreetWorksError, match="style"):
        apply_style(layer, "no_such_style")


def test_the_published_records_can_all_be_drawn(layers, store, shared):
    from shapely import wkt as reader
    from shapely.geometry import mapping

    def geometry(text):
        shape = mapping(reader.loads(text))
        return Geometry(shape["type"], shape["coordinates"])

    rows = shared("data/works/london_2026-09.psv").read_text("utf-8").splitlines()[1:]
    records = [
        works(reference, geometry(text))
        for reference, text, *_rest in (row.split("|") for row in rows)
    ]
    everywhere = Box(0.0, 0.0, 700_000.0, 1_300_000.0)
    kept = store.keep("works", everywhere, SPRING, NOON, records)
    assert kept.undrawable == ()
    show(layers, store)
    middles = layers.layer("works", CENTRE)
    assert middles.featureCount() == kept.added > 80
    shown = {
        feature["reference"]
        for shape in Shape
        for feature in layers.layer("works", shape.value).getFeatures()
    }
    assert shown == {feature["reference"] for feature in middles.getFeatures()}


def test_the_layers_panel_lists_each_class_once_as_layers_come(project, layers, store):
    panel = QgsLayerTreeModel(project.layerTreeRoot())
    for kind in KINDS:
        keep(store, kind, works("A"), works("B", LINE), works("C", POLYGON))
    show(layers, store)
    listed = [
        (kind, shape)
        for kind, shape, layer in layers.all()
        if panel.layerLegendNodes(project.layerTreeRoot().findLayer(layer.id()))
    ]
    assert sorted(listed) == sorted((kind, CENTRE) for kind in KINDS)


def test_a_print_layouts_legend_lists_each_class_once_and_fits_the_page(project, layers, store):
    for kind in KINDS:
        keep(store, kind, works("A"), works("B", LINE), works("C", POLYGON))
    show(layers, store)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setAutoUpdateModel(True)
    model = legend.model()
    for kind in KINDS:
        nodes = [
            node
            for _kind, _shape, layer in layers.all()
            if _kind == kind
            for node in model.layerLegendNodes(model.rootGroup().findLayer(layer.id()))
        ]
        said = [node.data(Qt.ItemDataRole.DisplayRole) for node in nodes]
        assert len(said) == len(set(said)) > 0, kind
        assert all(len(text) <= 42 for text in said), said
    page = layout.pageCollection().page(0).pageSize()
    needed = QgsLegendRenderer(model, legend.legendSettings()).minimumSize()
    assert 0 < needed.width() < 0.5 * page.width()
    assert 0 < needed.height() < page.height()
    titles = {
        project.layerTreeRoot().findLayer(layer.id()).customProperty("legend/title-style")
        for _kind, _shape, layer in layers.all()
    }
    assert titles == {"hidden"}, "the group has the name"
