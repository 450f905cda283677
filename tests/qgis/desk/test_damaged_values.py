"""Any values in the form of a draft: it opens, and what it gives back is sound."""

import json
from dataclasses import replace

import pytest
from street_works.plugin.forms.application.form import Application
from street_works.tests.made.damage import damaged_values

pytestmark = pytest.mark.one_workplace

VALUES = [one for one in damaged_values() if len(repr(one)) < 20_000]


def as_json(value):
    try:
        return json.loads(json.dumps(value, default=str))
    except (ValueError, RecursionError):
        return str(value)


@pytest.mark.parametrize("number", range(25))
def test_the_form_opens_with_any_values_in_the_draft(at_work, complaints, number):
    names = list(Application().fields)
    sheet = at_work.sheet
    if sheet.street is None:
        sheet.choose_street(sheet.nearby[0])
    values = {
        name: as_json(VALUES[(number * 41 + place) % len(VALUES)])
        for place, name in enumerate([*names, "work_reference_number"])
    }
    sheet.keep_values(values)
    at_work.apply()
    dialog = at_work.form.dialog
    assert dialog is not None
    assert set(dialog.form_view.rows) <= set(dialog.values())
    dialog.nextButton.click()
    assert complaints == []
    json.dumps(dialog.values(), allow_nan=False)
    dialog.reject()
    assert complaints == []
    assert replace(sheet.draft) == at_work.drafts.latest()
