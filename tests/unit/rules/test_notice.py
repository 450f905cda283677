"""Notice, response and validity periods (Business rules 3.4.6, 3.4.8, 6.5)."""

from datetime import date, datetime, timedelta, timezone

import pytest
from street_works.plugin.rules import notice

TODAY = date(2026, 5, 1)
MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("category", "earliest"),
    [
        ("minor", date(2026, 6, 4)),
        ("standard", date(2026, 6, 15)),
        ("major", date(2026, 6, 15)),
        ("paa", date(2026, 8, 24)),
        ("immediate_urgent", MONDAY),
        ("hs2_highway", MONDAY),
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
    assert not notice.is_early_start("immediate_emergency", date(2026, 5, 29), MONDAY, TODAY)


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
        ("immediate_urgent", "2026-06-05T09:00:00+00:00", "2026-06-09T15:30:00+00:00"),
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
        ("immediate_urgent", MONDAY, None),
        ("hs2_highway", MONDAY, None),
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
