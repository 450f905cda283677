"""The category from type and dates (Business rules 3.4.3)."""

from datetime import date

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.rules.category import EarlierPermit, category_of, changed_category
from street_works.plugin.trade.vocabulary.works import Category, WorkType

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
    assert (
        category_of(WorkType.HS2_HIGHWAY_WORKS, MONDAY, date(2026, 12, 1)) == Category.HS2_HIGHWAY
    )


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
        # what counts of an authorisation that became a permit is how the permit ended
        ([EarlierPermit("paa", "progressed"), EarlierPermit("major", "refused")], "paa"),
        ([EarlierPermit("paa", "progressed"), EarlierPermit("major", "cancelled")], "paa"),
        ([EarlierPermit("paa", "progressed"), EarlierPermit("major", "revoked")], "paa"),
        ([EarlierPermit("paa", "progressed"), EarlierPermit("major", "closed")], "major"),
        ([EarlierPermit("paa", "progressed"), EarlierPermit("major", "granted")], "major"),
        ([EarlierPermit("minor", "cancelled")], "paa"),
        ([EarlierPermit("standard", "refused")], "paa"),
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


@pytest.mark.parametrize(
    ("before", "end", "ttro", "after"),
    [
        ("standard", date(2026, 6, 12), False, "standard"),  # ten working days
        ("standard", date(2026, 6, 14), False, "standard"),  # Sunday
        ("standard", date(2026, 6, 15), False, "major"),  # never an authorisation again
        ("minor", date(2026, 6, 15), False, "major"),
        ("minor", date(2026, 6, 4), False, "standard"),
        ("standard", date(2026, 6, 3), False, "minor"),
        ("minor", date(2026, 6, 2), True, "major"),
        ("major", date(2026, 6, 2), False, "major"),
        (Category.HS2_HIGHWAY, date(2026, 9, 1), False, Category.HS2_HIGHWAY),
    ],
)
def test_a_change_of_the_length_may_change_the_category(before, end, ttro, after):
    assert changed_category(before, "planned", MONDAY, end, ttro, today=TODAY) == after


def test_christmas_and_new_year_do_not_make_works_longer():
    start = date(2026, 12, 14)
    for end, category in ((date(2026, 12, 29), "standard"), (date(2026, 12, 30), "major")):
        found = changed_category("standard", "planned", start, end, False, today=TODAY)
        assert found == category, end


def test_risk_decides_anew_between_urgent_and_emergency():
    for risk, category in (
        (True, Category.IMMEDIATE_EMERGENCY),
        (False, Category.IMMEDIATE_URGENT),
    ):
        for before in (Category.IMMEDIATE_EMERGENCY, Category.IMMEDIATE_URGENT):
            found = changed_category(before, "immediate", MONDAY, MONDAY, None, risk)
            assert found == category
    untold = changed_category(Category.IMMEDIATE_URGENT, "immediate", MONDAY, MONDAY)
    assert untold == Category.IMMEDIATE_URGENT


def test_reversed_dates_are_told():
    with pytest.raises(StreetWorksError, match="before the start date"):
        category_of("planned", MONDAY, date(2026, 5, 31))


def test_an_unknown_type_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="whatever"):
        category_of("whatever", MONDAY, MONDAY)


def test_categories_are_those_of_the_contract(shared):
    import json

    definitions = json.loads(shared("spec/v1.25.12/work-swagger.json").read_text())["definitions"]

    ours = {
        Category.MINOR,
        Category.STANDARD,
        Category.MAJOR,
        Category.PAA,
        Category.IMMEDIATE_URGENT,
        Category.IMMEDIATE_EMERGENCY,
        Category.HS2_HIGHWAY,
    }
    assert ours == set(definitions["WorkCategory"]["enum"])
