"""Notice, response and validity periods (Business rules 3.4.6, 3.4.8, 6.5)."""

from datetime import date, datetime, timedelta, timezone

import pytest
from street_works.plugin.rules import notice
from street_works.plugin.trade import calendar
from street_works.plugin.trade.vocabulary.works import Category

TODAY = date(2026, 5, 1)
MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("category", "earliest"),
    [
        ("minor", date(2026, 6, 4)),
        ("standard", date(2026, 6, 15)),
        ("major", date(2026, 6, 15)),
        ("paa", date(2026, 8, 24)),
        (Category.IMMEDIATE_URGENT, MONDAY),
        (Category.HS2_HIGHWAY, MONDAY),
    ],
)
def test_earliest_start(category, earliest):
    assert notice.earliest_start(category, MONDAY, TODAY) == earliest
    assert not notice.is_early_start(category, earliest, MONDAY, TODAY)


@pytest.mark.parametrize("category", ["minor", "standard", "major", "paa"])
def test_a_day_less_is_an_early_start(category):
    earliest = notice.earliest_start(category, MONDAY, TODAY)
    assert notice.is_early_start(category, earliest - timedelta(days=1), MONDAY, TODAY)


def test_immediate_works_never_start_early():
    assert not notice.is_early_start(Category.IMMEDIATE_EMERGENCY, date(2026, 5, 29), MONDAY, TODAY)


def test_an_application_at_the_weekend_counts_on_monday():
    assert notice.earliest_start("minor", date(2026, 5, 30), TODAY) == date(2026, 6, 4)


@pytest.mark.parametrize(
    ("category", "received", "deadline"),
    [
        # both were answered by the register's sandbox
        ("minor", "2026-05-20T17:12:00+00:00", "2026-05-26T15:30:00+00:00"),
        ("paa", "2025-11-19T10:17:00+00:00", "2025-12-17T16:30:00+00:00"),
        ("standard", "2026-06-01T09:00:00+00:00", "2026-06-08T15:30:00+00:00"),
        ("major", "2026-06-01T09:00:00+00:00", "2026-06-08T15:30:00+00:00"),
        (Category.IMMEDIATE_URGENT, "2026-06-05T09:00:00+00:00", "2026-06-09T15:30:00+00:00"),
    ],
)
def test_response_deadline(category, received, deadline):
    found = notice.response_deadline(category, datetime.fromisoformat(received), TODAY)
    assert found.astimezone(timezone.utc) == datetime.fromisoformat(deadline)


def test_no_deadline_for_a_category_unknown():
    with pytest.raises(KeyError):
        notice.response_deadline("other", datetime(2026, 6, 1, tzinfo=timezone.utc), TODAY)


@pytest.mark.parametrize(
    ("category", "start", "end"),
    [
        ("minor", MONDAY, date(2026, 6, 2)),
        ("standard", MONDAY, date(2026, 6, 5)),
        ("major", date(2026, 6, 3), date(2026, 6, 9)),
        ("minor", date(2026, 5, 23), date(2026, 5, 27)),  # Saturday before a bank holiday
        ("paa", MONDAY, None),
        (Category.IMMEDIATE_URGENT, MONDAY, None),
        (Category.HS2_HIGHWAY, MONDAY, None),
    ],
)
def test_validity_counts_the_start(category, start, end):
    assert notice.validity_end(category, start, today=TODAY) == end


@pytest.mark.parametrize(
    ("road_category", "sensitive", "has_one"),
    [(3, False, True), (4, False, True), (2, False, False), (0, False, False), (4, True, False)],
)
def test_validity_only_on_minor_roads(road_category, sensitive, has_one):
    end = notice.validity_end(
        "minor", MONDAY, road_category=road_category, traffic_sensitive=sensitive, today=TODAY
    )
    assert (end is not None) is has_one


@pytest.mark.parametrize(
    ("category", "applied", "earliest"),
    [
        # Tuesday 2 June, 00:30 in the UK, is still Monday for a clock on UTC
        ("minor", "2026-06-01T23:30:00+00:00", date(2026, 6, 5)),
        ("minor", "2026-06-01T22:59:00+00:00", date(2026, 6, 5)),  # Monday, too late to count
        ("minor", "2026-06-01T15:30:00+00:00", date(2026, 6, 4)),  # 16:30 in summer
        ("minor", "2026-06-01T15:31:00+00:00", date(2026, 6, 5)),
        ("minor", "2026-06-01T16:00:00+00:00", date(2026, 6, 5)),
        # clocks go back on Sunday 25 October: 16:30 is 15:30 UTC on Friday, 16:30 UTC on Monday
        ("minor", "2026-10-23T15:30:00+00:00", date(2026, 10, 28)),
        ("minor", "2026-10-23T15:31:00+00:00", date(2026, 10, 29)),
        ("minor", "2026-10-24T23:30:00+00:00", date(2026, 10, 29)),
        ("minor", "2026-10-26T16:30:00+00:00", date(2026, 10, 29)),
        # clocks go forward on 29 March; Easter takes Friday 3 and Monday 6 April
        ("minor", "2026-03-27T16:30:00+00:00", date(2026, 4, 1)),
        ("minor", "2026-03-27T16:31:00+00:00", date(2026, 4, 2)),
        ("minor", "2026-03-30T15:30:00+00:00", date(2026, 4, 2)),
        ("minor", "2026-03-30T15:31:00+00:00", date(2026, 4, 7)),
        # Christmas on a Friday: Monday 28 December stands in for Boxing Day
        ("minor", "2026-12-24T16:30:00+00:00", date(2026, 12, 31)),
        ("minor", "2026-12-24T16:31:00+00:00", date(2027, 1, 4)),
        ("standard", "2026-12-24T16:30:00+00:00", date(2027, 1, 12)),
        ("major", "2026-12-24T16:31:00+00:00", date(2027, 1, 13)),
        ("minor", "2025-12-31T23:59:00+00:00", date(2026, 1, 7)),
        # three months of 28 days, one of them with a leap day in it
        ("paa", "2026-06-01T15:30:00+00:00", date(2026, 8, 24)),
        ("paa", "2026-06-01T15:31:00+00:00", date(2026, 8, 25)),
        ("paa", "2024-02-01T10:00:00+00:00", date(2024, 4, 25)),
    ],
)
def test_notice_runs_from_the_uk_day_on_which_the_application_counts(category, applied, earliest):
    counted = calendar.counted_day(datetime.fromisoformat(applied), TODAY)
    assert notice.earliest_start(category, counted, TODAY) == earliest
    assert notice.is_early_start(category, earliest - timedelta(days=1), counted, TODAY)
    assert not notice.is_early_start(category, earliest, counted, TODAY)


@pytest.mark.parametrize(
    ("category", "received", "deadline"),
    [
        ("minor", "2026-12-24T16:30:00+00:00", "2026-12-30T16:30:00+00:00"),
        ("minor", "2026-12-24T16:31:00+00:00", "2026-12-31T16:30:00+00:00"),
        ("standard", "2026-03-30T15:31:00+00:00", "2026-04-09T15:30:00+00:00"),
        ("major", "2026-10-23T15:30:00+00:00", "2026-10-30T16:30:00+00:00"),
        ("minor", "2026-06-01T23:30:00+00:00", "2026-06-04T15:30:00+00:00"),
        ("paa", "2026-12-01T10:00:00+00:00", "2026-12-29T16:30:00+00:00"),
        ("paa", "2024-02-01T16:31:00+00:00", "2024-03-01T16:30:00+00:00"),
    ],
)
def test_the_answer_is_due_after_working_days_and_changes_of_the_clock(
    category, received, deadline
):
    found = notice.response_deadline(category, datetime.fromisoformat(received), TODAY)
    assert found.astimezone(timezone.utc) == datetime.fromisoformat(deadline)


@pytest.mark.parametrize("road", [None, *range(11)])
@pytest.mark.parametrize(
    "category", ["minor", "standard", "major", "paa", Category.IMMEDIATE_URGENT]
)
def test_only_roads_of_category_3_and_4_have_a_validity_period(road, category):
    end = notice.validity_end(category, MONDAY, road_category=road, today=TODAY)
    assert (end is not None) == (
        road in (None, 3, 4) and category in ("minor", "standard", "major")
    )


def test_works_of_high_speed_two_have_no_validity_period():
    assert notice.validity_end("minor", MONDAY, road_category=4, hs2=True, today=TODAY) is None


@pytest.mark.parametrize(
    ("category", "start", "end"),
    [
        ("minor", date(2026, 12, 14), date(2026, 12, 15)),
        ("minor", date(2026, 12, 24), date(2026, 12, 29)),
        ("minor", date(2026, 4, 2), date(2026, 4, 7)),
        ("minor", date(2024, 2, 28), date(2024, 2, 29)),
        ("standard", date(2026, 12, 21), date(2026, 12, 29)),
        ("standard", date(2026, 12, 26), date(2027, 1, 5)),  # Saturday: 29, 30, 31, 4, 5
        ("major", date(2026, 5, 1), date(2026, 5, 8)),  # 4 May is a bank holiday
    ],
)
def test_the_validity_period_counts_working_days_from_the_start(category, start, end):
    assert notice.validity_end(category, start, road_category=3, today=TODAY) == end
