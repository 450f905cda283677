"""What every family of operations works with: the register, the town, the clock."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

import shapely.geometry
from pydantic import BaseModel

from ...trade.workstreams import DEFAULT_WORKSTREAM
from ...words import tr
from ..answers import Known
from ..clock import Clock
from ..keeping.register import Register
from ..people.accounts import User
from ..people.organisations import BY_CODE
from ..records import Change, Place, Works, Workstream
from ..refusals import bad_field, restricted
from ..serving.exchange import Answer, Call, read_body
from ..town.gazetteer import Street, Town
from ..town.names import TOWN

Check = Callable[[Works, User], None]
First = Callable[[Any, Works, str], Change]


@dataclass(frozen=True)
class Office:
    """Reads requests, finds streets and workstreams, and carries changes to the register."""

    register: Register
    town: Town
    clock: Clock

    @property
    def known(self) -> Known:
        """What answers need beside the record."""
        return Known(self.register, self.town, self.clock)

    def read(self, model: type[BaseModel], call: Call) -> Any:
        """Read the body by its model, judged by this clock. Raises Refusal 400."""
        return read_body(model, call.body, today=self.clock.today(), now=self.clock.now())

    def works(self, call: Call) -> Works:
        """Return the works that the path names. Raises Refusal 404."""
        return self.register.works(call.path["workReferenceNumber"])

    def change(
        self, call: Call, request: Any, check: Check, make: Callable[[Works], Change]
    ) -> Works:
        """Change the works that the path names, if `check` lets the user."""

        def checked(works: Works) -> Change:
            check(works, call.signed_in)
            return make(works)

        reference = call.path["workReferenceNumber"]
        return self.register.change(reference, call.signed_in, checked, request)

    def changed(
        self, call: Call, request: Any, check: Check, make: Callable[[Works], Change]
    ) -> Answer:
        """Change the works that the path names, and answer with no content."""
        self.change(call, request, check, make)
        return Answer(status=204)

    def create(self, call: Call, request: Any, status: str, first: First, where: str = "") -> Works:
        """Create works of the promoter that a request names, and what `first` makes with them.

        `first` gets the request, the works without their reference, and the reference. Raises
        Refusal.
        """
        promoter = BY_CODE[request.promoter_swa_code]
        workstream = self.workstream(promoter.swa_code, request.workstream_prefix)
        works = Works(
            reference="",
            workstream=workstream,
            promoter_swa_code=promoter.swa_code,
            promoter=promoter.name,
            place=self.place(request, request.highway_authority_swa_code),
            geometry=shapely.geometry.shape(request.works_coordinates),
            status=status,
            created=self.clock.now(),
            where=where,
        )
        return self.register.create(
            request.work_reference_number,
            promoter.prefix + workstream,
            call.signed_in,
            partial(first, request, works),
            request,
        )

    def promoter(self, swa_code: str, user: User) -> None:
        """Raise Refusal 401 unless the user may act for this promoter."""
        if swa_code not in user.promoters:
            raise restricted()

    def workstreams(self, swa_code: str) -> list[Workstream]:
        """Return the workstreams of an organisation, as they were made or changed."""
        known = {
            prefix: Workstream(swa_code, prefix, name)
            for prefix, name in BY_CODE[swa_code].workstreams
        }
        for one in self.register.shelf("workstreams").all():
            if one.organisation == swa_code:
                known[one.prefix] = one
        return sorted(known.values(), key=lambda one: one.prefix)

    def workstream(self, swa_code: str, wanted: Optional[str]) -> str:
        """Return the workstream that is wanted, or else the promoter's first. Refusal 400."""
        known = [
            one.prefix
            for one in self.workstreams(swa_code)
            if one.status == "active" and one.prefix != DEFAULT_WORKSTREAM
        ]
        prefix = wanted or next(iter(known), "")
        if prefix not in known:
            message = tr("The promoter has no workstream with this prefix.")
            raise bad_field("workstream_prefix", message)
        return prefix

    def street(self, usrn: int) -> Street:
        """Return a street of the gazetteer. Raises Refusal 400."""
        street = self.town.by_usrn.get(usrn)
        if street is None:
            raise bad_field("usrn", tr("The gazetteer has no street with this USRN."))
        return street

    def place(self, request: Any, authority_swa_code: str) -> Place:
        """Return the place that a request names by `usrn` and what it says beside it.

        What the request leaves out is the gazetteer's. Raises Refusal 400 for a street that is not
        there, or that the authority does not keep.
        """
        street = self.street(request.usrn)
        codes = [code for code, _ in street.authorities]
        if authority_swa_code not in codes:
            raise bad_field(
                "highway_authority_swa_code",
                tr("This must be a primary notice authority of the street: {codes}.").format(
                    codes=", ".join(codes)
                ),
            )
        road = request.road_category
        return Place(
            usrn=street.usrn,
            street=request.street_name or street.name,
            area=request.area_name or street.area,
            town=request.town or TOWN.upper(),
            road_category=street.road_category if road is None else road,
            authority_swa_code=authority_swa_code,
            authority=BY_CODE[authority_swa_code].name,
        )
