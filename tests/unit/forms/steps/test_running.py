"""Stopping works and taking that or their start back: offered, refused, sent, settled."""

from datetime import datetime, timedelta, timezone

import pytest
from street_works.plugin.api.v1.models.work import WorkStopUpdateRequest
from street_works.plugin.drafts import State
from street_works.plugin.forms.steps.start_works import StartWorks
from street_works.plugin.forms.steps.stop_works import StopWorks
from street_works.plugin.forms.steps.take_back import RevertStart, RevertStop
from street_works.plugin.trade.calendar import uk_time
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.parties import Case
from street_works.tests.made.step_cases.bringing import applied, done, granted, stopped
from street_works.tests.made.step_cases.case import moment

REASON = "The wrong works"


def in_progress(parties: Parties) -> Case:
    """Return works that started a day ago."""
    case = granted(parties.trade)
    done(case.start((parties.trade.clock.now() - timedelta(days=1)).isoformat()))
    return case


# ---- stop ----


def test_works_in_progress_are_stopped_and_are_completed_then(parties: Parties) -> None:
    case, planner = in_progress(parties), parties["planner"]
    sent = planner.send(StopWorks(), planner.about(case), actual_stop_date=moment(hours=-2))
    assert sent.state is State.ACCEPTED, sent.error
    works = planner.works(case)
    assert (works.status, works.permit and works.permit.status) == ("completed", "closed")
    assert "already" not in (planner.why_not(StopWorks, case) or "")
    assert planner.why_not(StopWorks, case) is not None


def test_it_opens_with_now_and_the_others_hear_why_they_may_not(parties: Parties) -> None:
    case = in_progress(parties)
    planner, authority = parties["planner"], parties["authority"]
    opened = StopWorks().defaults(planner.about(case))["actual_stop_date"]
    assert opened["day"] == uk_time(datetime.now(timezone.utc)).date().isoformat()
    assert "Only the promoter" in str(authority.why_not(StopWorks, case))
    assert "not started yet" in str(planner.why_not(StopWorks, applied(parties.trade)))


def test_a_stop_before_the_start_is_refused_by_form_and_service_alike(parties: Parties) -> None:
    case, planner = in_progress(parties), parties["planner"]
    form, about = StopWorks(), planner.about(case)
    typed = {"actual_stop_date": moment(hours=-30)}
    said = form.problems(typed, about)["actual_stop_date"]
    refused = planner.send(form, about, **typed)
    assert refused.state is State.REFUSED
    assert [said] in refused.error.fields.values()


def test_an_overrun_and_a_change_that_ends_are_thought_of(parties: Parties) -> None:
    case, planner = in_progress(parties), parties["planner"]
    end = datetime.now(timezone.utc).date() + timedelta(days=20)
    assert case.change(proposed_end_date=f"{end}T00:00:00.000Z") == 201, case.said
    form, about = StopWorks(), planner.about(case)
    (thought,) = form.thoughts({"actual_stop_date": moment()}, about)["actual_stop_date"]
    assert "change request" in thought
    late = {"day": (end + timedelta(days=90)).isoformat(), "time": "09:00"}
    overrun, change = form.thoughts({"actual_stop_date": late}, about)["actual_stop_date"]
    assert "overran" in overrun
    assert change == thought


def test_a_start_and_a_stop_that_are_logged_late_are_thought_of(parties: Parties) -> None:
    """SI 2020/122 reg 6: thirty days are late, a moment is not."""
    planner, long_ago = parties["planner"], moment(hours=-30 * 24)
    about = planner.about(in_progress(parties))
    (said,) = StopWorks().thoughts({"actual_stop_date": long_ago}, about)["actual_stop_date"]
    assert said.startswith("the stop was to be logged by ")
    assert "Worked out here: check. " in said
    assert StopWorks().thoughts({"actual_stop_date": moment()}, about)["actual_stop_date"] == []
    about = planner.about(granted(parties.trade))
    (said,) = StartWorks().thoughts({"actual_start_date": long_ago}, about)["actual_start_date"]
    assert said.startswith("the start was to be logged by ")
    assert said.endswith("(SI 2020/122 reg 6)")
    assert StartWorks().thoughts({"actual_start_date": moment()}, about)["actual_start_date"] == []


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_stop_is_settled(parties: Parties, arrived: bool) -> None:
    case, planner = in_progress(parties), parties["planner"]
    form, about = StopWorks(), planner.about(case)
    planner.lose(form, about, arrived=arrived, actual_stop_date=moment(hours=-1))
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    assert planner.found_out(form, about).state is expected


def test_a_stop_of_somebody_else_is_not_taken_for_the_lost_one(parties: Parties) -> None:
    case, planner = in_progress(parties), parties["planner"]
    form, about = StopWorks(), planner.about(case)
    planner.lose(form, about, arrived=False, actual_stop_date=moment(hours=-1))
    others = WorkStopUpdateRequest(actual_stop_date=datetime.now(timezone.utc))
    parties["contractor"].client.work.update_actual_stop_date(case.reference, others)
    found = planner.found_out(form, about)
    assert found.state is State.REFUSED
    assert "another time" in str(found.error)


# ---- taking back ----


def test_a_start_is_taken_back_once_and_the_works_are_planned_again(parties: Parties) -> None:
    case, planner = in_progress(parties), parties["planner"]
    sent = planner.send(RevertStart(), planner.about(case), revert_reason=REASON)
    assert sent.state is State.ACCEPTED, sent.error
    works = planner.works(case)
    assert works.status == "planned"
    assert any(REASON in one.text for one in works.history)
    assert "have a start to take back" in str(planner.why_not(RevertStart, case))
    again = planner.send(RevertStart(), planner.about(case), revert_reason=REASON)
    assert again.state is State.REFUSED
    assert str(planner.why_not(RevertStart, case)).partition(" (")[0] in str(again.error)


def test_a_stop_is_taken_back_and_the_works_go_on(parties: Parties) -> None:
    case, planner = stopped(parties.trade), parties["planner"]
    sent = planner.send(RevertStop(), planner.about(case), revert_reason=REASON)
    assert sent.state is State.ACCEPTED, sent.error
    works = planner.works(case)
    assert (works.status, works.permit and works.permit.stopped) == ("in_progress", None)
    assert planner.why_not(RevertStop, case) is not None
    assert planner.why_not(StopWorks, case) is None


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize("form", [RevertStart(), RevertStop()], ids=lambda form: form.step.value)
def test_what_was_taken_back_without_an_answer_is_settled(
    parties: Parties, form: RevertStart, arrived: bool
) -> None:
    case = in_progress(parties) if isinstance(form, RevertStart) else stopped(parties.trade)
    planner = parties["planner"]
    about = planner.about(case)
    planner.lose(form, about, arrived=arrived, revert_reason=REASON)
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    assert planner.found_out(form, about).state is expected


@pytest.mark.parametrize("form", [RevertStart(), RevertStop()], ids=lambda form: form.step.value)
def test_a_reason_is_asked_for(parties: Parties, form: RevertStart) -> None:
    about = parties["planner"].about(applied(parties.trade))
    assert form.required({}, about) == {"revert_reason"}
