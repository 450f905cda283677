"""How the start and the stop of works are sent and taken back, and how lost answers are settled."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Callable, Optional

from ...api.contract.fields import parsed_time
from ...api.errors import Conflict
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...trade.records.receipts import Receipt
from ...words import tr

if TYPE_CHECKING:
    from ...api import StreetManager

Send = Callable[["StreetManager", str, Any], None]


def logged(name: str, field: str, send: Send, already: Callable[[], str]) -> Operation:
    """Return the operation `name` that logs a moment of works.

    `field` has the moment in the request, and in what their permit tells. A lost answer is settled
    by reading the works: they have the moment that was sent, or none, or somebody else's, which
    `already` says.
    """

    def settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
        there, wanted = _moment(client, entry.subject, field), entry.body.get(field)
        if not there:
            return None
        if wanted and parsed_time(wanted) != there:
            raise Conflict(
                already().format(reference=entry.subject), advice=tr("Look at their details.")
            )
        return Receipt(entry.subject)

    return Operation(name, _sent(send), settle)


def taken_back(name: str, field: str, send: Send) -> Operation:
    """Return the operation `name` that takes the moment in `field` of their permit back.

    A lost answer is settled by reading the works: the moment is gone, or still there.
    """

    def settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
        permit = client.work.get_work(entry.subject).active_permit
        return None if permit is None or getattr(permit, field) else Receipt(entry.subject)

    return Operation(name, _sent(send), settle)


def _sent(send: Send) -> Callable[["StreetManager", str, Any], Receipt]:
    def make(client: "StreetManager", works: str, request: Any) -> Receipt:
        send(client, works, request)
        return Receipt(works)

    return make


def _moment(client: "StreetManager", works: str, field: str) -> Optional[datetime]:
    permit = client.work.get_work(works).active_permit
    moment: Optional[datetime] = None if permit is None else getattr(permit, field)
    return moment
