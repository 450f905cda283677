"""Works from before Street Manager: a record is made for their first inspection or penalty."""

from datetime import date, datetime
from typing import Any, Callable, Optional

import shapely.geometry

from ...trade.workstreams import DEFAULT_WORKSTREAM
from ...words import tr
from ..machines.pieces import about_works
from ..made_up.scene import midnight
from ..people.organisations import BY_CODE, Organisation
from ..records import Change, Historic, Works
from ..refusals import bad_field, restricted, taken_is_a_bad_field
from ..serving.exchange import Call
from .office import Office


def a_promoter(swa_code: str) -> Organisation:
    """Return the promoter of historic works. Raises Refusal 400 when it is none."""
    found = BY_CODE.get(swa_code)
    if found is None or found.kind != "PROMOTER":
        raise bad_field("promoter_swa_code", tr("There is no promoter with this SWA code."))
    return found


def create_historic(
    office: Office, call: Call, request: Any, first: Callable[[Works], Change]
) -> Works:
    """Make historic works of a request, and `first` what is registered for them (15.1).

    Raises Refusal: 401 unless the authority is the user's own; 400 for a street, promoter or
    reference that cannot be used or is taken.
    """
    user = call.signed_in
    if request.highway_authority_swa_code != user.organisation.swa_code:
        raise restricted()
    blank = _blank(office, request)

    def make(_: str) -> Change:
        change = first(blank)
        topic = "Historic works record created"
        created = about_works("historic_works_record_created", topic, change.works)
        return Change(change.works, (created, *change.events), change.files)

    said = tr("There are works with this reference: add to them instead.")
    with taken_is_a_bad_field("historical_permit_reference", said):
        return office.register.create(blank.reference, "", user, make, request)


def _blank(office: Office, request: Any) -> Works:
    place = office.place(request, request.highway_authority_swa_code)
    promoter = a_promoter(request.promoter_swa_code)
    return Works(
        reference=request.historical_permit_reference,
        workstream=DEFAULT_WORKSTREAM,
        promoter_swa_code=promoter.swa_code,
        promoter=promoter.name,
        place=place,
        geometry=shapely.geometry.shape(request.works_coordinates),
        status="historical",
        created=office.clock.now(),
        where=request.works_location_description,
        historic=Historic(
            permit_reference=request.historical_permit_reference,
            description=request.description_of_work,
            start=_midnight(request.work_start_date),
            end=_midnight(request.work_end_date),
        ),
    )


def _midnight(day: Optional[date]) -> Optional[datetime]:
    return midnight(day) if day else None
