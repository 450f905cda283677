"""Streets and works found by what a planner types: a name and a town, a number, a reference."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Optional

from ...api import StreetManager
from ...api.errors import AccessRestricted, NotFound
from ...api.v1.models.lookup import StreetResponse
from ...api.v1.models.reporting import PermitSummaryResponse
from ...api.v1.models.work import PermitResponse, WorkResponse
from ...errors import StreetWorksError
from ...trade.calendar import civil_day
from ...trade.labels import label
from ...words import tr

FEWEST_LETTERS = 3

_USRN = re.compile(r"0*[1-9][0-9]{5,7}")
_WORKS = re.compile(r"[A-Z]{2}[A-Z0-9]{3}[A-Z0-9_-]{1,19}")
_PERMIT = re.compile(r"(.+)-[0-9]{2}")

Geometry = Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """A place that was found: its name, what more is known, and its shape.

    `geometry` is GeoJSON in EPSG:27700, or None where the register tells none. `works` and `permit`
    are references, `usrn` is the number of its street.
    """

    title: str
    description: str
    geometry: Optional[Geometry] = None
    works: str = ""
    permit: str = ""
    usrn: Optional[int] = None

    def to_text(self) -> str:
        """Return what `from_text` reads: text can be handed from thread to thread."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> "Found":
        """Read what `to_text` wrote."""
        return cls(**json.loads(text))


def is_usrn(text: str) -> bool:
    """Say whether `text` is written like the number of a street."""
    return _USRN.fullmatch(text.strip()) is not None


def is_reference(text: str) -> bool:
    """Say whether `text` is written like a whole reference of works or of a permit."""
    plain = _reference(text)
    has_digits = sum(character.isdigit() for character in plain) >= FEWEST_LETTERS
    return has_digits and _WORKS.fullmatch(_PERMIT.sub(r"\1", plain)) is not None


def find_streets(client: StreetManager, text: str) -> list[Found]:
    """Find the street of a USRN, or the streets whose names and towns have every word of `text`.

    Raises ApiError; a number that no street has finds nothing.
    """
    if is_usrn(text):
        try:
            return [_street(client.lookup.get_streets_by_usrn(int(text)))]
        except NotFound:
            return []
    words = " ".join(text.replace(",", " ").split())
    if len(words) < FEWEST_LETTERS:
        return []
    return [
        Found(
            f"{one.street_descriptor}, {one.town}" if one.town else one.street_descriptor,
            _known(one.area, one.administrative_area, tr("USRN {usrn}").format(usrn=one.usrn)),
            one.street_centre_point.model_dump(mode="json"),
            usrn=one.usrn,
        )
        for one in client.lookup.get_streets_by_query(words)
    ]


def find_works(client: StreetManager, text: str) -> list[Found]:
    """Find anybody's works by a whole reference, one's own by a part of it or of a street's name.

    The register shows other promoters' works only by the whole reference of the works or of one of
    their permits. Raises ApiError, and StreetWorksError where the account may not look for parts.
    """
    reference = _reference(text)
    if is_reference(reference):
        found = _permit(client, reference) or _works(client, reference)
        if found is not None:
            return [found]
    if len(reference) < FEWEST_LETTERS:
        return []
    try:
        page = client.reporting.get_permits(query=" ".join(text.split()))
    except AccessRestricted as error:
        raise StreetWorksError(
            tr("No works have the reference “{text}”.").format(text=text.strip()),
            advice=tr("Your account finds works by their whole reference only."),
            detail=error.detail,
        ) from error
    return [_listed(one) for one in page.rows]


def _permit(client: StreetManager, reference: str) -> Optional[Found]:
    match = _PERMIT.fullmatch(reference)
    if match is None:
        return None
    try:
        return _from_permit(client.work.get_permit(match.group(1), reference), reference)
    except NotFound:
        return None


def _works(client: StreetManager, reference: str) -> Optional[Found]:
    """Return works of one's own with all there is; others by the permit they began with."""
    try:
        first = client.work.get_permit(reference, f"{reference}-01")
    except NotFound:
        first = None
    if first is not None and not client.rights.may_read(
        str(first.promoter_swa_code), str(first.highway_authority_swa_code)
    ):
        return _from_permit(first, reference)
    try:
        return _from_works(client.work.get_work(reference))
    except (AccessRestricted, NotFound):
        return None if first is None else _from_permit(first, reference)


def _from_works(works: WorkResponse) -> Found:
    active = works.active_permit
    return Found(
        works.work_reference_number,
        _known(
            works.promoter_organisation,
            works.street_name,
            works.town or "",
            label(works.work_status),
        ),
        works.works_coordinates,
        works.work_reference_number,
        "" if active is None else active.permit_reference_number,
        works.usrn,
    )


def _from_permit(permit: PermitResponse, title: str) -> Found:
    return Found(
        title,
        _known(
            permit.promoter_organisation,
            permit.street_name,
            permit.town or "",
            label(permit.permit_status),
            _days(permit.proposed_start_date, permit.proposed_end_date),
        ),
        permit.works_coordinates,
        permit.work_reference_number,
        permit.permit_reference_number,
        permit.usrn,
    )


def _listed(permit: PermitSummaryResponse) -> Found:
    return Found(
        permit.permit_reference_number,
        _known(
            permit.promoter_organisation,
            permit.street,
            permit.town,
            label(permit.status),
            _days(permit.proposed_start_date, permit.proposed_end_date),
        ),
        permit.works_coordinates,
        permit.work_reference_number,
        permit.permit_reference_number,
        permit.usrn,
    )


def _street(street: StreetResponse) -> Found:
    shape = street.street_line or street.street_centre_point
    return Found(
        _known(street.street_descriptor, street.town),
        _known(street.area, street.authority, tr("USRN {usrn}").format(usrn=street.usrn)),
        None if shape is None else shape.model_dump(mode="json"),
        usrn=street.usrn,
    )


def _reference(text: str) -> str:
    return "".join(text.split()).upper()


def _known(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _days(start: Any, end: Any) -> str:
    first, last = (f"{day.day} {day:%b %Y}" for day in (civil_day(start), civil_day(end)))
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)
