"""Whom to call about what meets."""

from dataclasses import replace
from datetime import date

import pytest
from shapely.geometry import Point
from street_works.plugin.clashes.contact import contact
from street_works.plugin.clashes.find import find
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.occupations import from_own_layer, from_record, from_street
from street_works.plugin.clashes.rules.hs2 import Hs2Limits
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.trade.records.on_map import MapRecord
from street_works.plugin.trade.records.streets import Designation, Street
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made import map_records

WORKS = from_record(map_records.works(1, map_records.point(0, 0)))
EVENT = from_record(MapRecord("activity", map_records.point(0, 0), "ARN-1"))
STREET = Street(
    8401426, "High Street", "", "", "Essex", "1585", False, designations=(Designation(1),)
)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (WORKS, "Call Anytown Water (SWA code 0999) about W1: the contact is in its details."),
        (
            replace(WORKS, promoter_code=""),
            "Call Anytown Water about W1: the contact is in its details.",
        ),
        (
            replace(WORKS, promoter=""),
            "Call the promoter with SWA code 0999 about W1: the contact is in its details.",
        ),
        (
            replace(WORKS, promoter="", promoter_code=""),
            "Call the promoter about W1: the contact is in its details.",
        ),
        (
            replace(WORKS, contact="Jo, 0700 900000"),
            "Call Anytown Water (SWA code 0999) about W1: Jo, 0700 900000.",
        ),
        (EVENT, "Call the highway authority about ARN-1: the contact is in its details."),
        (from_street(STREET)[0], "Call Essex about 8401426-1."),
        (from_record(MapRecord("hs2", None)), "Call High Speed Two (HS2) Limited (SWA code 7374)."),
        (
            from_own_layer("Trees", "7", None),
            "It is of your own layer “Trees”: ask who keeps it.",
        ),
    ],
)
def test_whom_and_how(one, said):
    assert contact(one) == said


def test_a_finding_says_the_rule_why_the_traffic_and_whom_to_call():
    day = date(2026, 6, 3)
    ours = Occupation(
        "works", "OURS", "", Point(5, 0), day, day, traffic=TrafficManagement.TWO_WAY_SIGNALS
    )
    (finding,) = find(Shelf([ours]), Shelf([WORKS]), [Near(margin_days=3)])
    assert finding.said == (
        "Works near by: within 25 m, apart at most 3 days",
        "5 m apart, 1 day in common (3 Jun 2026)",
        "yours: two-way signals, theirs: road closure",
        "Call Anytown Water (SWA code 0999) about W1: the contact is in its details.",
    )


def test_of_what_leads_no_traffic_nothing_is_said_about_it():
    limits = from_record(MapRecord("hs2", map_records.point(0, 0)))
    day = date(2026, 6, 3)
    ours = Occupation("works", "OURS", "", Point(5, 0), day, day)
    (finding,) = find(Shelf([ours]), Shelf([limits]), [Hs2Limits()])
    assert finding.said == (
        "Limits of the HS2 act: within 25 m",
        "5 m apart, 1 day in common (3 Jun 2026)",
        "Call High Speed Two (HS2) Limited (SWA code 7374).",
    )
