"""Whole layers mended, through the algorithm as QGIS runs it."""

import math

import pytest
import shapely
from qgis.core import NULL, QgsField, QgsGeometry, QgsWkbTypes
from street_works.plugin.compat import TEXT_FIELD
from street_works.plugin.extents import Limits, grid, mend_all

NAME = "mendextents"
GRID = "EPSG:27700"
SOUND = "POLYGON ((530000 180000, 530020 180000, 530020 180020, 530000 180020, 530000 180000))"
CROSSING = "POLYGON ((530000 180000, 530030 180030, 530030 180000, 530000 180015, 530000 180000))"
CROSSING_AT = (530010, 180010)
TINY = "POLYGON ((530000 180000, 530000.3 180000, 530000.3 180000.3, 530000 180000))"
TWO = (
    "MULTIPOLYGON (((530000 180000, 530020 180000, 530020 180020, 530000 180000)),"
    "((530100 180000, 530120 180000, 530120 180020, 530100 180000)))"
)
LONDON = "POINT (-0.1199 51.4894)"
# Ordnance Survey's test point TP09, latitude first, and where it is.
SWAPPED, TP09 = "POINT (51.4893656495 -0.1199255718)", (530624.97, 178388.46)
OUTPUTS = ("OUTPUT", "NOT_MENDED")
CHANGES = ["mended", "area_change_m2", "length_change_m", "largest_move_m"]


def shape_of(feature):
    return shapely.from_wkb(bytes(feature.geometry().asWkb()))


def test_sound_ones_stay_and_others_are_mended_or_left_out(run, layer_of):
    layer = layer_of("Polygon", GRID, [SOUND, CROSSING, TINY, None])
    results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
    assert fine, heard.errors
    counts = [results[f"{what}_COUNT"] for what in ("SOUND", "MENDED", "NOT_MENDED")]
    assert counts == [1, 1, 2]
    assert heard.said[-1] == "1 features were sound, 1 were mended, 2 were not."
    output, others = layers["OUTPUT"], layers["NOT_MENDED"]
    assert output.crs().authid() == GRID
    assert [field.name() for field in output.fields()] == ["number", "name", *CHANGES]
    sound, mended = output.getFeatures()
    assert sound.attributes() == [0, "works 0", "", 0.0, 0.0, 0.0]
    assert shape_of(sound).equals_exact(shapely.from_wkt(SOUND), 0)
    assert mended.attributes()[:2] == [1, "works 1"]
    # Of the two triangles around the crossing the larger one is left.
    after = shape_of(mended)
    assert after.normalize().equals_exact(
        shapely.Polygon([CROSSING_AT, (530030, 180030), (530030, 180000)]).normalize(), 0
    )
    assert mended["mended"].startswith("Take the outline apart and keep the largest area: area -75")
    assert mended["area_change_m2"] == -75.0
    before = shapely.from_wkt(CROSSING)
    assert mended["length_change_m"] == pytest.approx(after.length - before.length, abs=1e-4)
    assert mended["largest_move_m"] == pytest.approx(math.hypot(10, 10), abs=1e-4)
    tiny, nothing = others.getFeatures()
    assert (tiny["number"], tiny["rules"]) == (2, "tiny")
    assert tiny["findings"].startswith("The area is only 0.0")
    assert shape_of(tiny).equals_exact(shapely.from_wkt(TINY), 0)
    assert nothing.attributes() == [3, "works 3", "empty", "There is no shape. Draw the works."]
    assert heard.errors == [
        f"Feature 3: {tiny['findings']}",
        "Feature 4: There is no shape. Draw the works.",
    ]


def test_mending_twice_is_mending_once(run, layer_of):
    layer = layer_of("MultiPolygon", GRID, [f"MULTI{CROSSING[:8]}({CROSSING[8:]})", TWO])
    results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
    assert fine, heard.errors
    assert results["MENDED_COUNT"] == 2
    once = layers["OUTPUT"]
    assert QgsWkbTypes.displayString(once.wkbType()) == "Polygon"
    results, fine, heard, layers = run(NAME, once, *OUTPUTS)
    assert fine, heard.errors
    assert (results["SOUND_COUNT"], results["MENDED_COUNT"]) == (2, 0)
    twice = layers["OUTPUT"]
    for first, second in zip(once.getFeatures(), twice.getFeatures()):
        assert shape_of(second).equals_exact(shape_of(first), 0)
        assert first["mended"] != ""
        assert second["mended"] == first["mended"]
        assert [second[f"{name}_2"] for name in CHANGES] == ["", 0.0, 0.0, 0.0]


def test_a_field_that_is_called_so_already_is_kept(run, layer_of):
    layer = layer_of("Polygon", GRID, [CROSSING, None])
    taken = [QgsField("Mended", TEXT_FIELD), QgsField("rules", TEXT_FIELD)]
    layer.dataProvider().addAttributes(taken)
    layer.updateFields()
    layer.dataProvider().changeAttributeValues({1: {2: "yes", 3: "ours"}, 2: {3: "ours"}})
    _results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
    assert fine, heard.errors
    (mended,) = layers["OUTPUT"].getFeatures()
    assert (mended["Mended"], mended["rules"]) == ("yes", "ours")
    assert mended["mended_2"].startswith("Take the outline apart")
    (other,) = layers["NOT_MENDED"].getFeatures()
    assert (other["Mended"], other["rules"], other["rules_2"]) == (NULL, "ours", "empty")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_extents_are_in_national_grid_and_the_others_as_they_were_given(run, layer_of, crs):
    crossing, tiny = (
        grid.from_national_grid(shapely.from_wkt(shape), crs).geometry for shape in (CROSSING, TINY)
    )
    layer = layer_of("Polygon", crs, [QgsGeometry.fromWkt(one.wkt) for one in (crossing, tiny)])
    _results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
    assert fine, heard.errors
    (mended,) = layers["OUTPUT"].getFeatures()
    assert layers["OUTPUT"].crs().authid() == GRID
    wanted = shapely.Polygon([CROSSING_AT, (530030, 180030), (530030, 180000)])
    assert shapely.hausdorff_distance(shape_of(mended), wanted) < 0.02
    (other,) = layers["NOT_MENDED"].getFeatures()
    assert layers["NOT_MENDED"].crs().authid() == crs
    # QGIS's WKT has 17 digits.
    assert shape_of(other).equals_exact(tiny, 1e-9)


def test_what_was_done_stands_mend_by_mend(run, layer_of, cut):
    _results, fine, heard, layers = run(NAME, layer_of("Point", "EPSG:4326", [SWAPPED]), *OUTPUTS)
    assert fine, heard.errors
    (place,) = layers["OUTPUT"].getFeatures()
    assert shape_of(place).equals_exact(shapely.Point(TP09), 1e-9)
    assert place["mended"] == "Swap them: done, the shape lies in England now."
    drawn = grid.from_national_grid(shapely.from_wkt(CROSSING), "EPSG:4326").geometry
    turned = QgsGeometry.fromWkt(drawn.wkt)
    turned.get().swapXy()
    layer = layer_of("Polygon", "EPSG:4326", [turned])
    _results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
    assert fine, heard.errors
    (uncrossed,) = layers["OUTPUT"].getFeatures()
    swapped, _, taken_apart = uncrossed["mended"].partition("now. ")
    assert swapped.startswith("Swap them")
    assert taken_apart.startswith("Take the outline apart")
    assert uncrossed["area_change_m2"] == pytest.approx(-75, abs=0.2)
    _results, fine, heard, layers = run(NAME, layer_of("Polygon", GRID, [cut(SOUND, 4)]), *OUTPUTS)
    assert fine, heard.errors
    (closed,) = layers["OUTPUT"].getFeatures()
    assert shape_of(closed).equals_exact(shapely.from_wkt(SOUND), 0)
    assert closed["mended"].startswith("Close the outline: area +0.00")


def test_every_validity_case_is_mended_as_a_single_drawing_is(validity_cases, run, layer_of):
    compared = changed = 0
    for kind, cases in validity_cases.items():
        layer = layer_of(kind, GRID, [shape for shape, _alone in cases])
        _results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
        assert fine, heard.errors
        mended = {one["number"]: one for one in layers["OUTPUT"].getFeatures()}
        others = {one["number"]: one for one in layers["NOT_MENDED"].getFeatures()}
        assert sorted([*mended, *others]) == list(range(len(cases)))
        for number, (_shape, before) in enumerate(cases):
            after = mend_all(before)
            assert (number in mended) is after.submittable, before.drawing.wkt
            if number in others:
                wanted = dict.fromkeys(finding.rule for finding in before.findings)
                assert others[number]["rules"] == ", ".join(wanted)
                continue
            one = mended[number]
            assert shape_of(one).equals_exact(after.extent.geometry, 0), before.drawing.wkt
            assert (one["mended"] == "") is before.submittable
            changed += not before.submittable
        compared += len(cases)
    assert (compared, changed) == (464, 145)


def test_the_planners_thresholds_are_used(run, layer_of, planner):
    layer = layer_of("Polygon", GRID, [TINY])
    results, _fine, _heard, _layers = run(NAME, layer, *OUTPUTS)
    assert (results["SOUND_COUNT"], results["NOT_MENDED_COUNT"]) == (0, 1)
    planner.limits = Limits(smallest_m2=0.01)
    results, _fine, _heard, _layers = run(NAME, layer, *OUTPUTS)
    assert (results["SOUND_COUNT"], results["NOT_MENDED_COUNT"]) == (1, 0)


def test_nothing_of_a_layer_whose_place_is_unknown_is_called_mended(run, layer_of, planner):
    planner.limits = Limits(accuracy_refused_m=2.0)
    layer = layer_of("Point", "EPSG:4230", [LONDON])  # 6.1 m
    results, fine, heard, layers = run(NAME, layer, *OUTPUTS)
    assert fine, heard.errors
    assert (results["SOUND_COUNT"], results["MENDED_COUNT"]) == (0, 0)
    (other,) = layers["NOT_MENDED"].getFeatures()
    assert other["rules"] == "uncertain_position"
    assert "good to about 6.1 m" in heard.errors[0]


def test_a_layer_without_a_coordinate_system_is_refused(run, layer_of):
    layer = layer_of("Polygon", "", [SOUND])
    _results, fine, heard, _layers = run(NAME, layer, *OUTPUTS)
    assert not fine
    assert "“drawn” has no coordinate reference system" in heard.errors[-1]
    assert "Traceback" not in heard.errors[-1]


def test_cancel_stops_it_and_counts_what_was_done(run, layer_of, feedback):
    layer = layer_of("Point", GRID, ["POINT (530000 180000)"] * 5000)
    outputs = {"OUTPUT": "memory:", "NOT_MENDED": "memory:"}
    results, _fine, heard, _layers = run(NAME, layer, given=feedback(35.0), **outputs)
    assert heard.isCanceled()
    assert heard.steps == [20.0, 40.0]
    assert results["SOUND_COUNT"] == 2000


def test_a_switched_off_plugin_says_so(run, provider, layer_of):
    provider._thread.stop()
    layer = layer_of("Polygon", GRID, [SOUND])
    _results, fine, heard, _layers = run(NAME, layer, *OUTPUTS)
    assert not fine
    assert "was switched off" in heard.errors[-1]
