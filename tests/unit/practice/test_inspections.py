"""Inspections: which there are, what they lead to, who registers and who reads them."""

from datetime import datetime, timezone

import pytest
from street_works.plugin.api.errors import (
    AccessRestricted,
    BadRequest,
    NotFound,
    PreconditionFailed,
)
from street_works.plugin.api.v1.enums import InspectionCategory, InspectionOutcome, InspectionType
from street_works.plugin.api.v1.models.work import (
    HistoricInspectionCreateRequest,
    InspectionCreateRequest,
    ScheduledInspectionCreateRequest,
    Section81CreateRequest,
)
from street_works.plugin.practice.machines import inspections
from street_works.plugin.practice.refusals import Refusal

USUAL = {"passed", "failed_high", "failed_low", "unable_to_complete_inspection"}
OCCUPANCY = {
    "works_stopped_apparatus_remaining",
    "works_in_progress_no_carriageway_incursion",
    "works_in_progress",
    "works_stopped",
    "unable_to_complete_inspection",
}
CONDITIONS = {"passed", "non_compliant_with_conditions", "unable_to_complete_inspection"}
VISIT = {
    "further_inspections_required",
    "agreed_site_compliance",
    "unable_to_complete_inspection",
}
ALLOWED = {
    ("live_site", "a"): USUAL,
    ("live_site", "site_occupancy"): OCCUPANCY,
    ("live_site", "conditions"): CONDITIONS,
    ("live_site", "third_party"): USUAL,
    ("live_site", "routine"): USUAL,
    ("reinstatement", "b"): USUAL,
    ("reinstatement", "c"): USUAL,
    ("reinstatement", "third_party"): USUAL,
    ("reinstatement", "routine"): USUAL,
    ("non_compliance_follow_up", "joint_site_visit"): VISIT,
    ("non_compliance_follow_up", "follow_up"): USUAL,
    ("non_compliance_follow_up", "follow_up_completion"): USUAL,
    ("section_81", None): USUAL,
}
"""Business rules 10.2 and 10.3."""

CATEGORIES = [None, *(one.value for one in InspectionCategory)]


@pytest.mark.parametrize("kind", [one.value for one in InspectionType])
@pytest.mark.parametrize("category", CATEGORIES)
def test_category_and_outcome_go_with_the_type(kind, category):
    if (kind, category) not in ALLOWED:
        with pytest.raises(Refusal) as refused:
            inspections.check_category(kind, category, "inspection_category")
        assert refused.value.fields.keys() == {"inspection_category"}
        return
    inspections.check_category(kind, category, "inspection_category")
    failings = [f"{kind}_materials"]
    for outcome in (one.value for one in InspectionOutcome):
        if outcome in ALLOWED[kind, category]:
            inspections.check_outcome(kind, category, outcome, failings)
        else:
            with pytest.raises(Refusal) as refused:
                inspections.check_outcome(kind, category, outcome, failings)
            assert refused.value.fields.keys() == {"inspection_outcome"}


def test_failings_are_told_where_something_failed():
    for outcome in ("failed_high", "failed_low"):
        with pytest.raises(Refusal) as refused:
            inspections.check_outcome("reinstatement", "b", outcome, [])
        assert refused.value.fields.keys() == {"failure_reason_details"}
        inspections.check_outcome("section_81", None, outcome, [])


@pytest.mark.parametrize("kind", ["live_site", "reinstatement"])
def test_failings_are_those_of_the_type(kind):
    other = {"live_site": "reinstatement_verge", "reinstatement": "live_site_signage"}[kind]
    with pytest.raises(Refusal) as refused:
        inspections.check_outcome(kind, "routine", "failed_low", [other])
    assert refused.value.fields.keys() == {"failure_reason_details"}
    both = ["reinstatement_verge", "live_site_signage"]
    inspections.check_outcome("non_compliance_follow_up", "follow_up", "failed_low", both)


def inspected(moment, **more):
    return {
        "inspection_type": "live_site",
        "inspection_start_date": moment(-1, 9),
        "inspection_category": "a",
        "inspection_outcome": "passed",
        "inspection_evidence": False,
        "username": "inspector",
        **more,
    }


@pytest.fixture
def inspect(client, build, moment):
    def make(works, name="authority", **more):
        request = build(InspectionCreateRequest, **inspected(moment, **more))
        return client(name).work.create_inspection(works, request).inspection_reference_number

    return make


@pytest.fixture
def schedule(client, build, moment):
    def make(works, name="authority", **more):
        values = {
            "scheduled_inspection_type": "live_site",
            "scheduled_inspection_category": "a",
            "scheduled_inspection_date": moment(5),
            **more,
        }
        request = build(ScheduledInspectionCreateRequest, **values)
        client(name).work.create_scheduled_inspection(works, request)

    return make


def listed(client, works):
    return [
        (one.inspection_response_type.value, one.inspection_date, one.inspection_type.value)
        for one in client("planner").work.get_work(works).inspections
    ]


def day(number, hour=0):
    return datetime(2026, 6, number, hour, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("values", "event"),
    [
        ({}, "inspection_passed"),
        (
            {
                "inspection_outcome": "failed_low",
                "failure_reason_details": [
                    {"failure_reason": "live_site_signage", "details": "No telephone number"}
                ],
            },
            "inspection_failed",
        ),
        (
            {
                "inspection_outcome": "unable_to_complete_inspection",
                "inspection_outcome_details": "Fog",
            },
            "inspection_unable_to_carry_out",
        ),
        (
            {"inspection_category": "site_occupancy", "inspection_outcome": "works_stopped"},
            "inspection_works_stopped",
        ),
        (
            {
                "inspection_category": "conditions",
                "inspection_outcome": "non_compliant_with_conditions",
                "inspection_outcome_details": "Worked at night",
            },
            "inspection_non_compliant_with_conditions",
        ),
        (
            {
                "inspection_type": "non_compliance_follow_up",
                "inspection_category": "joint_site_visit",
                "inspection_outcome": "further_inspections_required",
            },
            "inspection_further_required",
        ),
        (
            {
                "inspection_type": "non_compliance_follow_up",
                "inspection_category": "joint_site_visit",
                "inspection_outcome": "agreed_site_compliance",
            },
            "inspection_agreed_site_compliance",
        ),
    ],
)
def test_an_inspection_is_registered_and_read(client, inspect, new_works, values, event):
    works = new_works()
    reference = inspect(works, **values)
    assert reference == f"{works}-INSP-01"
    told = client("planner").work.get_inspection(works, reference.lower())
    assert told.inspection_outcome.value == values.get("inspection_outcome", "passed")
    assert told.inspection_start_date == datetime(2026, 5, 31, 9, tzinfo=timezone.utc)
    assert told.username == "inspector"
    failings = values.get("failure_reason_details", [])
    assert [one.details for one in told.failure_reason_details or []] == [
        one["details"] for one in failings
    ]
    [*_, last] = client("planner").work.get_work_history(works)
    assert (last.event.value, last.object_reference) == (event, reference)


def test_inspections_are_counted_and_carry_their_evidence(client, inspect, new_works):
    works = new_works()
    sent = client("authority").work.upload_file(("hole.jpg", b"jpeg", "image/jpeg"))
    first = inspect(works, inspection_evidence=True, file_ids=[sent.file_id])
    assert inspect(works) == f"{works}-INSP-02"
    told = client("planner").work.get_inspection(works, first)
    assert [one.file_id for one in told.files] == [sent.file_id]
    assert [one.file_id for one in client("planner").work.get_work(works).files] == [sent.file_id]


def test_failings_are_found_at_sites_that_exist(client, inspect, new_works):
    works = new_works()
    failing = {
        "failure_reason": "live_site_signage",
        "details": "None",
        "site_numbers": [1],
    }
    with pytest.raises(BadRequest) as refused:
        inspect(works, inspection_outcome="failed_low", failure_reason_details=[failing])
    assert "failure_reason_details" in refused.value.fields
    assert listed(client, works) == []


def test_one_inspection_is_scheduled_cancelled_or_made(
    client, inspect, schedule, moment, new_works
):
    works = new_works()
    with pytest.raises(NotFound):
        client("authority").work.delete_scheduled_inspection(works)
    schedule(works)
    assert listed(client, works) == [("reinspection", day(6), "live_site")]
    with pytest.raises(PreconditionFailed):
        schedule(works, scheduled_inspection_date=moment(7))
    client("authority").work.delete_scheduled_inspection(works)
    assert listed(client, works) == []
    schedule(works, scheduled_inspection_date_time=moment(5, 14))
    assert listed(client, works) == [("reinspection", day(6, 14), "live_site")]
    inspect(works)
    assert [kind for kind, _, _ in listed(client, works)] == ["inspection"]
    events = [one.event.value for one in client("planner").work.get_work_history(works)]
    assert events[2:] == [
        "scheduled_inspection_created",
        "scheduled_inspection_cancelled",
        "scheduled_inspection_created",
        "inspection_passed",
    ]


def test_a_reinspection_is_like_the_inspection_unless_told(client, inspect, moment, new_works):
    works = new_works()
    inspect(works, reinspection_date=moment(8), reinspection_type="reinstatement")
    assert listed(client, works)[-1] == ("reinspection", day(9), "live_site")
    inspect(
        works,
        reinspection_date=moment(9),
        reinspection_type="reinstatement",
        reinspection_category="b",
    )
    assert listed(client, works)[-1] == ("reinspection", day(10), "reinstatement")
    with pytest.raises(BadRequest) as refused:
        inspect(
            works,
            reinspection_date=moment(9),
            reinspection_type="reinstatement",
            reinspection_category="a",
        )
    assert "reinspection_category" in refused.value.fields


def test_only_the_works_own_authority_inspects(client, inspect, schedule, new_works, elsewhere):
    works, other = new_works(promoter_swa_code="9831"), new_works(**elsewhere)
    reference = inspect(works)
    for act in (
        lambda: inspect(other),
        lambda: schedule(other),
        lambda: client("authority").work.delete_scheduled_inspection(other),
        lambda: client("authority").work.get_inspection(other, f"{other}-INSP-01"),
        lambda: inspect(works, "planner"),
        lambda: schedule(works, "contractor"),
        lambda: client("planner").work.get_inspection(works, reference),
    ):
        with pytest.raises(AccessRestricted):
            act()
    assert client("contractor").work.get_inspection(works, reference)


def test_what_is_not_there_is_told(client, inspect, schedule, new_works):
    with pytest.raises(NotFound):
        inspect("NOTHING")
    with pytest.raises(NotFound):
        schedule("NOTHING")
    works = new_works()
    with pytest.raises(NotFound):
        client("planner").work.get_inspection(works, f"{works}-INSP-01")


def test_section_81_works_have_inspections_of_their_own(
    client, build, inspect, schedule, moment, new_works, application
):
    given = application()
    place = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    request = build(
        Section81CreateRequest,
        **{name: given[name] for name in place},
        location_description="Outside number 3",
        location_types=["carriageway"],
        inspection_date=moment(-1),
        section_81_type="cabinet",
        section_81_severity="low",
        made_safe_by_ha=False,
        additional_details="Its door hangs loose",
    )
    notice = client("authority").work.create_section81(request).work_reference_number
    about = {"inspection_type": "section_81", "inspection_category": None}
    assert inspect(notice, **about) == f"{notice}-INSP-01"
    with pytest.raises(PreconditionFailed):
        inspect(notice)
    with pytest.raises(PreconditionFailed):
        inspect(new_works(), **about)
    with pytest.raises(PreconditionFailed):
        schedule(notice)


def test_historic_works_are_made_for_an_inspection(client, build, inspect, application, moment):
    given = application()
    place = ("promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn")
    failing = {"failure_reason": "live_site_signage", "site_name": "East end", "details": "None"}

    def make(**more):
        values = {
            **{name: given[name] for name in place},
            "historical_permit_reference": "OLD-INSP",
            "works_location_description": "By the old mill",
            **inspected(moment),
            **more,
        }
        request = build(HistoricInspectionCreateRequest, **values)
        return client("authority").work.create_historic_inspection(request)

    made = make(
        inspection_outcome="failed_low",
        failure_reason_details=[failing],
        reinspection_date=moment(4),
    )
    assert made.work_reference_number == "OLD-INSP"
    assert made.inspection_reference_number == "OLD-INSP-INSP-01"
    told = client("planner").work.get_inspection("OLD-INSP", "OLD-INSP-INSP-01")
    assert told.failure_reason_details[0].site_name == "East end"
    assert [kind for kind, _, _ in listed(client, "OLD-INSP")] == ["inspection", "reinspection"]
    events = [one.event.value for one in client("planner").work.get_work_history("OLD-INSP")]
    assert events == [
        "historic_works_record_created",
        "inspection_failed",
        "scheduled_inspection_created",
    ]
    assert inspect("OLD-INSP") == "OLD-INSP-INSP-02"
    with pytest.raises(BadRequest) as refused:
        make()
    assert "historical_permit_reference" in refused.value.fields
    with pytest.raises(PreconditionFailed):
        make(
            historical_permit_reference="OLD-81",
            inspection_type="section_81",
            inspection_category=None,
        )
