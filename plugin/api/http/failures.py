"""What it means when no whole answer came."""

import ssl
from collections.abc import Iterator

import requests
from requests import exceptions
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ReadTimeoutError

from ...words import tr
from ..errors import ApiError, CertificateRefused, NoNetwork, NotJson, OutcomeUnknown, TimedOut
from .secrets import without_secrets

FAILED = 500


class NeverConnected(exceptions.ConnectionError):
    """For carriers: the connection was never made, so nothing was sent."""


class TooLong(exceptions.RequestException):
    """The answer is longer than is taken."""


def failure(
    error: requests.RequestException, *, changes: bool, secrets: tuple[str, ...] = ()
) -> ApiError:
    """Say what `error` means for a request; `changes` if the request changes records.

    `secrets` are kept out of the detail.
    """
    detail = without_secrets(f"{type(error).__name__}: {error}", secrets)
    chain = list(_chain(error))
    if any(_is_about_certificates(one) for one in chain):
        return CertificateRefused(
            tr("The service could not prove that it is Street Manager."),
            advice=tr("Ask your IT department whether a certificate of your network is missing."),
            detail=detail,
        )
    if any(isinstance(one, exceptions.ProxyError) for one in chain):
        return NoNetwork(
            tr("The proxy of your network did not let this through."),
            advice=tr("Check the address, the user name and the password of the proxy."),
            detail=detail,
            may_retry=True,
        )
    if any(isinstance(one, _NEVER_SENT) for one in chain):
        return NoNetwork(
            tr("Street Manager could not be reached."),
            advice=tr("Check your network, its proxy and the address of the environment."),
            detail=detail,
            may_retry=True,
        )
    if changes:
        return outcome_unknown(detail)
    return _lost_answer(error, chain, detail)


def _lost_answer(
    error: requests.RequestException, chain: list[BaseException], detail: str
) -> ApiError:
    if isinstance(error, TooLong):
        return NotJson(
            tr("The answer is too long to be one of Street Manager's."),
            advice=tr("Check the address of the environment."),
            detail=detail,
        )
    if any(isinstance(one, (exceptions.Timeout, ReadTimeoutError)) for one in chain):
        return TimedOut(
            tr("Street Manager did not answer in time."),
            advice=tr("Try again in a moment."),
            detail=detail,
            may_retry=True,
        )
    if isinstance(error, (exceptions.ChunkedEncodingError, exceptions.ContentDecodingError)):
        return NotJson(
            tr("The answer of Street Manager was cut off."),
            advice=tr("Try again in a moment."),
            detail=detail,
            may_retry=True,
        )
    return NoNetwork(
        tr("The connection to Street Manager was lost."),
        advice=tr("Try again in a moment."),
        detail=detail,
        may_retry=isinstance(error, exceptions.ConnectionError),
    )


def outcome_unknown(detail: str, status: int = 0) -> OutcomeUnknown:
    """Give the error for a request that may or may not have been carried out."""
    said = tr("It is not known whether Street Manager accepted this: its answer was lost.")
    if status >= FAILED:
        said = tr("It is not known whether Street Manager accepted this: it failed on the way.")
    return OutcomeUnknown(
        said,
        advice=tr("Look it up by its reference before sending it again."),
        detail=detail,
        status=status or None,
    )


_NEVER_SENT = (
    NeverConnected,
    NewConnectionError,
    ConnectTimeoutError,
    exceptions.ConnectTimeout,
    exceptions.InvalidHeader,
    exceptions.InvalidURL,
)


def _is_about_certificates(error: BaseException) -> bool:
    is_tls = isinstance(error, (ssl.SSLError, exceptions.SSLError))
    return isinstance(error, ssl.SSLCertVerificationError) or (
        is_tls and "certificate" in str(error).lower()
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Go through the errors that `error` wraps; requests and urllib3 keep them in many places."""
    seen: list[BaseException] = []
    left: list[object] = [error]
    while left:
        one = left.pop()
        if isinstance(one, BaseException) and one not in seen:
            seen.append(one)
            left += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
    return iter(seen)
