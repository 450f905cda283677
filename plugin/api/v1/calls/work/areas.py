"""Geographical areas: lists of streets under a name, kept by highway authorities."""

from ....contract.calls import Calls
from ....http.upload import Sendable
from ...models.work import GeographicalAreaCreateResponse


class AreaCalls(Calls):
    """Geographical areas: lists of streets under a name, kept by highway authorities."""

    def create_geographical_area(self, file: Sendable) -> GeographicalAreaCreateResponse:
        """Make an area from a file of USRNs, which gives it its name; return its references.

        Raises StreetWorksError when the file cannot be read or is too large. For highway
        authorities and administrators.
        """
        return self._call("CreateGeographicalArea", file=file)

    def update_geographical_area(
        self, geographical_area_reference_number: str, file: Sendable
    ) -> None:
        """Replace the streets of an area by those of a file.

        Raises NotFound, and StreetWorksError when the file cannot be read or is too large. For
        highway authorities and administrators.
        """
        self._call(
            "UpdateGeographicalArea",
            file=file,
            geographicalAreaReferenceNumber=geographical_area_reference_number,
        )
