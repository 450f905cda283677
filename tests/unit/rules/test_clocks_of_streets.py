"""Lane rental days and section 58, case by case, each with its source.

Worked out by hand; the bank holidays are told in test_clocks_of_permits.py.
"""

from datetime import date, time

import pytest
from street_works.plugin.rules.asd import Hours
from street_works.plugin.rules.clocks import streets
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.records.streets import Designation
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.tests.made.uk_days import day, moment

TODAY = date(2026, 11, 29)
CHRISTMAS = Days(day("Thu 24 Dec 2026"), day("Sun 3 Jan 2027"))
EASTER = Days(day("Thu 25 Mar 2027"), day("Tue 30 Mar 2027"))
DTF, BR_12 = "NSG DTF 8.1", "BR 12"


@pytest.mark.parametrize(
    ("source", "periodicity", "days", "rented"),
    [
        (DTF, 1, EASTER, [25, 26, 27, 28, 29, 30]),
        (DTF, 2, CHRISTMAS, [24, 29, 30, 31]),
        (DTF, 3, CHRISTMAS, [26, 27, 2, 3]),
        (DTF, 7, CHRISTMAS, [28]),
        (DTF, 13, EASTER, [28]),
        (DTF, 14, CHRISTMAS, [25, 28, 1]),
        (DTF, 14, EASTER, [26, 29]),
        (DTF, 2, EASTER, [25, 30]),
        (BR_12, 16, EASTER, [25, 26, 27, 28, 29, 30]),  # special arrangements: nobody knows
        (BR_12, None, EASTER, [25, 26, 27, 28, 29, 30]),
    ],
)
def test_lane_rental_days_are_those_of_the_designation(source, periodicity, days, rented):
    designation = Designation(16, periodicity=periodicity)
    found = streets.lane_rental_days([designation], days, today=TODAY)
    assert [one.day for one in found] == rented
    due = streets.lane_rental([designation], days, today=TODAY)
    assert due is not None
    assert (due.clock, due.origin) == (Clock.LANE_RENTAL_DAYS, Origin.OURS)
    assert (due.first, due.until) == (found[0], found[-1])
    assert source in due.rule.source


def test_a_designation_counts_within_its_dates_only():
    designation = Designation(
        16,
        first_day=moment("Sat 27 Mar 2027 00:00"),
        last_day=moment("Mon 29 Mar 2027 00:00"),
        periodicity=1,
    )
    found = streets.lane_rental_days([designation], EASTER, today=TODAY)
    assert [one.day for one in found] == [27, 28, 29]


@pytest.mark.parametrize(
    ("opens", "closes", "start", "end", "rented"),
    [
        (700, 1900, time(9), time(17), True),
        (700, 1900, time(19), time(23), False),
        (700, 1900, time(18, 59), time(23), True),
        (700, 1900, time(5), time(7), False),
        (700, 1900, time(20), time(6), False),  # a night's work
        (700, 1900, time(20), time(7, 1), True),
        (2200, 600, time(5), time(7), True),  # a rented night
        (2200, 600, time(6), time(22), False),
        (2200, 600, time(21), time(22, 30), True),
        (2200, 600, time(23), time(1), True),
        (0, 2400, time(3), time(4), True),
        (None, None, time(3), time(4), True),
        (800, 800, time(3), time(4), True),
    ],
)
def test_hours_that_do_not_meet_are_free(opens, closes, start, end, rented):
    """BR 12, NSG DTF 8.1: hours such as 730 for half past seven."""
    designation = Designation(16, opens=opens, closes=closes, periodicity=1)
    due = streets.lane_rental([designation], EASTER, Hours(start, end), today=TODAY)
    assert (due is not None) is rented


def test_only_lane_rental_counts():
    assert streets.lane_rental([Designation(2, periodicity=1)], EASTER, today=TODAY) is None


def test_a_restriction_ends_on_its_last_day():
    """NRSWA s58: by what Street Manager tells of the restriction."""
    due = streets.section_58(day("Tue 29 Feb 2028"))
    assert due is not None
    assert (due.clock, due.origin) == (Clock.SECTION_58_ENDS, Origin.STREET_MANAGER)
    assert due.until == day("Tue 29 Feb 2028")
    assert due.rule.source == "NRSWA s58"
    assert streets.section_58(None) is None
