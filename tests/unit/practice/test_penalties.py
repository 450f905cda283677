"""Fixed penalty notices: what may become of them, through whom, and what is told of them."""

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
    FPNCreateRequest,
    FPNStatusUpdateRequest,
    HistoricFPNCreateRequest,
)
from street_works.plugin.practice.machines import penalties
from street_works.plugin.practice.records import Penalty
from street_works.plugin.practice.refusals import Refusal
from street_works.plugin.trade.parties import Side

NOW = datetime(2026, 6, 1, 12, tzinfo=timezone.utc)
NOTICE = Penalty(
    reference="W-FPN-01",
    status="issued",
    offence_code="offence_code_08",
    offence_date=NOW,
    offence_details="No sign",
    authorised_officer="Alex Warden",
    officer_contact_details="01632 960002",
    issued=NOW,
)
STATUSES = ("issued", "accepted", "disputed", "withdrawn", "paid", "paid_discounted")
PROMOTERS = {"accepted": {"issued", "disputed"}, "disputed": {"issued"}}
AUTHORITYS = {
    "withdrawn": {"issued", "disputed"},
    "paid": {"issued", "accepted"},
    "paid_discounted": {"issued", "accepted"},
}


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
        changed = penalties.change(notice, after, "Because", frozenset({side}), NOW)
        assert (changed.status, changed.status_reason) == (after, "Because")
        assert changed.status_changed == NOW
        return
    with pytest.raises(Refusal) as refused:
        penalties.change(notice, after, "Because", frozenset({side}), NOW)
    assert refused.value.status == expected


def offence(moment, **more):
    return {
        "fpn_evidence": False,
        "offence_date": moment(-1, 9),
        "offence_code": "offence_code_08",
        "offence_details": "No sign",
        "authorised_officer": "Alex Warden",
        "officer_contact_details": "01632 960002",
        **more,
    }


@pytest.fixture
def issue(client, build, moment):
    def make(works, **more):
        request = build(FPNCreateRequest, **offence(moment, **more))
        return client("authority").work.create_fpn(works, request).fpn_reference_number

    return make


def test_a_notice_is_issued_answered_and_paid(client, build, issue, new_works):
    works = new_works()
    permit = f"{works}-01"
    assert issue(works, permit_reference_number=permit.lower()) == f"{works}-FPN-01"
    assert issue(works) == f"{works}-FPN-02"
    promoter, authority = client("planner").work, client("authority").work
    steps = [
        (promoter, {"fpn_status": "disputed", "status_reason": "There was a sign"}),
        (promoter, {"fpn_status": "accepted"}),
        (authority, {"fpn_status": "paid_discounted"}),
    ]
    for who, values in steps:
        who.update_fpn_status(works, f"{works}-fpn-01", build(FPNStatusUpdateRequest, **values))
        notice = promoter.get_fpn(works, f"{works}-FPN-01")
        assert notice.fpn_status.value == values["fpn_status"]
    assert notice.permit_reference_number == permit
    assert notice.location == "Outside the bank"
    assert notice.promoter_organisation == "MIDVALE WATER"
    record = promoter.get_work(works)
    assert [(one.fpn_reference_number, one.fpn_status.value) for one in record.fpns] == [
        (f"{works}-FPN-01", "paid_discounted"),
        (f"{works}-FPN-02", "issued"),
    ]
    told = [one for one in record.history if one.object_reference == f"{works}-FPN-01"]
    assert [one.event.value for one in told] == [
        "fpn_submitted",
        "fpn_disputed",
        "fpn_accepted",
        "fpn_paid",
    ]
    assert "There was a sign" in told[1].details
    assert [one.username.split("@")[0] for one in told] == [
        "authority",
        "planner",
        "planner",
        "authority",
    ]


def test_a_settled_notice_stays(client, build, issue, new_works):
    works = new_works()
    reference = issue(works)
    withdrawn = build(FPNStatusUpdateRequest, fpn_status="withdrawn", status_reason="A mistake")
    client("authority").work.update_fpn_status(works, reference, withdrawn)
    with pytest.raises(PreconditionFailed):
        client("authority").work.update_fpn_status(works, reference, withdrawn)
    accepted = build(FPNStatusUpdateRequest, fpn_status="accepted")
    with pytest.raises(PreconditionFailed):
        client("planner").work.update_fpn_status(works, reference, accepted)
    assert client("planner").work.get_fpn(works, reference).fpn_status.value == "withdrawn"


def test_each_side_has_its_own_answers_and_works(
    client, build, issue, moment, new_works, elsewhere
):
    works = new_works(promoter_swa_code="9831")
    reference = issue(works)
    paid = build(FPNStatusUpdateRequest, fpn_status="paid")
    accepted = build(FPNStatusUpdateRequest, fpn_status="accepted")
    with pytest.raises(AccessRestricted):
        client("contractor").work.update_fpn_status(works, reference, paid)
    with pytest.raises(AccessRestricted):
        client("authority").work.update_fpn_status(works, reference, accepted)
    for act in (
        lambda: client("planner").work.update_fpn_status(works, reference, accepted),
        lambda: client("planner").work.get_fpn(works, reference),
        lambda: issue(new_works(**elsewhere)),
        lambda: client("planner").work.create_fpn(
            works, build(FPNCreateRequest, **offence(moment))
        ),
    ):
        with pytest.raises(AccessRestricted):
            act()
    client("contractor").work.update_fpn_status(works, reference, accepted)


def test_what_is_not_there_is_told(client, build, issue, new_works):
    works = new_works()
    accepted = build(FPNStatusUpdateRequest, fpn_status="accepted")
    with pytest.raises(NotFound):
        client("planner").work.update_fpn_status(works, f"{works}-FPN-01", accepted)
    with pytest.raises(NotFound):
        client("planner").work.get_fpn(works, f"{works}-FPN-01")
    with pytest.raises(NotFound):
        issue("NOTHING")
    with pytest.raises(BadRequest) as refused:
        issue(works, permit_reference_number=f"{works}-02")
    assert "permit_reference_number" in refused.value.fields


def test_evidence_is_linked_to_its_notice(client, issue, new_works):
    works = new_works()
    sent = client("authority").work.upload_file(("sign.jpg", b"jpeg", "image/jpeg"))
    reference = issue(works, fpn_evidence=True, file_ids=[sent.file_id])
    notice = client("planner").work.get_fpn(works, reference)
    assert [(one.file_id, one.name) for one in notice.files] == [(sent.file_id, "sign.jpg")]
    with pytest.raises(BadRequest) as refused:
        issue(works, fpn_evidence=True, file_ids=[sent.file_id])
    assert "file_ids" in refused.value.fields
    assert len(client("planner").work.get_work(works).fpns) == 1


def historic(application, moment, reference, **more):
    given = application()
    place = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    return {
        **{name: given[name] for name in place},
        "historical_permit_reference": reference,
        "works_location_description": "By the old mill",
        "description_of_work": "A trench",
        "work_start_date": moment(-400),
        "work_end_date": moment(-390),
        **offence(moment),
        **more,
    }


def test_historic_works_are_made_for_a_notice(client, build, issue, application, moment):
    def make(reference, **more):
        values = historic(application, moment, reference, **more)
        return client("authority").work.create_historic_fpn(
            build(HistoricFPNCreateRequest, **values)
        )

    made = make("old_fpn-1")
    assert made.work_reference_number == "OLD_FPN-1"
    assert made.fpn_reference_number == "OLD_FPN-1-FPN-01"
    works = client("planner").work.get_work("OLD_FPN-1")
    assert (works.work_status.value, works.workstream_prefix) == ("historical", "000")
    assert works.works_location_description == "By the old mill"
    assert works.description_of_work == "A trench"
    assert works.active_permit is None
    assert [one.event.value for one in works.history] == [
        "historic_works_record_created",
        "fpn_submitted",
    ]
    notice = client("planner").work.get_fpn("OLD_FPN-1", made.fpn_reference_number)
    assert notice.location == "By the old mill"
    assert issue("OLD_FPN-1") == "OLD_FPN-1-FPN-02"
    for values, field in (
        ({"reference": "Old_FPN-1"}, "historical_permit_reference"),
        ({"reference": "OLD-2", "promoter_swa_code": "9810"}, "promoter_swa_code"),
        ({"reference": "OLD-2", "usrn": 99_999_998}, "usrn"),
    ):
        with pytest.raises(BadRequest) as refused:
            make(**values)
        assert field in refused.value.fields
    with pytest.raises(AccessRestricted):
        make("OLD-2", highway_authority_swa_code="9820")
    with pytest.raises(NotFound):
        client("authority").work.get_work("OLD-2")
