"""What others do at the register by a client that is signed in, and what it lists of one's own.

Works and permits go by their references, and what is given back is in the trade's values.
"""

from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Any

from street_works.plugin.api import StreetManager
from street_works.plugin.api.v1.files import wait_for_file
from street_works.plugin.api.v1.models.reporting import PermitSummaryResponse
from street_works.plugin.api.v1.models.work import (
    AddFileToWorkRequest,
    CommentCreateRequest,
    ForwardPlanCreateRequest,
    FPNCreateRequest,
    InspectionCreateRequest,
    PermitStatusUpdateRequest,
    Section81CreateRequest,
    WorkStartUpdateRequest,
)
from street_works.plugin.api.v1.paging import rows
from street_works.plugin.api.v1.reading import works as reading
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.records.works import PermitFound, Works
from street_works.plugin.trade.vocabulary.comments import CommentTopic


def own_permits(client: StreetManager, most: int = 25) -> list[PermitFound]:
    """Return the first permits of the client's organisation: `most` of them, or all."""
    return [reading.permit_found(one) for one in islice(rows(client.reporting.get_permits), most)]


def permits_in(page: dict[str, Any]) -> list[PermitFound]:
    """Return the permits of a page as V1.25.12 lists them in JSON."""
    told = map(PermitSummaryResponse.model_validate, page["rows"])
    return list(map(reading.permit_found, told))


def comment(client: StreetManager, works: str, text: str, *, internal: bool = False) -> None:
    """Comment on works in general; what is internal the other side does not see."""
    request = CommentCreateRequest(detail=text, topic=CommentTopic.GENERAL, is_internal=internal)
    client.work.post_comment(works, request)


def attach(client: StreetManager, works: str, content: bytes) -> int:
    """Add a file plan.pdf to works; return its number once it has been checked for viruses."""
    file = client.work.upload_file(("plan.pdf", content, "application/pdf"))
    client.work.add_file_to_work(works, AddFileToWorkRequest(file_ids=[file.file_id]))
    wait_for_file(client, file.file_id)
    return file.file_id


def cancel(client: StreetManager, works: str, permit: str) -> None:
    """Cancel a permit."""
    request = PermitStatusUpdateRequest(permit_status="cancelled")
    client.work.update_permit_status(works, permit, request)


def start(client: StreetManager, works: str) -> None:
    """Log the start of works as of now."""
    request = WorkStartUpdateRequest(actual_start_date=datetime.now(timezone.utc))
    client.work.update_actual_start_date(works, request)


def give_penalty(client: StreetManager, works: str, permit: str, *evidence: bytes) -> str:
    """Give a fixed penalty notice under a permit as the authority; return its reference.

    It is for working without one, with files plan.pdf as evidence.
    """
    files = [client.work.upload_file(("plan.pdf", one, "application/pdf")) for one in evidence]
    given = {
        "fpn_evidence": bool(evidence),
        "file_ids": [one.file_id for one in files] or None,
        "offence_date": datetime.now(timezone.utc) - timedelta(hours=3),
        "offence_code": "offence_code_08",
        "offence_details": "No sign of a permit",
        "authorised_officer": "Alex Warden",
        "officer_contact_details": "01632 960002",
        "permit_reference_number": permit,
    }
    request = FPNCreateRequest.model_validate(given)
    return client.work.create_fpn(works, request).fpn_reference_number


def find_wanting(client: StreetManager, works: str) -> str:
    """Log a live site's inspection with a high failure as the authority, and plan the next one.

    Somebody was called about it; return its reference.
    """
    given = {
        "inspection_type": "live_site",
        "inspection_category": "a",
        "inspection_outcome": "failed_high",
        "inspection_start_date": datetime.now(timezone.utc) - timedelta(hours=2),
        "username": "Alex",
        "made_safe_by_ha": False,
        "inspection_evidence": False,
        "failure_reason_details": [
            {"failure_reason": "live_site_signage", "details": "No works ahead sign"}
        ],
        "was_call_logged": True,
        "call_logged_to": "Town Water",
        "call_logged_reference": "C-7",
        "call_logged_summary": "They come at once",
        "defect_fixed_on_site": "no",
        "reinspection_date": uk_today() + timedelta(days=3),
    }
    request = InspectionCreateRequest.model_validate(given)
    return client.work.create_inspection(works, request).inspection_reference_number


def report_apparatus(client: StreetManager, like: Works) -> str:
    """Issue a section 81 notice to the promoter of works, at their place; return its works."""
    given = {
        **_place_of(like),
        "location_description": "By the bus stop",
        "location_types": ["footway"],
        "inspection_date": uk_today(),
        "section_81_type": "tee_valve_access_covers",
        "section_81_severity": "high",
        "made_safe_by_ha": True,
        "inspector_name": "Alex Warden",
        "additional_details": "The cover rocks",
    }
    request = Section81CreateRequest.model_validate(given)
    return client.work.create_section81(request).work_reference_number


def announce(client: StreetManager, like: Works) -> tuple[str, str]:
    """Raise a forward plan as the promoter of works, at their place; return its references."""
    given = {
        **_place_of(like),
        "workstream_prefix": like.workstream,
        "start_date": uk_today() + timedelta(days=200),
        "end_date": uk_today() + timedelta(days=230),
        "description_of_work": "A bigger main",
        "works_location_description": "From the bank to the bridge",
    }
    made = client.work.create_forward_plan(ForwardPlanCreateRequest.model_validate(given))
    return made.work_reference_number, made.forward_plan_reference_number


def _place_of(works: Works) -> dict[str, Any]:
    return {
        "promoter_swa_code": works.promoter_code,
        "highway_authority_swa_code": works.authority_code,
        "works_coordinates": works.geometry,
        "usrn": works.usrn,
        "street_name": works.street,
        "town": works.town,
        "road_category": works.reinstatement,
    }
