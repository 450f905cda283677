"""One request and its answer over QGIS's network stack, on the calling worker thread."""

import time
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum
from typing import Callable, Optional, TypeVar

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import (
    QNetworkProxy,
    QNetworkProxyQuery,
    QNetworkReply,
    QNetworkRequest,
    QSslError,
)

from ..api import progress
from ..compat import enum_value
from .upload import OnceOnlyBody

_TICK_MS = 40
_Given = TypeVar("_Given")

# Qt sets these itself. It would set Accept-Encoding, too, and unpack by itself what comes packed,
# without a word where that was cut off: with the client's own it hands on what came.
_QT_SETS = frozenset({"connection", "content-length", "host", "transfer-encoding"})


class Ending(Enum):
    """Why an exchange was broken off from this side."""

    CANCELLED = "cancelled"
    TIMED_OUT = "timed out"
    TOO_LARGE = "too large"


@dataclass(frozen=True)
class Limits:
    """How long to wait, in seconds (None: for ever), and how many bytes of an answer to take.

    `connect` and `read` are between two signs of life, `whole` is for everything together.
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
    """Sends one request and waits for its answer in an event loop of its own."""

    def __init__(self, limits: Limits, cancelled: Callable[[], bool]) -> None:
        self._limits = limits
        self._cancelled = cancelled
        self._ending: Optional[Ending] = None
        self._body: Optional[OnceOnlyBody] = None
        self._reply: Optional[QNetworkReply] = None
        self._begun_at = self._active_at = 0.0
        self._answering = False
        self._tls_trouble: list[str] = []

    def run(self, method: str, url: str, headers: dict[str, str], body: Optional[bytes]) -> Outcome:
        """Send and wait. Redirects are handed back, nothing is cached, no cookie is kept."""
        request = _request(url, headers)
        loop, clock = QEventLoop(), QTimer()
        self._reply = reply = self._send(request, method, body)
        self._begun_at = self._active_at = time.monotonic()
        reply.uploadProgress.connect(self._uploading)
        reply.downloadProgress.connect(self._downloading)
        reply.sslErrors.connect(self._note_tls_trouble)
        reply.finished.connect(loop.quit)
        clock.timeout.connect(self._look)
        clock.start(_TICK_MS)
        try:
            if not reply.isFinished():
                loop.exec()
            return self._outcome(reply)
        finally:
            clock.stop()
            _delete(reply)
            self._body = None  # only now: while there is a reply, Qt may ask for more of the body

    def _send(self, request: QNetworkRequest, method: str, body: Optional[bytes]) -> QNetworkReply:
        if method == "GET":
            return _with_network(lambda network: network.get(request))
        verb = method.encode("ascii")
        if body is None and method not in ("POST", "PUT"):
            return _with_network(lambda network: network.sendCustomRequest(request, verb))
        content = body or b""
        request.setHeader(QNetworkRequest.KnownHeaders.ContentLengthHeader, len(content))
        self._body = upload = OnceOnlyBody(content, progress.report)
        if method == "POST":
            return _with_network(lambda network: network.post(request, upload))
        if method == "PUT":
            return _with_network(lambda network: network.put(request, upload))
        return _with_network(lambda network: network.sendCustomRequest(request, verb, upload))

    def _uploading(self, _sent: int, _total: int) -> None:
        self._active_at = time.monotonic()

    def _downloading(self, received: int, total: int) -> None:
        self._active_at = time.monotonic()
        self._answering = True
        if self._body is None and received:
            progress.report(received, total if total > 0 else None)
        if received > self._limits.most_bytes:
            self._break_off(Ending.TOO_LARGE)

    def _note_tls_trouble(self, errors: list[QSslError]) -> None:
        self._tls_trouble += [error.errorString() for error in errors]

    def _look(self) -> None:
        """Look, several times a second, whether the job was cancelled or the time is up."""
        waiting_to_connect = self._body is not None and not self._body.taken and not self._answering
        limit = self._limits.connect if waiting_to_connect else self._limits.read
        now = time.monotonic()
        if self._cancelled():
            self._break_off(Ending.CANCELLED)
        elif _is_over(now - self._active_at, limit) or _is_over(
            now - self._begun_at, self._limits.whole
        ):
            self._break_off(Ending.TIMED_OUT)

    def _break_off(self, ending: Ending) -> None:
        reply = self._reply
        if self._ending is None and reply is not None and not reply.isFinished():
            self._ending = ending
            reply.abort()

    def _outcome(self, reply: QNetworkReply) -> Outcome:
        ending = self._ending
        broken_off = reply.error() == QNetworkReply.NetworkError.OperationCanceledError
        if broken_off and ending is None:  # QGIS's own network time-out was shorter than ours
            ending = Ending.TIMED_OUT
        content = b"" if broken_off else bytes(reply.readAll())
        if len(content) > self._limits.most_bytes:  # it came all at once
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
            content=content,
            error=reply.error(),
            error_text=reply.errorString(),
            ending=ending,
            body_taken=self._body is not None and self._body.taken,
            tls_trouble="; ".join(f"certificate refused: {text}" for text in self._tls_trouble),
        )


def _with_network(ask: Callable[[QgsNetworkAccessManager], _Given]) -> _Given:
    """Ask this thread's network manager, once, even where PyQt takes it for deleted.

    PyQt learns on the main thread, and late, that a thread ended and its manager went with it. By
    then another thread's manager may have that address, and it is this one that is declared
    deleted. PyQt says so before it calls anything, and names the manager anew when asked for it.
    """
    while True:
        network = QgsNetworkAccessManager.instance()
        try:
            return ask(network)
        except RuntimeError:
            if not sip.isdeleted(network):
                raise


def _is_over(seconds: float, limit: Optional[float]) -> bool:
    return limit is not None and seconds > limit


def _delete(reply: QNetworkReply) -> None:
    """Delete a reply on the thread that it lives on, unknown to PyQt.

    PyQt would learn of it on the main thread and late, when its address may already be that of
    another thread's reply, and would declare that one deleted.
    """
    for signal in (
        reply.uploadProgress,
        reply.downloadProgress,
        reply.sslErrors,
        reply.finished,
        reply.destroyed,
    ):
        signal.disconnect()
    # Not by `sip.delete`: that holds Python while Qt waits for a lock, which the main thread may
    # hold and wait for Python. Python forgets the reply first: another may come in its place.
    reply.deleteLater()
    sip.setdeleted(reply)
    QCoreApplication.sendPostedEvents(None, enum_value(QEvent.Type.DeferredDelete))


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
    for name, text in {**headers, **_for_the_proxy(request.url())}.items():
        if name.lower() not in _QT_SETS:
            request.setRawHeader(name.encode("latin-1"), text.encode("latin-1"))
    return request


def _for_the_proxy(url: QUrl) -> dict[str, str]:
    """Give a proxy its password with the first request, where the request goes to it in the open.

    Qt would tell it only when asked, and would then have to send the body again, which it cannot.
    For https it first asks the proxy for a tunnel, without a body.
    """
    factory = _with_network(lambda network: network.proxyFactory())
    if url.scheme() != "http" or factory is None:
        return {}
    for proxy in factory.queryProxy(QNetworkProxyQuery(url)):
        if proxy.type() == QNetworkProxy.ProxyType.HttpProxy and proxy.user():
            pair = f"{proxy.user()}:{proxy.password()}".encode()
            return {"Proxy-Authorization": f"Basic {b64encode(pair).decode('ascii')}"}
    return {}
