"""The page that says where each operation is tells the truth, as far as the forms and tables go."""

import re

import pytest
from street_works.plugin.forms.all_forms import STEP_FORMS
from street_works.tools import operations

NAMES = {f"{one['api']}.{one['operation_id']}" for one in operations.contract()}


def test_it_is_as_the_forms_and_the_places_are_now():
    assert operations.PAGE.read_text("utf-8") == operations.page(), "run `make docs`"


def test_it_has_each_of_the_98_operations_once():
    rows = re.findall(r"^\| `(\w+)` \|", operations.page(), re.MULTILINE)
    assert len(rows) == len(NAMES) == 98


def test_it_counts_those_that_have_a_place():
    page, ways = operations.page(), operations.places()
    assert set(ways) <= NAMES
    assert f"**{len(ways)} of 98 have a place**" in page
    assert page.count("*not yet:*") == 98 - len(ways)


@pytest.mark.parametrize("form", STEP_FORMS, ids=lambda form: form.__name__)
def test_what_a_form_sends_is_an_operation_and_the_page_names_the_form(form):
    name, title = operations.operation_of(form), form().told().title
    assert name in NAMES
    assert any(f"“{title}”" in way for way in operations.places()[name])


def test_a_reason_is_given_for_nothing_that_has_a_place():
    assert set(operations.NOT_YET) <= NAMES
    assert operations.NOT_YET.keys() & operations.places().keys() == set()
