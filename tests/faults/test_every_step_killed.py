"""The process is killed while steps are being sent: what became of each is found out afterwards."""

import pickle
import signal
import subprocess
import sys
import time

import pytest
from street_works.plugin.drafts.entry import State
from street_works.plugin.drafts.journal import Journal
from street_works.plugin.drafts.sending import settle
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.harmful_network import HELD, InTurn, proxy
from street_works.tests.made.parties import PASSWORDS, client_of, email_of, trade_now
from street_works.tests.made.persistent import Persistent
from street_works.tests.made.sent_until_killed import Sending
from street_works.tests.made.step_cases.all_cases import CASES
from street_works.tests.made.step_cases.new_works import NEW

PROGRAM = "street_works.tests.made.sent_until_killed"
PATIENCE_S = 60

SENT = (*CASES, *NEW)


@pytest.fixture(scope="module")
def trade():
    with trade_now() as running:
        yield running


@pytest.fixture(scope="module", params=HELD)
def killed(request, trade, tmp_path_factory):
    """What was sent for each form when the process was killed, and the faults that it met.

    Nothing of it has arrived, or all of it: no answer has come.
    """
    folder = tmp_path_factory.mktemp(request.param)
    clients = {who: client_of(trade.base, who) for who in {case.who for case in SENT}}
    sent = {case.name: filled_in(case, trade, clients[case.who], folder) for case in SENT}
    faults, path = InTurn([request.param]), folder / "outbox.sqlite"
    (folder / "sendings").write_bytes(pickle.dumps(list(sent.values())))
    with proxy(trade.base, faults) as harmful:
        given = [harmful.url, str(path), str(folder / "sendings")]
        with subprocess.Popen([sys.executable, "-m", PROGRAM, *given]) as process:
            wait_until_held(process, faults, request.param)
            process.send_signal(signal.SIGKILL)
    journal = Journal(path)
    yield request.param, sent, faults, journal, clients
    journal.close()
    for client in clients.values():
        client.close()


def filled_in(case, trade, client, folder):
    """Return what is sent about works of its own."""
    email = email_of(case.who)
    subject, request = case.request(client, trade, folder)
    return Sending(email, PASSWORDS[email], case.form.operation.name, subject, request)


def wait_until_held(process, faults, held):
    """Wait until every request is on its way, or has arrived."""
    deadline = time.monotonic() + PATIENCE_S
    arrived = faults.taken if held == "held_after" else faults.of_each
    while time.monotonic() < deadline and process.poll() is None:
        there = [about for about in arrived if not about.startswith(("GET", "POST /v1/work/auth"))]
        if faults.dealt()[held] == len(there) == len(SENT):
            return
        time.sleep(0.02)
    raise AssertionError(f"not all were sent: {dict(faults.met)}")


@pytest.mark.parametrize("case", SENT, ids=lambda case: case.name)
def test_what_became_of_it_is_found_out_and_nothing_is_sent_twice(case, killed):
    held, sent, faults, journal, clients = killed
    one, operation = sent[case.name], case.form.operation
    client = clients[case.who]
    assert one.subject in {entry.subject for entry in journal.pending()}
    with pytest.raises(StreetWorksError, match="not known yet"):
        journal.begin("practice", one.operation, one.subject, {})
    outcome = settle(client, journal, operation, "practice", one.subject)
    expected = State.ACCEPTED if held == "held_after" else State.NOT_THERE
    assert outcome.state is expected, str(outcome.error)
    if outcome.state is State.NOT_THERE:
        somebody = Persistent(client, journal, operation, one.email, one.password)
        assert somebody.do(one.subject, one.request) is State.ACCEPTED
    assert journal.latest("practice", one.operation, one.subject).state is State.ACCEPTED
    assert set(faults.taken.values()) <= {1}
