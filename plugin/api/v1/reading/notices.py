"""Fixed penalty notices and section 81 notices, in full."""

from ....trade.records.notices import Penalty, Section81
from ..models.work import FPNResponse, Section81Response
from .shared import files, word


def penalty(answer: FPNResponse) -> Penalty:
    """Return a fixed penalty notice."""
    return Penalty(
        reference=answer.fpn_reference_number,
        permit=answer.permit_reference_number or "",
        status=str(answer.fpn_status),
        offence=str(answer.fpn_offence_type),
        offended=answer.offence_date,
        details=answer.offence_details,
        issued=answer.issue_date_time,
        place=answer.location,
        officer=answer.authorised_officer,
        how_to_reach=answer.officer_contact_details,
        files=files(answer.files),
    )


def section_81(answer: Section81Response) -> Section81:
    """Return a section 81 notice."""
    return Section81(
        reference=answer.section_81_reference_number,
        status=str(answer.section_81_status),
        changed=answer.status_changed_date,
        created=answer.date_created,
        severity=str(answer.section_81_severity),
        kind=answer.other_type_details or str(answer.section_81_type),
        details=answer.additional_details,
        place=answer.location_description,
        positions=tuple(map(str, answer.location_types)),
        inspected=answer.inspection_date,
        made_safe=answer.made_safe_by_ha,
        inspector=answer.inspector_name or "",
        how_to_reach=answer.inspector_contact_number or "",
        answer=word(answer.promoter_status),
        answered=answer.promoter_status_changed_date,
        why=answer.promoter_response or "",
        works_kind=word(answer.section_81_work_type),
        files=files(answer.files),
    )
