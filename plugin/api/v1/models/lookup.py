"""Street Lookup API: streets of the National Street Gazetteer."""

from typing import Any, Literal, Optional, Union

from ...contract.base import Response
from ...contract.fields import Moment, Number, OpenCode, Text
from ..enums import ASDCode, ASDPeriodicityCode, ReinstatementTypeCode
from ..fields import PaddedCode


class GeoJSONCentrePoint(Response):
    """A point, easting and northing in metres (EPSG:27700)."""

    type: Literal["Point"]
    coordinates: list[float]


class GeoJSONMultiLineString(Response):
    """A street's line, eastings and northings in metres (EPSG:27700)."""

    type: Literal["MultiLineString"]
    coordinates: list[list[list[float]]]


class GeoJSONGeometry(Response):
    """The part of a street that a designation covers; a kind of shape not named stays text."""

    type: Union[Literal["Point", "LineString", "Polygon", "MultiLineString"], str]
    coordinates: Any


class ReinstatementTypeDetails(Response):
    """How a street, or a part of it, is to be reinstated."""

    reinstatement_type_code: OpenCode[ReinstatementTypeCode]
    reinstatement_type_location_text: Optional[Text] = None


class PrimaryNoticeAuthority(Response):
    """An authority that has to be given notice, and where on the street."""

    swa_code: PaddedCode
    name: Text
    location_description: Text


class InterestAuthority(Response):
    """Another body with an interest in the street."""

    name: Text
    location_description: Text


class AdditionalSpecialDesignationsResponse(Response):
    """A special designation of a street; times are numbers such as 730 for half past seven."""

    street_special_desig_code: OpenCode[ASDCode]
    special_desig_location_text: Optional[Text] = None
    special_desig_description: Optional[Text] = None
    special_desig_start_time: Optional[Number] = None
    special_desig_end_time: Optional[Number] = None
    special_desig_periodicity_code: Optional[OpenCode[ASDPeriodicityCode]] = None
    asd_coordinate_geometry: Optional[GeoJSONGeometry] = None
    whole_road: Optional[bool] = None
    special_desig_start_date: Optional[Moment] = None
    special_desig_end_date: Optional[Moment] = None


class StreetResponse(Response):
    """A street with its authorities, designations and line."""

    usrn: int
    street_descriptor: Text
    area: Text
    town: Text
    authority: Text
    authority_swa_code: PaddedCode
    road_category: int
    reinstatement_types: list[ReinstatementTypeDetails]
    traffic_sensitive: bool
    primary_notice_authorities: list[PrimaryNoticeAuthority]
    interest_authorities: list[InterestAuthority]
    additional_special_designations_response: list[AdditionalSpecialDesignationsResponse]
    street_line: Optional[GeoJSONMultiLineString] = None
    street_centre_point: Optional[GeoJSONCentrePoint] = None


class StreetSummaryResponse(Response):
    """A street found by its name."""

    street_descriptor: Text
    area: Text
    town: Text
    usrn: int
    administrative_area: Text
    street_centre_point: GeoJSONCentrePoint
