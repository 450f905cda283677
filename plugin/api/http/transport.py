"""Requests to the service and their raw answers: time limits, repeats, what a failure means."""

import random
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from http.cookiejar import DefaultCookiePolicy
from typing import Callable, Optional, Union
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

from ...errors import StreetWorksError
from ..errors import ApiError, Cancelled
from . import address, progress
from .deadline import Deadline, PunctualAdapter, Timeouts
from .failures import NeverConnected, failure
from .messages import UNSIGNED, Answer, Call, Signed
from .pace import Pace, pace_of
from .receiving import received
from .sending import Form
from .waiting import moment_of, retry_after

LONGEST_CONNECT = 10.0
WHOLE, WHOLE_WITH_A_FILE = 4.0, 40.0
"""The time limit for a request as a whole, as a multiple of that between two signs of life."""

TICK = 0.1
GOOD, TOO_MANY = 200, 429


@dataclass(frozen=True)
class Retries:
    """How often a reading request is made in all, and the longest waits in seconds in between.

    The first wait is at most `first_wait`, each further one at most twice the one before; none,
    whatever the service asks for, is longer than `longest_wait`.
    """

    tries: int = 3
    first_wait: float = 0.5
    longest_wait: float = 8.0


class Transport:
    """Sends requests to one service. May be used by several threads.

    `carrier` is the adapter that does the sending, urllib3's if None. `timeout` is the time limit
    in seconds between two signs of life; a request as a whole may take four times that, forty times
    where a file goes up or down.
    `pace` limits how fast requests go; all with one host share theirs, this machine has none.
    """

    def __init__(
        self,
        base_url: str,
        *,
        carrier: Optional[BaseAdapter] = None,
        timeout: float = 30.0,
        user_agent: str = "",
        retries: Retries = Retries(),
        pace: Optional[Pace] = None,
    ) -> None:
        self.base_url = address.checked(base_url)
        parts = urlsplit(self.base_url)
        is_here = address.is_loopback(parts.hostname or "")
        self._pace = pace or (None if is_here else pace_of(parts.netloc.lower()))
        self._timeout = timeout
        self._retries = retries
        self._here = threading.local()
        self._heard: Optional[tuple[datetime, float]] = None
        self._session = requests.Session()
        self._session.auth = _no_auth
        self._session.headers["Accept-Encoding"] = "gzip"
        # The service needs none, and one account's must not go with another's requests.
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        if user_agent:
            self._session.headers["User-Agent"] = user_agent
        # A proxy of the network cannot reach a service on this very machine.
        self._session.trust_env = not is_here
        # Other carriers are given the limit for the whole request, and keep it themselves.
        self._cuts = carrier is None
        self._carrier_reports = bool(getattr(carrier, "reports_progress", False))
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, carrier or PunctualAdapter())

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

    def now(self) -> datetime:
        """Return the moment in UTC by the service's clock; by ours before it has answered."""
        if self._heard is None:
            return datetime.now(timezone.utc)
        moment, then = self._heard
        return moment + timedelta(seconds=time.monotonic() - then)

    def send(self, call: Call, signed: Signed = UNSIGNED) -> Answer:
        """Send `call` and return the answer, whatever its status.

        A GET is repeated when no answer came or the service was busy or failed, as long as the
        wait is short. Nothing else is ever repeated. Raises NoNetwork, TimedOut,
        CertificateRefused, NotJson (cut off or too long), RateLimited (not sent), Cancelled, for a
        call that changes records OutcomeUnknown when its answer was lost, and StreetWorksError for
        files that cannot be read or written.
        """
        tries = self._retries.tries if call.method == "GET" else 1
        attempt = 1
        while True:
            self.raise_if_cancelled()
            if self._pace is not None:
                self._pace.wait(self.raise_if_cancelled, self._retries.longest_wait)
            answer, wait = self._attempt(call, signed, attempt, is_last=attempt >= tries)
            if answer is not None:
                return answer
            self.pause(wait)
            attempt += 1

    def _attempt(
        self, call: Call, signed: Signed, attempt: int, *, is_last: bool
    ) -> tuple[Optional[Answer], float]:
        """Send once; return the answer, or None and the seconds to wait before the next time."""
        wait = self._backoff(attempt)
        answer = self._answer(call, signed)
        if isinstance(answer, ApiError):
            if is_last or not answer.may_retry:
                raise answer
            return None, wait
        wait = wait if answer.wait is None else answer.wait
        if answer.status == TOO_MANY and self._pace is not None:
            self._pace.hold(wait)
        if answer.status not in call.repeated or is_last or wait > self._retries.longest_wait:
            return answer, 0.0
        return None, wait

    def _answer(self, call: Call, signed: Signed) -> Union[Answer, ApiError]:
        """Send once; return the answer, or what it means that there is none.

        That is not raised here: what requests raises holds the request, with token and password.
        """
        try:
            return self._once(call, signed)
        except requests.RequestException as error:
            return failure(error, changes=call.changes, secrets=(signed.token,))

    def _once(self, call: Call, signed: Signed) -> Answer:
        whole = self._timeout * (WHOLE_WITH_A_FILE if call.moves_a_file else WHOLE)
        if not self._cuts:
            return self._exchange(call, signed, whole)
        with Deadline(whole, self._timeout) as deadline:
            try:
                answer = self._exchange(call, signed, whole)
            except StreetWorksError:
                raise
            except Exception as error:
                if deadline.passed:
                    raise requests.exceptions.ReadTimeout("too slow on the whole") from error
                if isinstance(error, requests.RequestException):
                    raise
                # It comes of settings or headers that are out of order.
                kind = requests.exceptions.ConnectionError if deadline.began else NeverConnected
                raise kind(f"{type(error).__name__}: {error}") from error
        if deadline.passed:  # what came may have been cut off
            raise requests.exceptions.ReadTimeout("too slow on the whole")
        return answer

    def _exchange(self, call: Call, signed: Signed, whole: float) -> Answer:
        request_id = str(uuid.uuid4())
        headers = {"Accept": call.accept, "x-request-id": request_id, **signed.headers}
        form = self._form(call)
        if form is not None:
            headers["Content-Type"] = form.content_type
        with self._session.request(
            call.method,
            self.base_url + call.path,
            params=call.query,
            json=call.body,
            data=form,
            headers=headers,
            timeout=Timeouts(min(self._timeout, LONGEST_CONNECT), self._timeout, whole),
            allow_redirects=False,
            stream=True,
        ) as response:
            self._note_the_time(response)
            content = self._content(response, call)
            asked = retry_after(response.headers, self.now())
            return Answer(response.status_code, response.headers, content, request_id, asked)

    def _form(self, call: Call) -> Optional[Form]:
        if call.file is None:
            return None
        report = None if self._carrier_reports else progress.report
        return Form(call.file, report=report, look=self.raise_if_cancelled)

    def _content(self, response: requests.Response, call: Call) -> bytes:
        reports = call.file is None and not self._carrier_reports

        def each(come: int, total: Optional[int]) -> None:
            if not call.changes:
                self.raise_if_cancelled()
            if reports:
                progress.report(come, total)

        into = call.into if response.status_code == GOOD else None
        return received(response, each, into, call.accept)

    def _note_the_time(self, response: requests.Response) -> None:
        moment = moment_of(response.headers.get("Date", ""))
        if moment is not None:
            self._heard = moment, time.monotonic()

    def _backoff(self, attempt: int) -> float:
        longest = min(self._retries.first_wait * 2 ** (attempt - 1), self._retries.longest_wait)
        return random.uniform(0.0, longest)  # noqa: S311 - no secret # nosec B311

    def pause(self, seconds: float) -> None:
        """Wait, looking every tenth of a second whether to stop. Raises Cancelled."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.raise_if_cancelled()
            time.sleep(min(left, TICK))

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled where `cancelling` says so."""
        cancelled = getattr(self._here, "cancelled", None)
        if cancelled is not None and cancelled():
            raise Cancelled


def _no_auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from adding the credentials of a .netrc file."""
    return request
