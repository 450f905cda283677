"""From a drawing to an extent: what is read, where it lies, what is said."""

import dataclasses

import pytest
import shapely
from street_works.plugin.extents import (
    Drawing,
    Extent,
    GridUnavailable,
    Limits,
    Severity,
    check_street,
    examine,
    ostn15,
)

GRID = "EPSG:27700"
AREA = "POLYGON((530000 180000,530010 180000,530010 180004,530000 180004,530000 180000))"
LINE = "LINESTRING(530000 180000,530040 180030)"


def examined(wkt, crs=GRID, **limits):
    return examine(Drawing(wkt, crs), Limits(**limits))


def rules(result, severity=None):
    return {said.rule for said in result.findings if severity in (None, said.severity)}


@pytest.mark.parametrize("wkt", ["POINT(530000 180000)", LINE, AREA])
def test_a_sound_drawing_passes_untouched(wkt):
    result = examined(wkt)
    assert result.submittable
    assert result.findings == ()
    assert result.extent.geometry.equals_exact(shapely.from_wkt(wkt), 0)
    assert result.extent.accuracy_m == 0
    assert result.extent.source_crs == GRID


def test_the_extent_tells_its_size_and_goes_into_a_request_bare():
    extent = examined(AREA).extent
    assert extent.geojson() == {
        "type": "Polygon",
        "coordinates": [
            [
                [530000.0, 180000.0],
                [530010.0, 180000.0],
                [530010.0, 180004.0],
                [530000.0, 180004.0],
                [530000.0, 180000.0],
            ]
        ],
    }
    assert (extent.length_m, extent.area_m2, extent.points) == (28.0, 40.0, 5)
    assert extent.centre() == (530005.0, 180002.0)
    assert examined(LINE).extent.centre() == (530020.0, 180015.0)
    assert examined("POINT(530000 180000)").extent.geojson() == {
        "type": "Point",
        "coordinates": [530000.0, 180000.0],
    }
    with pytest.raises(dataclasses.FrozenInstanceError):
        extent.accuracy_m = 0.0


def test_the_centre_lies_on_a_hollow_shape():
    bent = "POLYGON((530000 180000,530100 180000,530100 180100,530090 180100,530090 180010,"
    bent += "530000 180010,530000 180000))"
    extent = examined(bent).extent
    assert extent.geometry.distance(shapely.Point(extent.centre())) < 0.01


def test_a_web_map_drawing_is_rounded_to_centimetres():
    result = examined("POINT(-13350.0537 6709573.1)", "EPSG:3857")
    assert result.submittable
    point = result.extent.geometry
    assert (round(point.x, 2), round(point.y, 2)) == (point.x, point.y)
    assert result.extent.accuracy_m == 0.1
    assert "OSTN15" in result.extent.operation


@pytest.mark.parametrize(
    ("wkt", "rule"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("POINT EMPTY", "empty"),
        ("POLYGON EMPTY", "empty"),
        ("GEOMETRYCOLLECTION(POINT EMPTY)", "empty"),
        ('{"type": "FeatureCollection", "features": []}', "empty"),
        ("somewhere", "unreadable"),
        ("LINESTRING(530000 180000, 530010", "unreadable"),
        ("{}", "unreadable"),
        ('{"type": "Point"}', "unreadable"),
        ('{"type": "Point", "coordinates": "x"}', "unreadable"),
        ('{"type": "Feature", "geometry": 7}', "unreadable"),
        ("(" * 100_000, "unreadable"),
        ("GEOMETRYCOLLECTION(" * 100_000, "unreadable"),
        ("{" + '"a":[' * 100_000, "unreadable"),
        ("CIRCULARSTRING(530000 180000,530005 180005,530010 180000)", "curve"),
        ("CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))", "curve"),
        ("POINT(NaN 180000)", "not_finite"),
        ("LINESTRING(530000 180000,1e999 180000)", "not_finite"),
        ("LINESTRING(530000 180000)", "too_few_points"),
        ("POLYGON((530000 180000,530010 180000))", "too_few_points"),
        ("POINT(-5 180000)", "outside_grid"),
        ("POINT(800000 180000)", "outside_grid"),
        ("POINT(530000 1300001)", "outside_grid"),
    ],
)
def test_what_is_no_extent_is_a_finding(wkt, rule):
    result = examined(wkt)
    assert rules(result, Severity.ERROR) == {rule}
    assert result.extent is None
    assert not result.submittable
    assert all(said.message for said in result.findings)


@pytest.mark.parametrize(
    "wkt",
    [
        "SRID=27700;" + LINE,
        f"MULTI{LINE.replace('(', '((')})",
        f"GEOMETRYCOLLECTION({LINE},POINT EMPTY)",
        '{"type": "LineString", "coordinates": [[530000, 180000], [530040, 180030]]}',
        (
            '{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", '
            '"coordinates": [[530000, 180000], [530040, 180030]]}}'
        ),
    ],
)
def test_one_shape_in_any_wrapping_is_that_shape(wkt):
    result = examined(wkt)
    assert result.submittable
    assert result.findings == ()
    assert result.extent.geometry == shapely.from_wkt(LINE)


def test_a_prefix_that_says_another_crs_is_believed_and_said():
    result = examined("SRID=27700;" + LINE, "EPSG:3857")
    assert rules(result) == {"srid_differs"}
    assert result.submittable
    assert result.extent.source_crs == GRID


@pytest.mark.parametrize("wkt", ["POINT Z (530000 180000 12)", "POINT ZM (530000 180000 1 2)"])
def test_heights_are_dropped_and_said(wkt):
    result = examined(wkt)
    assert rules(result, Severity.INFO) == {"heights_dropped"}
    assert result.submittable
    assert result.extent.geojson()["coordinates"] == [530000.0, 180000.0]


@pytest.mark.parametrize(
    "wkt",
    [
        AREA.replace(",530000 180000))", "))"),
        (
            '{"type": "Polygon", "coordinates": [[[530000, 180000], [530010, 180000], '
            "[530010, 180004], [530000, 180004]]]}"
        ),
    ],
)
def test_an_open_outline_is_an_error_with_the_closed_one_to_look_at(wkt):
    result = examined(wkt)
    assert rules(result, Severity.ERROR) == {"not_closed"}
    assert not result.submittable
    assert result.extent.geometry.equals_exact(shapely.from_wkt(AREA), 0)


@pytest.mark.parametrize("crs", ["", "nonsense"])
def test_a_layer_without_a_usable_crs(crs):
    result = examined(LINE, crs)
    assert rules(result, Severity.ERROR) <= {"no_crs", "unknown_crs"}
    assert result.extent is None
    assert "EPSG:27700" in result.findings[0].advice


def test_without_the_grid_nothing_is_guessed(monkeypatch):
    ostn15._proven_table.cache_clear()
    monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(GridUnavailable):
        examined("POINT(-0.1 51.5)", "EPSG:4326")
    assert examined(LINE).submittable
    ostn15._proven_table.cache_clear()


@pytest.mark.parametrize(
    ("crs", "severity"),
    [
        ("EPSG:4230", Severity.WARNING),
        ("+proj=longlat +ellps=GRS80 +no_defs", Severity.WARNING),
        ("+proj=longlat +ellps=airy +no_defs", Severity.ERROR),
    ],
)
def test_an_uncertain_position_is_said(crs, severity):
    result = examined("POINT(-1.5 52.5)", crs)
    assert rules(result, severity) == {"uncertain_position"}
    assert result.submittable is (severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("wkt", "crs", "rule"),
    [
        ("POINT(-0.12 51.49)", GRID, "degrees"),
        ("POINT(51.49 -0.12)", GRID, "degrees"),
        ("POINT(0.5 51.49)", GRID, "degrees"),
        ("POINT(-0.12 51.49)", "EPSG:3857", "degrees"),
        ("POINT(51.49 -0.12)", "EPSG:4326", "swapped_axes"),
        ("POINT(6709573 -13350)", "EPSG:3857", "swapped_axes"),
        ("POINT(530000 180000)", "EPSG:4326", "wrong_crs"),
        ("POINT(530000 180000)", "EPSG:3857", "wrong_crs"),
        ("POINT(-13350 6709573)", GRID, "wrong_crs"),
    ],
)
def test_a_wrong_place_is_recognised(wkt, crs, rule):
    result = examined(wkt, crs)
    (said,) = result.findings
    assert said.rule == rule
    assert said.severity is Severity.ERROR
    assert said.mend


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("325800 673900", "Scotland"),
        ("318000 176500", "Wales"),
        ("238000 476000", "Isle of Man"),
        ("146000 530000", "Northern Ireland"),
        ("600000 50000", "sea"),
    ],
)
def test_places_outside_england_are_named_and_stay_possible(place, word):
    result = examined(f"POINT({place})")
    (said,) = result.findings
    assert said.rule == "outside_england"
    assert said.severity is Severity.WARNING
    assert word in said.message
    assert result.submittable


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Penzance", "147300 30200"),
        ("St Mary's", "90300 10600"),
        ("Berwick", "399900 653000"),
        ("Carlisle", "340000 555900"),
        ("Chester", "340600 366400"),
        ("Oswestry", "329000 329600"),
        ("Hay road", "323300 242600"),
        ("Bristol", "358700 172900"),
        ("Dover", "632000 141500"),
        ("Lowestoft", "655000 293000"),
    ],
)
def test_english_towns_at_the_edge_are_in_england(name, place):
    assert examined(f"POINT({place})").findings == (), name


class TestStreet:
    STREET = shapely.MultiLineString([[(530000, 180000), (530200, 180000)]])

    def said(self, wkt, line=STREET):
        return check_street(examined(wkt).extent, line)

    @pytest.mark.parametrize("wkt", ["POINT(530050 180020)", "POINT(530050 180025)", LINE])
    def test_at_the_street(self, wkt):
        assert self.said(wkt) == ()

    def test_no_line_known(self):
        assert self.said("POINT(530050 190000)", None) == ()
        assert self.said("POINT(530050 190000)", shapely.MultiLineString()) == ()

    def test_beside_and_far(self):
        (beside,) = self.said("POINT(530050 180100)")
        assert (beside.rule, beside.severity) == ("off_street", Severity.WARNING)
        assert "100 m" in beside.message
        assert beside.where == shapely.Point(530050, 180100)
        (far,) = self.said("POINT(530050 181000)")
        assert (far.rule, far.severity) == ("far_from_street", Severity.WARNING)

    def test_swapped(self):
        extent = Extent(shapely.Point(180000, 530050), 0, "", GRID)
        (said,) = check_street(extent, self.STREET)
        assert (said.rule, said.severity) == ("swapped_axes", Severity.ERROR)
