"""Days and times in all the ways in which planners write them."""

from datetime import date, time, timedelta

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.rules.typed import (
    clock_of,
    clock_problem,
    day_of,
    day_problem,
    number_of,
    written,
    written_in_full,
)
from street_works.tests.made.typed_texts import CLOCKS, DAYS


@pytest.mark.parametrize(("text", "meant"), DAYS, ids=repr)
def test_a_typed_day_is_what_was_meant_or_refused(text, meant):
    if meant is None:
        with pytest.raises(StreetWorksError) as refused:
            day_of(text)
        assert refused.value.advice, "a refusal says how to write it"
        assert day_problem(text) == str(refused.value)
    else:
        assert day_of(text) == meant
        assert day_problem(text) == ""


@pytest.mark.parametrize(("text", "meant"), CLOCKS, ids=repr)
def test_a_typed_time_is_what_was_meant_or_refused(text, meant):
    if meant is None:
        with pytest.raises(StreetWorksError) as refused:
            clock_of(text)
        assert refused.value.advice, "a refusal says how to write it"
        assert clock_problem(text) == str(refused.value)
    else:
        assert clock_of(text) == meant
        assert clock_problem(text) == ""


def test_what_fields_show_can_be_read_again():
    for number in range(0, 36_000, 17):
        day = date(2000, 1, 1) + timedelta(days=number)
        assert day_of(written(day)) == day_of(written_in_full(day)) == day
        assert day_of(day.isoformat()) == day


def test_no_beginning_of_a_date_is_another_date():
    """The field acts while it is typed into: half a year must not be a year."""
    for whole in ("12/01/2027", "12 Jan 2027", "Tue 12 January 2027", "2027-01-12", "12.1.2027"):
        for length in range(len(whole)):
            assert day_problem(whole[:length])


@pytest.mark.parametrize("year", ["0000", "0021", "0999", "1990", "1999", "2100", "9999"])
def test_a_year_that_cannot_be_right_is_named_as_it_was_written(year):
    for text in (f"12/01/{year}", f"{year}-01-12", f"12 Jan {year}"):
        said = day_problem(text)
        assert year == "0000" or f"The year {int(year)} cannot be right" in said
        assert said


@pytest.mark.parametrize("number", ["0", "9", "46399", "1700000000", "1700000000000", "-1", "9.5"])
def test_no_number_is_counted_from_an_epoch(number):
    assert day_problem(number)
    assert clock_problem(number)


@pytest.mark.parametrize("minute", range(0, 24 * 60, 7))
def test_every_time_may_be_written_in_each_of_the_usual_ways(minute):
    meant = time(minute // 60, minute % 60)
    half = "am" if meant.hour < 12 else "pm"
    for text in (
        f"{meant:%H:%M}", f"{meant:%H.%M}", f"{meant:%H%M}", f"{meant.hour}:{meant:%M}",
        f"{meant.hour % 12 or 12}.{meant:%M}{half}", f"{meant.hour % 12 or 12}:{meant:%M} {half}",
    ):  # fmt: skip
        assert clock_of(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [("120", 120), ("12.5", 12.5), ("12,5", 12.5), (" 0,75 ", 0.75), ("1.250", 1.25)],
)  # fmt: skip
def test_numbers_are_read_with_a_point_or_a_comma_for_decimals(text, meant):
    assert number_of(text) == meant
    assert type(number_of(text)) is type(meant)


@pytest.mark.parametrize(
    "text", ["", "x", "1,250", "1,250.5", "1.250,5", "-1", "1e3", "١٢", "12,", ",5"]
)
def test_what_is_no_number_or_could_be_two_is_none(text):
    assert number_of(text) is None
