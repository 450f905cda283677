"""The sending of what asks for new works, and what became of it where the answer was lost."""

from datetime import date
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional

from ...api.errors import Conflict, NotFound
from ...api.v1.enums import AuditEvent
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...trade.records.receipts import Receipt
from ...words import tr

if TYPE_CHECKING:
    from ...api import StreetManager
    from ...api.v1.models.work import (
        ForwardPlanCreateRequest,
        NonNotifiableSiteCreateRequest,
        WorkCreateRequest,
        WorkResponse,
    )

_OF_THE_WORKS = ("promoter_swa_code", "usrn")
"""What tells works from those that others have under the same reference."""


def sent_shape(entry: Entry) -> Optional[Any]:
    """Return the extent that was sent, as GeoJSON in EPSG:27700, or None where it is damaged."""
    return entry.body.get("works_coordinates")


class SentPlace(NamedTuple):
    """Where new works were to be: the street as far as it was told, 0 and "" where it was not."""

    usrn: int
    street: str
    area: str


def sent_place(entry: Entry) -> SentPlace:
    """Return where the works that were sent are."""
    told = entry.body
    usrn, street, area = (
        str(told.get(name) or "") for name in ("usrn", "street_name", "area_name")
    )
    return SentPlace(int(usrn) if usrn.isdigit() else 0, street, area)


def sent_day(entry: Entry, name: str) -> Optional[date]:
    """Return the day that was sent under a name, or None where there is none."""
    try:
        return date.fromisoformat(str(entry.body.get(name))[:10])  # midnight UTC is the day
    except ValueError:
        return None


def is_own(entry: Entry, may_read: Callable[[str, str], bool]) -> bool:
    """Say whether the account may ask for what was sent, as far as that can be told.

    `may_read` says it of a promoter's and an authority's code.
    """
    sent = entry.body
    return "promoter_swa_code" not in sent or may_read(
        str(sent.get("promoter_swa_code")), str(sent.get("highway_authority_swa_code"))
    )


def _send(client: "StreetManager", subject: str, request: "WorkCreateRequest") -> Receipt:
    _see_that_it_is_named(subject, request)
    made = client.work.create_work(request)
    return Receipt(made.work_reference_number, made.permit_reference_number)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for the works under their reference; they are ours, unless plainly another's."""
    works = _ours(client, entry)
    return None if works is None else _receipt(works)


def _send_plan(
    client: "StreetManager", subject: str, request: "ForwardPlanCreateRequest"
) -> Receipt:
    _see_that_it_is_named(subject, request)
    made = client.work.create_forward_plan(request)
    return Receipt(made.work_reference_number, part=made.forward_plan_reference_number)


def _settle_plan(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for the works under their reference; they are ours if they came of a forward plan."""
    works = _ours(client, entry)
    if works is None:
        return None
    if works.forward_plan is None:
        raise _taken(entry.subject)
    plan = works.forward_plan.forward_plan_reference_number
    return Receipt(works.work_reference_number, part=plan)


def _send_site(
    client: "StreetManager", subject: str, request: "NonNotifiableSiteCreateRequest"
) -> Receipt:
    _see_that_it_is_named(subject, request)
    made = client.work.create_non_notifiable_site(request)
    return _receipt_of_site(made.work_reference_number, made.site_number)


def _settle_site(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for the works under their reference; they are ours if their history began so."""
    works = _ours(client, entry)
    if works is None:
        return None
    began = AuditEvent.NON_NOTIFIABLE_WORKS_RECORD_CREATED
    if not works.sites or all(one.event is not began for one in works.history):
        raise _taken(entry.subject)
    return _receipt_of_site(works.work_reference_number, works.sites[0].site_number)


def _receipt_of_site(works: str, number: int) -> Receipt:
    return Receipt(works, part=f"site {number}")


def _see_that_it_is_named(subject: str, request: Any) -> None:
    """Raise ValueError unless new works are asked for under a reference chosen beforehand."""
    if request.work_reference_number != subject:
        raise ValueError("new works are asked for under a reference chosen beforehand")


def _ours(client: "StreetManager", entry: Entry) -> Optional["WorkResponse"]:
    """Return the works under the reference that was sent, or None. Raises Conflict: another's."""
    try:
        works = client.work.get_work(entry.subject)
    except NotFound:
        return None
    sent = {name: entry.body.get(name) for name in _OF_THE_WORKS}
    if any(value != getattr(works, name) for name, value in sent.items()) and not entry.damage:
        raise _taken(entry.subject)
    return works


def _receipt(works: "WorkResponse") -> Receipt:
    permits = ([works.active_permit] if works.active_permit else []) + list(works.permits or ())
    permit = permits[0].permit_reference_number if permits else ""
    return Receipt(works.work_reference_number, permit)


def _taken(reference: str) -> Conflict:
    return Conflict(
        tr("Other works have the reference {reference} already.").format(reference=reference),
        advice=tr("Choose a new reference and submit again."),
        status=409,
    )


CREATE_WORKS = Operation("CreateWork", _send, _settle, once=True)
"""Applying for new works; its subject is the reference that they shall have."""
CREATE_PLAN = Operation("CreateForwardPlan", _send_plan, _settle_plan, once=True)
"""Raising a forward plan, likewise."""
CREATE_SITE = Operation("CreateNonNotifiableSite", _send_site, _settle_site, once=True)
"""Registering a site of non-notifiable works, likewise."""
