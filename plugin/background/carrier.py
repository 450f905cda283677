"""Carries the requests of the embedded client through QGIS's own network stack.

So the proxy, the certificates, the time-outs and the network logger that the planner has set up in
QGIS apply to Street Manager as well.
"""

import io
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Callable, Optional, Union

from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtNetwork import QNetworkReply
from requests import PreparedRequest, Response
from requests import exceptions as failures
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers
from urllib3 import HTTPResponse

from ..api.errors import Cancelled
from ..api.http.deadline import unpackable
from ..api.http.failures import NeverConnected, TooLong
from ..compat import enum_value
from .current_job import cancelled_here
from .exchange import Ending, Exchange, Limits, Outcome

MOST_BYTES = 64 * 1024 * 1024
_PIECE = 65_536
_LAST_OF_LATIN_1 = 0xFF

Timeout = Union[None, float, tuple[Optional[float], Optional[float]]]

_Error = QNetworkReply.NetworkError
_OUT_OF_REACH = frozenset(
    {
        _Error.ConnectionRefusedError,
        _Error.ProxyConnectionRefusedError,
        _Error.ProxyNotFoundError,
        _Error.ProxyAuthenticationRequiredError,
        _Error.HostNotFoundError,
        _Error.TemporaryNetworkFailureError,
        _Error.UnknownNetworkError,
    }
)
_PROXY_WANTS_A_PASSWORD = 407
_ASKS_TO_SEND_AGAIN = frozenset({301, 302, 303, 307, 308, 401})
_FIRST_HTTP_ERROR = 200  # Qt's numbers below are about the network and the proxy


class QgisCarrier(BaseAdapter):
    """A transport adapter for `requests` that sends with `QgsNetworkAccessManager`.

    Only for worker threads: they wait while the main thread sends. Redirects come back as they are,
    since following one would post credentials to wherever it points. A request with a body is sent
    at most once. Progress is told to `plugin.api.http.progress`.
    """

    reports_progress = True

    def __init__(self, cancelled: Optional[Callable[[], bool]] = None) -> None:
        """`cancelled` says, asked often, whether to stop; by default the thread's job says it."""
        super().__init__()
        self._cancelled = cancelled or cancelled_here

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,
        timeout: Timeout = None,
        verify: Union[bool, str] = True,
        cert: Any = None,
        proxies: Optional[Mapping[str, str]] = None,
    ) -> Response:
        """Send `request` and return the answer, whatever its status, with its content.

        `verify`, `cert` and `proxies` have no effect: QGIS's settings apply. Raises the exceptions
        of `requests`: NeverConnected, ConnectTimeout or SSLError when nothing was sent; ReadTimeout
        or another ConnectionError when it may have arrived; TooLong above the limit. Raises
        `Cancelled` when the job is cancelled and nothing was being changed, RuntimeError on the
        main thread.
        """
        if _on_main_thread():
            raise RuntimeError("Requests are sent from a job only: here they would freeze QGIS.")
        body = _body_of(request)
        if self._cancelled():
            raise Cancelled
        headers = _headers_of(request)
        exchange = Exchange(_limits(timeout), self._cancelled)
        outcome = exchange.run(request.method or "GET", request.url or "", headers, body)
        _raise_for(outcome, request)
        return _response(outcome, request)

    def close(self) -> None:
        """Nothing is held open: the connections belong to QGIS."""


def _on_main_thread() -> bool:
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() == application.thread()


def _limits(timeout: Timeout) -> Limits:
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    whole = getattr(timeout, "whole", None)
    return Limits(connect=connect, read=read, most_bytes=MOST_BYTES, whole=whole)


def _headers_of(request: PreparedRequest) -> dict[str, str]:
    """Return the headers as texts. Raises InvalidHeader for what no header can hold."""
    headers = {name: _text(value) for name, value in request.headers.items()}
    for name, text in headers.items():
        if any(ord(character) > _LAST_OF_LATIN_1 for character in name + text):
            raise failures.InvalidHeader(f"The header {name} cannot be sent.", request=request)
    return headers


def _text(value: Union[str, bytes]) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _body_of(request: PreparedRequest) -> Optional[bytes]:
    """Return the body as bytes; files and iterables are read to their end.

    Raises NeverConnected where it is not as long as announced, such as a file that was sent before,
    or is none of bytes.
    """
    if request.body is None:
        return None
    if isinstance(request.body, str):
        return request.body.encode()
    body = b"".join(_parts_of(request))
    announced = request.headers.get("Content-Length")
    if announced is not None and int(announced) != len(body):
        raise NeverConnected(f"{len(body)} bytes instead of {announced}.", request=request)
    return body


def _parts_of(request: PreparedRequest) -> Iterator[bytes]:
    body: Any = request.body
    if isinstance(body, bytes):
        body = (body,)
    for part in iter(partial(body.read, _PIECE), b"") if hasattr(body, "read") else body:
        if not isinstance(part, (bytes, bytearray, memoryview)):
            raise NeverConnected("The body is none of bytes.", request=request)
        yield bytes(part)


def _raise_for(outcome: Outcome, request: PreparedRequest) -> None:
    """Raise what an exchange without a whole answer means; return when there is one."""
    if outcome.ending is not None:
        _raise_for_ending(outcome, request)
    error, text = outcome.error, outcome.error_text
    if outcome.status == _PROXY_WANTS_A_PASSWORD:
        raise failures.ProxyError("The proxy does not take QGIS's password.", request=request)
    if error == _Error.SslHandshakeFailedError:
        cause = NeverConnected(text, request=request)
        raise failures.SSLError(outcome.tls_trouble or text, request=request) from cause
    if not outcome.body_taken and error in _OUT_OF_REACH:
        raise NeverConnected(text, request=request)
    if outcome.status is not None and outcome.content and _broke_off(outcome):
        raise failures.ChunkedEncodingError(text, request=request)
    if outcome.status is None or _broke_off(outcome):
        raise failures.ConnectionError(
            f"The connection broke off before the answer was complete ({text}).", request=request
        )


def _broke_off(outcome: Outcome) -> bool:
    if outcome.error == _Error.ContentReSendError:
        # Qt also says so when it is asked to send the body elsewhere or with a password, and this
        # is just what must not happen: such an answer is whole.
        return outcome.status not in _ASKS_TO_SEND_AGAIN
    return outcome.error != _Error.NoError and enum_value(outcome.error) < _FIRST_HTTP_ERROR


def _raise_for_ending(outcome: Outcome, request: PreparedRequest) -> None:
    changes_nothing = request.method in ("GET", "HEAD")
    if outcome.ending is Ending.TOO_LARGE:
        raise TooLong(f"The answer is larger than {MOST_BYTES} bytes.", request=request)
    if outcome.ending is Ending.CANCELLED:
        if changes_nothing or not outcome.body_taken:
            raise Cancelled
        raise failures.ConnectionError("Stopped while it was being sent.", request=request)
    if changes_nothing or outcome.body_taken or outcome.status is not None:
        raise failures.ReadTimeout("No answer in time.", request=request)
    raise failures.ConnectTimeout("No connection in time.", request=request)


def _response(outcome: Outcome, request: PreparedRequest) -> Response:
    response = Response()
    response.status_code = outcome.status or 0
    response.reason = outcome.reason
    response.headers = CaseInsensitiveDict(outcome.headers)
    response.encoding = get_encoding_from_headers(response.headers)
    response.url = request.url or ""
    response.request = request
    response.raw = HTTPResponse(
        io.BytesIO(outcome.content),
        headers=dict(outcome.headers),
        status=response.status_code,
        preload_content=False,
        request_method=request.method,
    )
    return unpackable(response)
