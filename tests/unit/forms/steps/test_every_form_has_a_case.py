"""Every form of a step has a case, by which the generic tests prove it."""

from collections import Counter

import pytest
from street_works.plugin.forms.all_forms import OPERATIONS, STEP_FORMS
from street_works.tests.made.step_cases.all_cases import CASES


def test_every_form_has_one_case():
    cases = Counter(case.form for case in CASES)
    assert [form.__name__ for form in STEP_FORMS if cases[form] != 1] == []
    assert [form.__name__ for form in cases if form not in STEP_FORMS] == []


@pytest.mark.parametrize("form", STEP_FORMS, ids=lambda form: form.__name__)
def test_every_form_has_an_operation_of_its_own(form):
    assert OPERATIONS[form.operation.name] is form.operation


@pytest.mark.parametrize("form", STEP_FORMS, ids=lambda form: form.__name__)
def test_every_field_of_the_request_is_asked_or_filled(form):
    made = form()
    assert set(made.fields) | made.filled == set(made.model.model_fields)
