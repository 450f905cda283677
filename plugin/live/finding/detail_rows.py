"""What Street Manager tells of works, a permit, a street, as lines of plain words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from ...api.v1.models.lookup import StreetResponse
from ...api.v1.models.reporting import CommentSummaryResponse
from ...api.v1.models.work import (
    ActivityResponse,
    ForwardPlanResponse,
    PermitResponse,
    WorkHistoryResponse,
    WorkResponse,
)
from ...rules import asd
from ...rules.roads import road_name, roads_of
from ...trade.calendar import civil_day, uk_time
from ...trade.labels import label
from ...words import tr


@dataclass(frozen=True)
class Line:
    """One line of a section: its cells, and the number of the file that it stands for, if any."""

    cells: tuple[str, ...]
    file_id: Optional[int] = None


Lines = tuple[Line, ...]


def works_lines(works: WorkResponse) -> Lines:
    """Return what is known of works as a whole: pairs of a name and a value, none of them empty."""
    count = {
        tr("Sites"): works.sites,
        tr("Inspections"): works.inspections,
        tr("Fixed penalty notices"): works.fpns,
    }
    active, plan, notice = works.active_permit, works.forward_plan, works.section_81
    return _pairs(
        (tr("Works reference"), works.work_reference_number),
        (tr("Status"), label(works.work_status)),
        (tr("Promoter"), _with_code(works.promoter_organisation, works.promoter_swa_code)),
        (
            tr("Highway authority"),
            _with_code(works.highway_authority, works.highway_authority_swa_code),
        ),
        (tr("Workstream"), works.workstream_prefix),
        (tr("Street"), _joined(works.street_name, works.area_name, works.town)),
        (tr("USRN"), str(works.usrn)),
        (tr("Road"), road_name(works.road_category)),
        (tr("Works location description"), works.works_location_description),
        (tr("Description"), works.description_of_work),
        (tr("Start"), day_of(works.work_start_date)),
        (tr("End"), day_of(works.work_end_date)),
        (tr("Active permit"), None if active is None else active.permit_reference_number),
        (tr("Forward plan"), None if plan is None else plan.forward_plan_reference_number),
        (tr("Section 81 notice"), None if notice is None else notice.section_81_reference_number),
        *((name, str(len(listed))) for name, listed in count.items() if listed),
    )


def permits_lines(works: WorkResponse) -> Lines:
    """Return the permits of works: reference, status, category, first and last day."""
    return tuple(
        Line(
            (
                one.permit_reference_number,
                label(one.permit_status),
                label(one.work_category),
                day_of(one.actual_start_date or one.proposed_start_date),
                day_of(one.actual_stop_date or one.proposed_end_date),
            )
        )
        for one in works.permits or ()
    )


def permit_lines(permit: PermitResponse) -> Lines:
    """Return what was applied for and how it stands: pairs of a name and a value."""
    return _pairs(
        (tr("Permit"), permit.permit_reference_number),
        (tr("Status"), label(permit.permit_status)),
        (tr("Category"), label(permit.work_category)),
        (tr("Promoter"), _with_code(permit.promoter_organisation, permit.promoter_swa_code)),
        (tr("Street"), _joined(permit.street_name, permit.area_name, permit.town)),
        (tr("Road"), road_name(permit.road_category)),
        (tr("Works location description"), permit.works_location_description),
        (tr("Description"), permit.description_of_work),
        (tr("Works activity type"), label(permit.activity_type)),
        (tr("Traffic management"), label(permit.traffic_management_type)),
        (tr("Footway closed"), label(permit.close_footway)),
        (tr("Location type"), ", ".join(label(one) for one in permit.location_types)),
        (tr("Excavation required"), _yes_no(permit.excavation)),
        (tr("TTRO required"), _yes_no(permit.is_ttro_required)),
        (
            tr("Proposed start"),
            _day_and_time(permit.proposed_start_date, permit.proposed_start_time),
        ),
        (tr("Proposed end"), _day_and_time(permit.proposed_end_date, permit.proposed_end_time)),
        (tr("Actual start"), moment_of(permit.actual_start_date)),
        (tr("Actual stop"), moment_of(permit.actual_stop_date)),
        (tr("Working days"), f"{permit.working_day_duration:g}"),
        (tr("Reasonable period ends"), day_of(permit.reasonable_period_end_date)),
        (tr("Response deadline (deems)"), moment_of(permit.deadline_date)),
        (tr("Early start"), _yes_no(permit.is_early_start)),
        (tr("Deemed"), _yes_no(permit.is_deemed)),
        (tr("Conditions"), _conditions(permit)),
        (tr("Designations selected"), _designations(permit.permit_asds)),
        (tr("Designations not selected"), _designations(permit.permit_not_selected_asds)),
        (tr("Assessment"), label(permit.assessment_status)),
        (tr("Assessment's comments"), permit.assessment_comments),
        (
            tr("Reasons for refusal"),
            "\n".join(label(one) for one in permit.reasons_for_refusal or ()),
        ),
        (tr("Reason for revoking"), permit.revoke_reason),
        (tr("Lane rental"), label(permit.lane_rental_assessment_outcome)),
        (tr("Collaboration type"), label(permit.collaboration_type)),
        (tr("Collaboration details"), permit.collaboration_details),
        (tr("Change requests"), _changes(permit)),
        (tr("Promoter's contact"), permit.promoter_contact_details),
        (
            tr("Secondary contact"),
            _joined(permit.secondary_contact, permit.secondary_contact_number),
        ),
        (tr("Additional information"), permit.additional_info),
    )


def activity_lines(activity: ActivityResponse) -> Lines:
    """Return what is known of an activity: pairs of a name and a value."""
    return _pairs(
        (tr("Activity"), activity.activity_reference_number),
        (tr("Name"), activity.activity_name),
        (tr("Type"), label(activity.activity_activity_type)),
        (tr("Details"), activity.activity_type_details),
        (tr("Cancelled"), _yes_no(activity.cancelled)),
        (tr("Reason"), activity.cancelled_reason),
        (tr("Street"), _joined(activity.street_name, activity.area_name, activity.town)),
        (tr("Location"), activity.activity_location_description),
        (tr("Start"), _day_and_time(activity.start_date, activity.start_time)),
        (tr("End"), _day_and_time(activity.end_date, activity.end_time)),
        (tr("Traffic management"), label(activity.traffic_management_type)),
        (tr("Location type"), ", ".join(label(one) for one in activity.location_types)),
        (tr("Collaboration"), _yes_no(activity.collaborative_working)),
        (tr("Contact"), _joined(activity.contact_name, activity.contact_details)),
        (tr("Additional information"), activity.additional_info),
    )


def forward_plan_lines(plan: ForwardPlanResponse) -> Lines:
    """Return what is known of a forward plan: pairs of a name and a value."""
    return _pairs(
        (tr("Forward plan"), plan.forward_plan_reference_number),
        (tr("Works reference"), plan.work_reference_number),
        (tr("Status"), label(plan.forward_plan_status)),
        (tr("Reason"), plan.cancelled_reason),
        (tr("Promoter"), _with_code(plan.promoter_organisation, plan.promoter_swa_code)),
        (
            tr("Highway authority"),
            _with_code(plan.highway_authority, plan.highway_authority_swa_code),
        ),
        (tr("Street"), _joined(plan.street_name, plan.area_name, plan.town)),
        (tr("Road"), road_name(plan.road_category)),
        (tr("Location"), plan.works_location_description),
        (tr("Description"), plan.description_of_work),
        (tr("Start"), day_of(plan.start_date)),
        (tr("End"), day_of(plan.end_date)),
        (tr("Traffic management"), label(plan.traffic_management_type)),
        (tr("Designations selected"), _designations(plan.forward_plan_asds or ())),
        (tr("Promoter's contact"), plan.promoter_contact_details),
        (tr("Additional information"), plan.additional_info),
    )


def history_lines(history: Iterable[WorkHistoryResponse]) -> Lines:
    """Return what happened, newest first: when, what, who."""
    newest = sorted(history, key=lambda one: (one.action_date, one.update_id), reverse=True)
    return tuple(
        Line((moment_of(one.action_date), one.details or one.topic, _who(one))) for one in newest
    )


def comment_lines(comments: Iterable[CommentSummaryResponse]) -> Lines:
    """Return comments, newest first: when, about what, the text, by whom, whether it was read."""
    newest = sorted(comments, key=lambda one: one.date_created, reverse=True)
    return tuple(
        Line(
            (
                moment_of(one.date_created),
                label(one.topic),
                one.detail,
                one.author_email_address,
                _comment_state(one),
            )
        )
        for one in newest
    )


def file_lines(works: Optional[WorkResponse], permit: Optional[PermitResponse]) -> Lines:
    """Return the files of works, newest first: name, when, whose. Without works the permit's."""
    if works is not None:
        files = sorted(works.files or (), key=lambda one: one.created_date, reverse=True)
        return tuple(
            Line((one.name, moment_of(one.created_date), one.organisation_name), one.file_id)
            for one in files
        )
    listed = permit.files if permit is not None else None
    return tuple(Line((one.name, "", ""), one.file_id) for one in listed or ())


def street_note(street: StreetResponse) -> str:
    """Say which street it is, whose, how it is reinstated, and whether it is traffic-sensitive."""
    return "\n".join(
        part
        for part in (
            _joined(street.street_descriptor, street.area, street.town),
            tr("USRN {usrn}, {authority}").format(
                usrn=street.usrn, authority=_with_code(street.authority, street.authority_swa_code)
            ),
            roads_of(street),
            tr("Traffic-sensitive") if street.traffic_sensitive else tr("Not traffic-sensitive"),
        )
        if part
    )


def designation_lines(street: StreetResponse) -> Lines:
    """Return the special designations of a street: which, when, where, described how."""
    return tuple(
        Line(
            (
                asd.name_of(one.street_special_desig_code),
                _joined(asd.when(one), _span(one)),
                _where(one),
                one.special_desig_description or "",
            )
        )
        for one in street.additional_special_designations_response
    )


def day_of(moment: Optional[datetime]) -> str:
    """Write the civil day of a moment, such as "9 Dec 2026"; nothing for None."""
    if moment is None:
        return ""
    day = civil_day(moment)
    return f"{day.day} {day:%b %Y}"


def moment_of(moment: Optional[datetime]) -> str:
    """Write a moment on UK clocks, such as "9 Dec 2026 14:02"; nothing for None."""
    if moment is None:
        return ""
    local = uk_time(moment)
    return f"{local.day} {local:%b %Y %H:%M}"


def _pairs(*pairs: tuple[str, Optional[str]]) -> Lines:
    return tuple(Line((name, value)) for name, value in pairs if value)


def _joined(*parts: Optional[str]) -> str:
    return ", ".join(part for part in parts if part)


def _with_code(name: str, code: str) -> str:
    return f"{name} ({code})" if code else name


def _yes_no(answer: Optional[bool]) -> str:
    if answer is None:
        return ""
    return tr("Yes") if answer else tr("No")


def _day_and_time(day: Optional[datetime], clock: Optional[datetime]) -> str:
    return f"{day_of(day)} {uk_time(clock):%H:%M}" if clock is not None else day_of(day)


def _conditions(permit: PermitResponse) -> str:
    return "\n".join(
        f"{label(one.condition)}: {one.comment}" if one.comment else label(one.condition)
        for one in permit.permit_conditions or ()
    )


def _designations(named: Sequence[Any]) -> str:
    return "\n".join(
        _joined(asd.name_of(one.street_special_desig_code), asd.when(one)) for one in named
    )


def _changes(permit: PermitResponse) -> str:
    return "\n".join(
        _joined(
            one.permit_alteration_reference_number,
            label(one.alteration_type),
            label(one.alteration_status),
        )
        for one in permit.permit_alterations or ()
    )


def _who(one: WorkHistoryResponse) -> str:
    return one.internal_user_name or one.username


def _comment_state(one: CommentSummaryResponse) -> str:
    read = tr("Read") if one.is_read else tr("Not read")
    return _joined(read, tr("internal") if one.is_internal else "")


def _span(designation: Any) -> str:
    first = day_of(designation.special_desig_start_date)
    last = day_of(designation.special_desig_end_date)
    if first and last:
        return tr("{first} to {last}").format(first=first, last=last)
    if first:
        return tr("from {first} on").format(first=first)
    return tr("until {last}").format(last=last) if last else ""


def _where(designation: Any) -> str:
    whole = tr("Whole street") if designation.whole_road else ""
    return designation.special_desig_location_text or whole
