"""Inspections as answers of the Work API."""

from collections.abc import Mapping
from typing import Any

from ..map.features import stamp
from ..records import Inspection, Works
from .known import Known
from .shared import file_summaries, present, stamped
from .sites import site_summary

DETAILS = (
    "inspection_outcome_details", "was_call_logged", "call_logged_to", "call_logged_reference",
    "call_logged_summary", "defect_fixed_on_site", "additional_comments", "reinspection_date",
    "reinspection_date_time", "username", "inspector_name", "made_safe_by_ha",
)  # fmt: skip
"""Fields of the request that are told as they came; `failure_reason_details` is told in full."""


def inspection(known: Known, works: Works, one: Inspection) -> dict[str, Any]:
    """Return an InspectionResponse."""
    failings = one.details.get("failure_reason_details")
    return present(
        {
            "inspection_reference_number": one.reference,
            "inspection_type": one.kind,
            "inspection_start_date": stamp(one.started),
            "inspection_category": one.category,
            "inspection_outcome": one.outcome,
            "failure_reason_details": failings and [_failing(works, told) for told in failings],
            "date_created": stamp(one.created),
            "date_modified": stamp(one.created),
            "files": file_summaries(known.files(one.files)),
            "work_reference_number": works.reference,
            "promoter_organisation": works.promoter,
            "highway_authority": works.place.authority,
            **{name: one.details.get(name) for name in DETAILS},
        }
    )


def _failing(works: Works, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a FailureReasonDetailsResponse: sites of works, or a name where they are historic."""
    numbers = told.get("site_numbers") or ()
    sites = [site_summary(site) for site in works.sites if site.number in numbers]
    names = ("site_number", "site_description")
    return present(
        {
            "failure_reason": told["failure_reason"],
            "details": told["details"],
            "site_name": told.get("site_name"),
            "sites": [{name: site[name] for name in names} for site in sites] or None,
        }
    )


def inspection_summaries(works: Works) -> list[dict[str, Any]]:
    """Return InspectionSummaryResponses: those made, and as a reinspection the one planned."""
    made = [
        {
            "inspection_date": stamp(one.started),
            "inspection_response_type": "inspection",
            "inspection_reference_number": one.reference,
            "inspection_type": one.kind,
            "inspection_category": one.category,
            "inspection_outcome": one.outcome,
            "reinspection_date_time": one.details.get("reinspection_date_time"),
        }
        for one in works.inspections
    ]
    planned = works.scheduled_inspection
    if planned:
        made.append(
            {
                "inspection_date": stamp(planned.moment or planned.day),
                "inspection_response_type": "reinspection",
                "inspection_type": planned.kind,
                "inspection_category": planned.category,
                "reinspection_date_time": stamped(planned.moment),
            }
        )
    return [present(one) for one in made]
