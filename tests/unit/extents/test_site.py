"""A long excavation site has a second position, and where it may be is proposed."""

import math

import pytest
import shapely
from shapely import affinity
from street_works.plugin.extents import Limits, Severity, check_site, ends_of
from street_works.plugin.extents.site import longest_m

HERE = (430000.0, 330000.0)


def line(*places):
    return shapely.LineString([(HERE[0] + x, HERE[1] + y) for x, y in places])


def trench(length, width, degrees=0.0):
    x, y = HERE
    return affinity.rotate(shapely.box(x, y, x + length, y + width), degrees, origin=(x, y))


@pytest.mark.parametrize("degrees", [0, 30, 45, 90, 137])
@pytest.mark.parametrize(
    ("length", "width", "needed"),
    [(10, 0.6, False), (10.01, 0.6, True), (10, 10, False), (3, 10.5, True), (9.9, 9.9, False)],
)
def test_over_ten_metres_long_or_wide_whichever_way_it_lies(length, width, needed, degrees):
    site = trench(length, width, degrees)
    assert longest_m(site) == max(length, width)
    assert [one.rule for one in check_site(site)] == ["needs_secondary"] * needed


@pytest.mark.parametrize(
    ("site", "longest"),
    [
        (line((0, 0), (10, 0)), 10.0),
        (line((0, 0), (6, 0), (6, 6)), 12.0),  # as far as one walks along it
        (shapely.Point(HERE), 0.0),
        (shapely.MultiPoint([HERE, (HERE[0] + 11, HERE[1])]), 11.0),
        (shapely.MultiPoint([HERE, HERE]), 0.0),
        (shapely.Polygon(), 0.0),
        (shapely.Point(HERE).buffer(6, quad_segs=64), 12.0),
        (line((0, 0), (0, 0)), 0.0),
        # With a corner cut off, along which a rectangle would be shorter, but larger.
        (shapely.Polygon(line((0, 0), (12, 0), (12, 2), (11, 3), (0, 3)).coords), 12.0),
    ],
)
def test_how_long_a_site_is(site, longest):
    assert longest_m(site) == pytest.approx(longest, abs=0.005)
    assert bool(check_site(site)) is (longest > 10)


def test_the_finding_says_what_to_give_and_where_that_is():
    (said,) = check_site(line((0, 0), (6, 0), (12.5, 0)))
    assert (said.rule, said.severity) == ("needs_secondary", Severity.ERROR)
    assert "12.50 m" in said.message
    assert "10 m" in said.message
    assert "430012.50, 330000.00, as secondary" in said.advice
    assert "430000.00, 330000.00" in said.advice
    assert said.where == shapely.Point(430012.5, 330000)


def test_with_a_second_position_there_is_nothing_to_say():
    site = line((0, 0), (20, 0))
    assert check_site(site, ends_of(site)[1]) == ()
    assert check_site(site, shapely.Point()) != ()
    assert check_site(site, None) != ()


def test_the_limit_is_the_planners():
    assert check_site(line((0, 0), (20, 0)), limits=Limits(site_m=25)) == ()
    (said,) = check_site(line((0, 0), (2, 0)), limits=Limits(site_m=1.5))
    assert "over 1.5 m" in said.message


def test_a_line_goes_from_its_first_to_its_last_point():
    bent = line((12, 0), (12, 5), (0, 5), (3, 1))
    assert [end.coords[0] for end in ends_of(bent)] == [bent.coords[0], bent.coords[-1]]


@pytest.mark.parametrize("degrees", [0, 30, 90, 200])
def test_of_an_area_the_two_corners_furthest_apart(degrees):
    site = trench(15, 2, degrees)
    start, end = ends_of(site)
    assert start.distance(end) == pytest.approx(math.hypot(15, 2))
    assert {start.coords[0], end.coords[0]} <= set(site.exterior.coords)
    assert start.x <= end.x


def test_a_line_that_comes_back_has_ends_apart():
    start, end = ends_of(line((0, 0), (12, 0), (12, 1), (0, 0)))
    assert (start.coords[0], end.coords[0]) == (HERE, (HERE[0] + 12, HERE[1] + 1))
