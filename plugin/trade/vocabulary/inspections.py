"""Inspections: of what, at which stage, and how they end."""

from enum import auto

from .word import Word


class InspectionType(Word):
    """What was inspected."""

    LIVE_SITE = auto()
    REINSTATEMENT = auto()
    NON_COMPLIANCE_FOLLOW_UP = auto()
    SECTION_81 = auto()


class InspectionCategory(Word):
    """At which stage, or on whose behalf, was inspected."""

    A = auto()
    B = auto()
    C = auto()
    THIRD_PARTY = auto()
    ROUTINE = auto()
    JOINT_SITE_VISIT = auto()
    FOLLOW_UP = auto()
    FOLLOW_UP_COMPLETION = auto()
    SITE_OCCUPANCY = auto()
    CONDITIONS = auto()


class InspectionOutcome(Word):
    """What an inspection found."""

    PASSED = auto()
    UNABLE_TO_COMPLETE_INSPECTION = auto()
    FAILED_LOW = auto()
    FAILED_HIGH = auto()
    FURTHER_INSPECTIONS_REQUIRED = auto()
    AGREED_SITE_COMPLIANCE = auto()
    NON_COMPLIANT_WITH_CONDITIONS = auto()
    WORKS_STOPPED_APPARATUS_REMAINING = auto()
    WORKS_IN_PROGRESS_NO_CARRIAGEWAY_INCURSION = auto()
    WORKS_IN_PROGRESS = auto()
    WORKS_STOPPED = auto()


class InspectionResponse(Word):
    """Whether it is a first inspection."""

    INSPECTION = auto()
    REINSPECTION = auto()


class Mended(Word):
    """Whether a defect was put right there and then."""

    YES_BY_INSPECTOR = auto()
    YES_BY_ONSITE_MEMBERS = auto()
