"""What every rule has, and what a new one costs: a file, a line in the list, and cases."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest
from shapely.geometry import Point
from street_works.plugin.clashes import rules
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.near_by import NearBy
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rule import days, thresholds
from street_works.plugin.clashes.rules import ALL, all_with, usual
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.summary import summary
from street_works.tools import clash_rules

DAY = date(2026, 6, 10)


@dataclass(frozen=True)
class Bells(NearBy):
    """A made-up rule: churches within the distance, where bells may ring."""

    name: ClassVar[str] = "bells"
    grade: ClassVar[Grade] = Grade.OPPORTUNITY

    rung_days: int = days(3, lambda: "rung within")

    def title(self):
        return "Bells near by"

    def help(self):
        return "Churches within the distance."

    def wanted(self, theirs, rows):
        return theirs.of_category(rows, "church")


@pytest.fixture
def bells(monkeypatch):
    monkeypatch.setattr(rules, "ALL", (*ALL, Bells))


CHURCH = Occupation("own:Town", "St Mary", "church", Point(9, 0), DAY, DAY, category="church")


@pytest.mark.usefixtures("bells")
def test_a_new_rule_is_there_once_it_is_in_the_list():
    assert Bells() in usual()
    assert all_with(rung_days=5, within_m=9)[-1] == Bells(within_m=9, rung_days=5)
    assert [one.name for one in thresholds(rules.ALL[-1])] == ["within_m", "rung_days"]


@pytest.mark.usefixtures("bells")
def test_a_new_rule_is_in_the_report_and_in_the_page():
    ours = Occupation("works", "OURS", "", Point(0, 0), DAY, DAY)
    report = report_on(ours, Shelf([CHURCH]), usual())
    (found,) = report.encounters
    assert found.found_by("bells")
    said = [one.said[0] for one in found.findings]
    assert "Bells near by: within 25 m, rung within 3 days" in said
    assert "1 potential clash" in summary(report)
    row = next(line for line in clash_rules.page().splitlines() if "`bells`" in line)
    assert "Churches within the distance." in row
    assert "rung within 3 days" in row
    assert "Potential collaboration" in row


def test_the_page_is_current():
    assert clash_rules.PAGE.read_text(encoding="utf-8") == clash_rules.page(), "make docs"


def test_rules_have_names_titles_and_words_of_their_own():
    for ask in (lambda rule: rule.name, lambda rule: rule.title(), lambda rule: rule.help()):
        assert len({ask(rule) for rule in usual()}) == len(ALL)


@pytest.mark.parametrize("rule", usual(), ids=lambda rule: rule.name)
def test_thresholds_have_words_and_usual_values_in_their_range(rule):
    for one in rule.asks():
        assert one.label()
        assert one.least <= getattr(rule, one.name) <= one.most


@pytest.mark.parametrize("rule", usual(), ids=lambda rule: rule.name)
def test_no_rule_finds_anything_in_nothing(rule):
    empty, one = Shelf([]), Shelf([CHURCH])
    for ours, theirs in ((empty, one), (one, empty), (empty, empty)):
        assert len(rule.meet(ours, theirs).grades) == 0
