"""V1's answers read into the trade's records: what an application repeats comes to the letter."""

from datetime import date, datetime, timezone

import pytest
from street_works.plugin.api.v1.models.lookup import StreetResponse, StreetSummaryResponse
from street_works.plugin.api.v1.models.party import (
    OrganisationResponse,
    UserResponse,
    WorkstreamResponse,
)
from street_works.plugin.api.v1.models.work import PermitResponse, WorkResponse
from street_works.plugin.api.v1.reading import people, streets, works
from street_works.plugin.trade.records.people import Holder, Organisation, Promoter, Workstream
from street_works.plugin.trade.records.streets import (
    Designation,
    NoticeAuthority,
    Reinstatement,
    Street,
    StreetName,
)
from street_works.plugin.trade.records.works import Condition, HistoryLine
from street_works.plugin.trade.workstreams import DEFAULT_WORKSTREAM
from street_works.tests.made.parties import trade_at

LINE = {"type": "MultiLineString", "coordinates": [[[471000, 236000], [471100.5, 236000]]]}
POINT = {"type": "Point", "coordinates": [471050, 236000]}
PART = {"type": "LineString", "coordinates": [[471000, None]]}
DESIGNATION = {
    "street_special_desig_code": 2.0,
    "special_desig_location_text": "",
    "special_desig_description": "Market days",
    "special_desig_start_time": 730,
    "special_desig_end_time": 930,
    "special_desig_periodicity_code": 99,
    "special_desig_start_date": "2026-06-03",
    "asd_coordinate_geometry": PART,
    "whole_road": False,
}
STREET = {
    "usrn": 99400104,
    "street_descriptor": "BRIDGE STREET",
    "area": "",
    "town": "TOWN",
    "authority": "Town Council",
    "authority_swa_code": 10,
    "road_category": 3,
    "reinstatement_types": [
        {"reinstatement_type_code": 3},
        {"reinstatement_type_code": "later", "reinstatement_type_location_text": "Footway"},
    ],
    "traffic_sensitive": True,
    "primary_notice_authorities": [
        {"swa_code": "0010", "name": "Town Council", "location_description": "All of it"}
    ],
    "interest_authorities": [],
    "additional_special_designations_response": [
        DESIGNATION,
        {"street_special_desig_code": "bridge", "whole_road": True},
    ],
    "street_line": LINE,
}


def test_a_street_with_its_designations_as_they_were_told():
    read = streets.street(StreetResponse.model_validate(STREET))
    assert read == Street(
        usrn=99400104,
        name="BRIDGE STREET",
        area="",
        town="TOWN",
        authority="Town Council",
        authority_code="0010",
        traffic_sensitive=True,
        reinstatements=(Reinstatement(3), Reinstatement("later", "Footway")),
        notice_authorities=(NoticeAuthority("0010", "Town Council", "All of it"),),
        designations=(
            Designation(
                code=2,
                place="",
                description="Market days",
                first_day=datetime(2026, 6, 3, tzinfo=timezone.utc),
                opens=730,
                closes=930,
                periodicity=99,
                geometry=PART,
            ),
            Designation(code="bridge", whole_street=True),
        ),
        line=LINE,
    )
    assert {type(one.code) for one in read.designations} == {int, str}, "no enumeration of V1's"


def test_a_street_found_by_its_name():
    told = {
        "usrn": 99400104,
        "street_descriptor": "BRIDGE STREET",
        "area": "RIVERSIDE",
        "town": "TOWN",
        "administrative_area": "COUNTY",
        "street_centre_point": POINT,
    }
    read = streets.street_name(StreetSummaryResponse.model_validate(told))
    assert read == StreetName(99400104, "BRIDGE STREET", "RIVERSIDE", "TOWN", "COUNTY", POINT)


def test_whose_an_account_is_and_whom_it_applies_for():
    told = {
        "organisation_name": "Diggers",
        "organisation_reference": "9001",
        "roles": ["Contractor"],
        "contracts": [
            {"name": "Town Water", "organisation_reference": 10},
            {"name": "Town Gas", "organisation_reference": "0011"},
        ],
    }
    read = people.holder(UserResponse.model_validate(told), ["0011", "9001"])
    diggers = Organisation("Diggers", "9001")
    assert read == Holder(diggers, (Organisation("Town Gas", "0011"), diggers))


def test_a_promoter_with_the_workstreams_to_apply_in():
    promoter = OrganisationResponse(
        name="Town Water",
        organisation_reference="0010",
        address_line_one="1 High Street",
        email="a@b.example",
        phone_number="1",
        postcode="AB1 2CD",
        prefix="TW",
        organisation_type="PROMOTER",
        is_hs2_applicable=False,
    )
    workstreams = [
        WorkstreamResponse(status=status, prefix=prefix, name=name, organisation_reference="0010")
        for status, prefix, name in (
            ("active", DEFAULT_WORKSTREAM, "Default"),
            ("active", "002", "Mains"),
            ("deactivated", "003", "Gone"),
            ("later", "004", "New"),
        )
    ]
    assert people.promoter(promoter, workstreams) == Promoter(
        name="Town Water",
        code="0010",
        prefix="TW",
        kind="PROMOTER",
        workstreams=(Workstream("002", "Mains"), Workstream("004", "New")),
    )


@pytest.fixture(scope="module")
def applied():
    """Works that have just been applied for, and their permit, as V1 tells of them."""
    with trade_at("2026-06-01T12:00:00+01:00") as trade:
        case = trade.apply(date(2026, 6, 18), date(2026, 6, 19))
        return case.works, case.permit()


def test_a_permit_with_what_not_every_permit_has(applied):
    _works, told = applied
    more = {
        "is_ttro_required": True,
        "road_category": 10,
        "reasons_for_refusal": ["RC10", "RC99"],
        "permit_conditions": [
            {"condition": "NCT01a", "comment": "Mondays"},
            {"condition": "NCT11a"},
        ],
        "traffic_management_type": "flying_cars",
        "assessment_comments": "",
        "proposed_start_time": "2026-07-01T08:30:00.000Z",
    }
    read = works.permit(PermitResponse.model_validate({**told, **more}))
    assert (read.needs_order, read.reinstatement, read.remarks) == (True, 10, "")
    assert read.refusals == ("RC10", "RC99")
    assert read.conditions == (Condition("NCT01a", "Mondays"), Condition("NCT11a"))
    assert read.traffic == "flying_cars"
    assert read.first_time == datetime(2026, 7, 1, 8, 30, tzinfo=timezone.utc)


def test_what_happened_to_works(applied):
    told, _permit = applied
    first = told["history"][0]
    read = works.works(WorkResponse.model_validate(told))
    assert len(read.history) == len(told["history"])
    assert read.history[0] == HistoryLine(
        datetime.fromisoformat(first["action_date"].replace("Z", "+00:00")),
        first["update_id"],
        first["details"],
        first["username"],
        is_comment=False,
    )
    assert first["details"]
    assert first["username"]
