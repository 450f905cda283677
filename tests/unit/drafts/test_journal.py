"""The journal's book-keeping."""

import sqlite3

import pytest
from street_works.plugin.drafts import Journal, State
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.outbox import old_outbox

BODY = {"usrn": 12345678, "description_of_work": "Gas main – 2 m"}
CREATE, START = "CreateWork", "UpdateActualStartDate"


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "outbox.sqlite")
    yield made
    made.close()


def begin(journal, subject="TW001A", environment="practice", operation=CREATE, **more):
    return journal.begin(environment, operation, subject, BODY, **more)


def latest(journal, subject="TW001A", environment="practice", operation=CREATE):
    return journal.latest(environment, operation, subject)


def test_begun_is_sending(journal):
    entry = begin(journal)
    assert entry == latest(journal)
    assert (entry.state, entry.environment, entry.operation, entry.subject) == (
        State.SENDING,
        "practice",
        "CreateWork",
        "TW001A",
    )
    assert entry.body == BODY
    assert entry.answer is None
    assert entry.begun.tzinfo is not None
    assert not entry.damage


def test_it_is_in_the_file_before_begin_returns(journal, tmp_path):
    begin(journal)
    other = Journal(tmp_path / "outbox.sqlite")
    assert latest(other).body == BODY
    other.close()


def test_outcomes(journal):
    ids = {subject: begin(journal, subject).id for subject in "ABCD"}
    journal.accepted(ids["A"], {"works_reference": "A"})
    journal.refused(ids["B"], "no")
    journal.unknown(ids["C"], "the answer was lost")
    journal.not_there(ids["D"])
    states = {subject: latest(journal, subject).state for subject in "ABCD"}
    assert states == {
        "A": State.ACCEPTED,
        "B": State.REFUSED,
        "C": State.UNKNOWN,
        "D": State.NOT_THERE,
    }
    assert latest(journal, "A").answer == {"works_reference": "A"}
    assert latest(journal, "B").reason == "no"
    assert [entry.subject for entry in journal.pending()] == ["C"]


def test_pending_by_environment_oldest_first(journal):
    begin(journal, "Z", "practice")
    begin(journal, "Y", "sandbox")
    begin(journal, "X", "practice")
    assert [entry.subject for entry in journal.pending()] == ["Z", "Y", "X"]
    assert [entry.subject for entry in journal.pending("practice")] == ["Z", "X"]
    assert journal.pending("production") == []


@pytest.mark.parametrize("settle", ["unknown", None])
def test_unsettled_cannot_begin_again(journal, settle):
    entry = begin(journal)
    if settle:
        journal.unknown(entry.id, "")
    with pytest.raises(StreetWorksError, match="not known yet"):
        begin(journal)
    with pytest.raises(StreetWorksError, match="not known yet"):
        begin(journal, "tw001a")


def test_one_is_open_at_a_time_for_an_environment_an_operation_and_a_subject(journal):
    begin(journal)
    begin(journal, operation=START)
    begin(journal, environment="sandbox")
    begin(journal, "TW001B")
    for open_already in ({}, {"operation": START}, {"environment": "sandbox"}):
        with pytest.raises(StreetWorksError, match="not known yet"):
            begin(journal, **open_already)
    assert len(journal.pending()) == 4


def test_any_number_may_follow_one_another(journal):
    for number in range(3):
        entry = begin(journal, operation=START)
        journal.accepted(entry.id, {"number": number})
    assert latest(journal, operation=START).answer == {"number": 2}
    begin(journal, operation=START)
    assert latest(journal, operation=START).state is State.SENDING


def test_the_latest_is_found_in_one_environment_or_in_any(journal):
    here = begin(journal)
    journal.refused(here.id, "no")
    there = begin(journal, environment="sandbox")
    assert latest(journal).id == here.id
    assert latest(journal, "tw001a", environment=None).id == there.id
    assert latest(journal, operation=START) is None


def test_accepted_once_cannot_begin_again_nor_be_taken_back(journal):
    entry = begin(journal, once=True)
    journal.accepted(entry.id, {})
    with pytest.raises(StreetWorksError, match="accepted already"):
        begin(journal, once=True)
    with pytest.raises(StreetWorksError, match="accepted already"):
        journal.refused(entry.id, "late")
    assert latest(journal).state is State.ACCEPTED


@pytest.mark.parametrize("outcome", ["refused", "not_there"])
def test_refused_or_not_there_may_begin_again(journal, outcome):
    first = begin(journal, once=True)
    if outcome == "refused":
        journal.refused(first.id, "no")
    else:
        journal.not_there(first.id)
    entry = begin(journal, once=True)
    assert (entry.state, entry.reason) == (State.SENDING, "")
    assert entry.id != first.id


def test_what_another_process_was_sending_is_unknown(tmp_path):
    first = Journal(tmp_path / "outbox.sqlite")
    begin(first)
    second = Journal(tmp_path / "outbox.sqlite")
    assert latest(second).state is State.UNKNOWN
    assert [entry.state for entry in second.pending()] == [State.UNKNOWN]
    assert latest(first).state is State.SENDING
    with pytest.raises(StreetWorksError, match="not known yet"):
        begin(second)
    first.close()
    second.close()


@pytest.mark.parametrize(
    "outcome",
    [
        lambda journal: journal.accepted("NEVER", {}),
        lambda journal: journal.refused("NEVER", ""),
        lambda journal: journal.unknown("NEVER", ""),
        lambda journal: journal.not_there("NEVER"),
    ],
)
def test_a_request_never_begun_is_told(journal, outcome):
    with pytest.raises(StreetWorksError, match="NEVER"):
        outcome(journal)
    assert latest(journal, "NEVER") is None


def test_a_file_of_the_first_version_is_brought_over_whole_or_not_at_all(tmp_path):
    path = tmp_path / "outbox.sqlite"
    old_outbox(path, 5)
    content = path.read_bytes()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE request (in_the_way TEXT)")
    with pytest.raises(StreetWorksError, match="cannot be written"):
        Journal(path)
    connection.execute("DROP TABLE request")
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == (5,)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    assert len(path.read_bytes()) >= len(content)
    journal = Journal(path)
    assert len(journal.pending()) == 5
    journal.close()
