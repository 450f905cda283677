"""Sending once, and settling what a lost answer left open."""

import threading
from types import SimpleNamespace

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.v1.models.work import WorkCreateResponse
from street_works.plugin.drafts import Journal, Operation, State, settle, submit
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.forms.application.sending import CREATE_WORKS
from street_works.plugin.trade.records.receipts import Receipt

REFERENCE = "TW001ABCDEFGHJK"
BODY = {"promoter_swa_code": "0010", "usrn": 12345678}
ANSWER = WorkCreateResponse(
    work_reference_number=REFERENCE, permit_reference_number=f"{REFERENCE}-01"
)
RECEIPT = Receipt(REFERENCE, f"{REFERENCE}-01")
WORKS = SimpleNamespace(
    work_reference_number=REFERENCE,
    promoter_swa_code="0010",
    usrn=12345678,
    active_permit=SimpleNamespace(permit_reference_number=f"{REFERENCE}-01"),
    permits=None,
)
REQUEST = SimpleNamespace(work_reference_number=REFERENCE, body=lambda: dict(BODY))


class Register:
    """Answers POST and GET as told, and counts them."""

    def __init__(self, post=None, get=None):
        self.work = self
        self._post, self._get = post, get
        self.posts, self.gets = [], []

    def create_work(self, request):
        self.posts.append(request)
        return self._give(self._post)

    def get_work(self, reference):
        self.gets.append(reference)
        return self._give(self._get)

    @staticmethod
    def _give(answer):
        if isinstance(answer, BaseException):
            raise answer
        return answer() if callable(answer) else answer


@pytest.fixture
def journal(tmp_path):
    made = Journal(tmp_path / "outbox.sqlite")
    yield made
    made.close()


def send(register, journal):
    return submit(register, journal, CREATE_WORKS, "practice", REFERENCE, REQUEST)


def found_out(register, journal, environment="practice", subject=REFERENCE):
    return settle(register, journal, CREATE_WORKS, environment, subject)


def state(journal):
    return sent(journal).state


def sent(journal):
    return journal.latest(None, CREATE_WORKS.name, REFERENCE)


def test_accepted(journal):
    register = Register(ANSWER)
    submission = send(register, journal)
    assert (submission.state, submission.receipt, submission.error) == (
        State.ACCEPTED,
        RECEIPT,
        None,
    )
    entry = sent(journal)
    assert (entry.state, entry.answer) == (
        State.ACCEPTED,
        {"works_reference": REFERENCE, "permit_reference": f"{REFERENCE}-01", "part": ""},
    )
    assert (entry.body, entry.operation, entry.environment) == (BODY, "CreateWork", "practice")
    assert len(register.posts) == 1
    assert register.gets == []


def test_it_is_written_down_before_it_is_sent(journal, tmp_path):
    seen = []

    def post():
        other = Journal(tmp_path / "outbox.sqlite")
        seen.append(sent(other).body)
        other.close()
        return ANSWER

    send(Register(post), journal)
    assert seen == [BODY]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.OutcomeUnknown("lost"), State.UNKNOWN),
        (errors.TimedOut("late"), State.UNKNOWN),
        (errors.NotJson("html"), State.UNKNOWN),
        (errors.NotTheContract("odd"), State.UNKNOWN),
        (errors.ServerFailed("500", status=500), State.UNKNOWN),
        (errors.Cancelled(), State.UNKNOWN),
        (errors.ApiError("new kind"), State.UNKNOWN),
        (errors.BadRequest("no", fields={"usrn": ["missing"]}), State.REFUSED),
        (errors.NotSignedIn("ended", status=401), State.REFUSED),
        (errors.AccessRestricted("no", status=401), State.REFUSED),
        (errors.AccessRestricted("not for this role: refused here"), State.NOT_THERE),
        (errors.BadRequest("would be refused: not sent", status=None), State.NOT_THERE),
        (errors.NotSignedIn("no session: not sent"), State.NOT_THERE),
        (errors.PreconditionFailed("no", status=412), State.REFUSED),
        (errors.AccountSuspended("no", status=412), State.REFUSED),
        (errors.RateLimited("wait"), State.REFUSED),
        (errors.NotFound("no", status=404), State.REFUSED),
        (errors.NoNetwork("down"), State.NOT_THERE),
        (errors.CertificateRefused("forged"), State.NOT_THERE),
    ],
)
def test_failures(journal, error, expected):
    register = Register(error)
    submission = send(register, journal)
    assert (submission.state, submission.error) == (expected, error)
    assert submission.receipt is None
    assert state(journal) is expected
    assert len(register.posts) == 1
    assert register.gets == []


def test_an_unknown_outcome_is_not_sent_again(journal):
    register = Register(errors.OutcomeUnknown("lost"))
    send(register, journal)
    with pytest.raises(StreetWorksError, match="not known yet"):
        send(register, journal)
    assert len(register.posts) == 1


@pytest.mark.parametrize("error", [errors.BadRequest("no"), errors.NoNetwork("down")])
def test_what_did_not_arrive_may_be_sent_again(journal, error):
    send(Register(error), journal)
    assert send(Register(ANSWER), journal).state is State.ACCEPTED


def test_accepted_works_are_not_sent_again(journal):
    register = Register(ANSWER)
    send(register, journal)
    with pytest.raises(StreetWorksError, match="accepted already"):
        send(register, journal)
    assert len(register.posts) == 1


def test_a_conflict_with_ourselves_is_an_acceptance(journal):
    register = Register(errors.Conflict("exists", status=409), WORKS)
    submission = send(register, journal)
    assert submission.state is State.ACCEPTED
    assert submission.receipt == RECEIPT
    assert state(journal) is State.ACCEPTED
    assert (len(register.posts), register.gets) == (1, [REFERENCE])


@pytest.mark.parametrize("other", [{"promoter_swa_code": "0099"}, {"usrn": 87654321}])
def test_a_conflict_with_others_is_a_refusal(journal, other):
    taken = SimpleNamespace(**{**vars(WORKS), **other})
    submission = send(Register(errors.Conflict("exists"), taken), journal)
    assert submission.state is state(journal) is State.REFUSED
    assert "Other works" in submission.error.message


def test_a_conflict_about_something_else_is_a_refusal(journal):
    conflict = errors.Conflict("state")
    submission = send(Register(conflict, errors.NotFound("no")), journal)
    assert (submission.state, submission.error) == (State.REFUSED, conflict)
    assert state(journal) is State.REFUSED


def test_a_conflict_that_cannot_be_looked_into_is_unknown(journal):
    submission = send(Register(errors.Conflict("exists"), errors.NoNetwork("down")), journal)
    assert submission.state is state(journal) is State.UNKNOWN


@pytest.mark.parametrize("fault", [ZeroDivisionError("bug"), KeyboardInterrupt()])
def test_a_crash_while_sending_leaves_it_unknown(journal, fault):
    with pytest.raises(type(fault)):
        send(Register(fault), journal)
    assert state(journal) is State.UNKNOWN
    assert sent(journal).reason == type(fault).__name__


def test_a_request_under_another_reference_is_a_fault_of_the_caller(journal):
    nameless = SimpleNamespace(work_reference_number=None, body=dict)
    register = Register(ANSWER)
    with pytest.raises(ValueError, match="reference"):
        submit(register, journal, CREATE_WORKS, "practice", REFERENCE, nameless)
    assert register.posts == []


def test_nothing_is_sent_that_cannot_be_written_down(tmp_path):
    journal = Journal(tmp_path / "outbox.sqlite")
    journal.close()
    register = Register(ANSWER)
    with pytest.raises(StreetWorksError):
        send(register, journal)
    assert register.posts == []


@pytest.mark.parametrize(
    ("post", "expected"), [(ANSWER, State.ACCEPTED), (errors.BadRequest("no"), State.REFUSED)]
)
def test_an_outcome_that_cannot_be_written_down_is_still_told(journal, post, expected):
    def answer():
        journal.close()
        if isinstance(post, Exception):
            raise post
        return post

    submission = send(Register(answer), journal)
    assert submission.state is expected
    assert submission.error is (post if isinstance(post, Exception) else submission.error)
    assert submission.error is not None


def lost(journal):
    send(Register(errors.OutcomeUnknown("lost")), journal)


def test_settled_as_accepted(journal):
    lost(journal)
    register = Register(get=WORKS)
    submission = found_out(register, journal)
    assert (submission.state, submission.receipt) == (State.ACCEPTED, RECEIPT)
    assert state(journal) is State.ACCEPTED
    assert journal.pending() == []
    assert register.posts == []


@pytest.mark.parametrize(
    ("permits", "reference"),
    [([SimpleNamespace(permit_reference_number="P-01")], "P-01"), ([], ""), (None, "")],
)
def test_the_permit_is_found_without_an_active_one(journal, permits, reference):
    lost(journal)
    works = SimpleNamespace(**{**vars(WORKS), "active_permit": None, "permits": permits})
    submission = found_out(Register(get=works), journal)
    assert submission.receipt.permit_reference == reference


def test_settled_as_not_there_may_be_offered_again(journal):
    lost(journal)
    submission = found_out(Register(get=errors.NotFound("no")), journal)
    assert submission.state is state(journal) is State.NOT_THERE
    assert send(Register(ANSWER), journal).state is State.ACCEPTED


def test_offered_again_after_the_first_arrived_late(journal):
    lost(journal)
    found_out(Register(get=errors.NotFound("not yet")), journal)
    submission = send(Register(errors.Conflict("exists"), WORKS), journal)
    assert submission.state is State.ACCEPTED


@pytest.mark.parametrize(
    "error", [errors.NoNetwork("down"), errors.NotSignedIn("ended"), errors.ServerFailed("500")]
)
def test_when_it_cannot_be_asked_it_stays_unknown(journal, error):
    lost(journal)
    submission = found_out(Register(get=error), journal)
    assert (submission.state, submission.error) == (State.UNKNOWN, error)
    assert [entry.subject for entry in journal.pending()] == [REFERENCE]


def test_another_environment_is_not_asked(journal):
    lost(journal)
    register = Register(get=errors.NotFound("no"))
    with pytest.raises(StreetWorksError, match="another environment"):
        found_out(register, journal, "production")
    assert register.gets == []
    assert found_out(register, journal, "practice").state is State.NOT_THERE


def test_a_reference_never_sent_is_told(journal):
    with pytest.raises(StreetWorksError, match="NEVER"):
        found_out(Register(), journal, subject="NEVER")


def test_what_is_still_under_way_is_not_given_up(journal):
    on_its_way, may_go_on = threading.Event(), threading.Event()

    def post():
        on_its_way.set()
        may_go_on.wait(10)
        return ANSWER

    results = []
    sender = threading.Thread(target=lambda: results.append(send(Register(post), journal)))
    sender.start()
    on_its_way.wait(10)
    submission = found_out(Register(get=errors.NotFound("not yet")), journal)
    assert submission.state is State.UNKNOWN
    assert "still being sent" in submission.error.message
    with pytest.raises(StreetWorksError, match="not known yet"):
        send(Register(ANSWER), journal)
    may_go_on.set()
    sender.join()
    assert results[0].state is state(journal) is State.ACCEPTED


def test_a_crash_between_sending_and_answer_is_settled_later(tmp_path):
    before = Journal(tmp_path / "outbox.sqlite")
    before.begin("practice", "CreateWork", REFERENCE, BODY)
    before.close()
    after = Journal(tmp_path / "outbox.sqlite")
    (entry,) = after.pending("practice")
    assert entry.state is State.UNKNOWN
    assert found_out(Register(get=WORKS), after, subject=entry.subject).state is State.ACCEPTED
    after.close()


# ---- another operation: any number for the same works ----


def said(register, subject, request):
    register.posts.append(subject)
    return register._give(register._post)


COMMENT = Operation("PostComment", said, lambda register, entry: register._give(register._get))
TEXT = SimpleNamespace(body=lambda: {"detail": "When will it be over?"})


def comment(register, journal):
    return submit(register, journal, COMMENT, "practice", REFERENCE, TEXT)


def test_what_may_be_done_again_is_sent_as_often_as_it_is_asked_for(journal):
    register = Register(RECEIPT)
    assert [comment(register, journal).state for _ in range(3)] == [State.ACCEPTED] * 3
    assert register.posts == [REFERENCE] * 3


def test_each_operation_on_the_same_works_is_settled_in_its_own_way(journal):
    lost(journal)
    comment(Register(errors.OutcomeUnknown("lost")), journal)
    assert {entry.operation for entry in journal.pending()} == {"CreateWork", "PostComment"}
    with pytest.raises(StreetWorksError, match="not known yet"):
        comment(Register(RECEIPT), journal)
    asked = Register(get=None)
    assert settle(asked, journal, COMMENT, "practice", REFERENCE).state is State.NOT_THERE
    assert asked.gets == []
    assert [entry.operation for entry in journal.pending()] == ["CreateWork"]
    assert comment(Register(RECEIPT), journal).state is State.ACCEPTED


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, State.REFUSED),
        (errors.Conflict("somebody else's"), State.REFUSED),
        (errors.NoNetwork("down"), State.UNKNOWN),
        (RECEIPT, State.ACCEPTED),
    ],
)
def test_what_is_in_the_way_is_looked_into(journal, found, expected):
    register = Register(errors.Conflict("in the way", status=409), found)
    assert comment(register, journal).state is expected
    assert len(register.posts) == 1


def test_somebody_else_was_there_first(journal):
    comment(Register(errors.OutcomeUnknown("lost")), journal)
    register = Register(get=errors.Conflict("somebody else's"))
    submission = settle(register, journal, COMMENT, "practice", REFERENCE)
    assert submission.state is State.REFUSED
    assert journal.pending() == []
