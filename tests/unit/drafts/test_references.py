"""Works references chosen beforehand (Business rules 3.1)."""

import re

import pytest
from street_works.plugin.drafts import new_work_reference
from street_works.plugin.errors import StreetWorksError


def test_shape():
    reference = new_work_reference("tw", "012")
    assert re.fullmatch(r"TW012[A-Z0-9]{10}", reference)
    assert len(reference) <= 24
    assert not set(reference[5:]) & set("01IO")


def test_never_the_same():
    assert len({new_work_reference("TW", "001") for _ in range(2000)}) == 2000


@pytest.mark.parametrize("prefix", ["", "T", "TWX", "T1", "é1", "--"])
def test_a_prefix_that_is_none(prefix):
    with pytest.raises(StreetWorksError, match="prefix"):
        new_work_reference(prefix, "001")


@pytest.mark.parametrize("workstream", ["", "1", "0001", "abc", "000", "٠٠١"])
def test_a_workstream_that_is_none(workstream):
    with pytest.raises(StreetWorksError, match="workstream"):
        new_work_reference("TW", workstream)
