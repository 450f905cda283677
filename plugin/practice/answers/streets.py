"""Streets as answers of the Street Lookup API."""

from typing import Any

from ..people.organisations import BY_CODE, COUNTY_HA
from ..town.gazetteer import Street
from ..town.names import TOWN


def street(found: Street) -> dict[str, Any]:
    """Return a StreetResponse."""
    first = BY_CODE[found.authorities[0][0]]
    middle = found.line.interpolate(0.5, normalized=True)
    types = [
        {
            "reinstatement_type_code": found.road_category,
            "reinstatement_type_location_text": "Carriageway",
        }
    ]
    if found.kind in ("high", "market"):
        types.append({"reinstatement_type_code": 7, "reinstatement_type_location_text": "Footway"})
    return {
        "usrn": found.usrn,
        "street_descriptor": found.name,
        "area": found.area,
        "town": TOWN.upper(),
        "authority": first.name,
        "authority_swa_code": first.swa_code,
        "road_category": found.road_category,
        "reinstatement_types": types,
        "traffic_sensitive": found.traffic_sensitive,
        "primary_notice_authorities": [
            {"swa_code": code, "name": BY_CODE[code].name, "location_description": where}
            for code, where in found.authorities
        ],
        "interest_authorities": [
            {"name": name, "location_description": where} for name, where in found.interests
        ],
        "additional_special_designations_response": list(found.designations),
        "street_line": {
            "type": "MultiLineString",
            "coordinates": [[[p[0], p[1]] for p in found.line.coords]],
        },
        "street_centre_point": {
            "type": "Point",
            "coordinates": [round(middle.x, 2), round(middle.y, 2)],
        },
    }


def street_summary(found: Street) -> dict[str, Any]:
    """Return a StreetSummaryResponse."""
    whole = street(found)
    names = ("street_descriptor", "area", "town", "usrn", "street_centre_point")
    return {**{name: whole[name] for name in names}, "administrative_area": COUNTY_HA.name}
