"""Applying for works over HTTP: what is taken, what is refused and under which field."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from street_works.plugin.api.v1.models.work import PermitResponse, WorkResponse


def day(service, days, time="00:00:00"):
    return f"{service._clock.today() + timedelta(days=days)}T{time}.000Z"


def test_an_application_is_taken_kept_and_shown(planner, authority, service, application):
    answer = planner.post("work/works", application())
    assert answer.status_code == 201, answer.text
    reference = answer.json()["work_reference_number"]
    assert reference.startswith("ZW001")
    assert len(reference) == 13
    assert answer.json()["permit_reference_number"] == f"{reference}-01"
    works = WorkResponse.model_validate(planner.get(f"work/works/{reference.lower()}").json())
    assert works.work_status.value == "planned"
    assert works.street_name == "HIGH STREET"
    assert works.active_permit.permit_status.value == "submitted"
    assert works.active_permit.work_category.value == "minor"
    assert [event.event.value for event in works.history] == [
        "planned_works_record_created",
        "permit_submitted",
    ]
    permit = authority.get(f"work/works/{reference}/permits/{reference}-01")
    read = PermitResponse.model_validate(permit.json())
    assert {one.condition.value for one in read.permit_conditions} == {"NCT01b"}
    assert read.permit_not_selected_asds
    easting, northing = application()["works_coordinates"]["coordinates"]
    box = {
        "minEasting": easting,
        "maxEasting": easting,
        "minNorthing": northing,
        "maxNorthing": northing,
    }
    shown = planner.get("geojson/works", **box).json()["features"]
    assert reference in {f["properties"]["work_reference_number"] for f in shown}


def test_a_reference_of_ones_own_is_shown_in_capitals_and_taken_once(planner, application):
    first = planner.post("work/works", application(work_reference_number="zw001_own-1"))
    assert first.json()["work_reference_number"] == "ZW001_OWN-1"
    again = planner.post("work/works", application(work_reference_number="Zw001_Own-1"))
    assert again.status_code == 409
    assert again.json()["message"]


def test_immediate_works_start_at_once(planner, service, application):
    body = application(
        work_type="immediate",
        is_ttro_required=None,
        immediate_risk=True,
        proposed_start_date=day(service, 0),
        proposed_start_time=day(service, 0, "00:00:01"),
        proposed_end_date=day(service, 1),
    )
    reference = planner.post("work/works", body).json()["work_reference_number"]
    works = planner.get(f"work/works/{reference}").json()
    assert works["work_status"] == "in_progress"
    assert works["active_permit"]["work_category"] == "immediate_emergency"
    assert works["active_permit"]["actual_start_date"]
    assert {"in_progress_works_record_created", "work_start_logged"} <= {
        event["event"] for event in works["history"]
    }


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("usrn", {"usrn": 99_999_998}),
        ("usrn", {"usrn": "99400101"}),
        ("usrn", {"usrn": None}),
        ("highway_authority_swa_code", {"highway_authority_swa_code": "9820"}),
        ("workstream_prefix", {"workstream_prefix": "000"}),
        ("workstream_prefix", {"workstream_prefix": "777"}),
        ("works_coordinates", {"works_coordinates": {"type": "MultiPoint", "coordinates": []}}),
        ("works_coordinates", {"works_coordinates": {"type": "Point", "coordinates": [1]}}),
        ("is_ttro_required", {"is_ttro_required": None}),
        ("immediate_risk", {"work_type": "immediate"}),
        ("collaboration_details", {"collaborative_working": True}),
        ("secondary_contact", {"secondary_contact": "x" * 101}),
        ("location_types", {"location_types": ["footway", "footway"]}),
        ("work_reference_number", {"work_reference_number": "has space"}),
        ("file_ids", {"file_ids": [999_999]}),
        ("surprise", {"surprise": 1}),
    ],
)
def test_what_is_wrong_is_named(planner, application, field, changes):
    answer = planner.post("work/works", application(**changes))
    assert answer.status_code == 400
    assert field in answer.json()["fields"], answer.text
    assert answer.json()["message"] == "Bad Request"


def test_dates_are_checked(planner, service, application):
    swapped = application(proposed_end_date=day(service, 2))
    assert "proposed_end_date" in planner.post("work/works", swapped).json()["fields"]
    early = application(proposed_start_date=day(service, 1), proposed_end_date=day(service, 2))
    answer = planner.post("work/works", early).json()
    assert answer["fields"].keys() == {"early_start_pre_approval"}
    reasoned = {**early, "early_start_pre_approval": False, "early_start_reason": "School holidays"}
    made = planner.post("work/works", reasoned).json()
    permit = planner.get(f"work/works/{made['work_reference_number']}").json()["active_permit"]
    assert permit["is_early_start"] is True
    assert permit["early_start_reason"] == "School holidays"


def test_who_may_apply_for_whom(planner, contractor, application):
    gas = application(promoter_swa_code="9831")
    assert planner.post("work/works", gas).json()["message"] == "Access restricted"
    made = contractor.post("work/works", gas)
    assert made.status_code == 201
    reference = made.json()["work_reference_number"]
    assert reference.startswith("ZG001")
    assert contractor.get(f"work/works/{reference}").status_code == 200
    assert planner.get(f"work/works/{reference}").json()["message"] == "Access restricted"
    assert planner.get(f"work/works/{reference}/permits/{reference}-01").status_code == 200
    power = application(promoter_swa_code="9832")
    assert contractor.post("work/works", power).json()["message"] == "Access restricted"


def test_unknown_references_are_404(planner):
    assert planner.get("work/works/NOTHING").status_code == 404
    assert planner.get("work/works/NOTHING/permits/NOTHING-01").status_code == 404


def test_every_works_record_of_the_town_answers_by_the_contract(planner, authority, service):
    for works in list(service.register._works.values())[:400]:
        answer = authority.get(f"work/works/{works.reference}/permits/{works.active.reference}")
        assert answer.status_code == 200, answer.text
        if works.place.authority_swa_code == "9810":
            assert authority.get(f"work/works/{works.reference}").status_code == 200


def test_category_and_duration(planner, service):
    query = {
        "work_type": "planned",
        "proposed_start_date": day(service, 30),
        "proposed_end_date": day(service, 60),
        "is_ttro_required": "false",
    }
    major = planner.get("work/permits/category", **query).json()
    assert major["work_category"] == "paa"
    assert major["duration"]["calendar_days"] == 31
    assert major["is_early_start"] is True
    assert planner.get("work/permits/category", work_type="planned").json()["fields"]
    assert planner.get("work/permits/category", work_type="odd").json()["fields"].keys() == {
        "work_type"
    }
    days = planner.get("work/duration", startDate="2026-05-22", endDate="2026-05-26").json()
    assert days == {"calendar_days": 5, "working_days": 2}  # 25 May 2026 is a bank holiday
    swapped = planner.get("work/duration", startDate="2026-05-26", endDate="2026-05-22")
    assert swapped.json()["fields"].keys() == {"endDate"}


def test_many_at_once_get_references_of_their_own(service, call, application):
    callers = [call(service.start(), "planner") for _ in range(8)]
    bodies = [application() for _ in range(40)]
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(callers[i % 8].post, "work/works", b) for i, b in enumerate(bodies)]
        made = [job.result().json()["work_reference_number"] for job in jobs]
    assert len(set(made)) == 40


def test_of_many_who_want_the_same_reference_one_gets_it(service, call, application):
    callers = [call(service.start(), "planner") for _ in range(6)]
    body = application(work_reference_number="ZW001RACE")
    with ThreadPoolExecutor(6) as pool:
        statuses = sorted(
            job.result().status_code
            for job in [pool.submit(one.post, "work/works", body) for one in callers]
        )
    assert statuses == [201] + [409] * 5
