"""The operations of the GeoJSON API."""

from ...contract.operation import OPEN
from ...contract.parameters import Day, Metres, Parameter, Reference
from ..models import geojson
from ..roles import READERS
from .shared import STATUS_PATH, api

_api = api("geojson")

_BOX = tuple(
    Parameter(name, Metres, required=True)
    for name in ("minEasting", "minNorthing", "maxEasting", "maxNorthing")
)
_DATES = (Parameter("start_date", Day), Parameter("end_date", Day))

GEOJSON = (
    _api.get(
        "GetWorksIntersectBoundingBox",
        "/works",
        READERS,
        *_BOX,
        *_DATES,
        Parameter("work_reference_number", Reference),
        response=geojson.WorkResponse,
    ),
    _api.get(
        "GetActivitiesIntersectingBounds",
        "/activities",
        READERS,
        *_BOX,
        *_DATES,
        response=geojson.ActivityResponse,
    ),
    _api.get(
        "GetForwardPlansIntersectBoundingBox",
        "/forward-plans",
        READERS,
        *_BOX,
        *_DATES,
        Parameter("forward_plan_reference_number", Reference),
        response=geojson.ForwardPlanResponse,
    ),
    _api.get(
        "GetHs2ActLimitsIntersectingBounds",
        "/hs2-act-limits",
        READERS,
        *_BOX,
        response=geojson.Hs2ActLimitsResponse,
    ),
    _api.get("Status", STATUS_PATH, OPEN),
)
