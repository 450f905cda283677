"""Grid references are written as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from street_works.plugin.extents.grid_reference import grid_reference, read_grid_reference


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ((530055.4, 180305.9), "TQ 30055 80305"),
        ((651409.9, 313177.0), "TG 51409 13177"),
        ((471065.0, 236014.0), "SP 71065 36014"),
        ((0.0, 0.0), "SV 00000 00000"),
        ((425000.0, 1_220_000.5), "HP 25000 20000"),
    ],
)
def test_a_place_is_written(place, said):
    assert grid_reference(*place) == said


@given(st.integers(0, 699_999), st.integers(0, 1_299_999))
def test_it_is_read_back(easting, northing):
    found = read_grid_reference(grid_reference(easting, northing))
    assert found is not None
    assert (found.easting, found.northing, found.side_m) == (easting, northing, 1.0)
