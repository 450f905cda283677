"""What the statuses of the service mean."""

import json
from collections.abc import Set
from typing import Any, Callable

from ..words import tr
from . import errors
from .failures import rate_limited
from .faults import faults
from .messages import Answer
from .secrets import without_secrets

SIGN_INS = frozenset({"Authenticate", "AuthenticateInitial"})


def refusal(
    answer: Answer,
    *,
    api: str,
    operation_id: str,
    known: Set[str] = frozenset(),
    secrets: tuple[str, ...] = (),
) -> errors.ApiError:
    """Say what an answer outside 2xx means.

    `known` are the names of the request's fields, to find its messages; `secrets` are kept out of
    the detail.
    """
    reader = _Reader(answer, api, operation_id, known, secrets)
    by_status: dict[int, Callable[[], errors.ApiError]] = {
        401: reader.unauthorised,
        403: reader.forbidden,
        404: reader.not_found,
        409: reader.conflict,
        412: reader.precondition,
        423: reader.locked,
        429: reader.rate_limited,
    }
    if answer.status in by_status:
        return by_status[answer.status]()
    if answer.status >= 500:
        return reader.failed()
    return reader.redirected() if answer.status < 400 else reader.bad_request()


def body_of(answer: Answer) -> Any:
    """Return the JSON of an answer, or None where it is none."""
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        return None


class _Reader:
    """Reads one answer; a method for each kind of refusal."""

    def __init__(
        self, answer: Answer, api: str, operation_id: str, known: Set[str], secrets: tuple[str, ...]
    ) -> None:
        self.status = answer.status
        self.wait = answer.wait
        self.api = api
        self.is_sign_in = operation_id in SIGN_INS
        self.fields = {
            field: [without_secrets(message, secrets) for message in messages]
            for field, messages in faults(body_of(answer), known).items()
        }
        self.said = " ".join(self.fields.get("", ())[:3])
        text = f"HTTP {answer.status}, request {answer.request_id}\n{answer.text}"
        self.detail = without_secrets(text, secrets)

    def unauthorised(self) -> errors.ApiError:
        if "restricted" in self.said.lower():
            return self._restricted()
        if self.is_sign_in:
            return errors.NotSignedIn(
                tr("The email address or the password is wrong."),
                advice=tr("Capital letters count in both. Five failures lock the account."),
                detail=self.detail,
                status=self.status,
            )
        return errors.NotSignedIn(
            tr("You are not signed in, or your session has ended."),
            advice=tr("Sign in again."),
            detail=self.detail,
            status=self.status,
        )

    def _restricted(self) -> errors.ApiError:
        return errors.AccessRestricted(
            tr("Your account may not do this."),
            advice=tr("Ask your administrator about its role, workstreams and contracts."),
            detail=self.detail,
            status=self.status,
        )

    def forbidden(self) -> errors.ApiError:
        if self.api != "geojson":
            return self._restricted()
        return errors.TooManyFeatures(
            tr("There are more than 100 features in this area and these dates."),
            advice=tr("Ask for a smaller area or fewer days."),
            detail=self.detail,
            status=self.status,
        )

    def not_found(self) -> errors.ApiError:
        return errors.NotFound(
            tr("Street Manager knows nothing under this reference."),
            advice=self._heard() or tr("Check the reference, and the environment it belongs to."),
            detail=self.detail,
            status=self.status,
        )

    def conflict(self) -> errors.ApiError:
        return errors.Conflict(
            tr("This reference exists already, or the record has changed meanwhile."),
            advice=self._heard() or tr("Look the record up before you try again."),
            detail=self.detail,
            status=self.status,
        )

    def precondition(self) -> errors.ApiError:
        if self.is_sign_in:
            return errors.AccountSuspended(
                tr("Your organisation is suspended in Street Manager."),
                advice=tr("Ask your administrator."),
                detail=self.detail,
                status=self.status,
            )
        return errors.PreconditionFailed(
            tr("A business rule of Street Manager forbids this now."),
            advice=self._heard(),
            detail=self.detail,
            status=self.status,
        )

    def locked(self) -> errors.ApiError:
        return errors.AccountLocked(
            tr("The account is locked after too many wrong passwords."),
            advice=tr("It unlocks itself after five minutes."),
            detail=self.detail,
            status=self.status,
        )

    def rate_limited(self) -> errors.ApiError:
        return rate_limited(self.wait, self.detail)

    def failed(self) -> errors.ApiError:
        return errors.ServerFailed(
            tr("Street Manager has a fault of its own."),
            advice=tr("Try again later. What you entered is kept."),
            detail=self.detail,
            may_retry=True,
            status=self.status,
        )

    def redirected(self) -> errors.ApiError:
        if self.is_sign_in and self.status == 307:
            return errors.TemporaryPassword(
                tr("This is a temporary password."),
                advice=tr("Set a new password of your own now: it signs you in at once."),
                detail=self.detail,
                status=self.status,
            )
        return errors.NotTheContract(
            tr("The service sends requests elsewhere, which is not followed."),
            advice=tr("Check the address of the environment."),
            detail=self.detail,
            status=self.status,
        )

    def bad_request(self) -> errors.ApiError:
        return errors.BadRequest(
            tr("Street Manager refused what was sent."),
            fields=self.fields,
            advice=self._heard(),
            detail=self.detail,
            status=self.status,
        )

    def _heard(self) -> str:
        """What the service said itself, as advice."""
        return tr("It says: {said}").format(said=self.said) if self.said else ""


def not_json(status: int, shown: str) -> errors.NotJson:
    """Give the error for a good status with a body that is not JSON; `shown` may be shown of it."""
    return errors.NotJson(
        tr("The answer is not one of Street Manager's: a web page, or cut off."),
        advice=tr("Check the address of the environment, and whether your network asks to log in."),
        detail=shown,
        status=status,
    )
