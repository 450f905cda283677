"""The Street Lookup API."""

from ...contract.calls import Calls
from ..models.lookup import StreetResponse, StreetSummaryResponse


class LookupApi(Calls):
    """Streets of the gazetteer. For planners, contractors and highway authorities."""

    api = "lookup"

    def get_streets(self, easting: float, northing: float) -> list[StreetResponse]:
        """Return the streets within 25 m of a point (EPSG:27700, metres). May raise NotFound."""
        return self._call("GetStreets", easting=easting, northing=northing)

    def get_streets_by_usrn(self, usrn: int) -> StreetResponse:
        """Return the street with this unique street reference number. Raises NotFound."""
        return self._call("GetStreetsByUsrn", usrn=usrn)

    def get_streets_by_query(self, query: str) -> list[StreetSummaryResponse]:
        """Return the streets whose name, town or number match `query`."""
        return self._call("GetStreetsByQuery", query=query)
