"""Which clocks run on works and their sites, by all that Street Manager tells of them."""

from dataclasses import replace

import pytest
from street_works.plugin.rules.clocks.of_works import of_site, of_works
from street_works.plugin.trade.records.belonging import PlanSummary
from street_works.plugin.trade.records.streets import Designation
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.tests.made.told_works import MINOR, PAA, RUNNING, SITE, STOPPED, midnight, works
from street_works.tests.made.uk_days import day, moment

NOW = moment("Tue 15 Dec 2026 09:00")

RENTED = (Designation(16, periodicity=2),)


@pytest.mark.parametrize(
    ("permit", "clocks"),
    [
        (MINOR, [Clock.START_BY, Clock.SLID_END]),
        (replace(MINOR, status="submitted"), [Clock.DEEMS, Clock.START_BY, Clock.SLID_END]),
        (replace(MINOR, designations=RENTED),
         [Clock.START_BY, Clock.SLID_END, Clock.LANE_RENTAL_DAYS]),
        (replace(MINOR, status=PermitStatus.PERMIT_MODIFICATION_REQUEST),
         [Clock.START_BY, Clock.SLID_END]),
        (replace(MINOR, status="refused", designations=RENTED), []),
        (replace(MINOR, status="cancelled", designations=RENTED), []),
        (RUNNING, [Clock.OVERRUN]),
        (replace(RUNNING, designations=RENTED), [Clock.OVERRUN, Clock.LANE_RENTAL_DAYS]),
        (replace(RUNNING, status="revoked"), [Clock.OVERRUN]),
        (replace(STOPPED, designations=RENTED), [Clock.REGISTER_BY]),
        (replace(STOPPED, excavates=False), []),
        (PAA, [Clock.APPLY_BY, Clock.ORDER_BY]),
        (replace(PAA, needs_order=False, status="submitted"), [Clock.DEEMS, Clock.APPLY_BY]),
        (replace(PAA, status="progressed"), []),
    ],
)  # fmt: skip
def test_a_permit_has_the_clocks_of_its_state(permit, clocks):
    assert [due.clock for due in of_works(works(permit), NOW)] == clocks


def test_its_own_dates_are_street_managers():
    submitted = replace(MINOR, status="submitted", start_until=midnight("Thu 17 Dec 2026"))
    deems, start_by, slid_end = of_works(works(submitted), NOW)
    assert (deems.until, deems.origin) == (MINOR.deadline, Origin.STREET_MANAGER)
    assert (start_by.until, start_by.origin) == (day("Thu 17 Dec 2026"), Origin.STREET_MANAGER)
    assert (slid_end.until, slid_end.origin) == (day("Wed 16 Dec 2026"), Origin.OURS)
    running = replace(RUNNING, reasonable_until=midnight("Mon 14 Dec 2026"))
    (overrun,) = of_works(works(running), NOW)
    assert (overrun.until, overrun.origin) == (day("Mon 14 Dec 2026"), Origin.STREET_MANAGER)
    assert overrun.is_over(NOW)


def test_on_time_no_end_slides():
    assert [due.clock for due in of_works(works(MINOR), moment("Mon 14 Dec 2026 09:00"))] == [
        Clock.START_BY
    ]


def test_works_without_a_permit_or_with_everything_registered_have_no_clock():
    assert of_works(works(None), NOW) == ()
    assert of_works(works(STOPPED, sites=(SITE,)), NOW) == ()


def test_a_site_has_the_clocks_that_are_not_over():
    assert [due.clock for due in of_site(SITE, NOW)] == [
        Clock.GUARANTEE_ENDS,
        Clock.INSPECTION_B,
        Clock.INSPECTION_C,
    ]
    later = moment("Tue 1 Jun 2027 09:00")
    guarantee, c = of_site(SITE, later)
    assert (guarantee.until, guarantee.origin) == (day("Thu 30 Nov 2028"), Origin.STREET_MANAGER)
    assert (c.clock, c.first) == (Clock.INSPECTION_C, day("Fri 1 Sep 2028"))
    assert of_site(SITE, moment("Fri 1 Dec 2028 00:00")) == ()


def test_an_interim_reinstatement_that_is_over_stays():
    interim = replace(SITE, status="interim", ends=midnight("Mon 31 May 2027"))
    assert [due.clock for due in of_site(interim, moment("Tue 1 Jun 2027 09:00"))] == [
        Clock.INTERIM_ENDS
    ]


@pytest.mark.parametrize("status", ["raised", "cancelled"])
def test_a_raised_plan_is_applied_for_as_an_authorisation(status):
    plan = PlanSummary("W-FP", midnight("Mon 21 Jun 2027"), midnight("Fri 2 Jul 2027"), status)
    found = of_works(works(None, plan=plan), NOW)
    by = moment("Thu 25 Mar 2027 16:30")
    assert [(due.clock, due.until) for due in found] == (
        [(Clock.APPLY_BY, by)] if status == "raised" else []
    )
