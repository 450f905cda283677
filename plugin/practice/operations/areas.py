"""Operations of geographical areas: sets of streets that an authority filters its lists by."""

import csv
import io
from dataclasses import replace
from pathlib import PurePath
from typing import Callable

from ...words import tr
from ..keeping.stored_files import Upload
from ..machines.pieces import forbidden
from ..records import Area
from ..refusals import Refusal, bad_field, restricted
from ..serving.exchange import Answer, Call, Handler
from .office import Office

MOST_AREAS = 100
MOST_USRNS = 10_000
"""Business rules 7.7.1."""

_AUTHORITY = "HA"


class AreaOperations:
    """The operations of geographical areas in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._areas = office.register.shelf("areas")

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateGeographicalArea": self.create_geographical_area,
            "UpdateGeographicalArea": self.update_geographical_area,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_geographical_area(self, call: Call) -> Answer:
        """Make an area of the streets in a file, which gives it its name."""
        user, swa_code = call.signed_in, _authority(call)
        name, usrns = self._read(call)

        def make(reference: str) -> Area:
            own = [one for one in self._areas.all() if one.authority_swa_code == swa_code]
            if len(own) >= MOST_AREAS:
                raise forbidden(tr("An authority may have 100 geographical areas"))
            file = self._office.register.add_file(_upload(call), swa_code, user, reference)
            now = self._office.clock.now()
            return Area(reference, name, swa_code, file.file_id, usrns, created=now)

        made = self._areas.add(f"GA-{swa_code}-", make)
        body = {"file_id": made.file_id, "geographical_area_reference_number": made.reference}
        return Answer(status=201, body=body)

    def update_geographical_area(self, call: Call) -> Answer:
        """Replace the streets of one's own area by those of a file, its name by the file's."""
        user, swa_code = call.signed_in, _authority(call)
        reference = call.path["geographicalAreaReferenceNumber"].upper()
        if self._areas.get(reference).authority_swa_code != swa_code:
            raise restricted()
        name, usrns = self._read(call)

        def make(area: Area) -> Area:
            file = self._office.register.add_file(_upload(call), swa_code, user, reference)
            now = self._office.clock.now()
            return replace(area, name=name, file_id=file.file_id, usrns=usrns, modified=now)

        self._areas.change(reference, make)
        return Answer(status=204)

    def _read(self, call: Call) -> tuple[str, tuple[int, ...]]:
        """Return the name and the USRNs of the file that was sent. Raises Refusal 400."""
        upload = _upload(call)
        path = PurePath(upload.name)
        if path.suffix.lower() != ".csv":
            raise _bad(tr("Send a CSV file: its name must end in .csv."))
        usrns = read_usrns(upload.content)
        unknown = [str(one) for one in usrns if one not in self._office.town.by_usrn]
        if unknown:
            said = tr("The gazetteer has no street with these USRNs: {usrns}.")
            raise _bad(said.format(usrns=", ".join(unknown[:10])))
        return path.stem, usrns


def read_usrns(content: bytes) -> tuple[int, ...]:
    """Read one column of different USRNs without a heading.

    Raises Refusal 400 naming the line that is none, and for a file that has none or too many.
    """
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _bad(tr("The file is not a CSV file of USRNs.")) from error
    lines = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if not 1 <= len(lines) <= MOST_USRNS:
        raise _bad(tr("The file must have between 1 and 10,000 USRNs."))
    usrns = [_usrn(number, row) for number, row in lines]
    if len(set(usrns)) < len(usrns):
        raise _bad(tr("Each USRN may be there only once."))
    return tuple(usrns)


def _usrn(number: int, row: list[str]) -> int:
    text = row[0].strip()
    if len(row) != 1 or not (text.isascii() and text.isdigit() and 6 <= len(text) <= 8):
        raise _bad(tr("Line {number} is not one USRN.").format(number=number))
    return int(text)


def _upload(call: Call) -> Upload:
    if call.upload is None or not call.upload.name:
        raise _bad(tr("Send one file."))
    return call.upload


def _bad(message: str) -> Refusal:
    return bad_field("file", message)


def _authority(call: Call) -> str:
    """Return the authority's SWA code; administrators of other organisations have no areas."""
    organisation = call.signed_in.organisation
    if organisation.kind != _AUTHORITY:
        raise restricted()
    return organisation.swa_code
