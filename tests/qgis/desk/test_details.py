"""Details fetched in the background, from the practice service behind a server that misbehaves."""

import pytest
from street_works.plugin.desk.details import DetailsLoader
from street_works.plugin.live.details.section import Part
from street_works.plugin.map.pick import Record
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from street_works.tests.made.at_the_register import attach, own_permits
from street_works.tests.made.map_records import EVER


@pytest.fixture
def loader(signed_in, until):
    """A loader at the signed-in workplace; `heard` lists what it tells, `ask` asks in a job."""
    made = DetailsLoader(signed_in.jobs, signed_in.account)
    made.heard = []
    made.started.connect(lambda reference: made.heard.append(("started", reference)))
    made.shown.connect(lambda details: made.heard.append(("shown", details.reference)))
    made.stopped.connect(lambda: made.heard.append(("stopped", "")))
    made.cleared.connect(lambda: made.heard.append(("cleared", "")))
    made.saved.connect(lambda path: made.heard.append(("saved", path)))
    made.trouble.connect(lambda error: made.heard.append(("trouble", error)))

    def ask(call, *args):
        answers = []
        signed_in.jobs.start(
            "test", lambda _progress: call(*args), done=answers.append, failed=answers.append
        )
        until(lambda: answers)
        assert not isinstance(answers[0], Exception), answers[0]
        return answers[0]

    made.ask = ask
    return made


@pytest.fixture
def listed(loader, signed_in):
    """One's own permits."""
    return loader.ask(own_permits, signed_in.account.client)


def kinds(loader):
    return [kind for kind, _what in loader.heard]


@pytest.mark.one_workplace
def test_details_are_fetched_and_refreshed(loader, listed, until):
    works, permit = listed[0].works_reference, listed[0].reference
    steps = []
    loader.progress.connect(lambda fraction, text: steps.append((fraction, text)))
    loader.open(works, permit)
    assert loader.loading
    assert loader.heard == [("started", permit)]
    until(lambda: loader.details)
    assert not loader.loading
    assert kinds(loader) == ["started", "shown"]
    assert steps
    assert loader.details.section(Part.HISTORY).lines
    first = loader.details
    loader.refresh()
    until(lambda: not loader.loading)
    assert loader.details is not first


@pytest.mark.one_workplace
def test_activities_and_forward_plans_too(loader, signed_in, until):
    town = Box(470600.0, 235600.0, 471400.0, 236400.0)
    on_map = signed_in.account.register.map_records
    activity, plan = (
        loader.ask(on_map, kind, town, EVER).records[0] for kind in (ACTIVITY, FORWARD_PLAN)
    )
    loader.open_record(Record(ACTIVITY, activity.reference))
    until(lambda: loader.details)
    assert loader.details.section(Part.ACTIVITY).lines
    first = loader.details
    loader.refresh()
    until(lambda: not loader.loading)
    assert loader.details is not first
    assert loader.details.section(Part.ACTIVITY).lines
    loader.open_record(Record(FORWARD_PLAN, plan.reference, plan.works_reference))
    until(lambda: not loader.loading)
    assert loader.details.section(Part.FORWARD_PLAN).lines
    assert loader.details.reference == plan.reference


@pytest.mark.one_workplace
def test_the_permit_that_was_clicked_on(loader, listed, until):
    twice = next(one for one in listed if one.reference.endswith("-02"))
    first = f"{twice.works_reference}-01"
    loader.open_record(Record(WORKS, first, twice.works_reference))
    until(lambda: loader.details)
    assert loader.details.reference == first


@pytest.mark.one_workplace
def test_a_late_answer_is_not_shown_over_a_newer_one(loader, listed, register, until):
    first, second = listed[0].works_reference, listed[1].reference

    def spoil(asked, body):
        if f"/works/{first}" in asked.path:
            register.release.wait(30)
        asked.answer(*asked.hand_on(body))

    register.spoil = spoil
    loader.open(first)
    loader.open(listed[1].works_reference)
    until(lambda: loader.details)
    register.release.set()
    until(lambda: not loader._jobs.running)
    assert loader.details.reference == second
    assert [what for kind, what in loader.heard if kind == "shown"] == [second]


@pytest.mark.one_workplace
def test_fetching_can_be_stopped_and_what_was_there_stays(loader, listed, register, until):
    loader.open(listed[0].works_reference)
    until(lambda: loader.details)
    register.slow()
    loader.open(listed[1].works_reference)
    loader.cancel()
    until(lambda: not loader._jobs.running)
    assert kinds(loader)[-1] == "stopped"
    assert loader.details.reference == listed[0].reference


@pytest.mark.one_workplace
@pytest.mark.parametrize("spoilt", ["cut_off", "web_page", "other_json", "down"])
def test_a_bad_answer_is_told_in_plain_words(
    loader, listed, register, until, in_plain_words, spoilt
):
    getattr(register, spoilt)()
    loader.open(listed[0].works_reference)
    until(lambda: not loader.loading)
    kind, error = loader.heard[-1]
    assert kind == "trouble"
    in_plain_words(error)
    assert loader.details is None


@pytest.mark.one_workplace
def test_a_section_that_fails_leaves_the_others(loader, listed, register, until, in_plain_words):
    def spoil(asked, body):
        if "/nsg/streets/" in asked.path:
            asked.answer(500, b'{"message": "Oops"}')
        else:
            asked.answer(*asked.hand_on(body))

    register.spoil = spoil
    loader.open(listed[0].works_reference)
    until(lambda: loader.details)
    in_plain_words(loader.details.section(Part.STREET).error)
    assert loader.details.section(Part.WORKS).lines


def test_signing_out_forgets_what_was_there(loader, listed, signed_in, until):
    loader.open(listed[0].works_reference)
    until(lambda: loader.details)
    signed_in.account.sign_out()
    assert loader.details is None
    assert kinds(loader)[-1] == "cleared"
    loader.refresh()
    assert kinds(loader)[-1] == "cleared"
    loader.open("ANY")
    kind, error = loader.heard[-1]
    assert kind == "trouble"
    assert "not signed in" in error.message
    loader.save_file(1, "anywhere")
    assert kinds(loader)[-1] == "trouble"
    until(lambda: not signed_in.jobs.running)


@pytest.mark.one_workplace
def test_a_file_is_saved_whole(loader, listed, signed_in, until, tmp_path):
    works = listed[2].works_reference
    loader.ask(attach, signed_in.account.client, works, b"%PDF-1.4 abc")
    loader.open(works)
    until(lambda: loader.details)
    (line,) = loader.details.section(Part.FILES).lines
    loader.save_file(line.file, tmp_path / "plan.pdf")
    until(lambda: kinds(loader)[-1] == "saved")
    assert (tmp_path / "plan.pdf").read_bytes() == b"%PDF-1.4 abc"


@pytest.mark.one_workplace
def test_a_file_that_cannot_be_had_is_told(loader, until, tmp_path, in_plain_words):
    loader.save_file(987654, tmp_path / "plan.pdf")
    until(lambda: loader.heard)
    kind, error = loader.heard[-1]
    assert kind == "trouble"
    in_plain_words(error)
    assert "viruses" in error.advice
    assert list(tmp_path.glob("*.pdf*")) == []
