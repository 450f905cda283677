"""The GeoJSON API."""

from datetime import date
from typing import Optional

from ...contract.calls import Calls
from ..models.geojson import (
    ActivityResponse,
    ForwardPlanResponse,
    Hs2ActLimitsResponse,
    WorkResponse,
)


class GeoJsonApi(Calls):
    """What is on the map in a box: at most 100 features a call, otherwise TooManyFeatures.

    Boxes are in metres of British National Grid (EPSG:27700); what meets the box comes back, of all
    organisations. A feature that cannot be read is listed in the answer's `refused`. For planners,
    contractors and highway authorities.
    """

    api = "geojson"

    def get_works_intersect_bounding_box(
        self,
        min_easting: float,
        min_northing: float,
        max_easting: float,
        max_northing: float,
        start_date: Optional[date] = None,
        end_date: Optional[date] = None,
        work_reference_number: Optional[str] = None,
    ) -> WorkResponse:
        """Return the works in a box, between two dates if given. Raises TooManyFeatures."""
        return self._call(
            "GetWorksIntersectBoundingBox",
            minEasting=min_easting,
            minNorthing=min_northing,
            maxEasting=max_easting,
            maxNorthing=max_northing,
            start_date=start_date,
            end_date=end_date,
            work_reference_number=work_reference_number,
        )

    def get_activities_intersecting_bounds(
        self,
        min_easting: float,
        min_northing: float,
        max_easting: float,
        max_northing: float,
        start_date: Optional[date] = None,
        end_date: Optional[date] = None,
    ) -> ActivityResponse:
        """Return the activities in a box, between two dates if given. Raises TooManyFeatures."""
        return self._call(
            "GetActivitiesIntersectingBounds",
            minEasting=min_easting,
            minNorthing=min_northing,
            maxEasting=max_easting,
            maxNorthing=max_northing,
            start_date=start_date,
            end_date=end_date,
        )

    def get_forward_plans_intersect_bounding_box(
        self,
        min_easting: float,
        min_northing: float,
        max_easting: float,
        max_northing: float,
        start_date: Optional[date] = None,
        end_date: Optional[date] = None,
        forward_plan_reference_number: Optional[str] = None,
    ) -> ForwardPlanResponse:
        """Return the raised forward plans in a box. Raises TooManyFeatures."""
        return self._call(
            "GetForwardPlansIntersectBoundingBox",
            minEasting=min_easting,
            minNorthing=min_northing,
            maxEasting=max_easting,
            maxNorthing=max_northing,
            start_date=start_date,
            end_date=end_date,
            forward_plan_reference_number=forward_plan_reference_number,
        )

    def get_hs2_act_limits_intersecting_bounds(
        self, min_easting: float, min_northing: float, max_easting: float, max_northing: float
    ) -> Hs2ActLimitsResponse:
        """Return the limits of the HS2 act in a box. Raises TooManyFeatures."""
        return self._call(
            "GetHs2ActLimitsIntersectingBounds",
            minEasting=min_easting,
            minNorthing=min_northing,
            maxEasting=max_easting,
            maxNorthing=max_northing,
        )
