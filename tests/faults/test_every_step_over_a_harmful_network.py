"""Every step over a network that drops what changes something: before, within, after, garbled.

Each of many works is taken through the step, once, whatever becomes of the answers.
"""

from collections import Counter

import pytest
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.drafts.entry import State
from street_works.plugin.drafts.journal import Journal
from street_works.plugin.forms.all_forms import OPERATIONS
from street_works.tests.made.harmful_network import STEP_FAULTS, InTurn, proxy
from street_works.tests.made.parties import PASSWORDS, client_of, email_of, trade_now
from street_works.tests.made.persistent import Persistent
from street_works.tests.made.step_cases.all_cases import CASES
from street_works.tests.made.step_cases.new_works import NEW
from street_works.tests.rounds import rounds

REQUESTS = rounds(6, full=50)

SENT = (*CASES, *NEW)


@pytest.fixture(scope="module")
def trade():
    with trade_now() as running:
        yield running


@pytest.mark.parametrize("case", SENT, ids=lambda case: case.name)
def test_none_is_lost_none_is_double_and_every_outcome_is_known(case, trade, tmp_path, capsys):
    faults, operation = InTurn(STEP_FAULTS), case.form.operation
    direct = client_of(trade.base, case.who)
    asked = [case.request(direct, trade, tmp_path) for _ in range(REQUESTS)]
    direct.close()
    journal = Journal(tmp_path / "outbox.sqlite")
    with proxy(trade.base, faults) as harmful:
        patience = Retries(first_wait=0.01, longest_wait=0.05)
        client = client_of(harmful.url, case.who, retries=patience)
        email = email_of(case.who)
        somebody = Persistent(client, journal, operation, email, PASSWORDS[email])
        outcomes = [somebody.do(subject, request) for subject, request in asked]
        client.close()
    kept = [journal.latest("practice", operation.name, subject).state for subject, _ in asked]
    journal.close()
    lost = outcomes.count(State.ACCEPTED) - len(faults.taken)
    double = sum(times - 1 for times in faults.taken.values())
    met = dict(sorted(faults.dealt().items()))
    with capsys.disabled():
        known = {one.value: times for one, times in Counter(outcomes).items()}
        print(
            f"\n{operation.name}: {REQUESTS} requests, faults met {met}; outcomes {known}; "
            f"asked {somebody.tally['asked']} times; lost {lost}, double {double}"
        )
    assert (lost, double) == (0, 0)
    assert outcomes == kept == [State.ACCEPTED] * REQUESTS
    assert sum(met.values()) == REQUESTS


def test_everything_that_forms_send_is_sent_so():
    assert {case.form.operation.name for case in SENT} == set(OPERATIONS)
