"""Whole flows over HTTP: what happens to works from their application to their reinstatement."""

from datetime import timedelta

import pytest
from street_works.plugin.api.v1.models.work import (
    ForwardPlanResponse,
    PermitAlterationResponse,
    SiteResponse,
    WorkHistoryResponse,
    WorkResponse,
)


def day(service, days, time="00:00:00"):
    return f"{service._clock.today() + timedelta(days=days)}T{time}.000Z"


class Flow:
    """Works on their way: the promoter and the authority act on them by plain HTTP."""

    def __init__(self, service, planner, authority, application, made):
        self.service, self.planner, self.authority = service, planner, authority
        self.application = application
        self.reference = made["work_reference_number"]

    @property
    def works(self):
        answer = self.planner.get(f"work/works/{self.reference}")
        WorkResponse.model_validate(answer.json())
        return answer.json()

    @property
    def permit(self):
        return self.works["active_permit"]

    @property
    def events(self):
        history = self.planner.get(f"work/works/{self.reference}/history").json()
        assert [WorkHistoryResponse.model_validate(one) for one in history]
        ids = [one["update_id"] for one in history]
        assert ids == sorted(set(ids))
        return [one["event"] for one in history]

    def put(self, caller, path, body, status=204):
        url = f"{caller.base}/v1/work/works/{self.reference}/{path}"
        answer = caller.http.put(url, json=body, timeout=20)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    def post(self, caller, path, body, status=201):
        answer = caller.post(f"work/works/{self.reference}/{path}", body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    def assess(self, status, number=1, expect=204, **more):
        body = {"assessment_status": status, **more}
        path = f"permits/{self.reference}-{number:02d}/assessment"
        return self.put(self.authority, path, body, expect)

    def changed(self, **changes):
        body = self.application(**changes, permit_alteration_reason="It has to be")
        for name in (
            "promoter_swa_code", "highway_authority_swa_code", "usrn", "workstream_prefix",
        ):  # fmt: skip
            body.pop(name)
        return body

    def permit_body(self, **changes):
        body = self.changed(**changes)
        body.pop("permit_alteration_reason")
        return body


@pytest.fixture
def flow(service, planner, authority, application):
    """Apply for works; keywords change the application."""

    def start(**changes):
        answer = planner.post("work/works", application(**changes))
        assert answer.status_code == 201, answer.text
        return Flow(service, planner, authority, application, answer.json())

    return start


def test_from_application_to_reinstatement(flow, service, planner, authority):
    one = flow()
    first = f"permits/{one.reference}-01"
    one.assess("permit_modification_request", pending_change_details="One day less")
    assert one.permit["permit_status"] == "permit_modification_request"
    one.post(planner, f"{first}/alterations", one.changed(description_of_work="Less of it"))
    assert one.permit["permit_status"] == "submitted"
    assert one.permit["ever_modification_requested"] is True
    assert one.permit["description_of_work"] == "Less of it"
    no_discount = one.assess("granted", expect=400)
    assert no_discount["fields"].keys() == {"assessment_discount"}
    one.assess("granted", assessment_discount=10)
    assert one.permit["assessment_discount"] == 10
    now = service._clock.now()
    started = (now - timedelta(minutes=2)).isoformat()
    one.put(planner, "start", {"actual_start_date": started})
    assert one.works["work_status"] == "in_progress"
    one.put(planner, f"{first}/status", {"permit_status": "cancelled"}, 412)

    extended = one.changed(proposed_end_date=day(service, 12))
    made = one.post(planner, f"{first}/alterations", extended)
    change = f"{first}/alterations/{made['permit_alteration_reference_number']}"
    answer = planner.get(f"work/works/{one.reference}/{change}").json()
    PermitAlterationResponse.model_validate(answer)
    assert answer["alteration_type"] == "WORK_EXTENSION"
    assert answer["original"]["proposed_end_date"] == day(service, 11)
    assert answer["proposed"]["proposed_end_date"] == day(service, 12)
    one.post(planner, f"{first}/alterations", extended, 409)
    one.put(
        authority, f"{change}/status", {"alteration_status": "granted", "assessment_discount": 0}
    )
    assert one.permit["proposed_end_date"] == day(service, 12)
    moved = one.changed(proposed_start_date=day(service, 9), proposed_end_date=day(service, 11))
    one.post(planner, f"{first}/alterations", moved, 412)

    stopped = {"actual_stop_date": service._clock.now().isoformat()}
    one.put(planner, "stop", stopped)
    assert (one.works["work_status"], one.permit["permit_status"]) == ("completed", "closed")
    one.put(planner, "revert-stop", {"revert_reason": "A mistake"})
    assert (one.works["work_status"], one.permit["permit_status"]) == ("in_progress", "granted")
    one.put(planner, "stop", stopped)
    site_and_reinstatement(one, service, planner)
    assert one.events == [
        "planned_works_record_created", "permit_submitted", "permit_modification_request",
        "alteration_applied_auto", "permit_granted", "work_start_logged", "alteration_submitted",
        "alteration_granted", "work_stop_logged", "work_stop_reverted", "work_stop_logged",
        "reinstatement_submitted", "reinstatement_submitted", "inspection_units_logged",
        "final_reinstatement_updated",
    ]  # fmt: skip


def site_and_reinstatement(one, service, planner):
    file = planner.http.post(
        f"{planner.base}/v1/work/files", files={"file": ("a.jpg", b"jpg", "image/jpeg")}, timeout=20
    ).json()["file_id"]
    body = {
        "reinstatement_type": "excavation",
        "reinstatement_status": "interim",
        "reinstatement_date": day(service, 0),
        "reinstatement_coordinates": one.works["works_coordinates"],
        "location_description": "Outside the bank",
        "location_types": ["footway"],
        "reinstatement_evidence": True,
        "file_ids": [file],
        "depth": 1.25,
        "length": 3.5,
        "width": 0.6,
        "final_reinstatement": False,
    }
    assert one.post(planner, "sites", body) == {"site_number": 1}
    again = {**body, "reinstatement_evidence": False}
    again = {n: v for n, v in again.items() if n not in ("reinstatement_type", "file_ids")}
    permanent = {**again, "reinstatement_status": "permanent"}
    assert "another" in one.post(planner, "sites/1/reinstatements", permanent, 412)["message"]
    assert one.post(planner, "sites/1/reinstatements", again) is None
    site = planner.get(f"work/works/{one.reference}/sites/1").json()
    SiteResponse.model_validate(site)
    assert site["site_status"] == "interim"
    assert [done["reinstatement_status"] for done in site["reinstatements"]] == [
        "interim", "interim"
    ]  # fmt: skip
    assert site["reinstatements"][0]["files"] == [{"file_id": file, "name": "a.jpg"}]
    assert planner.get(f"work/works/{one.reference}/sites/2").status_code == 404
    one.put(planner, "inspection-units", {"inspection_units": 5})
    one.put(planner, "final-reinstatement", {"final_reinstatement": True})
    assert one.works["inspection_units"] == 5
    assert one.permit["final_reinstatement"] is True
    assert one.works["sites"][0]["site_number"] == 1


def test_a_start_taken_back(flow, service, planner):
    one = flow()
    one.assess("granted", assessment_discount=0)
    later = {"actual_start_date": day(service, 1)}
    refused = one.put(planner, "start", later, 400)
    assert refused["fields"].keys() == {"actual_start_date"}
    one.put(planner, "start", {"actual_start_date": service._clock.now().isoformat()})
    one.put(planner, "revert-start", {"revert_reason": "Not yet"})
    assert one.works["work_status"] == "planned"
    assert "actual_start_date" not in one.permit
    assert one.works["history"][-1]["details"] == "Not yet"


def test_an_advance_authorisation_becomes_a_permit(flow, service, planner, authority):
    long = {"proposed_start_date": day(service, 100), "proposed_end_date": day(service, 130)}
    one = flow(**long)
    assert one.permit["work_category"] == "paa"
    one.post(planner, f"permits/{one.reference}-01/alterations", one.changed(**long), 409)
    one.assess("granted", assessment_discount=0)
    one.put(planner, "start", {"actual_start_date": service._clock.now().isoformat()}, 412)
    query = {
        "work_type": "planned",
        "proposed_start_date": day(service, 100),
        "proposed_end_date": day(service, 101),
        "is_ttro_required": "false",
        "work_reference_number": one.reference,
    }
    assert planner.get("work/permits/category", **query).json()["work_category"] == "major"
    made = one.post(planner, "permits", one.permit_body(**long))
    assert made == {"permit_reference_number": f"{one.reference}-02"}
    statuses = [(p["permit_status"], p["work_category"]) for p in one.works["permits"]]
    assert statuses == [("progressed", "paa"), ("submitted", "major")]
    one.post(planner, "permits", one.permit_body(**long), 409)
    one.put(authority, f"permits/{one.reference}-01/permit-discount", {"assessment_discount": 5})
    assert one.events == [
        "planned_works_record_created", "paa_submitted", "paa_granted", "permit_submitted",
        "paa_discount_updated",
    ]  # fmt: skip


def test_cancelled_works_are_planned_again_by_another_permit(flow, planner, authority):
    one = flow()
    path = f"permits/{one.reference}-01/status"
    granted = one.put(planner, path, {"permit_status": "granted"}, 400)
    assert granted["fields"].keys() == {"permit_status"}
    one.put(planner, path, {"permit_status": "cancelled"})
    assert one.works["work_status"] == "cancelled"
    one.put(planner, path, {"permit_status": "cancelled"}, 412)
    one.post(planner, "permits", one.permit_body())
    assert one.works["work_status"] == "planned"
    one.put(planner, f"permits/{one.reference}-01/status", {"permit_status": "cancelled"}, 412)
    assert authority.post(f"work/works/{one.reference}/permits", {}).status_code == 401


def test_a_revoked_permit_still_stops_and_another_may_follow(flow, service, planner, authority):
    one = flow()
    one.assess("granted", assessment_discount=0)
    one.put(planner, "start", {"actual_start_date": service._clock.now().isoformat()})
    one.assess("revoked", revoke_reason="A parade")
    assert one.permit["revoke_reason"] == "A parade"
    assert one.works["work_status"] == "in_progress"
    one.put(planner, "revert-start", {"revert_reason": "No"}, 412)
    one.put(planner, "stop", {"actual_stop_date": service._clock.now().isoformat()})
    assert one.permit["permit_status"] == "closed"
    other = flow()
    other.assess("granted", assessment_discount=0)
    other.assess("revoked", revoke_reason="A parade")
    other.post(planner, "permits", other.permit_body())
    assert [p["permit_status"] for p in other.works["permits"]] == ["revoked", "submitted"]


def test_alterations_that_are_not_asked_for(flow, service, planner, authority):
    one = flow()
    alterations = f"permits/{one.reference}-01/alterations"
    longer = one.changed(proposed_end_date=day(service, 12))
    one.post(planner, alterations, longer)
    assert one.permit["permit_alterations"][0]["alteration_type"] == "PROMOTER_IMPOSED_CHANGE"
    much_longer = one.changed(proposed_end_date=day(service, 60))
    one.post(planner, alterations, much_longer, 412)
    one.post(authority, alterations, longer, 409)
    one.assess("granted", assessment_discount=0)
    same = {**longer, "permit_conditions": [{"condition": "NCT02a", "comment": "By night"}]}
    imposed = one.post(authority, alterations, same)
    assert imposed["permit_alteration_reference_number"] == f"{one.reference}-01-CR-02"
    assert {c["condition"] for c in one.permit["permit_conditions"]} == {
        "NCT01b", "NCT02a"
    }  # fmt: skip
    one.post(authority, alterations, {**same, "additional_info": "And more"}, 412)
    one.post(planner, alterations, one.changed(proposed_end_date=day(service, 11)))
    refusing = {"alteration_status": "refused", "assessment_comments": "No"}
    path = f"{alterations}/{one.reference}-01-CR-03/status"
    one.put(planner, path, refusing, 401)
    one.put(authority, path, refusing)
    assert one.permit["proposed_end_date"] == day(service, 12)


def test_forward_plan_to_advance_authorisation(service, planner, authority, application):
    body = application()
    plan = {name: body[name] for name in (
        "promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn",
        "description_of_work", "works_location_description", "workstream_prefix")}  # fmt: skip
    plan.update(start_date=day(service, 100), end_date=day(service, 130))
    late = planner.post("work/forward-plans", {**plan, "start_date": day(service, -1)})
    assert late.json()["fields"].keys() == {"start_date"}
    made = planner.post("work/forward-plans", plan).json()
    assert made["forward_plan_reference_number"] == f"{made['work_reference_number']}-FP-01"
    flow = Flow(service, planner, authority, application, made)
    path = f"forward-plans/{made['forward_plan_reference_number']}"
    assert flow.works["forward_plan"]["forward_plan_status"] == "raised"
    assert "active_permit" not in flow.works
    assert on_map(planner, "forward-plans", plan) >= {flow.reference}
    edited = {name: plan[name] for name in (
        "works_coordinates", "start_date", "end_date", "works_location_description")}  # fmt: skip
    edited.update(description_of_work="A bigger main", traffic_management_type="road_closure")
    flow.put(planner, path, edited)
    read = planner.get(f"work/works/{flow.reference}/{path}").json()
    ForwardPlanResponse.model_validate(read)
    assert read["description_of_work"] == "A bigger main"
    long = {"proposed_start_date": day(service, 100), "proposed_end_date": day(service, 130)}
    flow.post(planner, "permits", flow.permit_body(**long))
    assert flow.permit["work_category"] == "paa"
    assert flow.works["forward_plan"]["forward_plan_status"] == "progressed"
    assert flow.reference not in on_map(planner, "forward-plans", plan)
    assert on_map(planner, "works", plan) >= {flow.reference}
    flow.put(planner, f"{path}/cancel", {"cancelled_reason": "No need"}, 412)
    other = Flow(
        service, planner, authority, application, planner.post("work/forward-plans", plan).json()
    )
    path = f"forward-plans/{other.reference}-FP-01/cancel"
    other.put(authority, path, {"cancelled_reason": "No need"}, 401)
    other.put(planner, path, {"cancelled_reason": "No need"})
    assert other.works["work_status"] == "cancelled"
    assert other.events[-1] == "forward_plan_cancelled"


def on_map(planner, layer, body):
    easting, northing = body["works_coordinates"]["coordinates"]
    box = {"minEasting": easting, "maxEasting": easting + 0.01, "minNorthing": northing - 0.01,
           "maxNorthing": northing}  # fmt: skip
    features = planner.get(f"geojson/{layer}", **box).json()["features"]
    return {feature["properties"]["work_reference_number"] for feature in features}


def test_hs2_works(contractor, authority, application, service):
    body = application(
        promoter_swa_code="7374",
        work_type="hs2_highway_works",
        hs2_in_act_limits=True,
        hs2_highway_exemption="none_applicable",
    )
    one = Flow(
        service, contractor, authority, application, contractor.post("work/works", body).json()
    )
    assert (one.permit["permit_status"], one.permit["assessment_status"]) == (
        "granted", "granted_auto"
    )  # fmt: skip
    assert one.works["history"][-1]["username"] == "System"
    assert one.permit["hs2_acknowledged"] is False
    path = f"permits/{one.reference}-01/hs2_acknowledgement"
    one.put(authority, path, {"hs2_acknowledged": True})
    assert one.permit["hs2_acknowledged"] is True
    one.put(authority, path, {"hs2_acknowledged": True}, 412)


def test_lane_rental_and_who_a_change_was_for(flow, authority):
    one = flow(lane_rental_applicable=True)
    path = f"permits/{one.reference}-01/lane-rental-assessments"
    found = {
        "outcome": "chargeable", "charges_agreed": True, "charge_band": "charge_band_2",
        "chargeable_days": 3, "internal_user_name": "Pat", "internal_user_identifier": "p-7",
    }  # fmt: skip
    one.put(authority, path, found)
    assert one.permit["lane_rental_assessment_chargeable_days"] == 3
    told = one.works["history"][-1]
    assert (told["event"], told["internal_user_name"], told["internal_user_identifier"]) == (
        "lane_rental_assessed", "Pat", "p-7"
    )  # fmt: skip
    assert told["username"] == "authority@practice.example"


def test_works_that_needed_no_permit(planner, application, service, authority):
    body = application()
    names = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    site = {name: body[name] for name in names}
    site.update(
        reinstatement_type="bar_holes",
        reinstatement_status="permanent",
        reinstatement_date=day(service, -1),
        reinstatement_coordinates=body["works_coordinates"],
        location_description="Outside the bank",
        location_types=["footway"],
        reinstatement_evidence=False,
        number_of_holes=4,
    )
    dug = planner.post(
        "work/non-notifiable-works/sites", {**site, "reinstatement_type": "excavation"}
    )
    assert dug.json()["fields"].keys() == {"reinstatement_type"}
    made = planner.post("work/non-notifiable-works/sites", site).json()
    assert made["site_number"] == 1
    taken = {**site, "work_reference_number": made["work_reference_number"]}
    again = planner.post("work/non-notifiable-works/sites", taken)
    assert again.status_code == 400  # the contract has no 409 here
    assert again.json()["fields"].keys() == {"work_reference_number"}
    one = Flow(service, planner, authority, application, made)
    assert one.works["work_status"] == "non_notifiable"
    assert one.works["works_location_description"] == "Outside the bank"
    one.post(planner, "permits", one.permit_body())
    assert one.works["work_status"] == "planned"


def test_somebody_elses_works_and_unknown_parts(
    flow, planner, authority, contractor, call, service
):
    one = flow()
    gas = contractor.post("work/works", one.application(promoter_swa_code="9831")).json()
    base = f"work/works/{gas['work_reference_number']}"
    body = {"actual_start_date": service._clock.now().isoformat()}
    answer = planner.http.put(f"{planner.base}/v1/{base}/start", json=body, timeout=20)
    assert answer.json()["message"] == "Access restricted"
    assert planner.get(f"{base}/history").status_code == 401
    assert planner.get(f"work/works/{one.reference}/permits/X-01").status_code == 404
    assert planner.get(f"work/works/{one.reference}/forward-plans/X").status_code == 404
    alteration = f"work/works/{one.reference}/permits/{one.reference}-01/alterations/X"
    assert planner.get(alteration).status_code == 404
    wrong = one.post(planner, "permits", {**one.permit_body(), "workstream_prefix": "002"}, 400)
    assert wrong["fields"].keys() == {"workstream_prefix"}
