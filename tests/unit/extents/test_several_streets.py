"""An extent that goes into streets other than the chosen one."""

import pytest
import shapely
from street_works.plugin.extents import Drawing, Severity, check_street, examine
from street_works.plugin.extents.along import Side, strip

HIGH_STREET = shapely.from_wkt("MULTILINESTRING((471000 236000,471200 236000))")
# It begins in the middle of High Street, as streets of the gazetteer do.
SIDE_STREET = shapely.from_wkt("MULTILINESTRING((471100 236000,471100 236080))")
# It goes across High Street, in two parts that meet in its middle.
CROSS_STREET = shapely.from_wkt(
    "MULTILINESTRING((471150 235920,471150 236000),(471150 236000,471150 236080))"
)
OTHERS = [("Side Street (2)", SIDE_STREET), ("Cross Street (3)", CROSS_STREET)]


def said(geometry, others=OTHERS):
    extent = examine(Drawing(geometry.wkt, "EPSG:27700")).extent
    return check_street(extent, HIGH_STREET, others=others)


@pytest.mark.parametrize(
    "wkt",
    [
        "LINESTRING(471010 236000,471120 236000)",  # past the beginning of the side street
        "LINESTRING(471100 235998,471100 236000)",  # up to it
        "POINT(471080 236001)",
        "POLYGON((471010 235998,471130 235998,471130 236003,471010 236003,471010 235998))",
    ],
)
def test_passing_the_beginning_of_a_side_street_is_not_going_into_it(wkt):
    assert said(shapely.from_wkt(wkt)) == ()


@pytest.mark.parametrize(
    "wkt",
    [
        "LINESTRING(471090 236000,471100 236000,471100 236030)",  # round the corner
        "LINESTRING(471090 236010,471110 236010)",  # across it
        "POLYGON((471090 235998,471110 235998,471110 236020,471090 236020,471090 235998))",
        "POINT(471100 236020)",
    ],
)
def test_going_into_a_side_street_is_a_warning_that_names_it(wkt):
    (finding,) = said(shapely.from_wkt(wkt))
    assert (finding.rule, finding.severity) == ("several_streets", Severity.WARNING)
    assert "Side Street (2)" in finding.message
    assert "Cross Street" not in finding.message
    assert finding.where.distance(SIDE_STREET) == 0
    assert finding.advice


def test_a_street_that_comes_out_on_the_other_side_is_crossed_however_it_is_cut():
    trench = strip(shapely.LineString([(471140, 236000), (471160, 236000)]), 3, Side.BOTH)
    (finding,) = said(trench)
    assert "Cross Street (3)" in finding.message


def test_it_is_said_beside_what_is_said_of_the_distance_and_without_others_not_at_all():
    far = shapely.from_wkt("LINESTRING(471090 236060,471110 236060)")
    assert [one.rule for one in said(far)] == ["off_street", "several_streets"]
    assert [one.rule for one in said(far, [])] == ["off_street"]


def test_an_outline_that_crosses_itself_is_to_be_mended_first():
    bow_tie = "POLYGON((471090 235990,471110 236010,471110 235990,471090 236010,471090 235990))"
    assert said(shapely.from_wkt(bow_tie)) == ()
