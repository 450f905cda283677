"""Discount and payment of fixed penalty notices, case by case, each with its source.

Worked out by hand; the bank holidays are told in test_clocks_of_permits.py.
"""

from datetime import date

import pytest
from street_works.plugin.rules.clocks import penalties
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin
from street_works.plugin.trade.vocabulary.notices import PenaltyStatus
from street_works.tests.made.uk_days import day

TODAY = date(2026, 11, 29)
SCH_4B = "NRSWA Sch 4B"


@pytest.mark.parametrize(
    ("source", "given", "discount_to", "pay_by"),
    [
        (SCH_4B, "Mon 30 Nov 2026", "Tue 29 Dec 2026", "Mon 4 Jan 2027"),
        (SCH_4B, "Tue 1 Dec 2026", "Tue 29 Dec 2026", "Tue 5 Jan 2027"),
        (SCH_4B, "Fri 4 Dec 2026", "Mon 4 Jan 2027", "Fri 8 Jan 2027"),
        (SCH_4B, "Sat 28 Nov 2026", "Tue 29 Dec 2026", "Sat 2 Jan 2027"),
        (SCH_4B, "Fri 27 Nov 2026", "Tue 29 Dec 2026", "Fri 1 Jan 2027"),
        (SCH_4B, "Sat 5 Dec 2026", "Mon 4 Jan 2027", "Sat 9 Jan 2027"),
        (SCH_4B, "Fri 26 Feb 2027", "Tue 30 Mar 2027", "Fri 2 Apr 2027"),
        (SCH_4B, "Sun 28 Mar 2027", "Mon 26 Apr 2027", "Sun 2 May 2027"),
        (SCH_4B, "Tue 1 Feb 2028", "Tue 29 Feb 2028", "Tue 7 Mar 2028"),
    ],
)
def test_a_penalty_is_discounted_at_first(source, given, discount_to, pay_by):
    discount, full = penalties.payment(PenaltyStatus.ISSUED, day(given), TODAY)
    assert (discount.clock, discount.until) == (Clock.DISCOUNT_ENDS, day(discount_to))
    assert (full.clock, full.until) == (Clock.PENALTY_DUE, day(pay_by))
    assert {discount.origin, full.origin} == {Origin.CHECK}
    assert {discount.rule.source, full.rule.source} == {source}


@pytest.mark.parametrize("status", PenaltyStatus)
def test_nothing_is_due_once_a_penalty_is_settled(status):
    settled = {PenaltyStatus.PAID, PenaltyStatus.PAID_DISCOUNTED, PenaltyStatus.WITHDRAWN}
    assert len(penalties.payment(status, TODAY, TODAY)) == (0 if status in settled else 2)
