"""GeoJSON and Esri's JSON as programs write them: read, or told in plain words."""

import json

import pytest
from street_works.plugin.extents import Drawing, examine

RING = [[530050, 180300], [530050, 180310], [530060, 180310], [530060, 180300], [530050, 180300]]


def look(content, crs="EPSG:27700"):
    return examine(Drawing(json.dumps(content), crs))


def line(*coordinates):
    return {"type": "LineString", "coordinates": list(coordinates)}


@pytest.mark.parametrize(
    "content",
    [
        line([530050, 180300, 1], [530060, 180300]),
        line([530050, 180300], [530060, 180300, 1]),
        line([530050, 180300, None], [530060, 180300, 2.5]),
        line([530050, 180300, 1, 2], [530060, 180300, 1, 2]),
        {"type": "Feature", "geometry": line([530050, 180300, 0], [530060, 180300, 0])},
    ],
)
def test_heights_on_some_points_only_are_left_out_and_said(content):
    examined = look(content)
    assert examined.submittable
    assert [finding.rule for finding in examined.findings] == ["heights_dropped"]


@pytest.mark.parametrize(
    "content",
    [
        {"type": "Feature", "properties": {}},
        {"type": "Feature", "properties": {}, "geometry": None},
        {"type": "FeatureCollection", "features": []},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}}]},
        {"type": "Point", "coordinates": []},
        {"type": "Polygon", "coordinates": []},
        {"features": [], "geometryType": "esriGeometryPolygon"},
        {"x": None, "y": None},
    ],
)
def test_nothing_in_it_is_said_to_be_nothing(content):
    assert [finding.rule for finding in look(content).findings] == ["empty"]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ({"type": "Nothing"}, "unreadable"),
        ({"type": "Point"}, "unreadable"),
        ({"type": "Point", "coordinates": "530050,180300"}, "unreadable"),
        ({"type": "Point", "coordinates": [530050]}, "unreadable"),
        ({"type": "Point", "coordinates": [[530050, 180300]]}, "unreadable"),
        ({"type": "Point", "coordinates": {"x": 1, "y": 2}}, "unreadable"),
        ({"type": "Point", "coordinates": ["a", 180300]}, "not_finite"),
        (line([530050, None], [530060, 180300]), "not_finite"),
        (line([530050, 180300]), "too_few_points"),
        ({"type": "Polygon", "coordinates": [RING[:2]]}, "too_few_points"),
        ({"type": "Polygon", "coordinates": RING}, "unreadable"),
        ({"type": "Feature", "geometry": 7}, "unreadable"),
        ({"type": "FeatureCollection", "features": [3]}, "unreadable"),
        ({"error": {"code": 498, "message": "Invalid token."}}, "unreadable"),
        ({"curveRings": [[[1, 2], {"c": [[3, 4], [5, 6]]}]]}, "curve"),
        ({"rings": "none"}, "unreadable"),
        ([], "unreadable"),
    ],
)
def test_what_is_wrong_is_told_without_a_word_of_a_library(content, rule):
    (finding,) = look(content).findings
    assert finding.rule == rule
    for word in (
        "Exception",
        "GEOS",
        "inhomogeneous",
        "NoneType",
        "KeyError",
        "float",
        "LinearRing",
    ):
        assert word not in finding.message


def test_esris_rings_become_areas_with_their_holes():
    hole = [[530052, 180302], [530055, 180302], [530055, 180305], [530052, 180302]]
    far = [[x + 100, y] for x, y in RING]
    both = look({"rings": [RING, hole, far], "spatialReference": {"wkid": 27700}}, "")
    assert both.extent.geometry.geom_type == "MultiPolygon"
    assert both.extent.geometry.area == pytest.approx(2 * 100 - 4.5)
    backwards = look({"rings": [RING[::-1]], "spatialReference": {"wkid": 27700}}, "")
    assert backwards.extent.geometry.area == 100
    opened = look({"rings": [RING[:-1]], "spatialReference": {"wkid": 27700}}, "")
    assert opened.finding("not_closed")


def test_the_system_that_esris_json_names_counts_more_than_the_layers():
    content = {"x": -0.12, "y": 51.5, "spatialReference": {"wkid": 4326}}
    examined = look(content)
    assert "EPSG:4326, not EPSG:27700" in examined.finding("srid_differs").message
    assert examined.extent.source_crs == "EPSG:4326"
    named = {"paths": [RING], "spatialReference": {"wkid": 27700}}
    assert [one.rule for one in look(named).findings] == ["closed_line"]
    beside = {
        "features": [{"geometry": {"paths": [RING[:2]]}}],
        "spatialReference": {"wkid": 27700},
    }
    assert look(beside, "").submittable


def test_a_text_that_breaks_off_is_told_in_plain_words():
    for text in (
        '{"type": "Point", "coordinates": [5300',
        "LINESTRING (530050 180300, 5300",
        "hello",
    ):
        (finding,) = examine(Drawing(text, "EPSG:27700")).findings
        assert finding.rule == "unreadable"
        assert finding.message == (
            "The shape cannot be read: it is no WKT, WKB or GeoJSON, or it breaks off."
        )
