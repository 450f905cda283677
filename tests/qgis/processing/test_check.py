"""Whole layers checked, through the algorithm as QGIS runs it."""

import math

import pytest
import shapely
from qgis.core import (
    NULL,
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)
from street_works.plugin.extents import Limits, grid

NAME = "checkextents"
GRID = "EPSG:27700"
SOUND = "POLYGON ((530000 180000, 530020 180000, 530020 180020, 530000 180020, 530000 180000))"
# It crosses itself at a third of the way.
CROSSING = "POLYGON ((530000 180000, 530030 180030, 530030 180000, 530000 180015, 530000 180000))"
CROSSING_AT = (530010, 180010)
TINY = "POLYGON ((530000 180000, 530000.1 180000, 530000.1 180000.1, 530000 180000))"
TWO = (
    "MULTIPOLYGON (((530000 180000, 530020 180000, 530020 180020, 530000 180000)),"
    "((530100 180000, 530120 180000, 530120 180020, 530100 180000)))"
)
LONDON = "POINT (-0.1199 51.4894)"
IN_DEGREES = "POLYGON ((-0.12 51.49, -0.119 51.49, -0.119 51.491, -0.12 51.49))"


def findings_of(layers):
    """The findings of each feature, by its id: rule, severity and the place or None."""
    found = {}
    for one in layers["FINDINGS"].getFeatures():
        here = one.geometry()
        place = None if here.isEmpty() else (here.asPoint().x(), here.asPoint().y())
        said = (one["rule"], one["severity"], place)
        found.setdefault(one["feature_id"], []).append(said)
    return found


def rows_of(layers):
    return {row["feature_id"]: row for row in layers["TABLE"].getFeatures()}


def test_a_row_for_each_feature_and_a_point_for_each_finding(run, layer_of):
    layer = layer_of("Polygon", GRID, [SOUND, CROSSING, TINY, None])
    results, fine, heard, layers = run(NAME, layer, "FINDINGS", "TABLE")
    assert fine, heard.errors
    assert (results["FEATURES"], results["WITH_ERRORS"], results["WITH_WARNINGS"]) == (4, 3, 0)
    assert heard.said[-1] == "4 features: 3 with errors, 0 with warnings."
    sound, crossing, tiny, nothing = (feature.id() for feature in layer.getFeatures())
    assert layers["FINDINGS"].crs().authid() == GRID
    assert layers["FINDINGS"].wkbType() == QgsWkbTypes.Point
    assert findings_of(layers) == {
        crossing: [("self_crossing", "error", CROSSING_AT)],
        tiny: [("tiny", "error", (530000, 180000))],
        nothing: [("empty", "error", None)],
    }
    assert [one["mendable"] for one in layers["FINDINGS"].getFeatures()] == [True, False, False]
    rows = rows_of(layers)
    assert list(rows) == [sound, crossing, tiny, nothing]
    assert rows[sound].attributes() == [sound, True, 0, 0, 0, "", ""]
    assert rows[crossing].attributes()[:-1] == [crossing, False, 1, 0, 0, "self_crossing"]
    assert rows[crossing]["messages"].startswith("The outline of the area crosses")
    assert not layers["TABLE"].isSpatial()


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_the_same_is_found_at_the_same_place_in_any_coordinate_system(run, layer_of, crs):
    there = [
        grid.from_national_grid(shapely.from_wkt(shape), crs).geometry
        for shape in (SOUND, CROSSING, TWO)
    ]
    layer = layer_of("MultiPolygon", crs, [QgsGeometry.fromWkt(shape.wkt) for shape in there])
    results, fine, heard, layers = run(NAME, layer, "FINDINGS", "TABLE")
    assert fine, heard.errors
    assert (results["FEATURES"], results["WITH_ERRORS"], results["WITH_WARNINGS"]) == (3, 2, 0)
    assert layers["FINDINGS"].crs().authid() == GRID
    (crossing, at), (parts, _) = (
        (rule, place) for said in findings_of(layers).values() for rule, _severity, place in said
    )
    assert (crossing, parts) == ("self_crossing", "multi_part")
    assert math.dist(at, CROSSING_AT) < 0.02  # the corners are rounded to centimetres
    assert "OSTN15. Accuracy: 0.1 m" in heard.said[0]


def test_every_validity_case_is_judged_as_a_single_drawing_is(validity_cases, run, layer_of):
    compared = 0
    for kind, cases in validity_cases.items():
        layer = layer_of(kind, GRID, [shape for shape, _alone in cases])
        _results, fine, heard, layers = run(NAME, layer, "FINDINGS", "TABLE")
        assert fine, heard.errors
        found = {}
        for one in layers["FINDINGS"].getFeatures():
            found.setdefault(one["feature_id"], []).append(one.attributes()[1:])
        rows = list(layers["TABLE"].getFeatures())
        assert len(rows) == len(cases)
        for row, (_shape, alone) in zip(rows, cases):
            wanted = [
                [said.rule, said.severity.value, said.message, said.advice, said.mend is not None]
                for said in alone.findings
            ]
            assert found.get(row["feature_id"], []) == wanted, alone.drawing.wkt
            assert row["submittable"] is alone.submittable, alone.drawing.wkt
        compared += len(rows)
    assert compared == 464


def test_what_geos_cannot_hold_is_told_of_alone(run, layer_of, cut):
    sound = "LINESTRING (530000 180000, 530010 180000)"
    line, area = cut(sound, 1), cut(SOUND, 3)
    _results, fine, heard, layers = run(
        NAME, layer_of("LineString", GRID, [line, sound]), "FINDINGS", "TABLE"
    )
    assert fine, heard.errors
    assert findings_of(layers) == {1: [("too_few_points", "error", None)]}
    assert [row["submittable"] for row in rows_of(layers).values()] == [False, True]
    layer = layer_of("Polygon", GRID, [SOUND, area])
    _results, fine, _heard, layers = run(NAME, layer, "FINDINGS", "TABLE")
    assert fine
    ((rule, severity, place),) = findings_of(layers)[2]
    assert (rule, severity) == ("not_closed", "error")
    assert shapely.Point(place).within(shapely.box(530000, 180000, 530020, 180020))


def test_what_is_said_of_all_is_said_once_and_counted_for_each(run, layer_of, cut):
    # PROJ knows no way from EPSG:9018, a frame of satellite positioning; it is guessed.
    layer = layer_of("Polygon", "EPSG:9018", [IN_DEGREES, cut(IN_DEGREES, 3)])
    results, fine, heard, layers = run(NAME, layer, "FINDINGS", "TABLE")
    assert fine, heard.errors
    assert "is not known: compare with the base map" in heard.errors[0]
    assert (results["FEATURES"], results["WITH_ERRORS"], results["WITH_WARNINGS"]) == (2, 1, 2)
    of_all, of_one = layers["FINDINGS"].getFeatures()
    assert (of_all["rule"], of_one["rule"]) == ("uncertain_position", "not_closed")
    assert of_all["feature_id"] == NULL
    assert not of_all.hasGeometry()
    assert [(row["rules"], row["warnings"]) for row in rows_of(layers).values()] == [
        ("uncertain_position", 1),
        ("not_closed, uncertain_position", 1),
    ]


def test_the_planners_thresholds_are_used_as_they_were_at_the_start(provider, layer_of, planner):
    layer = layer_of("Polygon", GRID, [SOUND])
    heard = QgsProcessingFeedback(False)

    def warned(limits_before, limits_after):
        planner.limits = limits_before
        context = QgsProcessingContext()
        check = QgsApplication.processingRegistry().algorithmById(f"streetworks:{NAME}").create()
        given = {"INPUT": layer, "FINDINGS": "TEMPORARY_OUTPUT", "TABLE": "TEMPORARY_OUTPUT"}
        assert check.prepare(given, context, heard)
        planner.limits = limits_after
        return check.runPrepared(given, context, heard)["WITH_WARNINGS"]

    assert warned(Limits(largest_m=28), Limits()) == 1  # it is 28.3 m across
    assert warned(Limits(), Limits(largest_m=28)) == 0


def test_a_threshold_can_refuse_a_whole_layer(run, layer_of, planner):
    layer = layer_of("Point", "EPSG:4230", [LONDON])  # 2.1 m
    results, _fine, _heard, _layers = run(NAME, layer, "FINDINGS", "TABLE")
    assert (results["WITH_ERRORS"], results["WITH_WARNINGS"]) == (0, 1)
    planner.limits = Limits(accuracy_refused_m=2.0)
    results, _fine, _heard, layers = run(NAME, layer, "FINDINGS", "TABLE")
    assert (results["WITH_ERRORS"], results["WITH_WARNINGS"]) == (1, 0)
    assert [row["severity"] for row in layers["FINDINGS"].getFeatures()] == ["error"]


def test_a_layer_without_a_coordinate_system_is_refused(run, layer_of):
    _results, fine, heard, _layers = run(NAME, layer_of("Polygon", "", [SOUND]), "FINDINGS")
    assert not fine
    assert "“drawn” has no coordinate reference system" in heard.errors[-1]
    assert "Traceback" not in heard.errors[-1]


def test_cancel_stops_it_and_counts_what_was_done(run, layer_of, feedback):
    layer = layer_of("Point", GRID, ["POINT (530000 180000)"] * 10_000)
    outputs = {"FINDINGS": "memory:", "TABLE": "memory:"}
    results, _fine, heard, _layers = run(NAME, layer, given=feedback(35.0), **outputs)
    assert heard.isCanceled()
    assert heard.steps == [20.0, 40.0]
    assert results["FEATURES"] == 4000


def test_a_switched_off_plugin_says_so(run, provider, layer_of):
    provider._thread.stop()
    _results, fine, heard, _layers = run(NAME, layer_of("Polygon", GRID, [SOUND]), "FINDINGS")
    assert not fine
    assert "was switched off" in heard.errors[-1]


def test_a_layer_in_a_system_that_nobody_knows_a_way_from_is_refused(run, layer_of):
    _results, fine, heard, _layers = run(NAME, layer_of("Polygon", "EPSG:4276", [IN_DEGREES]))
    assert not fine
    assert "How “EPSG:4276” lies to British National Grid is not known" in str(heard.errors)
