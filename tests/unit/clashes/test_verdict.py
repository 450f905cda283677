"""Which verdict counts where several were given."""

from itertools import permutations

import pytest
from street_works.plugin.clashes.verdict import Standing, Verdict, said, standing, title
from street_works.tests.made.judged import judged

FIRST = judged(Verdict.TO_BE_RESOLVED)
ANNS = judged(Verdict.NO_CONFLICT, after=[FIRST], minutes=2)
BENS = judged(Verdict.COLLABORATE, after=[FIRST], minutes=3, by="Ben")
LAST = judged(Verdict.RESOLVED, after=[ANNS, BENS], minutes=9)


def in_any_order(*judgements):
    (only,) = {standing(order) for order in permutations(judgements)}
    return only


def test_what_nobody_judged_is_not_judged():
    assert standing([]) == Standing()
    assert Standing().verdict is Verdict.NOT_JUDGED
    assert Standing().known == ()


def test_the_latest_counts():
    assert in_any_order(FIRST, ANNS) == Standing(ANNS)


def test_one_that_knew_of_another_counts_before_it_whatever_the_clocks_say():
    slow = judged(Verdict.RESOLVED, after=[ANNS], minutes=-60)
    assert in_any_order(FIRST, ANNS, slow) == Standing(slow)


def test_of_two_that_did_not_know_each_other_the_later_counts_and_the_other_is_told():
    both = in_any_order(FIRST, ANNS, BENS)
    assert both == Standing(BENS, (ANNS,))
    assert set(both.known) == {ANNS.id, BENS.id}


def test_whoever_judges_again_knows_both():
    assert in_any_order(FIRST, ANNS, BENS, LAST) == Standing(LAST)


def test_who_judged_how_and_when_is_told_on_uk_clocks():
    assert said(ANNS) == "Ann judged this “No conflict” on 1 Jun 2026 at 13:02"


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_has_words_of_its_own(verdict):
    assert title(verdict)
    assert [title(one) for one in Verdict].count(title(verdict)) == 1
