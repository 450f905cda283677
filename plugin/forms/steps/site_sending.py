"""How sites and reinstatements are sent, and how a lost answer is settled.

A site or a reinstatement that says what was sent, made since it was begun, is the one.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Optional

from ...api.v1.models.work import (
    ReinstatementCreateRequest,
    ReinstatementResponse,
    SiteCreateRequest,
)
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...trade.calendar import civil_day
from ...trade.records.receipts import Receipt
from ..about import parts_of

if TYPE_CHECKING:
    from ...api import StreetManager

_LEEWAY = timedelta(minutes=5)  # for clocks that differ
_COMPARED = (
    "reinstatement_status",
    "location_description",
    "depth",
    "length",
    "width",
    "number_of_holes",
)


def _is_it(one: ReinstatementResponse, entry: Entry) -> bool:
    sent = entry.body
    return (
        one.date_created >= entry.begun - _LEEWAY
        and str(sent.get("reinstatement_date")).startswith(f"{civil_day(one.reinstatement_date)}")
        and all(sent.get(name) == getattr(one, name) for name in _COMPARED)
    )


def _site_of(subject: str) -> tuple[str, int]:
    works, part = parts_of(subject)
    return works, int(part.rpartition(" ")[2])


def _send_site(client: "StreetManager", works: str, request: SiteCreateRequest) -> Receipt:
    made = client.work.create_site(works, request)
    return Receipt(works, part=f"site {made.site_number}")


def _settle_site(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    works = client.work.get_work(entry.subject)
    for listed in reversed(works.sites or ()):
        site = client.work.get_site(entry.subject, listed.site_number)
        if _is_it(site.reinstatements[0], entry) and site.reinstatement_type == entry.body.get(
            "reinstatement_type"
        ):
            return Receipt(entry.subject, part=f"site {site.site_number}")
    return None


def _send_again(
    client: "StreetManager", subject: str, request: ReinstatementCreateRequest
) -> Receipt:
    works, number = _site_of(subject)
    client.work.create_reinstatement(works, number, request)
    return Receipt(works, part=f"site {number}")


def _settle_again(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    works, number = _site_of(entry.subject)
    done = client.work.get_site(works, number).reinstatements
    there = any(_is_it(one, entry) for one in done)
    return Receipt(works, part=f"site {number}") if there else None


ADD_SITE = Operation("CreateSite", _send_site, _settle_site)
INTERIM = Operation("CreateReinstatement.interim", _send_again, _settle_again)
PERMANENT = Operation("CreateReinstatement.permanent", _send_again, _settle_again)
