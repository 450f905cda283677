"""Positions as planners type and paste them."""

import numpy as np
import osgb
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.extents import Drawing, examine
from street_works.plugin.extents.grid import positions_from_national_grid
from street_works.plugin.extents.rows import RowWrong
from street_works.plugin.extents.typed import MOST_ROWS, Typed, read_positions, shape_of

GRID, DEGREES = "EPSG:27700", "EPSG:4326"


@pytest.mark.parametrize(
    "text",
    [
        "530050.25 180300",
        "530050.25,180300",
        "530050.25, 180300",
        "530050.25;180300",
        "530050.25\t180300",
        "  530050.25   180300,  ",
        "530,050.25 180,300",
        "530,050.25, 180,300",
        "530 050.25, 180 300",
        "530,050.25\t180,300",
        "530'050.25 180'300",
        "530\u00a0050.25;180\u00a0300",
        "E 530050.25 N 180300",
        "530050.25E 180300N",
        "530050.25 mE, 180300 mN",
        "N 180,300 E 530,050.25",
        "Easting: 530050.25, Northing: 180300",
        "TQ 30050.25 80300.00",
        "TQ 3005025 8030000",
    ],
)
def test_one_place_in_metres_written_in_many_ways(text):
    assert read_positions(text) == Typed(
        ((530050.25, 180300.0),), GRID, read_positions(text).what, ()
    )


@pytest.mark.parametrize(
    ("text", "place", "side"),
    [
        ("TQ 30 80", (530000, 180000), 1000),
        ("tq3080", (530000, 180000), 1000),
        ("TQ 300 803", (530000, 180300), 100),
        ("TQ 3005 8030", (530050, 180300), 10),
        ("TQ\t30055\t80305", (530055, 180305), 1),
        ("Tq 3005580305", (530055, 180305), 1),
        ("TQ 300553 803051", (530055.3, 180305.1), 0),
        ("SV 905 108", (90500, 10800), 100),
        ("HU 4795 4128", (447950, 1141280), 10),
    ],
)
def test_grid_references_name_a_square_and_say_how_large(text, place, side):
    typed = read_positions(text)
    assert typed.points == (place,)
    assert typed.crs == GRID
    assert len(typed.notes) == (1 if side else 0)
    if side:
        assert f"a square of {side} m; its south-west corner" in typed.notes[0]


def test_many_squares_of_one_size_are_told_of_once():
    typed = read_positions("TQ 300 803\nTQ 301 803\nTQ 30055 80305")
    assert [note.partition(";")[0] for note in typed.notes] == [
        "TQ 300 803 and 1 more name squares of 100 m",
        "TQ 30055 80305 names a square of 1 m",
    ]


@given(
    st.integers(0, 699_999),
    st.integers(0, 1_299_999),
    st.sampled_from(["SSEENN", "SS EEE NNN", "SS EEEE NNNN", "SS EEEEE NNNNN", "SSEEEEENNNNN"]),
)
def test_grid_references_are_those_of_another_library(easting, northing, form):
    reference = osgb.format_grid(easting, northing, form=form)
    assert read_positions(reference).points == (osgb.parse_grid(reference),)


@pytest.mark.parametrize(
    ("text", "longitude", "latitude"),
    [
        ("51.5074 -0.1278", -0.1278, 51.5074),
        ("51.5074,-0.1278", -0.1278, 51.5074),
        ("51.5074 \u22120.1278", -0.1278, 51.5074),
        ("51.5074N 0.1278W", -0.1278, 51.5074),
        ("0.1278 W, 51.5074 N", -0.1278, 51.5074),
        ("N51.5074 W0.1278", -0.1278, 51.5074),
        ("51.5074° -0.1278°", -0.1278, 51.5074),
        ("Lat 51.5074, Lon -0.1278", -0.1278, 51.5074),
        ("longitude=-0.1278; latitude=51.5074", -0.1278, 51.5074),
        ("51°30′36″N 0°7′12″W", -0.12, 51.51),
        ("51°30'36\"N, 0°7'12\"W", -0.12, 51.51),
        ("51º 30’ 36” n 0º 7’ 12” w", -0.12, 51.51),
        ("51°30'36'' -0°7'12''", -0.12, 51.51),
        ("51 30 36 N 0 7 12 W", -0.12, 51.51),
        ("N 51 30.6 W 0 7.2", -0.12, 51.51),
        ("51:30:36N 0:07:12W", -0.12, 51.51),
        ("52.63 1.3 ", 1.3, 52.63),
        ("48.85 2.35", 2.35, 48.85),
        ("33.9S 151.2E", 151.2, -33.9),
    ],
)
def test_degrees_come_back_longitude_first(text, longitude, latitude):
    typed = read_positions(text)
    assert typed.crs == DEGREES
    assert typed.points[0] == pytest.approx((longitude, latitude), abs=1e-12)
    assert typed.notes == ()


def test_longitude_first_is_recognised_in_britain_and_said():
    typed = read_positions("-0.1278 51.5074\n-0.1279 51.5075")
    assert typed.points == ((-0.1278, 51.5074), (-0.1279, 51.5075))
    assert "longitude was taken first" in typed.notes[0]


def test_the_heading_is_skipped_and_says_the_order():
    assert read_positions("Easting,Northing\n530050,180300").points == ((530050, 180300),)
    assert read_positions("My trench\n\n530050,180300\n").points == ((530050, 180300),)
    north = read_positions("Northing\tEasting\n180300\t530050")
    assert (north.points, len(north.notes)) == (((530050, 180300),), 1)
    abroad = read_positions("lon,lat\n2.35,48.85")
    assert (abroad.points, len(abroad.notes)) == (((2.35, 48.85),), 1)
    here = read_positions("Lon,Lat\n51.5,-0.1")
    assert here.points == ((-0.1, 51.5),)


@pytest.mark.parametrize(
    ("text", "row", "problem"),
    [
        ("530050 180300\nTQ 300 803", 2, "It is a grid reference, but row 1 is easting and"),
        ("X Y\n530050 180300\n\n51.5 -0.1", 4, "but row 2 is easting and northing"),
        ("51.5 -0.1\n51.6 -0.1\n-0.1 51.5", 3, "the other way round"),
        ("530050 180300\nkerb", 2, "not a position"),
        ("530050", 1, "one number"),
        ("530050 180300\n530,050", 2, "more than one way"),
        ("530,050,180,300", 1, "more than one way"),
        ("530 050 180 300", 1, "more than one way"),
        ("530050,180,300", 1, "more than one way"),
        ("530050,25 180300,75", 1, "more than one way"),
        ("-14000 6780000", 1, "not a position in Great Britain"),
        ("530050 1300001", 1, "not a position in Great Britain"),
        ("N 180300 E 900000", 1, "not a position in Great Britain"),
        ("TQ 300 8030", 1, "as many digits"),
        ("TQ 30055", 1, "as many digits"),
        ("TQ 3 8", 1, "two to eight digits"),
        ("TQ 300553123 803051123", 1, "two to eight digits"),
        ("TI 300 803", 1, "“TI” is not a square"),
        ("AA 300 803", 1, "“AA” is not a square"),
        ("TQ", 1, "not a grid reference"),
        ("51.5N 0.1N", 1, "a latitude (N or S) and a longitude (E or W)"),
        ("91N 0E", 1, "between 90°"),
        ("95° 91°", 1, "between 90°"),
        ("200N 100E", 1, "at most 180"),
        ("51°60'N 0°W", 1, "below 60"),
        ("51.5°30'N 0°W", 1, "Only the last part"),
        ("51.5N -0.1W", 1, "minus sign"),
        ("1" * 300, 1, "too long"),
    ],
)
def test_what_is_wrong_is_said_of_its_row(text, row, problem):
    with pytest.raises(RowWrong) as caught:
        read_positions(text)
    assert caught.value.row == row
    assert problem in caught.value.problem
    assert str(caught.value).startswith(f"Row {row} (“")
    assert caught.value.advice


@pytest.mark.parametrize("text", ["", "\n \n", "hello", "Easting Northing"])
def test_nothing_typed(text):
    with pytest.raises(StreetWorksError, match="There is no position"):
        read_positions(text)


def test_too_many_rows():
    with pytest.raises(StreetWorksError, match="at most 10000"):
        read_positions("530050 180300\n" * (MOST_ROWS + 1))


def test_numbers_that_fit_nowhere_are_of_the_crs_that_is_assumed():
    typed = read_positions("-14000.5 6780000\n-14010 6780000", assume="EPSG:3857")
    assert typed.points == ((-14000.5, 6780000), (-14010, 6780000))
    assert typed.crs == "EPSG:3857"
    assert "EPSG:3857" in typed.notes[0]
    assert read_positions("530050 180300", assume="EPSG:3857").crs == GRID


@given(st.text(st.sampled_from("0123456789.,;:' \t\n°\"NSEWTQABI-+mxyéﬁ½"), max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        typed = read_positions(text)
    except StreetWorksError:
        return
    for x, y in typed.points:
        if typed.crs == GRID:
            assert 0 <= x <= 700_000
            assert 0 <= y <= 1_300_000
        else:
            assert abs(x) <= 180
            assert abs(y) <= 90


CORNERS = ((530050.25, 180300.0), (530060.0, 180300.0), (530060.0, 180310.0))


def test_shapes_are_made_and_an_area_closes_itself():
    assert shape_of(CORNERS[:1], "point") == "POINT (530050.25 180300)"
    assert shape_of(CORNERS, "line").startswith("LINESTRING (530050.25 180300, 530060 180300,")
    for points in (CORNERS, (*CORNERS, CORNERS[0])):
        polygon = shapely.from_wkt(shape_of(points, "polygon"))
        assert polygon.is_valid
        assert len(polygon.exterior.coords) == 4
        assert polygon.area == pytest.approx(48.75)


@pytest.mark.parametrize(
    ("points", "kind", "said"),
    [
        ((), "point", "needs one position"),
        (CORNERS, "point", "one position; there are 3"),
        (CORNERS[:1], "line", "needs two different positions; there are 1"),
        (CORNERS[:1] * 2, "line", "needs two different positions; there are 1"),
        (CORNERS[:2], "polygon", "needs three different positions; there are 2"),
        ((*CORNERS[:2], CORNERS[0]), "polygon", "needs three different positions; there are 2"),
    ],
)
def test_too_few_positions_say_how_many_are_needed(points, kind, said):
    with pytest.raises(StreetWorksError, match=said):
        shape_of(points, kind)


@pytest.mark.parametrize("kind", ["line", "polygon"])
def test_what_is_typed_in_degrees_lands_where_it_does_in_metres(kind):
    text = "TQ 30050 80300\nTQ 30060 80300\nTQ 30060 80310"
    metres = read_positions(text)
    there = positions_from_national_grid(np.array(metres.points), DEGREES)
    degrees = read_positions("\n".join(f"{lat:.10f} {lon:.10f}" for lon, lat in there))
    one, other = (
        examine(Drawing(shape_of(typed.points, kind), typed.crs)) for typed in (metres, degrees)
    )
    assert one.submittable
    assert one.extent.geometry.equals_exact(other.extent.geometry, 0.011)
