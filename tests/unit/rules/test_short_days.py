"""Days typed for short: what each means on a day, and that files and drafts never have them."""

from datetime import date

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.rules.short_days import day_meant, is_short
from street_works.plugin.rules.typed import day_problem, written, written_in_full
from street_works.tests.made.typed_texts import DAYS, MONDAY, SHORT_DAYS


@pytest.mark.parametrize(("text", "meant"), SHORT_DAYS, ids=repr)
def test_a_day_for_short_is_counted_from_today(text, meant):
    assert day_problem(text), "without its year it is no day to keep"
    if meant is None:
        with pytest.raises(StreetWorksError) as refused:
            day_meant(text, MONDAY)
        assert refused.value.advice
        assert not is_short(text)
    else:
        assert day_meant(text, MONDAY) == meant
        assert is_short(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("28 Nov", date(2026, 11, 28)), ("30/11", MONDAY), ("1 Dec", date(2025, 12, 1)),
        ("29 Feb", date(2024, 2, 29)), ("Mon", date(2026, 11, 23)), ("Sun", date(2026, 11, 29)),
        ("yesterday", date(2026, 11, 29)), ("-3", date(2026, 11, 27)),
        ("12/1/27", date(2027, 1, 12)),
    ],
)  # fmt: skip
def test_of_what_has_been_it_is_the_last_one(text, meant):
    assert day_meant(text, MONDAY, past=True) == meant


def test_what_has_its_year_means_the_same_on_every_day():
    for text, meant in DAYS:
        if meant is not None:
            assert day_meant(text, MONDAY) == day_meant(text, date(2031, 5, 1), past=True) == meant
            assert not is_short(text)


def test_the_next_leap_day_may_be_eight_years_away():
    assert day_meant("29 Feb", date(2097, 1, 1)) == date(2104, 2, 29)


def test_what_a_field_writes_out_is_not_short():
    for text, meant in SHORT_DAYS:
        if meant is not None:
            assert not is_short(written(day_meant(text)))
            assert not is_short(written_in_full(day_meant(text)))
