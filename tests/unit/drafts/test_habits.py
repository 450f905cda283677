"""Habitual answers are kept for each environment and account, in private, until forgotten."""

import os
import stat

import pytest
from street_works.plugin.drafts.habits import HabitStore
from street_works.plugin.forms.about import FOR_WHOM
from street_works.plugin.forms.all_forms import FORMS
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.application.several import ApplicationForSeveral
from street_works.plugin.forms.steps.change_permit import ChangePermit

ANN = {"secondary_contact": "Ann Hill", "secondary_contact_number": "01632 960001"}


@pytest.fixture
def store(tmp_path):
    one = HabitStore(tmp_path / "street_works" / "habits.sqlite")
    yield one
    one.close()


def test_each_environment_and_each_account_has_its_own(store):
    store.keep("practice", "Ann@Example.com", ANN)
    assert store.answers("practice", " ann@example.com") == ANN
    assert store.answers("production", "ann@example.com") == {}
    assert store.answers("practice", "ben@example.com") == {}
    store.keep("practice", "ann@example.com", {"secondary_contact": "Ben Lee"})
    assert store.answers("practice", "ann@example.com") == {**ANN, "secondary_contact": "Ben Lee"}


def test_what_is_forgotten_is_gone_from_the_file(store, tmp_path):
    store.keep("practice", "ann", ANN)
    store.keep("practice", "ann", {"secondary_contact": " "})
    assert store.answers("practice", "ann") == {"secondary_contact_number": "01632 960001"}
    assert store.how_many() == 1
    store.forget_all()
    assert store.how_many() == 0
    store.close()
    for file in (tmp_path / "street_works").iterdir():
        assert b"Ann Hill" not in file.read_bytes()
        assert b"960001" not in file.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps profiles private by itself")
def test_nobody_else_on_the_computer_can_read_it(store, tmp_path):
    mode = (tmp_path / "street_works" / "habits.sqlite").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_the_table_of_a_form_says_what_is_habitual():
    asked = Application().habitual
    assert asked[0] == "workstream_prefix"
    assert {"secondary_contact", "additional_contact_email", *FOR_WHOM} < set(asked)
    assert "description_of_work" not in asked
    assert ApplicationForSeveral().habitual == asked
    for form in FORMS:
        assert set(form().habitual) >= set(FOR_WHOM) & set(form().fields)


def test_what_a_permit_says_is_not_filled_up_when_it_is_changed():
    assert ChangePermit().habitual == FOR_WHOM
