"""Days in the forms that files and layers have them in."""

from datetime import date

import pytest
from street_works.plugin.clashes.written_days import written_day
from street_works.plugin.errors import StreetWorksError

FIRST_OF_JULY = date(2026, 7, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-01",
        "2026/07/01",
        "20260701",
        "01/07/2026",
        "1/7/26",
        "01-07-2026",
        "01.07.2026",
        " 1 July 2026 ",
        "1 Jul 26",
        "01-Jul-2026",
        "Wed 1st July 2026",
        "2026-07-01T08:00",
        "2026-07-01 08:00:00",
        "20260701T08:00:00Z",
        "01/07/2026 08:00",
        "01/07/2026 8:00:00 PM",
        "1 Jul 2026, 17.30",
        "2026-07-01T23:30:00",
        "2026-07-01 23:59:59.999",
        "2026-07-01T00:00:00Z",
        "2026-07-01T00:00:00.000Z",
        "2026-06-30T23:00:00Z",
        "2026-06-30T23:30:00.123456+00:00",
        "2026-07-01T22:59:59+0000",
        "2026-07-01 23:59 BST",
        "2026-06-30 23:00 GMT",
        "2026-07-01T00:30+01",
        "2026-07-02T04:00:00+05:30",
        "2026-06-30T19:00-04:00",
    ],
)
def test_forms_of_the_first_of_july(text):
    assert written_day(text) == FIRST_OF_JULY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-28T23:30:00Z", date(2026, 3, 28)),  # clocks go forward on the 29th at 01:00
        ("2026-03-29T23:30:00Z", date(2026, 3, 30)),
        ("2026-03-29T23:30:00", date(2026, 3, 29)),
        ("2026-10-24T23:30:00Z", date(2026, 10, 25)),  # and back on the 25th at 02:00
        ("2026-10-25T23:30:00Z", date(2026, 10, 25)),
        ("2026-12-31T23:59:59Z", date(2026, 12, 31)),
        ("2028-02-29", date(2028, 2, 29)),
    ],
)
def test_days_by_uk_clocks(text, day):
    assert written_day(text) == day


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_nothing_is_no_day(text):
    assert written_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "31/02/2026",
        "2026-13-01",
        "2026-02-29",
        "07/2026",
        "2026",
        "46204",
        "Mon 1 July 2026",
        "2026-07-01T25:00",
        "2026-07-01T08:00+99:00",
        "2026-07-01T08:00 Paris",
        "01/07/1926",
        "9999-12-31",
        "T08:00",
    ],
)
def test_what_is_no_day_is_refused_with_what_to_write(text):
    with pytest.raises(StreetWorksError) as refused:
        written_day(text)
    assert refused.value.message
    assert refused.value.advice
