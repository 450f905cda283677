"""Applying for another permit: after an advance authorisation, or for a further phase (3.4.5)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.models.work import PermitCreateRequest
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.steps import Step
from ...trade.calendar import civil_day
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...words import tr
from ..application.another import answers_for_another, planned
from ..application.begun import begun
from ..application.on_works import AboutOnStreet, ApplicationAbout
from ..application.sentences import told_of_application
from ..told import Fact, Told
from ..values import Values

if TYPE_CHECKING:
    from ...api import StreetManager
    from ...api.v1.models.work import PermitResponse

PLACE = "works_coordinates"
_TELLING = (
    "work_type",
    "activity_type",
    "description_of_work",
    "works_location_description",
    "traffic_management_type",
    "secondary_contact",
    "secondary_contact_number",
)
"""By what a permit is known to be the one that was applied for, beside its days."""


def _send(client: "StreetManager", works: str, request: PermitCreateRequest) -> Receipt:
    made = client.work.create_permit(works, request)
    return Receipt(works, made.permit_reference_number)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for the permit among those of the works that came to be since it was sent."""
    listed = client.work.get_work(entry.subject).permits or ()
    for one in sorted(listed, key=lambda one: one.permit_reference_number, reverse=True):
        permit = client.work.get_permit(entry.subject, one.permit_reference_number)
        if not entry.may_have_made(permit.date_created):
            break
        if _is_of(permit, entry.body):
            return Receipt(entry.subject, permit.permit_reference_number)
    return None


def _is_of(permit: "PermitResponse", sent: Mapping[str, Any]) -> bool:
    days = {
        "proposed_start_date": permit.proposed_start_date,
        "proposed_end_date": permit.proposed_end_date,
    }
    same_days = all(
        str(sent.get(name)).startswith(civil_day(day).isoformat()) for name, day in days.items()
    )
    return same_days and all(str(getattr(permit, name)) == sent.get(name) for name in _TELLING)


class AddPermit(ApplicationAbout[Works, PermitCreateRequest]):
    """Applies for the next permit of works."""

    operation = Operation("CreatePermit", _send, _settle)
    model = PermitCreateRequest
    step = Step.APPLY
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return told_of_application(tr("Apply for a permit"))

    def begin(self, situation: AboutOnStreet[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else what the latest permit says, on days that are ahead.

        Works without a permit begin as they were planned.
        """
        works, today = situation.works, situation.today
        permit = works.permit
        before = planned(works, today) if permit is None else answers_for_another(permit, today)
        there = {PLACE: dict(situation.extent)}
        return begun(situation, {**before, **there, **(kept or {})})

    def facts(
        self, request: PermitCreateRequest, values: Values, situation: AboutOnStreet[Works]
    ) -> tuple[Fact, ...]:
        """Return which works it is about, what they count as, and every answer that was given."""
        category = situation.category
        said = tr("not known: Street Manager did not say")
        text = said if category is None else label(category.category)
        counted = Fact(tr("Category"), text, "work_type")
        return (*super().facts(request, values, situation), counted)

    def afterwards(self, receipt: Receipt, situation: AboutOnStreet[Works]) -> tuple[str, ...]:
        """Say where the permit can be seen."""
        return (tr("The details of the works show the new permit; the map shows its extent."),)
