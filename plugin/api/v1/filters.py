"""By what the lists of the Reporting API may be narrowed down; what is left out does not narrow.

Days are calendar days, both ends included. `swa_code` is the promoter that a contractor works for.
"""

from datetime import date, datetime
from typing import Literal

from typing_extensions import TypedDict

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

Direction = Literal["asc", "desc"]


class Pages(TypedDict, total=False):
    """Which page: `offset` rows are left out before it."""

    offset: int


class Lists(Pages, total=False):
    """What most lists have."""

    swa_code: str


class AreaLists(Lists, total=False):
    """What lists by place have: references of geographical areas."""

    geographical_area_reference_number: list[str]


class PermitFilters(AreaLists, total=False):
    """Filters of the list of permits; `query` is part of a reference or a street's name."""

    query: str
    status: list[PermitStatus]
    work_status: list[WorkStatus]
    work_category: list[WorkCategory]
    lane_rental_assessment_outcome: list[LaneRentalAssessmentOutcome]
    active_permit_only: bool
    start_date: date
    end_date: date
    work_start_date_from: date
    work_start_date_to: date
    work_end_date_from: date
    work_end_date_to: date
    start_date_created: date
    end_date_created: date
    is_traffic_sensitive: bool
    is_high_impact_traffic_management: bool
    has_no_final_registration: bool
    has_excavation: bool
    is_early_start: bool
    is_deemed: bool
    lane_rental_charges_not_agreed: bool
    lane_rental_charges_potentially_apply: bool
    ever_modification_requested: bool
    hs2_works_only: bool
    consultation_works_only: bool
    consent_works_only: bool
    unacknowledged_by_ha_only: bool
    sort_column: Literal[
        "date_created", "deadline_date", "end_date", "start_date", "status_changed_date"
    ]
    sort_direction: Direction


class AlterationFilters(AreaLists, total=False):
    """Filters of the list of changes to permits."""

    query: str
    alteration_status: list[AlterationStatus]
    alteration_type: list[AlterationType]
    work_status: list[WorkStatus]
    work_category: list[WorkCategory]
    lane_rental_assessment_outcome: list[LaneRentalAssessmentOutcome]
    start_date_created: date
    end_date_created: date
    is_traffic_sensitive: bool
    is_high_impact_traffic_management: bool
    is_duration_extension: bool
    is_early_start: bool
    is_deemed: bool
    lane_rental_charges_not_agreed: bool
    lane_rental_charges_potentially_apply: bool
    sort_column: Literal[
        "date_created", "proposed_start_date", "proposed_end_date", "status_changed_date"
    ]
    sort_direction: Direction


class ForwardPlanFilters(AreaLists, total=False):
    """Filters of the list of forward plans."""

    query: str
    forward_plan_status: list[ForwardPlanStatus]
    proposed_start_date: date
    proposed_end_date: date
    work_start_date_from: date
    work_start_date_to: date
    work_end_date_from: date
    work_end_date_to: date
    sort_column: str
    sort_direction: Direction


class FPNFilters(AreaLists, total=False):
    """Filters of the list of fixed penalty notices."""

    status: list[FPNStatus]
    start_date: date
    end_date: date


class CommentFilters(AreaLists, total=False):
    """Filters of the list of comments."""

    topic: list[CommentTopic]
    date_created_from: date
    date_created_to: date
    is_internal: bool
    is_read: bool
    is_not_read: bool


class InspectionFilters(AreaLists, total=False):
    """Filters of the list of inspections; the response types are `scheduled` and `outcome`."""

    inspection_response_type: list[str]
    start_date: date
    end_date: date
    sort_column: Literal["inspection_date"]
    sort_direction: Direction


class ReinstatementFilters(AreaLists, total=False):
    """Filters of the list of reinstatements."""

    query: str
    status: list[str]
    latest_reinstatements_only: bool
    registration_date_from: date
    registration_date_to: date
    end_date_from: date
    end_date_to: date
    sort_column: Literal["end_date"]
    sort_direction: Direction


class Section81Filters(AreaLists, total=False):
    """Filters of the list of section 81 notices."""

    query: str
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

    start_date: datetime
    end_date: datetime
    previous_minutes: int
    exclude_events_from: str
    swa_code: str
