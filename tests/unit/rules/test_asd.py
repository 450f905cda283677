"""Designations: their names, and the days they apply on."""

import json
from datetime import date, datetime, timezone
from enum import IntEnum

import pytest
from street_works.plugin.rules import asd
from street_works.plugin.trade.records.streets import Designation

TODAY = date(2026, 5, 1)
MONDAY, FRIDAY = date(2026, 6, 1), date(2026, 6, 5)
SATURDAY, SUNDAY = date(2026, 6, 6), date(2026, 6, 7)


class Code(IntEnum):
    """Members as a contract may have them."""

    TWO = 2


def designation(code=2, **values):
    return Designation(code, **values)


def test_every_code_of_the_contract_has_a_name(shared):
    definitions = json.loads(shared("spec/v1.25.12/lookup-swagger.json").read_text())["definitions"]
    codes = definitions["AdditionalSpecialDesignationCode"]["enum"]
    names = [asd.name_of(code) for code in codes]
    assert not [name for name in names if name.startswith("Designation ")]
    assert len(set(names)) == len(codes)
    periods = definitions["AdditionalSpecialDesignationsPeriodicityCode"]["enum"]
    assert len({asd.periodicity_name(code) for code in periods}) == len(periods)
    assert not [code for code in periods if asd.periodicity_name(code).startswith("Periodicity")]


def test_members_and_texts_are_codes_too():
    assert asd.name_of(Code.TWO) == asd.name_of("2") == "Traffic-sensitive"
    assert asd.name_of(99) == "Designation 99"
    assert asd.name_of("bridge") == "Designation bridge"
    assert asd.periodicity_name(Code.TWO) == "Working days"


@pytest.mark.parametrize(
    ("code", "start", "end", "expected"),
    [
        (1, SATURDAY, SATURDAY, True),
        (2, MONDAY, FRIDAY, True),
        (2, SATURDAY, SUNDAY, False),
        (2, date(2026, 5, 25), date(2026, 5, 25), False),  # bank holiday
        (3, MONDAY, FRIDAY, False),
        (3, FRIDAY, SATURDAY, True),
        (7, MONDAY, MONDAY, True),
        (7, date(2026, 6, 2), SUNDAY, False),
        (13, SUNDAY, SUNDAY, True),
        (13, MONDAY, SATURDAY, False),
        (14, date(2026, 5, 22), date(2026, 5, 25), True),
        (14, MONDAY, SUNDAY, False),
        (15, MONDAY, MONDAY, True),
        (16, MONDAY, MONDAY, True),
        (None, MONDAY, MONDAY, True),
        (99, MONDAY, MONDAY, True),
        ("unknown", MONDAY, MONDAY, True),
    ],
)
def test_periodicity(code, start, end, expected):
    one = designation(periodicity=code)
    assert asd.applies(one, start, end, TODAY) is expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, True),
        (date(2026, 6, 5), None, True),
        (date(2026, 6, 6), None, False),
        (None, date(2026, 6, 1), True),
        (None, date(2026, 5, 31), False),
        (date(2026, 6, 2), date(2026, 6, 3), True),
    ],
)
def test_its_own_dates(first, last, expected):
    def moment(day):
        return day and datetime(day.year, day.month, day.day, tzinfo=timezone.utc)

    one = designation(first_day=moment(first), last_day=moment(last))
    assert asd.applies(one, MONDAY, FRIDAY, TODAY) is expected


def test_dates_and_periodicity_have_to_meet_on_one_day():
    # Its only Saturday lies outside the works.
    one = designation(
        periodicity=12,
        first_day=datetime(2026, 6, 1, tzinfo=timezone.utc),
    )
    assert not asd.applies(one, date(2026, 5, 30), FRIDAY, TODAY)


def test_when_in_words():
    one = designation(periodicity=2, opens=730, closes=930)
    assert asd.when(one) == "Working days, 07:30–09:30"
    assert asd.hours(designation(opens=0, closes=2400)) == ("00:00–24:00")
    assert asd.when(designation()) == ""
