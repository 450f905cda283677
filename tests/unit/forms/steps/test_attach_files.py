"""Attaching files to works: sent once, found again, never deleted."""

import hashlib
from typing import Any

import pytest
from street_works.plugin.api.errors import PreconditionFailed
from street_works.plugin.drafts import State
from street_works.plugin.forms.steps.attach_files import AttachFiles
from street_works.plugin.rules.files import why_not_deleted
from street_works.tests.made.filled_forms import Parties, Somebody
from street_works.tests.made.step_cases.bringing import applied


def uploaded(somebody: Somebody, *names: str) -> list[dict[str, Any]]:
    """Return the answer with files that somebody has uploaded."""
    answer = []
    for name in names:
        number = somebody.client.work.upload_file((name, name.encode(), "application/pdf")).file_id
        digest = hashlib.sha256(name.encode()).hexdigest()
        answer.append({"file_id": number, "name": name, "size": len(name), "digest": digest})
    return answer


@pytest.mark.parametrize("who", ["planner", "contractor", "authority"])
def test_files_are_attached_by_either_side(parties: Parties, who: str) -> None:
    case, somebody = applied(parties.trade), parties[who]
    files = uploaded(somebody, "plan.pdf", "photo.pdf")
    form, about = AttachFiles(), somebody.about(case)
    assert somebody.why_not(AttachFiles, case) is None
    sent = somebody.send(form, about, file_ids=files)
    assert sent.state is State.ACCEPTED, sent.error
    assert {one.name for one in somebody.works(case).files} == {"plan.pdf", "photo.pdf"}


def test_one_file_at_least_is_asked_for(parties: Parties) -> None:
    form, about = AttachFiles(), parties["planner"].about(applied(parties.trade))
    assert form.problems(form.defaults(about), about) == {
        "file_ids": "Please add at least one file."
    }


def test_a_file_that_is_attached_already_is_refused_at_its_question(parties: Parties) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    files, about = uploaded(planner, "plan.pdf"), planner.about(case)
    assert planner.send(AttachFiles(), about, file_ids=files).state is State.ACCEPTED
    again = planner.send(AttachFiles(), about, file_ids=files)
    assert again.state is State.REFUSED
    assert "used already" in " ".join(again.error.fields["file_ids"])


def test_what_is_attached_stays_which_the_form_says_before(parties: Parties) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    form, about, files = AttachFiles(), planner.about(case), uploaded(planner, "plan.pdf")
    (thought,) = form.thoughts({"file_ids": files}, about)["file_ids"]
    planner.send(form, about, file_ids=files)
    with pytest.raises(PreconditionFailed) as refused:
        planner.client.work.delete_file(files[0]["file_id"])
    assert thought == why_not_deleted(used=True, own=True)
    assert thought in str(refused.value)


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_answer_is_settled_by_the_files_of_the_works(
    parties: Parties, arrived: bool
) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    planner.send(AttachFiles(), planner.about(case), file_ids=uploaded(planner, "first.pdf"))
    form, about = AttachFiles(), planner.about(case)
    planner.lose(form, about, arrived=arrived, file_ids=uploaded(planner, "a.pdf", "b.pdf"))
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    assert planner.found_out(form, about).state is expected
