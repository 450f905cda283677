"""The operations of V1.25.12 that the plugin uses: what is sent where, by whom, what comes back.

The client's methods and the practice service's router read the same table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from pydantic import BaseModel

from .enums import OrganisationType, Role, WorkType
from .models import geojson, lookup, party, work

VERSION = "v1"
STATUS_PATH = "/status"
"""Every API answers here without a token when it is well; the Swagger files do not list it."""


@dataclass(frozen=True)
class Parameter:
    """A value beside the body: in the path, the query or, for a file, the form.

    `kind` is string, number, boolean, date-time or file, `untyped` where the contract says
    nothing; `values` lists what is allowed where the contract does.
    """

    name: str
    place: str = "query"
    kind: str = "string"
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Operation:
    """One operation of one API.

    `roles` is empty where no token is needed. `request` is the model of the JSON body, `response`
    the model of the JSON answer or a list of one; None where there is no such body. `success`
    is the status of a good answer.
    """

    api: str
    operation_id: str
    method: str
    path: str
    roles: frozenset[Role]
    parameters: tuple[Parameter, ...] = ()
    request: Optional[type[BaseModel]] = None
    response: Any = None
    success: int = 200


OPEN: frozenset[Role] = frozenset()
APPLICANTS = frozenset({Role.PLANNER, Role.CONTRACTOR})
READERS = APPLICANTS | {Role.HIGHWAY_AUTHORITY}
EVERYONE = READERS | {Role.ADMIN}

_WORKS = Parameter("workReferenceNumber", "path", required=True)
_PERMIT = Parameter("permitReferenceNumber", "path", required=True)
_ORGANISATION = Parameter("organisationReference", "path", required=True)
_SWA_CODE = Parameter("swaCode")
_BOX = tuple(
    Parameter(name, kind="number", required=True)
    for name in ("minEasting", "minNorthing", "maxEasting", "maxNorthing")
)
_DATES = (Parameter("start_date", kind="date-time"), Parameter("end_date", kind="date-time"))
_CATEGORY = (
    Parameter("work_type", required=True, values=tuple(kind.value for kind in WorkType)),
    Parameter("proposed_start_date", kind="date-time"),
    Parameter("proposed_end_date", kind="date-time"),
    Parameter("is_ttro_required", kind="boolean"),
    Parameter("immediate_risk", kind="boolean"),
    Parameter("work_reference_number"),
)

WORK = (
    Operation(
        "work",
        "Authenticate",
        "POST",
        "/authenticate",
        OPEN,
        request=work.AuthenticationRequest,
        response=work.AuthenticationResponse,
    ),
    Operation(
        "work",
        "CreateWork",
        "POST",
        "/works",
        APPLICANTS,
        request=work.WorkCreateRequest,
        response=work.WorkCreateResponse,
        success=201,
    ),
    Operation(
        "work",
        "GetWork",
        "GET",
        "/works/{workReferenceNumber}",
        READERS,
        (_WORKS,),
        response=work.WorkResponse,
    ),
    Operation(
        "work",
        "GetPermit",
        "GET",
        "/works/{workReferenceNumber}/permits/{permitReferenceNumber}",
        READERS,
        (_WORKS, _PERMIT),
        response=work.PermitResponse,
    ),
    Operation(
        "work",
        "GetWorkCategory",
        "GET",
        "/permits/category",
        READERS,
        _CATEGORY,
        response=work.WorkCategoryResponse,
    ),
    Operation(
        "work",
        "CalculateDuration",
        "GET",
        "/duration",
        READERS,
        (Parameter("startDate", kind="date-time"), Parameter("endDate", kind="date-time")),
        response=work.DurationCalculationResponse,
    ),
    Operation(
        "work",
        "UploadFile",
        "POST",
        "/files",
        EVERYONE,
        (Parameter("file", "formData", "file", required=True), _SWA_CODE),
        response=work.FileSummaryResponse,
        success=201,
    ),
    Operation(
        "work",
        "GetFile",
        "GET",
        "/files/{fileId}",
        EVERYONE,
        (Parameter("fileId", "path", "untyped", required=True),),
    ),
    Operation(
        "work",
        "DeleteFile",
        "DELETE",
        "/files/{fileId}",
        EVERYONE,
        (Parameter("fileId", "path", "number", required=True),),
        success=204,
    ),
)

GEOJSON = (
    Operation(
        "geojson",
        "GetWorksIntersectBoundingBox",
        "GET",
        "/works",
        READERS,
        (*_BOX, *_DATES, Parameter("work_reference_number")),
        response=geojson.WorkResponse,
    ),
    Operation(
        "geojson",
        "GetActivitiesIntersectingBounds",
        "GET",
        "/activities",
        READERS,
        (*_BOX, *_DATES),
        response=geojson.ActivityResponse,
    ),
    Operation(
        "geojson",
        "GetForwardPlansIntersectBoundingBox",
        "GET",
        "/forward-plans",
        READERS,
        (*_BOX, *_DATES, Parameter("forward_plan_reference_number")),
        response=geojson.ForwardPlanResponse,
    ),
    Operation(
        "geojson",
        "GetHs2ActLimitsIntersectingBounds",
        "GET",
        "/hs2-act-limits",
        READERS,
        _BOX,
        response=geojson.Hs2ActLimitsResponse,
    ),
)

LOOKUP = (
    Operation(
        "lookup",
        "GetStreets",
        "GET",
        "/nsg/streets",
        READERS,
        (
            Parameter("easting", kind="number", required=True),
            Parameter("northing", kind="number", required=True),
        ),
        response=list[lookup.StreetResponse],
    ),
    Operation(
        "lookup",
        "GetStreetsByUsrn",
        "GET",
        "/nsg/streets/{usrn}",
        READERS,
        (Parameter("usrn", "path", "number", required=True),),
        response=lookup.StreetResponse,
    ),
    Operation(
        "lookup",
        "GetStreetsByQuery",
        "GET",
        "/nsg/search",
        READERS,
        (Parameter("query", required=True),),
        response=list[lookup.StreetSummaryResponse],
    ),
)

PARTY = (
    Operation(
        "party",
        "Refresh",
        "POST",
        "/refresh",
        OPEN,
        request=party.TokenRefreshRequest,
        response=party.TokenRefreshResponse,
    ),
    Operation("party", "Logout", "POST", "/logout", OPEN, request=party.LogoutRequest, success=204),
    Operation(
        "party",
        "GetOrganisation",
        "GET",
        "/organisations/{organisationReference}",
        EVERYONE,
        (_ORGANISATION,),
        response=party.OrganisationResponse,
    ),
    Operation(
        "party",
        "GetOrganisations",
        "GET",
        "/organisations",
        EVERYONE,
        (
            Parameter("type", values=tuple(kind.value for kind in OrganisationType)),
            Parameter("query"),
        ),
        response=list[party.OrganisationSummaryResponse],
    ),
    Operation(
        "party",
        "GetWorkstreams",
        "GET",
        "/organisations/{organisationReference}/workstreams",
        APPLICANTS | {Role.ADMIN},
        (_ORGANISATION,),
        response=list[party.WorkstreamResponse],
    ),
    Operation(
        "party",
        "GetUser",
        "GET",
        "/users/{email}",
        EVERYONE,
        (Parameter("email", "path", required=True), _SWA_CODE),
        response=party.UserResponse,
    ),
)

OPERATIONS: Mapping[tuple[str, str], Operation] = {
    (one.api, one.operation_id): one for one in (*WORK, *GEOJSON, *LOOKUP, *PARTY)
}
"""Every operation by its API and operation id: ids alone are not unique among the six APIs."""
