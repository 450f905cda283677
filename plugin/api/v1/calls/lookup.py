"""The Street Lookup API."""

from ...connection import Connection
from ..models.lookup import StreetResponse, StreetSummaryResponse


class LookupApi:
    """Streets of the gazetteer. For planners, contractors and highway authorities."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_streets(self, easting: float, northing: float) -> list[StreetResponse]:
        """Return the streets within 25 m of a point (EPSG:27700, metres). May raise NotFound."""
        answer: list[StreetResponse] = self._connection.call(
            "lookup", "GetStreets", easting=easting, northing=northing
        )
        return answer

    def get_streets_by_usrn(self, usrn: int) -> StreetResponse:
        """Return the street with this unique street reference number. Raises NotFound."""
        answer: StreetResponse = self._connection.call("lookup", "GetStreetsByUsrn", usrn=usrn)
        return answer

    def get_streets_by_query(self, query: str) -> list[StreetSummaryResponse]:
        """Return the streets whose name, town or number match `query`."""
        answer: list[StreetSummaryResponse] = self._connection.call(
            "lookup", "GetStreetsByQuery", query=query
        )
        return answer

    def status(self) -> bool:
        """Tell whether the Street Lookup API is well. Needs no session."""
        return self._connection.is_well("lookup")
