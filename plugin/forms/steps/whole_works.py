"""What is said of all sites of works together: inspection units, and that none is left (BR 8)."""

from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.models.work import FinalReinstatementUpdateRequest, InspectionUnitsUpdateRequest
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.reinstatements import thought_of_the_final_one
from ...rules.steps import Step
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...trade.vocabulary.reinstatements import ReinstatementStatus
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Section
from ..told import Told
from ..values import Values

if TYPE_CHECKING:
    from ...api import StreetManager

_UNITS, _FINAL = "inspection_units", "final_reinstatement"


def _send_units(
    client: "StreetManager", works: str, request: InspectionUnitsUpdateRequest
) -> Receipt:
    client.work.update_inspection_units(works, request)
    return Receipt(works)


def _settle_units(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the works: they have the units that were sent, or others."""
    units = client.work.get_work(entry.subject).inspection_units
    return Receipt(entry.subject) if units == entry.body.get(_UNITS) else None


def _send_final(
    client: "StreetManager", works: str, request: FinalReinstatementUpdateRequest
) -> Receipt:
    client.work.update_final_reinstatement(works, request)
    return Receipt(works)


def _settle_final(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the works: their permit says what was sent, or not."""
    permit = client.work.get_work(entry.subject).active_permit
    said = permit is not None and permit.final_reinstatement == entry.body.get(_FINAL)
    return Receipt(entry.subject) if said else None


class SetInspectionUnits(StepForm[Works, InspectionUnitsUpdateRequest]):
    """Says for how many units works count when inspections are sampled."""

    operation = Operation("UpdateInspectionUnits", _send_units, _settle_units)
    model = InspectionUnitsUpdateRequest
    step = Step.SET_UNITS
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Set inspection units"),
            checked=tr("I have checked this. I know that it is live."),
            accepted=tr("Street Manager has noted the inspection units."),
            refused=tr("The inspection units were not accepted."),
            not_sent=tr("The inspection units were not sent."),
            unknown=tr("It is not known whether Street Manager has the inspection units."),
            not_there=tr("Street Manager does not have these inspection units."),
            unanswered=tr("They were sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        asked = tr("How many inspection units are the works?")
        help_text = tr("From 0 to 999. Sample inspections are counted by them.")
        return (Section(tr("Inspection units"), (Field(_UNITS, asked, help_text),)),)

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else the units that the works have."""
        units = situation.works.units
        return {_UNITS: "" if units is None else str(units), **(kept or {})}


class SetFinalReinstatement(StepForm[Works, FinalReinstatementUpdateRequest]):
    """Says whether all reinstatements of works are registered."""

    operation = Operation("UpdateFinalReinstatement", _send_final, _settle_final)
    model = FinalReinstatementUpdateRequest
    step = Step.SET_FINAL
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Set final reinstatement"),
            checked=tr("I have checked this. I know that it is live."),
            accepted=tr("Street Manager has noted the final reinstatement."),
            refused=tr("The final reinstatement was not accepted."),
            not_sent=tr("The final reinstatement was not sent."),
            unknown=tr("It is not known whether Street Manager has the final reinstatement."),
            not_there=tr("Street Manager does not have it."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        asked = tr("Are all reinstatements of the works registered?")
        help_text = tr("Answer no where a site is still to come: this can be set again.")
        return (Section(tr("Final reinstatement"), (Field(_FINAL, asked, help_text),)),)

    def thoughts(self, values: Values, situation: About[Works]) -> dict[str, list[str]]:
        """Say which sites are still interim."""
        interim = ReinstatementStatus.INTERIM
        sites = [one.number for one in situation.works.sites if one.status == interim]
        thought = thought_of_the_final_one(sites) if values.get(_FINAL) else None
        return {_FINAL: [thought]} if thought else {}
