"""Fixed penalty notices as answers of the Work API."""

from typing import Any

from ..map.features import stamp
from ..records import Penalty, Works
from .known import Known
from .location import location
from .shared import file_summaries, present


def fpn(known: Known, works: Works, one: Penalty) -> dict[str, Any]:
    """Return an FPNResponse."""
    return present(
        {
            **fpn_summary(one),
            "location": location(works),
            "offence_date": stamp(one.offence_date),
            "offence_details": one.offence_details,
            "authorised_officer": one.authorised_officer,
            "officer_contact_details": one.officer_contact_details,
            "work_reference_number": works.reference,
            "promoter_organisation": works.promoter,
            "ha_organisation": works.place.authority,
            "files": file_summaries(known.files(one.files)),
            "permit_reference_number": one.permit_reference,
        }
    )


def fpn_summary(one: Penalty) -> dict[str, Any]:
    """Return an FPNSummaryResponse of the Work API."""
    return {
        "fpn_reference_number": one.reference,
        "fpn_offence_type": one.offence_code,
        "issue_date_time": stamp(one.issued),
        "fpn_status": one.status,
    }
