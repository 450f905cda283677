"""Planner's words for the contract's enumeration values."""

import enum
import json

import pytest
from street_works.plugin import words
from street_works.plugin.rules.labels import label

USED = {
    "WorkType", "ActivityType", "TrafficManagementType", "ApplicationType", "CollaborationType",
    "LocationType", "CloseFootway", "PermitConditionType", "WorkCategory", "WorkStatus",
    "PermitStatus", "AssessmentStatus", "AlterationStatus", "AlterationType", "ForwardPlanStatus",
    "ForwardPlanWorkType", "HS2HighwayExemption", "LaneRentalAssessmentOutcome",
    "LaneRentalAssessmentChargeBand", "ActivityActivityType", "OrganisationType", "Role",
    "WorkstreamAccessLevel", "WorkstreamStatus",
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
        ("RC10", "RC10"),
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


@pytest.mark.parametrize("name", ["work", "geojson", "lookup", "party"])
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
