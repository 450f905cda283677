"""Sending once, and settling what a lost answer left open."""

import threading
from types import SimpleNamespace

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.v1.models.work import WorkCreateResponse
from street_works.plugin.drafts import Outbox, State, settle, submit
from street_works.plugin.errors import StreetWorksError

REFERENCE = "TW001ABCDEFGHJK"
BODY = {"promoter_swa_code": "0010", "usrn": 12345678}
ANSWER = WorkCreateResponse(
    work_reference_number=REFERENCE, permit_reference_number=f"{REFERENCE}-01"
)
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
def outbox(tmp_path):
    made = Outbox(tmp_path / "outbox.sqlite")
    yield made
    made.close()


def send(register, outbox):
    return submit(register, outbox, "practice", REQUEST)


def state(outbox):
    return outbox.get(REFERENCE).state


def test_accepted(outbox):
    register = Register(ANSWER)
    submission = send(register, outbox)
    assert (submission.state, submission.response, submission.error) == (
        State.ACCEPTED,
        ANSWER,
        None,
    )
    entry = outbox.get(REFERENCE)
    assert (entry.state, entry.answer) == (State.ACCEPTED, ANSWER.model_dump())
    assert (entry.body, entry.operation, entry.environment) == (BODY, "CreateWork", "practice")
    assert len(register.posts) == 1
    assert register.gets == []


def test_it_is_written_down_before_it_is_sent(outbox, tmp_path):
    seen = []

    def post():
        other = Outbox(tmp_path / "outbox.sqlite")
        seen.append(other.get(REFERENCE).body)
        other.close()
        return ANSWER

    send(Register(post), outbox)
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
def test_failures(outbox, error, expected):
    register = Register(error)
    submission = send(register, outbox)
    assert (submission.state, submission.error) == (expected, error)
    assert submission.response is None
    assert state(outbox) is expected
    assert len(register.posts) == 1
    assert register.gets == []


def test_an_unknown_outcome_is_not_sent_again(outbox):
    register = Register(errors.OutcomeUnknown("lost"))
    send(register, outbox)
    with pytest.raises(StreetWorksError, match="not known yet"):
        send(register, outbox)
    assert len(register.posts) == 1


@pytest.mark.parametrize("error", [errors.BadRequest("no"), errors.NoNetwork("down")])
def test_what_did_not_arrive_may_be_sent_again(outbox, error):
    send(Register(error), outbox)
    assert send(Register(ANSWER), outbox).state is State.ACCEPTED


def test_accepted_works_are_not_sent_again(outbox):
    register = Register(ANSWER)
    send(register, outbox)
    with pytest.raises(StreetWorksError, match="accepted already"):
        send(register, outbox)
    assert len(register.posts) == 1


def test_a_conflict_with_ourselves_is_an_acceptance(outbox):
    register = Register(errors.Conflict("exists", status=409), WORKS)
    submission = send(register, outbox)
    assert submission.state is State.ACCEPTED
    assert submission.response == ANSWER
    assert state(outbox) is State.ACCEPTED
    assert (len(register.posts), register.gets) == (1, [REFERENCE])


@pytest.mark.parametrize("other", [{"promoter_swa_code": "0099"}, {"usrn": 87654321}])
def test_a_conflict_with_others_is_a_refusal(outbox, other):
    taken = SimpleNamespace(**{**vars(WORKS), **other})
    submission = send(Register(errors.Conflict("exists"), taken), outbox)
    assert submission.state is state(outbox) is State.REFUSED
    assert "Other works" in submission.error.message


def test_a_conflict_about_something_else_is_a_refusal(outbox):
    conflict = errors.Conflict("state")
    submission = send(Register(conflict, errors.NotFound("no")), outbox)
    assert (submission.state, submission.error) == (State.REFUSED, conflict)
    assert state(outbox) is State.REFUSED


def test_a_conflict_that_cannot_be_looked_into_is_unknown(outbox):
    submission = send(Register(errors.Conflict("exists"), errors.NoNetwork("down")), outbox)
    assert submission.state is state(outbox) is State.UNKNOWN


@pytest.mark.parametrize("fault", [ZeroDivisionError("bug"), KeyboardInterrupt()])
def test_a_crash_while_sending_leaves_it_unknown(outbox, fault):
    with pytest.raises(type(fault)):
        send(Register(fault), outbox)
    assert state(outbox) is State.UNKNOWN
    assert outbox.get(REFERENCE).reason == type(fault).__name__


def test_a_request_without_reference_is_a_fault_of_the_caller(outbox):
    nameless = SimpleNamespace(work_reference_number=None, body=dict)
    register = Register(ANSWER)
    with pytest.raises(ValueError, match="reference"):
        submit(register, outbox, "practice", nameless)
    assert register.posts == []


def test_nothing_is_sent_that_cannot_be_written_down(tmp_path):
    outbox = Outbox(tmp_path / "outbox.sqlite")
    outbox.close()
    register = Register(ANSWER)
    with pytest.raises(StreetWorksError):
        send(register, outbox)
    assert register.posts == []


@pytest.mark.parametrize(
    ("post", "expected"), [(ANSWER, State.ACCEPTED), (errors.BadRequest("no"), State.REFUSED)]
)
def test_an_outcome_that_cannot_be_written_down_is_still_told(outbox, post, expected):
    def answer():
        outbox.close()
        if isinstance(post, Exception):
            raise post
        return post

    submission = send(Register(answer), outbox)
    assert submission.state is expected
    assert submission.error is (post if isinstance(post, Exception) else submission.error)
    assert submission.error is not None


def lost(outbox):
    send(Register(errors.OutcomeUnknown("lost")), outbox)


def test_settled_as_accepted(outbox):
    lost(outbox)
    register = Register(get=WORKS)
    submission = settle(register, outbox, REFERENCE)
    assert (submission.state, submission.response) == (State.ACCEPTED, ANSWER)
    assert state(outbox) is State.ACCEPTED
    assert outbox.pending() == []
    assert register.posts == []


@pytest.mark.parametrize(
    ("permits", "reference"),
    [([SimpleNamespace(permit_reference_number="P-01")], "P-01"), ([], ""), (None, "")],
)
def test_the_permit_is_found_without_an_active_one(outbox, permits, reference):
    lost(outbox)
    works = SimpleNamespace(**{**vars(WORKS), "active_permit": None, "permits": permits})
    submission = settle(Register(get=works), outbox, REFERENCE)
    assert submission.response.permit_reference_number == reference


def test_settled_as_not_there_may_be_offered_again(outbox):
    lost(outbox)
    submission = settle(Register(get=errors.NotFound("no")), outbox, REFERENCE)
    assert submission.state is state(outbox) is State.NOT_THERE
    assert send(Register(ANSWER), outbox).state is State.ACCEPTED


def test_offered_again_after_the_first_arrived_late(outbox):
    lost(outbox)
    settle(Register(get=errors.NotFound("not yet")), outbox, REFERENCE)
    submission = send(Register(errors.Conflict("exists"), WORKS), outbox)
    assert submission.state is State.ACCEPTED


@pytest.mark.parametrize(
    "error", [errors.NoNetwork("down"), errors.NotSignedIn("ended"), errors.ServerFailed("500")]
)
def test_when_it_cannot_be_asked_it_stays_unknown(outbox, error):
    lost(outbox)
    submission = settle(Register(get=error), outbox, REFERENCE)
    assert (submission.state, submission.error) == (State.UNKNOWN, error)
    assert [entry.reference for entry in outbox.pending()] == [REFERENCE]


def test_another_environment_is_not_asked(outbox):
    lost(outbox)
    register = Register(get=errors.NotFound("no"))
    with pytest.raises(StreetWorksError, match="another environment"):
        settle(register, outbox, REFERENCE, "production")
    assert register.gets == []
    assert settle(register, outbox, REFERENCE, "practice").state is State.NOT_THERE


def test_a_reference_never_sent_is_told(outbox):
    with pytest.raises(StreetWorksError, match="NEVER"):
        settle(Register(), outbox, "NEVER")


def test_what_is_still_under_way_is_not_given_up(outbox):
    on_its_way, may_go_on = threading.Event(), threading.Event()

    def post():
        on_its_way.set()
        may_go_on.wait(10)
        return ANSWER

    results = []
    sender = threading.Thread(target=lambda: results.append(send(Register(post), outbox)))
    sender.start()
    on_its_way.wait(10)
    submission = settle(Register(get=errors.NotFound("not yet")), outbox, REFERENCE)
    assert submission.state is State.UNKNOWN
    assert "still being sent" in submission.error.message
    with pytest.raises(StreetWorksError, match="not known yet"):
        send(Register(ANSWER), outbox)
    may_go_on.set()
    sender.join()
    assert results[0].state is state(outbox) is State.ACCEPTED


def test_a_crash_between_sending_and_answer_is_settled_later(tmp_path):
    before = Outbox(tmp_path / "outbox.sqlite")
    before.begin(REFERENCE, "practice", "CreateWork", BODY)
    before.close()
    after = Outbox(tmp_path / "outbox.sqlite")
    (entry,) = after.pending("practice")
    assert entry.state is State.UNKNOWN
    assert settle(Register(get=WORKS), after, entry.reference).state is State.ACCEPTED
    after.close()
