"""Works: how they come about, what they count as, where they stand."""

from enum import auto

from .word import Word


class WorkType(Word):
    """How works come about."""

    PLANNED = auto()
    IMMEDIATE = auto()
    HS2_HIGHWAY_WORKS = auto()


class Category(Word):
    """What works count as, from their kind, dates and traffic orders (Business rules 3.4.3)."""

    MINOR = auto()
    STANDARD = auto()
    MAJOR = auto()
    IMMEDIATE_URGENT = auto()
    IMMEDIATE_EMERGENCY = auto()
    PAA = auto()
    HS2_HIGHWAY = auto()


class WorksStatus(Word):
    """Where works stand as a whole."""

    PLANNED = auto()
    IN_PROGRESS = auto()
    COMPLETED = auto()
    CANCELLED = auto()
    UNATTRIBUTABLE = auto()
    HISTORICAL = auto()
    NON_NOTIFIABLE = auto()
    SECTION_81 = auto()


class ActivityType(Word):
    """What works are for."""

    HIGHWAY_IMPROVEMENT_WORKS = auto()
    HIGHWAY_REPAIR_AND_MAINTENANCE_WORKS = auto()
    UTILITY_ASSET_WORKS = auto()
    UTILITY_REPAIR_AND_MAINTENANCE_WORKS = auto()
    DIVERSIONARY_WORKS = auto()
    DISCONNECTION_OR_ALTERATION_OF_SUPPLY = auto()
    PERMANENT_REINSTATEMENT = auto()
    REMEDIAL_WORKS = auto()
    SECTION_58 = auto()
    SECTION_50 = auto()
    CORE_SAMPLING = auto()
    STATUTORY_INFRASTRUCTURE_WORKS = auto()
    WORKS_FOR_RAIL_PURPOSES = auto()
    WORKS_FOR_ROAD_PURPOSES = auto()
    NEW_SERVICE_CONNECTION = auto()
    OPTIONAL_PERMIT_NO_FEE = auto()


class ApplicationType(Word):
    """Whether a permit is asked for or a notice is given."""

    PERMIT = auto()
    NOTICE = auto()


class Collaboration(Word):
    """What is shared with other works."""

    TRENCH_SHARING_PRIMARY_PROMOTER = auto()
    TRENCH_SHARING_SECONDARY_PROMOTER = auto()
    SHARING_TRAFFIC_MANAGEMENT_ONLY = auto()
    OTHER = auto()


class Hs2Exemption(Word):
    """Why highway works of High Speed Two need no consent."""

    WORKS_TO_A_BRIDGE = auto()
    ALTERATION_OR_DISTURBANCE_TO_APPARATUS = auto()
    DEPOSITING_SOIL_OR_MATERIALS = auto()
    ERECTION_OF_SCAFFOLDING = auto()
    NONE_APPLICABLE = auto()
