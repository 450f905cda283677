"""The operations of the Street Lookup API."""

from ...contract.operation import OPEN
from ...contract.parameters import Metres, Parameter
from ..models import lookup
from ..roles import READERS
from .shared import STATUS_PATH, api

_api = api("lookup")


LOOKUP = (
    _api.get(
        "GetStreets",
        "/nsg/streets",
        READERS,
        Parameter("easting", Metres, required=True),
        Parameter("northing", Metres, required=True),
        response=list[lookup.StreetResponse],
        also=(404,),
    ),
    _api.get(
        "GetStreetsByUsrn",
        "/nsg/streets/{usrn}",
        READERS,
        response=lookup.StreetResponse,
        also=(404,),
    ),
    _api.get(
        "GetStreetsByQuery",
        "/nsg/search",
        READERS,
        Parameter("query", required=True),
        response=list[lookup.StreetSummaryResponse],
    ),
    _api.get("Status", STATUS_PATH, OPEN),
)
