"""A time limit for a request as a whole, however slowly its answer trickles in."""

import socket
import threading
from types import TracebackType
from typing import Any, Optional

from requests import Response
from requests.adapters import HTTPAdapter
from requests.exceptions import ContentDecodingError
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

POOL_SIZE = 32
"""Connections kept open to one host: as many threads as one is likely to have."""

_here = threading.local()


class Timeouts(tuple[float, float]):
    """Time limits in seconds: to connect, between two signs of life, and `whole` for everything.

    A tuple of the first two, as requests wants it; carriers that keep the third read `whole`.
    """

    whole: float

    def __new__(cls, connect: float, read: float, whole: float) -> "Timeouts":
        """Make them of their three limits."""
        limits = super().__new__(cls, (connect, read))
        limits.whole = whole
        return limits


class Deadline:
    """Cuts the connections that this thread uses inside the block when the time is over.

    `passed` says whether that was done, `began` whether anything may have been sent. The service
    may pause for `silence` seconds, also while it is being sent to. Works with the connections of
    `PunctualAdapter`.
    """

    def __init__(self, seconds: float, silence: float) -> None:
        self.passed = False
        self.began = False
        self._silence = silence
        self._socket: Optional[socket.socket] = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        _here.deadline = self
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        _here.deadline = None
        self._timer.cancel()
        with self._lock:
            self._socket = None

    def watch(self, used: socket.socket) -> None:
        """Cut `used`, too, when the time is over."""
        self.began = True
        # What is set to connect holds for sending as well, unless it is set anew.
        used.settimeout(self._silence)
        with self._lock:
            self._socket = used
        if self.passed:
            self._cut()

    def _cut(self) -> None:
        with self._lock:
            self.passed = True
            if self._socket is None:
                return
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:  # the other side was first
                self._socket = None


def _watch(used: Any) -> None:
    deadline = getattr(_here, "deadline", None)
    if deadline is not None and used is not None:
        deadline.watch(used)


class _Plain(HTTPConnection):
    """A connection that tells the deadline which socket it uses."""

    def connect(self) -> None:
        super().connect()
        _watch(self.sock)

    def putrequest(self, *args: Any, **options: Any) -> None:
        _watch(self.sock)
        super().putrequest(*args, **options)


class _Tls(HTTPSConnection):
    """A secure connection that tells the deadline which socket it uses."""

    def connect(self) -> None:
        super().connect()
        _watch(self.sock)

    def putrequest(self, *args: Any, **options: Any) -> None:
        _watch(self.sock)
        super().putrequest(*args, **options)


class _PlainPool(HTTPConnectionPool):
    """Connections whose answers are not taken for whole when they are shorter than announced."""

    ConnectionCls = _Plain

    def urlopen(self, *args: Any, **options: Any) -> Any:
        return super().urlopen(*args, **{**options, **_WHOLE})


class _TlsPool(HTTPSConnectionPool):
    """The same for secure connections."""

    ConnectionCls = _Tls

    def urlopen(self, *args: Any, **options: Any) -> Any:
        return super().urlopen(*args, **{**options, **_WHOLE})


# The second major version of urllib3 does so of its own accord.
_WHOLE = {"enforce_content_length": True}


_POOLS = {"http": _PlainPool, "https": _TlsPool}


_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""Others, and several on top of each other, unpack to any size before it can be counted."""


def unpackable(response: Response) -> Response:
    """Return the answer. Raises ContentDecodingError where it is packed in another way than asked.

    For carriers, before anything of it is unpacked.
    """
    if response.headers.get("Content-Encoding", "").strip().lower() not in _CODINGS:
        response.close()
        raise ContentDecodingError("packed in a way that was not asked for", response=response)
    return response


class PunctualAdapter(HTTPAdapter):
    """requests' own adapter over urllib3, with connections that a `Deadline` can cut."""

    def __init__(self) -> None:
        super().__init__(pool_maxsize=POOL_SIZE)

    def build_response(self, *args: Any, **options: Any) -> Response:
        """Make the answer. Raises ContentDecodingError for one that is packed too cleverly."""
        return unpackable(super().build_response(*args, **options))

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make the pools of direct connections."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        """Make the pools of connections through a proxy."""
        manager = super().proxy_manager_for(*args, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager
