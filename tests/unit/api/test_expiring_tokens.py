"""Twenty threads at work while their token ends under them, again and again."""

import threading
import time
from collections.abc import Iterator
from itertools import chain

import pytest
from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.clock import Clock
from street_works.plugin.practice.people.accounts import Sessions

THREADS, EXPIRIES, CALLS_BETWEEN, LIFE = 20, 10, 3, 3_600.0


class Ahead(Clock):
    """A clock that can be put forward."""

    def __init__(self) -> None:
        super().__init__()
        self.by = 0.0

    def seconds(self) -> float:
        return time.monotonic() + self.by


class Counted:
    """What the service's sessions were asked."""

    def __init__(self, monkeypatch) -> None:
        self.refreshes: list[str] = []
        self.refused: list[str] = []
        refresh, user = Sessions.refresh, Sessions.user

        def counted_refresh(sessions, token):
            self.refreshes.append(token)
            return refresh(sessions, token)

        def counted_user(sessions, token):
            found = user(sessions, token)
            if found is None:
                self.refused.append(token)
            return found

        monkeypatch.setattr(Sessions, "refresh", counted_refresh)
        monkeypatch.setattr(Sessions, "user", counted_user)


class Crowd:
    """Threads that ask one thing over and over: the `answers` that each got, and all `failures`."""

    def __init__(self, ask) -> None:
        self.answers = [[] for _ in range(THREADS)]
        self.failures = []
        self._ask = ask
        self._finished = threading.Event()
        self._threads = [threading.Thread(target=self._work, args=[got]) for got in self.answers]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._finished.set()
        for thread in self._threads:
            thread.join()

    def wait_until(self, reached) -> None:
        while not (reached() or self.failures):
            time.sleep(0.002)

    def wait_for_each(self, number: int) -> None:
        """Wait until each got so many more answers: one left behind would meet two expiries."""
        enough = [len(got) + number for got in self.answers]
        self.wait_until(lambda: all(len(got) >= n for got, n in zip(self.answers, enough)))

    def _work(self, got: list[str]) -> None:
        try:
            while not self._finished.is_set():
                got.append(self._ask())
        except Exception as error:  # the test tells
            self.failures.append(error)


@pytest.fixture
def clock() -> Ahead:
    return Ahead()


@pytest.fixture
def service(clock) -> Iterator[PracticeService]:
    running = PracticeService(
        clock=clock, token_seconds=LIFE, refresh_seconds=LIFE * 100, requests_per_minute=1_000_000
    )
    running.url = running.start()
    yield running
    running.stop()


def test_one_refresh_for_each_expiry_and_no_failed_call(
    service, clock, make_client, monkeypatch, capsys
):
    asked = Counted(monkeypatch)
    account = service.accounts[0]
    client = make_client(service.url)
    client.sign_in(account.email, account.password)
    with Crowd(lambda: client.party.get_user(account.email).organisation_reference) as crowd:
        for number in range(1, EXPIRIES + 1):
            crowd.wait_for_each(CALLS_BETWEEN)
            clock.by += LIFE + 1
            crowd.wait_until(lambda number=number: len(asked.refreshes) >= number)
    answers = list(chain.from_iterable(crowd.answers))
    with capsys.disabled():
        print(
            f"\n{THREADS} threads, {len(answers)} calls, {EXPIRIES} expiries: "
            f"{len(asked.refreshes)} refreshes, {len(asked.refused)} calls met an ended token, "
            f"{len(crowd.failures)} failed"
        )
    assert crowd.failures == []
    assert len(asked.refreshes) == EXPIRIES
    assert len(asked.refused) >= EXPIRIES
    assert set(answers) == {account.organisation_reference}
