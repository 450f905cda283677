"""What lies near what, against measuring each pair."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.clashes import meetings
from street_works.plugin.clashes.meetings import near

_POINTS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(shapely.Point)
_ROUND = _POINTS.map(lambda point: point.buffer(7, quad_segs=40))  # of many corners
_LINES = st.tuples(_POINTS, _POINTS).map(lambda ends: shapely.shortest_line(*ends))
_SOUND = st.one_of(_POINTS, _ROUND, _LINES.filter(lambda line: line.is_valid))
SHAPES = st.lists(st.one_of(_SOUND, st.none()), max_size=8)


def column(shapes):
    made = np.empty(len(shapes), dtype=object)
    made[:] = shapes
    return made


@pytest.mark.parametrize("geos_knows_within", [True, False])
@settings(max_examples=150)
@given(ours=SHAPES, theirs=SHAPES, within=st.integers(0, 20))
def test_near_is_what_measuring_each_says(geos_knows_within, ours, theirs, within):
    wanted = {
        (n, m)
        for n, one in enumerate(ours)
        for m, other in enumerate(theirs)
        if one is not None and other is not None and one.distance(other) <= within
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meetings, "_GEOS_KNOWS_WITHIN", geos_knows_within)
        tree = shapely.STRtree(column(theirs))
        every = near(column(ours), tree, within)
        some = near(column(ours), tree, within, lambda pairs: (pairs.ours + pairs.theirs) % 2 == 0)
    assert len(every.ours) == len(wanted)
    assert set(zip(*map(np.ndarray.tolist, every))) == wanted
    assert set(zip(*map(np.ndarray.tolist, some))) == {
        (n, m) for n, m in wanted if (n + m) % 2 == 0
    }


def test_what_is_far_is_not_asked_about():
    asked = []

    def none_of_them(pairs):
        asked.append(len(pairs.ours))
        return np.zeros(len(pairs.ours), dtype=bool)

    theirs = column([shapely.Point(x, 0) for x in range(0, 1000, 10)] + [None])
    found = near(column([shapely.Point(500, 0), None]), shapely.STRtree(theirs), 10, none_of_them)
    assert asked == [3]
    assert len(found.ours) == 0
