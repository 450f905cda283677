"""Geographical areas of highway authorities."""

from ....contract.base import Response
from ....contract.fields import Text


class GeographicalAreaCreateResponse(Response):
    """The reference of a geographical area and the number of its file."""

    file_id: int
    geographical_area_reference_number: Text
