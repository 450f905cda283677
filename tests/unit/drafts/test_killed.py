"""What is left when the process is killed at any moment."""

import json
import signal
import subprocess
import sys
import time

import pytest
from street_works.plugin.drafts import DraftStore, Journal, State
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.outbox import old_outbox
from street_works.tests.rounds import rounds

ROUNDS = rounds(8, full=100)

SAVER = """
import sys
from datetime import datetime, timezone
from street_works.plugin.drafts import Draft, DraftStore
store = DraftStore(sys.argv[1])
number = 0
while True:
    number += 1
    text = str(number) * 2000
    store.save(Draft("one", "practice", text, "EPSG:27700", text, number, {"n": text},
                     {"n": text}, datetime.now(timezone.utc)))
    print(number, flush=True)
"""

SENDER = """
import sys
from street_works.plugin.drafts import Journal
journal = Journal(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    body = {"n": number, "text": "x" * 3000}
    entry = journal.begin("practice", "CreateWork", f"TW001{number}", body)
    print(f"TW001{number}", flush=True)
    if number % 2:
        journal.accepted(entry.id, {"work_reference_number": f"TW001{number}"})
        print(f"accepted TW001{number}", flush=True)
"""


def run_and_kill(program, *arguments, seconds, after=1):
    """Run `program`, kill it that long `after` so many lines, and return its whole lines."""
    with subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    ) as process:
        first = "".join(process.stdout.readline() for _line in range(after))
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    return [line for line in (first + rest).split("\n")[:-1] if line]


def test_a_draft_is_whole_and_as_new_as_was_told(tmp_path):
    path = tmp_path / "drafts.sqlite"
    for number in range(ROUNDS):
        lines = run_and_kill(SAVER, path, seconds=0.003 * number)
        store = DraftStore(path)
        draft = store.get("one")
        store.close()
        assert draft.usrn >= int(lines[-1])
        assert draft.usrn <= int(lines[-1]) + 1
        text = str(draft.usrn) * 2000
        assert draft.drawing_wkt == draft.extent_wkt == text
        assert draft.values == draft.street == {"n": text}


def test_what_was_begun_is_never_forgotten(tmp_path):
    path = tmp_path / "outbox.sqlite"
    begun, accepted = set(), set()
    for number in range(ROUNDS):
        wait = {"seconds": 0.003 * number, "after": 1 + number % 4}
        lines = run_and_kill(SENDER, path, number * 100_000, **wait)
        accepted |= {line.split()[1] for line in lines if line.startswith("accepted")}
        begun |= {line for line in lines if not line.startswith("accepted")}
        journal = Journal(path)
        pending = {one.subject for one in journal.pending()}
        for reference in begun:
            entry = journal.latest("practice", "CreateWork", reference)
            assert json.loads(f"{entry.body['n']}") == int(reference[5:])
            expected = (
                {State.ACCEPTED} if reference in accepted else {State.ACCEPTED, State.UNKNOWN}
            )
            assert entry.state in expected
            if entry.state is State.UNKNOWN:
                assert reference in pending
                with pytest.raises(StreetWorksError, match="not known yet"):
                    journal.begin("practice", "CreateWork", reference, {})
        journal.close()
    assert begun
    assert accepted
    assert begun - accepted


OPENER = """
import sys
from street_works.plugin.drafts import Journal
print("opening", flush=True)
Journal(sys.argv[1])
print("opened", flush=True)
"""


def test_a_file_of_the_first_version_that_is_being_brought_over_loses_nothing(tmp_path):
    for number in range(rounds(5, full=50)):
        path = tmp_path / f"outbox-{number}.sqlite"
        old_outbox(path, 2000)
        run_and_kill(OPENER, path, seconds=0.004 * number)
        journal = Journal(path)
        assert len(journal.pending()) == 2000
        assert journal.damaged() == []
        journal.close()
