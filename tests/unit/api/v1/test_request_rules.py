"""Every rule of every request but applications: broken alone it is told at its field."""

from datetime import date, datetime, timezone

import pytest
from pydantic import ValidationError
from street_works.plugin.api.contract.problems import problems
from street_works.plugin.api.v1.models import export, party, reporting, work

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=timezone.utc)
CLOCK = {"today": date(2026, 5, 1), "now": NOW}
POINT = {"type": "Point", "coordinates": [530000.5, 180000]}
STREET = {"usrn": 8401234}
PLACE = {
    **STREET,
    "promoter_swa_code": "0010",
    "highway_authority_swa_code": "1355",
    "works_coordinates": POINT,
}
REINSTATEMENT = {
    "reinstatement_status": "permanent",
    "reinstatement_date": "2026-04-30",
    "reinstatement_coordinates": POINT,
    "location_description": "Outside number 7",
    "location_types": ["footway"],
    "reinstatement_evidence": False,
}
DUG = {"depth": 1.25, "length": 2, "width": 0.5, "final_reinstatement": True}
INSPECTION = {
    "inspection_type": "live_site",
    "inspection_start_date": "2026-05-01T11:59:00Z",
    "inspection_outcome": "passed",
    "inspection_evidence": False,
    "username": "inspector",
}
FPN = {
    "fpn_evidence": False,
    "offence_date": "2026-04-30T09:00:00+01:00",
    "offence_code": "offence_code_05",
    "offence_details": "No permit",
    "authorised_officer": "A. Clerk",
    "officer_contact_details": "01234 567890",
}
HISTORIC = {
    **PLACE,
    "historical_permit_reference": "OLD-1",
    "works_location_description": "Outside number 7",
}
PLAN = {
    "start_date": "2026-09-01",
    "end_date": "2026-12-01",
    "description_of_work": "Lay a main",
    "works_location_description": "All of it",
}
ACTIVITY = {
    "activity_name": "Skip",
    "activity_activity_type": "skips",
    "start_date": "2026-05-01",
    "end_date": "2026-05-02",
    "location_types": ["footway"],
    "activity_location_description": "Outside number 7",
    "traffic_management_type": "give_and_take",
    "collaborative_working": False,
}
SECTION_81 = {
    **PLACE,
    "location_description": "Outside number 7",
    "location_types": ["footway"],
    "inspection_date": "2026-05-01",
    "section_81_type": "cabinet",
    "section_81_severity": "low",
    "made_safe_by_ha": True,
    "additional_details": "Door open",
}
ADDRESS = {
    "address_line_one": "1 High Street",
    "postcode": "AB1 2CD",
    "email": "works@water.example",
    "phone_number": "01234 567890",
}

SOUND = {
    work.PermitStatusUpdateRequest: {"permit_status": "cancelled"},
    work.PermitAssessmentUpdateRequest: {"assessment_status": "granted"},
    work.PermitDiscountUpdateRequest: {"assessment_discount": 0},
    work.PermitLaneRentalAssessmentUpdateRequest: {"outcome": "exempt"},
    work.HS2AcknowledgementRequest: {"hs2_acknowledged": True},
    work.WorkStartUpdateRequest: {"actual_start_date": "2026-05-01T11:59:00Z"},
    work.WorkStartRevertRequest: {"revert_reason": "Wrong works"},
    work.WorkStopUpdateRequest: {"actual_stop_date": "2026-05-01T11:59:00Z"},
    work.WorkStopRevertRequest: {"revert_reason": "Wrong works"},
    work.SiteCreateRequest: {**REINSTATEMENT, **DUG, "reinstatement_type": "excavation"},
    work.ReinstatementCreateRequest: REINSTATEMENT,
    work.NonNotifiableSiteCreateRequest: {
        **PLACE,
        **REINSTATEMENT,
        "reinstatement_type": "core_holes",
        "number_of_holes": 1,
    },
    work.InspectionUnitsUpdateRequest: {"inspection_units": 0},
    work.FinalReinstatementUpdateRequest: {"final_reinstatement": True},
    work.InspectionCreateRequest: INSPECTION,
    work.ScheduledInspectionCreateRequest: {
        "scheduled_inspection_type": "live_site",
        "scheduled_inspection_date": "2026-05-01",
    },
    work.HistoricInspectionCreateRequest: {**HISTORIC, **INSPECTION},
    work.FPNCreateRequest: FPN,
    work.HistoricFPNCreateRequest: {**HISTORIC, **FPN},
    work.FPNStatusUpdateRequest: {"fpn_status": "accepted"},
    work.CommentCreateRequest: {"detail": "Hello", "topic": "GENERAL"},
    work.CommentReadRequest: {},
    work.PermitAlterationStatusUpdateRequest: {
        "alteration_status": "granted",
        "assessment_discount": 0,
    },
    work.AddFileToWorkRequest: {"file_ids": [3]},
    work.ActivityCreateRequest: {**STREET, **ACTIVITY, "activity_coordinates": POINT},
    work.ActivityUpdateRequest: ACTIVITY,
    work.ActivityCancelRequest: {},
    work.ForwardPlanCreateRequest: {**PLACE, **PLAN},
    work.ForwardPlanUpdateRequest: {**PLAN, "works_coordinates": POINT},
    work.ForwardPlanCancelRequest: {"cancelled_reason": "No money"},
    work.Section81CreateRequest: SECTION_81,
    work.Section81StatusUpdateRequest: {"section_81_status": "acknowledged"},
    party.WorkstreamCreateRequest: {"prefix": "001", "name": "East"},
    party.WorkstreamUpdateRequest: {"name": "East"},
    party.UpdateUserDetailsRequest: {"first_name": "Jo", "last_name": "Bloggs"},
    party.UserForgotPasswordRequest: {"email": "jo@water.example"},
    party.OrganisationUpdateRequest: ADDRESS,
    reporting.PermitSearchRequest: {"work_reference_numbers": ["AB001"]},
    export.FeesCSVExportRequest: {"start_date": "2026-01-01", "end_date": "2026-01-31"},
    export.FPNCSVExportRequest: {"start_date": "2026-01-01", "end_date": "2026-01-01"},
    export.InspectionCSVExportRequest: {},
    export.PermitCSVExportRequest: {"swa_code": 10},
    export.PermitAlterationCSVExportRequest: {},
    export.ForwardPlanCSVExportRequest: {},
    export.ReinstatementCSVExportRequest: {},
    export.CommentCSVExportRequest: {},
    export.Section81CSVExportRequest: {},
    export.OrganisationDataCSVExportRequest: {
        "start_date": "2026-01-01",
        "end_date": "2026-01-01",
    },
}

LATER, EARLIER = "2026-03-02", "2026-03-01"
LATE_AND_EARLY = {
    export.FPNCSVExportRequest: [("start_date", "end_date")],
    export.InspectionCSVExportRequest: [("start_date", "end_date")],
    export.PermitCSVExportRequest: [
        ("start_date", "end_date"),
        ("work_start_date_from", "work_start_date_to"),
        ("work_end_date_from", "work_end_date_to"),
        ("start_date_created", "end_date_created"),
    ],
    export.PermitAlterationCSVExportRequest: [("start_date_created", "end_date_created")],
    export.ForwardPlanCSVExportRequest: [
        ("proposed_start_date", "proposed_end_date"),
        ("work_start_date_from", "work_start_date_to"),
        ("work_end_date_from", "work_end_date_to"),
    ],
    export.ReinstatementCSVExportRequest: [
        ("registration_date_from", "registration_date_to"),
        ("end_date_from", "end_date_to"),
    ],
    export.CommentCSVExportRequest: [("date_created_from", "date_created_to")],
    export.OrganisationDataCSVExportRequest: [("start_date", "end_date")],
}

HIGH = {"inspection_outcome": "failed_high"}
HIGH_SOUND = {**HIGH, "was_call_logged": False, "defect_fixed_on_site": "no"}
CALL = {
    **HIGH_SOUND,
    "was_call_logged": True,
    "call_logged_to": "Gas",
    "call_logged_reference": "G1",
    "call_logged_summary": "Leak",
}
ABOUT_81 = {"inspection_type": "section_81", "inspection_outcome": "failed_low"}


def inspection_rules(model):
    """What breaks the rules of an inspection, with what just keeps them."""
    yield model, {"inspection_start_date": "2026-05-01T12:01:00Z"}, "inspection_start_date", {}
    for outcome in ("unable_to_complete_inspection", "non_compliant_with_conditions"):
        changes = {"inspection_outcome": outcome}
        mended = {**changes, "inspection_outcome_details": "Gate locked"}
        yield model, changes, "inspection_outcome_details", mended
    for field in ("was_call_logged", "defect_fixed_on_site"):
        yield model, {**HIGH_SOUND, field: ...}, field, HIGH_SOUND
    for field in ("call_logged_to", "call_logged_reference", "call_logged_summary"):
        yield model, {**CALL, field: ...}, field, CALL
    yield model, ABOUT_81, "made_safe_by_ha", {**ABOUT_81, "made_safe_by_ha": False}
    mended = {"inspection_evidence": True, "file_ids": [1]}
    yield model, {"inspection_evidence": True}, "file_ids", mended
    yield from reinspection_rules(model, "reinspection_date")
    failing = {"failure_reason": "live_site_signage", "details": "x" * 500}
    yield from failing_rules(model, failing, {"details": "x" * 501})
    yield from failing_rules(model, failing, {"failure_reason": "rain"})


def failing_rules(model, failing, spoilt):
    field, (part,) = "failure_reason_details", spoilt
    yield model, {field: [{**failing, **spoilt}]}, f"{field}.0.{part}", {field: [failing]}


def reinspection_rules(model, day):
    moment = f"{day}_time"
    yield model, {day: "2026-04-30"}, day, {day: "2026-05-01"}
    later = {day: "2026-05-02", moment: "2026-05-02T09:00:00+01:00"}
    yield model, {**later, moment: "2026-05-03T09:00:00+01:00"}, moment, later
    if day not in SOUND[model]:
        yield model, {**later, day: ...}, day, {day: "2026-05-01", moment: "2026-05-01T11:59:00Z"}


def reinstatement_rules(model):
    field = "reinstatement_date"
    yield model, {field: "2026-05-02"}, field, {field: "2026-05-01"}
    changes = {"reinstatement_evidence": True}
    yield model, changes, "file_ids", {**changes, "file_ids": [1]}
    yield model, {"location_types": []}, "location_types", {}
    yield model, {"location_types": ["verge", "verge"]}, "location_types", {}
    yield model, {"inspection_units": 1000}, "inspection_units", {"inspection_units": 999}
    yield model, {"number_of_holes": 101}, "number_of_holes", {"number_of_holes": 100}


def assessment_rules(model=work.PermitAssessmentUpdateRequest):
    refused = {
        "assessment_status": "refused",
        "additional_comments": "x",
        "reasons_for_refusal": ["RC10"],
    }
    for field in ("additional_comments", "reasons_for_refusal"):
        yield model, {**refused, field: ...}, field, refused
    field = "reasons_for_refusal"
    six = ["RC10", "RC11", "RC12", "RC20", "RC21", "RC22"]
    yield model, {**refused, field: six}, field, {**refused, field: six[:5]}
    yield model, {**refused, field: []}, field, refused
    yield model, {**refused, field: ["RC10", "RC10"]}, field, refused
    for status, field in (
        ("revoked", "revoke_reason"),
        ("permit_modification_request", "pending_change_details"),
    ):
        changes = {"assessment_status": status}
        yield model, changes, field, {**changes, field: "x"}
    challenged = {
        "is_duration_challenged": True,
        "additional_comments": "Too long",
        "reasonable_period_end_date": "2026-06-01",
    }
    for field in ("additional_comments", "reasonable_period_end_date"):
        yield model, {**challenged, field: ...}, field, challenged
    field = "assessment_status"
    for status in ("granted_auto", "refused_auto"):
        yield model, {field: status}, field, {field: "granted"}
    field = "assessment_discount"
    yield model, {field: 101}, field, {field: 100}
    yield model, {field: -1}, field, {field: 0}
    yield model, {field: 2.5}, field, {}


def alteration_rules(model=work.PermitAlterationStatusUpdateRequest):
    status = "alteration_status"
    yield model, {status: "deemed"}, status, {}
    yield model, {"assessment_discount": ...}, "assessment_discount", {"assessment_discount": 100}
    refused = {status: "refused", "assessment_comments": "x"}
    yield model, {**refused, "assessment_comments": ...}, "assessment_comments", refused
    challenged = {
        status: "granted_with_duration_challenge",
        "assessment_comments": "Too long",
        "reasonable_period_end_date": "2026-06-01",
    }
    for field in ("assessment_comments", "reasonable_period_end_date"):
        yield model, {**challenged, field: ...}, field, challenged


def forward_plan_rules():
    for model in (work.ForwardPlanCreateRequest, work.ForwardPlanUpdateRequest):
        yield model, {"end_date": "2026-08-31"}, "end_date", {"end_date": "2026-09-01"}
    model = work.ForwardPlanCreateRequest
    hs2 = {
        "promoter_swa_code": "7374",
        "hs2_work_type": "hs2_highway_works",
        "hs2_in_act_limits": True,
        "hs2_highway_exemption": "none_applicable",
    }
    for field in ("hs2_work_type", "hs2_in_act_limits", "hs2_highway_exemption"):
        yield model, {**hs2, field: ...}, field, hs2
    field = "hs2_consultation_requested_response_date"
    yield model, {field: "2026-04-30"}, field, {field: "2026-05-01"}
    yield model, {"workstream_prefix": "000"}, "workstream_prefix", {"workstream_prefix": "001"}
    field = "work_reference_number"
    yield model, {field: "A" * 25}, field, {field: "A" * 24}


def activity_rules():
    for model in (work.ActivityCreateRequest, work.ActivityUpdateRequest):
        other = {"activity_activity_type": "other", "activity_type_details": "Filming"}
        field = "activity_type_details"
        yield model, {**other, field: ...}, field, other
        begun = {"start_date": "2026-04-01", "start_time": "2026-04-01T09:00:00Z"}
        yield model, {"end_date": "2026-04-30"}, "end_date", {"end_date": "2026-05-01"}
        times = {"start_time": "2026-05-01T13:00:00Z", "end_time": "2026-05-01T13:01:00Z"}
        yield model, {**times, "end_time": times["start_time"]}, "end_time", times
        at_dawn = {"end_time": "2026-05-01T00:00:00+01:00"}
        yield model, {"end_time": "2026-04-30T23:59:00+01:00"}, "end_time", at_dawn
        yield model, {"location_types": ["verge", "verge"]}, "location_types", begun


def section_81_rules():
    model = work.Section81CreateRequest
    yield model, {"inspection_date": "2026-05-02"}, "inspection_date", {}
    yield from reinspection_rules(model, "reinspection_date")
    model = work.Section81StatusUpdateRequest
    for status in ("rejected", "accepted_fixed", "resolved_by_ha", "cancelled"):
        changes = {"section_81_status": status}
        yield model, changes, "status_reason", {**changes, "status_reason": "x"}
    changes = {"section_81_status": "accepted"}
    yield model, changes, "work_type", {**changes, "work_type": "permit_works"}


def site_rules(model=work.SiteCreateRequest):
    field = "workstream_prefix"
    yield work.NonNotifiableSiteCreateRequest, {field: "000"}, field, {field: "001"}
    for field in DUG:
        yield model, {field: ...}, field, {}
    holes = {"reinstatement_type": "bar_holes", **dict.fromkeys(DUG, ...)}
    yield model, holes, "number_of_holes", {**holes, "number_of_holes": 1}
    for field, most in (("depth", 99.99), ("length", 9999.99), ("width", 99.99)):
        yield model, {field: most + 0.01}, field, {field: most}
        yield model, {field: 1.234}, field, {field: 1.23}
        yield model, {field: -1}, field, {field: 0}


def historic_rules(model):
    yield model, {"work_start_date": "2026-05-02"}, "work_start_date", {}
    yield model, {"work_end_date": "2026-05-02"}, "work_end_date", {"work_end_date": "2026-05-01"}
    both = {"work_start_date": "2026-04-02", "work_end_date": "2026-04-02"}
    yield model, {**both, "work_end_date": "2026-04-01"}, "work_end_date", both
    field = "historical_permit_reference"
    yield model, {field: "A/B"}, field, {field: "A-B_1"}


def fpn_rules(model):
    field = "offence_date"
    yield model, {field: "2026-05-01T12:01:00Z"}, field, {field: "2026-05-01T12:00:00Z"}
    changes = {"fpn_evidence": True}
    yield model, changes, "file_ids", {**changes, "file_ids": [1]}


def simple_rules():
    yield work.PermitStatusUpdateRequest, {"permit_status": "refused"}, "permit_status", {}
    rented = {"outcome": "chargeable", "charges_agreed": False}
    model = work.PermitLaneRentalAssessmentUpdateRequest
    yield model, {**rented, "charges_agreed": ...}, "charges_agreed", rented
    yield model, {"chargeable_days": 0}, "chargeable_days", {"chargeable_days": 1}
    yield model, {"chargeable_days": 10001}, "chargeable_days", {"chargeable_days": 10000}
    model = work.HS2AcknowledgementRequest
    yield model, {"hs2_acknowledged": False}, "hs2_acknowledged", {}
    for model, field in (
        (work.WorkStartUpdateRequest, "actual_start_date"),
        (work.WorkStopUpdateRequest, "actual_stop_date"),
    ):
        yield model, {field: "2026-05-01T12:01:00Z"}, field, {field: "2026-05-01T12:00:00Z"}
    for status in ("withdrawn", "disputed"):
        changes = {"fpn_status": status}
        mended = {**changes, "status_reason": "x"}
        yield work.FPNStatusUpdateRequest, changes, "status_reason", mended
    yield work.CommentCreateRequest, {"detail": "x" * 1501}, "detail", {"detail": "x" * 1500}
    yield work.AddFileToWorkRequest, {"file_ids": [3, 3]}, "file_ids", {"file_ids": [3, 4]}
    yield work.AddFileToWorkRequest, {"file_ids": [None]}, "file_ids.0", {}
    for model in (party.WorkstreamCreateRequest, party.WorkstreamUpdateRequest):
        field = "contact_email"
        yield model, {field: "nobody"}, field, {field: "jo@water.example"}
        yield model, {"name": "x" * 61}, "name", {"name": "x" * 60}
    yield party.WorkstreamCreateRequest, {"prefix": "1"}, "prefix", {}
    yield party.UserForgotPasswordRequest, {"email": "nobody"}, "email", {}
    model = party.OrganisationUpdateRequest
    yield model, {"postcode": "AB1-2CD"}, "postcode", {}
    yield model, {"town": "Leeds!"}, "town", {"town": "Leeds"}
    field = "work_reference_numbers"
    many = [f"AB{number}" for number in range(1001)]
    yield reporting.PermitSearchRequest, {field: many}, field, {field: many[:1000]}
    yield reporting.PermitSearchRequest, {field: ["AB1", "ab1"]}, field, {}
    yield reporting.PermitSearchRequest, {field: ["A" * 25]}, f"{field}.0", {field: ["A" * 24]}


def export_rules():
    for model, pairs in LATE_AND_EARLY.items():
        for first, last in pairs:
            kept = {first: EARLIER, last: EARLIER}
            yield model, {first: LATER, last: EARLIER}, last, kept
    model = export.FeesCSVExportRequest
    yield model, {"end_date": "2026-02-01"}, "end_date", {}
    yield model, {"end_date": "2025-12-31"}, "end_date", {"end_date": "2026-01-01"}
    model = export.OrganisationDataCSVExportRequest
    times = {"start_date_time": "2026-01-01T09:00:00Z", "end_date_time": "2026-01-01T09:00:00Z"}
    early = {**times, "end_date_time": "2026-01-01T08:59:00Z"}
    yield model, early, "end_date_time", times
    yield export.PermitCSVExportRequest, {"swa_code": "12345"}, "swa_code", {"swa_code": "0010"}


BROKEN = [
    *simple_rules(),
    *assessment_rules(),
    *alteration_rules(),
    *site_rules(),
    *reinstatement_rules(work.SiteCreateRequest),
    *reinstatement_rules(work.ReinstatementCreateRequest),
    *reinstatement_rules(work.NonNotifiableSiteCreateRequest),
    *inspection_rules(work.InspectionCreateRequest),
    *inspection_rules(work.HistoricInspectionCreateRequest),
    *reinspection_rules(work.ScheduledInspectionCreateRequest, "scheduled_inspection_date"),
    *historic_rules(work.HistoricInspectionCreateRequest),
    *historic_rules(work.HistoricFPNCreateRequest),
    *fpn_rules(work.FPNCreateRequest),
    *fpn_rules(work.HistoricFPNCreateRequest),
    *forward_plan_rules(),
    *activity_rules(),
    *section_81_rules(),
    *export_rules(),
]


def told(model, changes):
    """The messages for a sound request with `changes`; a change to ... takes the field out."""
    given = {**SOUND[model], **changes}
    given = {name: value for name, value in given.items() if value is not ...}
    try:
        model.model_validate(given, context=CLOCK)
    except ValidationError as error:
        return problems(error)
    return {}


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_a_sound_request_has_no_problems(model):
    assert told(model, {}) == {}


@pytest.mark.parametrize(
    ("model", "changes", "field", "kept"),
    BROKEN,
    ids=[f"{model.__name__}-{field}" for model, _, field, _ in BROKEN],
)
def test_a_broken_rule_is_told_at_its_field_and_its_neighbour_is_taken(model, changes, field, kept):
    messages = told(model, changes)
    assert list(messages) == [field]
    assert len(messages[field]) == 1
    assert told(model, kept) == {}


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_what_is_required_must_be_filled_in(model):
    for name, field in model.model_fields.items():
        if field.is_required():
            assert told(model, {name: ...})[name] == ["This must be filled in."]


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_an_unknown_field_is_refused(model):
    assert told(model, {"surprise": 1}) == {"surprise": ["This field is not known here."]}


def test_passwords_stand_in_no_error_and_no_text():
    secret = "correct horse"
    for model, values in (
        (party.SetPasswordRequest, {"email": "a@b.example", "password": secret, "token": secret}),
        (
            party.UserResetPasswordRequest,
            {"email": "a@b.example", "password": secret, "verification_code": secret},
        ),
    ):
        assert secret not in repr(model.model_validate(values))
        with pytest.raises(ValidationError) as caught:
            model.model_validate({**values, "password": [secret]})
        assert secret not in str(caught.value)


@pytest.mark.parametrize(
    "number", [10**400, -(10**400), float("nan"), float("inf"), True, "1", None]
)
def test_a_position_of_any_number_is_judged_and_nothing_else_raised(application, number):
    """One too large for a float left the family of errors."""
    point = {"type": "Point", "coordinates": [number, 180000]}
    with pytest.raises(ValidationError) as caught:
        work.WorkCreateRequest.model_validate({**application, "works_coordinates": point})
    assert "works_coordinates" in str(caught.value)
