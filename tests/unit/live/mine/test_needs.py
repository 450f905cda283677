"""Why each listed row needs a planner, until when, and what is next."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from street_works.plugin.live.mine.needs import Urgency, needs
from street_works.plugin.rules.steps import Step
from street_works.plugin.trade.vocabulary.clocks import Clock, Reason
from street_works.plugin.trade.vocabulary.permits import ChangeKind, PermitStatus
from street_works.plugin.trade.vocabulary.works import WorksStatus
from street_works.tests.made.listed_rows import (
    DAY,
    MONDAY,
    change,
    comment,
    inspection,
    notice,
    penalty,
    permit,
    plan,
    reinstatement,
)

NOON = MONDAY + timedelta(hours=11)  # 12:00 on UK clocks
SPRING, AUTUMN = MONDAY - 100 * DAY, MONDAY + 200 * DAY
ASKED = PermitStatus.PERMIT_MODIFICATION_REQUEST
STARTED = {"works_status": WorksStatus.IN_PROGRESS, "started": MONDAY - 9 * DAY}
OVER = {"works_status": "completed", "status": "closed", "stopped": MONDAY - 2 * DAY}


def one(row, *others):
    """Return what is told of a row, which others say more about."""
    (found,) = [need for need in needs((row, *others), NOON) if need.row == row]
    return found


def told(need):
    return need.reason, need.due and need.due.clock, need.step, need.urgency


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            permit(status="submitted", first_day=AUTUMN, last_day=AUTUMN, deadline=MONDAY + DAY),
            (Reason.WAITS_FOR_ASSESSMENT, Clock.DEEMS, None, Urgency.LATER),
        ),
        (
            permit(status=ASKED, first_day=AUTUMN, last_day=AUTUMN),
            (Reason.MODIFICATION_TO_ANSWER, None, Step.CHANGE, Urgency.PRESSES),
        ),
        (
            permit(category="paa", first_day=AUTUMN, last_day=AUTUMN),
            (Reason.PAA_TO_PROGRESS, Clock.APPLY_BY, Step.APPLY, Urgency.LATER),
        ),
        (permit(), (Reason.TO_START, Clock.START_BY, Step.START, Urgency.PRESSES)),
        (
            permit(first_day=AUTUMN, last_day=AUTUMN),
            (Reason.TO_START, Clock.START_BY, Step.START, Urgency.LATER),
        ),
        (
            permit(**STARTED, last_day=AUTUMN),
            (Reason.TO_STOP, Clock.OVERRUN, Step.STOP, Urgency.LATER),
        ),
        (
            permit(**STARTED, last_day=MONDAY + DAY),
            (Reason.TO_STOP, Clock.OVERRUN, Step.STOP, Urgency.PRESSES),
        ),
        (
            permit(**STARTED, last_day=MONDAY - DAY),
            (Reason.OVERRUNS, Clock.OVERRUN, Step.STOP, Urgency.OVER),
        ),
        (
            permit(**STARTED, status="revoked", last_day=AUTUMN),
            (Reason.TO_STOP, Clock.OVERRUN, Step.STOP, Urgency.LATER),
        ),
        (
            permit(**OVER, started=MONDAY - 9 * DAY),
            (Reason.TO_REGISTER, Clock.REGISTER_BY, Step.ADD_SITE, Urgency.LATER),
        ),
        (
            change(kind=ChangeKind.WORK_EXTENSION),
            (Reason.CHANGE_WAITS, Clock.DEEMS, None, Urgency.LATER),
        ),
        (
            reinstatement(last_day=AUTUMN),
            (Reason.INTERIM_TO_REPLACE, Clock.INTERIM_ENDS, Step.APPLY, Urgency.LATER),
        ),
        (
            reinstatement(done=SPRING, last_day=MONDAY + 5 * DAY),
            (Reason.INTERIM_TO_REPLACE, Clock.INTERIM_ENDS, Step.APPLY, Urgency.PRESSES),
        ),
        (
            reinstatement(done=SPRING, last_day=MONDAY - 5 * DAY),
            (Reason.INTERIM_TO_REPLACE, Clock.INTERIM_ENDS, Step.APPLY, Urgency.OVER),
        ),
        (
            reinstatement(status="permanent", last_day=MONDAY + 60 * DAY),
            (Reason.GUARANTEE_RUNS_OUT, Clock.GUARANTEE_ENDS, None, Urgency.LATER),
        ),
        (inspection(), (Reason.INSPECTION_FAILED, None, Step.COMMENT, Urgency.PRESSES)),
        (
            penalty(),
            (Reason.PENALTY_TO_ANSWER, Clock.DISCOUNT_ENDS, Step.ACCEPT_PENALTY, Urgency.LATER),
        ),
        (
            penalty(given=MONDAY - 32 * DAY),
            (Reason.PENALTY_TO_ANSWER, Clock.PENALTY_DUE, Step.ACCEPT_PENALTY, Urgency.LATER),
        ),
        (
            penalty(given=MONDAY - 90 * DAY),
            (Reason.PENALTY_TO_ANSWER, Clock.PENALTY_DUE, Step.ACCEPT_PENALTY, Urgency.OVER),
        ),
        (
            notice(),
            (Reason.SECTION_81_TO_ANSWER, None, Step.ACKNOWLEDGE_SECTION_81, Urgency.PRESSES),
        ),
        (
            notice(status="acknowledged"),
            (Reason.SECTION_81_TO_ANSWER, None, Step.ACCEPT_SECTION_81, Urgency.PRESSES),
        ),
        (plan(), (Reason.PLAN_TO_FIRM_UP, Clock.APPLY_BY, Step.APPLY, Urgency.LATER)),
        (
            plan(first_day=MONDAY + 20 * DAY),
            (Reason.PLAN_TO_FIRM_UP, Clock.APPLY_BY, Step.APPLY, Urgency.OVER),
        ),
        (comment(), (Reason.COMMENT_UNREAD, None, Step.REPLY, Urgency.PRESSES)),
    ],
)
def test_a_row_by_itself(row, expected):
    assert told(one(row)) == expected


@pytest.mark.parametrize(
    ("row", "steps"),
    [
        (permit(), (Step.START, Step.CHANGE, Step.CANCEL)),
        (permit(**STARTED, last_day=AUTUMN), (Step.STOP, Step.ADD_SITE)),
        (permit(**STARTED, last_day=AUTUMN, excavated=False), (Step.STOP,)),
        (permit(status="submitted"), ()),
        (penalty(), (Step.ACCEPT_PENALTY, Step.DISPUTE_PENALTY)),
        (notice(status="acknowledged"), (Step.ACCEPT_SECTION_81, Step.REJECT_SECTION_81)),
        (comment(), (Step.REPLY, Step.MARK_AS_READ)),
        (plan(), (Step.APPLY, Step.EDIT_PLAN, Step.CANCEL_PLAN)),
    ],
)
def test_all_steps_that_may_be_taken_are_there_what_the_clock_asks_for_first(row, steps):
    assert one(row).steps == steps


@pytest.mark.parametrize(
    "row",
    [
        permit(works_status="completed", status="closed", excavated=False),
        permit(**OVER, finally_reinstated=True),
        permit(works_status="planned", status="revoked"),
        change(status="granted"),
        reinstatement(status="permanent", last_day=MONDAY - DAY),
        reinstatement(status="permanent", last_day=AUTUMN),
        inspection(outcome="passed"),
        inspection(outcome="", reference=""),
        penalty(status="disputed"),
        notice(status="accepted"),
        plan(status="cancelled"),
        comment(read=True),
    ],
    ids=lambda row: type(row).__name__,
)
def test_what_needs_nobody(row):
    assert needs((row,), NOON) == ()


def test_a_paa_that_waits_is_to_be_progressed_too():
    row = permit(category="paa", status="submitted", first_day=AUTUMN, deadline=MONDAY + DAY)
    assert {need.reason for need in needs((row,), NOON)} == {
        Reason.WAITS_FOR_ASSESSMENT, Reason.PAA_TO_PROGRESS,
    }  # fmt: skip


def test_a_modification_request_that_was_answered_is_only_the_change_that_waits():
    row = permit(status=ASKED)
    answer = change(kind=ChangeKind.MODIFIED_PERMIT)
    assert [need.reason for need in needs((row, answer), NOON)] == [Reason.CHANGE_WAITS]


def test_works_with_a_reinstatement_are_not_to_be_registered():
    row = permit(**OVER)
    done = reinstatement(row.works_reference, last_day=AUTUMN)
    assert {need.reason for need in needs((row, done), NOON)} == {Reason.INTERIM_TO_REPLACE}


def test_only_the_latest_inspection_of_works_counts():
    failed, passed = inspection(), inspection(reference="X", outcome="passed", day=MONDAY + DAY)
    assert needs((passed, failed), NOON) == ()
    planned = inspection(reference="", outcome="", day=MONDAY + 9 * DAY)
    assert [need.row for need in needs((planned, failed), NOON)] == [failed]


def test_what_the_account_wrote_itself_is_nothing_to_read():
    row = comment(author="Planner@water.example")
    assert needs((row,), NOON, "planner@WATER.example") == ()
    assert len(needs((row,), NOON, "another@water.example")) == 1


def test_the_most_urgent_comes_first_and_what_has_no_clock_stands_where_today_is():
    overdue = permit(1, **STARTED, last_day=MONDAY - DAY)
    soon, later = permit(2, last_day=MONDAY + DAY), permit(3, last_day=AUTUMN)
    rows = (later, comment(), soon, overdue)
    assert [need.row for need in needs(rows, NOON)] == [overdue, comment(), soon, later]


def test_a_row_knows_the_permit_of_its_works():
    row = permit(last_day=AUTUMN)
    assert one(comment(row.works_reference), row).permit == row
    assert one(comment("ELSEWHERE"), row).permit is None


def test_each_is_told_from_the_others_also_after_it_was_read_anew():
    rows = (permit(1), permit(2), comment(), penalty())
    names = [need.identity for need in needs(rows, NOON)]
    assert len(set(names)) == len(rows)
    moved = (replace(rows[0], last_day=AUTUMN), *rows[1:])
    assert {need.identity for need in needs(moved, NOON)} == set(names)


def test_a_day_in_winter_begins_at_midnight_in_the_uk():
    row = permit(**STARTED, last_day=datetime(2026, 12, 1, tzinfo=timezone.utc))
    before = needs((row,), datetime(2026, 12, 1, 23, 59, tzinfo=timezone.utc))
    after = needs((row,), datetime(2026, 12, 2, 0, 1, tzinfo=timezone.utc))
    assert [need.reason for need in (*before, *after)] == [Reason.TO_STOP, Reason.OVERRUNS]
