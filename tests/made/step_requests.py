"""For each step the request that takes it, when nothing is against it."""

from datetime import date
from typing import Any

from street_works.plugin.rules.steps import Step
from street_works.tests.made.parties import Case, day, reinstatement

TODAY = date(2026, 6, 1)
NOW = "2026-06-01T12:00:00+01:00"
YESTERDAY, DAY_BEFORE = date(2026, 5, 31), date(2026, 5, 30)
START, END = date(2026, 6, 18), date(2026, 6, 19)

_ASSESSED = {
    Step.GRANT: {"assessment_status": "granted", "assessment_discount": 0},
    Step.REFUSE: {
        "assessment_status": "refused", "additional_comments": "No",
        "reasons_for_refusal": ["RC10"],
    },
    Step.REQUEST_MODIFICATION: {
        "assessment_status": "permit_modification_request", "pending_change_details": "Shorter"
    },
    Step.REVOKE: {"assessment_status": "revoked", "revoke_reason": "A parade"},
}  # fmt: skip
_DECIDED = {
    Step.GRANT_CHANGE: {"alteration_status": "granted"},
    Step.REFUSE_CHANGE: {"alteration_status": "refused"},
    Step.CHALLENGE_CHANGE: {
        "alteration_status": "granted_with_duration_challenge",
        "reasonable_period_end_date": day(END),
    },
}
_PENALTY = {
    Step.ACCEPT_PENALTY: "accepted",
    Step.DISPUTE_PENALTY: "disputed",
    Step.WITHDRAW_PENALTY: "withdrawn",
    Step.NOTE_PAYMENT: "paid",
    Step.NOTE_DISCOUNTED_PAYMENT: "paid_discounted",
}
_SECTION_81 = {
    Step.ACKNOWLEDGE_SECTION_81: "acknowledged",
    Step.ACCEPT_SECTION_81: "accepted",
    Step.REPORT_REPAIR: "accepted_fixed",
    Step.REJECT_SECTION_81: "rejected",
    Step.RESOLVE_SECTION_81: "resolved_by_ha",
    Step.CANCEL_SECTION_81: "cancelled",
}
OFFENCE = {
    "fpn_evidence": False, "offence_date": "2026-05-31T09:00:00Z",
    "offence_code": "offence_code_08", "offence_details": "No sign",
    "authorised_officer": "Alex", "officer_contact_details": "01632 960002",
}  # fmt: skip
_ACTIVITY = {
    "activity_name": "A skip", "activity_activity_type": "skips",
    "activity_location_description": "Outside the bank", "location_types": ["footway"],
    "start_date": day(START), "end_date": day(END),
    "collaborative_working": False, "traffic_management_type": "give_and_take",
}  # fmt: skip

Request = tuple[str, str, Any]
"""The verb, the path and the body."""


class Requests:
    """The requests about some works, one of their permits, and an activity."""

    def __init__(self, case: Case, activity: str) -> None:
        self.case, self.activity = case, activity
        self.said: dict[str, Any] = {}
        self.about(case.reference)

    def about(self, reference: str) -> None:
        """Ask about these works from now on."""
        self.reference, self.works = reference, f"work/works/{reference}"

    def take(self, step: Step, who: str, permit: str, application: dict[str, Any]) -> int:
        """Ask for the step; return the status of the answer, what was said is in `said`.

        `permit` is the reference of the permit that it is about, `application` what was applied
        for under it.
        """
        verb, path, body = self._request(step, who, permit, application)
        answer = self.case.trade.ask(who, verb, path, body)
        self.said = answer.json() if answer.content else {}
        return answer.status_code

    def _request(self, step: Step, who: str, permit: str, application: dict[str, Any]) -> Request:
        own = f"{self.works}/permits/{permit}"
        if step in _ASSESSED:
            return "PUT", f"{own}/assessment", _ASSESSED[step]
        if step in _DECIDED:
            more = {"assessment_discount": 0, "assessment_comments": "Because"}
            path = f"{own}/alterations/{permit}-CR-01/status"
            return "PUT", path, {**more, **_DECIDED[step]}
        if step in _PENALTY:
            path = f"{self.works}/fixed-penalty-notices/{self.reference}-FPN-01/status"
            return "PUT", path, {"fpn_status": _PENALTY[step], "status_reason": "Because"}
        if step in _SECTION_81:
            path = f"{self.works}/section-81s/{self.reference}-S81/status"
            body = {"section_81_status": _SECTION_81[step], "status_reason": "Because"}
            accepts = step is Step.ACCEPT_SECTION_81
            return "PUT", path, {**body, "work_type": "permit_works"} if accepts else body
        return self._other(step, who, own, application)

    def _other(self, step: Step, who: str, own: str, application: dict[str, Any]) -> Request:
        works, reason = self.works, {"revert_reason": "A mistake"}
        if step is Step.ADD_FILE:
            return "POST", f"{works}/files", {"file_ids": [self.case.trade.upload(who)]}
        plan = f"{works}/forward-plans/{self.reference}-FP-01"
        discount = {"assessment_discount": 10, "assessment_discount_reason": "Shared"}
        inspection = {
            "inspection_type": "live_site", "inspection_category": "a",
            "inspection_outcome": "passed", "inspection_start_date": "2026-05-31T09:00:00Z",
            "username": "Alex", "made_safe_by_ha": False, "inspection_evidence": False,
        }  # fmt: skip
        scheduled = {
            "scheduled_inspection_type": "live_site", "scheduled_inspection_category": "a",
            "scheduled_inspection_date": day(START),
        }  # fmt: skip
        edited = {
            "works_coordinates": application["works_coordinates"], "start_date": day(START),
            "end_date": day(END), "works_location_description": "Outside the bank",
            "description_of_work": "A bigger main",
        }  # fmt: skip
        changed = {
            n: v for n, v in application.items() if n not in _NOT_ALTERED
        } | {"permit_alteration_reason": "It has to be"}  # fmt: skip
        another = {n: v for n, v in application.items() if n not in _OF_THE_WORKS}
        conditions = [{"condition": "NCT02a", "comment": "Nights"}]
        requests: dict[Step, Request] = {
            Step.APPLY: ("POST", f"{works}/permits", another),
            Step.START: ("PUT", f"{works}/start", {"actual_start_date": NOW}),
            Step.REVERT_START: ("PUT", f"{works}/revert-start", reason),
            Step.STOP: ("PUT", f"{works}/stop", {"actual_stop_date": NOW}),
            Step.REVERT_STOP: ("PUT", f"{works}/revert-stop", reason),
            Step.ADD_SITE: ("POST", f"{works}/sites", self._reinstatement("interim", new=True)),
            Step.REINSTATE: (
                "POST", f"{works}/sites/1/reinstatements", self._reinstatement("interim")
            ),
            Step.MAKE_PERMANENT: (
                "POST", f"{works}/sites/1/reinstatements", self._reinstatement("permanent")
            ),
            Step.SET_UNITS: ("PUT", f"{works}/inspection-units", {"inspection_units": 2}),
            Step.SET_FINAL: (
                "PUT", f"{works}/final-reinstatement", {"final_reinstatement": True}
            ),
            Step.COMMENT: (
                "POST", f"{works}/comments", {"detail": "When?", "topic": "GENERAL"}
            ),
            Step.REPLY: ("POST", f"{works}/comments", {"detail": "Soon", "topic": "GENERAL"}),
            Step.MARK_AS_READ: ("PUT", f"{works}/comments/{self.reference}-COM-01/read", {}),
            Step.INSPECT: ("POST", f"{works}/inspections", inspection),
            Step.SCHEDULE_INSPECTION: ("POST", f"{works}/scheduled-inspections", scheduled),
            Step.CANCEL_INSPECTION: ("DELETE", f"{works}/scheduled-inspections", None),
            Step.ISSUE_PENALTY: ("POST", f"{works}/fixed-penalty-notices", OFFENCE),
            Step.CANCEL: ("PUT", f"{own}/status", {"permit_status": "cancelled"}),
            Step.CHANGE: ("POST", f"{own}/alterations", changed),
            Step.IMPOSE_CHANGE: (
                "POST", f"{own}/alterations", {**changed, "permit_conditions": conditions}
            ),
            Step.SET_DISCOUNT: ("PUT", f"{own}/permit-discount", discount),
            Step.ASSESS_LANE_RENTAL: (
                "PUT", f"{own}/lane-rental-assessments", {"outcome": "charges_not_applicable"}
            ),
            Step.ACKNOWLEDGE: (
                "PUT", f"{own}/hs2_acknowledgement", {"hs2_acknowledged": True}
            ),
            Step.EDIT_PLAN: ("PUT", plan, edited),
            Step.CANCEL_PLAN: ("PUT", f"{plan}/cancel", {"cancelled_reason": "No need"}),
            Step.EDIT_ACTIVITY: ("PUT", f"work/activity/{self.activity}", _ACTIVITY),
            Step.CANCEL_ACTIVITY: ("PUT", f"work/activity/{self.activity}/cancel", {}),
        }  # fmt: skip
        return requests[step]

    def _reinstatement(self, status: str, *, new: bool = False) -> dict[str, Any]:
        body = reinstatement(status, DAY_BEFORE, self.case.body["works_coordinates"])
        return {**body, "reinstatement_type": "excavation"} if new else body


_OF_THE_WORKS = (
    "promoter_swa_code", "highway_authority_swa_code", "usrn", "workstream_prefix",
)  # fmt: skip
_NOT_ALTERED = (*_OF_THE_WORKS, "hs2_in_act_limits", "hs2_highway_exemption")
