"""What every form says of itself: it tells which works, and says nothing twice."""

from typing import Any

import pytest
from street_works.plugin.forms.all_forms import STEP_FORMS
from street_works.plugin.forms.steps.assess_permit import RefusePermit
from street_works.plugin.forms.steps.change_permit import REASON, ChangePermit, ImposeConditions
from street_works.tests.made.step_cases.all_cases import CASES
from street_works.tests.made.step_cases.case import StepCase


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_its_heading_names_the_works_and_the_street(case: StepCase, parties: Any) -> None:
    works = case.before(parties.trade)
    form, situation = case.form(), case.situation(parties[case.who].client, works)
    heading = form.heading(situation)
    assert heading.startswith(works.reference)
    assert situation.works.street in heading


@pytest.mark.parametrize("form", STEP_FORMS, ids=lambda form: form.__name__)
def test_no_section_repeats_the_title(form: Any) -> None:
    made = form()
    assert made.told().title not in [section.title for section in made.sections]


def test_reasons_for_a_refusal_are_offered_by_their_codes_alone() -> None:
    form = RefusePermit()
    words = [one.words for one in form.options(form.fields["reasons_for_refusal"], None)]
    assert len(words) == 17
    assert words[0] == "RC10"


def test_who_reads_the_reason_of_a_change_is_the_other_side() -> None:
    assert "The promoter reads it" in ImposeConditions().fields[REASON].help
    assert "highway authority reads it" in ChangePermit().fields[REASON].help
