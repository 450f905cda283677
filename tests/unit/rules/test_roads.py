"""What the gazetteer's reinstatement codes are called (NSG DTF 8.1, table 7.2)."""

import pytest
from street_works.plugin.rules.roads import road_name, roads_of
from street_works.plugin.trade.records.streets import Reinstatement
from street_works.tests.made.streets import street

NAMES = {
    1: "Carriageway type 1",
    2: "Carriageway type 2",
    3: "Carriageway type 3",
    4: "Carriageway type 4",
    5: "Carriageway type 0",
    6: "High duty footway",
    7: "High amenity footway",
    8: "Other footway",
    9: "Private street",
    10: "Carriageway type 6",
}


@pytest.mark.parametrize("code", sorted(NAMES))
def test_a_road_category_is_a_code_and_not_the_number_of_a_type(code):
    assert road_name(code) == NAMES[code]


def test_codes_come_as_text_too_0_is_5_and_unknown_ones_keep_their_number():
    assert road_name("10") == "Carriageway type 6"
    assert road_name(0) == "Carriageway type 0"
    assert road_name(17) == "Reinstatement code 17"


def test_a_street_is_told_with_all_its_roads_and_where_they_are():
    told = street(reinstatements=(Reinstatement(10), Reinstatement(7, "Footway")))
    assert roads_of(told) == "Carriageway type 6; High amenity footway (Footway)"
    assert roads_of(street()) == ""
