"""What holds for every shape and every text; of texts twenty times as many are tried."""

import json
from collections import Counter

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from street_works.plugin.extents import (
    Drawing,
    Limits,
    Severity,
    examine,
    grid,
    mend,
    mend_all,
    mends,
)
from street_works.plugin.extents.apart import apart
from street_works.tests.rounds import rounds

EXAMPLES = rounds(50, full=1000)
GRID = "EPSG:27700"
STEP_M = 0.1
AREAS = ("Polygon", "MultiPolygon")
tried = Counter()
many = settings(max_examples=EXAMPLES)
very_many = settings(max_examples=20 * EXAMPLES)

eastings = st.floats(430000, 430060)
northings = st.floats(330000, 330060)
# Coarse numbers meet often: repeated points, touching edges, flat shapes.
coarse = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(
    lambda place: (430000.0 + place[0] * 2, 330000.0 + place[1] * 2)
)
near = st.tuples(st.floats(0, 0.2), st.floats(0, 0.2)).map(
    lambda place: (430000.0 + place[0], 330000.0 + place[1])
)
places = st.one_of(st.tuples(eastings, northings), coarse, near)
outlines = st.lists(places, min_size=3, max_size=12).map(shapely.Polygon)
# Within a metre, about as large as the smallest area that can be found on the ground.
small = st.tuples(st.floats(430000, 430001), st.floats(330000, 330001))
small_outlines = st.lists(small, min_size=4, max_size=8).map(shapely.Polygon)
# Read as the area that is nearer to the outline it is too small, and as the other one it is not.
NEARER_IS_TINY = shapely.Polygon(
    np.array([(17, 23), (25, 31), (6, 34), (43, 0), (49, 43), (6, 43)]) / 100 + (430000, 330000)
)
lines = st.lists(places, min_size=2, max_size=12).map(shapely.LineString)
points = places.map(shapely.Point)
singles = st.one_of(points, lines, outlines)
groups = st.lists(outlines, min_size=2, max_size=4).map(shapely.MultiPolygon)
holed = st.tuples(outlines, outlines).map(
    lambda pair: shapely.Polygon(pair[0].exterior, [pair[1].exterior])
)
shapes = st.one_of(singles, groups, holed)

numbers = st.one_of(st.floats(), st.integers(), st.sampled_from([530000, 180000, 0, -1, 51.5]))
kinds = st.sampled_from(["Point", "LineString", "Polygon", "MultiPolygon", "Feature", "Curve", ""])
nested = st.recursive(numbers, lambda inner: st.lists(inner, max_size=4), max_leaves=12)
json_like = st.recursive(
    st.one_of(st.none(), st.text(max_size=5), numbers),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["type", "coordinates", "geometry", "features", "geometries"]), inner
        ),
    ),
    max_leaves=8,
)
geojson_texts = st.one_of(
    st.builds(lambda kind, where: {"type": kind, "coordinates": where}, kinds, nested),
    st.dictionaries(st.sampled_from(["type", "geometry", "features", "coordinates"]), json_like),
).map(json.dumps)
wkt_kinds = ["POINT", "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION", "Z", "M", "EMPTY"]
wkt_marks = ["(", ")", "((", "))", ",", ",", "-", "\0", "SRID=4326;"]
wkt_pairs = ["530000 180000", "530010 180000", "530010 180009", "-0.1 51.5", "NaN 1", "1e400 0"]
wkt_words = st.sampled_from([*wkt_kinds, *wkt_marks, *wkt_pairs])
wkt_texts = st.lists(wkt_words, max_size=14).map(" ".join)
systems = st.sampled_from([GRID, "EPSG:4326", "EPSG:3857", "EPSG:4258", "EPSG:29903", "", "x"])


def examined(geometry):
    return examine(Drawing(geometry.wkt, GRID))


def is_sound(geometry):
    return geometry.is_valid and geometry.geom_type in ("Point", "LineString", "Polygon")


@very_many
@given(st.one_of(st.text(), wkt_texts, geojson_texts), systems)
def test_any_text_gives_an_extent_or_findings(text, crs):
    tried["texts"] += 1
    result = examine(Drawing(text, crs))
    assert (result.extent is not None) or result.findings
    assert result.submittable == (
        result.extent is not None
        and not any(said.severity is Severity.ERROR for said in result.findings)
    )
    if result.submittable:
        assert is_sound(result.extent.geometry)


def test_as_many_texts_were_tried_as_were_asked_for(tell):
    tell(f"any text at all: {tried['texts']} cases, no exception")
    assert tried["texts"] >= 20 * EXAMPLES


@many
@given(shapes, systems)
def test_any_shape_anywhere_gives_an_extent_or_findings(shape, crs):
    result = examine(Drawing(shape.wkt, crs))
    assert (result.extent is not None) or result.findings


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:4258", "EPSG:25830"])
@many
@given(easting=st.floats(80000, 655000), northing=st.floats(10000, 1200000))
def test_there_and_back_within_a_millimetre(crs, easting, northing):
    there = grid.positions_from_national_grid(np.array([[easting, northing]]), crs)
    back = grid.positions_to_national_grid(there, crs)
    assert np.hypot(*(back[0] - (easting, northing))) < 0.001


@many
@given(singles)
def test_what_may_be_submitted_is_valid_and_in_centimetres(shape):
    result = examined(shape)
    if not result.submittable:
        return
    geometry = result.extent.geometry
    coordinates = shapely.get_coordinates(geometry)
    assert is_sound(geometry)
    assert (np.round(coordinates, 2) == coordinates).all()
    sent = shapely.from_geojson(json.dumps(result.extent.geojson()))
    assert sent.equals_exact(geometry, 0)


@many
@given(outlines)
def test_rounding_never_breaks_a_valid_outline(shape):
    result = examined(shape)
    if shape.is_valid:
        # What has no area left in centimetres is said to be tiny, nothing else.
        assert result.finding("self_crossing") is None
        assert result.finding("tiny") is not None or result.extent.geometry.is_valid


@many
@given(shapes)
def test_a_valid_extent_passes_untouched(shape):
    first = examined(shape)
    if not first.submittable:
        return
    again = examine(Drawing(first.extent.geometry.wkt, GRID))
    assert again.extent.geometry.equals_exact(first.extent.geometry, 0)
    assert mend_all(again) is again


@many
@given(shapes)
def test_mending_twice_is_mending_once(shape):
    before = examined(shape)
    for said in before.findings:
        once = mend(before, said.rule)
        twice = mend(once.examined, said.rule)
        assert twice.examined == once.examined
        if said.mend is not None and before.extent is not None:
            geometry = once.examined.extent.geometry
            assert is_sound(geometry)
            moved = shapely.hausdorff_distance(before.extent.geometry, geometry)
            assert moved <= once.largest_move_m + 1e-9


@many
@given(st.one_of(outlines, small_outlines))
@example(NEARER_IS_TINY)
def test_a_crossing_outline_can_be_mended_where_its_mend_gives_something(outline):
    if not outline.is_valid:
        gives = mends.mended("self_crossing", outline, Limits()) is not None
        assert mends.can_mend("self_crossing", outline, Limits()) == gives


@many
@given(outlines, shapes, places)
def test_edges_lie_as_far_apart_as_places_close_together_on_them(one, other, place):
    edited = shapely.Polygon([place, *one.exterior.coords[1:-1]])
    for another in (other, edited):
        told = apart(one, another)
        assert told == apart(another, one)
        sampled = max(_furthest(one, another), _furthest(another, one))
        assert sampled - 1e-8 <= told <= sampled + STEP_M / 2 + 0.001


def _furthest(one, other):
    """Give how far places on the edges of one shape, STEP_M apart, are from the other's edges."""
    here, there = _lines(one), shapely.geometrycollections(_lines(other))
    dense = np.concatenate([here, shapely.segmentize(here[shapely.length(here) > 0], STEP_M)])
    return float(shapely.distance(shapely.points(shapely.get_coordinates(dense)), there).max())


def _lines(shape):
    return shapely.get_parts(shapely.boundary(shape) if shape.geom_type in AREAS else shape)


@many
@given(shapes)
def test_everything_mended_leaves_no_error_that_could_be_mended(shape):
    mended = mend_all(examined(shape))
    for said in mended.findings:
        assert said.severity is not Severity.ERROR or said.mend is None
    assert mend_all(mended) is mended
