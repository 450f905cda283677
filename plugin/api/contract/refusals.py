"""What a refused answer means as far as HTTP says it; a contract adds what is particular."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable, Optional

from ...words import tr
from .. import errors
from .operation import Operation

REFUSED, FAILED = 400, 500


@dataclass(frozen=True)
class Refused:
    """An answer outside 2xx to an operation.

    `wait` is how many seconds it asks to wait, None if it does not. `fields` are its messages by
    field, those of no field under the empty text. `detail` is the answer as it came, without
    tokens and passwords.
    """

    operation: Operation
    status: int
    wait: Optional[float]
    fields: Mapping[str, list[str]]
    detail: str

    @property
    def said(self) -> str:
        """What the service said of no field."""
        return " ".join(self.fields.get("", ())[:3])

    @property
    def heard(self) -> str:
        """What the service said itself, as advice."""
        return tr("It says: {said}").format(said=self.said) if self.said else ""

    def told(self, kind: type[errors.ApiError], message: str, advice: str = "") -> errors.ApiError:
        """Return the error of a kind that tells of this answer."""
        return kind(message, advice=advice, detail=self.detail, status=self.status)


Meaning = Callable[[Refused], errors.ApiError]


def usual(refused: Refused) -> errors.ApiError:
    """Return what an answer means where the contract gives its status no meaning of its own."""
    if refused.status in _MEANINGS:
        return _MEANINGS[refused.status](refused)
    if refused.status >= FAILED:
        return failed(refused)
    return bad_request(refused) if refused.status >= REFUSED else redirected(refused)


def session_ended(refused: Refused) -> errors.ApiError:
    """There is no session, or it is over."""
    return refused.told(
        errors.NotSignedIn,
        tr("You are not signed in, or your session has ended."),
        tr("Sign in again."),
    )


def restricted(refused: Refused) -> errors.ApiError:
    """The account may not do this."""
    return refused.told(
        errors.AccessRestricted,
        tr("Your account may not do this."),
        tr("Ask your administrator about its role, workstreams and contracts."),
    )


def not_found(refused: Refused) -> errors.ApiError:
    """There is no such record."""
    return refused.told(
        errors.NotFound,
        tr("Street Manager knows nothing under this reference."),
        refused.heard or tr("Check the reference, and the environment it belongs to."),
    )


def conflict(refused: Refused) -> errors.ApiError:
    """The record is there already, or has changed."""
    return refused.told(
        errors.Conflict,
        tr("This reference exists already, or the record has changed meanwhile."),
        refused.heard or tr("Look the record up before you try again."),
    )


def too_many(refused: Refused) -> errors.ApiError:
    """The service asks for a rest."""
    return errors.rate_limited(refused.wait, refused.detail)


def failed(refused: Refused) -> errors.ApiError:
    """The service has a fault."""
    error = refused.told(
        errors.ServerFailed,
        tr("Street Manager has a fault of its own."),
        tr("Try again later. What you entered is kept."),
    )
    error.may_retry = True
    return error


def redirected(refused: Refused) -> errors.ApiError:
    """Something else answers in the service's place."""
    return refused.told(
        errors.NotTheContract,
        tr("The service sends requests elsewhere, which is not followed."),
        tr("Check the address of the environment."),
    )


def bad_request(refused: Refused) -> errors.ApiError:
    """What was sent does not suit."""
    return errors.BadRequest(
        tr("Street Manager refused what was sent."),
        fields=refused.fields,
        advice=refused.heard,
        detail=refused.detail,
        status=refused.status,
    )


_MEANINGS: Mapping[int, Meaning] = {
    401: session_ended,
    403: restricted,
    404: not_found,
    409: conflict,
    429: too_many,
}
