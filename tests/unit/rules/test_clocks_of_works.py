"""Notices of start and stop, and overruns, case by case; each row with where its rule stands.

Worked out by hand; the bank holidays are told in test_clocks_of_permits.py.
"""

from datetime import date, datetime, timedelta

import pytest
from street_works.plugin.rules.clocks import works
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.plugin.trade.vocabulary.works import WorksStatus
from street_works.tests.made.uk_days import day, moment

TODAY = date(2026, 11, 29)
REG_6, S_74 = "SI 2020/122 reg 6", "NRSWA s74"

NOTICES = [
    (REG_6, "Thu 24 Dec 2026 17:00", "Tue 29 Dec 2026 10:00"),
    # the limits of a working day
    (REG_6, "Mon 30 Nov 2026 00:00", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Mon 30 Nov 2026 07:59", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Mon 30 Nov 2026 07:59:59", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Mon 30 Nov 2026 08:00", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Mon 30 Nov 2026 08:01", "Mon 30 Nov 2026 10:01"),
    (REG_6, "Fri 27 Nov 2026 16:29", "Fri 27 Nov 2026 18:29"),
    (REG_6, "Fri 27 Nov 2026 16:30", "Fri 27 Nov 2026 18:30"),
    (REG_6, "Fri 27 Nov 2026 16:30:59", "Fri 27 Nov 2026 18:30"),
    (REG_6, "Fri 27 Nov 2026 16:31", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Mon 30 Nov 2026 23:59", "Tue 1 Dec 2026 10:00"),
    # days that are no working days
    (REG_6, "Sat 28 Nov 2026 09:00", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Sun 29 Nov 2026 00:00", "Mon 30 Nov 2026 10:00"),
    (REG_6, "Fri 25 Dec 2026 09:00", "Tue 29 Dec 2026 10:00"),
    (REG_6, "Mon 28 Dec 2026 09:00", "Tue 29 Dec 2026 10:00"),
    (REG_6, "Thu 31 Dec 2026 16:31", "Mon 4 Jan 2027 10:00"),
    (REG_6, "Thu 25 Mar 2027 16:31", "Tue 30 Mar 2027 10:00"),
    # the days on which the clocks change, and the leap day
    (REG_6, "Sun 28 Mar 2027 00:30", "Tue 30 Mar 2027 10:00"),
    (REG_6, "Sun 25 Oct 2026 01:30", "Mon 26 Oct 2026 10:00"),
    (REG_6, "Tue 29 Feb 2028 08:30", "Tue 29 Feb 2028 10:30"),
]


@pytest.mark.parametrize(("source", "started", "notice_by"), NOTICES)
def test_a_start_is_logged_in_time(source, started, notice_by):
    due = works.start_notice(moment(started), TODAY)
    assert (due.clock, due.origin) == (Clock.START_NOTICE, Origin.OURS)
    assert due.until == moment(notice_by)
    assert due.rule.source == source


@pytest.mark.parametrize(("source", "stopped", "notice_by"), NOTICES)
def test_a_stop_is_logged_likewise_and_is_to_be_checked(source, stopped, notice_by):
    due = works.stop_notice(moment(stopped), TODAY)
    assert (due.clock, due.origin) == (Clock.STOP_NOTICE, Origin.CHECK)
    assert due.until == moment(notice_by)
    assert due.rule.source == source


def test_a_start_is_judged_by_uk_clocks():
    """SI 2020/122 reg 6: half past midnight on Tuesday in the UK is still Monday for UTC."""
    started = datetime.fromisoformat("2026-06-01T23:30:00+00:00")
    assert works.start_notice(started, TODAY).until == moment("Tue 2 Jun 2026 10:00")


@pytest.mark.parametrize(
    ("source", "end", "on", "number"),
    [
        (S_74, "Fri 18 Dec 2026", "Thu 17 Dec 2026", 0),
        (S_74, "Fri 18 Dec 2026", "Fri 18 Dec 2026", 0),
        (S_74, "Fri 18 Dec 2026", "Sat 19 Dec 2026", 1),
        (S_74, "Fri 18 Dec 2026", "Mon 21 Dec 2026", 3),
        (S_74, "Thu 24 Dec 2026", "Tue 29 Dec 2026", 5),
        (S_74, "Thu 25 Mar 2027", "Mon 29 Mar 2027", 4),
        (S_74, "Mon 28 Feb 2028", "Wed 1 Mar 2028", 2),
        # working days alone up to 4 January 2026
        (S_74, "Fri 19 Dec 2025", "Sun 21 Dec 2025", 0),
        (S_74, "Fri 19 Dec 2025", "Mon 22 Dec 2025", 1),
        (S_74, "Fri 19 Dec 2025", "Mon 29 Dec 2025", 4),
        (S_74, "Fri 19 Dec 2025", "Fri 2 Jan 2026", 7),
        (S_74, "Fri 19 Dec 2025", "Sun 4 Jan 2026", 7),
        (S_74, "Fri 19 Dec 2025", "Mon 5 Jan 2026", 8),
        (S_74, "Fri 19 Dec 2025", "Sat 10 Jan 2026", 13),
        (S_74, "Fri 2 Jan 2026", "Sun 4 Jan 2026", 0),
        (S_74, "Sun 4 Jan 2026", "Mon 5 Jan 2026", 1),
        (S_74, "Mon 5 Jan 2026", "Sat 10 Jan 2026", 5),
    ],
)
def test_days_of_overrun_are_counted(source, end, on, number):
    assert works.overrun_day(day(end), day(on)) == number
    due = works.overrun(WorksStatus.IN_PROGRESS, day(end), today=TODAY)
    assert due is not None
    assert due.rule.source == source


@pytest.mark.parametrize(
    ("end", "warn_from"),
    [
        ("Fri 18 Dec 2026", "Thu 17 Dec 2026"),
        ("Sat 19 Dec 2026", "Fri 18 Dec 2026"),
        ("Mon 21 Dec 2026", "Fri 18 Dec 2026"),
        ("Tue 29 Dec 2026", "Thu 24 Dec 2026"),
        ("Tue 30 Mar 2027", "Thu 25 Mar 2027"),
        ("Wed 1 Mar 2028", "Tue 29 Feb 2028"),
    ],
)
def test_an_overrun_is_warned_of_a_working_day_ahead(end, warn_from):
    due = works.overrun(WorksStatus.IN_PROGRESS, day(end), today=TODAY)
    assert due is not None
    assert (due.until, due.warn_from) == (day(end), day(warn_from))
    begun = moment(f"{warn_from} 00:00")
    assert not due.presses(begun - timedelta(minutes=1))
    assert due.presses(begun)


def test_the_reasonable_period_of_street_manager_comes_first():
    last, own = day("Fri 18 Dec 2026"), day("Wed 16 Dec 2026")
    told = works.overrun(WorksStatus.IN_PROGRESS, last, reasonable_end=own, today=TODAY)
    ours = works.overrun(WorksStatus.IN_PROGRESS, last, today=TODAY)
    assert told is not None
    assert ours is not None
    assert (told.until, told.origin) == (own, Origin.STREET_MANAGER)
    assert (ours.until, ours.origin) == (last, Origin.OURS)


@pytest.mark.parametrize("status", [one for one in WorksStatus if one != WorksStatus.IN_PROGRESS])
def test_only_works_in_progress_overrun(status):
    assert works.overrun(status, TODAY, reasonable_end=TODAY, today=TODAY) is None
