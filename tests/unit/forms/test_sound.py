"""Of the values that a draft kept, those are shown that are such as their questions have."""

import pytest
from street_works.plugin.forms import form
from street_works.plugin.forms.form import Kind
from street_works.tests.made.damage import damaged_values

SOUND = {
    Kind.TEXT: ["", "Ann Hill"],
    Kind.LONG_TEXT: ["two\nlines"],
    Kind.CHOICE: ["", "planned", "of_a_later_version"],
    Kind.YES_NO: [True, False, None],
    Kind.DATE: ["2026-06-03", "", "3 Ju"],
    Kind.TIME: ["09:30", ""],
    Kind.TICKS: [[], ["footway", "verge"]],
    Kind.CONDITIONS: [[], [{"condition": "NCT01a", "comment": ""}]],
    Kind.DESIGNATIONS: [[], ["key"]],
    Kind.LINES: [[], ["one", "two"]],
    Kind.FILES: [[], [{"file_id": 1, "name": "a.pdf"}]],
}


@pytest.mark.parametrize("field", form.fields(), ids=lambda field: field.name)
def test_sound_values_stay_as_they_are(field):
    assert set(SOUND) == set(Kind)
    for value in SOUND[field.kind]:
        assert form.sound({field.name: value}) == {field.name: value}


@pytest.mark.parametrize("field", form.fields(), ids=lambda field: field.name)
def test_a_thousand_values_leave_none_of_another_kind(field):
    shapes = {type(one) for one in SOUND[field.kind]} | {type(None)}
    for value in damaged_values():
        kept = form.sound({field.name: value, "work_reference_number": "ZX001A"})
        assert kept.pop("work_reference_number") == "ZX001A"
        assert type(kept.get(field.name)) in shapes


def test_what_belongs_to_no_question_is_text():
    kept = {"work_reference_number": ["ZX"], "sent_without_answer": 5, "other": "text"}
    assert form.sound(kept) == {"other": "text"}
