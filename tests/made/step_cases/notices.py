"""Cases of fixed penalty notices, section 81, inspections, forward plans."""

from datetime import timedelta
from typing import Any

from street_works.plugin.forms.steps import (
    forward_plans,
    give_penalty,
    log_inspection,
    penalties,
    scheduled_inspection,
    section_81,
)
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.parties import Case, Trade
from street_works.tests.made.step_requests import OFFENCE

from .bringing import applied, done, granted
from .case import StepCase, day, moment


def fined(trade: Trade) -> Case:
    """Return works with a fixed penalty notice."""
    works = granted(trade)
    done(works.step("authority", "POST", "fixed-penalty-notices", OFFENCE))
    return works


def _fined_and(status: str) -> Any:
    """Give what brings works to a fixed penalty notice that the promoter has answered."""

    def bring(trade: Trade) -> Case:
        works = fined(trade)
        done(answer_fine(works, "planner", status))
        return works

    return bring


def answer_fine(works: Case, who: str, status: str) -> int:
    """Let a side take the fixed penalty notice of works further."""
    path = f"fixed-penalty-notices/{works.reference}-FPN-01/status"
    return works.step(who, "PUT", path, {"fpn_status": status, "status_reason": "Because"})


_PENALTIES = (
    StepCase(
        give_penalty.GivePenalty,
        "authority",
        granted,
        lambda works: {
            "offence_code": "offence_code_09",
            "offence_date": moment(hours=-2),
            "offence_details": "Cones across the footway",
            "fpn_evidence": True,
            "file_ids": ["photo.pdf"],
            "authorised_officer": "Alex Warden",
            "officer_contact_details": "01632 960002",
        },
        shows="09 – Breach of a permit condition",
    ),
    StepCase(
        penalties.AcceptPenalty,
        "planner",
        _fined_and("disputed"),
        lambda works: {"status_reason": "The barriers were ours"},
        shows="Accepted",
    ),
    StepCase(
        penalties.DisputePenalty,
        "contractor",
        fined,
        lambda works: {"status_reason": "There was a permit"},
        shows="Disputed",
    ),
    StepCase(
        penalties.WithdrawPenalty,
        "authority",
        _fined_and("disputed"),
        lambda works: {"status_reason": "There was a permit"},
        shows="Withdrawn",
    ),
    StepCase(
        penalties.NotePayment,
        "authority",
        _fined_and("accepted"),
        lambda works: {},
        shows="Paid",
    ),
    StepCase(
        penalties.NoteDiscountedPayment,
        "authority",
        fined,
        lambda works: {"status_reason": "Paid by transfer", "internal_user_name": "Ann Other"},
        shows="Paid (discounted)",
    ),
)

_PLACE = (
    "promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn"
)  # fmt: skip


def reported(trade: Trade, *answers: dict[str, str]) -> Case:
    """Return works that came of a section 81 notice, which the promoter has given `answers`."""
    body = applied(trade).body
    notice = {
        **{name: body[name] for name in _PLACE},
        "location_description": "By the bus stop",
        "location_types": ["footway"],
        "inspection_date": f"{uk_today()}T00:00:00.000Z",
        "section_81_type": "cabinet",
        "section_81_severity": "high",
        "made_safe_by_ha": False,
        "additional_details": "The door hangs open",
    }
    answer = trade.ask("authority", "POST", "work/section-81-works/section-81s", notice)
    assert answer.status_code == 201, answer.text
    works = Case(trade, answer.json()["work_reference_number"], body)
    for one in answers:
        done(works.step("planner", "PUT", f"section-81s/{works.reference}-S81/status", one))
    return works


_ACCEPTED = {"section_81_status": "accepted", "work_type": "non_notifiable_works"}
_SECTION_81 = (
    StepCase(
        section_81.AcknowledgeSection81,
        "planner",
        reported,
        lambda works: {},
        shows="Acknowledged",
    ),
    StepCase(
        section_81.AcceptSection81,
        "planner",
        reported,
        lambda works: {"work_type": "permit_works", "status_reason": "The door is ours"},
        shows="Accepted",
    ),
    StepCase(
        section_81.ReportRepair,
        "contractor",
        lambda trade: reported(trade, _ACCEPTED),
        lambda works: {"status_reason": "A new door, today"},
        shows="Accepted (fixed)",
    ),
    StepCase(
        section_81.RejectSection81,
        "planner",
        lambda trade: reported(trade, _ACCEPTED),
        lambda works: {"status_reason": "The cabinet is the gas company's"},
        shows="Rejected",
    ),
    StepCase(
        section_81.ResolveSection81,
        "authority",
        reported,
        lambda works: {"status_reason": "We have closed the door"},
        shows="Resolved by HA",
    ),
    StepCase(
        section_81.CancelSection81,
        "authority",
        lambda trade: reported(trade, _ACCEPTED),
        lambda works: {"status_reason": "Given twice"},
        shows="Cancelled",
    ),
)


def announced(trade: Trade) -> Case:
    """Return works that a forward plan was raised for."""
    body = trade.application(uk_today() + timedelta(days=200), uk_today() + timedelta(days=230))
    answer = trade.ask("planner", "POST", "work/forward-plans", plan_of(body))
    assert answer.status_code == 201, answer.text
    return Case(trade, answer.json()["work_reference_number"], body)


def plan_of(body: dict[str, Any]) -> dict[str, Any]:
    """Return the request for a forward plan of works that an application has been made up for."""
    return {
        **{name: body[name] for name in _PLACE},
        "workstream_prefix": "001",
        "start_date": f"{uk_today() + timedelta(days=200)}T00:00:00.000Z",
        "end_date": f"{uk_today() + timedelta(days=230)}T00:00:00.000Z",
        "description_of_work": "A bigger main",
        "works_location_description": "From the bank to the bridge",
        "traffic_management_type": "two_way_signals",
        "project_reference_number": "P-77",
    }


_PLANS = (
    StepCase(
        forward_plans.ChangePlan,
        "planner",
        announced,
        lambda works: {
            "end_date": day(260),
            "description_of_work": "A bigger main and its valves",
            "additional_info": "With the gas company",
        },
        shows="A bigger main and its valves",
    ),
    StepCase(
        forward_plans.CancelPlan,
        "contractor",
        announced,
        lambda works: {"cancelled_reason": "The main will do"},
        shows="The main will do",
    ),
)


def scheduled(trade: Trade) -> Case:
    """Return works of which an inspection is scheduled."""
    works = granted(trade)
    planned = {
        "scheduled_inspection_type": "live_site",
        "scheduled_inspection_category": "third_party",
        "scheduled_inspection_date": f"{uk_today() + timedelta(days=9)}T00:00:00.000Z",
    }
    done(works.step("authority", "POST", "scheduled-inspections", planned))
    return works


_INSPECTIONS = (
    StepCase(
        log_inspection.LogInspection,
        "authority",
        scheduled,
        lambda works: {
            "inspection_category": "a",
            "inspection_start_date": moment(hours=-1),
            "username": "Alex",
            "inspection_outcome": "failed_high",
            "failure_reason_details": [
                {"condition": "live_site_signage", "comment": "No works ahead sign", "numbers": ""},
                {"condition": "live_site_barriers", "comment": "Two are down", "numbers": ""},
            ],
            "was_call_logged": True,
            "call_logged_to": "Midvale Water",
            "call_logged_reference": "C-7",
            "call_logged_summary": "They come at once",
            "defect_fixed_on_site": "no",
            "inspection_evidence": True,
            "file_ids": ["barriers.pdf"],
            "reinspection_date": day(3),
            "reinspection_date_time": "09:15",
            "reinspection_type": "non_compliance_follow_up",
            "reinspection_category": "follow_up",
        },
        shows="Failed – high",
    ),
    StepCase(
        scheduled_inspection.ScheduleInspection,
        "authority",
        granted,
        lambda works: {
            "scheduled_inspection_category": "site_occupancy",
            "scheduled_inspection_date": day(7),
            "scheduled_inspection_date_time": "10:30",
        },
        shows="Site occupancy",
    ),
    StepCase(
        scheduled_inspection.CancelInspection,
        "authority",
        scheduled,
        lambda works: {},
        shows="Scheduled inspection cancelled",
    ),
)

CASES: tuple[StepCase, ...] = (*_PENALTIES, *_SECTION_81, *_PLANS, *_INSPECTIONS)
