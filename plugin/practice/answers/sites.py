"""Sites and reinstatements as answers of the Work API."""

from typing import Any

from ..map.features import stamp
from ..records import Reinstatement, Site, geojson
from .known import Known
from .shared import file_summaries, present


def site(known: Known, one: Site) -> dict[str, Any]:
    """Return a SiteResponse."""
    return {
        **site_summary(one),
        "location_types": list(one.latest.location_types),
        "site_coordinates": geojson(one.latest.geometry),
        "reinstatements": [_reinstatement(known, done) for done in one.reinstatements],
    }


def site_summary(one: Site) -> dict[str, Any]:
    """Return a SiteSummaryResponse: the site as its latest reinstatement left it."""
    latest = one.latest
    return present(
        {
            "site_number": one.number,
            "site_description": latest.location,
            "permit_reference_number": latest.permit_reference,
            "depth": latest.depth,
            "length": latest.length,
            "width": latest.width,
            "completed_date": stamp(latest.done),
            "end_date": stamp(latest.end),
            "site_status": latest.status,
            "reinstatement_type": one.kind,
            "number_of_holes": latest.holes,
        }
    )


def _reinstatement(known: Known, one: Reinstatement) -> dict[str, Any]:
    second = one.second_geometry
    return present(
        {
            "permit_reference_number": one.permit_reference,
            "reinstatement_status": one.status,
            "reinstatement_date": stamp(one.done),
            "depth": one.depth,
            "length": one.length,
            "width": one.width,
            "reinstatement_coordinates": geojson(one.geometry),
            "secondary_reinstatement_coordinates": None if second is None else geojson(second),
            "location_description": one.location,
            "end_date": stamp(one.end),
            "date_created": stamp(one.created),
            "date_modified": stamp(one.created),
            "location_types": list(one.location_types),
            "reinstatement_evidence": one.evidence,
            "files": file_summaries(known.files(one.files)),
            "number_of_holes": one.holes,
        }
    )
