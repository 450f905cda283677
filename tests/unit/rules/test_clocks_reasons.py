"""Why something needs a planner, and which clocks run with it."""

import pytest
from street_works.plugin.rules.clocks import reasons
from street_works.plugin.rules.standing import (
    ChangeStanding,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    WorksStanding,
)
from street_works.plugin.trade import labels
from street_works.plugin.trade.vocabulary.clocks import Clock, Origin, Reason
from street_works.plugin.trade.vocabulary.forward_plans import ForwardPlanStatus
from street_works.plugin.trade.vocabulary.inspections import InspectionOutcome
from street_works.plugin.trade.vocabulary.notices import PenaltyStatus, Section81Status
from street_works.plugin.trade.vocabulary.permits import ChangeKind, ChangeStatus, PermitStatus
from street_works.plugin.trade.vocabulary.works import Category, WorksStatus

ASKED = PermitStatus.PERMIT_MODIFICATION_REQUEST


def works(status, category, permit, **more):
    return WorksStanding(status, PermitStanding(category, permit, **more))


RUNNING = {"is_started": True}
OVER = {"is_started": True, "is_stopped": True}


@pytest.mark.parametrize(
    ("standing", "overruns", "to_register", "found"),
    [
        (WorksStanding("planned"), True, True, []),
        (works("planned", "minor", "submitted"), False, False, ["waits_for_assessment"]),
        (works("planned", "minor", ASKED), False, False,
         ["modification_to_answer"]),
        (works("planned", "minor", ASKED, has_pending_change=True),
         False, False, []),
        (works("planned", "minor", "granted"), False, False, ["to_start"]),
        (works("planned", "minor", "refused"), False, False, []),
        (works("planned", "paa", "submitted"), False, False,
         ["waits_for_assessment", "paa_to_progress"]),
        (works("planned", "paa", "granted"), False, False, ["paa_to_progress"]),
        (works("planned", "paa", "progressed"), False, False, []),
        (works(WorksStatus.IN_PROGRESS, "minor", "granted", **RUNNING), False, True, ["to_stop"]),
        (works(WorksStatus.IN_PROGRESS, "minor", "granted", **RUNNING), True, True, ["overruns"]),
        (works(WorksStatus.IN_PROGRESS, Category.IMMEDIATE_URGENT, "submitted", **RUNNING),
         False, True, ["waits_for_assessment", "to_stop"]),
        (works(WorksStatus.IN_PROGRESS, "minor", "revoked", **RUNNING), True, True, ["overruns"]),
        (works("completed", "minor", "closed", **OVER), True, True, ["to_register"]),
        (works("completed", "minor", "closed", **OVER), True, False, []),
        (works("cancelled", "minor", "cancelled"), True, True, []),
    ],
)  # fmt: skip
def test_works_need_a_planner_by_how_they_stand(standing, overruns, to_register, found):
    assert list(reasons.of_works(standing, overruns=overruns, to_register=to_register)) == found


@pytest.mark.parametrize("status", ChangeStatus)
@pytest.mark.parametrize("kind", ChangeKind)
def test_a_change_waits_or_is_to_be_answered(kind, status):
    wanted = None
    if status == "submitted":
        wanted = "change_to_answer" if kind == ChangeKind.HA_CHANGE_REQUEST else "change_waits"
    assert reasons.of_change(kind, ChangeStanding(status)) == wanted


@pytest.mark.parametrize("outcome", InspectionOutcome)
def test_a_failed_inspection_needs_a_planner(outcome):
    failed = outcome in {
        InspectionOutcome.FAILED_HIGH,
        InspectionOutcome.FAILED_LOW,
        InspectionOutcome.NON_COMPLIANT_WITH_CONDITIONS,
    }
    assert reasons.of_inspection(outcome) == (Reason.INSPECTION_FAILED if failed else None)


@pytest.mark.parametrize("status", PenaltyStatus)
def test_a_penalty_is_answered_once(status):
    found = reasons.of_penalty(PenaltyStanding(status))
    assert found == ("penalty_to_answer" if status == "issued" else None)


@pytest.mark.parametrize("status", Section81Status)
def test_a_section_81_is_accepted_or_rejected(status):
    found = reasons.of_section_81(Section81Standing(status))
    open_ = status in {"issued", "acknowledged"}
    assert found == ("section_81_to_answer" if open_ else None)


@pytest.mark.parametrize("status", ForwardPlanStatus)
def test_a_raised_plan_is_firmed_up(status):
    found = reasons.of_plan(PlanStanding(status))
    assert found == ("plan_to_firm_up" if status == "raised" else None)


def test_comments_are_read_and_reinstatements_come_to_their_end():
    assert reasons.of_comment(read=False) == "comment_unread"
    assert reasons.of_comment(read=True) is None
    assert reasons.of_reinstatement("interim") == "interim_to_replace"
    assert reasons.of_reinstatement("permanent") == "guarantee_runs_out"


def test_every_reason_has_its_clocks_or_none():
    assert set(reasons.CLOCKS) == set(Reason)
    clocks = {clock for found in reasons.CLOCKS.values() for clock in found}
    # The end after a late start is told in the form of the start, a restriction with its street.
    assert set(Clock) - clocks == {Clock.SLID_END, Clock.SECTION_58_ENDS}


def test_clocks_and_reasons_have_words_that_translators_can_find(monkeypatch):
    monkeypatch.setattr(labels, "tr", lambda text: f"<{text}>")
    for word in (*Clock, *Origin, *Reason):
        assert labels.label(word).startswith("<"), word
