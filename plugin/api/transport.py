"""Requests to the service and their raw answers: time limits, repeats, what a failure means."""

import random
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Callable, Optional
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

from . import address
from .errors import Cancelled
from .failures import TooLong, failure
from .waiting import retry_after

LARGEST_ANSWER = 50_000_000
CHUNK = 65_536
LONGEST_CONNECT = 10.0
REPEATED = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Retries:
    """How often a reading request is made in all, and the waits in seconds in between."""

    tries: int = 3
    first_wait: float = 0.5
    longest_wait: float = 8.0


@dataclass(frozen=True)
class Answer:
    """What came back, as it came."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    request_id: str

    @property
    def text(self) -> str:
        """The body as text, whatever it is."""
        return self.content.decode("utf-8", errors="replace")


@dataclass(frozen=True)
class Call:
    """One request: `path` begins with a slash, `query` holds texts, `changes` says whether it
    changes records, so that a lost answer leaves the outcome open.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    body: Optional[Mapping[str, Any]] = None
    files: Optional[Mapping[str, tuple[str, bytes, str]]] = None
    changes: bool = False


class Transport:
    """Sends requests to one service. May be used by several threads.

    `carrier` is the adapter that does the sending, urllib3's if None. `timeout` is in seconds.
    """

    def __init__(
        self,
        base_url: str,
        *,
        carrier: Optional[BaseAdapter] = None,
        timeout: float = 30.0,
        user_agent: str = "",
        retries: Retries = Retries(),
    ) -> None:
        self.base_url = address.checked(base_url)
        self._timeout = (min(timeout, LONGEST_CONNECT), timeout)
        self._retries = retries
        self._here = threading.local()
        self._session = requests.Session()
        self._session.auth = _no_auth
        self._session.headers.update({"Accept": "application/json"})
        if user_agent:
            self._session.headers["User-Agent"] = user_agent
        # A proxy of the network cannot reach a service on this very machine.
        self._session.trust_env = not address.is_loopback(urlsplit(self.base_url).hostname or "")
        if carrier is not None:
            self._session.mount("https://", carrier)
            self._session.mount("http://", carrier)

    @contextmanager
    def cancelling(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Let `cancelled` stop the requests that this thread makes inside the block."""
        before = getattr(self._here, "cancelled", None)
        self._here.cancelled = cancelled
        try:
            yield
        finally:
            self._here.cancelled = before

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def send(self, call: Call, token: Optional[str] = None) -> Answer:
        """Send `call` and return the answer, whatever its status.

        A GET is repeated when no answer came or the service was busy or failed, as long as the
        wait is short. Nothing else is ever repeated. Raises NoNetwork, TimedOut,
        CertificateRefused, NotJson (cut off or too long), Cancelled, and for a call that changes
        records OutcomeUnknown when its answer was lost.
        """
        tries = self._retries.tries if call.method == "GET" else 1
        attempt = 1
        while True:
            self._raise_if_cancelled()
            answer, wait = self._attempt(call, token, attempt, is_last=attempt >= tries)
            if answer is not None:
                return answer
            self._pause(wait)
            attempt += 1

    def _attempt(
        self, call: Call, token: Optional[str], attempt: int, *, is_last: bool
    ) -> tuple[Optional[Answer], float]:
        """Send once; return the answer, or None and the seconds to wait before the next time."""
        wait = self._backoff(attempt)
        try:
            answer = self._once(call, token)
        except requests.RequestException as error:
            told = failure(error, changes=call.changes)
            if is_last or not told.may_retry:
                raise told from error
            return None, wait
        asked = retry_after(answer.headers)
        wait = wait if asked is None else asked
        if answer.status not in REPEATED or is_last or wait > self._retries.longest_wait:
            return answer, 0.0
        return None, wait

    def _once(self, call: Call, token: Optional[str]) -> Answer:
        request_id = str(uuid.uuid4())
        headers = {"x-request-id": request_id}
        if token:
            headers["token"] = token
        with self._session.request(
            call.method,
            self.base_url + call.path,
            params=call.query,
            json=call.body,
            files=call.files,
            headers=headers,
            timeout=self._timeout,
            allow_redirects=False,
            stream=True,
        ) as response:
            content = self._read(response, may_stop=not call.changes)
            return Answer(response.status_code, response.headers, content, request_id)

    def _read(self, response: requests.Response, *, may_stop: bool) -> bytes:
        content = bytearray()
        for chunk in response.iter_content(CHUNK):
            if may_stop:
                self._raise_if_cancelled()
            content += chunk
            if len(content) > LARGEST_ANSWER:
                raise TooLong
        # Older versions of urllib3 do not notice that a body is shorter than announced.
        announced = response.headers.get("Content-Length", "")
        is_plain = "Content-Encoding" not in response.headers
        if is_plain and announced.isdigit() and 0 < len(content) < int(announced):
            raise requests.exceptions.ChunkedEncodingError("shorter than announced")
        return bytes(content)

    def _backoff(self, attempt: int) -> float:
        longest = min(self._retries.first_wait * 2 ** (attempt - 1), self._retries.longest_wait)
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - no secret # nosec B311

    def _pause(self, seconds: float) -> None:
        """Wait, looking every tenth of a second whether it was cancelled."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._raise_if_cancelled()
            time.sleep(min(left, 0.1))

    def _raise_if_cancelled(self) -> None:
        cancelled = getattr(self._here, "cancelled", None)
        if cancelled is not None and cancelled():
            raise Cancelled


def _no_auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from adding the credentials of a .netrc file."""
    return request
