"""The clocks of applications and permits, case by case; each row with where its rule stands.

Worked out by hand. Christmas 2026 takes Friday 25 and, for Saturday 26, Monday 28 December, New
Year Friday 1 January 2027, Easter Friday 26 and Monday 29 March 2027. Clocks went back on 25
October 2026, go forward on 28 March 2027. 2028 has a 29 February, and no bank holidays yet.
"""

from datetime import date, timedelta, timezone

import pytest
from street_works.plugin.rules import notice
from street_works.plugin.rules.clocks import permits
from street_works.plugin.rules.standing import PermitStanding, WorksStanding
from street_works.plugin.trade import calendar
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.plugin.trade.vocabulary.permits import ChangeStatus, PermitStatus
from street_works.plugin.trade.vocabulary.works import Category, WorksStatus
from street_works.tests.made.uk_days import day, moment

TODAY = date(2026, 11, 29)
BR_348, BR_45, BR_346, BR_65 = "BR 3.4.7, 3.4.8", "4.5", "BR 3.4.6", "BR 6.5"


@pytest.mark.parametrize(
    ("source", "category", "received", "deems"),
    [
        # both were answered by Street Manager's sandbox
        (BR_348, "minor", "Wed 20 May 2026 18:12", "Tue 26 May 2026 16:30"),
        (BR_348, "paa", "Wed 19 Nov 2025 10:17", "Wed 17 Dec 2025 16:30"),
        # 16:30 on a Friday, the weekend
        (BR_348, "minor", "Fri 27 Nov 2026 16:29", "Tue 1 Dec 2026 16:30"),
        (BR_348, "minor", "Fri 27 Nov 2026 16:30", "Tue 1 Dec 2026 16:30"),
        (BR_348, "minor", "Fri 27 Nov 2026 16:31", "Wed 2 Dec 2026 16:30"),
        (BR_348, "minor", "Sat 28 Nov 2026 09:00", "Wed 2 Dec 2026 16:30"),
        (BR_348, "minor", "Sun 29 Nov 2026 23:59", "Wed 2 Dec 2026 16:30"),
        # Christmas
        (BR_348, "standard", "Mon 21 Dec 2026 10:00", "Wed 30 Dec 2026 16:30"),
        (BR_348, "standard", "Thu 24 Dec 2026 16:30", "Tue 5 Jan 2027 16:30"),
        (BR_348, "major", "Thu 24 Dec 2026 16:31", "Wed 6 Jan 2027 16:30"),
        (BR_348, Category.IMMEDIATE_URGENT, "Thu 24 Dec 2026 12:00", "Wed 30 Dec 2026 16:30"),
        (BR_348, Category.IMMEDIATE_EMERGENCY, "Fri 25 Dec 2026 02:00", "Thu 31 Dec 2026 16:30"),
        (BR_348, "paa", "Mon 30 Nov 2026 09:00", "Mon 28 Dec 2026 16:30"),  # days, not working days
        # Easter, with the clocks going forward in it
        (BR_348, "minor", "Wed 24 Mar 2027 10:00", "Tue 30 Mar 2027 16:30"),
        (BR_348, "standard", "Thu 25 Mar 2027 16:31", "Tue 6 Apr 2027 16:30"),
        # the clocks going back
        (BR_348, "minor", "Fri 23 Oct 2026 10:00", "Tue 27 Oct 2026 16:30"),
        (BR_348, "paa", "Thu 1 Oct 2026 10:00", "Thu 29 Oct 2026 16:30"),
        # the leap day
        (BR_348, "standard", "Fri 25 Feb 2028 10:00", "Fri 3 Mar 2028 16:30"),
        (BR_348, "paa", "Tue 1 Feb 2028 10:00", "Tue 29 Feb 2028 16:30"),
    ],
)
def test_an_application_deems(source, category, received, deems):
    due = permits.would_deem(category, moment(received), TODAY)
    assert (due.clock, due.origin, due.until) == (Clock.DEEMS, Origin.OURS, moment(deems))
    assert source in due.rule.source


@pytest.mark.parametrize(
    ("source", "received", "deems"),
    [
        (BR_45, "Mon 30 Nov 2026 09:00", "Wed 2 Dec 2026 16:30"),
        (BR_45, "Fri 27 Nov 2026 16:30", "Tue 1 Dec 2026 16:30"),
        (BR_45, "Fri 27 Nov 2026 16:31", "Wed 2 Dec 2026 16:30"),
        (BR_348, "Thu 24 Dec 2026 16:30", "Wed 30 Dec 2026 16:30"),
        (BR_348, "Thu 24 Dec 2026 16:31", "Thu 31 Dec 2026 16:30"),
        (BR_348, "Thu 25 Mar 2027 10:00", "Wed 31 Mar 2027 16:30"),
        (BR_348, "Sat 27 Feb 2027 10:00", "Wed 3 Mar 2027 16:30"),
    ],
)
def test_a_change_and_the_answer_to_a_modification_request_deem(source, received, deems):
    due = permits.change_would_deem(moment(received), TODAY)
    assert (due.clock, due.origin, due.until) == (Clock.DEEMS, Origin.OURS, moment(deems))
    assert source in due.rule.source


def test_the_deadline_is_on_uk_clocks_in_summer_and_in_winter():
    """Minor works applied for before the clocks change, and answered after (BR 1.2)."""
    in_spring = permits.would_deem("minor", moment("Wed 24 Mar 2027 10:00"), TODAY)
    in_autumn = permits.would_deem("minor", moment("Fri 23 Oct 2026 10:00"), TODAY)
    assert in_spring.end.astimezone(timezone.utc).hour == 15
    assert in_autumn.end.astimezone(timezone.utc).hour == 16


@pytest.mark.parametrize("status", [*PermitStatus, *ChangeStatus])
def test_nothing_deems_while_a_modification_is_requested_or_once_it_is_decided(status):
    """BR 3.4.7: of all statuses one waits for the clock. Street Manager's deadline is taken."""
    deadline = moment("Wed 2 Dec 2026 16:30")
    due = permits.deems(status, deadline)
    if status == "submitted":
        assert due is not None
        assert (due.until, due.origin) == (deadline, Origin.STREET_MANAGER)
    else:
        assert due is None


def test_without_a_deadline_no_clock_is_told():
    assert permits.deems("submitted", None) is None


def planned(category, status=PermitStatus.GRANTED):
    return WorksStanding(WorksStatus.PLANNED, PermitStanding(category, status))


@pytest.mark.parametrize(
    ("source", "category", "first", "start_by"),
    [
        (BR_65, "minor", "Mon 14 Dec 2026", "Tue 15 Dec 2026"),
        (BR_65, "minor", "Sat 12 Dec 2026", "Tue 15 Dec 2026"),
        (BR_65, "minor", "Fri 11 Dec 2026", "Mon 14 Dec 2026"),
        (BR_65, "minor", "Thu 24 Dec 2026", "Tue 29 Dec 2026"),
        (BR_65, "minor", "Fri 25 Dec 2026", "Wed 30 Dec 2026"),
        (BR_65, "standard", "Mon 21 Dec 2026", "Tue 29 Dec 2026"),
        (BR_65, "major", "Thu 31 Dec 2026", "Thu 7 Jan 2027"),
        (BR_65, "major", "Thu 25 Mar 2027", "Fri 2 Apr 2027"),
        (BR_65, "standard", "Fri 26 Mar 2027", "Mon 5 Apr 2027"),
        (BR_65, "minor", "Mon 28 Feb 2028", "Tue 29 Feb 2028"),
    ],
)
def test_works_start_within_the_validity_period(source, category, first, start_by):
    last = day(first) + timedelta(days=30)
    due = permits.start_by(planned(category), day(first), last, road_category=4, today=TODAY)
    assert due is not None
    assert (due.clock, due.origin, due.until) == (Clock.START_BY, Origin.OURS, day(start_by))
    assert source in due.rule.source


@pytest.mark.parametrize(
    "known", [{"road_category": 2}, {"road_category": 4, "traffic_sensitive": True}, {"hs2": True}]
)
def test_without_a_validity_period_works_start_within_their_days(known):
    first, last = day("Mon 14 Dec 2026"), day("Wed 16 Dec 2026")
    due = permits.start_by(planned("minor"), first, last, today=TODAY, **known)
    assert due is not None
    assert due.until == last


def test_on_a_road_that_is_not_known_the_start_window_is_to_be_checked():
    first = day("Mon 14 Dec 2026")
    due = permits.start_by(planned("minor"), first, day("Wed 16 Dec 2026"), today=TODAY)
    assert due is not None
    assert (due.until, due.origin) == (day("Tue 15 Dec 2026"), Origin.CHECK)


def test_the_validity_period_of_street_manager_comes_first():
    """Domain, C: Street Manager's dates first."""
    first, last, own = day("Mon 14 Dec 2026"), day("Tue 15 Dec 2026"), day("Fri 18 Dec 2026")
    due = permits.start_by(planned("minor"), first, last, validity_end=own, today=TODAY)
    assert due is not None
    assert (due.until, due.origin) == (own, Origin.STREET_MANAGER)


@pytest.mark.parametrize(
    "works",
    [
        WorksStanding(WorksStatus.PLANNED),
        planned(Category.PAA),
        planned("minor", PermitStatus.REFUSED),
        WorksStanding(WorksStatus.IN_PROGRESS, PermitStanding("minor", "granted", is_started=True)),
        WorksStanding(WorksStatus.COMPLETED, PermitStanding("minor", "closed", is_started=True)),
    ],
)
def test_no_start_window_where_nothing_can_start(works):
    first = day("Mon 14 Dec 2026")
    assert permits.start_by(works, first, first, validity_end=first, today=TODAY) is None


@pytest.mark.parametrize(
    ("source", "first", "last", "valid_to", "started", "ends"),
    [
        (BR_65, "Mon 14 Dec 2026", "Tue 15 Dec 2026", "Tue 15 Dec 2026", "Tue 15 Dec 2026",
         "Wed 16 Dec 2026"),
        (BR_65, "Thu 10 Dec 2026", "Fri 11 Dec 2026", "Fri 11 Dec 2026", "Fri 11 Dec 2026",
         "Mon 14 Dec 2026"),
        (BR_65, "Mon 21 Dec 2026", "Thu 31 Dec 2026", "Tue 29 Dec 2026", "Tue 29 Dec 2026",
         "Thu 7 Jan 2027"),
        (BR_65, "Mon 21 Dec 2026", "Thu 31 Dec 2026", "Tue 29 Dec 2026", "Sat 26 Dec 2026",
         "Thu 7 Jan 2027"),
        (BR_65, "Thu 25 Mar 2027", "Tue 30 Mar 2027", "Tue 30 Mar 2027", "Tue 30 Mar 2027",
         "Wed 31 Mar 2027"),
    ],
)  # fmt: skip
def test_a_late_start_moves_the_end(source, first, last, valid_to, started, ends):
    due = permits.slid_end(day(first), day(last), day(started), day(valid_to), TODAY)
    assert due is not None
    assert (due.clock, due.origin, due.until) == (Clock.SLID_END, Origin.OURS, day(ends))
    assert source in due.rule.source


@pytest.mark.parametrize(
    ("valid_to", "started"),
    [
        ("Tue 15 Dec 2026", "Mon 14 Dec 2026"),  # on time
        ("Tue 15 Dec 2026", "Fri 11 Dec 2026"),  # early
        ("Tue 15 Dec 2026", "Wed 16 Dec 2026"),  # after the period
        (None, "Tue 15 Dec 2026"),  # no such period
    ],
)
def test_any_other_start_leaves_the_end(valid_to, started):
    first, last = day("Mon 14 Dec 2026"), day("Tue 15 Dec 2026")
    until = day(valid_to) if valid_to else None
    assert permits.slid_end(first, last, day(started), until, TODAY) is None


@pytest.mark.parametrize(
    ("source", "category", "first", "apply_by"),
    [
        (BR_346, "major", "Mon 11 Jan 2027", "Wed 23 Dec 2026 16:30"),
        (BR_346, "standard", "Mon 11 Jan 2027", "Wed 23 Dec 2026 16:30"),
        (BR_346, "standard", "Mon 14 Dec 2026", "Mon 30 Nov 2026 16:30"),
        (BR_346, "minor", "Thu 3 Dec 2026", "Mon 30 Nov 2026 16:30"),
        (BR_346, "minor", "Mon 30 Nov 2026", "Wed 25 Nov 2026 16:30"),
        (BR_346, "minor", "Sat 5 Dec 2026", "Tue 1 Dec 2026 16:30"),
        (BR_346, "minor", "Sun 6 Dec 2026", "Tue 1 Dec 2026 16:30"),
        (BR_346, "minor", "Mon 28 Dec 2026", "Mon 21 Dec 2026 16:30"),
        (BR_346, "minor", "Tue 29 Dec 2026", "Tue 22 Dec 2026 16:30"),
        (BR_346, "minor", "Tue 30 Mar 2027", "Tue 23 Mar 2027 16:30"),
        (BR_346, "minor", "Wed 31 Mar 2027", "Wed 24 Mar 2027 16:30"),
        (BR_346, "paa", "Mon 11 Jan 2027", "Mon 19 Oct 2026 16:30"),  # in summer time
        (BR_346, "paa", "Sun 10 Jan 2027", "Fri 16 Oct 2026 16:30"),
        (BR_346, "paa", "Mon 21 Jun 2027", "Thu 25 Mar 2027 16:30"),  # not on Easter Monday
        (BR_346, "standard", "Tue 14 Mar 2028", "Tue 29 Feb 2028 16:30"),
    ],
)
def test_an_application_is_in_time(source, category, first, apply_by):
    due = permits.apply_by(category, day(first), TODAY)
    assert due is not None
    assert (due.clock, due.origin, due.until) == (Clock.APPLY_BY, Origin.OURS, moment(apply_by))
    assert source in due.rule.source


@pytest.mark.parametrize(
    "category", [Category.IMMEDIATE_URGENT, Category.IMMEDIATE_EMERGENCY, Category.HS2_HIGHWAY]
)
def test_works_without_notice_have_no_day_to_apply_by(category):
    assert permits.apply_by(category, TODAY, TODAY) is None


@pytest.mark.parametrize("category", ["minor", "standard", "major", "paa"])
def test_to_apply_by_is_the_inverse_of_the_earliest_start(category):
    for n in range(500):
        start = date(2026, 6, 1) + timedelta(days=n)
        due = permits.apply_by(category, start, TODAY)
        assert due is not None
        in_time = calendar.counted_day(due.end, TODAY)
        too_late = calendar.counted_day(due.end + timedelta(minutes=1), TODAY)
        assert not notice.is_early_start(category, start, in_time, TODAY)
        assert notice.is_early_start(category, start, too_late, TODAY)


@pytest.mark.parametrize("status", PermitStatus)
def test_an_authorisation_is_progressed_while_it_waits_or_is_granted(status):
    """BR 3.4.5, 7.4: its permit is one of major works."""
    due = permits.progress_by(PermitStanding("paa", status), day("Mon 11 Jan 2027"), TODAY)
    if status in {"submitted", "granted"}:
        assert due is not None
        assert due.until == moment("Wed 23 Dec 2026 16:30")
        assert "7.4" in due.rule.source
    else:
        assert due is None


def test_a_permit_is_not_progressed():
    standing = PermitStanding("major", "granted")
    assert permits.progress_by(standing, day("Mon 11 Jan 2027"), TODAY) is None


@pytest.mark.parametrize(
    ("first", "order_by"),
    [
        ("Mon 11 Jan 2027", "Mon 19 Oct 2026"),
        ("Sun 10 Jan 2027", "Fri 16 Oct 2026"),
        ("Mon 21 Jun 2027", "Thu 25 Mar 2027"),
        ("Tue 23 May 2028", "Tue 29 Feb 2028"),
    ],
)
def test_a_traffic_order_is_asked_for_twelve_weeks_ahead(first, order_by):
    """The usual lead time of authorities: to be checked."""
    due = permits.order_by(True, day(first), TODAY)
    assert due is not None
    assert (due.clock, due.origin, due.until) == (Clock.ORDER_BY, Origin.CHECK, day(order_by))


@pytest.mark.parametrize("needs", [False, None])
def test_no_order_no_lead_time(needs):
    assert permits.order_by(needs, day("Mon 11 Jan 2027"), TODAY) is None
