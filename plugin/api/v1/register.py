"""`V1Register`: reads a service of V1.25.12 in the trade's values."""

from collections.abc import Iterable, Iterator, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Callable, cast

from ...trade.box import Box
from ...trade.days import Days
from ...trade.parties import Party
from ...trade.records.activities import Activity
from ...trade.records.changes import Change
from ...trade.records.forward_plans import ForwardPlan
from ...trade.records.inspections import Inspection
from ...trade.records.listed import ListPage, OwnList, PermitListed, WorksChanged
from ...trade.records.notices import Penalty, Section81
from ...trade.records.on_map import MapAnswer
from ...trade.records.people import Holder, Organisation, Promoter
from ...trade.records.streets import Street, StreetName
from ...trade.records.works import (
    CategoryAnswer,
    CategoryQuestion,
    Comment,
    Permit,
    PermitFound,
    Works,
)
from ..errors import AccessRestricted, NotFound
from ..register import StreetsTold
from .client import V1Client
from .enums import OrganisationType, WorkType
from .paging import rows
from .reading import (
    activities,
    alterations,
    changes,
    forward_plans,
    inspections,
    listed,
    notices,
    on_map,
    people,
    streets,
    works,
)


@dataclass(frozen=True)
class V1Register:
    """A `Register`: what each verb returns and raises stands there.

    `streets_told` hears the streets of each look-up.
    """

    client: V1Client
    streets_told: StreetsTold

    def now(self) -> datetime:
        """Return the moment by the service's clock."""
        return self.client.now()

    def cancelling(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Let `cancelled` stop what this thread asks."""
        return self.client.cancelling(cancelled)

    def map_records(self, kind: str, box: Box, days: Days) -> MapAnswer:
        """Return the records of a kind that meet a box and days."""
        return on_map.map_records(self.client.geojson, kind, box, days)

    @property
    def tells_changes(self) -> bool:
        """Whether the account may ask which works have changed."""
        return self.client.rights.may_ask("reporting", "GetUpdates")

    def changed_works(self, minutes: float) -> Callable[[], Set[WorksChanged]]:
        """Return what tells, each time it is called, what changed of which works since."""
        feeds = changes.feeds(self.client, minutes)
        return lambda: {changes.changed(update) for feed in feeds for update in feed}

    def streets_near(self, easting: float, northing: float) -> tuple[Street, ...]:
        """Return the streets within 25 m of a place."""
        try:
            found = self.client.lookup.get_streets(easting, northing)
        except NotFound:  # how the register says that there is none
            return ()
        return self._told(tuple(map(streets.street, found)))

    def street(self, usrn: int) -> Street:
        """Return the street of that number."""
        (found,) = self._told((streets.street(self.client.lookup.get_streets_by_usrn(usrn)),))
        return found

    def _told(self, found: tuple[Street, ...]) -> tuple[Street, ...]:
        self.streets_told(found)
        return found

    def streets_named(self, words: str) -> tuple[StreetName, ...]:
        """Return the streets whose names and towns have all the words."""
        return tuple(map(streets.street_name, self.client.lookup.get_streets_by_query(words)))

    def works(self, reference: str) -> Works:
        """Return works with all that belongs to them."""
        return works.works(self.client.work.get_work(reference))

    def permit(self, works_reference: str, permit: str) -> Permit:
        """Return a permit of some works."""
        return works.permit(self.client.work.get_permit(works_reference, permit))

    def permit_on_map(self, permit: Permit) -> str:
        """Return the reference of the permit by which the map shows the works of another one."""
        return on_map.permit_of_works(self.client.geojson, permit)

    def change(self, works_reference: str, permit: str, reference: str) -> Change:
        """Return a change of a permit."""
        told = self.client.work.get_permit_alteration(works_reference, permit, reference)
        return alterations.change(told)

    def permits_like(self, text: str) -> tuple[PermitFound, ...]:
        """Return the first page of permits with a reference or a street like `text`."""
        page = self.client.reporting.get_permits(query=text)
        return tuple(map(works.permit_found, page.rows))

    def category(self, question: CategoryQuestion) -> CategoryAnswer:
        """Return what works would count as."""
        told = self.client.work.get_work_category(
            cast(WorkType, question.kind),  # the client refuses any other text
            question.first_day,
            question.last_day,
            is_ttro_required=question.needs_order,
            immediate_risk=question.at_risk,
        )
        return works.category(told, datetime.now(timezone.utc))

    def comments(
        self, promoter_code: str, authority_code: str, first: date, last: date
    ) -> Iterator[Comment]:
        """Go through the comments of some days, of another organisation's where it is not ours."""
        ours = self.organisation_code in (promoter_code, authority_code)
        found = rows(
            self.client.reporting.get_comments,
            date_created_from=first,
            date_created_to=last,
            swa_code=None if ours else promoter_code,
        )
        return map(works.comment, found)

    def own_lists(self) -> tuple[OwnList, ...]:
        """Return the lists of the works that the account carries out."""
        return listed.own_lists(self.client)

    def list_pages(self, own: OwnList, today: date) -> Iterator[ListPage]:
        """Go through all pages of a list, narrowed to what can need somebody."""
        return listed.list_pages(self.client, own, today)

    def permits_of(self, works: Iterable[str]) -> tuple[PermitListed, ...]:
        """Return the active permits of works."""
        return listed.permits_of(self.client, works)

    def fetch_file(self, number: int, path: Path) -> Path:
        """Save a file of works."""
        return self.client.work.save_file(number, path)

    def activity(self, reference: str) -> Activity:
        """Return an activity."""
        return activities.activity(self.client.work.get_activity(reference))

    def forward_plan(self, works_reference: str, reference: str) -> ForwardPlan:
        """Return a forward plan of some works."""
        plan = self.client.work.get_forward_plan(works_reference, reference)
        return forward_plans.forward_plan(plan)

    def penalty(self, works_reference: str, reference: str) -> Penalty:
        """Return a fixed penalty notice of some works."""
        return notices.penalty(self.client.work.get_fpn(works_reference, reference))

    def section_81_notice(self, works_reference: str, reference: str) -> Section81:
        """Return a section 81 notice of some works."""
        return notices.section_81(self.client.work.get_section81(works_reference, reference))

    def inspection(self, works_reference: str, reference: str) -> Inspection:
        """Return an inspection of some works."""
        return inspections.inspection(self.client.work.get_inspection(works_reference, reference))

    def promoters(self) -> tuple[Organisation, ...]:
        """Return all promoters, as far as the account may ask for them."""
        if not self.client.rights.may_ask("party", "GetOrganisations"):
            return ()
        found = self.client.party.get_organisations(OrganisationType.PROMOTER)
        return tuple(map(people.organisation, found))

    def promoter(self, code: str) -> Promoter:
        """Return a promoter; workstreams that the account may not see are left to the register."""
        found = self.client.party.get_organisation(code)
        try:
            workstreams = self.client.party.get_workstreams(code)
        except AccessRestricted:
            workstreams = []
        return people.promoter(found, workstreams)

    def holder(self, email: str) -> Holder:
        """Find out what the signed-in user may do, and whose account it is."""
        user = self.client.learn_rights(email)
        return people.holder(user, self.client.rights.promoters)

    @property
    def organisation_code(self) -> str:
        """The SWA code of the organisation that the account belongs to."""
        return self.client.organisation_reference or ""

    @property
    def party(self) -> Party:
        """For whom the account speaks."""
        return self.client.rights

    @property
    def shows_works(self) -> bool:
        """Whether the account may see works on the map."""
        return self.client.rights.may_ask("geojson", "GetWorksIntersectBoundingBox")

    @property
    def takes_applications(self) -> bool:
        """Whether the account may apply for works."""
        return self.client.rights.may_ask("work", "CreateWork")
