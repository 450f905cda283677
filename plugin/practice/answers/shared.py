"""What many answers have in common."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Optional

from ..keeping.stored_files import StoredFile
from ..map.features import stamp
from ..people.organisations import BY_CODE
from ..records import Works, geojson


def stamped(moment: Optional[datetime]) -> Optional[str]:
    """Write a moment, or nothing."""
    return stamp(moment) if moment else None


def place(works: Works) -> dict[str, Any]:
    """Return whose works these are and where, as most answers about works say it."""
    where = works.place
    return {
        "promoter_swa_code": works.promoter_swa_code,
        "promoter_organisation": works.promoter,
        "highway_authority_swa_code": where.authority_swa_code,
        "highway_authority": where.authority,
        "street_name": where.street,
        "town": where.town,
        "area_name": where.area,
        "usrn": where.usrn,
        "road_category": where.road_category,
        "works_coordinates": geojson(works.geometry),
    }


def contact(works: Works) -> str:
    """Return the promoter's contact details."""
    return f"{works.promoter}, 01632 960001"


def file_summaries(files: Iterable[StoredFile]) -> list[dict[str, Any]]:
    """Return FileSummaryResponses."""
    return [{"file_id": file.file_id, "name": file.name} for file in files]


def file(one: StoredFile) -> dict[str, Any]:
    """Return a FileResponse."""
    return {
        "file_id": one.file_id,
        "name": one.name,
        "created_date": stamp(one.created),
        "user_created_by": one.user,
        "swa_code": one.swa_code,
        "organisation_name": BY_CODE[one.swa_code].name,
    }


def present(body: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: the contract lets most such fields be absent, few be null."""
    return {name: value for name, value in body.items() if value is not None}
