"""What the form says to think about: it never blocks, and it stands beside its field."""

from datetime import date, datetime, timezone

import pytest
from street_works.plugin.forms.application.choices import designations
from street_works.plugin.forms.application.days import on_days
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.application.hints import earliest_day, local_category
from street_works.plugin.forms.application.situation import Situation
from street_works.plugin.trade.calendar import add_working_days
from street_works.plugin.trade.records.people import Promoter
from street_works.tests.made.streets import as_told

form = Application()
TODAY = date(2026, 6, 1)


def designation(code, **more):
    return {"street_special_desig_code": code, "special_desig_periodicity_code": 2, **more}


def situation(*designations, **changes):
    street = {
        "usrn": 33909869,
        "street_descriptor": "HIGH STREET",
        "area": "",
        "town": "ELMBRIDGE",
        "authority": "Elmshire",
        "authority_swa_code": "4001",
        "road_category": 3,
        "reinstatement_types": [],
        "traffic_sensitive": False,
        "primary_notice_authorities": [],
        "interest_authorities": [],
        "additional_special_designations_response": list(designations),
    }
    return Situation(
        street=as_told(street),
        promoter=Promoter("Elm Gas", "7349", "ZX"),
        extent={"type": "LineString", "coordinates": [[530000, 180000], [530010, 180000]]},
        today=TODAY,
        **changes,
    )


def hinted(given, **changes):
    return form.hints({**form.defaults(given), **changes}, given)


def test_an_untouched_form_on_a_plain_street_has_no_hints():
    assert hinted(situation()) == {}


def test_a_road_closure_without_an_order_is_questioned():
    closed = {"traffic_management_type": "road_closure"}
    assert "is_ttro_required" in hinted(situation(), **closed, is_ttro_required=False)
    assert "is_ttro_required" not in hinted(situation(), **closed, is_ttro_required=True)


def test_a_traffic_sensitive_street_that_is_not_ticked_is_told_with_its_times():
    times = {"special_desig_start_time": 730, "special_desig_end_time": 930}
    given = situation(designation(2, **times))
    assert "permit_asds" not in hinted(given)
    assert "07:30–09:30" in hinted(given, permit_asds=[])["permit_asds"]


def test_lane_rental_that_does_not_fit_the_street_is_told():
    assert "lane_rental_applicable" in hinted(situation(), lane_rental_applicable=True)
    given = situation(designation(16))
    assert "lane_rental_applicable" in hinted(given, lane_rental_applicable=False)
    assert "lane_rental_applicable" not in hinted(given, lane_rental_applicable=True)


def test_a_section_58_restriction_asks_for_a_reason():
    given = situation(section_58=("ARN-4001-001",))
    assert "ARN-4001-001" in hinted(given)["additional_info"]


@pytest.mark.parametrize(
    ("address", "odd"), [("ann@", True), ("ann@elm.example", False), ("", False)]
)
def test_an_odd_address_is_questioned_and_not_refused(address, odd):
    assert (
        "secondary_contact_email" in hinted(situation(), secondary_contact_email=address)
    ) is odd


def test_a_start_on_a_sunday_and_a_start_without_notice_are_told():
    sunday = hinted(situation(), proposed_start_date="2026-06-14")["proposed_start_date"]
    assert sunday == "This is not a working day."
    soon = hinted(situation(), proposed_start_date="2026-06-02", proposed_end_date="2026-06-02")
    assert "less notice" in soon["proposed_start_date"]


def test_designations_that_do_not_apply_on_the_days_are_not_ticked():
    over = designation(2, special_desig_end_date="2020-01-01T00:00:00.000Z")
    assert form.defaults(situation(over))["permit_asds"] == []
    assert len(form.defaults(situation(designation(2)))["permit_asds"]) == 1


def test_designations_are_offered_by_name_time_and_place():
    given = situation(
        designation(
            2,
            special_desig_start_time=730,
            special_desig_end_time=930,
            special_desig_location_text="NORTH END",
        )
    )
    ((_key, name, more),) = designations(given)
    assert name == "Traffic-sensitive"
    assert more == "Working days, 07:30–09:30 · NORTH END"


def test_the_local_category_follows_dates_and_order():
    values = form.defaults(situation())
    here = local_category(values, TODAY)
    assert (here.category, here.working_days, here.starts_early) == ("minor", 3, False)
    assert local_category({**values, "is_ttro_required": True}, TODAY).category == "paa"
    assert local_category({**values, "proposed_end_date": ""}, TODAY) is None


@pytest.mark.parametrize(
    "number",
    ["01632 960001", "+44 1632 960001", "(01632) 960 001", "07700-900123", "01632 960001 ext 12",
     "01632 960001 x12", "0044 1632 960001", "960001 4"],
)  # fmt: skip
def test_a_telephone_number_is_taken_as_it_is_written(number):
    assert "secondary_contact_number" not in hinted(situation(), secondary_contact_number=number)


@pytest.mark.parametrize("number", ["abc", "x", "123", "none", "01632 96000a", "n/a", "1" * 16])
def test_what_is_no_telephone_number_is_told(number):
    for name in ("secondary_contact_number", "additional_contact_number"):
        told = hinted(situation(), **{name: number})
        assert told[name] == "This does not look like a telephone number."


@pytest.mark.parametrize(
    ("place", "told"),
    [("x", True), ("?", True), ("n/a", True), ("-", True), ("Street", True), ("", False),
     ("outside no. 12", False), ("Opposite the church", False), ("FW o/s 12 Mill Lane", False)],
)  # fmt: skip
def test_a_place_that_nobody_finds_is_told(place, told):
    found = hinted(situation(), works_location_description=place)
    assert ("works_location_description" in found) is told


def test_protected_streets_events_and_early_notification_are_told_beside_the_designations():
    protected = situation({"street_special_desig_code": 1})
    assert "consent" in hinted(protected)["permit_asds"]
    early = situation({"street_special_desig_code": 17})
    assert "notified early" in hinted(early, work_type="immediate")["permit_asds"]
    assert "permit_asds" not in hinted(early, work_type="planned")
    event = situation({"street_special_desig_code": 18, "special_desig_description": "Fair"})
    assert "Fair" in hinted(event)["permit_asds"]


@pytest.mark.parametrize(
    ("now", "early"),
    [
        ("2026-06-01T15:30:00+00:00", False),
        ("2026-06-01T15:31:00+00:00", True),
        ("2026-06-01T16:00:00+00:00", True),
        ("2026-06-01T22:59:00+00:00", True),
        (None, False),
    ],
)
def test_locally_too_an_application_after_half_past_four_counts_tomorrow(now, early):
    values = {
        "work_type": "planned",
        "proposed_start_date": "2026-06-04",
        "proposed_end_date": "2026-06-05",
    }
    moment = now and datetime.fromisoformat(now)
    assert local_category(values, TODAY, moment).starts_early is early


@pytest.mark.parametrize(
    ("length", "work_type", "earliest"),
    [
        (3, None, date(2026, 12, 4)),  # minor: three working days
        (4, None, date(2026, 12, 15)),  # standard: ten
        (11, "planned", date(2027, 2, 23)),  # an advance authorisation: three months
        (4, "immediate", date(2026, 12, 1)),
    ],
)
def test_notice_is_kept_as_the_length_of_the_works_asks_for(length, work_type, earliest):
    start = date(2027, 1, 11)
    end = add_working_days(start, length - 1)
    values = {**on_days(start, end), "work_type": work_type, "immediate_risk": False}
    now = datetime(2026, 12, 1, 12, tzinfo=timezone.utc)
    assert earliest_day(values, now) == earliest
