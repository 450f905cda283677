"""Streets and works found by what a planner types: a name and a town, a number, a reference."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Optional, Union

from ...api.errors import AccessRestricted, NotFound
from ...api.register import Register
from ...errors import StreetWorksError
from ...trade.calendar import civil_day
from ...trade.labels import label
from ...trade.records.geojson import GeoJson
from ...trade.records.streets import Street
from ...trade.records.works import Permit, PermitFound, Works
from ...trade.telling import whole_day
from ...words import tr
from ..current_permit import current_permit, first_permit

FEWEST_LETTERS = 3

_USRN = re.compile(r"0*[1-9][0-9]{5,7}")
_WORKS = re.compile(r"[A-Z]{2}[A-Z0-9]{3}[A-Z0-9_-]{1,19}")
_PERMIT = re.compile(r"(.+)-[0-9]{2}")


@dataclass(frozen=True)
class Found:
    """A place that was found: its name, what more is known, and its shape.

    `geometry` is GeoJSON in EPSG:27700, or None where the register tells none. `works` and `permit`
    are references, `usrn` is the number of its street.
    """

    title: str
    description: str
    geometry: Optional[GeoJson] = None
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


def find_streets(register: Register, text: str) -> list[Found]:
    """Find the street of a USRN, or the streets whose names and towns have every word of `text`.

    Raises ApiError; a number that no street has finds nothing.
    """
    if is_usrn(text):
        try:
            return [_street(register.street(int(text)))]
        except NotFound:
            return []
    words = " ".join(text.replace(",", " ").split())
    if len(words) < FEWEST_LETTERS:
        return []
    return [
        Found(
            f"{one.name}, {one.town}" if one.town else one.name,
            _known(one.area, one.county, tr("USRN {usrn}").format(usrn=one.usrn)),
            one.middle,
            usrn=one.usrn,
        )
        for one in register.streets_named(words)
    ]


def find_works(register: Register, text: str) -> list[Found]:
    """Find anybody's works by a whole reference, one's own by a part of it or of a street's name.

    The register shows other promoters' works only by the whole reference of the works or of one of
    their permits. Raises ApiError, and StreetWorksError where the account may not look for parts.
    """
    reference = _reference(text)
    if is_reference(reference):
        found = _permit(register, reference) or _works(register, reference)
        if found is not None:
            return [found]
    if len(reference) < FEWEST_LETTERS:
        return []
    try:
        listed = register.permits_like(" ".join(text.split()))
    except AccessRestricted as error:
        raise StreetWorksError(
            tr("No works have the reference “{text}”.").format(text=text.strip()),
            advice=tr("Your account finds works by their whole reference only."),
            detail=error.detail,
        ) from error
    return [_from_permit(one, one.reference) for one in listed]


def _permit(register: Register, reference: str) -> Optional[Found]:
    match = _PERMIT.fullmatch(reference)
    if match is None:
        return None
    try:
        return _from_permit(register.permit(match.group(1), reference), reference)
    except NotFound:
        return None


def _works(register: Register, reference: str) -> Optional[Found]:
    """Return works of one's own with all there is; others by the permit by which they stand."""
    try:
        first = first_permit(register, reference)
    except NotFound:
        first = None
    if first is None or register.party.may_read(first.promoter_code, first.authority_code):
        try:
            return _from_works(register.works(reference))
        except (AccessRestricted, NotFound):
            if first is None:
                return None
    return _from_permit(current_permit(register, first), reference)


def _from_works(works: Works) -> Found:
    return Found(
        works.reference,
        _known(works.promoter, works.street, works.town, label(works.status)),
        works.geometry,
        works.reference,
        "" if works.permit is None else works.permit.reference,
        works.usrn,
    )


def _from_permit(permit: Union[Permit, PermitFound], title: str) -> Found:
    return Found(
        title,
        _known(
            permit.promoter,
            permit.street,
            permit.town,
            label(permit.status),
            _days(permit.first_day, permit.last_day),
        ),
        permit.geometry,
        permit.works_reference,
        permit.reference,
        permit.usrn,
    )


def _street(street: Street) -> Found:
    return Found(
        _known(street.name, street.town),
        _known(street.area, street.authority, tr("USRN {usrn}").format(usrn=street.usrn)),
        street.line or street.middle,
        usrn=street.usrn,
    )


def _reference(text: str) -> str:
    return "".join(text.split()).upper()


def _known(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _days(start: datetime, end: datetime) -> str:
    first, last = (whole_day(civil_day(one)) for one in (start, end))
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)
