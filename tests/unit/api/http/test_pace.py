"""The limit of our own on how fast requests go."""

import threading

import pytest
from street_works.plugin.api import StreetManager, errors
from street_works.plugin.api.http.pace import Pace, pace_of


class Time:
    """Seconds that only go on while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def pace(time):
    """One a second, three at once after a rest."""
    return Pace(60, 3, time.clock, time.sleep)


def go(pace, longest=10.0, look=lambda: None):
    pace.wait(look, longest)


def test_a_few_go_at_once_and_then_one_after_another(pace, time):
    went = []
    for _ in range(6):
        go(pace)
        went.append(time.now - 100)
    assert went[:3] == [0, 0, 0]
    assert went[3:] == pytest.approx([1, 2, 3], abs=0.11)


def test_a_rest_gives_turns_back_but_not_more_than_a_few(pace, time):
    for _ in range(3):
        go(pace)
    time.now += 1000
    before = time.now
    for _ in range(4):
        go(pace)
    assert time.now - before == pytest.approx(1, abs=0.11)


def test_by_default_no_more_than_200_go_in_any_minute(time):
    usual = Pace(clock=time.clock, sleep=time.sleep)
    went = []
    while time.now < 400:
        go(usual)
        went.append(time.now)
    most = max(sum(1 for other in went if 0 <= other - one < 60) for one in went)
    assert 180 <= most <= 200


def test_a_hold_stops_everybody_and_lets_nobody_storm_afterwards(pace, time):
    pace.hold(5)
    went = []
    for _ in range(3):
        go(pace)
        went.append(time.now - 100)
    assert went == pytest.approx([5, 6, 7], abs=0.11)


def test_a_shorter_hold_does_not_end_a_longer_one(pace, time):
    pace.hold(5)
    pace.hold(1)
    go(pace)
    assert time.now - 100 == pytest.approx(5, abs=0.11)


def test_a_long_hold_is_told_and_not_waited_for(pace, time):
    pace.hold(60)
    with pytest.raises(errors.RateLimited) as caught:
        go(pace, longest=8)
    assert caught.value.retry_after == pytest.approx(60)
    assert caught.value.may_retry
    assert time.now == 100


def test_waiting_can_be_stopped(pace, time):
    def look():
        if time.now > 101:
            raise errors.Cancelled

    pace.hold(9)
    with pytest.raises(errors.Cancelled):
        go(pace, look=look)
    assert time.now < 102


def test_threads_share_one_pace(time):
    lock = threading.Lock()
    went = []

    def sleep(seconds):
        with lock:
            time.now += seconds / 100

    shared = Pace(60, 5, time.clock, sleep)

    def work():
        for _ in range(5):
            go(shared)
            went.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # 20 went, 5 of them at once: the others took a second each.
    assert len(went) == 20
    assert time.now - 100 >= 14.9


def test_a_429_makes_all_clients_with_that_pace_wait(script, make_client, time):
    shared = Pace(6000, 100, time.clock, time.sleep)
    first, second = make_client(pace=shared), make_client(pace=shared)
    script.expect("GET", "/v1/work/status", 429, headers={"Retry-After": "30"})
    assert not first.work.status()
    for one in (first, second):
        with pytest.raises(errors.RateLimited):
            one.work.status()
    assert len(script.seen) == 1
    time.now += 30
    script.expect("GET", "/v1/work/status", 200, {})
    assert second.work.status()


def test_clients_of_one_host_share_and_this_machine_has_none():
    clients = [
        StreetManager(url)
        for url in (
            "https://a.example",
            "https://A.example/",
            "https://b.example",
            "http://localhost",
        )
    ]
    paces = [one._transport._pace for one in clients]
    assert paces[0] is paces[1] is pace_of("a.example")
    assert paces[2] is not paces[0]
    assert paces[3] is None
    for one in clients:
        one.close()
