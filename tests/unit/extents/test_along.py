"""Stretches of streets, strips beside them, and buffers: exact, valid, or refused in words."""

import math

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.extents import Drawing, examine
from street_works.plugin.extents.along import Side, buffered, stretch, strip

BENT = shapely.LineString([(471000, 236000), (471050, 236000), (471050, 236100)])


@st.composite
def streets(draw):
    """Draw a street's line that turns by less than a right angle at a time, to the centimetre."""
    x, y, heading = 471000.0, 236000.0, draw(st.floats(0, 2 * math.pi))
    points = [(x, y)]
    for _ in range(draw(st.integers(1, 10))):
        heading += draw(st.floats(-1.2, 1.2))
        step = draw(st.floats(1, 60))
        x, y = round(x + step * math.cos(heading), 2), round(y + step * math.sin(heading), 2)
        points.append((x, y))
    return shapely.LineString(points)


def test_a_stretch_begins_and_ends_beside_the_places_and_keeps_the_bends():
    got = stretch(BENT, (471010, 236003), (471047, 236020))
    assert got.equals(shapely.from_wkt("LINESTRING(471010 236000,471050 236000,471050 236020)"))
    assert got.coords[0] == (471010, 236000)


def test_a_stretch_runs_the_way_that_was_chosen():
    there = stretch(BENT, (471010, 236000), (471050, 236020))
    back = stretch(BENT, (471050, 236020), (471010, 236000))
    assert list(back.coords) == list(there.coords)[::-1]


@pytest.mark.parametrize("backwards", [False, True])
def test_parts_that_meet_are_one_street_however_they_were_digitised(backwards):
    second = [(471050, 236000), (471100, 236000)]
    line = shapely.MultiLineString(
        [[(471000, 236000), (471050, 236000)], second[::-1] if backwards else second]
    )
    assert stretch(line, (471010, 236000), (471090, 236000)).length == pytest.approx(80)


def test_it_takes_the_shorter_way_round_a_loop_past_its_seam():
    ring = shapely.LineString(
        [(471000, 236000), (471100, 236000), (471100, 236100), (471000, 236100), (471000, 236000)]
    )
    got = stretch(ring, (471010, 236000), (471000, 236020))
    assert got.length == pytest.approx(30)
    assert (471000, 236000) in list(got.coords)


def test_a_side_branch_that_meets_the_middle_is_reached():
    line = shapely.from_wkt(
        "MULTILINESTRING((471000 236000,471100 236000),(471040 236000,471040 236050))"
    )
    assert stretch(line, (471010, 236000), (471040, 236030)).length == pytest.approx(60)


def test_nothing_is_made_up_across_a_gap():
    line = shapely.from_wkt(
        "MULTILINESTRING((471000 236000,471050 236000),(471060 236000,471100 236000))"
    )
    assert stretch(line, (471000, 236000), (471049, 236000)).length == pytest.approx(49)
    with pytest.raises(StreetWorksError, match="broken between") as caught:
        stretch(line, (471010, 236000), (471090, 236000))
    assert "gap" in caught.value.advice


@pytest.mark.parametrize("end", [(471010, 236000), (471010.05, 236000), (471010, 236003)])
def test_one_and_the_same_place_is_no_stretch(end):
    with pytest.raises(StreetWorksError, match="one and the same"):
        stretch(BENT, (471010, 236000), end)


@pytest.mark.parametrize("wkt", ["POINT (1 2)", "LINESTRING EMPTY", "MULTILINESTRING EMPTY"])
def test_what_is_no_line_is_refused(wkt):
    with pytest.raises(StreetWorksError, match="no line"):
        stretch(shapely.from_wkt(wkt), (0, 0), (1, 1))


def test_a_place_that_is_no_number_is_refused():
    with pytest.raises(StreetWorksError):
        stretch(BENT, (math.nan, 236000), (471010, 236000))


@given(line=streets(), one=st.floats(0, 1), other=st.floats(0, 1))
@settings(max_examples=300)
def test_a_stretch_of_any_street_lies_on_it_from_place_to_place(line, one, other):
    assume(line.is_simple and abs(one - other) * line.length > 0.2)
    places = [line.interpolate(share, normalized=True) for share in (one, other)]
    got = stretch(line, *[(place.x, place.y) for place in places])
    ends = [shapely.Point(got.coords[0]), shapely.Point(got.coords[-1])]
    for end, place in zip(ends, places):
        assert end.distance(place) < 1e-6
    assert got.length == pytest.approx(abs(one - other) * line.length, abs=1e-5)
    assert line.buffer(1e-6).covers(got)
    # The vertices between are the street's own, to the last digit.
    assert set(got.coords[1:-1]) <= set(line.coords)


@pytest.mark.parametrize("side", list(Side))
def test_a_strip_beside_a_straight_line_is_a_rectangle(side):
    line = shapely.LineString([(471000, 236000), (471020, 236000)])
    low, high = {Side.LEFT: (0, 3), Side.RIGHT: (-3, 0), Side.BOTH: (-1.5, 1.5)}[side]
    assert strip(line, 3, side).equals(shapely.box(471000, 236000 + low, 471020, 236000 + high))


def test_a_corner_is_mitred_and_a_sharp_one_is_cut_off():
    assert strip(BENT, 4, Side.RIGHT).covers(shapely.Point(471054, 235996))
    sharp = shapely.LineString([(471000, 236000), (471050, 236000), (471000, 236010)])
    assert strip(sharp, 4, Side.BOTH).bounds[2] < 471050 + 2 * 2 + 0.5


def _unless_refused(line, width, side):
    """Give the strip; None if it is refused for the reason that a bend is too tight for it."""
    try:
        return strip(line, width, side)
    except StreetWorksError as error:
        if "too tightly" not in error.message:
            raise
        return None


@given(line=streets(), width=st.floats(0.3, 12), side=st.sampled_from(list(Side)))
@settings(max_examples=400)
def test_a_strip_is_a_valid_area_that_stays_beside_its_line_or_is_refused(line, width, side):
    area = _unless_refused(line, width, side)
    if area is None:
        return
    assert area.geom_type == "Polygon"
    assert area.is_valid
    reach = width * (0.5 if side is Side.BOTH else 1)
    assert line.buffer(2 * reach + 0.01).covers(area)
    if side is Side.BOTH and line.is_simple:
        assert line.buffer(reach * 0.99, cap_style="flat").difference(area).area < 1e-3 * area.area


@given(line=streets(), width=st.floats(0.3, 3))
@settings(max_examples=200)
def test_left_and_right_lie_apart(line, width):
    try:
        left, right = strip(line, width, Side.LEFT), strip(line, width, Side.RIGHT)
    except StreetWorksError:
        return
    clear = (
        line.is_simple
        and min(shapely.LineString(pair).length for pair in zip(line.coords, line.coords[1:]))
        > 4 * width
    )
    # Where a bend's legs are longer than the strip is wide, its two sides share no ground.
    assume(clear and line.buffer(2 * width).boundary.geom_type == "LineString")
    assert left.intersection(right).area < 0.02 * left.area


@pytest.mark.parametrize("width", [0, -1, 100.5, math.inf, math.nan])
def test_a_width_that_makes_no_sense_is_refused(width):
    with pytest.raises(StreetWorksError, match="width"):
        strip(BENT, width, Side.BOTH)
    with pytest.raises(StreetWorksError, match="distance"):
        buffered(BENT, width)


def test_a_strip_too_wide_for_its_bend_is_refused_rather_than_wrong():
    hairpin = shapely.LineString(
        [(471000, 236000), (471030, 236000), (471030, 236001), (471000, 236001)]
    )
    for side in (Side.LEFT, Side.RIGHT):
        area = _unless_refused(hairpin, 30, side)
        assert area is None or area.is_valid


@pytest.mark.parametrize("distance", [0.5, 5, 40])
def test_a_buffer_is_the_area_within_the_distance(distance):
    disc = buffered(shapely.Point(471000, 236000), distance)
    assert disc.area == pytest.approx(math.pi * distance**2, rel=2e-3)
    around = buffered(shapely.LineString([(471000, 236000), (471020, 236000)]), distance)
    assert around.area == pytest.approx(40 * distance + math.pi * distance**2, rel=2e-3)
    edge = shapely.get_coordinates(disc.exterior)
    assert max(math.hypot(x - 471000, y - 236000) for x, y in edge) <= distance + 1e-9


@given(line=streets(), distance=st.floats(0.3, 20))
@settings(max_examples=100)
def test_what_is_buffered_may_be_submitted(line, distance):
    examined = examine(Drawing(buffered(line, distance).wkt, "EPSG:27700"))
    assert examined.submittable, examined.findings
