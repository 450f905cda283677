"""Inspections of works and reinstatements."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field, StrictBool, StrictInt

from .....words import tr
from ....contract.base import Response
from ....contract.complete import Given, Rule, RuledRequest
from ....contract.fields import CivilDate, Instant, Moment, Open, Text, Unlike
from ....contract.rules import Say, in_the_past, needed, needed_if, on_the_day, today_or_later
from ...enums import (
    DefectFixedOnsite,
    FailureReason,
    InspectionCategory,
    InspectionOutcome,
    InspectionType,
)
from ...fields import FileId, SwaCode, Text50, Text100, Text500
from ...rules import evidence
from ..delegated import Delegated
from .files import FileSummaryResponse

# Business rules 1.1: numbers are not negative.
Count = Annotated[StrictInt, Field(ge=0)]
Percentage = Annotated[StrictInt, Field(ge=0, le=100)]

REINSPECTION_RULES: tuple[Rule, ...] = (
    today_or_later("reinspection_date"),
    needed_if(
        "reinspection_date",
        lambda given: given["reinspection_date_time"] is not None,
        lambda: tr("Give the day of this time too."),
    ),
    on_the_day("reinspection_date_time", "reinspection_date"),
)


def _failed_high_on_a_live_site(given: Given) -> bool:
    is_live = given["inspection_type"] is InspectionType.LIVE_SITE
    return is_live and given["inspection_outcome"] is InspectionOutcome.FAILED_HIGH


def _failed_after_section_81(given: Given) -> bool:
    failed = {InspectionOutcome.FAILED_HIGH, InspectionOutcome.FAILED_LOW}
    is_about_it = given["inspection_type"] is InspectionType.SECTION_81
    return is_about_it and given["inspection_outcome"] in failed


_ABOUT_THE_CALL: Say = lambda: tr("A call was logged: give its details.")  # noqa: E731 - said late
INSPECTION_RULES: tuple[Rule, ...] = (
    in_the_past("inspection_start_date"),
    needed(
        "inspection_outcome_details",
        "inspection_outcome",
        {
            InspectionOutcome.UNABLE_TO_COMPLETE_INSPECTION,
            InspectionOutcome.NON_COMPLIANT_WITH_CONDITIONS,
        },
        lambda: tr("This outcome needs details."),
    ),
    needed_if(
        "was_call_logged",
        _failed_high_on_a_live_site,
        lambda: tr("A high failure on a live site: say whether a call was logged."),
    ),
    needed_if(
        "defect_fixed_on_site",
        _failed_high_on_a_live_site,
        lambda: tr("A high failure on a live site: say whether it was put right."),
    ),
    *(
        needed(field, "was_call_logged", True, _ABOUT_THE_CALL)
        for field in ("call_logged_to", "call_logged_reference", "call_logged_summary")
    ),
    needed_if(
        "made_safe_by_ha",
        _failed_after_section_81,
        lambda: tr("Say whether the highway authority made it safe."),
    ),
    evidence("inspection_evidence"),
    *REINSPECTION_RULES,
)


class FailureReasonDetails(RuledRequest):
    """One failing, and the sites at which it was found."""

    failure_reason: FailureReason
    site_numbers: Optional[list[Count]] = None
    details: Text500


class InspectionFields(Delegated):
    """What an inspection tells."""

    rules: ClassVar[tuple[Rule, ...]] = INSPECTION_RULES

    inspection_type: InspectionType
    inspection_start_date: Instant
    inspection_category: Optional[InspectionCategory] = None
    inspection_outcome: InspectionOutcome
    inspection_outcome_details: Optional[Text500] = None
    was_call_logged: Optional[StrictBool] = None
    call_logged_to: Optional[Text100] = None
    call_logged_reference: Optional[Text100] = None
    call_logged_summary: Optional[Text500] = None
    defect_fixed_on_site: Optional[DefectFixedOnsite] = None
    additional_comments: Optional[Text500] = None
    inspection_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    reinspection_date: Optional[CivilDate] = None
    reinspection_date_time: Optional[Instant] = None
    reinspection_type: Optional[InspectionType] = None
    reinspection_category: Optional[InspectionCategory] = None
    username: Text50
    inspector_name: Optional[Text100] = None
    made_safe_by_ha: Optional[StrictBool] = None


class InspectionCreateRequest(InspectionFields):
    """Registers an inspection with its outcome."""

    failure_reason_details: Optional[list[FailureReasonDetails]] = None


class InspectionCreateResponse(Response):
    """The reference of a new inspection."""

    inspection_reference_number: Text


class ScheduledInspectionCreateRequest(Delegated):
    """Plans the next inspection."""

    rules: ClassVar[tuple[Rule, ...]] = (
        today_or_later("scheduled_inspection_date"),
        on_the_day("scheduled_inspection_date_time", "scheduled_inspection_date"),
    )

    scheduled_inspection_type: InspectionType
    scheduled_inspection_category: Optional[InspectionCategory] = None
    scheduled_inspection_date: CivilDate
    scheduled_inspection_date_time: Optional[Instant] = None


class SiteDetails(Response):
    """A site that an inspection names."""

    site_number: int
    site_description: Text


class FailureReasonDetailsResponse(Response):
    """One failing that an inspection found."""

    failure_reason: Open[FailureReason]
    sites: Optional[list[SiteDetails]] = None
    details: Text
    site_name: Optional[Text] = None


class InspectionResponse(Response):
    """An inspection."""

    inspection_reference_number: Text
    inspection_type: Open[InspectionType]
    inspection_start_date: Moment
    inspection_category: Optional[Open[InspectionCategory]] = None
    inspection_outcome: Open[InspectionOutcome]
    defect_details: Optional[Text] = None
    failure_reason_details: Optional[list[FailureReasonDetailsResponse]] = None
    inspection_outcome_details: Optional[Text] = None
    was_call_logged: Optional[bool] = None
    call_logged_to: Optional[Text] = None
    call_logged_reference: Optional[Text] = None
    call_logged_summary: Optional[Text] = None
    defect_fixed_on_site: Optional[Open[DefectFixedOnsite]] = None
    additional_comments: Optional[Text] = None
    date_created: Moment
    date_modified: Moment
    files: Optional[list[FileSummaryResponse]] = None
    work_reference_number: Text
    reinspection_date: Optional[Moment] = None
    reinspection_date_time: Optional[Moment] = None
    username: Text
    promoter_organisation: Text
    highway_authority: Text
    inspector_name: Optional[Text] = None
    made_safe_by_ha: Optional[bool] = None


class SampleInspectionTargetCreateRequest(Delegated):
    """Agrees how many sample inspections there will be; no published operation takes it."""

    agreed_category_a: Count
    agreed_category_b: Count
    agreed_category_c: Count
    cap_category_a: Optional[Percentage] = None
    cap_category_b: Optional[Percentage] = None
    cap_category_c: Optional[Percentage] = None
    promoter_org_ref: SwaCode


class SampleInspectionTargetCreateResponse(Response):
    """The reference of a sample inspection target; no published operation gives it."""

    sample_inspection_target_reference_number: Text
