"""What can go wrong between the plugin and Street Manager, one class for each thing to be told."""

from collections.abc import Mapping
from typing import Optional

from ..errors import RIGHTS, SERVICE, SESSION, StreetWorksError
from ..words import tr


class ApiError(StreetWorksError):
    """A call that did not do what was asked.

    `status` is the HTTP status, or None when no answer came. `detail` holds the answer as it came,
    shortened to a few kilobytes, without tokens and passwords.
    """

    def __init__(
        self,
        message: str,
        *,
        advice: str = "",
        detail: str = "",
        may_retry: bool = False,
        about: str = "",
        status: Optional[int] = None,
    ) -> None:
        super().__init__(message, advice=advice, detail=detail, may_retry=may_retry, about=about)
        self.status = status


class NoNetwork(ApiError):
    """No connection could be made, so nothing was sent."""

    about = SERVICE


class TimedOut(ApiError):
    """The service did not answer in time."""

    about = SERVICE


class CertificateRefused(ApiError):
    """The service could not prove who it is."""

    about = SERVICE


class NotJson(ApiError):
    """The answer is a web page, cut off, too long or otherwise not JSON."""

    about = SERVICE


class NotTheContract(ApiError):
    """The answer is JSON, but not what the contract promises; the message names the first field."""

    about = SERVICE


class BadRequest(ApiError):
    """The service refused what was sent (400 and other 4xx without a class of their own).

    `fields` gives its messages by field; those that name no field stand under the empty text.
    """

    def __init__(
        self,
        message: str,
        *,
        fields: Optional[Mapping[str, list[str]]] = None,
        advice: str = "",
        detail: str = "",
        status: Optional[int] = 400,
    ) -> None:
        super().__init__(message, advice=advice, detail=detail, status=status)
        self.fields: dict[str, list[str]] = dict(fields or {})


class NotSignedIn(ApiError):
    """There is no session, it has ended, or the email address or password is wrong (401)."""

    about = SESSION


class AccessRestricted(ApiError):
    """The account may not do this: its role, workstream, contract or organisation (401)."""

    about = RIGHTS


class TooManyFeatures(ApiError):
    """More than 100 features in the box and dates (403 from the GeoJSON API): ask for less."""


class NotFound(ApiError):
    """The service knows no such reference (404)."""


class Conflict(ApiError):
    """The reference exists already, or the record is in a state that forbids this (409)."""


class PreconditionFailed(ApiError):
    """A business rule forbids this now (412)."""


class AccountSuspended(PreconditionFailed):
    """The organisation is suspended (412 at sign-in)."""


class AccountLocked(ApiError):
    """Too many wrong passwords; the account unlocks itself after five minutes (423)."""


class RateLimited(ApiError):
    """Too many requests from this network address (429).

    `retry_after` is the wait in seconds that the service asks for, or None.
    """

    about = SERVICE

    def __init__(
        self,
        message: str,
        *,
        retry_after: Optional[float] = None,
        advice: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(message, advice=advice, detail=detail, may_retry=True, status=429)
        self.retry_after = retry_after


class ServerFailed(ApiError):
    """The service itself failed (5xx)."""

    about = SERVICE


class TemporaryPassword(ApiError):
    """The password is a temporary one and must be replaced first (307 at sign-in)."""


class OutcomeUnknown(ApiError):
    """Something was sent, and no readable answer came: it may or may not have been done.

    It is never sent again by itself. Look the record up by its reference first.
    """


class Cancelled(ApiError):
    """The planner stopped it."""

    def __init__(self) -> None:
        super().__init__(tr("Stopped."), may_retry=True)


def rate_limited(wait: Optional[float], detail: str = "") -> RateLimited:
    """Give the error for too many requests; `wait` is the rest in seconds that is asked for."""
    advice = tr("Wait a moment and try again.")
    if wait is not None:
        advice = tr("Try again in {n} seconds.").format(n=round(wait))
    return RateLimited(
        tr("Street Manager receives too many requests from your network."),
        retry_after=wait,
        advice=advice,
        detail=detail,
    )
