"""Whole layers to British National Grid, through the algorithm as QGIS runs it."""

import csv
import math

import pytest
from qgis.core import QgsGeometry, QgsWkbTypes

NAME = "converttonationalgrid"
LONDON = "POINT (-0.1199 51.4894)"
PARIS = "POINT (2.35 48.86)"


def control_points(path):
    with path.open(encoding="utf-8") as lines:
        return [
            (
                float(row["etrs89_longitude_deg"]),
                float(row["etrs89_latitude_deg"]),
                float(row["osgb36_easting_m"]),
                float(row["osgb36_northing_m"]),
            )
            for row in csv.DictReader(lines)
        ]


def web_mercator(longitude, latitude):
    """The definition of EPSG:3857, so that no other conversion is trusted here."""
    radius = 6378137.0
    y = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    return radius * math.radians(longitude), radius * y


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857", "EPSG:27700"])
def test_control_points_come_out_within_a_centimetre(shared, run, layer_of, crs):
    points = control_points(shared("data/ostn15/os_test_points.csv"))
    texts = []
    for longitude, latitude, easting, northing in points:
        x, y = {
            "EPSG:3857": web_mercator(longitude, latitude),
            "EPSG:27700": (easting, northing),
        }.get(crs, (longitude, latitude))
        texts.append(f"POINT ({x!r} {y!r})")
    results, fine, heard, layers = run(NAME, layer_of("Point", crs, texts), "OUTPUT")
    assert fine, heard.errors
    assert (results["CONVERTED_COUNT"], results["FAILED_COUNT"]) == (len(points), 0)
    output = layers["OUTPUT"]
    assert output.crs().authid() == "EPSG:27700"
    assert len(points) >= 20
    for feature in output.getFeatures():
        _longitude, _latitude, easting, northing = points[feature["number"]]
        found = feature.geometry().asPoint()
        assert math.hypot(found.x() - easting, found.y() - northing) <= 0.01
    assert results["OPERATION"] in heard.said[0]
    assert ("OSTN15" in results["OPERATION"]) == (crs != "EPSG:27700")
    assert results["ACCURACY_M"] == (0.0 if crs == "EPSG:27700" else 0.1)


def test_fields_are_kept_and_nothing_is_added(run, layer_of):
    layer = layer_of("Point", "EPSG:4326", [LONDON, None])
    _results, fine, heard, layers = run(NAME, layer, "OUTPUT")
    assert fine, heard.errors
    output = layers["OUTPUT"]
    assert [field.name() for field in output.fields()] == ["number", "name"]
    assert [one.attributes() for one in output.getFeatures()] == [[0, "works 0"], [1, "works 1"]]
    assert [one.hasGeometry() for one in output.getFeatures()] == [True, False]


def test_what_has_no_place_is_left_out_and_listed(run, layer_of):
    layer = layer_of("Point", "EPSG:4326", [LONDON, PARIS, LONDON])
    results, fine, heard, layers = run(NAME, layer, "OUTPUT", "FAILED")
    assert fine
    assert (results["CONVERTED_COUNT"], results["FAILED_COUNT"]) == (2, 1)
    assert [one["number"] for one in layers["OUTPUT"].getFeatures()] == [0, 2]
    (failed,) = layers["FAILED"].getFeatures()
    assert failed["number"] == 1
    assert "outside British National Grid" in failed["reason"]
    assert failed.geometry().asPoint().x() == 2.35
    assert layers["FAILED"].crs().authid() == "EPSG:4326"
    (line,) = heard.errors
    assert line.startswith("Feature 2: ")
    assert "outside British National Grid" in line


def test_it_stops_at_the_first_when_it_is_to(run, layer_of):
    layer = layer_of("Point", "EPSG:4326", [LONDON, PARIS, LONDON])
    _results, fine, heard, _layers = run(NAME, layer, "OUTPUT", STOP_AT_FAILURE=True)
    assert not fine
    assert "feature 2 has no position" in heard.errors[-1]


def test_a_long_log_is_cut_but_every_failure_is_counted(run, layer_of):
    layer = layer_of("Point", "EPSG:4326", [PARIS] * 130)
    results, fine, heard, _layers = run(NAME, layer, "OUTPUT")
    assert fine
    assert results["FAILED_COUNT"] == 130
    assert len(heard.errors) == 101
    assert heard.errors[-1] == "… and 30 more."


def test_a_layer_without_a_coordinate_system_is_refused(run, layer_of):
    layer = layer_of("Point", "", ["POINT (1 2)"])
    _results, fine, heard, _layers = run(NAME, layer, "OUTPUT")
    assert not fine
    assert "“drawn” has no coordinate reference system" in heard.errors[-1]
    assert "Traceback" not in heard.errors[-1]


@pytest.mark.parametrize(
    ("kind", "shape", "made"),
    [
        ("PointZ", "POINTZ (-0.12 51.489 30)", "Point"),
        ("MultiPolygon", "MULTIPOLYGON (((0 52, 0.001 52, 0 52.001, 0 52)))", "MultiPolygon"),
        ("CompoundCurve", "COMPOUNDCURVE (CIRCULARSTRING (0 52, 0.001 52.001, 0.002 52))",
         "LineString"),
        ("LineStringZM", "LINESTRING ZM (0 52 1 2, 0 52.001 3 4)", "LineString"),
    ],
)  # fmt: skip
def test_the_kind_stays_without_heights_and_curves(run, layer_of, kind, shape, made):
    _results, fine, heard, layers = run(NAME, layer_of(kind, "EPSG:4326", [shape]), "OUTPUT")
    assert fine, heard.errors
    (feature,) = layers["OUTPUT"].getFeatures()
    assert QgsWkbTypes.displayString(feature.geometry().wkbType()) == made
    assert QgsWkbTypes.displayString(layers["OUTPUT"].wkbType()) == made


def test_long_edges_get_points_where_they_would_bend(run, layer_of):
    layer = layer_of("LineString", "EPSG:4326", ["LINESTRING (-2 52, -1 52)"])
    _results, fine, _heard, layers = run(NAME, layer, "OUTPUT")
    assert fine
    (feature,) = layers["OUTPUT"].getFeatures()
    line = feature.geometry()
    assert line.constGet().numPoints() > 50
    middle = layer_of("Point", "EPSG:4326", ["POINT (-1.5123 52)"])
    _results, fine, _heard, layers = run(NAME, middle, "OUTPUT")
    (point,) = layers["OUTPUT"].getFeatures()
    assert line.distance(point.geometry()) < 0.01


def test_what_geos_cannot_hold_fails_alone(run, layer_of):
    binary = bytearray(QgsGeometry.fromWkt("LINESTRING (0 52, 1 52)").asWkb().data())
    stump = QgsGeometry()
    binary[5] = 1
    stump.fromWkb(bytes(binary[: 9 + 16]))
    layer = layer_of("LineString", "EPSG:4326", [stump, "LINESTRING (0 52, 0 52.001)"])
    results, fine, heard, _layers = run(NAME, layer, "OUTPUT")
    assert fine
    assert (results["CONVERTED_COUNT"], results["FAILED_COUNT"]) == (1, 1)
    assert "too few points" in heard.errors[0]


def test_progress_moves_and_cancel_stops_it(run, layer_of, feedback):
    layer = layer_of("Point", "EPSG:4326", [LONDON] * 25_000)
    results, fine, heard, _layers = run(NAME, layer, "OUTPUT", given=feedback())
    assert fine
    assert heard.steps == [20.0, 40.0, 60.0, 80.0, 100.0]
    assert results["CONVERTED_COUNT"] == 25_000
    results, _fine, heard, _layers = run(NAME, layer, given=feedback(35.0), OUTPUT="memory:")
    assert heard.isCanceled()
    assert results["CONVERTED_COUNT"] == 10_000


def test_a_switched_off_plugin_says_so(run, provider, layer_of):
    provider._thread.stop()
    _results, fine, heard, _layers = run(NAME, layer_of("Point", "EPSG:4326", [LONDON]), "OUTPUT")
    assert not fine
    assert "was switched off" in heard.errors[-1]


@pytest.fixture
def _no_ostn15(monkeypatch):
    """Neither the table nor PROJ's file, and no memory of either."""
    from street_works.plugin.extents import by_proj, ostn15

    monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(by_proj, "_folders", list)
    for forget in (ostn15.forget, by_proj.prepare.cache_clear):
        forget()
    yield
    ostn15.forget()


@pytest.mark.usefixtures("_no_ostn15")
@pytest.mark.parametrize(
    ("name", "outputs"),
    [
        (NAME, ("OUTPUT",)),
        ("checkextents", ("FINDINGS", "TABLE")),
        ("mendextents", ("OUTPUT", "NOT_MENDED")),
    ],
)
def test_without_ostn15_it_refuses_unless_the_planner_accepts_less(
    run, layer_of, planner, name, outputs
):
    layer = layer_of("Point", "EPSG:4326", ["POINT (-0.1199255718 51.4893656495)"])
    _results, fine, heard, _layers = run(name, layer, *outputs)
    assert not fine
    assert "positions are metres off" in heard.errors[-1]
    planner.accept_approximation = True
    results, fine, heard, layers = run(name, layer, *outputs)
    assert fine, heard.errors
    assert "an approximation" in heard.said[0]
    assert heard.errors[0].startswith("The positions are good to about 4.0 m")
    if name == NAME:
        assert results["ACCURACY_M"] == 4.0
    if "OUTPUT" in layers:
        (feature,) = layers["OUTPUT"].getFeatures()
        found = feature.geometry().asPoint()
        assert 0.5 < math.hypot(found.x() - 530624.974, found.y() - 178388.464) < 4.0
    else:
        (said,) = layers["FINDINGS"].getFeatures()
        assert (said["rule"], said["severity"]) == ("uncertain_position", "warning")


def test_features_without_a_shape_are_not_counted_as_converted(run, layer_of):
    results, fine, heard, layers = run(
        NAME, layer_of("Point", "EPSG:4326", [None, LONDON, None]), "OUTPUT"
    )
    assert fine, heard.errors
    counts = [results[f"{name}_COUNT"] for name in ("CONVERTED", "FAILED", "WITHOUT_SHAPE")]
    assert counts == [1, 0, 2]
    assert layers["OUTPUT"].featureCount() == 3


def test_a_rail_grid_without_its_file_stops_with_its_name(run, layer_of):
    layer = layer_of("Point", "EPSG:9300", ["POINT (291924.458 287915.528)"])
    _results, fine, heard, _layers = run(NAME, layer, "OUTPUT")
    assert not fine
    assert "HS2TN15_NTv2.gsb" in str(heard.errors)


@pytest.mark.parametrize(
    ("crs", "wkt", "said"),
    [
        ("EPSG:29903", "POINT (530050 180300)", "look like British National Grid"),
        ("EPSG:27700", "POINT (-0.12 51.5)", "look like degrees"),
        ("EPSG:27700", "POINT (180300 530050)", "swapped"),
    ],
)
def test_a_layer_with_a_doubtful_crs_is_converted_and_doubted(run, layer_of, crs, wkt, said):
    _results, fine, heard, _layers = run(NAME, layer_of("Point", crs, [wkt]), "OUTPUT")
    assert fine
    assert said in str(heard.errors)
