"""The operations of the Street Lookup API."""

from ..models import lookup
from .operation import OPEN, READERS, STATUS_PATH, Api, Parameter

_api = Api("lookup")


LOOKUP = (
    _api.get(
        "GetStreets",
        "/nsg/streets",
        READERS,
        Parameter("easting", kind="number", required=True),
        Parameter("northing", kind="number", required=True),
        response=list[lookup.StreetResponse],
        also=(404,),
    ),
    _api.get(
        "GetStreetsByUsrn",
        "/nsg/streets/{usrn}",
        READERS,
        Parameter("usrn", "path", "number", required=True),
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
