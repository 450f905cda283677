"""The styles of the live layers: classes, legends, scales, clusters, and what the planner changed.

Colours are judged as QGIS's own preview modes show them.
"""

import math
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbol,
)
from qgis.PyQt.QtCore import QDate, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from street_works.plugin.compat import YES_NO_FIELD
from street_works.plugin.map.dress import dress
from street_works.plugin.map.memory import new_memory_layer, replace_features
from street_works.plugin.map.styles import (
    CENTRE,
    DEFAULT_OF,
    KINDS_OF,
    NEAR_BELOW,
    Style,
    apply,
    fitting,
    grey,
    restyle,
    style_of,
    style_title,
)
from street_works.plugin.map.styles.by_days_left import TODAY
from street_works.plugin.map.styles.clusters import COUNT
from street_works.plugin.map.styles.look import Dash, Hatch, Look, Marker, contrast
from street_works.plugin.map.styles.schemes import scheme_of
from street_works.plugin.map.styles.symbols import symbol_of
from street_works.plugin.trade.kinds import KINDS, Shape
from street_works.plugin.trade.labels import label
from street_works.plugin.trade.traffic import Impact, impact_name, impact_of
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.plugin.trade.vocabulary.forward_plans import ForwardPlanStatus
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.plugin.trade.vocabulary.works import Category
from street_works.plugin.words import use_translator
from street_works.tests.made.layer_fields import qgs_fields
from street_works.tools.previews import MODES, previewed

MINE, MY_NAME = "0030", "Anytown Water"
PLACES = (*Shape, CENTRE)
STYLED = [(style, kind) for style in Style for kind in KINDS_OF[style]]


@pytest.fixture
def project(qgis_app, qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def layer_of(project):
    def make(kind="works", place=Shape.POINT):
        layer = new_memory_layer("x", Shape.POINT if place == CENTRE else place, qgs_fields(kind))
        project.addMapLayer(layer)
        return layer

    return make


def inner(layer):
    """Return the renderer of the classes, also inside a cluster renderer."""
    renderer = layer.renderer()
    return renderer.embeddedRenderer() if renderer.type() == "pointCluster" else renderer


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def colours(symbol):
    return [layer.color().name() for layer in symbol]


def classes_of(layer):
    categories = inner(layer).categories()
    return [(one.label(), one.renderState(), colours(one.symbol())) for one in categories]


SHORTER = {
    Impact.UNKNOWN: "Not known",
    Category.IMMEDIATE_URGENT: "Urgent",
    Category.IMMEDIATE_EMERGENCY: "Emergency",
    PermitStatus.PERMIT_MODIFICATION_REQUEST: "To be modified",
    PermitStatus.PROGRESSED: "Closed",
    PermitStatus.REFUSED: "Not going ahead",
    PermitStatus.REVOKED: "Not going ahead",
    PermitStatus.CANCELLED: "Not going ahead",
    ActivityKind.CRANE_MOBILE_PLATFORM: "Crane/platform",
}
"""What the Layers panel has no room for in the trade's words."""


def in_legend(value):
    """Return what the legend calls a value: the trade's words, where there is room for them."""
    shorter = next((SHORTER[one] for one in SHORTER if one is value), None)
    return shorter or (impact_name(value) if value in list(Impact) else label(value))


def words_for(layer, **attributes):
    """Return the line of the legend that a feature with these attributes belongs to."""
    feature = QgsFeature(layer.fields())
    for name, value in attributes.items():
        feature[name] = value
    context = QgsRenderContext()
    context.expressionContext().appendScopes(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    )
    context.expressionContext().setFeature(feature)
    renderer = inner(layer).clone()
    renderer.startRender(context, layer.fields())
    drawn_with = colours(renderer.symbolForFeature(feature, context))
    renderer.stopRender(context)
    return [one.label() for one in renderer.categories() if colours(one.symbol()) == drawn_with]


@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize(("style", "kind"), STYLED)
def test_each_style_can_be_worn(layer_of, style, kind, place):
    layer = layer_of(kind, place)
    assert apply(layer, kind, place, style, MINE, MY_NAME) is style
    assert style_of(layer) is style
    assert (layer.renderer().type() == "pointCluster") == (place == CENTRE)
    words = legend(layer)
    assert len(words) == len(set(words)) == len(scheme_of(kind, style, MINE, MY_NAME).classes)
    assert all(words)
    assert not any("_" in word for word in words)


def test_a_kind_without_the_style_wears_its_own(layer_of):
    layer = layer_of("activity")
    assert apply(layer, "activity", Shape.POINT, Style.IMPACT) is Style.TYPE
    assert fitting("works", Style.DAYS_LEFT) is Style.DAYS_LEFT
    for kind in KINDS:
        assert kind in KINDS_OF[DEFAULT_OF[kind]]
    assert len({style_title(style) for style in Style}) == len(Style)


def test_a_new_layer_is_dressed_in_the_default_and_centre_points_have_no_labels(layer_of):
    for kind in KINDS:
        for place in PLACES:
            layer = layer_of(kind, place)
            dress(layer, kind, place)
            assert style_of(layer) is DEFAULT_OF[kind]
            assert layer.labelsEnabled() == (place != CENTRE and kind != "hs2")
            assert layer.mapTipTemplate()
    dress(layer_of("works"), "works", Shape.POINT, Style.PROMOTER, MINE)


# ---- every value of the contract ----


@pytest.mark.parametrize("value", [one.value for one in TrafficManagement])
def test_every_traffic_management(layer_of, value):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    assert words_for(layer, impact=impact_of(value).value) == [in_legend(impact_of(value))]
    assert impact_of(value) != "unknown"


def test_every_impact_stands_in_the_legend_in_order(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    assert legend(layer) == [in_legend(impact) for impact in Impact]
    assert words_for(layer, impact="hovercraft") == [in_legend(Impact.UNKNOWN)]


@pytest.mark.parametrize(
    ("style", "kind", "field", "values"),
    [
        (Style.CATEGORY, "works", "category", Category),
        (Style.STATUS, "works", "status", PermitStatus),
        (Style.STATUS, "forward_plan", "status", ForwardPlanStatus),
        (Style.TYPE, "activity", "activity_type", ActivityKind),
    ],
)
def test_every_value_of_the_contract_has_its_words(layer_of, style, kind, field, values):
    for place in PLACES:
        layer = layer_of(kind, place)
        apply(layer, kind, place, style)
        for member in values:
            [words] = words_for(layer, **{field: member.value})
            assert words == in_legend(member)
        rest = legend(layer)[-1]
        assert words_for(layer, **{field: "of_a_later_server"}) == [rest]
        assert words_for(layer) == [rest]


def test_categories_stand_in_the_trades_order(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.CATEGORY)
    order = (
        Category.MINOR,
        Category.STANDARD,
        Category.PAA,
        Category.MAJOR,
        Category.IMMEDIATE_URGENT,
        Category.IMMEDIATE_EMERGENCY,
        Category.HS2_HIGHWAY,
    )
    assert legend(layer)[:-1] == [in_legend(value) for value in order]


def test_an_activity_is_cancelled_or_not(layer_of):
    layer = layer_of("activity")
    apply(layer, "activity", Shape.POINT, Style.STATUS)
    assert words_for(layer, cancelled=True) == ["Cancelled"]
    assert words_for(layer, cancelled=False) == ["Not cancelled"]


# ---- promoters and days ----


@pytest.mark.parametrize(
    ("code", "words"),
    [("0030", "My organisation"), ("30", "My organisation"), ("9999", "Other promoters"),
     ("3000", "Other promoters"), (None, "Not known"), (" ", "Not known")],
)  # fmt: skip
def test_my_works_are_mine_whatever_zeros_stand_in_front(layer_of, code, words):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.PROMOTER, MINE)
    assert words_for(layer, promoter_swa_code=code) == [words]


def test_forward_plans_are_mine_by_name(layer_of):
    layer = layer_of("forward_plan")
    apply(layer, "forward_plan", Shape.POINT, Style.PROMOTER, MINE, "O'Hara's Water")
    assert words_for(layer, promoter="O'HARA'S WATER ") == ["My organisation"]
    assert words_for(layer, promoter="Other") == ["Other promoters"]


def test_nothing_is_mine_when_nobody_is_signed_in(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.PROMOTER)
    assert legend(layer) == ["Other promoters", "Not known"]
    assert words_for(layer, promoter_swa_code="0030") == ["Other promoters"]


def test_only_mine_are_hatched():
    mine, others, _unknown = scheme_of("works", Style.PROMOTER, MINE).classes
    kinds_of_layers = {
        one: {layer.layerType() for layer in symbol_of(one.look, "works", "polygon")}
        for one in (mine, others)
    }
    assert "LinePatternFill" in kinds_of_layers[mine]
    assert "LinePatternFill" not in kinds_of_layers[others]
    points = [symbol_of(one.look, "works", "point").symbolLayerCount() for one in (mine, others)]
    assert points[0] > points[1]


def class_by_days(kind, today, **attributes):
    """Return the class of a feature as if it were `today`."""
    by = scheme_of(kind, Style.DAYS_LEFT).by
    assert TODAY in by
    fields = qgs_fields(kind)
    feature = QgsFeature(fields)
    for name, value in attributes.items():
        feature[name] = QDate(value) if isinstance(value, date) else value
    context = QgsExpressionContext()
    context.setFields(fields)
    context.setFeature(feature)
    expression = QgsExpression(by.replace(TODAY, f"to_date('{today.isoformat()}')"))
    answer = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return answer


@pytest.mark.parametrize("today", [date(2026, 6, 1), date(2026, 10, 24), date(2027, 3, 27)])
def test_days_left_count_the_last_day_and_do_not_mind_the_clocks_going_back(today):
    def after(days, kind="works", start=-40, **more):
        return class_by_days(
            kind,
            today,
            start_date=today + timedelta(days=start),
            end_date=today + timedelta(days=days),
            **more,
        )

    expected = {-1: "overdue", 0: "today", 1: "3", 3: "3", 4: "7", 7: "7", 8: "14", 14: "14"}
    assert {days: after(days, status="granted") for days in expected} == expected
    assert after(15) == "later"
    assert after(0, start=0) == "today"
    assert after(1, start=1) == "not_begun"
    assert after(-1, status="closed") == after(5, status="cancelled") == "over"
    assert after(-1, kind="activity") == after(-1, kind="forward_plan") == "over"
    assert after(0, kind="activity") == "today"
    assert class_by_days("works", today, start_date=today, end_date=None) == ""


def test_days_left_are_counted_from_the_day_that_is(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.DAYS_LEFT)
    today = QDate.currentDate()
    assert words_for(layer, start_date=today.addDays(-3), end_date=today) == ["Ends today"]
    assert words_for(layer) == ["No dates"]
    for words in legend(layer)[:-1]:
        assert words
    activity = layer_of("activity")
    apply(activity, "activity", Shape.POINT, Style.DAYS_LEFT)
    assert not any("Overdue" in words for words in legend(activity))
    assert len(legend(layer)) == len(legend(activity)) + 1


# ---- near and far ----


@pytest.mark.parametrize("kind", KINDS)
def test_true_shapes_and_centre_points_are_never_seen_together(layer_of, kind):
    layers = {place: layer_of(kind, place) for place in PLACES}
    for place, layer in layers.items():
        apply(layer, kind, place, DEFAULT_OF[kind])
    edge = NEAR_BELOW[kind]
    for scale in (1, 500, edge - 1, edge - 0.001, edge, edge + 0.001, edge + 1, 5_000_000):
        centre = layers[CENTRE].isInScaleRange(scale)
        assert centre == (scale >= edge)
        assert all(layers[shape].isInScaleRange(scale) != centre for shape in Shape)


def test_scales_that_the_planner_chose_outlive_a_change_of_style(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    layer.setMinimumScale(99_000)
    apply(layer, "works", Shape.POINT, Style.STATUS)
    assert layer.minimumScale() == 99_000


@pytest.mark.parametrize(
    ("size", "words"), [(2, "2"), (999, "999"), (1_500, "1.5k"), (9_999, "10.0k"), (84_210, "84k")]
)
def test_clusters_tell_their_count(qgis_app, size, words):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
    context.lastScope().setVariable("cluster_size", size)
    assert QgsExpression(COUNT).evaluate(context) == words


def drawn(layer, middle=(0.0, 0.0), scale=50_000):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(200, 200))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("#ffffff"))
    half = 100 * 0.0254 / 96 * scale
    x, y = middle
    settings.setExtent(QgsRectangle(x - half, y - half, x + half, y + half))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def pixels(image, colour):
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def filled(layer, places, **attributes):
    """Fill the layer with features at `places` (WKT), and the attributes' values in turn."""
    features = []
    for number, wkt in enumerate(places):
        feature = QgsFeature(layer.fields())
        for name, values in attributes.items():
            feature[name] = values[number]
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    replace_features(layer, features)
    return layer


@pytest.mark.parametrize("order", [("low", "high", "low"), ("high", "low", "medium")])
def test_a_cluster_shows_the_worst_that_is_in_it(layer_of, order):
    layer = layer_of("works", CENTRE)
    filled(layer, ["Point(0 0)", "Point(5 0)", "Point(0 5)"], impact=order)
    apply(layer, "works", CENTRE, Style.IMPACT)
    image = drawn(layer)
    looks = {one.values[0]: one.look for one in scheme_of("works", Style.IMPACT).choices}
    assert pixels(image, looks["high"].colour) > 30
    assert pixels(image, looks["low"].colour) == 0
    filled(layer, ["Point(0 0)", "Point(5 0)"], impact=["low", "low"])
    image = drawn(layer)
    assert pixels(image, looks["high"].colour) == 0
    assert pixels(image, looks["low"].colour) > 30


def test_an_emergency_outweighs_minor_works_in_a_cluster(layer_of):
    layer = layer_of("works", CENTRE)
    categories = ["minor", Category.IMMEDIATE_EMERGENCY.value, "major"]
    filled(layer, ["Point(0 0)", "Point(5 0)", "Point(0 5)"], category=categories)
    apply(layer, "works", CENTRE, Style.CATEGORY)
    looks = {one.values[0]: one.look for one in scheme_of("works", Style.CATEGORY).choices}
    image = drawn(layer)
    assert pixels(image, looks[Category.IMMEDIATE_EMERGENCY.value].colour) > 30
    assert pixels(image, looks["minor"].colour) == 0


def test_far_points_stay_single(layer_of):
    layer = layer_of("works", CENTRE)
    filled(layer, ["Point(0 0)", "Point(-900 0)"], impact=["low", "high"])
    apply(layer, "works", CENTRE, Style.IMPACT)
    looks = {one.values[0]: one.look for one in scheme_of("works", Style.IMPACT).choices}
    image = drawn(layer)
    assert pixels(image, looks["high"].colour) > 30
    assert pixels(image, looks["low"].colour) > 30


@pytest.mark.parametrize("order", [("low", "high"), ("high", "low")])
def test_what_matters_most_is_drawn_on_top(layer_of, order):
    layer = layer_of("works", Shape.LINE)
    filled(layer, ["LineString(-50 0, 50 0)"] * 2, impact=order)
    apply(layer, "works", Shape.LINE, Style.IMPACT)
    high = scheme_of("works", Style.IMPACT).choices[0].look.colour
    assert drawn(layer, scale=1000).pixelColor(100, 100).name() == high


# ---- what the planner changed ----


def first_symbol(layer):
    categories = inner(layer).categories()  # kept while its symbol is copied
    return categories[0].symbol().clone()


def change_colour(layer):
    symbol = first_symbol(layer)
    symbol.setColor(QColor("#123456"))
    renderer = inner(layer).clone()
    renderer.updateCategorySymbol(0, symbol)
    layer.setRenderer(renderer)


def change_words(layer):
    layer.renderer().updateCategoryLabel(0, "Trouble")


def hide_class(layer):
    layer.renderer().updateCategoryRenderState(2, False)


@pytest.mark.parametrize("change", [change_colour, change_words, hide_class])
def test_a_style_that_the_planner_changed_is_kept(layer_of, change):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    assert restyle(layer, "works", Shape.POINT, Style.STATUS)
    assert restyle(layer, "works", Shape.POINT, Style.IMPACT)
    assert layer.styleManager().styles() == ["default"]
    change(layer)
    before = classes_of(layer)
    assert style_of(layer) is None
    assert not restyle(layer, "works", Shape.POINT, Style.STATUS)
    assert classes_of(layer) == before
    assert apply(layer, "works", Shape.POINT, Style.STATUS) is Style.STATUS
    assert style_of(layer) is Style.STATUS
    assert layer.styleManager().styles() == ["My style 1", "default"]
    layer.styleManager().setCurrentStyle("My style 1")
    assert classes_of(layer) == before
    assert style_of(layer) is None


def test_a_second_style_of_the_planner_does_not_take_the_firsts_place(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    for _ in range(2):
        change_colour(layer)
        apply(layer, "works", Shape.POINT, Style.IMPACT)
    assert layer.styleManager().styles() == ["My style 1", "My style 2", "default"]


def test_a_layer_that_never_had_a_style_of_ours_is_left_alone(layer_of):
    layer = layer_of()
    assert not restyle(layer, "works", Shape.POINT, Style.IMPACT)
    assert layer.renderer().type() == "singleSymbol"
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    layer.setCustomProperty("street_works/style", "of_a_later_version")
    assert not restyle(layer, "works", Shape.POINT, Style.IMPACT)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_saved_project_knows_the_styles_that_are_ours(project, layer_of, tmp_path, place):
    for style, kind in STYLED:
        layer = layer_of(kind, place)
        layer.setName(f"{style.value} {kind}")
        apply(layer, kind, place, style, MINE, MY_NAME)
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    for style, kind in STYLED:
        [layer] = project.mapLayersByName(f"{style.value} {kind}")
        assert style_of(layer) is style
    change_colour(layer)
    assert style_of(layer) is None


def test_data_of_an_earlier_session_is_pale_and_its_style_the_same(layer_of):
    layer = layer_of()
    apply(layer, "works", Shape.POINT, Style.IMPACT)
    layer.setOpacity(0.8)
    grey(layer, True)
    grey(layer, True)
    assert 0.3 < layer.opacity() < 0.4
    assert style_of(layer) is Style.IMPACT
    grey(layer, False)
    grey(layer, False)
    assert layer.opacity() == pytest.approx(0.8)
    grey(layer, True)
    layer.setOpacity(1)
    grey(layer, False)
    assert layer.opacity() == 1, "the planner's own choice in the meantime"


def test_what_was_seen_before_is_paler(layer_of):
    layer = layer_of("works", Shape.LINE)
    apply(layer, "works", Shape.LINE, Style.IMPACT)
    plain = first_symbol(layer)
    assert not plain.dataDefinedProperties().isActive(QgsSymbol.PropertyOpacity)
    layer.dataProvider().addAttributes([QgsField("seen", YES_NO_FIELD)])
    layer.updateFields()
    apply(layer, "works", Shape.LINE, Style.IMPACT)
    pale = first_symbol(layer)
    rule = pale.dataDefinedProperties()
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    feature = QgsFeature(layer.fields())
    for seen, opacity in ((True, 45), (False, 100), (None, 100)):
        feature["seen"] = seen
        context.setFeature(feature)
        assert rule.property(QgsSymbol.PropertyOpacity).value(context) == (opacity, True)
    assert isinstance(rule.property(QgsSymbol.PropertyOpacity), QgsProperty)


@pytest.mark.parametrize(("style", "kind"), STYLED)
def test_legends_and_titles_are_translated(layer_of, style, kind):
    use_translator(lambda text: f"«{text}»")
    try:
        layer = layer_of(kind)
        apply(layer, kind, Shape.POINT, style, MINE, MY_NAME)
        words = [*legend(layer), style_title(style)]
    finally:
        use_translator()
    for word in words:
        assert (word[0], word[-1]) == ("«", "»"), word


# ---- telling classes apart ----


def channels(colour):
    def linear(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return [linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF())]


def lab(colour):
    """Return the colour in CIE Lab (D65)."""
    r, g, b = channels(colour)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one, other):
    """Return how different two colours (Lab) look, by CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1 = math.degrees(math.atan2(b1, a1 * stretch)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * stretch)) % 360
    turn = 0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    d_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    d_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    swing = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    mixed = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(swing)
    return math.sqrt(d_light**2 + d_chroma**2 + d_hue**2 + mixed * d_chroma * d_hue)


CLEAR = 14.0  # twelve is already another colour at a glance


def seen(colour, mode):
    """Return a colour (Lab) as QGIS previews it."""
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return lab(previewed(image, mode).pixelColor(1, 1))


@pytest.mark.parametrize("background", ["#ffffff", "#000000", "#808080", None])
@pytest.mark.parametrize(("style", "kind"), STYLED)
def test_markers_from_afar_are_seen_on_any_background(qgis_app, style, kind, background):
    for one in scheme_of(kind, style, MINE, MY_NAME).classes:
        ground = background or one.look.colour
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor(ground))
        painter = QPainter(image)
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(96 / 25.4)
        symbol_of(one.look, kind, CENTRE).drawPreviewIcon(painter, image.size(), context)
        painter.end()
        pixels = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
        assert max(contrast(pixel, ground) for pixel in pixels) >= 3, one


@pytest.mark.parametrize("style", [Style.IMPACT, Style.CATEGORY, Style.STATUS, Style.DAYS_LEFT])
def test_a_works_from_afar_is_one_layer_light_enough_to_keep_for_each(qgis_app, style):
    for one in scheme_of("works", style, MINE, MY_NAME).classes:
        assert symbol_of(one.look, "works", CENTRE).symbolLayerCount() == 1


def mixed_up(classes, mode):
    """Return the pairs of classes that look alike, and as what."""
    white = seen("#ffffff", mode)
    colours = {one: seen(one.look.colour, mode) for one in classes}

    def dash(one):
        """A dash of a very light colour is not seen: what it leaves out is white."""
        return one.look.dash if distance(colours[one], white) >= CLEAR else Dash.SOLID

    found = []
    for one, other in combinations(classes, 2):
        if distance(colours[one], colours[other]) >= CLEAR:
            continue
        alike = {
            "point": one.look.marker is other.look.marker,
            "line": dash(one) is dash(other),
            "area": one.look.hatch is other.look.hatch,
        }
        words = one.title(), other.title()
        found += [(*words, shape) for shape, same in alike.items() if same]
    return found


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("style", "kind"), STYLED)
def test_classes_can_be_told_apart_in_every_preview_mode(qgis_app, style, kind, mode):
    assert mixed_up(scheme_of(kind, style, MINE, MY_NAME).classes, MODES[mode]) == []


@pytest.mark.parametrize("mode", MODES)
def test_red_amber_and_green_differ_by_colour_alone(qgis_app, mode):
    looks = [one.look for one in scheme_of("works", Style.IMPACT).choices]
    for one, other in combinations(looks, 2):
        assert distance(seen(one.colour, MODES[mode]), seen(other.colour, MODES[mode])) >= CLEAR


def test_the_judge_of_colours_can_say_no(qgis_app):
    assert distance((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)) == pytest.approx(2.0425, 1e-3)
    assert distance((50.0, 2.5, 0.0), (73.0, 25.0, -18.0)) == pytest.approx(27.1492, 1e-3)
    pair = "#d55e00", "#6a6a00"  # vermilion and olive
    assert distance(*(seen(one, None) for one in pair)) > 2 * CLEAR
    for mode in ("protanope", "deuteranope", "greyscale"):
        assert distance(*(seen(one, MODES[mode]) for one in pair)) < CLEAR
    first, second = scheme_of("works", Style.IMPACT).choices[:2]
    assert mixed_up((first, second), None) == []
    twins = first, replace(second, look=first.look)
    assert {shape for *_words, shape in mixed_up(twins, None)} == {"point", "line", "area"}


@pytest.mark.parametrize("kind", KINDS)
def test_lines_are_wide_enough_to_click_and_stand_out_from_any_background(kind):
    for dash in Dash:
        symbol = symbol_of(Look("#b3001b", dash=dash), kind, "line")
        widths = [layer.width() for layer in symbol]
        assert max(widths) >= 3
        assert width_of(symbol, "#b3001b") >= 1.2
        assert colours(symbol)[:2] == ["#ffffff", "#1c1c1c"]
        assert widths[0] > widths[1] > widths[2]


def width_of(symbol, colour):
    return next(layer.width() for layer in symbol if layer.color().name() == colour)


def test_kinds_are_told_apart_by_more_than_colours(qgis_app):
    look = Look("#b3001b", Marker.SQUARE, Dash.SOLID, Hatch.NONE)
    pictures = []
    for kind in ("works", "activity", "forward_plan"):
        for shape in ("point", "line", "polygon"):
            image = symbol_of(look, kind, shape).asImage(QSize(60, 60))
            bits = image.constBits()
            bits.setsize(image.sizeInBytes())
            pictures.append(bytes(bits))
    assert len(set(pictures)) == len(pictures)


@pytest.mark.parametrize("marker", list(Marker))
def test_every_marker_is_one_that_qgis_knows(qgis_app, marker):
    circle = symbol_of(Look("#b3001b"), "works", "point").asImage(QSize(60, 60))
    other = symbol_of(Look("#b3001b", marker), "works", "point").asImage(QSize(60, 60))
    assert (other == circle) == (marker is Marker.CIRCLE)


def test_badge_stays_at_the_upper_right_of_a_turned_marker(layer_of):
    layer = layer_of("works", CENTRE)
    apply(layer, "works", CENTRE, Style.STATUS)
    looks = {one.values[0]: one.look for one in scheme_of("works", Style.STATUS).choices}
    for status in (PermitStatus.PERMIT_MODIFICATION_REQUEST.value, "granted", "refused"):
        filled(layer, ["Point(0 0)", "Point(5 0)"], status=[status] * 2)
        image = drawn(layer)
        middle = QgsPointXY(100, 100)
        beyond_the_ring = [
            (x, y)
            for x in range(200)
            for y in range(200)
            if image.pixelColor(x, y).name() == looks[status].colour
            and middle.distance(x, y) > 13.5
        ]
        assert len(beyond_the_ring) > 2, status
        assert all(x > 100 > y for x, y in beyond_the_ring), status


@pytest.mark.parametrize("style", list(Style), ids=lambda style: style.value)
def test_no_entry_of_the_legend_is_too_long_for_the_layers_panel(qgis_app, style):
    for kind in KINDS_OF[style]:
        for choice in scheme_of(kind, style, "0098", "MIDVALE WATER").classes:
            assert 0 < len(choice.title()) <= 16, choice.title()
