"""Sending a request once, and finding out what became of it.

A repeated POST can make the same thing twice, so none is ever repeated here. What a lost answer
leaves open is decided by asking the register, in the way of each operation.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, Callable, Optional, Protocol

from ..api.errors import (
    AccessRestricted,
    AccountLocked,
    ApiError,
    BadRequest,
    CertificateRefused,
    Conflict,
    NoNetwork,
    NotFound,
    NotSignedIn,
    PreconditionFailed,
    RateLimited,
    TemporaryPassword,
    TooManyFeatures,
)
from ..errors import RIGHTS, StreetWorksError
from ..trade.records.receipts import Receipt
from ..words import tr
from .entry import Entry, State
from .journal import Journal, never_sent

_NEVER_SENT = (NoNetwork, CertificateRefused)
# The service has read the request and said no. Whatever is not here leaves the outcome open.
_REFUSALS = (
    AccessRestricted,
    AccountLocked,
    BadRequest,
    NotFound,
    NotSignedIn,
    PreconditionFailed,
    RateLimited,
    TemporaryPassword,
    TooManyFeatures,
)


class Request(Protocol):
    """What is sent."""

    def body(self) -> dict[str, Any]:
        """Return it as JSON."""


@dataclass(frozen=True)
class Operation:
    """Something that can be asked of the register, once, and how to find out what became of it.

    `send(client, subject, request)` makes the one request and returns the receipt. `settle(client,
    entry)` asks without changing anything: it returns the receipt that was lost, or None where the
    register does not have what was sent, and raises Conflict where somebody else was there first.
    Both raise the client's errors. Of what is done `once`, no other is begun for the same subject
    after one was accepted.
    """

    name: str
    send: Callable[[Any, str, Any], Receipt]
    settle: Callable[[Any, Entry], Optional[Receipt]]
    once: bool = False


@dataclass(frozen=True)
class Submission:
    """What became of a request about `subject`.

    `receipt` is the register's when it was ACCEPTED, `error` what to tell the planner otherwise. An
    ACCEPTED one has an `error` too when it could not be written to the journal.
    """

    state: State
    subject: str
    receipt: Optional[Receipt] = None
    error: Optional[StreetWorksError] = None


def submit(
    client: Any,
    journal: Journal,
    operation: Operation,
    environment: str,
    subject: str,
    request: Request,
) -> Submission:
    """Send `request` once, written to the journal before, and say what became of it.

    Only when the register answers that something is in its way is it asked whether an earlier
    attempt arrived. Raises StreetWorksError when one is open, or was done once and for all, or the
    journal cannot be written: nothing is sent then.
    """
    body, once = request.body(), operation.once
    entry = journal.begin(environment, operation.name, subject, body, once=once)
    try:
        receipt = operation.send(client, subject, request)
    except ApiError as error:
        if _is_in_the_way(error, entry):
            return _after_conflict(client, journal, operation, entry, error)
        return _failed(journal, entry, error)
    except BaseException as error:
        journal.unknown(entry.id, type(error).__name__)
        raise
    return _accepted(journal, entry, receipt)


def settle(
    client: Any, journal: Journal, operation: Operation, environment: str, subject: str
) -> Submission:
    """Find out whether the register has the last request about `subject`, and write it down.

    NOT_THERE lets it be sent anew. When the register cannot be asked, the outcome stays UNKNOWN and
    `error` says why; so it does while the sending itself is still under way. `environment` is the
    one the client is signed in to: StreetWorksError is raised, and nothing asked, where nothing was
    sent to it.
    """
    entry = _sent(journal, operation, environment, subject)
    try:
        receipt = operation.settle(client, entry)
    except Conflict as error:
        return _refused(journal, entry, error)
    except ApiError as error:
        return Submission(State.UNKNOWN, entry.subject, error=error)
    if receipt is not None:
        return _accepted(journal, entry, receipt)
    if entry.state is State.SENDING:
        return Submission(State.UNKNOWN, entry.subject, error=_still_sending(entry.subject))
    submission = Submission(State.NOT_THERE, entry.subject)
    return _noted(submission, lambda: journal.not_there(entry.id))


def _sent(journal: Journal, operation: Operation, environment: str, subject: str) -> Entry:
    entry = journal.latest(environment, operation.name, subject)
    if entry is not None:
        return entry
    if journal.latest(None, operation.name, subject) is None:
        raise never_sent(subject)
    raise StreetWorksError(
        tr("{reference} was sent to another environment.").format(reference=subject),
        advice=tr("Sign in to that environment to find out what became of it."),
        about=RIGHTS,
    )


def _is_in_the_way(error: ApiError, entry: Entry) -> bool:
    """Whether it may be an earlier attempt that the register speaks of.

    It answers 409, or where the contract has none, 400 at the field of the reference that was sent.
    """
    if isinstance(error, BadRequest):
        return any(entry.body.get(name) == entry.subject for name in error.fields)
    return isinstance(error, Conflict)


def _after_conflict(
    client: Any, journal: Journal, operation: Operation, entry: Entry, conflict: ApiError
) -> Submission:
    try:
        receipt = operation.settle(client, entry)
    except Conflict as error:
        return _refused(journal, entry, error)
    except ApiError as error:
        return _unknown(journal, entry, error)
    if receipt is None:  # the conflict was about something else
        return _refused(journal, entry, conflict)
    return _accepted(journal, entry, receipt)


def _accepted(journal: Journal, entry: Entry, receipt: Receipt) -> Submission:
    return _noted(
        Submission(State.ACCEPTED, entry.subject, receipt),
        lambda: journal.accepted(entry.id, asdict(receipt)),
    )


def _failed(journal: Journal, entry: Entry, error: ApiError) -> Submission:
    if _was_never_sent(error):
        submission = Submission(State.NOT_THERE, entry.subject, error=error)
        return _noted(submission, lambda: journal.not_there(entry.id))
    if isinstance(error, _REFUSALS):
        return _refused(journal, entry, error)
    return _unknown(journal, entry, error)


def _was_never_sent(error: ApiError) -> bool:
    """Say whether nothing has left: no connection, or it was refused here, without an answer."""
    refused_here = isinstance(error, _REFUSALS) and error.status is None
    return refused_here or isinstance(error, _NEVER_SENT)


def _refused(journal: Journal, entry: Entry, error: ApiError) -> Submission:
    submission = Submission(State.REFUSED, entry.subject, error=error)
    return _noted(submission, lambda: journal.refused(entry.id, str(error)))


def _unknown(journal: Journal, entry: Entry, error: ApiError) -> Submission:
    submission = Submission(State.UNKNOWN, entry.subject, error=error)
    return _noted(submission, lambda: journal.unknown(entry.id, str(error)))


def _noted(submission: Submission, write: Callable[[], None]) -> Submission:
    """Write it down. A full disk does not hide the outcome: the journal says less, not more."""
    try:
        write()
    except StreetWorksError as error:
        return replace(submission, error=submission.error or error)
    return submission


def _still_sending(subject: str) -> StreetWorksError:
    return StreetWorksError(
        tr("{reference} is still being sent.").format(reference=subject),
        advice=tr("Wait for the answer, then ask again."),
        may_retry=True,
    )
