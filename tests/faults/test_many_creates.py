"""Many applications over a network that harms a third of what it carries."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.drafts.entry import State
from street_works.plugin.drafts.journal import Journal
from street_works.plugin.drafts.references import new_work_reference
from street_works.plugin.forms.application.sending import CREATE_WORKS
from street_works.plugin.practice import PracticeService
from street_works.tests.made.applications import application_on
from street_works.tests.made.persistent import Persistent
from street_works.tests.rounds import rounds

INTENTIONS, THREADS, SEED, SHARE = rounds(200, full=1_000), 8, 12, 0.35
REFUSED_EVERY = 40
TODAY, START, END = date(2026, 5, 4), date(2026, 6, 3), date(2026, 6, 5)
PASSWORD = "long enough 1"
EMAIL = "planner@practice.example"


@pytest.fixture
def service():
    running = PracticeService(
        today=TODAY, passwords={EMAIL: PASSWORD}, requests_per_minute=1_000_000
    )
    running.url = running.start()
    yield running
    running.stop()


def application(service, number):
    """An intention of its own; every fortieth names a workstream that the service refuses."""
    street = next(iter(service.town.by_usrn.values()))
    values = {
        **application_on(street, START, END, street.line.length / 2),
        "work_reference_number": new_work_reference("ZW", "001"),
        "workstream_prefix": "999" if number % REFUSED_EVERY == 0 else "001",
        "description_of_work": f"intention {number}",
    }
    return WorkCreateRequest.model_validate(values, context={"today": TODAY})


@pytest.fixture
def revoke(service, faulty):
    """Sign the planner out everywhere, as somebody on another machine may."""

    return lambda: faulty.sign_out_elsewhere(service.url, EMAIL, PASSWORD)


def made_by(service):
    """How many works the service holds for each intention."""
    found = Counter()
    for works in service.register.every_works():
        for permit in works.permits:
            described = str(permit.details.get("description_of_work", ""))
            if described.startswith("intention "):
                found[described] += 1
    return found


def test_none_is_lost_none_is_double_and_every_outcome_is_known(
    service, faulty, revoke, tmp_path, capsys
):
    harmed = dict.fromkeys(("create", "look"), faulty.faults)
    requests = [application(service, number) for number in range(INTENTIONS)]
    planned = {
        faulty.create(one.work_reference_number): [fault]
        for one, fault in zip(requests, faulty.faults)
    }
    proxy = faulty.proxy(service.url, SEED, SHARE, revoke, harmed=harmed, planned=planned)
    client = StreetManager(
        proxy.url, timeout=0.6, retries=Retries(first_wait=0.01, longest_wait=0.05)
    )
    client.sign_in(EMAIL, PASSWORD)
    journal = Journal(tmp_path / "outbox.sqlite")
    planner = Persistent(client, journal, CREATE_WORKS, EMAIL, PASSWORD)
    with ThreadPoolExecutor(THREADS) as pool:
        references = [one.work_reference_number for one in requests]
        outcomes = list(pool.map(planner.do, references, requests))
    client.close()
    there = made_by(service)
    accepted = {
        f"intention {number}"
        for number, outcome in enumerate(outcomes)
        if outcome is State.ACCEPTED
    }
    lost = accepted - there.keys()
    unwanted = there.keys() - accepted
    double = [name for name, count in there.items() if count > 1]
    repeated = sum(count - 1 for count in proxy.faults.forwarded.values() if count > 1)
    kept = [journal.latest("practice", CREATE_WORKS.name, one.work_reference_number)
            for one in requests]  # fmt: skip
    states = Counter(one.state for one in kept)
    journal.close()
    with capsys.disabled():
        print(f"\n{INTENTIONS} creates, faults met: {dict(sorted(proxy.faults.met.items()))}")
        print(f"outcomes: {dict(Counter(one.value for one in outcomes))}; {dict(planner.tally)}")
        print(
            f"requests that reached the service more than once: {repeated}; "
            f"lost {len(lost)}, double {len(double)}, there unknown to the client {len(unwanted)}"
        )
    assert (lost, unwanted, double) == (set(), set(), [])
    refused = len(range(0, INTENTIONS, REFUSED_EVERY))
    expected = {State.ACCEPTED: INTENTIONS - refused, State.REFUSED: refused}
    assert Counter(outcomes) == expected
    assert states == expected
    for fault in faulty.faults:
        assert proxy.faults.met[f"create {fault}"] > 0
