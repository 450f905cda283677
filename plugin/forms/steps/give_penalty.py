"""Giving a fixed penalty notice (FPN) for an offence (Business rules 11.1)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Optional

from ...api.contract.fields import parsed_time
from ...api.v1.models.work import FPNCreateRequest, FPNResponse
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.steps import Step
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Option, Section
from ..told import Told
from ..values import Values, this_moment
from .evidence import evidence

if TYPE_CHECKING:
    from ...api import StreetManager

_OFFENCE, _PERMIT = "offence_code", "permit_reference_number"


def _send(client: "StreetManager", works: str, request: FPNCreateRequest) -> Receipt:
    made = client.work.create_fpn(works, request)
    return Receipt(works, part=made.fpn_reference_number)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for a notice for that very offence among those that were given since."""
    works = entry.subject
    given = client.work.get_work(works).fpns or ()
    for one in given:
        if entry.may_have_made(one.issue_date_time):
            told = client.work.get_fpn(works, one.fpn_reference_number)
            if _is_for(entry.body, told):
                return Receipt(works, part=told.fpn_reference_number)
    return None


def _is_for(sent: dict[str, Any], told: FPNResponse) -> bool:
    same = ("offence_details", "authorised_officer", "officer_contact_details")
    return (
        sent.get(_OFFENCE) == told.fpn_offence_type
        and parsed_time(str(sent.get("offence_date"))) == told.offence_date
        and all(sent.get(name) == getattr(told, name) for name in same)
    )


class GivePenalty(StepForm[Works, FPNCreateRequest]):
    """Gives an FPN."""

    operation = Operation("CreateFPN", _send, _settle)
    model = FPNCreateRequest
    step = Step.ISSUE_PENALTY
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Give an FPN"),
            checked=tr("I have checked this. I know that the promoter is charged for it."),
            accepted=tr("The FPN is given."),
            refused=tr("The FPN was not accepted."),
            not_sent=tr("The FPN was not sent."),
            unknown=tr("It is not known whether Street Manager has the FPN."),
            not_there=tr("Street Manager does not have the FPN."),
            unanswered=tr("The FPN was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its sections."""
        return (
            Section(
                tr("Offence"),
                (
                    Field(_OFFENCE, tr("Offence")),
                    Field(
                        "offence_date",
                        tr("When was the offence committed?"),
                        tr("UK time. It must be in the past."),
                    ),
                    Field("offence_details", tr("Details of the offence")),
                    Field(_PERMIT, tr("Permit that it is about"), options=_permits),
                ),
            ),
            evidence("fpn_evidence"),
            Section(
                tr("Officer"),
                (
                    Field("authorised_officer", tr("Authorised officer"), habitual=True),
                    Field(
                        "officer_contact_details", tr("Officer's contact details"), habitual=True
                    ),
                ),
            ),
        )

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else an offence under the active permit, seen just now."""
        permit = situation.works.permit
        return {
            "offence_date": this_moment(),
            _PERMIT: "" if permit is None else permit.reference,
            **(kept or {}),
        }

    def thoughts(self, values: Values, situation: About[Works]) -> dict[str, list[str]]:
        """Say which FPNs there are for such an offence already."""
        given = [one for one in situation.works.penalties if one.offence == values.get(_OFFENCE)]
        said = tr("There is an FPN for such an offence already: {reference}, {status}.")
        return {
            _OFFENCE: [
                said.format(reference=one.reference, status=label(one.status)) for one in given
            ]
        }

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say what comes next."""
        return (tr("The promoter may accept or dispute it; until then you may withdraw it."),)


def _permits(situation: About[Works]) -> Iterable[Option]:
    return (Option(one.reference, one.reference) for one in situation.works.permits)
