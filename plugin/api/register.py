"""`Register`: what the plugin asks of Street Manager to show it, in the trade's values."""

from collections.abc import Iterable, Iterator, Set
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Callable, Protocol

from ..trade.box import Box
from ..trade.days import Days
from ..trade.parties import Party
from ..trade.records.activities import Activity
from ..trade.records.changes import Change
from ..trade.records.forward_plans import ForwardPlan
from ..trade.records.inspections import Inspection
from ..trade.records.listed import ListPage, OwnList, PermitListed, WorksChanged
from ..trade.records.notices import Penalty, Section81
from ..trade.records.on_map import MapAnswer
from ..trade.records.people import Holder, Organisation, Promoter
from ..trade.records.streets import Street, StreetName
from ..trade.records.works import (
    CategoryAnswer,
    CategoryQuestion,
    Comment,
    Permit,
    PermitFound,
    Works,
)

StreetsTold = Callable[[tuple[Street, ...]], object]
"""What hears of the streets that were looked up."""


class Register(Protocol):
    """Reads Street Manager in the name of a signed-in user, whatever the contract's version.

    May be used by several threads. Whatever asks the service raises the errors that
    `StreetManager` names.
    """

    def now(self) -> datetime:
        """Return the moment in UTC by the service's clock; by ours before it has answered."""

    def cancelling(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Let `cancelled` stop what this thread asks inside a `with` block; it raises Cancelled."""

    def map_records(self, kind: str, box: Box, days: Days) -> MapAnswer:
        """Return the records of a kind that meet `box` (EPSG:27700) and `days`.

        HS2 act limits have no days: those are not looked at. Raises TooManyFeatures for more than
        the service gives at once.
        """

    @property
    def tells_changes(self) -> bool:
        """Whether the account may ask which works have changed."""

    def changed_works(self, minutes: float) -> Callable[[], Set[WorksChanged]]:
        """Return what tells, each time it is called, what changed of which works since.

        The first call reaches back some minutes.
        """

    def streets_near(self, easting: float, northing: float) -> tuple[Street, ...]:
        """Return the streets within 25 m of a place (EPSG:27700), which may be none."""

    def street(self, usrn: int) -> Street:
        """Return the street of that number. Raises NotFound."""

    def streets_named(self, words: str) -> tuple[StreetName, ...]:
        """Return the streets whose names and towns have all the words."""

    def works(self, reference: str) -> Works:
        """Return works that the `party` may read. Raises NotFound and AccessRestricted."""

    def permit(self, works_reference: str, permit: str) -> Permit:
        """Return a permit by the references of its works and its own. Raises NotFound."""

    def permit_on_map(self, permit: Permit) -> str:
        """Return the reference of the permit by which the map shows the works of `permit`.

        It is "" where the map does not show them. Raises TooManyFeatures where more lie there.
        """

    def change(self, works_reference: str, permit: str, reference: str) -> Change:
        """Return a change of a permit by the references of its works, the permit and its own.

        Raises NotFound.
        """

    def permits_like(self, text: str) -> tuple[PermitFound, ...]:
        """Return permits with a reference or a street like `text`: the first of them, if many."""

    def category(self, question: CategoryQuestion) -> CategoryAnswer:
        """Return what works would count as; nothing is recorded. Raises BadRequest."""

    def comments(
        self, promoter_code: str, authority_code: str, first: date, last: date
    ) -> Iterator[Comment]:
        """Go through the comments of some days on works of a promoter and an authority."""

    def own_lists(self) -> tuple[OwnList, ...]:
        """Return the lists of the works that the account carries out; none for an authority."""

    def list_pages(self, own: OwnList, today: date) -> Iterator[ListPage]:
        """Go through all pages of a list, of what somebody may have to do something about `today`.

        Raises AccessRestricted where it is not the account's to read.
        """

    def permits_of(self, works: Iterable[str]) -> tuple[PermitListed, ...]:
        """Return the active permits of works by their references, as far as the account may."""

    def fetch_file(self, number: int, path: Path) -> Path:
        """Save a file of works, whole or not at all; returns where it is. Raises NotFound."""

    def activity(self, reference: str) -> Activity:
        """Return an activity. Raises NotFound."""

    def forward_plan(self, works_reference: str, reference: str) -> ForwardPlan:
        """Return a forward plan by the references of its works and its own. Raises NotFound."""

    def penalty(self, works_reference: str, reference: str) -> Penalty:
        """Return a fixed penalty notice by the references of its works and its own.

        Raises NotFound, as the next two do.
        """

    def section_81_notice(self, works_reference: str, reference: str) -> Section81:
        """Return a section 81 notice likewise."""

    def inspection(self, works_reference: str, reference: str) -> Inspection:
        """Return an inspection that was made likewise."""

    def promoters(self) -> tuple[Organisation, ...]:
        """Return all promoters; none where the account may not ask for them."""

    def promoter(self, code: str) -> Promoter:
        """Return the promoter of that SWA code. Raises NotFound."""

    def holder(self, email: str) -> Holder:
        """Find out what the signed-in user of that address may do, and whose account it is.

        From then on what its roles do not allow raises AccessRestricted without being asked.
        """

    @property
    def organisation_code(self) -> str:
        """The SWA code of the organisation that the account belongs to, "" if not told."""

    @property
    def party(self) -> Party:
        """For whom the account speaks, as far as `holder` has found out."""

    @property
    def shows_works(self) -> bool:
        """Whether the account may see works on the map."""

    @property
    def takes_applications(self) -> bool:
        """Whether the account may apply for works, as far as its roles go."""
