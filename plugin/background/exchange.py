"""One request and its answer over QGIS's network stack, for a worker thread that waits for it.

Everything of Qt lives on the main thread, which only begins, notes what came and ends; the worker
waits for news in a queue of Python's (see `main_thread`).
"""

import time
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum
from functools import partial
from queue import Empty, SimpleQueue
from typing import Callable, Optional, Union

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtNetwork import (
    QNetworkProxy,
    QNetworkProxyQuery,
    QNetworkReply,
    QNetworkRequest,
    QSslError,
)

from ..api.http import progress
from ..compat import enum_value
from .main_thread import do_there
from .pool import place_given_away
from .upload import OnceOnlyBody

_TICK_MS = 40
_PIECE = 1024 * 1024
_STANDSTILL_S = 1.0  # more than that between two looks is not counted: QGIS itself stood still
_GRACE_S = 1.0  # how long a cancelled request is waited for, as QGIS may be closing

# Qt sets these itself. It would set Accept-Encoding, too, and unpack by itself what comes packed,
# without a word where that was cut off: with the client's own it hands on what came.
_QT_SETS = frozenset({"connection", "content-length", "host", "transfer-encoding"})

_Bytes = tuple[int, Optional[int]]  # how many have gone or come, and of how many


class Ending(Enum):
    """Why an exchange was broken off from this side."""

    CANCELLED = "cancelled"
    TIMED_OUT = "timed out"
    TOO_LARGE = "too large"


@dataclass(frozen=True)
class Limits:
    """How long to wait, in seconds (None: for ever), and how many bytes of an answer to take.

    `connect` and `read` are between two signs of life, `whole` is for everything together. While
    the main thread stands still the clock does, too.
    """

    connect: Optional[float]
    read: Optional[float]
    most_bytes: int
    whole: Optional[float] = None


@dataclass(frozen=True)
class Outcome:
    """What came of an exchange; `status` is None when no answer began."""

    status: Optional[int]
    reason: str
    headers: tuple[tuple[str, str], ...]
    content: bytes
    error: QNetworkReply.NetworkError
    error_text: str
    ending: Optional[Ending]
    body_taken: bool
    tls_trouble: str


class Exchange:
    """Has one request sent on the main thread and waits for its answer on the calling one."""

    def __init__(self, limits: Limits, cancelled: Callable[[], bool]) -> None:
        self._limits = limits
        self._cancelled = cancelled
        self._news: SimpleQueue[Union[_Bytes, Outcome, Exception]] = SimpleQueue()
        self._left = False
        # what follows is the main thread's
        self._ending: Optional[Ending] = None
        self._body: Optional[OnceOnlyBody] = None
        self._reply: Optional[QNetworkReply] = None
        self._content: list[bytes] = []
        self._received = 0
        self._looked_at = self._silent_for = self._lasted = 0.0
        self._answering = False
        self._tls_trouble: list[str] = []

    def run(self, method: str, url: str, headers: dict[str, str], body: Optional[bytes]) -> Outcome:
        """Send and wait. Redirects are handed back, nothing is cached, no cookie is kept.

        Where the main thread does not answer to a cancelling, a body counts as taken.
        """
        if body is None and method in ("POST", "PUT"):
            body = b""
        do_there(partial(self._begin, method, _request(url, headers), body))
        try:
            with place_given_away():
                return self._awaited() or _unanswered(body is not None)
        except BaseException:
            do_there(partial(self._break_off, Ending.CANCELLED))
            raise
        finally:
            self._left = True

    def _awaited(self) -> Optional[Outcome]:
        """Return the outcome, or None when it was cancelled and QGIS did not take note."""
        patience: Optional[float] = None
        while patience is None or time.monotonic() < patience:
            if patience is None and self._cancelled():
                patience = time.monotonic() + _GRACE_S
                do_there(partial(self._break_off, Ending.CANCELLED))
            try:
                news = self._news.get(timeout=_TICK_MS / 1000)
            except Empty:
                continue
            if isinstance(news, Outcome):
                return news
            if isinstance(news, Exception):
                raise news
            progress.report(*news)
        return None

    def _begin(self, method: str, request: QNetworkRequest, body: Optional[bytes]) -> None:
        if self._left:
            return
        try:
            self._reply = reply = self._send(request, method, body)
        except Exception as error:  # it is the worker's
            self._news.put(error)
            return
        _under_way.add(self)
        clock = QTimer(reply)
        clock.timeout.connect(self._look)
        reply.uploadProgress.connect(self._uploading)
        reply.downloadProgress.connect(self._downloading)
        reply.readyRead.connect(self._came)
        reply.sslErrors.connect(self._note_tls_trouble)
        reply.finished.connect(self._end)
        self._looked_at = time.monotonic()
        clock.start(_TICK_MS)
        if reply.isFinished():
            self._end()

    def _send(self, request: QNetworkRequest, method: str, body: Optional[bytes]) -> QNetworkReply:
        network = QgsNetworkAccessManager.instance()
        _tell_the_proxy(request, network)
        if method == "GET":
            return network.get(request)
        verb = method.encode("ascii")
        if body is None:
            return network.sendCustomRequest(request, verb)
        request.setHeader(QNetworkRequest.KnownHeaders.ContentLengthHeader, len(body))
        self._body = upload = OnceOnlyBody(body, self._tell)
        if method == "POST":
            reply = network.post(request, upload)
        elif method == "PUT":
            reply = network.put(request, upload)
        else:
            reply = network.sendCustomRequest(request, verb, upload)
        upload.setParent(reply)  # while there is a reply, Qt may ask for more of the body
        return reply

    def _tell(self, done: int, total: Optional[int]) -> None:
        self._news.put((done, total))

    def _uploading(self, _sent: int, _total: int) -> None:
        self._silent_for = 0.0

    def _downloading(self, received: int, total: int) -> None:
        self._silent_for = 0.0
        self._answering = True
        if self._body is None and received:
            self._tell(received, total if total > 0 else None)

    def _came(self) -> None:
        if self._take():
            do_there(self._came)

    def _take(self) -> bool:
        """Take a piece of what came and say whether there is more: all at once holds QGIS up."""
        reply = self._reply
        if reply is None or self._ending is not None or not reply.isOpen():
            return False
        piece = reply.read(_PIECE) or b""
        self._content.append(piece)
        self._received += len(piece)
        if self._received > self._limits.most_bytes:
            self._break_off(Ending.TOO_LARGE)
        return bool(piece) and reply.bytesAvailable() > 0

    def _note_tls_trouble(self, errors: list[QSslError]) -> None:
        self._tls_trouble += [error.errorString() for error in errors]

    def _look(self) -> None:
        """Look, several times a second, whether the time is up."""
        now = time.monotonic()
        passed = min(now - self._looked_at, _STANDSTILL_S)
        self._looked_at = now
        self._silent_for += passed
        self._lasted += passed
        waiting_to_connect = self._body is not None and not self._body.taken and not self._answering
        limit = self._limits.connect if waiting_to_connect else self._limits.read
        if _is_over(self._silent_for, limit) or _is_over(self._lasted, self._limits.whole):
            self._break_off(Ending.TIMED_OUT)

    def _break_off(self, ending: Ending) -> None:
        reply = self._reply
        if self._ending is None and reply is not None and not reply.isFinished():
            self._ending = ending
            reply.abort()

    def _end(self) -> None:
        """Hand the outcome to the worker; the reply takes its body and its clock with it."""
        reply = self._reply
        if reply is None:
            return
        if self._take():
            do_there(self._end)
            return
        outcome = self._outcome(reply)
        self._reply = self._body = None
        reply.deleteLater()
        _under_way.discard(self)
        self._news.put(outcome)

    def _outcome(self, reply: QNetworkReply) -> Outcome:
        ending = self._ending
        broken_off = reply.error() == QNetworkReply.NetworkError.OperationCanceledError
        if broken_off and ending is None:  # QGIS's own network time-out was shorter than ours
            ending = Ending.TIMED_OUT
        if self._received > self._limits.most_bytes:
            ending = Ending.TOO_LARGE
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        reason = reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute)
        return Outcome(
            status=None if status is None else int(status),
            reason=str(reason or ""),
            headers=tuple(
                (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
                for name, value in reply.rawHeaderPairs()
            ),
            content=b"" if broken_off else b"".join(self._content),
            error=reply.error(),
            error_text=reply.errorString(),
            ending=ending,
            body_taken=self._body is not None and self._body.taken,
            tls_trouble="; ".join(f"certificate refused: {text}" for text in self._tls_trouble),
        )


_under_way: set[Exchange] = set()  # PyQt does not hold whom it calls


def _unanswered(body_taken: bool) -> Outcome:
    return Outcome(
        status=None,
        reason="",
        headers=(),
        content=b"",
        error=QNetworkReply.NetworkError.OperationCanceledError,
        error_text="",
        ending=Ending.CANCELLED,
        body_taken=body_taken,
        tls_trouble="",
    )


def _is_over(seconds: float, limit: Optional[float]) -> bool:
    return limit is not None and seconds > limit


def _request(url: str, headers: dict[str, str]) -> QNetworkRequest:
    attribute = QNetworkRequest.Attribute
    request = QNetworkRequest(QUrl.fromEncoded(url.encode("ascii")))
    manual = enum_value(QNetworkRequest.LoadControl.Manual)
    for key, value in (
        (
            attribute.RedirectPolicyAttribute,
            enum_value(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy),
        ),
        (
            attribute.CacheLoadControlAttribute,
            enum_value(QNetworkRequest.CacheLoadControl.AlwaysNetwork),
        ),
        (attribute.CacheSaveControlAttribute, False),
        (attribute.CookieLoadControlAttribute, manual),
        (attribute.CookieSaveControlAttribute, manual),
        (attribute.AuthenticationReuseAttribute, manual),
        (attribute.DoNotBufferUploadDataAttribute, True),
        (attribute.Http2AllowedAttribute, False),
    ):
        request.setAttribute(key, value)
    for name, text in headers.items():
        if name.lower() not in _QT_SETS:
            request.setRawHeader(name.encode("latin-1"), text.encode("latin-1"))
    return request


def _tell_the_proxy(request: QNetworkRequest, network: QgsNetworkAccessManager) -> None:
    """Give a proxy its password with the first request, where the request goes to it in the open.

    Qt would tell it only when asked, and would then have to send the body again, which it cannot.
    For https it first asks the proxy for a tunnel, without a body.
    """
    factory = network.proxyFactory()
    if request.url().scheme() != "http" or factory is None:
        return
    for proxy in factory.queryProxy(QNetworkProxyQuery(request.url())):
        if proxy.type() == QNetworkProxy.ProxyType.HttpProxy and proxy.user():
            pair = f"{proxy.user()}:{proxy.password()}".encode()
            request.setRawHeader(b"Proxy-Authorization", b"Basic " + b64encode(pair))
            return
