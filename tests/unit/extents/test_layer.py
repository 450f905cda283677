"""A whole layer gets the same findings as its shapes one by one."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.extents import Drawing, Limits, examine
from street_works.plugin.extents.layer import examine_layer
from street_works.plugin.extents.routes import CrsUnusable
from street_works.tests.rounds import rounds

EXAMPLES = rounds(50, full=200)
GRID = "EPSG:27700"

coarse = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(
    lambda place: (430000.0 + place[0] * 2, 330000.0 + place[1] * 2)
)
fine = st.tuples(st.floats(0, 0.3), st.floats(0, 0.3)).map(
    lambda place: (430000.0 + place[0], 330000.0 + place[1])
)
# The sea, Wales, the border, degrees, swapped axes, nowhere.
far = st.sampled_from(
    [(-0.1, 51.5), (300000.0, 300000.0), (180000.0, 530000.0), (-5.0, 9e6), (650000.0, 100000.0),
     (354000.0, 194000.0), (530000.0, 180000.0), (9e9, 1.0)]
)  # fmt: skip
places = st.one_of(coarse, fine, far)
rings = st.lists(places, min_size=3, max_size=9)
polygons = st.one_of(
    rings.map(shapely.Polygon),
    st.tuples(rings, rings).map(lambda pair: shapely.Polygon(pair[0], [pair[1]])),
)
lines = st.lists(places, min_size=2, max_size=9).map(shapely.LineString)
shapes = st.one_of(
    st.none(),
    places.map(shapely.Point),
    lines,
    polygons,
    st.lists(polygons, max_size=2).map(shapely.MultiPolygon),
    st.lists(lines, max_size=2).map(shapely.MultiLineString),
    st.lists(places, max_size=2).map(shapely.MultiPoint),
    places.map(lambda place: shapely.Point(*place, 7.0)),
    st.just(shapely.Point(float("nan"), 1.0)),
    st.just(shapely.Polygon()),
)
systems = st.sampled_from([GRID, "EPSG:4326", "EPSG:3857", "EPSG:29903"])


def one_by_one(geometries, crs, limits):
    found = []
    for number, geometry in enumerate(geometries):
        text = "" if geometry is None else shapely.to_wkt(geometry, rounding_precision=-1)
        said = examine(Drawing(text, crs), limits)
        found += [
            (number, one.rule, one.severity, one.message, one.mend)
            for one in said.findings
            if one.rule != "uncertain_position"
        ]
    return sorted(found, key=str)


def together(geometries, crs, limits):
    report = examine_layer(np.array(geometries, dtype=object), crs, limits)
    found = [(n, one.rule, one.severity, one.message, one.mend) for n, one in report.findings]
    return sorted(found, key=str)


@settings(max_examples=EXAMPLES)
@given(st.lists(shapes, max_size=6), systems)
def test_the_same_is_said_of_a_layer_as_of_its_shapes(geometries, crs):
    limits = Limits(most_points=8, largest_m=15, sliver_m=0.5)
    assert together(geometries, crs, limits) == one_by_one(geometries, crs, limits)


@settings(max_examples=EXAMPLES)
@given(st.lists(shapes, max_size=6), systems)
def test_the_same_extents_come_of_it(geometries, crs):
    report = examine_layer(np.array(geometries, dtype=object), crs)
    for geometry, extent in zip(geometries, report.extents):
        text = "" if geometry is None else shapely.to_wkt(geometry, rounding_precision=-1)
        alone = examine(Drawing(text, crs)).extent
        assert (extent is None) == (alone is None)
        if extent is not None:
            assert extent.equals_exact(alone.geometry, 0)


def test_a_layer_in_an_uncertain_crs_is_told_once():
    geometries = shapely.points([[300000.0, 300000.0]] * 3)
    report = examine_layer(geometries, "EPSG:31370")
    rules = [one.rule for one in report.of_all]
    assert rules in ([], ["uncertain_position"])
    assert report.conversion.source_crs == "EPSG:31370"
    with pytest.raises(CrsUnusable):
        examine_layer(geometries, "")


def test_an_empty_layer_has_nothing_to_say():
    report = examine_layer(np.array([], dtype=object), GRID)
    assert (len(report.extents), report.findings) == (0, ())


def test_one_fault_among_many_is_found_where_it_is():
    boxes = shapely.box(
        430000 + np.arange(500) * 10.0, 330000, 430008 + np.arange(500) * 10.0, 330005
    )
    boxes[321] = shapely.from_wkt(
        "POLYGON((430000 330000, 430010 330010, 430010 330000, 430000 330010, 430000 330000))"
    )
    report = examine_layer(boxes, GRID)
    assert [(number, one.rule) for number, one in report.findings] == [(321, "self_crossing")]
