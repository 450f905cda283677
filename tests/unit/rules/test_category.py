"""The category from type and dates (Business rules 3.4.3)."""

from datetime import date

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.rules.category import EarlierPermit, category_of

TODAY = date(2026, 5, 1)
MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("end", "category"),
    [
        (date(2026, 6, 1), "minor"),
        (date(2026, 6, 3), "minor"),
        (date(2026, 6, 4), "standard"),
        (date(2026, 6, 14), "standard"),  # Sunday: ten working days
        (date(2026, 6, 15), "paa"),
    ],
)
def test_planned_works_by_working_days(end, category):
    assert category_of("planned", MONDAY, end, False, today=TODAY) == category


def test_a_bank_holiday_does_not_count():
    assert category_of("planned", date(2026, 5, 22), date(2026, 5, 27), today=TODAY) == "minor"


def test_a_traffic_order_makes_short_works_major():
    assert category_of("planned", MONDAY, MONDAY, True, today=TODAY) == "paa"


@pytest.mark.parametrize(("risk", "category"), [(True, "emergency"), (False, "urgent")])
def test_immediate_works_by_risk(risk, category):
    found = category_of("immediate", MONDAY, MONDAY, None, risk, today=TODAY)
    assert found == f"immediate_{category}"


def test_hs2_highway_works_have_their_own():
    assert category_of("hs2_highway_works", MONDAY, date(2026, 12, 1)) == "hs2_highway"


@pytest.mark.parametrize(
    ("earlier", "category"),
    [
        ([], "paa"),
        ([EarlierPermit("paa", "refused"), EarlierPermit("paa", "cancelled")], "paa"),
        ([EarlierPermit("major", "revoked")], "paa"),
        ([EarlierPermit("paa", "granted")], "major"),
        ([EarlierPermit("paa", "submitted")], "major"),
        ([EarlierPermit("minor", "closed")], "major"),
        ([EarlierPermit("paa", "refused"), EarlierPermit("major", "closed")], "major"),
    ],
)
def test_long_works_begin_with_an_advance_authorisation(earlier, category):
    found = category_of("planned", MONDAY, date(2026, 7, 1), False, earlier=earlier, today=TODAY)
    assert found == category


def test_a_permit_after_a_waiting_paa_is_major_however_short():
    earlier = [EarlierPermit("paa", "granted")]
    assert category_of("planned", MONDAY, MONDAY, False, earlier=earlier, today=TODAY) == "major"


def test_after_a_progressed_paa_dates_decide_again():
    earlier = [EarlierPermit("paa", "progressed"), EarlierPermit("major", "closed")]
    assert category_of("planned", MONDAY, MONDAY, False, earlier=earlier, today=TODAY) == "minor"


def test_reversed_dates_are_told():
    with pytest.raises(StreetWorksError, match="before the start date"):
        category_of("planned", MONDAY, date(2026, 5, 31))


def test_an_unknown_type_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="whatever"):
        category_of("whatever", MONDAY, MONDAY)


def test_categories_are_those_of_the_contract(shared):
    import json

    definitions = json.loads(shared("spec/v1.25.12/work-swagger.json").read_text())["definitions"]
    from street_works.plugin.rules import category

    ours = {
        category.MINOR,
        category.STANDARD,
        category.MAJOR,
        category.PAA,
        category.IMMEDIATE_URGENT,
        category.IMMEDIATE_EMERGENCY,
        category.HS2_HIGHWAY,
    }
    assert ours == set(definitions["WorkCategory"]["enum"])
