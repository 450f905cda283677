"""Comments on works: written, replied to, marked as read, and found again when no answer came."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from street_works.plugin.api.errors import OutcomeUnknown
from street_works.plugin.drafts import State
from street_works.plugin.forms.steps.comments import MarkAsRead, Reply, WriteComment
from street_works.plugin.live.details.details import fetch_details
from street_works.plugin.live.details.section import Part
from street_works.plugin.trade.records.works import Comment
from street_works.tests.made.filled_forms import Parties, Somebody
from street_works.tests.made.parties import Case
from street_works.tests.made.step_cases.bringing import applied, commented

TYPED = {"topic": "GENERAL", "detail": "  We finish on Friday  "}


def comments(somebody: Somebody, case: Case) -> list[Comment]:
    """Return the comments that somebody is shown, newest first."""
    section = fetch_details(somebody.client.register, case.reference).section(Part.COMMENTS)
    assert section is not None
    found = [line.about for line in section.lines]
    return [one for one in found if isinstance(one, Comment)]


def post(parties: Parties, who: str, case: Case, **more: Any) -> None:
    body = {"detail": "We finish on Friday", "topic": "GENERAL", **more}
    assert case.step(who, "POST", "comments", body) == 201


# ---- writing ----


@pytest.mark.parametrize("internal", [False, True])
def test_a_comment_is_written_for_both_sides_or_for_ones_own(
    parties: Parties, internal: bool
) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    form, about = WriteComment(), planner.about(case)
    assert form.defaults(about)["is_internal"] is False
    assert form.required({}, about) == {"topic", "detail", "is_internal"}
    sent = planner.send(form, about, **TYPED, is_internal=internal)
    assert sent.state is State.ACCEPTED, sent.error
    (written,) = comments(planner, case)
    assert (written.text, written.internal, written.read) == (
        "We finish on Friday", internal, False
    )  # fmt: skip
    assert len(comments(parties["contractor"], case)) == 1
    assert len(comments(parties["authority"], case)) == (0 if internal else 1)


def test_only_an_authority_is_offered_to_warn_of_an_overrun(parties: Parties) -> None:
    case, form = applied(parties.trade), WriteComment()
    for who, expected in (("planner", False), ("authority", True)):
        about = parties[who].about(case)
        offered = [one.value for one in form.options(form.fields["topic"], about)]
        assert ("OVERRUN" in offered) is expected
    about = parties["planner"].about(case)
    typed = {**TYPED, "topic": "OVERRUN", "is_internal": False}
    said = form.problems(typed, about)["topic"]
    refused = parties["planner"].send(form, about, **typed)
    assert [said] in refused.error.fields.values()


def test_a_comment_that_is_too_long_is_refused_before_it_is_sent(parties: Parties) -> None:
    form, about = WriteComment(), parties["planner"].about(applied(parties.trade))
    assert set(form.problems({**TYPED, "detail": "x" * 1501, "is_internal": False}, about)) == {
        "detail"
    }


# ---- replying ----


def test_a_reply_opens_with_the_topic_of_the_comment_and_quotes_it(parties: Parties) -> None:
    case, planner = commented(parties.trade), parties["planner"]
    (comment,) = comments(planner, case)
    form, about = Reply(), planner.about(case, comment)
    assert planner.why_not(Reply, case, comment) is None
    opened = form.defaults(about)
    assert (opened["topic"], opened["is_internal"]) == ("INSPECTION", False)
    assert form.heading(about).splitlines()[1:] == [f"{comment.author}: When may we meet?"]
    values = {**opened, "detail": "At nine"}
    told = [one.text for one in form.facts(form.build(values, about), values, about)]
    assert told[0] == f"{comment.author}: When may we meet?"
    assert planner.send(form, about, detail="At nine").state is State.ACCEPTED
    assert {one.text for one in comments(planner, case)} == {"At nine", "When may we meet?"}


def test_a_reply_to_an_internal_comment_stays_internal(parties: Parties) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    post(parties, "contractor", case, is_internal=True)
    (comment,) = comments(planner, case)
    assert Reply().defaults(planner.about(case, comment))["is_internal"] is True


def test_a_reply_to_a_warning_of_an_overrun_has_another_topic(parties: Parties) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    post(parties, "authority", case, topic="OVERRUN")
    (comment,) = comments(planner, case)
    assert Reply().defaults(planner.about(case, comment))["topic"] == ""


# ---- marking as read ----


def test_a_comment_is_marked_as_read_once(parties: Parties) -> None:
    case, planner = commented(parties.trade), parties["planner"]
    (comment,) = comments(planner, case)
    sent = planner.send(MarkAsRead(), planner.about(case, comment))
    assert sent.state is State.ACCEPTED, sent.error
    (comment,) = comments(planner, case)
    assert (comment.read, comment.reader) == (True, "planner@practice.example")
    assert comment.read_at is not None
    assert "already" in str(planner.why_not(MarkAsRead, case, comment))
    again = planner.send(MarkAsRead(), planner.about(case, comment))
    assert again.state is State.REFUSED
    assert "already" in str(again.error)


def test_a_long_comment_is_shown_in_short_on_the_form_and_whole_in_the_review(
    parties: Parties,
) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    post(parties, "authority", case, detail="When may we meet?\n" * 20)
    (comment,) = comments(planner, case)
    form, about = MarkAsRead(), planner.about(case, comment)
    _works, said = form.heading(about).splitlines()
    assert len(said) <= 120
    assert said.endswith("…")
    (*_, fact) = form.facts(form.build({}, about), {}, about)
    assert fact.text == f"{comment.author}: {comment.text}"


def test_ones_own_comment_is_not_marked_as_read(parties: Parties) -> None:
    case, authority = commented(parties.trade), parties["authority"]
    (comment,) = comments(authority, case)
    assert authority.send(MarkAsRead(), authority.about(case, comment)).state is State.REFUSED


# ---- lost answers ----


@pytest.fixture
def before(parties: Parties) -> Case:
    """Works with comments that are not the one that is lost: other words, another topic."""
    case = applied(parties.trade)
    post(parties, "planner", case, detail="We finish on Monday")
    post(parties, "authority", case, topic="SECTION_74")
    post(parties, "authority", case, is_internal=True)
    return case


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize("internal", [True, False])
def test_a_lost_comment_is_found_among_those_of_the_works(
    parties: Parties, before: Case, internal: bool, arrived: bool
) -> None:
    planner = parties["planner"]
    form, about = WriteComment(), planner.about(before)
    planner.lose(form, about, arrived=arrived, **TYPED, is_internal=internal)
    found = planner.found_out(form, about)
    assert found.state is (State.ACCEPTED if arrived else State.NOT_THERE)
    if arrived:
        assert found.receipt.part == f"{before.reference}-COM-04"


@pytest.mark.parametrize("internal", [True, False])
def test_a_lost_comment_is_found_that_was_written_a_moment_before_the_history_tells_of_it(
    parties: Parties, internal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    form, about, shown = WriteComment(), planner.about(case), parties.trade.clock.now
    later = (timedelta(milliseconds=3 * number) for number in itertools.count())
    monkeypatch.setattr(parties.trade.clock, "now", lambda: shown() + next(later))
    planner.lose(form, about, arrived=True, **TYPED, is_internal=internal)
    assert planner.found_out(form, about).state is State.ACCEPTED


def test_what_is_not_listed_yet_is_not_taken_for_lost(
    parties: Parties, before: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner = parties["planner"]
    form, about = WriteComment(), planner.about(before)
    planner.lose(form, about, arrived=True, **TYPED, is_internal=False)
    register = type(planner.client.register)
    listed = register.comments

    def without_the_last(*asked: Any) -> Iterator[Comment]:
        return (one for one in listed(*asked) if "COM-04" not in one.reference)

    monkeypatch.setattr(register, "comments", without_the_last)
    found = planner.found_out(form, about)
    assert found.state is State.UNKNOWN
    assert isinstance(found.error, OutcomeUnknown)
    monkeypatch.undo()
    assert planner.found_out(form, about).state is State.ACCEPTED


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_reply_and_a_lost_reading_are_settled(parties: Parties, arrived: bool) -> None:
    case, planner = commented(parties.trade), parties["planner"]
    (comment,) = comments(planner, case)
    about = planner.about(case, comment)
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    planner.lose(MarkAsRead(), about, arrived=arrived)
    assert planner.found_out(MarkAsRead(), about).state is expected
    planner.lose(Reply(), about, arrived=arrived, detail="At nine")
    assert planner.found_out(Reply(), about).state is expected
