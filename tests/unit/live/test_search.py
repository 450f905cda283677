"""What is written like a street's number or a reference, and how a find is handed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from street_works.plugin.live.finding.search import Found, is_reference, is_usrn


@pytest.mark.parametrize("text", ["123456", "99400104", " 0012345678 ", "00123456"])
def test_numbers_of_streets(text):
    assert is_usrn(text)


@pytest.mark.parametrize("text", ["12345", "123456789", "99400104a", "530050 180300", "", "000000"])
def test_what_is_no_number_of_a_street(text):
    assert not is_usrn(text)


@pytest.mark.parametrize(
    "text",
    [
        "ZW00211608033",
        "zw00211608033-01",
        " ZW002 11608033 ",
        "ZVS8112345678",
        "AB001my_own-works1",
        "AB001X1-02",
    ],
)
def test_references(text):
    assert is_reference(text)


@pytest.mark.parametrize(
    "text", ["high street", "buffer", "A1", "123456", "ZW", "A-road", "ZW0021160803312345678901234"]
)
def test_what_is_no_reference(text):
    assert not is_reference(text)


@given(
    st.builds(
        Found,
        st.text(),
        st.text(),
        st.sampled_from([None, {"type": "Point", "coordinates": [471004.69, 235872.95]}]),
        st.text(),
        st.text(),
        st.one_of(st.none(), st.integers()),
    )
)
def test_a_find_comes_through_as_text(found):
    assert Found.from_text(found.to_text()) == found
