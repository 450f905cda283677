"""Of the values that a draft kept, those are shown that are such as their questions have."""

import pytest
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.kinds import Kind
from street_works.plugin.forms.sound import is_sound
from street_works.tests.made.damage import damaged_values

form = Application()
SOUND = {
    Kind.TEXT: ["", "Ann Hill"],
    Kind.LONG_TEXT: ["two\nlines"],
    Kind.CHOICE: ["", "planned", "of_a_later_version"],
    Kind.YES_NO: [True, False, None],
    Kind.DATE: ["2026-06-03", "", "3 Ju"],
    Kind.TIME: ["09:30", ""],
    Kind.MOMENT: [{"day": "2026-06-03", "time": "09:30"}, {"day": "3 Ju", "time": ""}],
    Kind.TICKS: [[], ["footway", "verge"]],
    Kind.CONDITIONS: [[], [{"condition": "NCT01a", "comment": ""}]],
    Kind.DESIGNATIONS: [[], ["key"]],
    Kind.LINES: [[], ["one", "two"]],
    Kind.FILES: [[], [{"file_id": 1, "name": "a.pdf"}]],
    Kind.EXTENT: [{"type": "Point", "coordinates": [471065.0, 236014.5]}],
}


@pytest.mark.parametrize("field", form.fields)
def test_sound_values_stay_as_they_are(field):
    assert set(SOUND) == set(Kind)
    for value in SOUND[form.answers[field].kind]:
        assert form.sound({field: value}) == {field: value}


@pytest.mark.parametrize("field", form.fields)
def test_a_thousand_values_leave_none_of_another_kind(field):
    shapes = {type(one) for one in SOUND[form.answers[field].kind]} | {type(None)}
    for value in damaged_values():
        kept = form.sound({field: value, "work_reference_number": "ZX001A"})
        assert kept.pop("work_reference_number") == "ZX001A"
        assert type(kept.get(field)) in shapes


def test_what_belongs_to_no_question_is_text():
    kept = {"work_reference_number": ["ZX"], "sent_without_answer": 5, "other": "text"}
    assert form.sound(kept) == {"other": "text"}


@pytest.mark.parametrize("kind", Kind)
def test_values_of_each_kind_are_sound_and_a_thousand_others_are_not(kind):
    assert all(is_sound(one, kind) for one in (*SOUND[kind], None))
    shapes = {type(one) for one in SOUND[kind]} | {type(None)}
    assert all(type(one) in shapes for one in damaged_values() if is_sound(one, kind))
