"""Where something is: fields that many requests share."""

from typing import Optional

from ....contract.fields import Coordinates
from ...fields import RoadCategory, SwaCode, Text100, Usrn
from ..delegated import Delegated


class StreetFields(Delegated):
    """A street; what is left out beside the USRN comes from the gazetteer."""

    usrn: Usrn
    street_name: Optional[Text100] = None
    town: Optional[Text100] = None
    area_name: Optional[Text100] = None
    road_category: Optional[RoadCategory] = None


class PlaceFields(StreetFields):
    """A place on a street, whose works these are, and who keeps the street."""

    promoter_swa_code: SwaCode
    highway_authority_swa_code: SwaCode
    works_coordinates: Coordinates
