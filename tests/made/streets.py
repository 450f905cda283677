"""Made-up streets."""

from typing import Any

from street_works.plugin.api.v1.models.lookup import StreetResponse
from street_works.plugin.api.v1.reading import streets
from street_works.plugin.trade.records.streets import Designation, Street


def street(*designations: Designation, **changes: Any) -> Street:
    """Return a plain street with some designations."""
    plain: dict[str, Any] = {
        "usrn": 12345678,
        "name": "High Street",
        "area": "",
        "town": "Town",
        "authority": "Authority",
        "authority_code": "1234",
        "traffic_sensitive": False,
        "designations": designations,
    }
    return Street(**{**plain, **changes})


def as_told(answer: dict[str, Any]) -> Street:
    """Return the street of which the look-up of V1.25.12 tells by this JSON."""
    return streets.street(StreetResponse.model_validate(answer))
