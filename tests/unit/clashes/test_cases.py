"""The worked cases, each against its answer."""

import pytest
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import ALL
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.summary import summary
from street_works.tests.unit.clashes.cases import CASES


@pytest.mark.parametrize("case", CASES, ids=[case.words for case in CASES])
def test_case(case):
    shelf = Shelf(case.others)
    report = report_on(case.ours, shelf, case.rules, case.gaps)
    told = [
        (one.other.reference, one.rule.name, one.grade, one.days, one.pair.distance_m)
        for encounter in report.encounters
        for one in encounter.findings
    ]
    assert sorted(told, key=lambda one: one[:2]) == sorted(case.found, key=lambda one: one[:2])
    assert [bad.occupation.reference for bad in report.unusable] == list(case.unusable)
    assert report.left_out == case.left_out
    assert report.is_sure == case.sure
    if not case.sure:
        assert any(word in summary(report) for word in ("unsure", "could not", "not given"))


def test_each_case_is_a_case_of_its_own():
    assert len({case.words for case in CASES}) == len(CASES) >= 60


def test_every_rule_has_cases_that_it_finds_and_that_it_leaves():
    for rule in ALL:
        by_it = [case for case in CASES if any(told[1] == rule.name for told in case.found)]
        assert by_it, f"no case for the rule {rule.name}: add some to cases.py"
