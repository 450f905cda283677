"""Works, permits, comments and files."""

from datetime import datetime

from ....trade.records.works import (
    CategoryAnswer,
    ChangeSummary,
    Comment,
    Condition,
    FileKept,
    HistoryLine,
    Permit,
    PermitFound,
    PermitSummary,
    Works,
)
from ..enums import AuditEvent
from ..models import reporting
from ..models.work import (
    FileResponse,
    PermitAlterationSummaryResponse,
    PermitConditionResponse,
    PermitResponse,
    PermitSummaryResponse,
    WorkCategoryResponse,
    WorkHistoryResponse,
    WorkResponse,
)
from . import belonging
from .applied import applied
from .shared import files, word
from .streets import designation

_COMMENTED = frozenset({AuditEvent.COMMENT_SUBMITTED, AuditEvent.INTERNAL_COMMENT_SUBMITTED})


def works(answer: WorkResponse) -> Works:
    """Return works with all that belongs to them."""
    active, plan, notice = answer.active_permit, answer.forward_plan, answer.section_81
    return Works(
        reference=answer.work_reference_number,
        status=str(answer.work_status),
        promoter=answer.promoter_organisation,
        promoter_code=answer.promoter_swa_code,
        authority=answer.highway_authority,
        authority_code=answer.highway_authority_swa_code,
        workstream=answer.workstream_prefix,
        usrn=answer.usrn,
        street=answer.street_name,
        area=answer.area_name or "",
        town=answer.town or "",
        reinstatement=answer.road_category,
        place=answer.works_location_description,
        description=answer.description_of_work or "",
        geometry=answer.works_coordinates,
        first_day=answer.work_start_date,
        last_day=answer.work_end_date,
        permit=None if active is None else permit(active),
        permits=tuple(_permit_summary(one) for one in answer.permits or ()),
        history=tuple(_history_line(one) for one in answer.history),
        files=tuple(_file(one) for one in answer.files or ()),
        plan=None if plan is None else belonging.plan(plan),
        notice=None if notice is None else belonging.notice(notice),
        sites=tuple(map(belonging.site, answer.sites or ())),
        inspections=tuple(map(belonging.inspection, answer.inspections or ())),
        penalties=tuple(map(belonging.penalty, answer.fpns or ())),
        units=answer.inspection_units,
    )


def permit(answer: PermitResponse) -> Permit:
    """Return a permit: what was applied for, and how it stands."""
    return Permit(
        reference=answer.permit_reference_number,
        works_reference=answer.work_reference_number,
        status=str(answer.permit_status),
        category=str(answer.work_category),
        promoter=answer.promoter_organisation,
        promoter_code=answer.promoter_swa_code,
        authority=answer.highway_authority,
        authority_code=answer.highway_authority_swa_code,
        usrn=answer.usrn,
        street=answer.street_name,
        area=answer.area_name or "",
        town=answer.town or "",
        reinstatement=answer.road_category,
        place=answer.works_location_description,
        description=answer.description_of_work,
        geometry=answer.works_coordinates,
        activity=str(answer.activity_type),
        traffic=str(answer.traffic_management_type),
        footway=str(answer.close_footway),
        positions=tuple(map(str, answer.location_types)),
        excavates=answer.excavation,
        first_day=answer.proposed_start_date,
        last_day=answer.proposed_end_date,
        first_time=answer.proposed_start_time,
        last_time=answer.proposed_end_time,
        started=answer.actual_start_date,
        stopped=answer.actual_stop_date,
        working_days=answer.working_day_duration,
        reasonable_until=answer.reasonable_period_end_date,
        start_until=answer.validity_period_end_date,
        deadline=answer.deadline_date,
        starts_early=answer.is_early_start,
        deemed=answer.is_deemed,
        needs_order=answer.is_ttro_required,
        contact=answer.promoter_contact_details,
        second_contact=answer.secondary_contact,
        second_number=answer.secondary_contact_number,
        assessment=word(answer.assessment_status),
        remarks=answer.assessment_comments or "",
        refusals=tuple(map(str, answer.reasons_for_refusal or ())),
        why_revoked=answer.revoke_reason or "",
        modification=answer.pending_change_details or "",
        discount=answer.assessment_discount,
        kind=str(answer.work_type),
        in_act_limits=answer.hs2_in_act_limits,
        exemption=word(answer.hs2_highway_exemption),
        acknowledged=answer.hs2_acknowledged_date_time,
        lane_rental=word(answer.lane_rental_assessment_outcome),
        collaboration=word(answer.collaboration_type),
        shared_how=answer.collaboration_details or "",
        notes=answer.additional_info or "",
        conditions=tuple(_condition(one) for one in answer.permit_conditions or ()),
        designations=tuple(designation(one) for one in answer.permit_asds),
        passed_over=tuple(designation(one) for one in answer.permit_not_selected_asds),
        changes=tuple(
            _change(one, answer.permit_reference_number) for one in answer.permit_alterations or ()
        ),
        files=files(answer.files),
        applied=applied(answer),
        finally_reinstated=answer.final_reinstatement,
    )


def permit_found(answer: reporting.PermitSummaryResponse) -> PermitFound:
    """Return a permit of a list."""
    return PermitFound(
        reference=answer.permit_reference_number,
        works_reference=answer.work_reference_number,
        status=str(answer.status),
        promoter=answer.promoter_organisation,
        usrn=answer.usrn,
        street=answer.street,
        town=answer.town,
        first_day=answer.proposed_start_date,
        last_day=answer.proposed_end_date,
        geometry=answer.works_coordinates,
    )


def category(answer: WorkCategoryResponse, as_of: datetime) -> CategoryAnswer:
    """Return what works count as, by an answer that came at `as_of`."""
    return CategoryAnswer(
        category=str(answer.work_category),
        starts_early=answer.is_early_start,
        working_days=int(answer.duration.working_days),
        as_of=as_of,
    )


def comment(answer: reporting.CommentSummaryResponse) -> Comment:
    """Return a comment on works."""
    return Comment(
        reference=answer.comment_reference_number,
        works_reference=answer.work_reference_number,
        written=answer.date_created,
        about=str(answer.topic),
        text=answer.detail,
        author=answer.author_email_address,
        read=answer.is_read,
        internal=answer.is_internal,
        read_at=answer.read_on,
        reader=answer.read_by or "",
    )


def _permit_summary(answer: PermitSummaryResponse) -> PermitSummary:
    return PermitSummary(
        reference=answer.permit_reference_number,
        status=str(answer.permit_status),
        category=str(answer.work_category),
        first_day=answer.actual_start_date or answer.proposed_start_date,
        last_day=answer.actual_stop_date or answer.proposed_end_date,
    )


def _history_line(answer: WorkHistoryResponse) -> HistoryLine:
    return HistoryLine(
        moment=answer.action_date,
        number=answer.update_id,
        text=answer.details or answer.topic,
        who=answer.internal_user_name or answer.username,
        is_comment=answer.event in _COMMENTED,
    )


def _condition(answer: PermitConditionResponse) -> Condition:
    return Condition(str(answer.condition), answer.comment or "")


def _change(answer: PermitAlterationSummaryResponse, permit: str) -> ChangeSummary:
    return ChangeSummary(
        reference=answer.permit_alteration_reference_number,
        permit=permit,
        kind=str(answer.alteration_type),
        status=str(answer.alteration_status),
    )


def _file(answer: FileResponse) -> FileKept:
    return FileKept(answer.file_id, answer.name, answer.created_date, answer.organisation_name)
