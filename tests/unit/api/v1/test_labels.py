"""Planner's words for the contract's enumeration values."""

import enum
import json

import pytest
from street_works.plugin import words
from street_works.plugin.trade.labels import label

USED = {
    "WorkType", "ActivityType", "TrafficManagementType", "ApplicationType", "CollaborationType",
    "LocationType", "CloseFootway", "PermitConditionType", "WorkCategory", "WorkStatus",
    "PermitStatus", "AssessmentStatus", "AlterationStatus", "AlterationType", "ForwardPlanStatus",
    "ForwardPlanWorkType", "HS2HighwayExemption", "LaneRentalAssessmentOutcome",
    "LaneRentalAssessmentChargeBand", "ActivityActivityType", "OrganisationType", "Role",
    "WorkstreamAccessLevel", "WorkstreamStatus", "FPNStatus", "OffenceCode", "Section81Status",
    "Section81Severity", "InspectionType", "InspectionCategory", "InspectionOutcome",
    "InspectionResponseType", "ReinstatementStatus", "ReinstatementType", "CommentTopic",
    "ReasonForRefusal",
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words_"),
    [
        ("road_closure", "Road closure"),
        ("immediate_urgent", "Immediate – urgent"),
        ("paa", "Major (PAA)"),
        ("NCT08a", "NCT08a – Traffic management request"),
        ("section58", "Section 58"),
        ("something_new", "Something new"),
        ("SOMETHING_NEW", "Something new"),
        ("NCT13z", "NCT13z"),
        ("RC10", "RC10 – see the authority's comments"),
        ("granted_auto", "Granted (auto)"),
        ("refused_auto", "Refused (auto)"),
        ("auto_applied", "Applied"),
        ("HA_IMPOSED_CHANGE", "HA imposed change"),
        ("paid_discounted", "Paid (discounted)"),
        ("accepted_fixed", "Accepted (fixed)"),
        ("failed_high", "Failed – high"),
        ("failed_low", "Failed – low"),
        ("hs2_highway", "HS2 (Highway)"),
        ("yes_provide_pedestrian_walkway", "Yes, a pedestrian walkway will be provided"),
        ("NCT01a", "NCT01a – Duration"),
        ("NCT01b", "NCT01b – Duration"),
        ("NCT02a", "NCT02a – Limit the days and times of day"),
        ("NCT05a", "NCT05a – Road occupation dimensions"),
        ("NCT06a", "NCT06a – Road space available to traffic and pedestrians"),
        ("NCT08b", "NCT08b – Manual control of traffic management"),
        ("NCT10a", "NCT10a – Appropriate methodology"),
        ("NCT12a", "NCT12a – Limit timing of certain activities"),
        ("offence_code_05", "05 – Registration of the reinstatement (section 70)"),
        ("offence_code_06", "06 – Notices of the works (section 74)"),
        ("offence_code_08", "08 – Working without a permit"),
        ("offence_code_09", "09 – Breach of a permit condition"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_value_reads_as_a_planner_says_it(value, words_):
    assert label(value) == words_


def test_a_member_of_an_enumeration_is_as_good_as_its_value():
    class Kind(str, enum.Enum):
        CLOSURE = "road_closure"

    assert label(Kind.CLOSURE) == "Road closure"


@pytest.mark.parametrize("name", ["work", "geojson", "lookup", "party", "reporting"])
def test_every_value_of_the_enumerations_in_use_is_known(shared, name):
    definitions = json.loads(shared(f"spec/v1.25.12/{name}-swagger.json").read_text())
    asked = []
    words.use_translator(lambda text: asked.append(text) or text)
    try:
        for enumeration, definition in definitions["definitions"].items():
            if enumeration not in USED:
                continue
            for value in definition["enum"]:
                before = len(asked)
                assert "_" not in label(value)
                assert len(asked) == before + 1, f"{enumeration}.{value} has no words of its own"
    finally:
        words.use_translator()
