"""A register that is down, slow or talks nonsense: told in plain words, and nothing is lost."""

import pytest
from qgis.core import QgsRectangle
from street_works.plugin.api.errors import (
    NoNetwork,
    NotJson,
    NotTheContract,
    OutcomeUnknown,
    TimedOut,
)
from street_works.plugin.desk.live_map import now
from street_works.plugin.drafts import State, new_work_reference
from street_works.plugin.forms.application.sending import CREATE_WORKS
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.kinds import Shape
from street_works.tests.made.applications import request_for
from street_works.tests.made.spoilt_service import stand, works_of

BOX = Box(471050.0, 235950.0, 471150.0, 236050.0)
FAULTS = {
    "down": (NoNetwork,),
    "slow": (TimedOut,),
    "cut_off": (NotJson, NoNetwork),
    "web_page": (NotJson,),
    "other_json": (NotTheContract,),
}


def load(workplace):
    workplace.live.look(BOX, since=now())


def find_streets(workplace):
    workplace.sheet.find_streets()


def look_for_clashes(workplace):
    workplace.clashing.check([])


@pytest.mark.one_workplace
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


@pytest.mark.one_workplace
@pytest.mark.parametrize("fault", FAULTS)
def test_an_application_without_an_answer_is_neither_lost_nor_sent_again(
    fault, at_work, register, until, in_plain_words, kept
):
    reference = new_work_reference("ZW", "001")
    request = request_for(PracticeService(), uk_today(), reference)
    heard = {"done": [], "failed": [], "unknown": [], "not_sent": []}
    getattr(register, fault)()
    told_to = {name: heard[name].append for name in heard}
    at_work.applying.send(CREATE_WORKS, reference, request, **told_to)
    until(lambda: any(heard.values()))
    told = "not_sent" if fault == "down" else "unknown"
    assert [name for name in heard if heard[name]] == [told]
    (error,) = heard[told]
    in_plain_words(error)
    assert isinstance(error, NoNetwork if fault == "down" else OutcomeUnknown)
    state = State.NOT_THERE if fault == "down" else State.UNKNOWN
    assert at_work.journal.latest(None, "CreateWork", reference).state is state
    pending = [entry.subject for entry in at_work.applying.unknown_outcomes()]
    assert pending == ([] if fault == "down" else [reference])
    kept(at_work)


def loaded(workplace, until):
    """Load, and return what is known of the works in view then."""
    workplace.live.look(BOX, since=now())
    until(lambda: not workplace.live.loading and not workplace.jobs.running)
    assert workplace.heard == []
    return next(one for one in workplace.live.stated if one.kind == "works")


def works_shown(workplace):
    """Return the works in view that the layers show, by their reference."""
    layers = [workplace.live.layers.layer("works", shape.value) for shape in Shape]
    return {
        feature["work_reference"]: feature
        for layer in layers
        if layer is not None
        for feature in layer.getFeatures(QgsRectangle(*BOX))
    }


@pytest.mark.england
def test_values_that_the_contract_does_not_know_are_shown_as_they_came(at_work, register, until):
    def change(features):
        for feature in features:
            stand(feature, status="under_consideration_by_the_mayor", category="colossal")

    before = loaded(at_work, until)
    register.change_works(change)
    after = loaded(at_work, until)
    assert after.held == before.held > 0
    assert after.complete
    shown = works_shown(at_work)
    assert len(shown) == before.held
    assert {feature["category"] for feature in shown.values()} == {"colossal"}
    assert {feature["status"] for feature in shown.values()} == {"under_consideration_by_the_mayor"}


@pytest.mark.one_workplace
def test_features_without_a_usable_shape_are_listed_and_the_others_shown(
    at_work, register, until, kept
):
    def change(features):
        features[0]["geometry"] = None
        ring = [[471060.0, 236000.0], [471070.0, 236000.0]]
        features[1]["geometry"] = {"type": "Polygon", "coordinates": [ring]}
        broken[:] = map(works_of, features[:2])

    broken = []
    loaded(at_work, until)
    good = set(works_shown(at_work))
    register.change_works(change)
    assert not loaded(at_work, until).complete
    refused = at_work.live.unreadable
    assert len(refused) == len(set(broken)) == 2
    for reference, one in zip(broken, refused):
        assert one.reference.startswith(reference)
        assert one.reason
        assert "Traceback" not in one.reason
    assert good >= set(broken)
    assert set(works_shown(at_work)) == good, "what was known of them before is still shown"
    listed = at_work.map_panel.refusedList
    lines = [listed.item(row).text() for row in range(listed.count())]
    assert lines == [f"{one.reference}: {one.reason}" for one in refused]
    assert "2 records cannot be shown" in at_work.map_panel.statement.text()
    kept(at_work)
