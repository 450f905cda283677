"""A register that is down, slow or talks nonsense: told in plain words, and nothing is lost."""

from types import SimpleNamespace

import pytest
from street_works.plugin.api.errors import (
    NoNetwork,
    NotJson,
    NotTheContract,
    OutcomeUnknown,
    TimedOut,
)
from street_works.plugin.clashes import ClashRules
from street_works.plugin.drafts import State
from street_works.plugin.map.boxes import Box

BOX = Box(471050.0, 235950.0, 471150.0, 236050.0)
FAULTS = {
    "down": (NoNetwork,),
    "slow": (TimedOut,),
    "cut_off": (NotJson, NoNetwork),
    "web_page": (NotJson,),
    "other_json": (NotTheContract,),
}


def load(workplace):
    workplace.loader.load(BOX)


def find_streets(workplace):
    workplace.sheet.find_streets()


def look_for_clashes(workplace):
    workplace.clashing.check(*workplace.sheet.dates, ClashRules(), [])


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("act", [load, find_streets, look_for_clashes])
def test_what_goes_wrong_is_told_and_the_draft_stays(
    act, fault, at_work, register, until, in_plain_words, kept
):
    getattr(register, fault)()
    act(at_work)
    until(lambda: at_work.heard and not at_work.jobs.running)
    (error,) = at_work.heard
    assert isinstance(error, FAULTS[fault])
    in_plain_words(error)
    assert str(error) in at_work.messages.texts()
    assert at_work.account.signed_in
    kept(at_work)


@pytest.mark.parametrize("fault", FAULTS)
def test_signing_in_fails_in_plain_words(
    fault, workplace, environment, practice, register, until, in_plain_words
):
    getattr(register, fault)()
    workplace.account.sign_in(environment, practice.email, practice.password)
    until(lambda: workplace.heard)
    (error,) = workplace.heard
    in_plain_words(error, detail=False)  # an answer that may hold tokens is never shown
    assert practice.password not in error.detail
    assert not workplace.account.signed_in
    assert str(error) in workplace.messages.texts()


@pytest.mark.parametrize("fault", FAULTS)
def test_an_application_without_an_answer_is_neither_lost_nor_sent_again(
    fault, at_work, register, until, in_plain_words, kept
):
    reference = at_work.applying.new_reference("001")
    body = {"work_reference_number": reference}
    request = SimpleNamespace(work_reference_number=reference, body=lambda: body)
    heard = {"done": [], "failed": [], "unknown": []}
    getattr(register, fault)()
    at_work.applying.submit(request, **{name: heard[name].append for name in heard})
    until(lambda: any(heard.values()))
    told = "failed" if fault == "down" else "unknown"
    assert [name for name in heard if heard[name]] == [told]
    (error,) = heard[told]
    in_plain_words(error)
    assert isinstance(error, NoNetwork if fault == "down" else OutcomeUnknown)
    state = State.NOT_THERE if fault == "down" else State.UNKNOWN
    assert at_work.outbox.get(reference).state is state
    pending = [entry.reference for entry in at_work.applying.unknown_outcomes()]
    assert pending == ([] if fault == "down" else [reference])
    kept(at_work)


def loaded(workplace, until):
    done = []
    workplace.loader.loaded.connect(done.append)
    workplace.loader.load(BOX)
    until(lambda: done or workplace.heard)
    assert workplace.heard == []
    return done[0]["works"]


def works_shown(workplace):
    return {
        feature["work_reference"]: feature
        for (kind, shape) in workplace.layers.counts()
        if kind == "works"
        for feature in workplace.layers.layer(kind, shape).getFeatures()
    }


def test_values_that_the_contract_does_not_know_are_shown_as_they_came(at_work, register, until):
    def change(features):
        for feature in features:
            feature["properties"]["permit_status"] = "under_consideration_by_the_mayor"
            feature["properties"]["work_category"] = "colossal"

    before = loaded(at_work, until)
    register.change_works(change)
    after = loaded(at_work, until)
    assert len(after.features) == len(before.features) > 0
    assert after.refused == ()
    shown = works_shown(at_work)
    assert len(shown) == len(before.features)
    assert {feature["category"] for feature in shown.values()} == {"colossal"}
    assert {feature["status"] for feature in shown.values()} == {"under_consideration_by_the_mayor"}


def test_features_without_a_usable_shape_are_listed_and_the_others_shown(
    at_work, register, until, kept
):
    def change(features):
        features[0]["geometry"] = None
        ring = [[471060.0, 236000.0], [471070.0, 236000.0]]
        features[1]["geometry"] = {"type": "Polygon", "coordinates": [ring]}
        broken[:] = [one["properties"]["work_reference_number"] for one in features[:2]]

    broken = []
    good = {one.properties.work_reference_number for one in loaded(at_work, until).features}
    register.change_works(change)
    loaded(at_work, until)
    refused = at_work.loader.refused["works"]
    assert len(refused) == len(set(broken)) == 2
    for reference, one in zip(broken, refused):
        assert one.reference.startswith(reference)
        assert one.reason
        assert "Traceback" not in one.reason
    assert set(works_shown(at_work)) == good - set(broken)
    listed = at_work.map_panel.refusedList
    lines = [listed.item(row).text() for row in range(listed.count())]
    assert lines == [f"{one.reference}: {one.reason}" for one in refused]
    assert "2 records cannot be shown" in at_work.map_panel.statement.text()
    kept(at_work)
