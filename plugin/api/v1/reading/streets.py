"""Streets and their designations."""

from typing import Optional, Union

from ....trade.records.geojson import GeoJson
from ....trade.records.streets import (
    Code,
    Designation,
    NoticeAuthority,
    Reinstatement,
    Street,
    StreetName,
)
from ..models.lookup import (
    AdditionalSpecialDesignationsResponse,
    GeoJSONCentrePoint,
    GeoJSONGeometry,
    GeoJSONMultiLineString,
    StreetResponse,
    StreetSummaryResponse,
)
from ..models.work.permits import PermitASDResponse


def street(answer: StreetResponse) -> Street:
    """Return a street of the look-up."""
    return Street(
        usrn=answer.usrn,
        name=answer.street_descriptor,
        area=answer.area,
        town=answer.town,
        authority=answer.authority,
        authority_code=answer.authority_swa_code,
        traffic_sensitive=answer.traffic_sensitive,
        reinstatements=tuple(
            Reinstatement(
                _code(one.reinstatement_type_code), one.reinstatement_type_location_text or ""
            )
            for one in answer.reinstatement_types
        ),
        notice_authorities=tuple(
            NoticeAuthority(one.swa_code, one.name, one.location_description)
            for one in answer.primary_notice_authorities
        ),
        designations=tuple(
            _of_street(one) for one in answer.additional_special_designations_response
        ),
        line=_geometry(answer.street_line),
        middle=_geometry(answer.street_centre_point),
    )


def street_name(answer: StreetSummaryResponse) -> StreetName:
    """Return a street that was found by its name."""
    return StreetName(
        usrn=answer.usrn,
        name=answer.street_descriptor,
        area=answer.area,
        town=answer.town,
        county=answer.administrative_area,
        middle=answer.street_centre_point.model_dump(mode="json"),
    )


def designation(
    answer: Union[AdditionalSpecialDesignationsResponse, PermitASDResponse],
    geometry: Optional[GeoJson] = None,
    *,
    whole_street: bool = False,
) -> Designation:
    """Return a designation, of a street or as an application repeated it."""
    periodicity = answer.special_desig_periodicity_code
    return Designation(
        code=_code(answer.street_special_desig_code),
        place=answer.special_desig_location_text,
        description=answer.special_desig_description,
        first_day=answer.special_desig_start_date,
        opens=answer.special_desig_start_time,
        last_day=answer.special_desig_end_date,
        closes=answer.special_desig_end_time,
        periodicity=None if periodicity is None else _code(periodicity),
        geometry=geometry,
        whole_street=whole_street,
    )


def _of_street(answer: AdditionalSpecialDesignationsResponse) -> Designation:
    return designation(
        answer, _geometry(answer.asd_coordinate_geometry), whole_street=bool(answer.whole_road)
    )


def _code(code: Code) -> Code:
    return int(code) if isinstance(code, int) else code


def _geometry(
    shape: Union[GeoJSONMultiLineString, GeoJSONCentrePoint, GeoJSONGeometry, None],
) -> Optional[GeoJson]:
    return None if shape is None else shape.model_dump(mode="json")
