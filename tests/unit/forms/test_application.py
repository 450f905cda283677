"""The application form as data: what is asked when, and the application that comes of it."""

import dataclasses
import json
from datetime import date, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError
from street_works.plugin.api.v1.enums import ActivityType
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.forms.application.form import Application, category_question
from street_works.plugin.forms.application.situation import Situation
from street_works.plugin.forms.values import is_blank
from street_works.plugin.rules.typed import clock_problem, day_problem
from street_works.plugin.trade import calendar
from street_works.plugin.trade.records.people import Promoter, Workstream
from street_works.plugin.trade.records.works import CategoryAnswer, CategoryQuestion
from street_works.tests.made.streets import as_told

form = Application()
TODAY = date(2026, 6, 1)  # a Monday, no bank holiday
STATEMENTS = (
    "excavation",
    "traffic_management_plan",
    "lane_rental_applicable",
    "environmental_health_notifiable",
    "collaborative_working",
    "is_ttro_required",
)


def street(**changes):
    return {
        "usrn": 33909869,
        "street_descriptor": "HIGH STREET",
        "area": "OLD TOWN",
        "town": "ELMBRIDGE",
        "authority": "Elmshire County Council",
        "authority_swa_code": "4001",
        "road_category": 3,
        "reinstatement_types": [
            {"reinstatement_type_code": 3, "reinstatement_type_location_text": "WHOLE ROAD"}
        ],
        "traffic_sensitive": True,
        "primary_notice_authorities": [
            {"swa_code": "4001", "name": "Elmshire", "location_description": "WHOLE ROAD"}
        ],
        "interest_authorities": [],
        "additional_special_designations_response": [
            {
                "street_special_desig_code": 2,
                "special_desig_location_text": "WHOLE  ROAD ",
                "special_desig_start_time": 730.0,
                "special_desig_end_time": 930,
                "special_desig_periodicity_code": 2,
                "special_desig_start_date": "2019-04-01T00:00:00.000Z",
                "whole_road": True,
            },
            {"street_special_desig_code": 8, "special_desig_description": "LEVEL CROSSING"},
        ],
        **changes,
    }


def situation(code="7349", street_changes=None, workstreams=(("001", "Gas"),), **changes):
    settled = {
        "street": as_told(street(**(street_changes or {}))),
        "promoter": Promoter(
            "Elm Gas", code, "ZX", workstreams=tuple(Workstream(*one) for one in workstreams)
        ),
        "extent": {"type": "Point", "coordinates": [530000.12, 180000.34]},
        "today": TODAY,
        **changes,
    }
    return Situation(**settled)


def early(is_early=True):
    return CategoryAnswer(
        category="minor",
        starts_early=is_early,
        working_days=3,
        as_of=datetime(2026, 6, 1, 9, tzinfo=timezone.utc),
    )


def filled(given, **changes):
    return {
        **form.defaults(given),
        "work_reference_number": "ZX00112345678",
        "activity_type": "utility_asset_works",
        "description_of_work": "Mains renewal",
        "excavation": True,
        "is_ttro_required": False,
        "works_location_description": "Outside no. 12",
        "location_types": ["carriageway"],
        "close_footway": "no",
        "traffic_management_type": "two_way_signals",
        "traffic_management_plan": False,
        "lane_rental_applicable": False,
        "environmental_health_notifiable": False,
        "collaborative_working": False,
        "secondary_contact": "Ann Hill",
        "secondary_contact_number": "01632 960001",
        **changes,
    }


def named(name):
    return form.fields[name]


def shown(given, **values):
    return form.shown(values, given)


def needed(given, **values):
    return form.required(values, given)


def choices(field, given):
    return tuple((one.value, one.words) for one in form.options(field, given))


# ---- all of the contract ----


def test_every_field_of_the_request_is_on_the_form_or_filled_by_the_plugin():
    on_form = [one.name for section in form.sections for one in section.fields]
    assert len(on_form) == len(set(on_form))
    assert set(on_form) | form.filled == set(WorkCreateRequest.model_fields)
    assert not set(on_form) & form.filled


def test_what_the_contract_always_requires_is_required_or_filled(shared):
    swagger = json.loads(shared("spec/v1.25.12/work-swagger.json").read_text())
    must = set(swagger["definitions"]["WorkCreateRequest"]["required"])
    given = situation()
    asked = needed(given, **form.defaults(given))
    built = set(form.request_values(filled(given), given))
    assert must - form.filled - {"highway_authority_swa_code", "promoter_swa_code"} <= asked
    assert must <= built


def test_sections_hold_every_field_once_and_have_headings():
    grouped = [one for section in form.sections for one in section.fields]
    assert [one.name for one in grouped] == list(form.fields)
    assert all(section.title and section.fields for section in form.sections)


def test_every_choice_has_words():
    given = situation(code="7374")
    for one in form.fields.values():
        for value, words in choices(one, given):
            assert words
            assert "_" not in words, value


# ---- a filled form ----


def test_a_filled_form_becomes_a_valid_application():
    given = situation()
    assert form.problems(filled(given), given) == {}
    body = form.build(filled(given), given).body()
    assert body["works_coordinates"] == {"type": "Point", "coordinates": [530000.12, 180000.34]}
    assert body["usrn"] == 33909869
    assert body["promoter_swa_code"] == "7349"
    assert body["highway_authority_swa_code"] == "4001"
    assert body["road_category"] == 3
    assert body["street_name"] == "HIGH STREET"
    assert body["workstream_prefix"] == "001"
    assert body["work_reference_number"] == "ZX00112345678"


def test_the_values_survive_a_draft():
    given = situation()
    values = filled(given)
    assert json.loads(json.dumps(values)) == values


def test_default_dates_are_working_days_with_notice_and_count_as_minor():
    given = situation()
    values = form.defaults(given)
    assert values["proposed_start_date"] == "2026-06-15"
    assert values["proposed_end_date"] == "2026-06-17"


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_statement_of_the_planner_is_made_by_default(name):
    given = situation()
    assert form.defaults(given)[name] is None
    found = form.problems({**filled(given), name: None}, given)
    assert found == {name: "Please answer yes or no."}


def test_no_is_an_answer():
    assert not is_blank(False)
    given = situation()
    assert form.request_values(filled(given, excavation=False), given)["excavation"] is False


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("description_of_work", "  ", "Please fill this in."),
        ("activity_type", "", "Please choose."),
        ("location_types", [], "Please tick at least one."),
        ("proposed_start_date", "", "Please give a date."),
        ("description_of_work", "x" * 501, "At most 500 characters."),
        ("secondary_contact", "x" * 101, "At most 100 characters."),
        ("internal_user_name", "x" * 51, "At most 50 characters."),
        ("proposed_start_time", "half nine", clock_problem("half nine")),
        ("proposed_start_date", "soon", day_problem("soon")),
        ("proposed_end_date", "2026-06-14", "The works cannot end before they start."),
        ("proposed_end_date", "2031-06-16", "Planned works may last five years at most."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(name, value, message):
    given = situation()
    assert form.problems(filled(given, **{name: value}), given) == {name: message}


def test_a_fault_of_what_the_plugin_fills_in_is_told_too():
    given = situation(extent={"type": "MultiPoint", "coordinates": [[1, 2]]})
    assert set(form.problems(filled(given), given)) == {"works_coordinates"}


# ---- kinds of works ----


def test_planned_works_are_asked_about_a_traffic_order_and_not_about_risk():
    given = situation()
    assert "is_ttro_required" in needed(given, work_type="planned")
    assert "immediate_risk" not in shown(given, work_type="planned")


def test_immediate_works_are_asked_about_risk_and_start_time():
    given = situation()
    asked = needed(given, work_type="immediate")
    assert {"immediate_risk", "proposed_start_time"} <= asked
    assert "is_ttro_required" not in shown(given, work_type="immediate")
    values = filled(given, work_type="immediate")
    assert set(form.problems(values, given)) == {"immediate_risk", "proposed_start_time"}
    values.update(immediate_risk=False, proposed_start_time="09:00")
    assert form.problems(values, given) == {}
    assert "is_ttro_required" not in form.request_values(values, given)


def test_past_dates_need_times():
    given = situation()
    values = filled(given, proposed_start_date="2026-05-20", proposed_end_date="2026-05-21")
    assert set(form.problems(values, given)) == {"proposed_start_time", "proposed_end_time"}
    values.update(proposed_start_time="08:00", proposed_end_time="17:30")
    assert form.problems(values, given) == {}


# ---- dates and times ----


def test_civil_dates_and_clock_times_keep_their_day_in_summer():
    given = situation()
    values = filled(given, proposed_start_time="00:30", proposed_end_time="17:00")
    body = form.build(values, given).body()
    assert body["proposed_start_date"] == "2026-06-15T00:00:00.000Z"
    assert body["proposed_start_time"] == "2026-06-15T00:30:00.000+01:00"
    assert body["proposed_end_time"] == "2026-06-17T17:00:00.000+01:00"


def test_winter_times_have_the_winter_offset():
    given = situation()
    values = filled(
        given,
        proposed_start_date="2026-12-01",
        proposed_end_date="2026-12-02",
        proposed_start_time="09:30",
    )
    moment = form.request_values(values, given)["proposed_start_time"]
    assert moment.utcoffset() == timedelta(0)
    assert moment == datetime(2026, 12, 1, 9, 30, tzinfo=timezone.utc)


def test_an_end_time_before_the_start_time_is_refused():
    given = situation()
    values = filled(
        given,
        proposed_end_date="2026-06-15",
        proposed_start_time="10:00",
        proposed_end_time="09:00",
    )
    assert form.problems(values, given) == {
        "proposed_end_time": "The end time must be later than the start."
    }


# ---- collaboration, early start ----


def test_collaboration_brings_its_fields_and_takes_them_away():
    given = situation()
    asked = needed(given, collaborative_working=True)
    assert {"collaboration_type", "collaboration_details"} <= asked
    assert "collaborative_works" in shown(given, collaborative_working=True)
    values = filled(given, collaborative_working=True)
    assert set(form.problems(values, given)) == {"collaboration_type", "collaboration_details"}
    values.update(collaborative_working=False, collaborative_works="ZX1", collaboration_details="x")
    assert not {"collaborative_works", "collaboration_details"} & set(
        form.request_values(values, given)
    )


def test_an_early_start_is_asked_about_only_when_the_register_says_so():
    names = {"early_start_pre_approval", "early_start_reason", "pre_approval_details"}
    assert not names & shown(situation())
    assert not names & shown(situation(category=early(False)))
    given = situation(category=early())
    assert "early_start_pre_approval" in needed(given)
    assert form.problems(filled(given), given) == {
        "early_start_pre_approval": "Please answer yes or no."
    }


def test_an_agreed_early_start_needs_what_and_who():
    given = situation(category=early())
    values = filled(given, early_start_pre_approval=True, early_start_reason="kept from before")
    assert set(form.problems(values, given)) == {"pre_approval_details", "pre_approval_authoriser"}
    values.update(pre_approval_details="By telephone", pre_approval_authoriser="B. Clerk")
    assert form.problems(values, given) == {}
    assert "early_start_reason" not in form.request_values(values, given)


def test_an_early_start_not_agreed_needs_a_reason():
    given = situation(category=early())
    values = filled(given, early_start_pre_approval=False)
    assert set(form.problems(values, given)) == {"early_start_reason"}
    values["early_start_reason"] = "Customer without supply"
    assert form.problems(values, given) == {}


def test_early_start_answers_are_dropped_when_the_start_is_not_early_any_more():
    given = situation(category=early(False))
    values = filled(given, early_start_pre_approval=False, early_start_reason="x")
    assert not {"early_start_pre_approval", "early_start_reason"} & set(
        form.request_values(values, given)
    )


# ---- the street ----


def test_several_authorities_are_a_choice_and_one_is_filled_in():
    two = [
        {"swa_code": "4001", "name": "Elmshire", "location_description": "NORTH"},
        {"swa_code": "0020", "name": "Ashford", "location_description": "SOUTH"},
    ]
    given = situation(street_changes={"primary_notice_authorities": two})
    assert set(form.problems(filled(given), given)) == {"highway_authority_swa_code"}
    field = named("highway_authority_swa_code")
    assert choices(field, given) == (
        ("4001", "Elmshire – NORTH"),
        ("0020", "Ashford – SOUTH"),
    )
    values = filled(given, highway_authority_swa_code="0020")
    assert form.build(values, given).body()["highway_authority_swa_code"] == "0020"
    assert "highway_authority_swa_code" not in shown(situation())


def test_a_street_without_notice_authorities_falls_back_on_its_own_authority():
    given = situation(street_changes={"primary_notice_authorities": []})
    assert form.request_values(filled(given), given)["highway_authority_swa_code"] == "4001"


def test_several_reinstatement_types_are_a_choice():
    two = [{"reinstatement_type_code": 3}, {"reinstatement_type_code": 4}]
    given = situation(street_changes={"reinstatement_types": two})
    assert form.problems(filled(given), given) == {"road_category": "Please choose."}
    values = filled(given, road_category="4")
    assert form.build(values, given).body()["road_category"] == 4


def test_a_street_without_reinstatement_types_leaves_the_road_category_to_the_register():
    given = situation(street_changes={"reinstatement_types": []})
    assert "road_category" not in form.request_values(filled(given), given)
    assert form.problems(filled(given), given) == {}


def test_traffic_sensitivity_is_ticked_and_copied_exactly():
    given = situation()
    values = filled(given)
    assert len(values["permit_asds"]) == 1
    assert form.build(values, given).body()["permit_asds"] == [
        {
            "street_special_desig_code": 2,
            "special_desig_location_text": "WHOLE  ROAD ",
            "special_desig_start_date": "2019-04-01T00:00:00.000Z",
            "special_desig_start_time": 730,
            "special_desig_end_time": 930,
            "special_desig_periodicity_code": 2,
        }
    ]


def test_designations_of_another_street_are_not_sent():
    given = situation(street_changes={"additional_special_designations_response": []})
    values = filled(given, permit_asds=["kept from another street"])
    assert "permit_asds" not in form.request_values(values, given)
    assert "permit_asds" not in shown(given)


# ---- HS2 ----


def test_hs2_fields_and_places_are_for_hs2_only():
    places = named("location_types")
    assert "taxi_rank" not in dict(choices(places, situation()))
    assert "hs2_highway_works" not in dict(choices(named("work_type"), situation()))
    assert not {name for name in shown(situation()) if name.startswith("hs2")}
    given = situation(code="7374")
    assert "taxi_rank" in dict(choices(places, given))
    assert "hs2_highway_works" in dict(choices(named("work_type"), given))
    assert "hs2_in_act_limits" in needed(given)


def test_hs2_highway_works_within_the_limits_need_an_exemption():
    given = situation(code="7374")
    values = filled(given, work_type="hs2_highway_works", hs2_in_act_limits=True)
    assert set(form.problems(values, given)) == {"hs2_highway_exemption"}
    values["hs2_in_act_limits"] = False
    assert form.problems(values, given) == {}


def test_hs2_lists_are_read_line_by_line():
    given = situation(code="7374")
    values = filled(
        given,
        hs2_in_act_limits=False,
        hs2_additional_usrns=["33909870 ", "", "north"],
        hs2_highway_emails=["a@example.org", "nobody"],
        hs2_consultation_requested_response_date="2026-05-01",
    )
    assert form.problems(values, given) == {
        "hs2_additional_usrns": "north: This must be a whole number.",
        "hs2_highway_emails": "nobody: This is not an email address.",
        "hs2_consultation_requested_response_date": "This must be today or later.",
    }


# ---- conditions, files ----


def test_conditions_carry_their_comments_and_a_fault_names_its_condition():
    given = situation()
    conditions = [
        {"condition": "NCT01a", "comment": " "},
        {"condition": "NCT02a", "comment": "9-5"},
    ]
    values = filled(given, permit_conditions=conditions)
    assert form.build(values, given).body()["permit_conditions"] == [
        {"condition": "NCT01a"},
        {"condition": "NCT02a", "comment": "9-5"},
    ]
    conditions[1]["comment"] = "x" * 501
    assert form.problems(values, given) == {"permit_conditions": "NCT02a: At most 500 characters."}


def test_files_are_sent_by_their_numbers():
    given = situation()
    values = filled(given, file_ids=[{"file_id": 7, "name": "plan.pdf"}])
    assert form.build(values, given).body()["file_ids"] == [7]


# ---- category ----


def test_the_register_is_asked_with_civil_dates():
    given = situation()
    days = date(2026, 6, 15), date(2026, 6, 17)
    assert category_question(filled(given, is_ttro_required=True)) == CategoryQuestion(
        "planned", *days, needs_order=True
    )
    assert category_question(
        filled(given, work_type="immediate", immediate_risk=True, is_ttro_required=True)
    ) == CategoryQuestion("immediate", *days, at_risk=True)


@pytest.mark.parametrize(
    "changes",
    [
        {"work_type": ""},
        {"proposed_start_date": "someday"},
        {"proposed_end_date": ""},
        {"proposed_end_date": "2026-06-01"},
        {"work_type": "immediate"},
    ],
)
def test_the_register_is_not_asked_while_too_little_is_known(changes):
    assert category_question(filled(situation(), **changes)) is None


# ---- what hangs on the trade's rules ----


def test_road_categories_are_offered_by_their_names_and_not_by_their_codes():
    types = [
        {"reinstatement_type_code": 10, "reinstatement_type_location_text": "WHOLE ROAD"},
        {"reinstatement_type_code": 6},
        {"reinstatement_type_code": 5},
    ]
    given = situation(street_changes={"reinstatement_types": types})
    assert choices(named("road_category"), given) == (
        ("10", "Carriageway type 6 – WHOLE ROAD"),
        ("6", "High duty footway"),
        ("5", "Carriageway type 0"),
    )


@pytest.mark.parametrize(
    ("now", "start"),
    [
        # ten working days of notice, the day that counts included, and the start after them
        ("2026-06-01T15:30:00+00:00", "2026-06-15"),  # 16:30 in summer: still Monday
        ("2026-06-01T15:31:00+00:00", "2026-06-16"),
        ("2026-06-01T23:30:00+00:00", "2026-06-16"),  # Tuesday in the UK
        ("2026-06-06T09:00:00+00:00", "2026-06-22"),  # a Saturday counts on Monday
        ("2026-12-24T16:30:00+00:00", "2027-01-12"),  # Christmas and New Year are no working days
        ("2026-12-24T16:31:00+00:00", "2027-01-13"),
    ],
)
def test_the_default_start_leaves_the_notice_that_counts_from_now(now, start):
    moment = datetime.fromisoformat(now)
    given = situation(today=calendar.uk_today(moment), now=moment)
    assert form.defaults(given)["proposed_start_date"] == start


OFFERED = {value for value, _ in choices(named("activity_type"), situation())}
HIGHWAY_ONLY = {
    "highway_improvement_works",
    "highway_repair_and_maintenance_works",
    "works_for_road_purposes",
}


def test_a_utility_is_offered_neither_section_58_nor_what_only_authorities_do():
    assert not OFFERED & {"section_58", *HIGHWAY_ONLY}
    assert {"utility_asset_works", "diversionary_works", "remedial_works"} <= OFFERED
    assert {"optional_permit_no_fee", "core_sampling", "works_for_rail_purposes"} <= OFFERED


def test_an_authority_is_offered_all_kinds_of_works():
    promoter = Promoter("Elmshire", "4001", "ZV", kind="HA")
    given = dataclasses.replace(situation(), promoter=promoter)
    every = {value for value, _ in choices(named("activity_type"), given)}
    assert every == {str(one.value) for one in ActivityType}


def test_high_speed_two_works_on_highways_and_restricts_none():
    hs2 = {value for value, _ in choices(named("activity_type"), situation(code="7374"))}
    assert hs2 - OFFERED == HIGHWAY_ONLY


def test_a_contractor_is_offered_what_its_promoter_is():
    promoter = Promoter("Turnpike", "9890", "ZT", kind="CONTRACTOR")
    given = dataclasses.replace(situation(), promoter=promoter)
    assert {value for value, _ in choices(named("activity_type"), given)} == OFFERED


@pytest.mark.parametrize(
    ("code", "work_type", "in_limits", "asked"),
    [
        ("7374", "hs2_highway_works", True, False),
        ("7374", "hs2_highway_works", False, False),
        ("7374", "planned", True, False),
        ("7374", "planned", False, True),
        ("7349", "planned", None, True),
    ],
)
def test_conditions_and_designations_are_not_asked_where_no_authority_has_a_say(
    code, work_type, in_limits, asked
):
    given = situation(code=code)
    seen = shown(given, work_type=work_type, hs2_in_act_limits=in_limits)
    assert ({"permit_conditions", "permit_asds"} <= seen) is asked
    assert bool({"permit_conditions", "permit_asds"} & seen) is asked


@pytest.mark.parametrize(
    ("day", "clock", "there"),
    [
        ("2027-03-28", "00:59", True),
        ("2027-03-28", "01:00", False),
        ("2027-03-28", "1.30 am", False),
        ("2027-03-28", "02:00", True),
        ("2027-03-29", "01:30", True),
        ("2027-10-31", "01:30", True),
    ],
)
def test_an_hour_that_clocks_skip_is_refused_beside_the_field(day, clock, there):
    given = situation()
    days = {"proposed_start_date": day, "proposed_end_date": "2027-11-30"}
    wrong = form.problems(filled(given, **days, proposed_start_time=clock), given)
    assert ("proposed_start_time" in wrong) is not there


def test_a_draft_with_a_bare_number_for_a_time_is_refused_and_not_sent():
    given = situation()
    wrong = filled(given, proposed_start_time="9")
    assert "proposed_start_time" in form.problems(wrong, given)
    with pytest.raises(ValidationError):
        form.build(wrong, given)


@pytest.mark.parametrize("text", ["²", "12a", "1.5", "-1", ""])
def test_further_usrns_that_are_no_numbers_are_told(text):
    given = situation("7374")
    answers = {"hs2_in_act_limits": False, "hs2_additional_usrns": [text, "33909869"]}
    wrong = form.problems(filled(given, **answers), given)
    assert ("hs2_additional_usrns" in wrong) is bool(text)
