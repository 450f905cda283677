"""Section 81 notices: what may become of them, through whom, and the works made for them."""

from dataclasses import replace
from datetime import datetime, timezone

import pytest
from street_works.plugin.api.errors import (
    AccessRestricted,
    BadRequest,
    NotFound,
    PreconditionFailed,
)
from street_works.plugin.api.v1.models.work import (
    AddFileToWorkRequest,
    Section81CreateRequest,
    Section81StatusUpdateRequest,
)
from street_works.plugin.practice.machines import section81
from street_works.plugin.practice.records import Section81
from street_works.plugin.practice.refusals import Refusal
from street_works.plugin.trade.parties import Side

NOW = datetime(2026, 6, 1, 12, tzinfo=timezone.utc)
NOTICE = Section81(
    reference="W-S81",
    kind="cabinet",
    severity="low",
    status="issued",
    created=NOW,
    where="Outside number 3",
    status_changed=NOW,
)
PROMOTERS = {
    "acknowledged": {"issued"},
    "accepted": {"issued", "acknowledged", "rejected"},
    "accepted_fixed": {"accepted"},
    "rejected": {"issued", "acknowledged", "accepted"},
}
OPEN = {"issued", "acknowledged", "accepted", "accepted_fixed", "rejected"}
AUTHORITYS = {"resolved_by_ha": OPEN, "cancelled": OPEN}
STATUSES = sorted({*OPEN, *AUTHORITYS})


@pytest.mark.parametrize("before", STATUSES)
@pytest.mark.parametrize("after", STATUSES)
@pytest.mark.parametrize("side", Side)
def test_every_change_of_status_is_made_or_refused(before, after, side):
    notice = replace(NOTICE, status=before)
    allowed = {Side.AUTHORITY: AUTHORITYS, Side.PROMOTER: PROMOTERS}[side].get(after)
    if after == "issued":
        expected = 400
    elif allowed is None:
        expected = 401
    elif before not in allowed:
        expected = 412
    else:
        changed = section81.change(notice, after, "Because", "permit_works", frozenset({side}), NOW)
        assert changed.status == after
        assert changed.promoter_status == (None if side is Side.AUTHORITY else after)
        return
    with pytest.raises(Refusal) as refused:
        section81.change(notice, after, "Because", "permit_works", frozenset({side}), NOW)
    assert refused.value.status == expected


def test_what_the_promoter_said_last_outlasts_the_authoritys_closing():
    def change(notice, status, reason, side):
        return section81.change(notice, status, reason, "permit_works", frozenset({side}), NOW)

    seen = change(NOTICE, "acknowledged", None, Side.PROMOTER)
    assert seen.work_type is None
    accepted = change(seen, "accepted", "Next week", Side.PROMOTER)
    closed = change(accepted, "resolved_by_ha", "Done by us", Side.AUTHORITY)
    assert closed.status == "resolved_by_ha"
    assert closed.promoter_status == "accepted"
    assert closed.promoter_response == "Next week"
    assert closed.work_type == "permit_works"


@pytest.fixture
def issue(client, build, moment, application):
    given = application()
    place = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")

    def make(**more):
        values = {
            **{name: given[name] for name in place},
            "location_description": "Outside number 3",
            "location_types": ["carriageway"],
            "inspection_date": moment(-1),
            "section_81_type": "cabinet",
            "section_81_severity": "low",
            "made_safe_by_ha": False,
            "additional_details": "Its door hangs loose",
            **more,
        }
        request = build(Section81CreateRequest, **values)
        made = client("authority").work.create_section81(request)
        return made.work_reference_number, made.section_81_reference_number

    return make


@pytest.fixture
def answer(client, build):
    def make(name, notice, status, **more):
        request = build(Section81StatusUpdateRequest, section_81_status=status, **more)
        client(name).work.update_section81_status(*notice, request)

    return make


def test_a_notice_makes_works_of_its_own(client, issue, moment):
    works, notice = issue(
        inspector_name="Sam", reinspection_date=moment(3), reinspection_date_time=moment(3, 10)
    )
    assert works.startswith("ZVS81")
    assert len(works) == 13
    assert works[5:].isdigit()
    assert notice == f"{works}-S81"
    record = client("planner").work.get_work(works.lower())
    assert (record.work_status.value, record.workstream_prefix) == ("section_81", "000")
    assert record.section_81.section_81_reference_number == notice
    assert record.works_location_description == "Outside number 3"
    assert [one.event.value for one in record.history] == [
        "section_81_works_record_created",
        "section_81_submitted",
        "scheduled_inspection_created",
    ]
    [planned] = record.inspections
    assert planned.inspection_type.value == "section_81"
    assert planned.reinspection_date_time == datetime(2026, 6, 4, 10, tzinfo=timezone.utc)
    told = client("planner").work.get_section81(works, notice.lower())
    assert told.section_81_status.value == "issued"
    assert told.promoter_status is None
    assert told.inspector_name == "Sam"
    assert told.additional_details == "Its door hangs loose"
    assert told.street_name == "HIGH STREET"
    assert told.inspection_date == datetime(2026, 5, 31, tzinfo=timezone.utc)


def test_a_notice_is_answered_and_closed(client, issue, answer):
    notice = issue()
    works = notice[0]
    answer("planner", notice, "acknowledged")
    answer("contractor", notice, "accepted", work_type="non_notifiable_works")
    told = client("authority").work.get_section81(*notice)
    assert told.section_81_status.value == told.promoter_status.value == "accepted"
    assert told.section_81_work_type.value == "non_notifiable_works"
    answer("planner", notice, "accepted_fixed", status_reason="New hinge")
    answer("authority", notice, "resolved_by_ha", status_reason="Seen to be good")
    told = client("planner").work.get_section81(*notice)
    assert told.section_81_status.value == "resolved_by_ha"
    assert told.promoter_status.value == "accepted_fixed"
    assert told.promoter_response == "New hinge"
    assert told.section_81_work_type.value == "non_notifiable_works"
    events = [one.event.value for one in client("planner").work.get_work_history(works)]
    assert events[2:] == [
        "section_81_acknowledged",
        "section_81_accepted",
        "section_81_accepted_fixed",
        "section_81_resolved_by_ha",
    ]
    with pytest.raises(PreconditionFailed):
        answer("authority", notice, "cancelled", status_reason="Too late")
    with pytest.raises(PreconditionFailed):
        answer("planner", notice, "rejected", status_reason="Not ours")


def test_each_side_has_its_own_answers_and_notices(client, issue, answer):
    notice = issue()
    with pytest.raises(AccessRestricted):
        answer("planner", notice, "cancelled", status_reason="No")
    with pytest.raises(AccessRestricted):
        answer("authority", notice, "acknowledged")
    gas = issue(promoter_swa_code="9831")
    with pytest.raises(AccessRestricted):
        answer("planner", gas, "acknowledged")
    with pytest.raises(AccessRestricted):
        client("planner").work.get_section81(*gas)
    answer("contractor", gas, "acknowledged")
    with pytest.raises(AccessRestricted):
        issue(highway_authority_swa_code="9820")
    for wrong in ((notice[0], gas[1]), ("NOTHING", "NOTHING-S81")):
        with pytest.raises(NotFound):
            client("authority").work.get_section81(*wrong)


def test_works_without_a_notice_have_none(client, new_works):
    works = new_works()
    with pytest.raises(NotFound):
        client("planner").work.get_section81(works, f"{works}-S81")


def test_only_promoters_are_told_of_apparatus(issue):
    for code in ("9810", "9890", "0001"):
        with pytest.raises(BadRequest) as refused:
            issue(promoter_swa_code=code)
        assert "promoter_swa_code" in refused.value.fields


def test_files_come_with_the_works(client, build, issue):
    works, notice = issue()
    sent = client("authority").work.upload_file(("door.jpg", b"jpeg", "image/jpeg"))
    request = build(AddFileToWorkRequest, file_ids=[sent.file_id])
    client("authority").work.add_file_to_work(works, request)
    told = client("planner").work.get_section81(works, notice)
    assert [one.name for one in told.files] == ["door.jpg"]


def test_all_that_an_authority_registers_outlives_the_service(
    make_service, call, application, moment, tmp_path
):
    service, base = make_service(state=tmp_path / "state.sqlite")
    authority = call(base, "authority")
    given = application()
    place = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    notice = {
        **{name: given[name] for name in place},
        "location_description": "Outside number 3",
        "location_types": ["carriageway"],
        "inspection_date": moment(-1),
        "section_81_type": "cabinet",
        "section_81_severity": "low",
        "made_safe_by_ha": False,
        "additional_details": "Its door hangs loose",
    }
    inspection = {
        "inspection_type": "section_81",
        "inspection_start_date": moment(-1, 9),
        "inspection_outcome": "passed",
        "inspection_evidence": False,
        "username": "inspector",
        "reinspection_date": moment(4),
    }
    offence = {
        "fpn_evidence": False,
        "offence_date": moment(-1, 9),
        "offence_code": "offence_code_08",
        "offence_details": "No sign",
        "authorised_officer": "Alex Warden",
        "officer_contact_details": "01632 960002",
    }
    made = authority.post("work/section-81-works/section-81s", notice).json()
    reference = made["work_reference_number"]
    path = f"work/works/{reference}"
    for part, body in (
        ("inspections", inspection),
        ("fixed-penalty-notices", offence),
        ("comments", {"detail": "Soon?", "topic": "GENERAL"}),
    ):
        assert authority.post(f"{path}/{part}", body).status_code == 201
    before = service.register.works(reference)
    service.stop()
    again, _ = make_service(state=tmp_path / "state.sqlite")
    assert again.register.works(reference) == before
    assert len(before.inspections) == len(before.penalties) == len(before.comments) == 1
    assert before.scheduled_inspection is not None
