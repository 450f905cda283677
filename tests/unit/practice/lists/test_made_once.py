"""The entries of a list are made once, and anew when the works or the day are others."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from street_works.plugin.practice.lists import made_once
from street_works.plugin.practice.lists.made_once import MadeOnce
from street_works.plugin.practice.made_up.around import made_up
from street_works.plugin.practice.people.accounts import PLANNER, User
from street_works.plugin.practice.people.organisations import WATER

DAY = date(2026, 9, 24)
USER = User("planner@practice.example", PLANNER, WATER)


@pytest.fixture
def works():
    return next(one for one in made_up(5, DAY).works if one.promoter_swa_code == WATER.swa_code)


def known(day=DAY):
    return SimpleNamespace(today=day, street=lambda works: None)


def test_they_are_made_once_while_nothing_changes(works):
    made = MadeOnce()
    first = made.entries("permits", works, USER, known())
    assert first
    assert made.entries("permits", works, USER, known()) is first


@pytest.mark.parametrize(
    "other",
    [
        lambda works: (works, replace(USER, email="other@practice.example"), known()),
        lambda works: (works, USER, known(DAY + timedelta(days=1))),
        lambda works: (replace(works, where="Moved"), USER, known()),
    ],
    ids=["user", "day", "works"],
)
def test_they_are_made_anew_for_another(works, other):
    made = MadeOnce()
    first = made.entries("permits", works, USER, known())
    assert made.entries("permits", *other(works)) is not first


def test_each_kind_of_list_has_its_own(works):
    made = MadeOnce()
    for kind in made_once.KINDS:
        expected = list(made_once.KINDS[kind].entries(works, USER, known()))
        assert list(made.entries(kind, works, USER, known())) == expected
