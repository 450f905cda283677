"""Every kind of message goes when what it says is no longer so: one walk through all of them."""

import pytest
from street_works.plugin import errors
from street_works.plugin.clashes.verdict import Verdict
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.map.pick import Record
from street_works.plugin.trade.kinds import WORKS
from street_works.ui.shared import taking_back as told_by

pytestmark = pytest.mark.one_workplace

TRENCH = "LINESTRING (471065 236014, 471085 236014)"


def names(module):
    """Return the topics, or the sources, that a module names."""
    return {
        value for name, value in vars(module).items() if name.isupper() and value == name.lower()
    }


class Walk:
    """Does what puts messages right, in an order in which each thing finds what it needs."""

    def __init__(self, place, account):
        self.place = place
        self._account = account

    def sign_in(self):
        self.place.account.sign_in(self.place.account.environment, *self._account)

    def load(self):
        self.place.load()

    def look_up_a_record(self):
        layer = self.place.live.layers.layer(WORKS, "centre")
        works = next(layer.getFeatures())
        self.place.finding.open(Record(WORKS, works["reference"], works["work_reference"]))

    def read_the_changes(self):
        self.place.listings.seen.refresh()

    def read_my_works(self):
        self.place.mine.my_works.read()

    def look_at_news(self):
        self.place.watch.mark_seen(())

    def begin_to_draw(self):
        self.place.shaping.draw("line")

    def draw(self):
        self.place.sheet.take(TRENCH, "EPSG:27700")

    def look_up_the_street(self):
        self.place.sheet.look_up(self.place.sheet.nearby[0].usrn)

    def set_days(self):
        self.place.sheet.set_dates(*self.place.sheet.dates)

    def check(self):
        self.place.find_clashes()

    def judge(self):
        other = self.place.clashing.report.encounters[0].other
        assert self.place.verdicts.judge(other, Verdict.COLLABORATE, "Together", ())

    def write_evidence(self):
        self.place.clash_panel.evidenceButton.click()

    def open_the_form(self):
        self.place.apply()

    def open_the_sign_in(self):
        self.place.sign_in()


WALK = (
    (Walk.sign_in, {errors.SESSION, errors.RIGHTS, errors.SERVICE}),
    (Walk.load, {told_by.MAP}),
    (Walk.look_up_a_record, {told_by.FINDING}),
    (Walk.read_the_changes, {told_by.LIST}),
    (Walk.read_my_works, {told_by.MINE}),
    (Walk.look_at_news, {told_by.WATCH}),
    (Walk.begin_to_draw, {told_by.SHAPE}),
    (Walk.draw, {errors.EXTENT, told_by.DRAFTS}),
    (Walk.look_up_the_street, {errors.STREET, told_by.STREETS}),
    (Walk.set_days, {errors.DATES}),
    (Walk.check, {told_by.CLASHES}),
    (Walk.judge, {told_by.VERDICTS}),
    (Walk.write_evidence, {told_by.EVIDENCE}),
    (Walk.open_the_form, {told_by.APPLICATION}),
    (Walk.open_the_sign_in, {told_by.ACCOUNT}),
)


@pytest.fixture
def walk(signed_in, practice, monkeypatch):
    monkeypatch.setattr(signed_in.proving, "_choose_folder", lambda: "")
    yield Walk(signed_in, (practice.email, practice.password))
    signed_in.signing_in.close_down()


def test_each_goes_with_what_puts_it_right(walk, until):
    place, texts = walk.place, walk.place.messages.texts
    assert set().union(*(ended for _step, ended in WALK)) == names(errors) | names(told_by)
    place.trouble.tell(StreetWorksError("For good."))
    wrong = []
    for step, ended in WALK:
        for one in sorted(ended):
            about = one if one in names(errors) else ""
            place.trouble.tell(StreetWorksError(one, about=about), one)
        wrong += [f"{one} is not told" for one in ended - set(texts())]
        step(walk)
        until(lambda: not place.jobs.running)
        wrong += [f"{one} stays after {step.__name__}" for one in ended & set(texts())]
    assert wrong == []
    assert "For good." in texts()
