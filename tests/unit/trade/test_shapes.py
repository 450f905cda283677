"""Shapes of records: which are the same, how large they are, and what of none can be made."""

import pytest
from street_works.plugin.trade.shapes import geometry_of, is_same, size_of

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}
TURNED = {"type": "Polygon", "coordinates": [[[10, 10], [0, 10], [0, 0], [10, 0], [10, 10]]]}
LINE = {"type": "LineString", "coordinates": [[0, 0], [3, 4]]}
POINT = {"type": "Point", "coordinates": [471065.001, 236014.5]}
NO_SHAPES = [
    {},
    {"type": "Point"},
    {"type": "Circle", "coordinates": [1, 2]},
    {"type": "Polygon", "coordinates": "here"},
    {"type": "Polygon", "coordinates": [[[0, 0]]]},
    {"type": "LineString", "coordinates": [["a", "b"], [None, 1]]},
]


def test_a_shape_is_the_same_wherever_its_outline_begins_and_to_the_centimetre():
    assert is_same(SQUARE, TURNED)
    assert is_same(POINT, {"type": "Point", "coordinates": [471065.0, 236014.5]})
    assert not is_same(POINT, {"type": "Point", "coordinates": [471065.1, 236014.5]})
    assert not is_same(SQUARE, LINE)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (SQUARE, "Area of 100.0 m², 10.0 m from end to end"),
        (LINE, "Line, 5.0 m long"),
        (POINT, "Point"),
    ],
)
def test_it_is_told_how_large_it_is(shape, said):
    assert size_of(geometry_of(shape)) == said


@pytest.mark.parametrize("shape", NO_SHAPES, ids=str)
def test_of_what_is_no_shape_an_empty_one_is_made(shape):
    assert geometry_of(shape).is_empty
    assert not is_same(shape, POINT)
    assert size_of(geometry_of(shape)) == "No shape"
