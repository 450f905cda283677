"""Working days, the cut-off and UK civil days (Business rules 1.2, 3.4.8)."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade import calendar

TODAY = date(2026, 5, 1)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(DAYS, DAYS)
def test_working_days_count_like_counting_one_by_one(one, other):
    start, end = min(one, other), max(one, other)
    expected = sum(
        calendar.is_working_day(start + timedelta(days=n), TODAY)
        for n in range((end - start).days + 1)
    )
    assert calendar.working_days(start, end, TODAY) == expected


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 5, 22), True),
        (date(2026, 5, 23), False),  # Saturday
        (date(2026, 5, 25), False),  # spring bank holiday
        (date(2026, 4, 6), False),  # Easter Monday, a holiday in England but not in Scotland
        (date(2026, 1, 2), True),  # a holiday in Scotland only
        (date(2026, 12, 28), False),  # in place of Boxing Day on a Saturday
    ],
)
def test_working_day_is_a_weekday_without_english_bank_holiday(day, working):
    assert calendar.is_working_day(day, TODAY) is working


def test_bank_holidays_end_with_the_following_year():
    assert date(2027, 12, 27) in calendar.bank_holidays(2027, TODAY)
    assert calendar.bank_holidays(2028, TODAY) == frozenset()
    # New Year's Day 2029 is a Monday; nobody knows of it yet.
    assert calendar.working_days(date(2029, 1, 1), date(2029, 1, 1), TODAY) == 1


def test_calendar_days_count_both_ends():
    assert calendar.calendar_days(date(2026, 6, 1), date(2026, 6, 2)) == 2
    assert calendar.calendar_days(date(2026, 6, 1), date(2026, 6, 1)) == 1


@pytest.mark.parametrize("count", [calendar.calendar_days, calendar.working_days])
def test_reversed_dates_are_told(count):
    with pytest.raises(StreetWorksError, match="31 May 2026 is before") as caught:
        count(date(2026, 6, 1), date(2026, 5, 31))
    assert caught.value.advice


def test_a_lone_weekend_has_no_working_day():
    assert calendar.working_days(date(2026, 5, 23), date(2026, 5, 24), TODAY) == 0


@given(DAYS, st.integers(0, 30))
def test_adding_working_days_lands_on_one_and_leaves_so_many_between(day, count):
    reached = calendar.add_working_days(day, count, TODAY)
    assert calendar.is_working_day(reached, TODAY)
    if count:
        after = day + timedelta(days=1)
        assert calendar.working_days(after, reached, TODAY) == count


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        calendar.add_working_days(TODAY, -1)


@pytest.mark.parametrize(
    ("received", "counted"),
    [
        ("2026-05-20T15:30:00+00:00", date(2026, 5, 20)),  # 16:30 BST, just in time
        ("2026-05-20T15:30:01+00:00", date(2026, 5, 21)),
        ("2026-05-20T17:12:00+00:00", date(2026, 5, 21)),
        ("2026-05-22T16:00:00+00:00", date(2026, 5, 26)),  # Friday before a bank holiday
        ("2026-05-23T09:00:00+00:00", date(2026, 5, 26)),  # Saturday
        ("2026-01-20T16:30:00+00:00", date(2026, 1, 20)),  # winter: UTC is UK time
        ("2026-01-20T16:31:00+00:00", date(2026, 1, 21)),
        ("2026-06-30T23:30:00+00:00", date(2026, 7, 1)),  # already the next day in the UK
    ],
)
def test_counted_day_follows_uk_clocks(received, counted):
    assert calendar.counted_day(datetime.fromisoformat(received), TODAY) == counted


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2026-06-30T22:59:59+00:00", date(2026, 6, 30)),
        ("2026-06-30T23:00:00+00:00", date(2026, 7, 1)),
        ("2026-12-31T23:59:59+00:00", date(2026, 12, 31)),
        ("2026-06-30T23:00:00", date(2026, 7, 1)),  # without a zone: UTC
    ],
)
def test_today_is_the_uk_day(now, today):
    assert calendar.uk_today(datetime.fromisoformat(now)) == today


def test_now_is_the_default():
    assert abs(calendar.uk_today() - datetime.now(timezone.utc).date()) <= timedelta(days=1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-03T00:00:00+00:00", date(2026, 6, 3)),  # how the register writes a day
        ("2026-06-03T00:00:00", date(2026, 6, 3)),
        ("2026-06-02T23:00:00+00:00", date(2026, 6, 3)),  # UK midnight in summer
        ("2026-12-02T23:00:00+00:00", date(2026, 12, 2)),
        ("2026-06-03T01:00:00+01:00", date(2026, 6, 3)),
    ],
)
def test_civil_day_of_a_moment(moment, day):
    assert calendar.civil_day(datetime.fromisoformat(moment)) == day


def test_missing_time_zone_data_is_told(monkeypatch):
    def missing(name):
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(calendar, "ZoneInfo", missing)
    with pytest.raises(StreetWorksError, match="summer time") as caught:
        calendar.uk_today()
    assert "tzdata" in caught.value.advice


def test_uk_time_keeps_the_moment():
    moment = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("America/New_York"))
    assert calendar.uk_time(moment) == moment
    assert calendar.uk_time(moment).hour == 17
