"""How a planner is told of a clock as of a moment, whose word it is, and what is due first."""

from datetime import date, timedelta, timezone

import pytest
from street_works.plugin.rules.clocks import penalties, permits, reinstating, streets, works
from street_works.plugin.rules.clocks.due import told, worked_out
from street_works.plugin.rules.clocks.said import say, told_by
from street_works.plugin.rules.clocks.table import RULES
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.plugin.trade.vocabulary.works import WorksStatus
from street_works.tests.made.uk_days import day, moment

TODAY = date(2026, 11, 29)
DEADLINE = told(Clock.DEEMS, moment("Wed 2 Dec 2026 16:30"))
REASONABLE = told(Clock.OVERRUN, day("Fri 18 Dec 2026"))
GUARANTEE = told(Clock.GUARANTEE_ENDS, day("Sun 10 Jan 2027"))
WINDOW = worked_out(Clock.INSPECTION_C, day("Mon 1 Mar 2027"), first=day("Tue 2 Feb 2027"))


@pytest.mark.parametrize(
    ("due", "now", "said"),
    [
        (DEADLINE, "Tue 1 Dec 2026 09:00", "deems Wed 2 Dec 16:30, 1 working day left"),
        (DEADLINE, "Fri 27 Nov 2026 09:00", "deems Wed 2 Dec 16:30, 3 working days left"),
        (DEADLINE, "Sat 28 Nov 2026 09:00", "deems Wed 2 Dec 16:30, 3 working days left"),
        (DEADLINE, "Wed 2 Dec 2026 16:30", "deems Wed 2 Dec 16:30, today"),
        (DEADLINE, "Wed 2 Dec 2026 16:31", "was to deem Wed 2 Dec 16:30"),
        (REASONABLE, "Thu 17 Dec 2026 12:00",
         "reasonable period ends Fri 18 Dec, 1 working day left"),
        (REASONABLE, "Fri 18 Dec 2026 23:59", "reasonable period ends Fri 18 Dec, today"),
        (REASONABLE, "Sat 19 Dec 2026 00:00", "overrun: day 1"),
        (REASONABLE, "Mon 21 Dec 2026 09:00", "overrun: day 3"),
        # over a weekend no working day is left, though days are
        (told(Clock.START_BY, day("Sun 13 Dec 2026")), "Fri 11 Dec 2026 09:00",
         "start by Sun 13 Dec, 2 days left"),
        (told(Clock.START_BY, day("Sun 13 Dec 2026")), "Sat 12 Dec 2026 09:00",
         "start by Sun 13 Dec, 1 day left"),
        (told(Clock.START_BY, day("Tue 29 Dec 2026")), "Thu 24 Dec 2026 09:00",
         "start by Tue 29 Dec, 1 working day left"),
        # months are not counted in working days; another year is named
        (GUARANTEE, "Thu 31 Dec 2026 09:00", "guarantee ends Sun 10 Jan 2027, 10 days left"),
        (GUARANTEE, "Sat 9 Jan 2027 09:00", "guarantee ends Sun 10 Jan, 1 day left"),
        (GUARANTEE, "Mon 11 Jan 2027 00:00", "guarantee ended Sun 10 Jan"),
        (WINDOW, "Mon 1 Feb 2027 09:00", "category C inspection until Mon 1 Mar, from Tue 2 Feb"),
        (WINDOW, "Tue 2 Feb 2027 09:00", "category C inspection until Mon 1 Mar, 27 days left"),
    ],
)  # fmt: skip
def test_a_clock_is_told_as_of_a_moment(due, now, said):
    assert say(due, moment(now)) == said


def test_a_clock_is_told_on_uk_clocks():
    """A deadline at 15:30 UTC in summer is one at 16:30, and Tuesday begins at 23:00 UTC."""
    due = told(Clock.DEEMS, moment("Tue 2 Jun 2026 16:30").astimezone(timezone.utc))
    now = moment("Tue 2 Jun 2026 00:30").astimezone(timezone.utc)
    assert say(due, now) == "deems Tue 2 Jun 16:30, today"


def test_street_manager_s_word_is_told_apart_from_ours_and_from_what_is_to_be_checked():
    registered = reinstating.register_by(TODAY, excavated=True, registered=False, today=TODAY)
    discount, _full = penalties.payment("issued", TODAY, TODAY)
    assert registered is not None
    assert told_by(DEADLINE) == "Street Manager's date"
    assert told_by(registered) == (
        "Worked out here. A reinstatement is registered within 10 working days after its"
        " completion. (NRSWA s70)"
    )
    assert told_by(discount).startswith("Worked out here: check. ")
    assert told_by(discount).endswith("(NRSWA Sch 4B)")


@pytest.mark.parametrize("clock", Clock)
def test_every_clock_has_a_rule_with_its_source_and_words_of_its_own(clock):
    rule = RULES[clock]
    assert rule.source
    due = worked_out(clock, day("Tue 1 Dec 2026"))
    assert due.origin == (Origin.CHECK if rule.is_thin else Origin.OURS)
    before, after = moment("Mon 30 Nov 2026 09:00"), moment("Wed 2 Dec 2026 09:00")
    assert "Tue 1 Dec" in say(due, before)
    assert ("day 1" if clock == Clock.OVERRUN else "Tue 1 Dec") in say(due, after)
    assert say(due, before).split(",")[0] != say(due, after)
    assert rule.words() in told_by(due)


def test_a_day_lasts_to_its_end_and_a_moment_to_the_minute():
    due = told(Clock.START_BY, day("Sun 28 Mar 2027"))  # 23 hours long
    assert due.end == moment("Mon 29 Mar 2027 00:00")
    assert not due.is_over(due.end - timedelta(seconds=1))
    assert due.is_over(due.end)
    assert not DEADLINE.is_over(DEADLINE.end)
    assert DEADLINE.is_over(DEADLINE.end + timedelta(seconds=1))


def test_days_and_moments_are_sorted_together():
    found = [
        works.overrun(WorksStatus.IN_PROGRESS, day("Wed 2 Dec 2026"), today=TODAY),
        permits.apply_by("minor", day("Mon 7 Dec 2026"), TODAY),
        DEADLINE,
        works.start_notice(moment("Tue 1 Dec 2026 17:00"), TODAY),
        streets.section_58(day("Tue 1 Dec 2026")),
    ]
    ordered = sorted((one for one in found if one is not None), key=lambda one: one.end)
    assert [one.clock for one in ordered] == [
        Clock.SECTION_58_ENDS,
        Clock.START_NOTICE,
        Clock.APPLY_BY,
        Clock.DEEMS,
        Clock.OVERRUN,
    ]


@pytest.mark.parametrize(
    ("now", "presses"),
    [
        ("Mon 30 Nov 2026 23:59", False),
        ("Tue 1 Dec 2026 00:00", True),
        ("Thu 3 Dec 2026 09:00", True),
    ],
)
def test_a_clock_presses_from_a_working_day_ahead(now, presses):
    assert DEADLINE.presses(moment(now)) is presses


def test_a_weekend_is_no_warning():
    due = told(Clock.START_BY, day("Mon 30 Nov 2026"))
    assert not due.presses(moment("Thu 26 Nov 2026 23:59"))
    assert due.presses(moment("Fri 27 Nov 2026 00:00"))
