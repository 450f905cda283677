"""Permits and their alterations as answers of the Work API."""

from typing import Any, Optional

from ...rules.progress import may_slide
from ..machines.pieces import is_hs2, needs_consent, validity_end
from ..machines.standings import permit_standing
from ..made_up.unrecorded import DEFAULTS, given
from ..map.features import stamp
from ..records import Alteration, Permit, Works, geojson
from ..town.gazetteer import Street
from .known import Known
from .shared import contact, file_summaries, place, present, stamped
from .times import deadline, duration, validity

_TAKEN_OVER = (
    "secondary_contact_email", "proposed_start_time", "proposed_end_time",
    "project_reference_number", "permit_conditions", "collaboration_details",
    "collaborative_works", "collaboration_type", "is_ttro_required", "immediate_risk",
    "early_start_pre_approval", "pre_approval_details", "pre_approval_authoriser",
    "early_start_reason", "additional_info", "hs2_in_act_limits",
    "hs2_consultation_requested_response_date", "hs2_highway_exemption", "hs2_highway_emails",
    "additional_contact", "additional_contact_number", "additional_contact_email",
    "is_covid_19_response", "hs2_additional_usrns",
)  # fmt: skip
_PERMIT_ASD_FIELDS = (
    "street_special_desig_code", "special_desig_location_text", "special_desig_description",
    "special_desig_start_date", "special_desig_start_time", "special_desig_end_date",
    "special_desig_end_time", "special_desig_periodicity_code",
)  # fmt: skip


def permit(known: Known, works: Works, one: Permit) -> dict[str, Any]:
    """Return a PermitResponse."""
    start, end = one.start.date(), max(one.start, one.end).date()
    days = duration(start, end, known.today)
    until = validity_end(works, one, known.today)
    details = one.details
    chosen = list(details.get("permit_asds") or [])
    body = {name: given(details, name) for name in DEFAULTS}
    body.update({name: details[name] for name in _TAKEN_OVER if details.get(name) is not None})
    body.update(place(works))
    body.update(
        permit_reference_number=one.reference,
        proposed_start_date=stamp(one.start),
        proposed_end_date=stamp(one.end),
        actual_start_date=stamped(one.actual_start),
        actual_stop_date=stamped(one.actual_stop),
        permit_status=one.status,
        work_category=one.category,
        work_reference_number=works.reference,
        work_status=works.status,
        workstream_prefix=works.workstream,
        promoter_contact_details=contact(works),
        reasonable_period_end_date=stamp(one.reasonable_end or one.end),
        calendar_day_duration=days["calendar_days"],
        working_day_duration=days["working_days"],
        date_created=stamp(one.created),
        date_modified=stamp(one.modified or one.status_changed or one.created),
        deadline_date=stamp(deadline(one, known.today)),
        traffic_management_type=one.traffic_management,
        works_coordinates=geojson(one.geometry or works.geometry),
        files=file_summaries(known.files(one.files)),
        permit_asds=chosen,
        permit_not_selected_asds=_not_chosen(known.street(works), chosen),
        is_early_start=one.is_early_start,
        sliding_end_date_candidate=may_slide(works.status, permit_standing(works, one), until),
        validity_period_end_date=stamp(validity(until, end)),
        final_reinstatement=one.final_reinstatement,
        is_lane_rental=bool(details.get("lane_rental_applicable")),
        permit_alterations=[alteration_summary(change) for change in one.alterations],
        **_assessment(one),
        **_lane_rental(one),
    )
    if is_hs2(works):
        consent = needs_consent(one)
        body.update(
            hs2_is_consent=consent,
            hs2_is_consultation=not consent,
            hs2_acknowledged=one.hs2_acknowledged is not None,
            hs2_acknowledged_date_time=stamped(one.hs2_acknowledged),
        )
    return present(body)


def _assessment(one: Permit) -> dict[str, Any]:
    return {
        "assessment_status": one.assessment_status,
        "assessment_comments": one.assessment_comments,
        "reasons_for_refusal": list(one.reasons_for_refusal) or None,
        "assessment_discount": one.discount,
        "assessment_discount_reason": one.discount_reason,
        "revoke_reason": one.revoke_reason,
        "pending_change_details": one.pending_change_details,
        "ever_modification_requested": one.ever_modification_requested,
        "is_deemed": one.is_deemed,
        "is_duration_challenged": one.is_duration_challenged,
    }


def _lane_rental(one: Permit) -> dict[str, Any]:
    found = one.lane_rental
    if found is None:
        return {}
    return {
        "lane_rental_assessment_outcome": found.outcome,
        "lane_rental_assessment_additional_details": found.additional_details,
        "lane_rental_assessment_charge_band": found.charge_band,
        "lane_rental_assessment_chargeable_days": found.chargeable_days,
        "lane_rental_assessment_charges_agreed": found.charges_agreed,
    }


def permit_summary(one: Permit) -> dict[str, Any]:
    """Return a PermitSummaryResponse of the Work API."""
    return present(
        {
            "permit_reference_number": one.reference,
            "proposed_start_date": stamp(one.start),
            "proposed_end_date": stamp(one.end),
            "actual_start_date": stamped(one.actual_start),
            "actual_stop_date": stamped(one.actual_stop),
            "permit_status": one.status,
            "work_category": one.category,
        }
    )


def alteration(known: Known, works: Works, one: Permit, change: Alteration) -> dict[str, Any]:
    """Return a PermitAlterationResponse."""
    return present(
        {
            **alteration_summary(change),
            "permit_status": one.status,
            "assessment_discount": change.discount,
            "assessment_comments": change.comments,
            "permit_alteration_reason": change.reason,
            "original": permit(known, works, change.original),
            "proposed": permit(known, works, change.proposed),
        }
    )


def alteration_summary(change: Alteration) -> dict[str, Any]:
    """Return a PermitAlterationSummaryResponse."""
    return {
        "permit_alteration_reference_number": change.reference,
        "date_created": stamp(change.created),
        "deadline_date": stamp(change.deadline),
        "alteration_status": change.status,
        "alteration_type": change.kind,
    }


def _not_chosen(street: Optional[Street], chosen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if street is None:
        return []
    all_asds = [{name: asd[name] for name in _PERMIT_ASD_FIELDS} for asd in street.designations]
    picked = {
        (asd.get("street_special_desig_code"), asd.get("special_desig_start_time"))
        for asd in chosen
    }
    return [
        present(asd)
        for asd in all_asds
        if (asd["street_special_desig_code"], asd["special_desig_start_time"]) not in picked
    ]
