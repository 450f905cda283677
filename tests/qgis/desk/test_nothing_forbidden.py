"""In an ordinary session of any role nothing is asked that the register refuses to that role."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from street_works.plugin.desk.live_map import now
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.live.finding.search import find_streets, find_works
from street_works.plugin.map.pick import Record
from street_works.plugin.settings import (
    PRACTICE_AUTHORITY,
    PRACTICE_CONTRACTOR,
    PRACTICE_PLANNER,
)
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from street_works.tests.rounds import some

BOX = Box(470600.0, 235500.0, 471600.0, 236500.0)
TRENCH = "LINESTRING (471065 236014, 471085 236014)"
ROLES = [PRACTICE_PLANNER, PRACTICE_CONTRACTOR, PRACTICE_AUTHORITY]
REFUSED = {401, 403}


@pytest.fixture(scope="module")
def practice(qgis_app):
    from street_works.plugin.practice import PracticeService

    service = PracticeService()
    url = service.start()
    yield SimpleNamespace(url=url, password={one.email: one.password for one in service.accounts})
    service.stop()


@pytest.fixture
def answered(register):
    """The (status, path) of every answer of the register."""
    seen = []

    def note(asked, body):
        status, content = asked.hand_on(body)
        seen.append((status, asked.path))
        asked.answer(status, content)

    register.spoil = note
    return seen


class Session:
    """What a planner does, one thing after the other; each waits until it is over."""

    def __init__(self, workplace, until):
        self.place = workplace
        self.until = until

    def rest(self):
        self.until(lambda: not self.place.live_view.busy and not self.place.jobs.running, 60)

    def map_and_filter(self):
        self.place.live.look(BOX, since=now())
        self.rest()
        self.place.live_view.filters.use(replace(Filter(), traffic_sensitive=True))
        self.rest()
        self.place.live_view.filters.use(replace(Filter(), promoters=("MIDVALE WATER",)))
        self.place.live_view.filters.use(Filter())
        self.rest()

    def changes(self):
        self.place.live_view.following.ask()
        self.rest()

    def rows(self):
        return self.place.live.store.rows

    def find_and_read(self):
        store, register = self.place.live.store, self.place.account.register
        works = store.rows(WORKS, BOX, None, "", 500).rows
        by_promoter = {row.promoter: row for row in works}
        assert len(by_promoter) > 4
        sought = ["high street", "29909869", "ZW001"]
        sought += [row.work_reference for row in by_promoter.values()]
        for text in sought:
            self.ask(lambda text=text: (find_streets(register, text), find_works(register, text)))
        for row in by_promoter.values():
            self.read(Record(WORKS, row.reference, row.work_reference))
            self.read(Record(WORKS, row.work_reference, row.work_reference))
        for kind in (ACTIVITY, FORWARD_PLAN):
            for row in store.rows(kind, BOX, None, "", 3).rows:
                self.read(Record(kind, row.reference, row.work_reference))

    def ask(self, question):
        self.place.jobs.start(
            "finding", lambda _progress: question(), done=str, failed=self.expected
        )
        self.rest()

    def expected(self, error):
        """Only by whole reference: an account is told so, and the register is not asked."""
        assert isinstance(error, StreetWorksError)
        assert "whole reference" in str(error)

    def read(self, record):
        self.place.finding.open(record)
        self.rest()

    def extent_and_clashes(self):
        self.place.sheet.take(TRENCH, "EPSG:27700")
        self.rest()
        if self.place.sheet.street is None:
            self.place.sheet.choose_street(self.place.sheet.nearby[0])
        self.place.clashing.check([])
        self.rest()

    def form(self):
        self.place.apply()
        dialog = self.place.form.dialog
        if dialog is None:
            return
        promoters = dialog.form_view.rows["promoter_swa_code"].editor
        for number in range(1, promoters.box.count() if promoters.isVisible() else 1):
            promoters.box.setCurrentIndex(number)
            promoters.box.activated.emit(number)
            self.rest()
        self.until(lambda: not dialog.formStep.category.said.waiting)
        self.rest()
        dialog.reject()


@pytest.mark.parametrize("email", some(ROLES, usual=2))
def test_no_request_of_an_ordinary_session_is_refused(
    email, workplace, environment, practice, answered, until
):
    session = Session(workplace, until)
    workplace.account.sign_in(environment, email, practice.password[email])
    until(lambda: workplace.account.signed_in)
    session.rest()
    for act in (
        session.map_and_filter,
        session.changes,
        session.find_and_read,
        session.extent_and_clashes,
        session.form,
    ):
        act()
    # 403 of the GeoJSON API says that there are more than 100 features, to everybody.
    refused = [
        (status, path)
        for status, path in answered
        if status in REFUSED and not (status == 403 and "/geojson/" in path)
    ]
    assert refused == [], refused
    assert [(status, path) for status, path in answered if status == 400] == []
    assert len(answered) > 50
