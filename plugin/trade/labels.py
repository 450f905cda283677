"""Planner's words for the words of the trade."""

import re

from ..words import tr
from .vocabulary.activities import ActivityKind
from .vocabulary.clocks import Clock, Origin, Reason
from .vocabulary.comments import CommentTopic
from .vocabulary.forward_plans import ForwardPlanStatus
from .vocabulary.inspections import (
    InspectionCategory,
    InspectionOutcome,
    InspectionResponse,
    InspectionType,
    Mended,
)
from .vocabulary.notices import (
    Offence,
    PenaltyStatus,
    Section81Severity,
    Section81Status,
    Section81Works,
)
from .vocabulary.people import OrganisationKind, Role, WorkstreamAccess, WorkstreamStatus
from .vocabulary.permits import (
    Assessment,
    ChangeKind,
    ChangeStatus,
    ChargeBand,
    Condition,
    LaneRental,
    PermitStatus,
)
from .vocabulary.places import FootwayClosure, LocationType
from .vocabulary.reinstatements import ReinstatementStatus, ReinstatementType
from .vocabulary.traffic_management import TrafficManagement
from .vocabulary.works import (
    ActivityType,
    ApplicationType,
    Category,
    Collaboration,
    Hs2Exemption,
    WorksStatus,
    WorkType,
)

_CODE = re.compile(r"[A-Z]{1,4}|[A-Z]{2,}[0-9]\w*")
_REFUSAL = re.compile(r"RC[0-9]{2}")


def label(value: object) -> str:
    """Give the planner's words for `value`, an enumeration value or its member.

    "road_closure" comes back as "Road closure". A value that is not known, from a later server say,
    comes back readable: its underscores become spaces and it starts with a capital, while codes in
    capitals stay as they are. Nothing (None, "") gives "".
    """
    if value is None:
        return ""
    text = str(getattr(value, "value", value)).strip()
    if _REFUSAL.fullmatch(text):
        # Only the codes are public: their headings were not to be had, and a guess would mislead.
        return tr("{code} – see the authority's comments").format(code=text)
    known = _WORDS.get(text)
    return tr(known) if known is not None else _readable(text)


def _readable(text: str) -> str:
    if _CODE.fullmatch(text):
        return text
    plain = text.replace("_", " ").strip()
    if plain.isupper():
        plain = plain.lower()
    return plain[:1].upper() + plain[1:]


def tr_noop(text: str) -> str:
    """Mark `text` for the translators; `label` has it translated when it is asked for."""
    return text


_WORDS: dict[str, str] = {
    # Kind of works
    WorkType.PLANNED: tr_noop("Planned"),
    WorkType.IMMEDIATE: tr_noop("Immediate"),
    WorkType.HS2_HIGHWAY_WORKS: tr_noop("HS2 highway works"),
    # Category
    Category.MINOR: tr_noop("Minor"),
    Category.STANDARD: tr_noop("Standard"),
    Category.MAJOR: tr_noop("Major"),
    Category.PAA: tr_noop("Major (PAA)"),
    Category.IMMEDIATE_URGENT: tr_noop("Immediate – urgent"),
    Category.IMMEDIATE_EMERGENCY: tr_noop("Immediate – emergency"),
    Category.HS2_HIGHWAY: tr_noop("HS2 (Highway)"),
    # Application
    ApplicationType.PERMIT: tr_noop("Permit"),
    ApplicationType.NOTICE: tr_noop("Notice"),
    # Activity
    ActivityType.HIGHWAY_IMPROVEMENT_WORKS: tr_noop("Highway improvement works"),
    ActivityType.HIGHWAY_REPAIR_AND_MAINTENANCE_WORKS: tr_noop(
        "Highway repair and maintenance works"
    ),
    ActivityType.UTILITY_ASSET_WORKS: tr_noop("Utility asset works"),
    ActivityType.UTILITY_REPAIR_AND_MAINTENANCE_WORKS: tr_noop(
        "Utility repair and maintenance works"
    ),
    ActivityType.DIVERSIONARY_WORKS: tr_noop("Diversionary works"),
    ActivityType.DISCONNECTION_OR_ALTERATION_OF_SUPPLY: tr_noop(
        "Disconnection or alteration of supply"
    ),
    ActivityType.PERMANENT_REINSTATEMENT: tr_noop("Permanent reinstatement"),
    ActivityType.REMEDIAL_WORKS: tr_noop("Remedial works"),
    ActivityType.SECTION_58: tr_noop("Section 58"),
    ActivityType.SECTION_50: tr_noop("Section 50"),
    ActivityType.CORE_SAMPLING: tr_noop("Core sampling"),
    ActivityType.STATUTORY_INFRASTRUCTURE_WORKS: tr_noop("Statutory infrastructure works"),
    ActivityType.WORKS_FOR_RAIL_PURPOSES: tr_noop("Works for rail purposes"),
    ActivityType.WORKS_FOR_ROAD_PURPOSES: tr_noop("Works for road purposes"),
    ActivityType.NEW_SERVICE_CONNECTION: tr_noop("New service connection"),
    ActivityType.OPTIONAL_PERMIT_NO_FEE: tr_noop("Optional permit (no fee)"),
    # Traffic management
    TrafficManagement.ROAD_CLOSURE: tr_noop("Road closure"),
    TrafficManagement.CONTRA_FLOW: tr_noop("Contra-flow"),
    TrafficManagement.LANE_CLOSURE: tr_noop("Lane closure"),
    TrafficManagement.MULTI_WAY_SIGNALS: tr_noop("Multi-way signals"),
    TrafficManagement.TWO_WAY_SIGNALS: tr_noop("Two-way signals"),
    TrafficManagement.CONVOY_WORKINGS: tr_noop("Convoy working"),
    TrafficManagement.STOP_GO_BOARDS: tr_noop("Stop/go boards"),
    TrafficManagement.PRIORITY_WORKING: tr_noop("Priority working"),
    TrafficManagement.GIVE_AND_TAKE: tr_noop("Give and take"),
    TrafficManagement.SOME_CARRIAGEWAY_INCURSION: tr_noop("Some carriageway incursion"),
    TrafficManagement.NO_CARRIAGEWAY_INCURSION: tr_noop("No carriageway incursion"),
    # Where in the street
    LocationType.FOOTWAY: tr_noop("Footway"),
    LocationType.CARRIAGEWAY: tr_noop("Carriageway"),
    LocationType.VERGE: tr_noop("Verge"),
    LocationType.CYCLEWAY: tr_noop("Cycleway"),
    LocationType.FOOTPATH: tr_noop("Footpath"),
    LocationType.PARKING_PLACE: tr_noop("Parking place"),
    LocationType.BUS_STOP_OR_STAND: tr_noop("Bus stop or stand"),
    LocationType.CYCLE_HIRE_DOCKING_STATION: tr_noop("Cycle hire docking station"),
    LocationType.TAXI_RANK: tr_noop("Taxi rank"),
    # Footway closure
    FootwayClosure.YES_PROVIDE_PEDESTRIAN_WALKWAY: tr_noop(
        "Yes, a pedestrian walkway will be provided"
    ),
    FootwayClosure.YES_PROVIDE_ALTERNATIVE_ROUTE: tr_noop(
        "Yes, an alternative route will be provided"
    ),
    FootwayClosure.NO: tr_noop("No"),
    # Collaboration
    Collaboration.TRENCH_SHARING_PRIMARY_PROMOTER: tr_noop("Trench sharing – primary promoter"),
    Collaboration.TRENCH_SHARING_SECONDARY_PROMOTER: tr_noop("Trench sharing – secondary promoter"),
    Collaboration.SHARING_TRAFFIC_MANAGEMENT_ONLY: tr_noop("Sharing traffic management only"),
    Collaboration.OTHER: tr_noop("Other"),
    # HS2 exemptions
    Hs2Exemption.WORKS_TO_A_BRIDGE: tr_noop("Works to a bridge"),
    Hs2Exemption.ALTERATION_OR_DISTURBANCE_TO_APPARATUS: tr_noop(
        "Alteration or disturbance to apparatus"
    ),
    Hs2Exemption.DEPOSITING_SOIL_OR_MATERIALS: tr_noop("Depositing soil or materials"),
    Hs2Exemption.ERECTION_OF_SCAFFOLDING: tr_noop("Erection of scaffolding"),
    Hs2Exemption.NONE_APPLICABLE: tr_noop("None applicable"),
    # Works status
    WorksStatus.IN_PROGRESS: tr_noop("In progress"),
    WorksStatus.COMPLETED: tr_noop("Completed"),
    WorksStatus.CANCELLED: tr_noop("Cancelled"),
    WorksStatus.UNATTRIBUTABLE: tr_noop("Unattributable"),
    WorksStatus.HISTORICAL: tr_noop("Historical"),
    WorksStatus.NON_NOTIFIABLE: tr_noop("Non-notifiable"),
    WorksStatus.SECTION_81: tr_noop("Section 81"),
    # Permit, assessment and change request status
    PermitStatus.SUBMITTED: tr_noop("Submitted"),
    PermitStatus.GRANTED: tr_noop("Granted"),
    Assessment.GRANTED_AUTO: tr_noop("Granted (auto)"),
    ChangeStatus.GRANTED_WITH_DURATION_CHALLENGE: tr_noop("Granted with duration challenge"),
    PermitStatus.PERMIT_MODIFICATION_REQUEST: tr_noop("Modification requested"),
    PermitStatus.REFUSED: tr_noop("Refused"),
    Assessment.REFUSED_AUTO: tr_noop("Refused (auto)"),
    PermitStatus.CLOSED: tr_noop("Closed"),
    PermitStatus.REVOKED: tr_noop("Revoked"),
    ChangeStatus.DEEMED: tr_noop("Deemed granted"),
    ChangeStatus.AUTO_APPLIED: tr_noop("Applied"),
    # Kind of change request
    ChangeKind.PROMOTER_IMPOSED_CHANGE: tr_noop("Promoter imposed change"),
    ChangeKind.PROMOTER_CHANGE_REQUEST: tr_noop("Promoter change request"),
    ChangeKind.HA_CHANGE_REQUEST: tr_noop("HA change request"),
    ChangeKind.HA_IMPOSED_CHANGE: tr_noop("HA imposed change"),
    ChangeKind.WORK_EXTENSION: tr_noop("Works extension"),
    ChangeKind.DURATION_CHALLENGE: tr_noop("Duration challenge"),
    ChangeKind.MODIFIED_PERMIT: tr_noop("Modified permit"),
    # Forward plan status
    ForwardPlanStatus.RAISED: tr_noop("Raised"),
    PermitStatus.PROGRESSED: tr_noop("Progressed"),
    # Lane rental
    LaneRental.CHARGEABLE: tr_noop("Chargeable"),
    LaneRental.POTENTIALLY_CHARGEABLE: tr_noop("Potentially chargeable"),
    LaneRental.CHARGES_WAIVED: tr_noop("Charges waived"),
    LaneRental.EXEMPT: tr_noop("Exempt"),
    LaneRental.CHARGES_NOT_APPLICABLE: tr_noop("Charges not applicable"),
    ChargeBand.CHARGE_BAND_1: tr_noop("Charge band 1"),
    ChargeBand.CHARGE_BAND_2: tr_noop("Charge band 2"),
    ChargeBand.CHARGE_BAND_3: tr_noop("Charge band 3"),
    ChargeBand.CHARGE_BAND_4: tr_noop("Charge band 4"),
    ChargeBand.CHARGE_BAND_5: tr_noop("Charge band 5"),
    # Activities of highway authorities
    ActivityKind.SKIPS: tr_noop("Skips"),
    ActivityKind.SCAFFOLDING: tr_noop("Scaffolding"),
    ActivityKind.HOARDING: tr_noop("Hoarding"),
    ActivityKind.CRANE_MOBILE_PLATFORM: tr_noop("Crane/mobile platform"),
    ActivityKind.EVENT: tr_noop("Event"),
    ActivityKind.SECTION50: tr_noop("Section 50"),
    ActivityKind.SECTION58: tr_noop("Section 58"),
    ActivityKind.COMPOUND: tr_noop("Compound"),
    # People and workstreams
    OrganisationKind.PROMOTER: tr_noop("Promoter"),
    OrganisationKind.HA: tr_noop("Highway authority"),
    OrganisationKind.CONTRACTOR: tr_noop("Contractor"),
    Role.PLANNER: tr_noop("Planner"),
    Role.HIGHWAY_AUTHORITY: tr_noop("Highway authority"),
    Role.ADMIN: tr_noop("Administrator"),
    Role.CONTRACTOR: tr_noop("Contractor"),
    Role.API: tr_noop("API"),
    Role.UI: tr_noop("Web site"),
    Role.DATA_EXPORT: tr_noop("Data export"),
    WorkstreamAccess.FULL_WRITE: tr_noop("Full access"),
    WorkstreamAccess.READ_ONLY: tr_noop("Read only"),
    WorkstreamStatus.ACTIVE: tr_noop("Active"),
    WorkstreamStatus.DEACTIVATED: tr_noop("Deactivated"),
    # National permit conditions: code and heading. These headings are as Street Manager's users
    # know them:
    Condition.NCT01A: tr_noop("NCT01a – Duration"),
    Condition.NCT01B: tr_noop("NCT01b – Duration"),
    Condition.NCT02A: tr_noop("NCT02a – Limit the days and times of day"),
    Condition.NCT05A: tr_noop("NCT05a – Road occupation dimensions"),
    Condition.NCT06A: tr_noop("NCT06a – Road space available to traffic and pedestrians"),
    Condition.NCT08B: tr_noop("NCT08b – Manual control of traffic management"),
    Condition.NCT10A: tr_noop("NCT10a – Appropriate methodology"),
    Condition.NCT12A: tr_noop("NCT12a – Limit timing of certain activities"),
    # These are named as the first draft of the business rules lists them (0.1, 1.11).
    Condition.NCT02B: tr_noop("NCT02b – Working hours"),
    Condition.NCT04A: tr_noop("NCT04a – Removal of surplus materials and plant"),
    Condition.NCT04B: tr_noop("NCT04b – Storage of surplus materials and plant"),
    Condition.NCT07A: tr_noop("NCT07a – Road closed to traffic"),
    Condition.NCT08A: tr_noop("NCT08a – Traffic management request"),
    Condition.NCT09A: tr_noop("NCT09a – Changes to traffic management arrangements"),
    Condition.NCT09B: tr_noop("NCT09b – Traffic management arrangements to be in place"),
    Condition.NCT09C: tr_noop("NCT09c – Signal removal from operation when no longer required"),
    Condition.NCT11A: tr_noop("NCT11a – Display of permit number"),
    Condition.NCT11B: tr_noop("NCT11b – Publicity for proposed works"),
    # Offences that a fixed penalty notice is for
    Offence.OFFENCE_CODE_05: tr_noop("05 – Registration of the reinstatement (section 70)"),
    Offence.OFFENCE_CODE_06: tr_noop("06 – Notices of the works (section 74)"),
    Offence.OFFENCE_CODE_08: tr_noop("08 – Working without a permit"),
    Offence.OFFENCE_CODE_09: tr_noop("09 – Breach of a permit condition"),
    # Fixed penalty notices and section 81 notices
    PenaltyStatus.ISSUED: tr_noop("Issued"),
    PenaltyStatus.ACCEPTED: tr_noop("Accepted"),
    PenaltyStatus.PAID: tr_noop("Paid"),
    PenaltyStatus.PAID_DISCOUNTED: tr_noop("Paid (discounted)"),
    PenaltyStatus.DISPUTED: tr_noop("Disputed"),
    PenaltyStatus.WITHDRAWN: tr_noop("Withdrawn"),
    Section81Status.ACKNOWLEDGED: tr_noop("Acknowledged"),
    Section81Status.ACCEPTED_FIXED: tr_noop("Accepted (fixed)"),
    Section81Status.REJECTED: tr_noop("Rejected"),
    Section81Status.RESOLVED_BY_HA: tr_noop("Resolved by HA"),
    Section81Severity.HIGH: tr_noop("High"),
    Section81Severity.LOW: tr_noop("Low"),
    Section81Works.PERMIT_WORKS: tr_noop("Works with a permit"),
    Section81Works.NON_NOTIFIABLE_WORKS: tr_noop("Non-notifiable works"),
    # Inspections
    InspectionResponse.INSPECTION: tr_noop("Inspection"),
    InspectionResponse.REINSPECTION: tr_noop("Reinspection"),
    InspectionType.LIVE_SITE: tr_noop("Live site"),
    InspectionType.REINSTATEMENT: tr_noop("Reinstatement"),
    InspectionType.NON_COMPLIANCE_FOLLOW_UP: tr_noop("Non-compliance follow-up"),
    InspectionCategory.A: tr_noop("Category A"),
    InspectionCategory.B: tr_noop("Category B"),
    InspectionCategory.C: tr_noop("Category C"),
    InspectionCategory.THIRD_PARTY: tr_noop("Third party"),
    InspectionCategory.ROUTINE: tr_noop("Routine"),
    InspectionCategory.JOINT_SITE_VISIT: tr_noop("Joint site visit"),
    InspectionCategory.FOLLOW_UP: tr_noop("Follow-up"),
    InspectionCategory.FOLLOW_UP_COMPLETION: tr_noop("Follow-up completion"),
    InspectionCategory.SITE_OCCUPANCY: tr_noop("Site occupancy"),
    InspectionCategory.CONDITIONS: tr_noop("Conditions"),
    InspectionOutcome.PASSED: tr_noop("Passed"),
    InspectionOutcome.UNABLE_TO_COMPLETE_INSPECTION: tr_noop("Unable to complete inspection"),
    InspectionOutcome.FAILED_LOW: tr_noop("Failed – low"),
    InspectionOutcome.FAILED_HIGH: tr_noop("Failed – high"),
    InspectionOutcome.FURTHER_INSPECTIONS_REQUIRED: tr_noop("Further inspections required"),
    InspectionOutcome.AGREED_SITE_COMPLIANCE: tr_noop("Agreed site compliance"),
    InspectionOutcome.NON_COMPLIANT_WITH_CONDITIONS: tr_noop("Non-compliant with conditions"),
    InspectionOutcome.WORKS_STOPPED_APPARATUS_REMAINING: tr_noop(
        "Works stopped – apparatus remaining"
    ),
    InspectionOutcome.WORKS_IN_PROGRESS_NO_CARRIAGEWAY_INCURSION: tr_noop(
        "Works in progress – no carriageway incursion"
    ),
    InspectionOutcome.WORKS_IN_PROGRESS: tr_noop("Works in progress"),
    InspectionOutcome.WORKS_STOPPED: tr_noop("Works stopped"),
    Mended.YES_BY_INSPECTOR: tr_noop("Yes, by the inspector"),
    Mended.YES_BY_ONSITE_MEMBERS: tr_noop("Yes, by those on site"),
    # Reinstatements
    ReinstatementStatus.INTERIM: tr_noop("Interim"),
    ReinstatementStatus.PERMANENT: tr_noop("Permanent"),
    ReinstatementType.EXCAVATION: tr_noop("Excavation"),
    ReinstatementType.BAR_HOLES: tr_noop("Bar holes"),
    ReinstatementType.CORE_HOLES: tr_noop("Core holes"),
    ReinstatementType.POLE_TESTING: tr_noop("Pole testing"),
    # What a comment is about
    CommentTopic.GENERAL: tr_noop("General"),
    CommentTopic.SECTION_74: tr_noop("Section 74"),
    CommentTopic.INSPECTION: tr_noop("Inspection"),
    CommentTopic.FPN: tr_noop("FPN"),
    CommentTopic.OVERRUN: tr_noop("Overrun warning"),
    CommentTopic.FORWARD_PLAN: tr_noop("Forward plan"),
    CommentTopic.CHANGE_REQUEST: tr_noop("Change request"),
    CommentTopic.IMPOSED_VARIATION: tr_noop("Imposed variation"),
    CommentTopic.SECTION_81: tr_noop("Section 81"),
    # Clocks
    Clock.DEEMS: tr_noop("Response deadline (deems)"),
    Clock.START_BY: tr_noop("Start by"),
    Clock.SLID_END: tr_noop("End after a late start"),
    Clock.APPLY_BY: tr_noop("Apply by"),
    Clock.START_NOTICE: tr_noop("Log the start by"),
    Clock.STOP_NOTICE: tr_noop("Log the stop by"),
    Clock.OVERRUN: tr_noop("Overrun (section 74)"),
    Clock.REGISTER_BY: tr_noop("Register the reinstatement by"),
    Clock.INTERIM_ENDS: tr_noop("Interim reinstatement ends"),
    Clock.GUARANTEE_ENDS: tr_noop("Guarantee ends"),
    Clock.INSPECTION_B: tr_noop("Category B inspections"),
    Clock.INSPECTION_C: tr_noop("Category C inspections"),
    Clock.DISCOUNT_ENDS: tr_noop("FPN: discount ends"),
    Clock.PENALTY_DUE: tr_noop("FPN: to be paid by"),
    Clock.LANE_RENTAL_DAYS: tr_noop("Lane rental days"),
    Clock.ORDER_BY: tr_noop("Ask for the TTRO by"),
    Clock.SECTION_58_ENDS: tr_noop("Section 58 restriction ends"),
    Origin.STREET_MANAGER: tr_noop("Street Manager's date"),
    Origin.OURS: tr_noop("Worked out here"),
    Origin.CHECK: tr_noop("Worked out here: check"),
    # What needs a planner
    Reason.WAITS_FOR_ASSESSMENT: tr_noop("Waits for the authority"),
    Reason.CHANGE_WAITS: tr_noop("Change request waits for the authority"),
    Reason.MODIFICATION_TO_ANSWER: tr_noop("Modification request to answer"),
    Reason.CHANGE_TO_ANSWER: tr_noop("Change request to answer"),
    Reason.PAA_TO_PROGRESS: tr_noop("PAA to progress"),
    Reason.TO_START: tr_noop("Works to start"),
    Reason.TO_STOP: tr_noop("Works to stop"),
    Reason.OVERRUNS: tr_noop("Overrun"),
    Reason.TO_REGISTER: tr_noop("Reinstatement to register"),
    Reason.INTERIM_TO_REPLACE: tr_noop("Interim reinstatement to make permanent"),
    Reason.GUARANTEE_RUNS_OUT: tr_noop("Guarantee runs out"),
    Reason.INSPECTION_FAILED: tr_noop("Inspection failed"),
    Reason.PENALTY_TO_ANSWER: tr_noop("FPN to answer"),
    Reason.COMMENT_UNREAD: tr_noop("Comment unread"),
    Reason.SECTION_81_TO_ANSWER: tr_noop("Section 81 to answer"),
    Reason.PLAN_TO_FIRM_UP: tr_noop("Forward plan to firm up"),
}
