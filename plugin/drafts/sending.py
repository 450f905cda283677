"""Sending an application once, and finding out what became of it.

A repeated POST can make the same works twice, so none is ever repeated here. What a lost answer
leaves open is decided by looking for the works under their reference.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Callable, Optional

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
from ..errors import StreetWorksError
from ..words import tr
from .outbox import Outbox, OutboxEntry, State

if TYPE_CHECKING:
    from ..api import StreetManager
    from ..api.v1.models.work import WorkCreateRequest, WorkCreateResponse, WorkResponse

_OPERATION = "CreateWork"
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


@dataclass(frozen=True)
class Submission:
    """What became of an application.

    `response` holds the references when it was ACCEPTED, `error` what to tell the planner
    otherwise. An ACCEPTED one has an `error` too when it could not be written to the outbox.
    """

    state: State
    reference: str
    response: "Optional[WorkCreateResponse]" = None
    error: Optional[StreetWorksError] = None


def submit(
    client: "StreetManager", outbox: Outbox, environment: str, request: "WorkCreateRequest"
) -> Submission:
    """Send `request` once, written to the outbox before, and say what became of it.

    The request must carry its works reference. Only when the register answers that this reference
    exists is it looked for, since an earlier attempt may have arrived. Raises StreetWorksError when
    the reference is waiting or used already or the outbox cannot be written: nothing is sent then.
    """
    reference = request.work_reference_number
    if not reference:
        raise ValueError("a request is sent under a works reference chosen beforehand")
    entry = outbox.begin(reference, environment, _OPERATION, request.body())
    try:
        response = client.work.create_work(request)
    except Conflict as error:
        return _after_conflict(client, outbox, entry, error)
    except ApiError as error:
        return _failed(outbox, reference, error)
    except BaseException as error:
        outbox.unknown(reference, type(error).__name__)
        raise
    return _accepted(outbox, reference, response)


def settle(
    client: "StreetManager", outbox: Outbox, reference: str, environment: Optional[str] = None
) -> Submission:
    """Find out by GET whether the register has the works `reference`, and write it down.

    NOT_THERE lets the same reference be offered again. When the register cannot be asked, the
    outcome stays UNKNOWN and `error` says why; so it does while the sending itself is still under
    way. `environment` is the one the client is signed in to: given and other than the entry's,
    nothing is asked and StreetWorksError is raised, as it is for a reference that was never begun.
    """
    entry = _entry(outbox, reference, environment)
    try:
        works = client.work.get_work(entry.reference)
    except NotFound as error:
        if entry.state is State.SENDING:
            return Submission(State.UNKNOWN, entry.reference, error=_still_sending(reference))
        return _noted(
            Submission(State.NOT_THERE, entry.reference, error=error),
            lambda: outbox.not_there(entry.reference),
        )
    except ApiError as error:
        return Submission(State.UNKNOWN, entry.reference, error=error)
    return _judged(outbox, entry, works)


def _entry(outbox: Outbox, reference: str, environment: Optional[str]) -> OutboxEntry:
    entry = outbox.get(reference)
    if entry is None:
        raise StreetWorksError(
            tr("Nothing was sent under the reference {reference}.").format(reference=reference),
            advice=tr("Check the reference."),
        )
    if environment is not None and environment != entry.environment:
        raise StreetWorksError(
            tr("The works {reference} were sent to another environment.").format(
                reference=reference
            ),
            advice=tr("Sign in to that environment to find out what became of them."),
        )
    return entry


def _after_conflict(
    client: "StreetManager", outbox: Outbox, entry: OutboxEntry, conflict: Conflict
) -> Submission:
    try:
        works = client.work.get_work(entry.reference)
    except NotFound:
        # The reference is free: the conflict was about something else.
        return _refused(outbox, entry.reference, conflict)
    except ApiError as error:
        return _unknown(outbox, entry.reference, error)
    return _judged(outbox, entry, works)


def _judged(outbox: Outbox, entry: OutboxEntry, works: "WorkResponse") -> Submission:
    """Take the works found under the reference for ours, unless they are plainly another's."""
    sent = {name: entry.body.get(name) for name in ("promoter_swa_code", "usrn")}
    if any(value != getattr(works, name) for name, value in sent.items()) and not entry.damage:
        return _refused(outbox, entry.reference, _taken(entry.reference))
    return _accepted(outbox, entry.reference, _references(works))


def _references(works: "WorkResponse") -> "WorkCreateResponse":
    from ..api.v1.models.work import WorkCreateResponse  # noqa: PLC0415 - brings pydantic in

    permits = ([works.active_permit] if works.active_permit else []) + list(works.permits or ())
    return WorkCreateResponse(
        work_reference_number=works.work_reference_number,
        permit_reference_number=permits[0].permit_reference_number if permits else "",
    )


def _accepted(outbox: Outbox, reference: str, response: "WorkCreateResponse") -> Submission:
    return _noted(
        Submission(State.ACCEPTED, reference, response),
        lambda: outbox.accepted(reference, response.model_dump(mode="json")),
    )


def _failed(outbox: Outbox, reference: str, error: ApiError) -> Submission:
    if _was_never_sent(error):
        submission = Submission(State.NOT_THERE, reference, error=error)
        return _noted(submission, lambda: outbox.not_there(reference))
    if isinstance(error, _REFUSALS):
        return _refused(outbox, reference, error)
    return _unknown(outbox, reference, error)


def _was_never_sent(error: ApiError) -> bool:
    """Say whether nothing has left: no connection, or it was refused here, without an answer."""
    refused_here = isinstance(error, _REFUSALS) and error.status is None
    return refused_here or isinstance(error, _NEVER_SENT)


def _refused(outbox: Outbox, reference: str, error: ApiError) -> Submission:
    submission = Submission(State.REFUSED, reference, error=error)
    return _noted(submission, lambda: outbox.refused(reference, str(error)))


def _unknown(outbox: Outbox, reference: str, error: ApiError) -> Submission:
    submission = Submission(State.UNKNOWN, reference, error=error)
    return _noted(submission, lambda: outbox.unknown(reference, str(error)))


def _noted(submission: Submission, write: Callable[[], None]) -> Submission:
    """Write the outcome down. A full disk does not hide it: the outbox then says less, not more."""
    try:
        write()
    except StreetWorksError as error:
        return replace(submission, error=submission.error or error)
    return submission


def _still_sending(reference: str) -> StreetWorksError:
    return StreetWorksError(
        tr("The works {reference} are still being sent.").format(reference=reference),
        advice=tr("Wait for the answer, then ask again."),
        may_retry=True,
    )


def _taken(reference: str) -> Conflict:
    return Conflict(
        tr("Other works have the reference {reference} already.").format(reference=reference),
        advice=tr("Choose a new reference and submit again."),
        status=409,
    )
