"""Section 81 notices as answers of the Work API."""

from typing import Any

from ..map.features import stamp
from ..records import Section81, Works
from .known import Known
from .shared import file_summaries, place, present, stamped

DETAILS = (
    "location_types", "inspection_date", "other_type_details", "made_safe_by_ha",
    "inspector_name", "inspector_contact_number", "additional_details",
)  # fmt: skip
"""Fields of the request that are told as they came."""


def section81(known: Known, works: Works, one: Section81) -> dict[str, Any]:
    """Return a Section81Response."""
    where = place(works)
    where["area"] = where.pop("area_name")
    return present(
        {
            **section81_summary(one),
            **where,
            "work_reference_number": works.reference,
            "workstream_prefix": works.workstream,
            "section_81_type": one.kind,
            **{name: one.details.get(name) for name in DETAILS},
            "status_changed_date": stamp(one.status_changed),
            "promoter_response": one.promoter_response,
            "section_81_work_type": one.work_type,
            "promoter_status": one.promoter_status,
            "promoter_status_changed_date": stamped(one.promoter_status_changed),
            "files": file_summaries(known.files(works.files)),
        }
    )


def section81_summary(one: Section81) -> dict[str, Any]:
    """Return a Section81SummaryResponse of the Work API."""
    return {
        "section_81_reference_number": one.reference,
        "date_created": stamp(one.created),
        "location_description": one.where,
        "section_81_severity": one.severity,
        "section_81_status": one.status,
    }
