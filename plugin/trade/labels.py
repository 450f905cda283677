"""Planner's words for the enumeration values in use of the contract (V1.25.12)."""

import re

from ..words import tr

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


_WORDS = {
    # Kind of works
    "planned": tr_noop("Planned"),
    "immediate": tr_noop("Immediate"),
    "hs2_highway_works": tr_noop("HS2 highway works"),
    # Category
    "minor": tr_noop("Minor"),
    "standard": tr_noop("Standard"),
    "major": tr_noop("Major"),
    "paa": tr_noop("Major (PAA)"),
    "immediate_urgent": tr_noop("Immediate – urgent"),
    "immediate_emergency": tr_noop("Immediate – emergency"),
    "hs2_highway": tr_noop("HS2 (Highway)"),
    # Application
    "permit": tr_noop("Permit"),
    "notice": tr_noop("Notice"),
    # Activity
    "highway_improvement_works": tr_noop("Highway improvement works"),
    "highway_repair_and_maintenance_works": tr_noop("Highway repair and maintenance works"),
    "utility_asset_works": tr_noop("Utility asset works"),
    "utility_repair_and_maintenance_works": tr_noop("Utility repair and maintenance works"),
    "diversionary_works": tr_noop("Diversionary works"),
    "disconnection_or_alteration_of_supply": tr_noop("Disconnection or alteration of supply"),
    "permanent_reinstatement": tr_noop("Permanent reinstatement"),
    "remedial_works": tr_noop("Remedial works"),
    "section_58": tr_noop("Section 58"),
    "section_50": tr_noop("Section 50"),
    "core_sampling": tr_noop("Core sampling"),
    "statutory_infrastructure_works": tr_noop("Statutory infrastructure works"),
    "works_for_rail_purposes": tr_noop("Works for rail purposes"),
    "works_for_road_purposes": tr_noop("Works for road purposes"),
    "new_service_connection": tr_noop("New service connection"),
    "optional_permit_no_fee": tr_noop("Optional permit (no fee)"),
    # Traffic management
    "road_closure": tr_noop("Road closure"),
    "contra_flow": tr_noop("Contra-flow"),
    "lane_closure": tr_noop("Lane closure"),
    "multi_way_signals": tr_noop("Multi-way signals"),
    "two_way_signals": tr_noop("Two-way signals"),
    "convoy_workings": tr_noop("Convoy working"),
    "stop_go_boards": tr_noop("Stop/go boards"),
    "priority_working": tr_noop("Priority working"),
    "give_and_take": tr_noop("Give and take"),
    "some_carriageway_incursion": tr_noop("Some carriageway incursion"),
    "no_carriageway_incursion": tr_noop("No carriageway incursion"),
    # Where in the street
    "footway": tr_noop("Footway"),
    "carriageway": tr_noop("Carriageway"),
    "verge": tr_noop("Verge"),
    "cycleway": tr_noop("Cycleway"),
    "footpath": tr_noop("Footpath"),
    "parking_place": tr_noop("Parking place"),
    "bus_stop_or_stand": tr_noop("Bus stop or stand"),
    "cycle_hire_docking_station": tr_noop("Cycle hire docking station"),
    "taxi_rank": tr_noop("Taxi rank"),
    # Footway closure
    "yes_provide_pedestrian_walkway": tr_noop("Yes, a pedestrian walkway will be provided"),
    "yes_provide_alternative_route": tr_noop("Yes, an alternative route will be provided"),
    "no": tr_noop("No"),
    # Collaboration
    "trench_sharing_primary_promoter": tr_noop("Trench sharing – primary promoter"),
    "trench_sharing_secondary_promoter": tr_noop("Trench sharing – secondary promoter"),
    "sharing_traffic_management_only": tr_noop("Sharing traffic management only"),
    "other": tr_noop("Other"),
    # HS2 exemptions
    "works_to_a_bridge": tr_noop("Works to a bridge"),
    "alteration_or_disturbance_to_apparatus": tr_noop("Alteration or disturbance to apparatus"),
    "depositing_soil_or_materials": tr_noop("Depositing soil or materials"),
    "erection_of_scaffolding": tr_noop("Erection of scaffolding"),
    "none_applicable": tr_noop("None applicable"),
    # Works status
    "in_progress": tr_noop("In progress"),
    "completed": tr_noop("Completed"),
    "cancelled": tr_noop("Cancelled"),
    "unattributable": tr_noop("Unattributable"),
    "historical": tr_noop("Historical"),
    "non_notifiable": tr_noop("Non-notifiable"),
    "section_81": tr_noop("Section 81"),
    # Permit, assessment and change request status
    "submitted": tr_noop("Submitted"),
    "granted": tr_noop("Granted"),
    "granted_auto": tr_noop("Granted (auto)"),
    "granted_with_duration_challenge": tr_noop("Granted with duration challenge"),
    "permit_modification_request": tr_noop("Modification requested"),
    "refused": tr_noop("Refused"),
    "refused_auto": tr_noop("Refused (auto)"),
    "closed": tr_noop("Closed"),
    "revoked": tr_noop("Revoked"),
    "deemed": tr_noop("Deemed granted"),
    "auto_applied": tr_noop("Applied"),
    # Kind of change request
    "PROMOTER_IMPOSED_CHANGE": tr_noop("Promoter imposed change"),
    "PROMOTER_CHANGE_REQUEST": tr_noop("Promoter change request"),
    "HA_CHANGE_REQUEST": tr_noop("HA change request"),
    "HA_IMPOSED_CHANGE": tr_noop("HA imposed change"),
    "WORK_EXTENSION": tr_noop("Works extension"),
    "DURATION_CHALLENGE": tr_noop("Duration challenge"),
    "MODIFIED_PERMIT": tr_noop("Modified permit"),
    # Forward plan status
    "raised": tr_noop("Raised"),
    "progressed": tr_noop("Progressed"),
    # Lane rental
    "chargeable": tr_noop("Chargeable"),
    "potentially_chargeable": tr_noop("Potentially chargeable"),
    "charges_waived": tr_noop("Charges waived"),
    "exempt": tr_noop("Exempt"),
    "charges_not_applicable": tr_noop("Charges not applicable"),
    "charge_band_1": tr_noop("Charge band 1"),
    "charge_band_2": tr_noop("Charge band 2"),
    "charge_band_3": tr_noop("Charge band 3"),
    "charge_band_4": tr_noop("Charge band 4"),
    "charge_band_5": tr_noop("Charge band 5"),
    # Activities of highway authorities
    "skips": tr_noop("Skips"),
    "scaffolding": tr_noop("Scaffolding"),
    "hoarding": tr_noop("Hoarding"),
    "crane_mobile_platform": tr_noop("Crane/mobile platform"),
    "event": tr_noop("Event"),
    "section50": tr_noop("Section 50"),
    "section58": tr_noop("Section 58"),
    "compound": tr_noop("Compound"),
    # People and workstreams
    "PROMOTER": tr_noop("Promoter"),
    "HA": tr_noop("Highway authority"),
    "CONTRACTOR": tr_noop("Contractor"),
    "Planner": tr_noop("Planner"),
    "HighwayAuthority": tr_noop("Highway authority"),
    "Admin": tr_noop("Administrator"),
    "Contractor": tr_noop("Contractor"),
    "API": tr_noop("API"),
    "UI": tr_noop("Web site"),
    "DataExport": tr_noop("Data export"),
    "full_write": tr_noop("Full access"),
    "read_only": tr_noop("Read only"),
    "active": tr_noop("Active"),
    "deactivated": tr_noop("Deactivated"),
    # National permit conditions: code and heading. These headings are as Street Manager's users
    # know them:
    "NCT01a": tr_noop("NCT01a – Duration"),
    "NCT01b": tr_noop("NCT01b – Duration"),
    "NCT02a": tr_noop("NCT02a – Limit the days and times of day"),
    "NCT05a": tr_noop("NCT05a – Road occupation dimensions"),
    "NCT06a": tr_noop("NCT06a – Road space available to traffic and pedestrians"),
    "NCT08b": tr_noop("NCT08b – Manual control of traffic management"),
    "NCT10a": tr_noop("NCT10a – Appropriate methodology"),
    "NCT12a": tr_noop("NCT12a – Limit timing of certain activities"),
    # These are named as the first draft of the business rules lists them (0.1, 1.11).
    "NCT02b": tr_noop("NCT02b – Working hours"),
    "NCT04a": tr_noop("NCT04a – Removal of surplus materials and plant"),
    "NCT04b": tr_noop("NCT04b – Storage of surplus materials and plant"),
    "NCT07a": tr_noop("NCT07a – Road closed to traffic"),
    "NCT08a": tr_noop("NCT08a – Traffic management request"),
    "NCT09a": tr_noop("NCT09a – Changes to traffic management arrangements"),
    "NCT09b": tr_noop("NCT09b – Traffic management arrangements to be in place"),
    "NCT09c": tr_noop("NCT09c – Signal removal from operation when no longer required"),
    "NCT11a": tr_noop("NCT11a – Display of permit number"),
    "NCT11b": tr_noop("NCT11b – Publicity for proposed works"),
    # Offences that a fixed penalty notice is for
    "offence_code_05": tr_noop("05 – Registration of the reinstatement (section 70)"),
    "offence_code_06": tr_noop("06 – Notices of the works (section 74)"),
    "offence_code_08": tr_noop("08 – Working without a permit"),
    "offence_code_09": tr_noop("09 – Breach of a permit condition"),
    # Fixed penalty notices and section 81 notices
    "issued": tr_noop("Issued"),
    "accepted": tr_noop("Accepted"),
    "paid": tr_noop("Paid"),
    "paid_discounted": tr_noop("Paid (discounted)"),
    "disputed": tr_noop("Disputed"),
    "withdrawn": tr_noop("Withdrawn"),
    "acknowledged": tr_noop("Acknowledged"),
    "accepted_fixed": tr_noop("Accepted (fixed)"),
    "rejected": tr_noop("Rejected"),
    "resolved_by_ha": tr_noop("Resolved by HA"),
    "high": tr_noop("High"),
    "low": tr_noop("Low"),
    # Inspections
    "inspection": tr_noop("Inspection"),
    "reinspection": tr_noop("Reinspection"),
    "live_site": tr_noop("Live site"),
    "reinstatement": tr_noop("Reinstatement"),
    "non_compliance_follow_up": tr_noop("Non-compliance follow-up"),
    "a": tr_noop("Category A"),
    "b": tr_noop("Category B"),
    "c": tr_noop("Category C"),
    "third_party": tr_noop("Third party"),
    "routine": tr_noop("Routine"),
    "joint_site_visit": tr_noop("Joint site visit"),
    "follow_up": tr_noop("Follow-up"),
    "follow_up_completion": tr_noop("Follow-up completion"),
    "site_occupancy": tr_noop("Site occupancy"),
    "conditions": tr_noop("Conditions"),
    "passed": tr_noop("Passed"),
    "unable_to_complete_inspection": tr_noop("Unable to complete inspection"),
    "failed_low": tr_noop("Failed – low"),
    "failed_high": tr_noop("Failed – high"),
    "further_inspections_required": tr_noop("Further inspections required"),
    "agreed_site_compliance": tr_noop("Agreed site compliance"),
    "non_compliant_with_conditions": tr_noop("Non-compliant with conditions"),
    "works_stopped_apparatus_remaining": tr_noop("Works stopped – apparatus remaining"),
    "works_in_progress_no_carriageway_incursion": tr_noop(
        "Works in progress – no carriageway incursion"
    ),
    "works_in_progress": tr_noop("Works in progress"),
    "works_stopped": tr_noop("Works stopped"),
    # Reinstatements
    "interim": tr_noop("Interim"),
    "permanent": tr_noop("Permanent"),
    "excavation": tr_noop("Excavation"),
    "bar_holes": tr_noop("Bar holes"),
    "core_holes": tr_noop("Core holes"),
    "pole_testing": tr_noop("Pole testing"),
    # What a comment is about
    "GENERAL": tr_noop("General"),
    "SECTION_74": tr_noop("Section 74"),
    "INSPECTION": tr_noop("Inspection"),
    "FPN": tr_noop("FPN"),
    "OVERRUN": tr_noop("Overrun warning"),
    "FORWARD_PLAN": tr_noop("Forward plan"),
    "CHANGE_REQUEST": tr_noop("Change request"),
    "IMPOSED_VARIATION": tr_noop("Imposed variation"),
    "SECTION_81": tr_noop("Section 81"),
}
