"""Full collections are put off while something goes on, and come back as they were."""

import gc

import pytest
from street_works.plugin.background.garbage import as_usual, no_full_collections


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    as_usual()


def test_blocks_may_overlap():
    before = gc.get_threshold()
    with no_full_collections():
        with no_full_collections():
            assert gc.get_threshold()[2] > 10**6
        assert gc.get_threshold()[2] > 10**6
        assert gc.get_threshold()[:2] == before[:2]
    assert gc.get_threshold() == before


def test_an_error_ends_a_block():
    before = gc.get_threshold()
    with pytest.raises(KeyError), no_full_collections():
        raise KeyError
    assert gc.get_threshold() == before


def test_what_somebody_else_sets_meanwhile_stays():
    with no_full_collections():
        gc.set_threshold(700, 10, 5)
    assert gc.get_threshold() == (700, 10, 5)


def test_all_objects_are_looked_through_again():
    with no_full_collections():
        assert gc.get_freeze_count()
    as_usual()
    assert not gc.get_freeze_count()
