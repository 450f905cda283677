"""What the trade's rules say, asked of the practice service over HTTP on days that matter."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from street_works.tests.made.parties import COUNTY, HS2, Case, Trade, day, trade_at

NOON = "2026-06-01T12:00:00+01:00"  # a Monday in summer
WED, TUE = date(2026, 6, 10), date(2026, 6, 9)
SENSITIVE = [{"street_special_desig_code": 2}]


@pytest.fixture(scope="module")
def running() -> Iterator[Trade]:
    with trade_at(NOON) as trade:
        yield trade


@pytest.fixture
def trade(running: Trade) -> Trade:
    """Everybody at work, on Monday 1 June 2026 at noon unless the clock is set."""
    running.at(NOON)
    return running


def started(trade: Trade, first: date, last: date, **changes: Any) -> Any:
    """Works that were granted and started on their first day."""
    case = trade.apply(first, last, **changes)
    assert case.assess("granted") == 204
    trade.at(f"{first}T09:00:00+01:00")
    assert case.start() == 204
    return case


# ---- dates and clocks ----


@pytest.mark.parametrize(
    ("now", "start", "end", "early"),
    [
        ("2026-06-02T00:30:00+01:00", date(2026, 6, 4), date(2026, 6, 5), True),
        ("2026-06-01T23:59:00+01:00", date(2026, 6, 5), date(2026, 6, 5), False),
        ("2026-06-01T17:00:00+01:00", date(2026, 6, 4), date(2026, 6, 4), True),
        ("2026-06-01T16:30:00+01:00", date(2026, 6, 4), date(2026, 6, 4), False),
        ("2026-06-01T16:31:00+01:00", date(2026, 6, 4), date(2026, 6, 4), True),
        ("2026-12-24T16:30:00+00:00", date(2026, 12, 31), date(2026, 12, 31), False),
        ("2026-12-24T16:31:00+00:00", date(2026, 12, 31), date(2026, 12, 31), True),
        ("2026-10-25T00:30:00+01:00", date(2026, 10, 28), date(2026, 10, 28), True),
        ("2026-10-25T00:30:00+01:00", date(2026, 10, 29), date(2026, 10, 29), False),
        ("2026-03-30T16:31:00+01:00", date(2026, 4, 2), date(2026, 4, 2), True),
    ],
)
def test_early_start_hangs_on_the_uk_day_on_which_the_application_counts(
    trade, now, start, end, early
):
    trade.at(now)
    query = {
        "work_type": "planned",
        "proposed_start_date": day(start),
        "proposed_end_date": day(end),
        "is_ttro_required": "false",
    }
    told = trade.ask("planner", "GET", "work/permits/category", **query).json()
    assert told["is_early_start"] is early
    body = trade.application(start, end, early_start_pre_approval=None, early_start_reason=None)
    answer = trade.ask("planner", "POST", "work/works", body)
    assert answer.status_code == (400 if early else 201), answer.text
    if early:
        assert answer.json()["fields"].keys() == {"early_start_pre_approval"}


@pytest.mark.parametrize(
    ("now", "earliest"),
    [
        ("2026-06-01T23:45:00+01:00", date(2026, 6, 1)),
        ("2026-06-02T00:15:00+01:00", date(2026, 6, 2)),
    ],
)
def test_a_forward_plan_starts_today_by_uk_clocks(trade, now, earliest):
    trade.at(now)
    body = trade.application(WED, WED)
    names = (
        "promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn",
        "description_of_work", "works_location_description",
    )  # fmt: skip
    for start, status in ((earliest, 201), (earliest - timedelta(days=1), 400)):
        plan = {**{name: body[name] for name in names}, "start_date": day(start)}
        plan["end_date"] = day(date(2026, 9, 1))
        assert trade.ask("planner", "POST", "work/forward-plans", plan).status_code == status


def test_a_reinstatement_is_dated_by_uk_days(trade):
    case = trade.apply(TUE, WED)
    case.assess("granted")
    trade.at("2026-06-10T00:30:00+01:00")  # still Tuesday by UTC
    assert case.start() == 204
    assert case.reinstate("interim", TUE) == 400
    assert case.reinstate("interim", WED) == 201


# ---- validity ----


@pytest.mark.parametrize(
    ("road", "asds", "first", "last", "start", "until", "end"),
    [
        (4, None, (12, 14), (12, 15), "2026-12-15T09:00", (12, 15), (12, 16)),
        (3, None, (12, 14), (12, 15), "2026-12-15T09:00", (12, 15), (12, 16)),
        (4, None, (12, 14), (12, 18), "2026-12-16T09:00", (12, 18), (12, 22)),
        (4, None, (12, 14), (12, 15), "2026-12-14T09:00", (12, 15), (12, 15)),
        (4, None, (12, 14), (12, 15), "2026-12-16T09:00", (12, 15), (12, 15)),
        (2, None, (12, 14), (12, 16), "2026-12-15T09:00", (12, 16), (12, 16)),  # no window
        (3, SENSITIVE, (12, 14), (12, 16), "2026-12-15T09:00", (12, 16), (12, 16)),
        (4, None, (6, 10), (6, 11), "2026-06-11T00:30", (6, 11), (6, 12)),  # the UK's Thursday
    ],
)
def test_a_start_within_the_validity_period_slides_the_end(
    trade, road, asds, first, last, start, until, end
):
    case = trade.apply(date(2026, *first), date(2026, *last), trade.street(road), permit_asds=asds)
    case.assess("granted")
    permit = case.permit()
    assert permit["validity_period_end_date"] == day(date(2026, *until))
    has_window = road in (3, 4) and not asds
    assert permit["sliding_end_date_candidate"] is has_window
    trade.at(start + ("+01:00" if first[0] == 6 else "+00:00"))
    assert case.start() == 204
    permit = case.permit()
    assert permit["proposed_end_date"] == day(date(2026, *end))
    assert permit["reasonable_period_end_date"] == day(date(2026, *end))
    assert permit["sliding_end_date_candidate"] is False
    assert case.revert("start") == 204
    assert case.permit()["proposed_end_date"] == day(date(2026, *last))


@pytest.mark.parametrize(
    ("category", "dates"), [("paa", ((9, 7), (10, 5))), ("immediate_urgent", ((6, 1), (6, 2)))]
)
def test_authorisations_and_immediate_works_have_no_validity_period(trade, category, dates):
    first, last = (date(2026, *one) for one in dates)
    immediate = {
        "work_type": "immediate", "immediate_risk": False, "is_ttro_required": None,
        "proposed_start_time": "2026-06-01T08:00:00Z",
    }  # fmt: skip
    case = trade.apply(first, last, **(immediate if category != "paa" else {}))
    permit = case.permit()
    assert permit["work_category"] == category
    assert permit["validity_period_end_date"] == permit["proposed_end_date"]
    assert permit["sliding_end_date_candidate"] is False


def test_works_of_high_speed_two_have_no_validity_period_either(trade):
    case = trade.apply(
        TUE, date(2026, 6, 11), promoter_swa_code=HS2, hs2_in_act_limits=False,
        permit_asds=None,
    )  # fmt: skip
    assert case.permit()["sliding_end_date_candidate"] is False
    assert case.permit()["validity_period_end_date"] == day(date(2026, 6, 11))


def test_a_change_asked_for_before_a_late_start_leaves_the_slid_end(trade):
    case = trade.apply(date(2026, 6, 10), date(2026, 6, 11))
    case.assess("granted")
    trade.at("2026-06-10T17:00:00+01:00")
    assert case.change(description_of_work="Less of it") == 201
    trade.at("2026-06-11T09:00:00+01:00")
    assert case.start() == 204
    assert case.decide("granted") == 204
    permit = case.permit()
    assert permit["description_of_work"] == "Less of it"
    assert permit["proposed_end_date"] == day(date(2026, 6, 12))
    assert case.revert("start") == 204
    assert case.permit()["proposed_end_date"] == day(date(2026, 6, 11))


# ---- change requests ----


@pytest.mark.parametrize(
    ("last", "category"),
    [
        (date(2026, 6, 22), "standard"),  # nine working days
        (date(2026, 6, 23), "standard"),
        (date(2026, 6, 24), "major"),  # eleven
        (date(2026, 7, 31), "major"),
    ],
)
def test_an_extension_in_progress_may_make_standard_works_major(trade, last, category):
    case = started(trade, WED, date(2026, 6, 16))
    assert case.permit()["work_category"] == "standard"
    assert case.change(proposed_end_date=day(last)) == 201, case.said
    asked = case.permit()["permit_alterations"][0]
    assert (asked["alteration_type"], asked["alteration_status"]) == (
        "WORK_EXTENSION", "submitted"
    )  # fmt: skip
    assert case.decide("granted") == 204
    permit = case.permit()
    assert permit["work_category"] == category
    assert permit["proposed_end_date"] == permit["reasonable_period_end_date"] == day(last)


@pytest.mark.parametrize(
    "changes", [{"proposed_end_date": "2026-06-24"}, {"is_ttro_required": True}]
)
def test_planned_works_stay_minor_or_standard(trade, changes):
    case = trade.apply(WED, date(2026, 6, 16))
    case.assess("granted")
    written = {n: day(v) if isinstance(v, str) else v for n, v in changes.items()}
    assert case.change(**written) == 412
    assert "major" in case.said["message"]


@pytest.mark.parametrize("reasonable", [date(2026, 6, 16), date(2026, 6, 18), date(2026, 6, 23)])
def test_a_challenged_extension_moves_the_reasonable_end_and_nothing_else(trade, reasonable):
    case = started(trade, WED, date(2026, 6, 16))
    case.change(proposed_end_date=day(date(2026, 6, 24)), description_of_work="More of it")
    challenged = {"reasonable_period_end_date": day(reasonable)}
    assert case.decide("granted_with_duration_challenge", **challenged) == 204, case.said
    permit = case.permit()
    assert permit["reasonable_period_end_date"] == day(reasonable)
    assert permit["proposed_end_date"] == day(date(2026, 6, 16))
    assert permit["work_category"] == "standard"
    assert permit["description_of_work"] == "Repair a leak"
    assert permit["is_duration_challenged"] is True


def test_an_extension_granted_later_takes_the_challenge_back(trade):
    case = started(trade, WED, date(2026, 6, 16))
    case.change(proposed_end_date=day(date(2026, 6, 19)))
    challenged = {"reasonable_period_end_date": day(date(2026, 6, 17))}
    case.decide("granted_with_duration_challenge", **challenged)
    case.change(proposed_end_date=day(date(2026, 6, 18)))
    assert case.decide("granted", change=2) == 204
    permit = case.permit()
    assert permit["reasonable_period_end_date"] == permit["proposed_end_date"]
    assert permit["proposed_end_date"] == day(date(2026, 6, 18))


@pytest.mark.parametrize("start", [date(2026, 6, 11), date(2026, 6, 12), date(2026, 6, 2)])
def test_a_changed_start_of_started_works_is_refused_for_that_reason(trade, start):
    case = started(trade, WED, date(2026, 6, 12))
    untold = {"early_start_pre_approval": None, "early_start_reason": None}
    when = {"proposed_start_date": day(start), "proposed_start_time": f"{start}T08:00:00Z"}
    assert case.change(**when, **untold) == 412
    assert "started" in case.said["message"]


def test_a_changed_early_start_of_planned_works_is_still_asked_about(trade):
    case = trade.apply(WED, date(2026, 6, 12))
    untold = {"early_start_pre_approval": None, "early_start_reason": None}
    assert case.change(proposed_start_date=day(date(2026, 6, 3)), **untold) == 400
    assert case.said["fields"].keys() == {"early_start_pre_approval"}


def test_the_filter_for_extensions_lists_works_extensions_only(trade):
    planned = trade.apply(WED, date(2026, 6, 16))
    planned.assess("granted")
    planned.change(proposed_end_date=day(date(2026, 6, 17)))
    running = started(trade, WED, date(2026, 6, 16))
    running.change(proposed_end_date=day(date(2026, 6, 17)))
    shorter = started(trade, WED, date(2026, 6, 16))
    shorter.change(proposed_end_date=day(date(2026, 6, 15)))
    untimed = started(trade, WED, date(2026, 6, 16))
    untimed.change(description_of_work="More of it")
    listed = {
        flag: {
            row["work_reference_number"]
            for row in trade.ask(
                "planner", "GET", "reporting/alterations", is_duration_extension=flag
            ).json()["rows"]
        }
        for flag in ("true", "false")
    }
    assert {running.reference, shorter.reference} <= listed["true"]
    assert not {planned.reference, untimed.reference} & listed["true"]
    assert {planned.reference, untimed.reference} <= listed["false"]


# ---- assessments ----


@pytest.mark.parametrize("decision", ["granted", "refused"])
@pytest.mark.parametrize("started_before", [False, True])
def test_a_modification_request_is_granted_or_refused_straight_away(
    trade, decision, started_before
):
    case = trade.apply(WED, date(2026, 6, 12))
    assert case.assess("permit_modification_request") == 204
    if started_before:
        trade.at("2026-06-10T09:00:00+01:00")
        case.start()
    assert case.assess(decision) == 204, case.said
    assert case.permit()["permit_status"] == decision
    assert case.assess("permit_modification_request") == 412


def test_a_modification_is_asked_for_once_also_after_the_answer(trade):
    case = trade.apply(WED, date(2026, 6, 12))
    case.assess("permit_modification_request")
    assert case.change(description_of_work="Less of it") == 201
    assert case.assess("permit_modification_request") == 412
    assert case.assess("granted") == 204


IMMEDIATE = {
    "work_type": "immediate",
    "immediate_risk": False,
    "is_ttro_required": None,
    "proposed_start_time": "2026-06-01T08:00:00Z",
}
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize("risk", [True, False])
def test_immediate_works_stopped_before_their_assessment_are_granted_by_rule(trade, risk):
    case = trade.apply(TODAY, date(2026, 6, 2), **{**IMMEDIATE, "immediate_risk": risk})
    assert case.stop() == 204
    permit = case.permit()
    assert (permit["permit_status"], permit["assessment_status"]) == ("closed", "granted_auto")
    assert case.revert("stop") == 204
    permit = case.permit()
    assert (permit["permit_status"], permit.get("assessment_status")) == ("submitted", None)


@pytest.mark.parametrize("decision", ["granted", "refused"])
def test_planned_works_that_stopped_unassessed_are_assessed_late_and_stay_closed(trade, decision):
    case = trade.apply(TUE, WED)
    assert [case.start(), case.stop()] == [204, 204]
    trade.at("2026-06-08T12:00:00+01:00")
    assert not case.permit()["is_deemed"]
    assert case.assess("permit_modification_request") == 412
    assert case.assess(decision) == 204
    permit = case.permit()
    assert (permit["permit_status"], permit["assessment_status"]) == ("closed", decision)
    assert case.assess(decision) == 412, "once"
    assert case.revert("stop") == 204
    assert case.permit()["permit_status"] == decision


def test_what_was_assessed_or_is_planned_is_not_granted_by_its_stop(trade):
    assessed = trade.apply(TODAY, date(2026, 6, 2), **IMMEDIATE)
    assessed.assess("refused")
    assert assessed.stop() == 412
    modified = trade.apply(TODAY, date(2026, 6, 2), **IMMEDIATE)
    modified.assess("permit_modification_request")
    assert modified.stop() == 204
    assert modified.permit()["assessment_status"] == "permit_modification_request"
    planned = trade.apply(WED, date(2026, 6, 12))
    trade.at("2026-06-02T16:00:00+01:00")
    assert planned.start() == 204
    assert planned.stop() == 204
    assert planned.permit().get("assessment_status") is None


LONG = (date(2026, 9, 7), date(2026, 10, 5))


@pytest.mark.parametrize("decision", ["granted", "refused"])
def test_deciding_a_permit_decides_its_unassessed_authorisation(trade, decision):
    case = trade.apply(*LONG)
    assert case.another(*LONG) == 201
    assert case.permit(1)["permit_status"] == "progressed"
    assert case.assess(decision, 2) == 204
    assert case.permit(2)["assessment_status"] == decision
    authorisation = case.permit(1)
    assert authorisation["assessment_status"] == f"{decision}_auto"
    assert authorisation["permit_status"] == "progressed"


def test_an_authorisation_that_was_assessed_keeps_its_assessment(trade):
    case = trade.apply(*LONG)
    case.assess("granted")
    case.another(*LONG)
    case.assess("refused", 2)
    assert case.permit(1)["assessment_status"] == "granted"


@pytest.mark.parametrize(
    ("last", "changes", "status"),
    [
        (date(2026, 6, 3), IMMEDIATE, 204),
        (date(2026, 6, 12), {}, 412),
        (date(2026, 6, 19), {}, 412),
        (date(2026, 9, 1), {}, 412),  # an authorisation
    ],
)
def test_only_immediate_permits_are_granted_with_a_duration_challenge(trade, last, changes, status):
    first = TODAY if changes else WED
    case = trade.apply(first, last, **changes)
    challenge = {
        "is_duration_challenged": True,
        "reasonable_period_end_date": day(first + timedelta(days=1)),
        "additional_comments": "Too long",
    }
    assert case.assess("granted", **challenge) == status
    assert case.permit()["permit_status"] == ("granted" if status == 204 else "submitted")


@pytest.mark.parametrize("ended", ["refused", "cancelled", "revoked"])
def test_after_a_progressed_authorisation_whose_permit_failed_another_one_is_needed(trade, ended):
    case = trade.apply(*LONG)
    case.another(*LONG)
    if ended == "refused":
        case.assess("refused", 2)
    elif ended == "revoked":
        case.assess("granted", 2)
        case.assess("revoked", 2)
    else:
        case.cancel(2)
    query = {
        "work_type": "planned",
        "proposed_start_date": day(LONG[0]),
        "proposed_end_date": day(LONG[1]),
        "is_ttro_required": "false",
        "work_reference_number": case.reference,
    }
    told = trade.ask("planner", "GET", "work/permits/category", **query).json()
    assert told["work_category"] == "paa"
    assert case.another(*LONG) == 201
    assert case.permit(3)["work_category"] == "paa"


def test_a_reasonable_end_without_a_challenge_moves_nothing(trade):
    case = trade.apply(WED, date(2026, 6, 12))
    end = case.permit()["reasonable_period_end_date"]
    assert case.assess("granted", reasonable_period_end_date=day(date(2026, 6, 11))) == 204
    assert case.permit()["reasonable_period_end_date"] == end


def test_no_permit_is_applied_for_while_works_with_a_revoked_one_go_on(trade):
    case = trade.apply(TUE, WED)
    assert [case.assess("granted"), case.start(), case.assess("revoked")] == [204] * 3
    assert case.another(date(2026, 6, 22), date(2026, 6, 23)) == 409
    assert "in progress" in case.said["message"]
    assert case.works["work_status"] == "in_progress"
    assert case.stop() == 204
    assert case.another(date(2026, 6, 22), date(2026, 6, 23)) == 201


# ---- reinstatements ----


@pytest.mark.parametrize(
    ("kind", "depth", "end"),
    [
        ("interim", 1.0, date(2026, 12, 9)),
        ("permanent", 1.5, date(2028, 6, 9)),
        ("permanent", 1.51, date(2029, 6, 9)),
    ],
)
def test_a_reinstatement_lasts_to_the_day_before(trade, kind, depth, end):
    case = started(trade, WED, date(2026, 6, 12))
    assert case.reinstate(kind, WED, depth=depth) == 201
    site = trade.ask("planner", "GET", f"work/works/{case.reference}/sites/1").json()
    assert site["reinstatements"][0]["end_date"] == day(end)


def test_an_interim_site_becomes_permanent_under_another_permit_only(trade):
    case = started(trade, WED, date(2026, 6, 12))
    assert case.reinstate("interim", WED) == 201
    assert case.reinstate("permanent", WED, site=1) == 412
    assert "another" in case.said["message"]
    assert case.reinstate("interim", WED, site=1) == 201
    assert case.stop() == 204
    assert case.reinstate("permanent", WED, site=1) == 412
    assert case.another(date(2026, 7, 1), date(2026, 7, 2)) == 201
    case.assess("granted", 2)
    trade.at("2026-07-01T09:00:00+01:00")
    assert case.start() == 204
    assert case.reinstate("permanent", date(2026, 7, 1), site=1) == 201


@pytest.mark.parametrize("kind", ["bar_holes", "core_holes", "pole_testing", "excavation"])
@pytest.mark.parametrize("excavation", [True, False])
def test_every_site_belongs_to_a_permit_with_an_excavation(trade, kind, excavation):
    case = started(trade, WED, date(2026, 6, 12), excavation=excavation)
    made = case.reinstate("permanent", WED, reinstatement_type=kind, number_of_holes=2)
    assert made == (201 if excavation else 412)


# ---- High Speed Two ----


@pytest.mark.parametrize(
    ("work_type", "in_limits", "exemption", "granted"),
    [
        ("hs2_highway_works", True, "none_applicable", True),
        ("hs2_highway_works", True, "works_to_a_bridge", False),
        ("hs2_highway_works", True, "erection_of_scaffolding", False),
        ("hs2_highway_works", False, None, False),
        ("planned", True, None, True),
        ("planned", True, "works_to_a_bridge", True),
        ("planned", False, None, False),
    ],
)
def test_works_that_need_consent_stay_submitted_and_others_are_granted(
    trade, work_type, in_limits, exemption, granted
):
    case = trade.apply(
        TUE, WED, promoter_swa_code=HS2, work_type=work_type, hs2_in_act_limits=in_limits,
        hs2_highway_exemption=exemption,
        is_ttro_required=False if work_type == "planned" else None,
    )  # fmt: skip
    permit = case.permit()
    assert permit["permit_status"] == ("granted" if granted else "submitted")
    assert permit["hs2_is_consent"] is not granted
    assert permit["hs2_is_consultation"] is granted
    path = f"permits/{case.reference}-01/hs2_acknowledgement"
    acknowledged = case.step("authority", "PUT", path, {"hs2_acknowledged": True})
    assert acknowledged == (204 if granted else 412)
    left_alone = work_type != "planned" or in_limits
    assert case.change(description_of_work="Less of it") == 201
    asked = case.permit()["permit_alterations"][0]["alteration_status"]
    applied = left_alone or not granted  # what is submitted is changed by its promoter at once
    assert asked == ("auto_applied" if applied else "submitted")


@pytest.mark.parametrize("work_type", ["hs2_highway_works", "planned"])
def test_changes_of_granted_high_speed_two_works_apply_at_once_and_none_are_imposed(
    trade, work_type
):
    planned = work_type == "planned"
    case = trade.apply(
        TUE, WED, promoter_swa_code=HS2, work_type=work_type, hs2_in_act_limits=planned,
        is_ttro_required=False if planned else None,
    )  # fmt: skip
    if not planned:
        assert case.assess("granted") == 204
    assert case.change(proposed_end_date=day(date(2026, 6, 11))) == 201
    permit = case.permit()
    assert permit["permit_alterations"][0]["alteration_status"] == "auto_applied"
    assert permit["proposed_end_date"] == day(date(2026, 6, 11))
    conditions = [{"condition": "NCT02a", "comment": "Nights"}]
    longer = {"proposed_end_date": day(date(2026, 6, 11))}
    assert case.change(who="authority", permit_conditions=conditions, **longer) == 412
    path = f"permits/{case.reference}-01"
    discount = {"assessment_discount": 10, "assessment_discount_reason": "Shared"}
    assert case.step("authority", "PUT", f"{path}/permit-discount", discount) == 412
    rental = {"outcome": "charges_not_applicable"}
    assert case.step("authority", "PUT", f"{path}/lane-rental-assessments", rental) == 412


@pytest.mark.parametrize("work_type", ["hs2_highway_works", "planned"])
@pytest.mark.parametrize("decision", ["granted", "refused", "revoked"])
def test_works_of_high_speed_two_that_need_no_consent_are_only_acknowledged(
    trade, work_type, decision
):
    case = trade.apply(
        TUE, WED, promoter_swa_code=HS2, work_type=work_type, hs2_in_act_limits=True,
        hs2_highway_exemption="none_applicable",
        is_ttro_required=False if work_type == "planned" else None,
    )  # fmt: skip
    assert case.assess(decision) == 412
    assert "acknowledged" in case.said["message"]
    assert case.permit()["permit_status"] == "granted"


def test_the_filters_for_high_speed_two_list_street_works_too(trade):
    highway = {"work_type": "hs2_highway_works", "is_ttro_required": None}
    cases = {
        "street within": trade.apply(TUE, WED, promoter_swa_code=HS2, hs2_in_act_limits=True),
        "street outside": trade.apply(TUE, WED, promoter_swa_code=HS2, hs2_in_act_limits=False),
        "highway outside": trade.apply(
            TUE, WED, promoter_swa_code=HS2, hs2_in_act_limits=False, **highway
        ),
        "somebody else's": trade.apply(TUE, WED),
    }

    def listed(name):
        return {which for which, case in cases.items() if is_listed(case, **{name: "true"})}

    every = cases.keys() - {"somebody else's"}
    assert listed("hs2_works_only") == listed("unacknowledged_by_ha_only") == every
    assert listed("consultation_works_only") == {"street within"}
    assert listed("consent_works_only") == {"street outside", "highway outside"}
    within = cases["street within"]
    path = f"permits/{within.reference}-01/hs2_acknowledgement"
    assert within.step("authority", "PUT", path, {"hs2_acknowledged": True}) == 204
    assert listed("unacknowledged_by_ha_only") == every - {"street within"}


# ---- fees ----


@pytest.fixture
def fresh() -> Iterator[Trade]:
    """A service of one's own: files that are asked for are not ready on earlier days."""
    with trade_at(NOON) as trade:
        yield trade


def fees(trade: Trade, reference: str) -> list[dict[str, str]]:
    today = trade.clock.today()
    body = {"start_date": day(today - timedelta(days=30)), "end_date": day(today)}
    number = trade.ask("planner", "POST", "export/fees/csv", body).json()["csv_id"]
    text = trade.ask("planner", "GET", f"export/csv/{number}").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["transaction_date"] for row in rows] == sorted(r["transaction_date"] for r in rows)
    return [row for row in rows if row["work_reference_number"] == reference]


def test_the_fee_report_has_a_row_for_each_chargeable_transaction_and_no_amounts(fresh):
    case = started(fresh, WED, date(2026, 6, 16), street=fresh.street(3, sensitive=True))
    case.change(proposed_end_date=day(date(2026, 6, 24)))
    case.decide("granted")
    rows = fees(fresh, case.reference)
    assert sorted(row["transaction"] for row in rows) == [
        "change_request_granted", "permit_granted", "work_category_changed"
    ]  # fmt: skip
    assert {row["work_category"] for row in rows} == {"major"}, "as it is now"
    assert {row["road_category"] for row in rows} == {"3"}
    assert {row["is_street_traffic_sensitive"] for row in rows} == {"true"}
    assert {row["is_works_traffic_sensitive"] for row in rows} == {"false"}
    assert {row["permit_reference_number"] for row in rows} == {f"{case.reference}-01"}
    assert not [name for name in rows[0] if "amount" in name or "fee" in name]
    change = f"{case.reference}-01-CR-01"
    assert {row["transaction"]: row["change_request_reference_number"] for row in rows} == {
        "permit_granted": "", "change_request_granted": change, "work_category_changed": change,
    }  # fmt: skip
    permit, days = case.permit(), ("proposed_start_date", "proposed_end_date", "actual_start_date")
    assert {tuple(row[one] for one in days) for row in rows} == {tuple(permit[one] for one in days)}
    assert {(row["is_ttro_required"], row["actual_end_date"]) for row in rows} == {("false", "")}
    assert {row["traffic_management_type"] for row in rows} == {"give_and_take"}
    assert {row["town"] for row in rows} == {permit["town"]}


def test_an_authorisation_is_charged_when_its_permit_is_applied_for(fresh):
    case = fresh.apply(*LONG)
    case.assess("granted")
    assert fees(fresh, case.reference) == []
    case.another(*LONG)
    (row,) = fees(fresh, case.reference)
    assert (row["transaction"], row["work_category"]) == ("paa_progressed", "paa")
    fresh.at("2026-06-01T13:00:00+01:00")
    case.assess("granted", 2)
    assert [row["transaction"] for row in fees(fresh, case.reference)] == [
        "paa_progressed", "permit_granted"
    ]  # fmt: skip


def test_changes_that_nobody_assesses_are_not_charged(fresh):
    case = fresh.apply(WED, date(2026, 6, 12), permit_asds=SENSITIVE)
    case.change(proposed_end_date=day(date(2026, 6, 16)))
    assert fees(fresh, case.reference) == []
    case.assess("refused")
    assert fees(fresh, case.reference) == []


def test_a_deemed_permit_is_charged_on_the_day_it_was_deemed(fresh):
    case = fresh.apply(WED, date(2026, 6, 12), permit_asds=SENSITIVE)
    fresh.at("2026-06-03T16:31:00+01:00")
    (row,) = fees(fresh, case.reference)
    assert row["transaction_date"] == "2026-06-03T15:30:00.000Z"
    assert row["is_works_traffic_sensitive"] == "true"


# ---- notices ----


def test_section_81_and_penalties_follow_their_diagrams(trade):
    case = trade.apply(WED, date(2026, 6, 12))
    offence = {
        "fpn_evidence": False, "offence_date": "2026-05-31T09:00:00Z",
        "offence_code": "offence_code_08", "offence_details": "No sign",
        "authorised_officer": "Alex", "officer_contact_details": "01632 960002",
    }  # fmt: skip
    steps = (
        ("planner", "accepted", 204), ("planner", "disputed", 412),
        ("authority", "withdrawn", 412), ("authority", "paid", 204),
    )  # fmt: skip
    assert walked(case, offence, steps, 1)
    steps = (
        ("planner", "disputed", 204), ("authority", "paid", 412),
        ("authority", "paid_discounted", 412), ("authority", "withdrawn", 204),
    )  # fmt: skip
    assert walked(case, offence, steps, 2)


def walked(case: Any, offence: dict[str, Any], steps: Any, number: int) -> bool:
    assert case.step("authority", "POST", "fixed-penalty-notices", offence) == 201
    path = f"fixed-penalty-notices/{case.reference}-FPN-{number:02d}/status"
    answered = [
        case.step(who, "PUT", path, {"fpn_status": status, "status_reason": "Because"})
        for who, status, _ in steps
    ]
    assert answered == [expected for _, _, expected in steps]
    return True


def test_an_accepted_section_81_notice_can_be_rejected_and_back_and_fixed_from_accepted(trade):
    body = trade.application(WED, WED)
    names = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    notice = {
        **{name: body[name] for name in names},
        "location_description": "Outside number 3", "location_types": ["carriageway"],
        "inspection_date": day(date(2026, 5, 31)), "section_81_type": "cabinet",
        "section_81_severity": "low", "made_safe_by_ha": False,
        "additional_details": "Its door hangs loose",
    }  # fmt: skip
    made = trade.ask("authority", "POST", "work/section-81-works/section-81s", notice).json()
    works = made["work_reference_number"]
    path = f"work/works/{works}/section-81s/{works}-S81/status"
    steps = [
        ("accepted_fixed", 412), ("acknowledged", 204), ("accepted_fixed", 412),
        ("accepted", 204), ("rejected", 204), ("accepted_fixed", 412), ("accepted", 204),
        ("accepted_fixed", 204), ("rejected", 412),
    ]  # fmt: skip
    for status, expected in steps:
        said = {"section_81_status": status, "status_reason": "Because"}
        if status == "accepted":
            said["work_type"] = "permit_works"
        assert trade.ask("planner", "PUT", path, said).status_code == expected, status


# ---- what the rules say beside that ----


def test_works_of_a_section_81_notice_refuse_a_permit_for_that_reason(trade):
    street = trade.street(4)
    place = street.line.interpolate(5)
    notice = {
        "promoter_swa_code": "0098", "highway_authority_swa_code": COUNTY, "usrn": street.usrn,
        "works_coordinates": {"type": "Point", "coordinates": [round(place.x), round(place.y)]},
        "section_81_type": "cabinet", "section_81_severity": "high",
        "location_description": "Outside the bank", "location_types": ["footway"],
        "made_safe_by_ha": False, "additional_details": "Its door is open",
        "inspector_name": "Ann Other", "inspector_contact_number": "01632 960123",
        "inspection_date": "2026-05-29T10:00:00.000Z",
    }  # fmt: skip
    made = trade.ask("authority", "POST", "work/section-81-works/section-81s", notice)
    assert made.status_code == 201, made.text
    case = Case(trade, made.json()["work_reference_number"], trade.application(WED, WED))
    assert case.another(WED, WED) == 409
    assert "take no permits" in case.said["message"]
    assert case.reinstate("interim", date(2026, 6, 1)) == 412


def test_historic_works_get_a_workstream_with_their_first_permit(trade):
    body = trade.application(WED, WED)
    names = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    historic = {
        **{name: body[name] for name in names},
        "fpn_evidence": False, "offence_date": "2026-05-31T09:00:00Z",
        "offence_code": "offence_code_08", "offence_details": "No sign",
        "authorised_officer": "Alex", "officer_contact_details": "01632 960002",
        "historical_permit_reference": "OLD-1", "works_location_description": "Outside",
        "description_of_work": "Before Street Manager",
    }  # fmt: skip
    made = trade.ask("authority", "POST", "work/historic-works/fixed-penalty-notices", historic)
    assert made.status_code == 201, made.text
    case = Case(trade, made.json()["work_reference_number"], body)
    assert case.works["workstream_prefix"] == "000"
    assert case.another(WED, WED, workstream_prefix=None) == 400
    assert case.said["fields"].keys() == {"workstream_prefix"}
    assert case.another(WED, WED, workstream_prefix="002") == 201, case.said
    assert case.works["workstream_prefix"] == "002"
    assert case.works["work_reference_number"] == "OLD-1"
    case.cancel()
    assert case.another(WED, WED, workstream_prefix="001") == 400, "it stays then"


@pytest.mark.parametrize(
    ("asds", "outcome", "potentially"),
    [
        (None, None, False),
        ([{"street_special_desig_code": 16}], None, True),
        (None, "chargeable", True),
        (None, "potentially_chargeable", True),
        (None, "charges_waived", False),
        (None, "exempt", False),
    ],
)
def test_lane_rental_may_apply_by_designation_or_by_assessment(trade, asds, outcome, potentially):
    case = trade.apply(WED, date(2026, 6, 12), permit_asds=asds)
    if outcome:
        found = {"outcome": outcome, "charges_agreed": True}
        path = f"permits/{case.reference}-01/lane-rental-assessments"
        assert case.step("authority", "PUT", path, found) == 204
    query = {"lane_rental_charges_potentially_apply": "true", "query": case.reference}
    rows = trade.ask("planner", "GET", "reporting/permits", **query).json()["rows"]
    assert bool(rows) is potentially


@pytest.mark.parametrize(
    ("outcome", "agreed", "listed"),
    [
        (None, None, False),
        ("chargeable", False, True),
        ("chargeable", True, False),
        ("potentially_chargeable", False, False),
        ("charges_waived", False, False),
        ("exempt", None, False),
    ],
)
def test_charges_are_not_agreed_on_where_works_are_chargeable_only(trade, outcome, agreed, listed):
    case = trade.apply(WED, date(2026, 6, 12))
    if outcome:
        found = {"outcome": outcome, "charges_agreed": agreed}
        found = {name: value for name, value in found.items() if value is not None}
        path = f"permits/{case.reference}-01/lane-rental-assessments"
        assert case.step("authority", "PUT", path, found) == 204
    assert is_listed(case, lane_rental_charges_not_agreed="true") is listed


def test_lane_rental_may_apply_on_a_street_that_has_it_chosen_or_not(trade):
    def has_it(street):
        return any(one["street_special_desig_code"] == 16 for one in street.designations)

    streets = trade.service.town.streets
    street = next(one for one in streets if one.authorities[0][0] == COUNTY and has_it(one))
    case = trade.apply(WED, date(2026, 6, 12), street)
    assert is_listed(case, lane_rental_charges_potentially_apply="true")


def is_listed(case: Case, **query: str) -> bool:
    """Say whether the authority's list of permits has works, filtered by a query."""
    asked = {"query": case.reference, **query}
    return bool(case.trade.ask("authority", "GET", "reporting/permits", **asked).json()["rows"])


def test_lists_of_days_go_by_uk_days(trade):
    trade.at("2026-06-03T00:15:00+01:00")  # Tuesday by UTC
    case = trade.apply(WED, date(2026, 6, 12))
    for on, found in ((date(2026, 6, 3), 1), (date(2026, 6, 2), 0)):
        days = {"start_date_created": day(on), "end_date_created": day(on)}
        answer = trade.ask("planner", "GET", "reporting/permits", query=case.reference, **days)
        assert len(answer.json()["rows"]) == found


@pytest.mark.parametrize(
    ("road", "last", "changes", "condition"),
    [
        (4, (6, 12), {}, "NCT01b"),
        (3, (6, 19), {}, "NCT01b"),
        (3, (6, 12), {"permit_asds": SENSITIVE}, "NCT01a"),
        (2, (6, 12), {}, "NCT01a"),
        (4, (9, 1), {}, "NCT01a"),  # an authorisation
        (4, (6, 12), {"promoter_swa_code": HS2, "hs2_in_act_limits": True}, None),
        (4, (6, 12), {"promoter_swa_code": HS2, "hs2_in_act_limits": False}, "NCT01a"),
    ],
)
def test_one_condition_on_the_duration_is_added_by_the_validity_period(
    trade, road, last, changes, condition
):
    asked = [{"condition": "NCT01a"}, {"condition": "NCT02a", "comment": "Nights"}]
    case = trade.apply(
        WED, date(2026, *last), trade.street(road), permit_conditions=asked, **changes
    )
    codes = [one["condition"] for one in case.permit()["permit_conditions"]]
    assert codes == [*([condition] if condition else []), "NCT02a"]


def test_the_condition_on_the_duration_follows_a_change(trade):
    case = trade.apply(WED, date(2026, 6, 12), trade.street(3, sensitive=True))
    assert case.change(permit_asds=SENSITIVE) == 201
    codes = [one["condition"] for one in case.permit()["permit_conditions"]]
    assert codes == ["NCT01a"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"work_type": "hs2_highway_works", "is_ttro_required": None}, "work_type"),
        ({"location_types": ["footway", "taxi_rank"]}, "location_types"),
        ({"location_types": ["parking_place"]}, "location_types"),
        ({"location_types": ["footway", "verge"]}, None),
    ],
)
def test_what_is_for_high_speed_two_is_refused_to_others(trade, changes, field):
    body = trade.application(WED, date(2026, 6, 12), **changes)
    answer = trade.ask("planner", "POST", "work/works", body)
    assert answer.status_code == (201 if field is None else 400), answer.text
    if field:
        assert answer.json()["fields"].keys() == {field}
        case = trade.apply(WED, date(2026, 6, 12))
        assert case.change(**changes) == 400
    else:
        own = trade.apply(WED, WED, promoter_swa_code=HS2, hs2_in_act_limits=True,
                          location_types=["taxi_rank"])  # fmt: skip
        assert own.permit()["location_types"] == ["taxi_rank"]


# ---- the clock itself ----


def test_a_fixed_day_is_a_day_in_the_uk():
    from street_works.plugin.practice.clock import Clock
    from street_works.plugin.trade.calendar import uk_time

    fixed = date(2026, 6, 1)
    clock = Clock(fixed)
    shown = uk_time(clock.now())
    assert shown.date() == fixed == clock.today()
    real = uk_time(datetime.now(timezone.utc))
    passed = (real.hour * 60 + real.minute) - (shown.hour * 60 + shown.minute)
    assert passed % (24 * 60) <= 1
