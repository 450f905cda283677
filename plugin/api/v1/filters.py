"""By what the lists of the Reporting API may be narrowed down; what is left out does not narrow.

Days are calendar days, both ends included; moments need their offset from UTC. `swa_code` is the
promoter that a contractor works for.
"""

from typing import Literal

from typing_extensions import TypedDict

from ..contract.parameters import Day, Number, Reference, When, Words, YesNo
from .enums import (
    AlterationStatus,
    AlterationType,
    CommentTopic,
    ForwardPlanStatus,
    FPNStatus,
    LaneRentalAssessmentOutcome,
    PermitStatus,
    Section81Severity,
    Section81Status,
    WorkCategory,
    WorkStatus,
    WorkstreamStatus,
)
from .fields import SwaCode

Direction = Literal["asc", "desc"]


class Pages(TypedDict, total=False):
    """Which page: `offset` rows are left out before it."""

    offset: Number


class Lists(Pages, total=False):
    """What most lists have."""

    swa_code: SwaCode


class AreaLists(Lists, total=False):
    """What lists by place have: references of geographical areas."""

    geographical_area_reference_number: list[Reference]


class PermitFilters(AreaLists, total=False):
    """Filters of the list of permits; `query` is part of a reference or a street's name."""

    query: Words
    status: list[PermitStatus]
    work_status: list[WorkStatus]
    work_category: list[WorkCategory]
    lane_rental_assessment_outcome: list[LaneRentalAssessmentOutcome]
    active_permit_only: YesNo
    start_date: Day
    end_date: Day
    work_start_date_from: Day
    work_start_date_to: Day
    work_end_date_from: Day
    work_end_date_to: Day
    start_date_created: Day
    end_date_created: Day
    is_traffic_sensitive: YesNo
    is_high_impact_traffic_management: YesNo
    has_no_final_registration: YesNo
    has_excavation: YesNo
    is_early_start: YesNo
    is_deemed: YesNo
    lane_rental_charges_not_agreed: YesNo
    lane_rental_charges_potentially_apply: YesNo
    ever_modification_requested: YesNo
    hs2_works_only: YesNo
    consultation_works_only: YesNo
    consent_works_only: YesNo
    unacknowledged_by_ha_only: YesNo
    sort_column: Literal[
        "date_created", "deadline_date", "end_date", "start_date", "status_changed_date"
    ]
    sort_direction: Direction


class AlterationFilters(AreaLists, total=False):
    """Filters of the list of changes to permits."""

    query: Words
    alteration_status: list[AlterationStatus]
    alteration_type: list[AlterationType]
    work_status: list[WorkStatus]
    work_category: list[WorkCategory]
    lane_rental_assessment_outcome: list[LaneRentalAssessmentOutcome]
    start_date_created: Day
    end_date_created: Day
    is_traffic_sensitive: YesNo
    is_high_impact_traffic_management: YesNo
    is_duration_extension: YesNo
    is_early_start: YesNo
    is_deemed: YesNo
    lane_rental_charges_not_agreed: YesNo
    lane_rental_charges_potentially_apply: YesNo
    sort_column: Literal[
        "date_created", "proposed_start_date", "proposed_end_date", "status_changed_date"
    ]
    sort_direction: Direction


class ForwardPlanFilters(AreaLists, total=False):
    """Filters of the list of forward plans."""

    query: Words
    forward_plan_status: list[ForwardPlanStatus]
    proposed_start_date: Day
    proposed_end_date: Day
    work_start_date_from: Day
    work_start_date_to: Day
    work_end_date_from: Day
    work_end_date_to: Day
    sort_column: Words
    sort_direction: Direction


class FPNFilters(AreaLists, total=False):
    """Filters of the list of fixed penalty notices."""

    status: list[FPNStatus]
    start_date: Day
    end_date: Day


class CommentFilters(AreaLists, total=False):
    """Filters of the list of comments."""

    topic: list[CommentTopic]
    date_created_from: Day
    date_created_to: Day
    is_internal: YesNo
    is_read: YesNo
    is_not_read: YesNo


class InspectionFilters(AreaLists, total=False):
    """Filters of the list of inspections; the response types are `scheduled` and `outcome`."""

    inspection_response_type: list[Words]
    start_date: Day
    end_date: Day
    sort_column: Literal["inspection_date"]
    sort_direction: Direction


class ReinstatementFilters(AreaLists, total=False):
    """Filters of the list of reinstatements."""

    query: Words
    status: list[Words]
    latest_reinstatements_only: YesNo
    registration_date_from: Day
    registration_date_to: Day
    end_date_from: Day
    end_date_to: Day
    sort_column: Literal["end_date"]
    sort_direction: Direction


class Section81Filters(AreaLists, total=False):
    """Filters of the list of section 81 notices."""

    query: Words
    section_81_status: list[Section81Status]
    section_81_severity: list[Section81Severity]
    sort_column: Literal["status_changed_date"]
    sort_direction: Direction


class WorkstreamFilters(Pages, total=False):
    """Filters of the list of workstreams."""

    status: list[WorkstreamStatus]


class UpdateFilters(TypedDict, total=False):
    """Which updates: between two moments, or of the last minutes.

    Those caused by the user named `exclude_events_from` are left out.
    """

    start_date: When
    end_date: When
    previous_minutes: Number
    exclude_events_from: Words
    swa_code: SwaCode
