"""A thousand applications over a network that harms a third of what it carries."""

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.errors import ApiError, NoNetwork, NotSignedIn, RateLimited
from street_works.plugin.api.transport import Retries
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.drafts import sending
from street_works.plugin.drafts.outbox import Outbox, State
from street_works.plugin.drafts.sending import settle, submit
from street_works.plugin.practice import PracticeService

INTENTIONS, THREADS, SEED, SHARE = 1_000, 8, 12, 0.35
REFUSED_EVERY, GIVEN_UP_EVERY = 40, 3
TODAY = date(2026, 5, 4)
PASSWORD = "long enough 1"
EMAIL = "planner@practice.example"
PATIENCE = 60


@pytest.fixture
def service():
    running = PracticeService(
        today=TODAY, passwords={EMAIL: PASSWORD}, requests_per_minute=1_000_000
    )
    running.url = running.start()
    yield running
    running.stop()


@pytest.fixture
def revoke(service):
    """Sign the planner out everywhere, as somebody on another machine may."""

    one_at_a_time = threading.Lock()

    def sign_out_elsewhere():
        with one_at_a_time:
            other = StreetManager(service.url)
            other.sign_in(EMAIL, PASSWORD)
            other.sign_out()
            other.close()

    return sign_out_elsewhere


@pytest.fixture
def outbox(tmp_path):
    opened = Outbox(tmp_path / "outbox.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def client_of():
    made = []

    def make(proxy):
        retries = Retries(first_wait=0.01, longest_wait=0.05)
        made.append(StreetManager(proxy.url, timeout=0.6, retries=retries))
        return made[-1]

    yield make
    for client in made:
        client.close()


def reference_of(number, attempt=0):
    return f"ZW001T{number:05d}{attempt:02d}"


def application(service, number, attempt=0):
    """An intention of its own; every fortieth names a workstream that the service refuses."""
    street = next(iter(service.town.by_usrn.values()))
    middle = street.line.interpolate(0.5, normalized=True)
    values = {
        "work_reference_number": reference_of(number, attempt),
        "workstream_prefix": "999" if number % REFUSED_EVERY == 0 else "001",
        "promoter_swa_code": "0098",
        "highway_authority_swa_code": street.authorities[0][0],
        "works_coordinates": {"type": "Point", "coordinates": [middle.x, middle.y]},
        "usrn": street.usrn,
        "secondary_contact": "Jo Bloggs",
        "secondary_contact_number": "01234 567890",
        "proposed_start_date": "2026-06-03",
        "proposed_end_date": "2026-06-05",
        "description_of_work": f"intention {number}",
        "excavation": True,
        "traffic_management_plan": False,
        "lane_rental_applicable": False,
        "environmental_health_notifiable": False,
        "collaborative_working": False,
        "activity_type": "utility_repair_and_maintenance_works",
        "traffic_management_type": "give_and_take",
        "application_type": "permit",
        "location_types": ["footway"],
        "work_type": "planned",
        "is_ttro_required": False,
        "close_footway": "no",
        "works_location_description": "Outside number 7",
    }
    return WorkCreateRequest.model_validate(values, context={"today": TODAY})


class Planner:
    """Somebody who does what the messages say: signs in again, asks, offers again.

    Every third application is given up once the register was found not to have it.
    """

    def __init__(self, client, outbox, service):
        self._client = client
        self._outbox = outbox
        self._service = service
        self._signing_in = threading.Lock()
        self.tally = Counter()

    def apply(self, number):
        """Go on until the outcome is known; return it."""
        request = application(self._service, number)
        for _ in range(PATIENCE):
            outcome = self.send(request)
            if outcome.state is State.UNKNOWN:
                outcome = self.ask(request.work_reference_number)
            if outcome.state in (State.ACCEPTED, State.UNKNOWN) or self._is_final(outcome):
                return outcome.state
            if outcome.state is State.NOT_THERE:
                self._do_what_it_says(outcome.error)
                if number % GIVEN_UP_EVERY == 0:
                    self.tally["given up"] += 1
                    return outcome.state
            self.tally["offered again"] += 1
        return State.UNKNOWN

    def send(self, request):
        self.tally["sent"] += 1
        outcome = submit(self._client, self._outbox, "practice", request)
        self.tally["sent in vain: no connection"] += isinstance(outcome.error, NoNetwork)
        self.tally["sent: outcome unknown"] += outcome.state is State.UNKNOWN
        return outcome

    def ask(self, reference):
        for _ in range(PATIENCE):
            self.tally["asked"] += 1
            outcome = settle(self._client, self._outbox, reference)
            if outcome.state is not State.UNKNOWN:
                self.tally[f"asked: {outcome.state.value}"] += 1
                return outcome
            self._do_what_it_says(outcome.error)
        return outcome

    def sign_in(self):
        for _ in range(PATIENCE):
            try:
                self._client.sign_in(EMAIL, PASSWORD)
            except ApiError:
                time.sleep(0.05)
                continue
            return
        raise AssertionError("nobody can sign in over this network")

    def _is_final(self, outcome):
        return outcome.state is State.REFUSED and not self._do_what_it_says(outcome.error)

    def _do_what_it_says(self, error):
        """Wait or sign in, and tell whether it was about that."""
        if isinstance(error, NoNetwork):
            time.sleep(0.05)
            return True
        if isinstance(error, RateLimited):
            time.sleep((error.retry_after or 0) / 5)  # a hurried one
            return True
        if not isinstance(error, NotSignedIn):
            return False
        with self._signing_in:
            if not self._client.signed_in:
                self.sign_in()
                self.tally["signed in again"] += 1
        return True


class CarelessPlanner(Planner):
    """Somebody who takes a lost answer for a failure, and applies anew."""

    def apply(self, number):
        for attempt in range(PATIENCE):
            outcome = self.send(application(self._service, number, attempt))
            if outcome.state is State.ACCEPTED or self._is_final(outcome):
                return outcome.state
        return State.UNKNOWN


@dataclass(frozen=True)
class Balance:
    """What the client believes, held against what the register has."""

    accepted: set
    there: Counter

    @property
    def lost(self):
        """Accepted as the client thinks, and not there."""
        return self.accepted - self.there.keys()

    @property
    def unknown_to_the_client(self):
        return self.there.keys() - self.accepted

    @property
    def double(self):
        return {number for number, count in self.there.items() if count > 1}


def balance(service, outbox, count):
    there = Counter()
    for works in service.register.every_works():
        for permit in works.permits:
            words = str(permit.details.get("description_of_work", "")).split()
            if words[:1] == ["intention"]:
                there[int(words[1])] += 1
    states = {number: outbox.get(reference_of(number)).state for number in range(count)}
    accepted = {number for number, state in states.items() if state is State.ACCEPTED}
    return Balance(accepted, there)


def run(planner, numbers):
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(planner.apply, numbers))


def figures(proxy):
    """A line for each fault: how many creates, looks and other requests met it."""
    kinds = ("create", "look", "other")
    met = proxy.faults.met
    faults = sorted({name.split(" ", 1)[1] for name in met})
    lines = [
        f"  {fault:24}" + "".join(f"{met[f'{k} {fault}']:7}" for k in kinds) for fault in faults
    ]
    return "\n".join([f"  {'fault':24}{'create':>7}{'look':>7}{'other':>7}", *lines])


def named(states):
    return {state.value: count for state, count in Counter(states).items()}


def test_none_is_lost_none_is_double_and_every_outcome_is_known(
    service, faulty, revoke, outbox, client_of, monkeypatch, capsys
):
    proxy = faulty.proxy(service.url, SEED, SHARE, revoke)
    planner = Planner(client_of(proxy), outbox, service)
    planner.sign_in()
    outcomes = run(planner, range(INTENTIONS))

    # Later, with nothing on its way any more and a good network, what is open is settled.
    proxy.wait_until_idle()
    proxy.faults.share = 0.0
    left_open = outbox.pending("practice")
    monkeypatch.setattr(sending, "_ON_ITS_WAY_AT_MOST", timedelta(0))
    for entry in left_open:
        planner.ask(entry.reference)

    states = {number: outbox.get(reference_of(number)).state for number in range(INTENTIONS)}
    after = balance(service, outbox, INTENTIONS)
    came_late = [one for one in left_open if outbox.get(one.reference).state is State.ACCEPTED]
    met = proxy.faults.met
    creates = sum(count for name, count in met.items() if name.startswith("create "))
    arrived = [
        n for about, n in proxy.faults.forwarded.items() if about.startswith("POST /v1/work/works")
    ]
    with capsys.disabled():
        print(f"\n{INTENTIONS} creates by {THREADS} threads, seed {SEED}\n{figures(proxy)}")
        print(f"  planner: {dict(sorted(planner.tally.items()))}")
        print(f"  outcomes at once: {named(outcomes)}; looked for once more: {len(left_open)},")
        print(f"  of which {len(came_late)} had come late; outcomes: {named(states.values())}")
        print(f"  creates on their way: {creates}, at the service: {sum(arrived)}")
        print(f"  lost {len(after.lost)}, double {len(after.double)},", end=" ")
        print(f"there unknown to the client {len(after.unknown_to_the_client)}")
    assert (after.lost, after.double, after.unknown_to_the_client) == (set(), set(), set())
    assert outbox.pending() == []
    for number, state in states.items():
        is_bad, may_be_given_up = number % REFUSED_EVERY == 0, number % GIVEN_UP_EVERY == 0
        expected = State.REFUSED if is_bad else State.ACCEPTED
        # An application whose first attempt was lost and whose second one was refused is, once the
        # first cannot come any more, just not there.
        assert state is expected or (state is State.NOT_THERE and (is_bad or may_be_given_up))
    # Only what the service refused with 401 before doing anything was sent once more by itself.
    on_their_way = planner.tally["sent"] - planner.tally["sent in vain: no connection"]
    assert creates <= on_their_way + proxy.faults.not_signed_in
    for fault in faulty.faults:
        assert met[f"create {fault}"] > 0
    assert planner.tally["sent in vain: no connection"] > 0
    assert planner.tally["signed in again"] > 0
    assert came_late


def test_the_balance_shows_what_carelessness_does(service, faulty, revoke, outbox, client_of):
    proxy = faulty.proxy(service.url, SEED, SHARE, revoke)
    planner = CarelessPlanner(client_of(proxy), outbox, service)
    planner.sign_in()
    run(planner, range(1, REFUSED_EVERY))
    proxy.wait_until_idle()
    assert balance(service, outbox, 0).double
