"""The sending of a comment, and of its having been read; and what became of a lost answer.

Street Manager answers a comment without its reference, and tells of no single comment.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Optional

from ...api.errors import OutcomeUnknown
from ...api.v1.enums import AuditEvent
from ...api.v1.models.work import CommentCreateRequest, CommentReadRequest, WorkResponse
from ...drafts.entry import Entry
from ...trade.calendar import uk_time, uk_today
from ...trade.records.receipts import Receipt
from ...trade.records.works import Comment
from ...words import tr
from ..about import parts_of

if TYPE_CHECKING:
    from ...api import StreetManager

_A_MOMENT = timedelta(minutes=1)


def send(client: "StreetManager", subject: str, request: CommentCreateRequest) -> Receipt:
    """Send a comment on works, or one in reply to another, whose reference is in the subject."""
    works, _part = parts_of(subject)
    client.work.post_comment(works, request)
    return Receipt(works)


def settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for the comment among those of its works since: the history tells whether there are any.

    A comment of the same words on the same topic is taken for the one that was sent. Raises
    OutcomeUnknown while comments that the history tells of are not listed yet; internal ones of the
    other side never are.
    """
    works, internal = client.work.get_work(parts_of(entry.subject)[0]), _is_internal(entry)
    event = AuditEvent.INTERNAL_COMMENT_SUBMITTED if internal else AuditEvent.COMMENT_SUBMITTED
    told = [
        one.action_date
        for one in works.history
        if one.event == event and entry.may_have_made(one.action_date)
    ]
    listed = list(_listed(client, works, entry, min(told))) if told else []
    sent = str(entry.body.get("detail")), str(entry.body.get("topic"))
    found = next((one for one in listed if (one.text, one.about) == sent), None)
    if found is not None:
        return Receipt(works.work_reference_number, part=found.reference)
    if len(listed) < len(told) and not internal:
        raise OutcomeUnknown(
            tr("Street Manager does not list all comments on {reference} yet.").format(
                reference=works.work_reference_number
            ),
            advice=tr("Check again in a minute."),
            may_retry=True,
        )
    return None


def send_read(client: "StreetManager", subject: str, request: CommentReadRequest) -> Receipt:
    """Send that a comment was read."""
    works, comment = parts_of(subject)
    client.work.mark_comment_as_read(works, comment, request)
    return Receipt(works)


def settle_read(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look into the works' history for the reading of the comment."""
    works, comment = parts_of(entry.subject)
    read = any(
        one.event == AuditEvent.COMMENT_READ
        and (one.object_reference or "").upper() == comment.upper()
        for one in client.work.get_work_history(works)
    )
    return Receipt(works) if read else None


def _listed(
    client: "StreetManager", works: WorkResponse, entry: Entry, first: datetime
) -> Iterator[Comment]:
    """Go through the comments on works, as internal as the one that was sent, since it was sent.

    `first` is when the history tells of the first: a comment is written a moment before that.
    """
    days = uk_time(first - _A_MOMENT).date(), uk_today(datetime.now(timezone.utc))
    codes = works.promoter_swa_code, works.highway_authority_swa_code
    for one in client.register.comments(*codes, *days):
        is_here = one.works_reference == works.work_reference_number
        if is_here and one.internal == _is_internal(entry) and entry.may_have_made(one.written):
            yield one


def _is_internal(entry: Entry) -> bool:
    return bool(entry.body.get("is_internal"))
