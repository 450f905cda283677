"""Fields, designations and headings are named as Street Manager's users know them."""

import pytest
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.kinds import Kind
from street_works.plugin.rules import asd
from street_works.plugin.trade.labels import label
from street_works.plugin.trade.traffic import Impact, impact_of, impact_title

form = Application()
FIELDS = {
    "work_type": "What type of works is it?",
    "immediate_risk": "Is there a risk of damage to people or property?",
    "activity_type": "Works activity type",
    "excavation": "Excavation required",
    "additional_info": "Additional information",
    "is_ttro_required": "Is a temporary traffic regulation order (TTRO) required?",
    "early_start_pre_approval": "Pre-approval for an early start",
    "pre_approval_authoriser": "Pre-approval authoriser",
    "early_start_reason": "Early start reason",
    "works_location_description": "Works location description",
    "location_types": "Location type",
    "environmental_health_notifiable": "Environmental health notifiable?",
    "collaborative_working": "Collaborative working",
    "collaboration_type": "Collaboration type",
    "collaboration_details": "Collaboration details",
    "collaborative_works": "Works reference number of collaborative works",
    "secondary_contact": "Secondary contact",
    "additional_contact": "Additional contact",
    "hs2_highway_exemption": "Protective provisions (exemptions)",
    "file_ids": "Attachments",
}


def test_the_forms_fields_have_street_managers_labels():
    labels = {name: one.label for name, one in form.fields.items()}
    assert {name: labels[name] for name in FIELDS} == FIELDS
    assert len(set(labels.values())) == len(labels)
    attached = form.fields["file_ids"]
    (section,) = (one for one in form.sections if attached in one.fields)
    assert attached.help.startswith("Traffic management plan, drawings")
    assert section.title == "Attachments"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (8, "Level crossing safety zone"),
        (10, "Structures (not SED)"),
        (17, "Streets subject to early notification of immediate activities"),
        (19, "Parking bays and restrictions"),
        (20, "Pedestrian crossings, traffic signals and sensors"),
        (22, "Transport authority critical apparatus"),
        (26, "Unusual traffic layout"),
    ],
)
def test_designations_are_named_as_in_the_gazetteer(code, name):
    assert asd.name_of(code) == name


def test_periodicities_are_named_as_in_the_gazetteer():
    assert (asd.periodicity_name(15), asd.periodicity_name(16)) == (
        "Continuous",
        "Special arrangements",
    )


def test_the_legend_names_every_kind_of_traffic_management_of_an_impact():
    words = {
        "road_closure": "closures", "lane_closure": "closures", "contra_flow": "contra-flow",
        "convoy_workings": "convoys", "multi_way_signals": "signals", "two_way_signals": "signals",
        "stop_go_boards": "stop/go", "priority_working": "priority",
        "give_and_take": "give and take", "some_carriageway_incursion": "carriageway incursion",
        "no_carriageway_incursion": "carriageway free",
    }  # fmt: skip
    for value, word in words.items():
        assert word in impact_title(impact_of(value)), value
    assert len({impact_title(one) for one in Impact}) == len(Impact)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("charges_not_applicable", "Charges not applicable"),
        ("none_applicable", "None applicable"),
        ("crane_mobile_platform", "Crane/mobile platform"),
        ("OVERRUN", "Overrun warning"),
        ("works_stopped_apparatus_remaining", "Works stopped – apparatus remaining"),
        ("NCT07a", "NCT07a – Road closed to traffic"),
        ("NCT09b", "NCT09b – Traffic management arrangements to be in place"),
        ("NCT09c", "NCT09c – Signal removal from operation when no longer required"),
        ("NCT11b", "NCT11b – Publicity for proposed works"),
    ],
)
def test_values_are_named_as_the_business_rules_name_them(value, words):
    assert label(value) == words


def test_no_heading_of_a_condition_is_a_code_alone():
    for answer in form.answers.values():
        if answer.kind is Kind.CONDITIONS:
            for code in answer.choices:
                assert label(code).startswith(f"{code} – ")
