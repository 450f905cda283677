"""The clashes of a report as layers: what they hold, how they look, what is chosen and saved."""

import time
from datetime import date
from itertools import combinations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemLegend,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsPreviewEffect
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage
from shapely.geometry import LineString, MultiPoint, Point, box
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.map.clash_features import clash_fields, features_of
from street_works.plugin.map.clash_layer import ClashLayers
from street_works.plugin.map.group import top_group
from street_works.plugin.map.memory import new_memory_layer, replace_features
from street_works.plugin.map.styles.clashes import clash_renderer
from street_works.plugin.trade.kinds import Shape
from street_works.tools.previews import MODES as COLOUR_MODES
from street_works.tools.previews import lightness, previewed

OURS = box(530000, 180000, 530020, 180010)
NOTE = "3 works, complete, as of 14:02"
FIRST, LAST = date(2027, 1, 11), date(2027, 1, 13)
LATER = date(2027, 1, 16)
HELD_S = 0.05  # of the processor


def works(reference, shape, start=FIRST, end=LAST, what="Works"):
    return Occupation(
        kind="works", reference=reference, shape=shape, start=start, end=end, what=what
    )


def found(*others):
    ours = Occupation("works", "TW1", "", OURS, FIRST, LAST)
    return report_on(ours, Shelf(others), all_with(within_m=50.0, margin_days=14))


AREA = works("AREA", box(530015, 180005, 530030, 180020))
LINE = works("LINE", LineString([(529990, 180005), (530010, 180005)]))
POINT = works("POINT", MultiPoint([(530003, 180003), (530006, 180003)]))
APART = works("APART", Point(530040, 180005), LATER, LATER)
UNKNOWN = works("UNKNOWN", Point(530010, 180040), None, None)


@pytest.fixture
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def layers(project):
    made = ClashLayers(project)
    yield made
    made.close_down()


@pytest.fixture
def report():
    return found(AREA, LINE, POINT, APART, UNKNOWN)


@pytest.fixture
def shown(layers, report):
    layers.show(features_of(report.encounters), NOTE)
    return layers


def ours_in(project):
    return {one.name(): one for one in project.mapLayers().values()}


def by_reference(layer):
    return {one["reference"]: one for one in layer.getFeatures()}


def test_each_clash_has_a_mark_and_what_the_two_share_or_the_line_between(shown, report):
    marks, lines, areas = (by_reference(shown.layer(shape)) for shape in Shape)
    assert set(marks) == {"AREA", "LINE", "POINT", "APART", "UNKNOWN"}
    assert set(lines) == {"LINE", "APART", "UNKNOWN"}
    assert set(areas) == {"AREA"}
    assert areas["AREA"].geometry().boundingBox() == QgsRectangle(530015, 180005, 530020, 180010)
    assert lines["LINE"].geometry().length() == 10
    assert lines["APART"].geometry().asWkt() == "MultiLineString ((530020 180005, 530040 180005))"
    assert marks["APART"].geometry().asWkt() == "MultiPoint ((530030 180005))"
    assert len(marks["POINT"].geometry().asMultiPoint()) == 2
    places = {one.other.reference: place for place, one in enumerate(report.encounters)}
    assert {name: one["place"] for name, one in marks.items()} == places
    assert {name: one["grade"] for name, one in marks.items()} == {
        "AREA": "clash",
        "LINE": "clash",
        "POINT": "clash",
        "APART": "opportunity",
        "UNKNOWN": "cannot_say",
    }


def test_a_line_begins_at_ours(shown):
    line = by_reference(shown.layer(Shape.LINE))["APART"].geometry().asMultiPolyline()[0]
    assert QgsGeometry.fromPointXY(line[0]).distance(QgsGeometry.fromWkt(OURS.wkt)) == 0


def test_a_mark_lies_on_what_the_two_share(layers):
    horseshoe = box(530000, 180000, 530020, 180010) - box(530002, 180002, 530018, 180010)
    layers.show(features_of(found(works("U", horseshoe)).encounters), NOTE)
    (mark,), (area,) = (layers.layer(one).getFeatures() for one in (Shape.POINT, Shape.POLYGON))
    assert mark.geometry().within(area.geometry())


def test_what_has_no_known_place_is_in_the_list_only(layers):
    drawn = features_of(found(works("NOWHERE", None)).encounters)
    assert not any(drawn.values())
    layers.show(drawn, NOTE)
    assert not ours_in(QgsProject.instance())


def test_layers_stand_in_a_group_of_ours_and_say_as_of_when(shown, project):
    (group,) = top_group(project).findGroups()
    assert group.name() == "Clashes"
    assert [one.name() for one in group.findLayers()] == [
        "Clashes",
        "Clashes: lines",
        "Clashes: areas",
    ]
    assert {one.metadata().abstract() for one in ours_in(project).values()} == {NOTE}
    assert all(one.readOnly() for one in ours_in(project).values())


def test_a_legend_lists_the_three_grades_once(shown, project):
    layout = QgsPrintLayout(project)
    legend = QgsLayoutItemLegend(layout)
    model = legend.model()
    listed = [
        node.data(0)
        for layer in project.layerTreeRoot().findLayers()
        for node in model.layerLegendNodes(layer)
    ]
    assert listed == ["Potential clash", "Potential collaboration", "Cannot say"]


def test_they_go_with_the_report_and_leave_the_project_as_it_was(layers, report, project):
    project.setDirty(False)
    layers.show(features_of(report.encounters), NOTE)
    assert not project.isDirty()
    layers.clear()
    assert not project.isDirty()
    assert not ours_in(project)
    assert not project.layerTreeRoot().children()


def test_another_report_takes_the_place_of_the_one_before(shown, project):
    shown.show(features_of(found(APART).encounters), "1 works")
    assert set(by_reference(shown.layer(Shape.POINT))) == {"APART"}
    assert shown.layer(Shape.POLYGON) is None
    assert len(project.layerTreeRoot().findLayers()) == 2


def tip(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_a_map_tip_says_what_the_list_says(shown, report):
    layer = shown.layer(Shape.POINT)
    said = tip(layer, by_reference(layer)["APART"])
    assert said == (
        "<b>Potential collaboration: Works (APART)</b><br>Works near by: 20 m apart, 3 days apart"
    )


def test_what_a_map_tip_shows_of_others_is_text(layers):
    layers.show(features_of(found(works("X", Point(530001, 180001), what="<b>&")).encounters), NOTE)
    layer = layers.layer(Shape.POINT)
    assert "<b>Potential clash: &lt;b&gt;&amp; (X)</b>" in tip(layer, next(layer.getFeatures()))


def test_a_project_keeps_nothing_of_a_report(shown, project, tmp_path):
    path = tmp_path / "kept.qgs"
    assert project.write(str(path))
    written = path.read_text()
    assert "as of 14:02" not in written
    assert "APART" not in written
    other = QgsProject()
    assert other.read(str(path))
    for layer in other.mapLayers().values():
        assert layer.isValid()
        assert layer.featureCount() == 0
        assert "once it has looked for them" in layer.metadata().abstract()
    other.clear()


def test_what_an_opened_project_brings_goes_at_once(shown, project, tmp_path):
    path = str(tmp_path / "kept.qgs")
    project.write(path)
    project.clear()
    project.read(path)
    assert not ours_in(project)
    assert not project.isDirty()


def test_a_style_that_the_planner_gave_stays_with_the_next_report(shown, project):
    shown.layer(Shape.POINT).setOpacity(0.5)
    shown.show(features_of(found(APART).encounters), NOTE)
    assert shown.layer(Shape.POINT).opacity() == 0.5


def test_layers_come_in_their_order_whichever_came_first(layers, project):
    layers.show(features_of(found(works("P", Point(530003, 180003))).encounters), NOTE)
    layers.show(features_of(found(AREA).encounters), NOTE)
    layers.show(features_of(found(AREA, LINE).encounters), NOTE)
    names = [one.name() for one in top_group(project).findLayers()]
    assert names == [
        "Clashes",
        "Clashes: lines",
        "Clashes: areas",
    ]


def test_nothing_stays_selected_when_other_clashes_come(shown, told):
    shown.choose(0)
    shown.show(features_of(found(APART).encounters), NOTE)
    assert not shown.layer(Shape.POINT).selectedFeatureIds()
    assert not shown.layer(Shape.LINE).selectedFeatureIds()
    assert told == []


def test_a_layer_that_the_planner_took_out_comes_with_the_next_report(shown, project, report):
    project.removeMapLayer(shown.layer(Shape.LINE).id())
    shown.choose(0)
    shown.show(features_of(report.encounters), NOTE)
    names = [one.name() for one in top_group(project).findLayers()]
    assert names[1] == "Clashes: lines"


def test_a_copy_that_the_planner_made_is_the_planners(shown, project):
    copy = shown.layer(Shape.POINT).clone()
    project.addMapLayer(copy)
    shown.clear()
    assert list(project.mapLayers()) == [copy.id()]
    assert copy.featureCount() == 5


def test_columns_are_named_in_the_planners_words(shown):
    layer = shown.layer(Shape.POINT)
    names = [layer.attributeDisplayName(number) for number in range(layer.fields().count())]
    assert names == ["Number", "Grade", "Reference", "What it is", "Why"]


def test_marks_lie_where_they_are_in_a_project_of_another_system(shown, project, qgis_canvas):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings = QgsMapSettings()
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    marks = shown.layer(Shape.POINT)
    settings.setLayers([marks])
    assert settings.layerExtentToOutputExtent(marks, marks.extent()).xMinimum() < -10_000
    assert project.transformContext().hasTransform(marks.crs(), project.crs())


# Chosen on the map and in the list.


@pytest.fixture
def told(shown):
    places = []
    shown.chosen.connect(places.append)
    return places


def selected(layers):
    chosen = (layers.layer(shape) for shape in Shape)
    return [sorted(one["reference"] for one in layer.selectedFeatures()) for layer in chosen]


def test_what_is_selected_on_one_layer_is_selected_on_all_and_told(shown, told, report):
    shown.layer(Shape.LINE).selectByExpression("\"reference\" = 'LINE'")
    assert selected(shown) == [["LINE"], ["LINE"], []]
    assert [report.encounters[place].other.reference for place in told] == ["LINE"]


def test_a_clash_of_the_list_is_selected_without_being_told_again(shown, told, report):
    place = next(n for n, one in enumerate(report.encounters) if one.other.reference == "AREA")
    shown.choose(place)
    assert selected(shown) == [["AREA"], [], ["AREA"]]
    shown.choose(None)
    assert selected(shown) == [[], [], []]
    assert told == []


def test_several_that_are_selected_stay_so_when_the_list_shows_the_first(shown, told):
    shown.layer(Shape.POINT).selectAll()
    shown.choose(told[0])
    assert len(selected(shown)[0]) == 5


# How they look.

MODES = {**COLOUR_MODES, "black and white": QgsPreviewEffect.PreviewMode.PreviewMono}
SIZE = 60
GREY = "#606060"


def symbols(shape, ground, *, selected=False):
    """Return a picture of each grade as QGIS draws it on a map."""
    where = {
        Shape.POINT: "MultiPoint ((30 30))",
        Shape.LINE: "MultiLineString ((5 30, 55 30))",
        Shape.POLYGON: "MultiPolygon (((5 5, 55 5, 55 55, 5 55, 5 5)))",
    }[shape]
    return {grade: picture(shape, grade, where, ground, selected) for grade in Grade}


def picture(shape, grade, where, ground, selected):
    layer = new_memory_layer("one", shape, clash_fields())
    feature = QgsFeature(layer.fields())
    feature["grade"] = grade.word
    feature.setGeometry(QgsGeometry.fromWkt(where))
    replace_features(layer, [feature])
    layer.setRenderer(clash_renderer(shape))
    if selected:
        layer.selectAll()
    settings = QgsMapSettings()
    settings.setDestinationCrs(layer.crs())
    settings.setLayers([layer])
    settings.setOutputSize(QSize(SIZE, SIZE))
    settings.setOutputDpi(96)
    settings.setExtent(QgsRectangle(0, 0, SIZE, SIZE))
    settings.setBackgroundColor(QColor(ground))
    settings.setFlag(QgsMapSettings.Flag.DrawSelection)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def seen(image, mode):
    """Return the lightness of each pixel of a picture, as QGIS previews it."""
    return lightness(previewed(image, mode))


def ink(drawn, empty):
    """Return which pixels were drawn so that they stand out."""
    return {n for n, (one, none) in enumerate(zip(drawn, empty)) if abs(one - none) > 0.2}


@pytest.mark.parametrize("ground", ["#ffffff", "#202020", "#7a8f6a"])
@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("mode", MODES)
def test_grades_are_told_apart_in_grey_whoever_looks_on_whatever_ground(
    qgis_app, mode, shape, ground
):
    made = {grade: seen(one, MODES[mode]) for grade, one in symbols(shape, ground).items()}
    blank = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    blank.fill(QColor(ground))
    empty = seen(blank, MODES[mode])
    for grade, drawn in made.items():
        assert len(ink(drawn, empty)) >= 40, grade
    for one, other in combinations(Grade, 2):
        drawn = ink(made[one], empty) | ink(made[other], empty)
        differ = ink(made[one], made[other])
        assert len(differ) >= 0.15 * len(drawn), (one, other, len(differ), len(drawn))


def test_a_mark_that_is_selected_still_tells_its_grade_by_its_outline(qgis_app):
    made = {g: seen(one, None) for g, one in symbols(Shape.POINT, GREY, selected=True).items()}
    for one, other in combinations(Grade, 2):
        drawn = {n for n, light in enumerate(made[one]) if abs(light - made[one][0]) > 0.2}
        differ = ink(made[one], made[other])
        assert len(differ) >= 0.15 * len(drawn), (one, other, len(differ), len(drawn))


# Many of them.


def test_a_thousand_clashes_do_not_hold_the_main_thread(layers, qgis_canvas):
    report = found(
        *(
            works(f"W{n}", box(530000 + n % 40, 179990, 530030 + n % 40, 180020))
            for n in range(1000)
        )
    )
    assert len(report.encounters) == 1000
    drawn = features_of(report.encounters)  # made in a thread
    took = []
    for _round in range(3):
        begun = time.thread_time()
        layers.show(drawn, NOTE)
        took.append(time.thread_time() - begun)
    begun = time.thread_time()
    layers.choose(500)
    took_choosing = time.thread_time() - begun
    assert min(took) < HELD_S
    assert took_choosing < HELD_S
