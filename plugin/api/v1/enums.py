"""The enumerations of Street Manager V1.25.12.

Requests accept these values only. Responses keep a value that is not known here as the text it
came as (`Open`, `OpenCode` in `fields`), since the service has added values without a new version.
"""

from enum import Enum, IntEnum


class TextEnum(str, Enum):
    """An enumeration whose members are the texts that are sent."""

    __str__ = str.__str__


class WorkType(TextEnum):
    """How works come about."""

    PLANNED = "planned"
    IMMEDIATE = "immediate"
    HS2_HIGHWAY_WORKS = "hs2_highway_works"


class WorkStatus(TextEnum):
    """Where works stand as a whole."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    UNATTRIBUTABLE = "unattributable"
    HISTORICAL = "historical"
    NON_NOTIFIABLE = "non_notifiable"
    SECTION_81 = "section_81"


class WorkCategory(TextEnum):
    """What works count as, from their kind, dates and traffic orders (Business rules 3.4.3)."""

    MINOR = "minor"
    STANDARD = "standard"
    MAJOR = "major"
    IMMEDIATE_URGENT = "immediate_urgent"
    IMMEDIATE_EMERGENCY = "immediate_emergency"
    PAA = "paa"
    HS2_HIGHWAY = "hs2_highway"


class MapWorkCategory(TextEnum):
    """The categories of the GeoJSON API: those of the Work API without HS2 highway works."""

    MINOR = "minor"
    STANDARD = "standard"
    MAJOR = "major"
    IMMEDIATE_URGENT = "immediate_urgent"
    IMMEDIATE_EMERGENCY = "immediate_emergency"
    PAA = "paa"


class ActivityType(TextEnum):
    """What the works are for."""

    HIGHWAY_IMPROVEMENT_WORKS = "highway_improvement_works"
    HIGHWAY_REPAIR_AND_MAINTENANCE_WORKS = "highway_repair_and_maintenance_works"
    UTILITY_ASSET_WORKS = "utility_asset_works"
    UTILITY_REPAIR_AND_MAINTENANCE_WORKS = "utility_repair_and_maintenance_works"
    DIVERSIONARY_WORKS = "diversionary_works"
    DISCONNECTION_OR_ALTERATION_OF_SUPPLY = "disconnection_or_alteration_of_supply"
    PERMANENT_REINSTATEMENT = "permanent_reinstatement"
    REMEDIAL_WORKS = "remedial_works"
    SECTION_58 = "section_58"
    SECTION_50 = "section_50"
    CORE_SAMPLING = "core_sampling"
    STATUTORY_INFRASTRUCTURE_WORKS = "statutory_infrastructure_works"
    WORKS_FOR_RAIL_PURPOSES = "works_for_rail_purposes"
    WORKS_FOR_ROAD_PURPOSES = "works_for_road_purposes"
    NEW_SERVICE_CONNECTION = "new_service_connection"
    OPTIONAL_PERMIT_NO_FEE = "optional_permit_no_fee"


class TrafficManagementType(TextEnum):
    """How traffic is led past the works."""

    ROAD_CLOSURE = "road_closure"
    CONTRA_FLOW = "contra_flow"
    LANE_CLOSURE = "lane_closure"
    MULTI_WAY_SIGNALS = "multi_way_signals"
    TWO_WAY_SIGNALS = "two_way_signals"
    CONVOY_WORKINGS = "convoy_workings"
    STOP_GO_BOARDS = "stop_go_boards"
    PRIORITY_WORKING = "priority_working"
    GIVE_AND_TAKE = "give_and_take"
    SOME_CARRIAGEWAY_INCURSION = "some_carriageway_incursion"
    NO_CARRIAGEWAY_INCURSION = "no_carriageway_incursion"


class ApplicationType(TextEnum):
    """Whether a permit is asked for or a notice is given."""

    PERMIT = "permit"
    NOTICE = "notice"


class CollaborationType(TextEnum):
    """What is shared with other works."""

    TRENCH_SHARING_PRIMARY_PROMOTER = "trench_sharing_primary_promoter"
    TRENCH_SHARING_SECONDARY_PROMOTER = "trench_sharing_secondary_promoter"
    SHARING_TRAFFIC_MANAGEMENT_ONLY = "sharing_traffic_management_only"
    OTHER = "other"


class LocationType(TextEnum):
    """Which parts of the street are taken."""

    FOOTWAY = "footway"
    CARRIAGEWAY = "carriageway"
    VERGE = "verge"
    CYCLEWAY = "cycleway"
    FOOTPATH = "footpath"
    PARKING_PLACE = "parking_place"
    BUS_STOP_OR_STAND = "bus_stop_or_stand"
    CYCLE_HIRE_DOCKING_STATION = "cycle_hire_docking_station"
    TAXI_RANK = "taxi_rank"


class CloseFootway(TextEnum):
    """Whether the footway is closed, and what walkers are given instead."""

    YES_PROVIDE_PEDESTRIAN_WALKWAY = "yes_provide_pedestrian_walkway"
    YES_PROVIDE_ALTERNATIVE_ROUTE = "yes_provide_alternative_route"
    NO = "no"


class HS2HighwayExemption(TextEnum):
    """Why HS2 highway works need no consent."""

    WORKS_TO_A_BRIDGE = "works_to_a_bridge"
    ALTERATION_OR_DISTURBANCE_TO_APPARATUS = "alteration_or_disturbance_to_apparatus"
    DEPOSITING_SOIL_OR_MATERIALS = "depositing_soil_or_materials"
    ERECTION_OF_SCAFFOLDING = "erection_of_scaffolding"
    NONE_APPLICABLE = "none_applicable"


class PermitStatus(TextEnum):
    """Where a permit stands."""

    SUBMITTED = "submitted"
    GRANTED = "granted"
    PERMIT_MODIFICATION_REQUEST = "permit_modification_request"
    REFUSED = "refused"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    PROGRESSED = "progressed"


class AssessmentStatus(TextEnum):
    """The highway authority's answer to an application."""

    GRANTED = "granted"
    GRANTED_AUTO = "granted_auto"
    REFUSED = "refused"
    REFUSED_AUTO = "refused_auto"
    PERMIT_MODIFICATION_REQUEST = "permit_modification_request"
    REVOKED = "revoked"


class PermitConditionType(TextEnum):
    """The national conditions that a permit may carry."""

    NCT01A = "NCT01a"
    NCT01B = "NCT01b"
    NCT02A = "NCT02a"
    NCT02B = "NCT02b"
    NCT04A = "NCT04a"
    NCT04B = "NCT04b"
    NCT05A = "NCT05a"
    NCT06A = "NCT06a"
    NCT07A = "NCT07a"
    NCT08A = "NCT08a"
    NCT08B = "NCT08b"
    NCT09A = "NCT09a"
    NCT09B = "NCT09b"
    NCT09C = "NCT09c"
    NCT10A = "NCT10a"
    NCT11A = "NCT11a"
    NCT11B = "NCT11b"
    NCT12A = "NCT12a"


class ReasonForRefusal(TextEnum):
    """The national codes for refusing an application."""

    RC10 = "RC10"
    RC11 = "RC11"
    RC12 = "RC12"
    RC20 = "RC20"
    RC21 = "RC21"
    RC22 = "RC22"
    RC23 = "RC23"
    RC30 = "RC30"
    RC31 = "RC31"
    RC32 = "RC32"
    RC33 = "RC33"
    RC40 = "RC40"
    RC41 = "RC41"
    RC42 = "RC42"
    RC43 = "RC43"
    RC44 = "RC44"
    RC50 = "RC50"


class AlterationStatus(TextEnum):
    """Where a change to a permit stands."""

    SUBMITTED = "submitted"
    GRANTED = "granted"
    GRANTED_WITH_DURATION_CHALLENGE = "granted_with_duration_challenge"
    REFUSED = "refused"
    DEEMED = "deemed"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    AUTO_APPLIED = "auto_applied"


class AlterationType(TextEnum):
    """Who asked for a change to a permit, and at what stage."""

    PROMOTER_IMPOSED_CHANGE = "PROMOTER_IMPOSED_CHANGE"
    PROMOTER_CHANGE_REQUEST = "PROMOTER_CHANGE_REQUEST"
    HA_CHANGE_REQUEST = "HA_CHANGE_REQUEST"
    HA_IMPOSED_CHANGE = "HA_IMPOSED_CHANGE"
    WORK_EXTENSION = "WORK_EXTENSION"
    DURATION_CHALLENGE = "DURATION_CHALLENGE"
    MODIFIED_PERMIT = "MODIFIED_PERMIT"


class LaneRentalAssessmentOutcome(TextEnum):
    """Whether lane rental is charged."""

    CHARGEABLE = "chargeable"
    POTENTIALLY_CHARGEABLE = "potentially_chargeable"
    CHARGES_WAIVED = "charges_waived"
    EXEMPT = "exempt"
    CHARGES_NOT_APPLICABLE = "charges_not_applicable"


class LaneRentalAssessmentChargeBand(TextEnum):
    """The band that lane rental is charged in."""

    CHARGE_BAND_1 = "charge_band_1"
    CHARGE_BAND_2 = "charge_band_2"
    CHARGE_BAND_3 = "charge_band_3"
    CHARGE_BAND_4 = "charge_band_4"
    CHARGE_BAND_5 = "charge_band_5"


class ForwardPlanStatus(TextEnum):
    """Where a forward plan stands."""

    RAISED = "raised"
    CANCELLED = "cancelled"
    PROGRESSED = "progressed"


class ActivityActivityType(TextEnum):
    """What an activity other than works is."""

    SKIPS = "skips"
    SCAFFOLDING = "scaffolding"
    HOARDING = "hoarding"
    CRANE_MOBILE_PLATFORM = "crane_mobile_platform"
    EVENT = "event"
    SECTION50 = "section50"
    SECTION58 = "section58"
    COMPOUND = "compound"
    OTHER = "other"


class ReinstatementStatus(TextEnum):
    """Whether a reinstatement is to last."""

    INTERIM = "interim"
    PERMANENT = "permanent"


class ReinstatementType(TextEnum):
    """What was dug or drilled."""

    EXCAVATION = "excavation"
    BAR_HOLES = "bar_holes"
    CORE_HOLES = "core_holes"
    POLE_TESTING = "pole_testing"


class InspectionResponseType(TextEnum):
    """Whether it is a first inspection."""

    INSPECTION = "inspection"
    REINSPECTION = "reinspection"


class InspectionType(TextEnum):
    """What was inspected."""

    LIVE_SITE = "live_site"
    REINSTATEMENT = "reinstatement"
    NON_COMPLIANCE_FOLLOW_UP = "non_compliance_follow_up"
    SECTION_81 = "section_81"


class InspectionCategory(TextEnum):
    """At which stage, or on whose behalf, was inspected."""

    A = "a"
    B = "b"
    C = "c"
    THIRD_PARTY = "third_party"
    ROUTINE = "routine"
    JOINT_SITE_VISIT = "joint_site_visit"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_COMPLETION = "follow_up_completion"
    SITE_OCCUPANCY = "site_occupancy"
    CONDITIONS = "conditions"


class InspectionOutcome(TextEnum):
    """What the inspection found."""

    PASSED = "passed"
    UNABLE_TO_COMPLETE_INSPECTION = "unable_to_complete_inspection"
    FAILED_LOW = "failed_low"
    FAILED_HIGH = "failed_high"
    FURTHER_INSPECTIONS_REQUIRED = "further_inspections_required"
    AGREED_SITE_COMPLIANCE = "agreed_site_compliance"
    NON_COMPLIANT_WITH_CONDITIONS = "non_compliant_with_conditions"
    WORKS_STOPPED_APPARATUS_REMAINING = "works_stopped_apparatus_remaining"
    WORKS_IN_PROGRESS_NO_CARRIAGEWAY_INCURSION = "works_in_progress_no_carriageway_incursion"
    WORKS_IN_PROGRESS = "works_in_progress"
    WORKS_STOPPED = "works_stopped"


class FPNStatus(TextEnum):
    """Where a fixed penalty notice stands."""

    ISSUED = "issued"
    ACCEPTED = "accepted"
    PAID = "paid"
    PAID_DISCOUNTED = "paid_discounted"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class OffenceCode(TextEnum):
    """The offence that a fixed penalty notice is for."""

    OFFENCE_CODE_05 = "offence_code_05"
    OFFENCE_CODE_06 = "offence_code_06"
    OFFENCE_CODE_08 = "offence_code_08"
    OFFENCE_CODE_09 = "offence_code_09"


class Section81Severity(TextEnum):
    """How dangerous the apparatus is."""

    HIGH = "high"
    LOW = "low"


class Section81Status(TextEnum):
    """Where a section 81 notice stands."""

    ISSUED = "issued"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    ACCEPTED_FIXED = "accepted_fixed"
    REJECTED = "rejected"
    RESOLVED_BY_HA = "resolved_by_ha"
    CANCELLED = "cancelled"


class AuditEvent(TextEnum):
    """What a line of a history or of the change feed is about.

    One enumeration for both; each of the two APIs leaves a few of the values out.
    """

    HISTORIC_ACTION = "historic_action"
    INSPECTION_PASSED = "inspection_passed"
    INSPECTION_FAILED = "inspection_failed"
    INSPECTION_UNABLE_TO_CARRY_OUT = "inspection_unable_to_carry_out"
    INSPECTION_FURTHER_REQUIRED = "inspection_further_required"
    INSPECTION_AGREED_SITE_COMPLIANCE = "inspection_agreed_site_compliance"
    INSPECTION_WITHDRAW_DEFECT = "inspection_withdraw_defect"
    ACTIVITY_SUBMITTED = "activity_submitted"
    ACTIVITY_EDITED = "activity_edited"
    ACTIVITY_CANCELLED = "activity_cancelled"
    FPN_SUBMITTED = "fpn_submitted"
    FPN_ACCEPTED = "fpn_accepted"
    FPN_PAID = "fpn_paid"
    FPN_DISPUTED = "fpn_disputed"
    FPN_WITHDRAWN = "fpn_withdrawn"
    PERMIT_GRANTED = "permit_granted"
    PERMIT_REFUSED = "permit_refused"
    PERMIT_CANCELLED = "permit_cancelled"
    PERMIT_REVOKED = "permit_revoked"
    PERMIT_DEEMED = "permit_deemed"
    PAA_GRANTED = "paa_granted"
    PAA_REFUSED = "paa_refused"
    PAA_CANCELLED = "paa_cancelled"
    PAA_REVOKED = "paa_revoked"
    ALTERATION_SUBMITTED = "alteration_submitted"
    ALTERATION_REFUSED = "alteration_refused"
    ALTERATION_GRANTED = "alteration_granted"
    ALTERATION_GRANTED_WITH_DURATION_CHALLENGE = "alteration_granted_with_duration_challenge"
    ALTERATION_DEEMED = "alteration_deemed"
    ALTERATION_CANCELLED = "alteration_cancelled"
    LANE_RENTAL_ASSESSED = "lane_rental_assessed"
    REINSTATEMENT_SUBMITTED = "reinstatement_submitted"
    FILE_UPLOADED = "file_uploaded"
    COMMENT_SUBMITTED = "comment_submitted"
    WORK_START_LOGGED = "work_start_logged"
    WORK_STOP_LOGGED = "work_stop_logged"
    WORK_START_REVERTED = "work_start_reverted"
    WORK_STOP_REVERTED = "work_stop_reverted"
    FORWARD_PLAN_SUBMITTED = "forward_plan_submitted"
    FORWARD_PLAN_CANCELLED = "forward_plan_cancelled"
    USER_REMOVED = "user_removed"
    USER_INVITED = "user_invited"
    USER_NAME_UPDATED = "user_name_updated"
    INSPECTION_UNITS_LOGGED = "inspection_units_logged"
    PERMIT_SUBMITTED = "permit_submitted"
    PAA_SUBMITTED = "paa_submitted"
    FORWARD_PLAN_EDITED = "forward_plan_edited"
    PERMIT_DISCOUNT_UPDATED = "permit_discount_updated"
    PAA_DISCOUNT_UPDATED = "paa_discount_updated"
    PAA_DEEMED = "paa_deemed"
    ORGANISATION_CONTRACT_ADDED = "organisation_contract_added"
    ORGANISATION_CONTRACT_REMOVED = "organisation_contract_removed"
    ORGANISATION_UPDATED = "organisation_updated"
    WORKSTREAM_CREATED = "workstream_created"
    WORKSTREAM_UPDATED = "workstream_updated"
    INSPECTION_WORKS_STOPPED = "inspection_works_stopped"
    INSPECTION_WORKS_STOPPED_APPARATUS_REMAINING = "inspection_works_stopped_apparatus_remaining"
    INSPECTION_WORKS_IN_PROGRESS = "inspection_works_in_progress"
    INSPECTION_WORKS_IN_PROGRESS_NO_CARRIAGEWAY_INCURSION = (
        "inspection_works_in_progress_no_carriageway_incursion"
    )
    INSPECTION_NON_COMPLIANT_WITH_CONDITIONS = "inspection_non_compliant_with_conditions"
    PERMIT_MODIFICATION_REQUEST = "permit_modification_request"
    SCHEDULED_INSPECTION_CANCELLED = "scheduled_inspection_cancelled"
    SCHEDULED_INSPECTION_CREATED = "scheduled_inspection_created"
    ALTERATION_APPLIED_AUTO = "alteration_applied_auto"
    SECTION_81_SUBMITTED = "section_81_submitted"
    FINAL_REINSTATEMENT_UPDATED = "final_reinstatement_updated"
    SECTION_81_ACKNOWLEDGED = "section_81_acknowledged"
    SECTION_81_ACCEPTED = "section_81_accepted"
    SECTION_81_ACCEPTED_FIXED = "section_81_accepted_fixed"
    SECTION_81_REJECTED = "section_81_rejected"
    SECTION_81_RESOLVED_BY_HA = "section_81_resolved_by_ha"
    SECTION_81_CANCELLED = "section_81_cancelled"
    SUPPORT_DESK_ACTION = "support_desk_action"
    PERMIT_HS2_ACKNOWLEDGED = "permit_hs2_acknowledged"
    GEOGRAPHICAL_AREA_CREATED = "geographical_area_created"
    GEOGRAPHICAL_AREA_UPDATED = "geographical_area_updated"
    WORKSTREAM_ACCESS_UPDATED = "workstream_access_updated"
    PLANNED_WORKS_RECORD_CREATED = "planned_works_record_created"
    IN_PROGRESS_WORKS_RECORD_CREATED = "in_progress_works_record_created"
    HISTORIC_WORKS_RECORD_CREATED = "historic_works_record_created"
    NON_NOTIFIABLE_WORKS_RECORD_CREATED = "non_notifiable_works_record_created"
    SECTION_81_WORKS_RECORD_CREATED = "section_81_works_record_created"
    UNATTRIBUTABLE_WORKS_RECORD_CREATED = "unattributable_works_record_created"
    UPCOMING_EVENT = "upcoming_event"
    SAMPLE_INSPECTION_TARGET_CREATED = "sample_inspection_target_created"
    SAMPLE_INSPECTION_TARGET_UPDATED = "sample_inspection_target_updated"
    SAMPLE_INSPECTION_CREATED = "sample_inspection_created"
    SAMPLE_INSPECTION_COMPLETED = "sample_inspection_completed"
    SAMPLE_INSPECTION_REMOVED = "sample_inspection_removed"
    SAMPLE_INSPECTION_EXPIRED = "sample_inspection_expired"
    INTERNAL_COMMENT_SUBMITTED = "internal_comment_submitted"
    COMMENT_READ = "comment_read"
    ALTERATION_REVOKED = "alteration_revoked"
    FPN_ISSUED = "fpn_issued"
    S81_WORKS_RECORD_CREATED = "s81_works_record_created"
    USER_ROLES_UPDATED = "user_roles_updated"


class Role(TextEnum):
    """What an account may do."""

    PLANNER = "Planner"
    HIGHWAY_AUTHORITY = "HighwayAuthority"
    ADMIN = "Admin"
    CONTRACTOR = "Contractor"
    API = "API"
    UI = "UI"
    DATA_EXPORT = "DataExport"


class OrganisationType(TextEnum):
    """The three kinds of organisation."""

    PROMOTER = "PROMOTER"
    HA = "HA"
    CONTRACTOR = "CONTRACTOR"


class WorkstreamStatus(TextEnum):
    """Whether a workstream is in use."""

    ACTIVE = "active"
    DEACTIVATED = "deactivated"


class WorkstreamAccessLevel(TextEnum):
    """How far a user may go in a workstream."""

    FULL_WRITE = "full_write"
    READ_ONLY = "read_only"


class ASDCode(IntEnum):
    """Special designations of a street, as the National Street Gazetteer numbers them."""

    PROTECTED_STREET = 1
    TRAFFIC_SENSITIVE = 2
    SPECIAL_ENGINEERING_DIFFICULTY = 3
    PROPOSED_SPECIAL_ENGINEERING_DIFFICULTY = 6
    LEVEL_CROSSING = 8
    ENVIRONMENTALLY_SENSITIVE = 9
    STRUCTURES = 10
    PIPELINES = 12
    PRIORITY_LANES = 13
    LANE_RENTAL = 16
    EARLY_NOTIFICATION = 17
    SPECIAL_EVENT = 18
    PARKING = 19
    CROSSINGS_AND_SIGNALS = 20
    SPEED_LIMIT = 21
    TRANSPORT_AUTHORITY_APPARATUS = 22
    STRATEGIC_ROUTE = 23
    LIGHTING = 24
    DRAINAGE_AND_FLOOD = 25
    UNUSUAL_LAYOUT = 26
    LOCAL_CONSIDERATION = 27
    WINTER_MAINTENANCE = 28
    HGV_ROUTE = 29
    EMERGENCY_SERVICES_ROUTE = 30


class ASDPeriodicityCode(IntEnum):
    """The days on which a designation applies."""

    EVERY_DAY = 1
    WORKING_DAYS = 2
    WEEKENDS = 3
    MONDAY = 7
    TUESDAY = 8
    WEDNESDAY = 9
    THURSDAY = 10
    FRIDAY = 11
    SATURDAY = 12
    SUNDAY = 13
    BANK_HOLIDAYS = 14
    CONTINUOUS = 15
    SPECIAL_ARRANGEMENTS = 16


class ReinstatementTypeCode(IntEnum):
    """The gazetteer's codes for how a street is to be reinstated: the road category."""

    CARRIAGEWAY_TYPE_1 = 1
    CARRIAGEWAY_TYPE_2 = 2
    CARRIAGEWAY_TYPE_3 = 3
    CARRIAGEWAY_TYPE_4 = 4
    CARRIAGEWAY_TYPE_0 = 5
    HIGH_DUTY_FOOTWAY = 6
    HIGH_AMENITY_FOOTWAY = 7
    OTHER_FOOTWAY = 8
    PRIVATE_STREET = 9
    CARRIAGEWAY_TYPE_6 = 10


class FailureReason(TextEnum):
    """What an inspection found wanting."""

    LIVE_SITE_SIGNAGE = "live_site_signage"
    LIVE_SITE_DISTANCE = "live_site_distance"
    LIVE_SITE_SAFETY_ZONE = "live_site_safety_zone"
    LIVE_SITE_BARRIERS = "live_site_barriers"
    LIVE_SITE_TRAFFIC_CONTROL = "live_site_traffic_control"
    LIVE_SITE_PEDESTRIAN_PROVISION = "live_site_pedestrian_provision"
    LIVE_SITE_CYCLIST_PROVISION = "live_site_cyclist_provision"
    LIVE_SITE_OPERATIVE_QUALIFICATION = "live_site_operative_qualification"
    LIVE_SITE_EQUIPMENT = "live_site_equipment"
    LIVE_SITE_MATERIALS = "live_site_materials"
    LIVE_SITE_COMPACTION = "live_site_compaction"
    LIVE_SITE_CONSTRUCTION_LAYERS = "live_site_construction_layers"
    LIVE_SITE_STORAGE_OF_MATERIALS = "live_site_storage_of_materials"
    REINSTATEMENT_DAMAGE_TO_SURROUND_AREA = "reinstatement_damage_to_surround_area"
    REINSTATEMENT_SAW_CUTTING = "reinstatement_saw_cutting"
    REINSTATEMENT_ACUTE_ANGLES = "reinstatement_acute_angles"
    REINSTATEMENT_VERGE = "reinstatement_verge"
    REINSTATEMENT_ANTI_SKID = "reinstatement_anti_skid"
    REINSTATEMENT_FIXED_FEATURES = "reinstatement_fixed_features"
    REINSTATEMENT_MODULAR = "reinstatement_modular"
    REINSTATEMENT_PROXIMITY = "reinstatement_proximity"
    REINSTATEMENT_MATERIALS_INCORRECT = "reinstatement_materials_incorrect"
    REINSTATEMENT_MATERIALS_DAMAGED = "reinstatement_materials_damaged"
    REINSTATEMENT_EDGE_SEALANT = "reinstatement_edge_sealant"
    REINSTATEMENT_OVER_BANDING = "reinstatement_over_banding"
    REINSTATEMENT_ROAD_MARKINGS = "reinstatement_road_markings"
    REINSTATEMENT_INFILL_POINTING = "reinstatement_infill_pointing"
    REINSTATEMENT_IRONWORK_APPARATUS = "reinstatement_ironwork_apparatus"
    REINSTATEMENT_BREAKING_OUT_FRETTING = "reinstatement_breaking_out_fretting"
    REINSTATEMENT_INTERFACE_CRACKING = "reinstatement_interface_cracking"
    REINSTATEMENT_CROWNING = "reinstatement_crowning"
    REINSTATEMENT_DEPRESSION = "reinstatement_depression"
    REINSTATEMENT_AS_LAID_PROFILE = "reinstatement_as_laid_profile"
    REINSTATEMENT_TEXTURE_DEPTH = "reinstatement_texture_depth"
    REINSTATEMENT_EDGE_DEPRESSION = "reinstatement_edge_depression"


class DefectFixedOnsite(TextEnum):
    """Whether a defect was put right there and then."""

    YES_BY_INSPECTOR = "yes_by_inspector"
    YES_BY_ONSITE_MEMBERS = "yes_by_onsite_members"
    NO = "no"


class CommentTopic(TextEnum):
    """What a comment is about."""

    GENERAL = "GENERAL"
    SECTION_74 = "SECTION_74"
    INSPECTION = "INSPECTION"
    FPN = "FPN"
    OVERRUN = "OVERRUN"
    FORWARD_PLAN = "FORWARD_PLAN"
    CHANGE_REQUEST = "CHANGE_REQUEST"
    IMPOSED_VARIATION = "IMPOSED_VARIATION"
    DURATION_CHALLENGE = "DURATION_CHALLENGE"
    SECTION_81 = "SECTION_81"


class ForwardPlanWorkType(TextEnum):
    """How the works of a forward plan come about."""

    PLANNED = "planned"
    HS2_HIGHWAY_WORKS = "hs2_highway_works"


class Section81Type(TextEnum):
    """What kind of apparatus needs attention."""

    TEE_VALVE_ACCESS_COVERS = "tee_valve_access_covers"
    CABINET = "cabinet"
    MARKER_POST = "marker_post"
    POLE_POST = "pole_post"
    OVERHEAD_CABLES_BROKEN_LOW_ENCROACHING_ONTO_HIGHWAY = (
        "overhead_cables_broken_low_encroaching_onto_highway"
    )
    OTHER = "other"


class Section81WorkType(TextEnum):
    """By what works a section 81 notice is answered."""

    PERMIT_WORKS = "permit_works"
    NON_NOTIFIABLE_WORKS = "non_notifiable_works"


class AuditObjectType(TextEnum):
    """What a line of the change feed is about."""

    PERMIT = "permit"
    REINSTATEMENT = "reinstatement"
    INSPECTION = "inspection"
    FPN = "fpn"
    PAA = "paa"
    WORKSTREAM = "workstream"
    WORK = "work"
    ORGANISATION = "organisation"
    ACTIVITY = "activity"
    FORWARD_PLAN = "forward_plan"
    COMMENT = "comment"
    SCHEDULED_INSPECTION = "scheduled_inspection"
    SECTION_81 = "section_81"
    USER = "user"
    GEOGRAPHICAL_AREA = "geographical_area"
    CHANGE_REQUEST = "change_request"
    APPLICATION = "application"


class CSVExportStatus(TextEnum):
    """Where a CSV export stands."""

    QUEUED = "queued"
    IN_PROGRESS = "in_progress"
    READY = "ready"
    FAILED = "failed"


class PermitCsvExportPrefix(TextEnum):
    """What a CSV export of permits lists: permits, works or advance authorisations."""

    PA = "PA"
    WR = "WR"
    PAA = "PAA"
