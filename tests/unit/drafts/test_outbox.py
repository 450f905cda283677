"""The outbox's book-keeping."""

import pytest
from street_works.plugin.drafts import Outbox, State
from street_works.plugin.errors import StreetWorksError

BODY = {"usrn": 12345678, "description_of_work": "Gas main – 2 m"}


@pytest.fixture
def outbox(tmp_path):
    made = Outbox(tmp_path / "outbox.sqlite")
    yield made
    made.close()


def begin(outbox, reference="TW001A", environment="practice"):
    return outbox.begin(reference, environment, "CreateWork", BODY)


def test_begun_is_sending(outbox):
    entry = begin(outbox)
    assert entry == outbox.get("TW001A")
    assert (entry.state, entry.environment, entry.operation) == (
        State.SENDING,
        "practice",
        "CreateWork",
    )
    assert entry.body == BODY
    assert entry.answer is None
    assert entry.begun.tzinfo is not None


def test_it_is_in_the_file_before_begin_returns(outbox, tmp_path):
    begin(outbox)
    other = Outbox(tmp_path / "outbox.sqlite")
    assert other.get("TW001A").body == BODY
    other.close()


def test_outcomes(outbox):
    for reference in ("A", "B", "C", "D"):
        begin(outbox, reference)
    outbox.accepted("A", {"work_reference_number": "A"})
    outbox.refused("B", "no")
    outbox.unknown("C", "the answer was lost")
    outbox.not_there("D")
    states = {name: outbox.get(name).state for name in "ABCD"}
    assert states == {
        "A": State.ACCEPTED,
        "B": State.REFUSED,
        "C": State.UNKNOWN,
        "D": State.NOT_THERE,
    }
    assert outbox.get("A").answer == {"work_reference_number": "A"}
    assert outbox.get("B").reason == "no"
    assert [entry.reference for entry in outbox.pending()] == ["C"]


def test_pending_by_environment_oldest_first(outbox):
    begin(outbox, "Z", "practice")
    begin(outbox, "Y", "sandbox")
    begin(outbox, "X", "practice")
    assert [entry.reference for entry in outbox.pending()] == ["Z", "Y", "X"]
    assert [entry.reference for entry in outbox.pending("practice")] == ["Z", "X"]
    assert outbox.pending("production") == []


@pytest.mark.parametrize("settle", ["unknown", None])
def test_unsettled_cannot_begin_again(outbox, settle):
    begin(outbox)
    if settle:
        outbox.unknown("TW001A", "")
    with pytest.raises(StreetWorksError, match="not known yet"):
        begin(outbox)
    with pytest.raises(StreetWorksError, match="not known yet"):
        begin(outbox, "tw001a")


def test_accepted_cannot_begin_again_nor_be_taken_back(outbox):
    begin(outbox)
    outbox.accepted("TW001A", {})
    with pytest.raises(StreetWorksError, match="accepted already"):
        begin(outbox)
    with pytest.raises(StreetWorksError, match="accepted already"):
        outbox.refused("TW001A", "late")
    assert outbox.get("TW001A").state is State.ACCEPTED


@pytest.mark.parametrize("outcome", ["refused", "not_there"])
def test_refused_or_not_there_may_begin_again(outbox, outcome):
    begin(outbox)
    if outcome == "refused":
        outbox.refused("TW001A", "no")
    else:
        outbox.not_there("TW001A")
    entry = begin(outbox)
    assert (entry.state, entry.reason) == (State.SENDING, "")


def test_what_another_process_was_sending_is_unknown(tmp_path):
    first = Outbox(tmp_path / "outbox.sqlite")
    begin(first)
    second = Outbox(tmp_path / "outbox.sqlite")
    assert second.get("TW001A").state is State.UNKNOWN
    assert [entry.state for entry in second.pending()] == [State.UNKNOWN]
    assert first.get("TW001A").state is State.SENDING
    with pytest.raises(StreetWorksError, match="not known yet"):
        begin(second)
    first.close()
    second.close()


@pytest.mark.parametrize(
    "outcome",
    [
        lambda outbox: outbox.accepted("NEVER", {}),
        lambda outbox: outbox.refused("NEVER", ""),
        lambda outbox: outbox.unknown("NEVER", ""),
        lambda outbox: outbox.not_there("NEVER"),
    ],
)
def test_a_reference_never_begun_is_told(outbox, outcome):
    with pytest.raises(StreetWorksError, match="NEVER"):
        outcome(outbox)
    assert outbox.get("NEVER") is None
