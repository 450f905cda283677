"""Registration, ends and inspections of reinstatements, case by case, each with its source.

Worked out by hand; the bank holidays are told in test_clocks_of_permits.py. Easter 2019 was on 21
April.
"""

from datetime import date

import pytest
from street_works.plugin.rules.clocks import reinstating
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.plugin.trade.vocabulary.reinstatements import ReinstatementType
from street_works.tests.made.uk_days import day

TODAY = date(2026, 11, 29)
S_70, BR_85, BR_182 = "NRSWA s70", "8.5", "BR 18.2"
DUG = ReinstatementType.EXCAVATION


@pytest.mark.parametrize(
    ("source", "completed", "register_by"),
    [
        (S_70, "Tue 15 Dec 2026", "Thu 31 Dec 2026"),
        (S_70, "Wed 16 Dec 2026", "Mon 4 Jan 2027"),
        (S_70, "Mon 30 Nov 2026", "Mon 14 Dec 2026"),
        (S_70, "Fri 27 Nov 2026", "Fri 11 Dec 2026"),
        (S_70, "Sat 28 Nov 2026", "Fri 11 Dec 2026"),
        (S_70, "Sun 29 Nov 2026", "Fri 11 Dec 2026"),
        (S_70, "Sat 19 Dec 2026", "Wed 6 Jan 2027"),
        (S_70, "Fri 12 Mar 2027", "Tue 30 Mar 2027"),
        (S_70, "Tue 15 Feb 2028", "Tue 29 Feb 2028"),
    ],
)
def test_a_reinstatement_is_registered_in_ten_working_days(source, completed, register_by):
    due = reinstating.register_by(day(completed), excavated=True, registered=False, today=TODAY)
    assert due is not None
    assert (due.clock, due.origin) == (Clock.REGISTER_BY, Origin.OURS)
    assert due.until == day(register_by)
    assert due.rule.source == source


@pytest.mark.parametrize(("excavated", "registered"), [(False, False), (True, True)])
def test_nothing_is_left_to_register(excavated, registered):
    due = reinstating.register_by(TODAY, excavated=excavated, registered=registered, today=TODAY)
    assert due is None


@pytest.mark.parametrize(
    ("source", "status", "depth", "done", "ends", "warn_from"),
    [
        (BR_85, "interim", 1.0, "Fri 26 Oct 2018", "Thu 25 Apr 2019", "Tue 9 Apr 2019"),
        (BR_85, "interim", 2.0, "Tue 1 Dec 2026", "Mon 31 May 2027", "Fri 14 May 2027"),
        (BR_85, "interim", None, "Mon 31 Aug 2026", "Sat 27 Feb 2027", "Fri 12 Feb 2027"),
        (BR_85, "permanent", 1.5, "Tue 1 Dec 2026", "Thu 30 Nov 2028", "Fri 1 Sep 2028"),
        (BR_85, "permanent", 1.51, "Tue 1 Dec 2026", "Fri 30 Nov 2029", "Sat 1 Sep 2029"),
        (BR_85, "permanent", None, "Sun 1 Mar 2026", "Tue 29 Feb 2028", "Wed 1 Dec 2027"),
        (BR_85, "permanent", 1.0, "Thu 29 Feb 2024", "Fri 27 Feb 2026", "Fri 28 Nov 2025"),
    ],
)
def test_a_reinstatement_comes_to_its_end(source, status, depth, done, ends, warn_from):
    due = reinstating.ends(status, day(done), depth=depth, today=TODAY)
    clock = Clock.INTERIM_ENDS if status == "interim" else Clock.GUARANTEE_ENDS
    assert (due.clock, due.origin) == (clock, Origin.OURS)
    assert (due.until, due.warn_from) == (day(ends), day(warn_from))
    assert source in due.rule.source


@pytest.mark.parametrize("status", ["interim", "permanent"])
def test_the_end_of_street_manager_comes_first(status):
    own = day("Fri 18 Dec 2026")
    due = reinstating.ends(status, day("Tue 1 Dec 2026"), end=own, depth=1.0, today=TODAY)
    assert (due.until, due.origin) == (own, Origin.STREET_MANAGER)


@pytest.mark.parametrize(
    ("source", "done", "end", "b_to", "c_from"),
    [
        (BR_182, "Tue 1 Dec 2026", "Thu 30 Nov 2028", "Mon 31 May 2027", "Fri 1 Sep 2028"),
        (BR_182, "Mon 31 Aug 2026", "Wed 30 Aug 2028", "Sat 27 Feb 2027", "Wed 31 May 2028"),
        (BR_182, "Sun 1 Mar 2026", "Tue 29 Feb 2028", "Mon 31 Aug 2026", "Wed 1 Dec 2027"),
        (BR_182, "Sun 28 Mar 2027", "Tue 27 Mar 2029", "Mon 27 Sep 2027", "Thu 28 Dec 2028"),
    ],
)
def test_an_excavation_is_inspected_at_both_ends_of_its_guarantee(source, done, end, b_to, c_from):
    b, c = reinstating.inspections(DUG, "permanent", day(done), day(end))
    assert (b.clock, b.first, b.until) == (Clock.INSPECTION_B, day(done), day(b_to))
    assert (c.clock, c.first, c.until) == (Clock.INSPECTION_C, day(c_from), day(end))
    assert {b.origin, c.origin} == {Origin.OURS}
    assert {b.rule.source, c.rule.source} == {source}


def test_an_interim_reinstatement_has_no_guarantee_to_be_inspected():
    found = reinstating.inspections(DUG, "interim", day("Tue 1 Dec 2026"), day("Mon 31 May 2027"))
    assert [one.clock for one in found] == [Clock.INSPECTION_B]


@pytest.mark.parametrize("kind", [one for one in ReinstatementType if one != DUG])
def test_only_excavations_are_inspected_so(kind):
    assert reinstating.inspections(kind, "permanent", TODAY, TODAY) == ()
