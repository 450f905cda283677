"""The watch over the planner's works: what a load or the feed brings near them is told once."""

from datetime import datetime, timezone

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.news import What
from street_works.plugin.clashes.seen import seen_of
from street_works.plugin.clashes.verdict import Case, of_draft
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.records.listed import WorksChanged
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.plugin.trade.vocabulary.works import Category
from street_works.tests.made.judged import judged
from street_works.tests.made.spoilt_service import reference_of, stand
from street_works.tests.made.switched_on import hear
from street_works.tests.made.waiting import until

AROUND = Box(470_950, 235_900, 471_200, 236_100)
ELSEWHERE = Box(471_400, 235_900, 471_500, 236_000)


def load(place):
    """Load the map around the works anew, and let the watch look."""
    shown = []
    place.watch.shown.connect(shown.append)
    place.live.look(AROUND, since=datetime.now(timezone.utc))
    until(lambda: not place.live.loading and shown and not place.jobs.running)
    until(lambda: not place.watch._rest.isActive() and not place.jobs.running)
    place.watch.shown.disconnect(shown.append)


def told(place):
    return [(one.news.what, one.news.case.reference) for one in place.watch.now.told]


def tab(place):
    tabs = place.dock.tabs
    return next(tabs.tabText(row) for row in range(6) if tabs.tabText(row).startswith("Clashes"))


def rows(place):
    tree = place.watch_view.news.newsTree
    return [
        [tree.topLevelItem(row).text(column) for column in range(5)]
        for row in range(tree.topLevelItemCount())
    ]


def press_enter(place):
    tree = place.watch_view.news.newsTree
    tree.setCurrentItem(tree.topLevelItem(0))
    QTest.keyClick(tree, Qt.Key.Key_Return)


def without(*references):
    """Return what takes works from an answer of the register."""

    def change(features):
        features[:] = [one for one in features if reference_of(one) not in references]

    return change


@pytest.fixture
def workplace(switch_on):
    """A workplace that knows the `plugin` that it is of."""
    plugin = switch_on()
    place = hear(plugin.workplace)
    place.plugin = plugin
    return place


@pytest.fixture
def met(at_work):
    """What the draft meets as a clash within 60 m once the map was loaded."""
    at_work.clash_panel.distanceBox.setValue(60)
    load(at_work)
    (looked,) = at_work.watch._looked
    return [one.other for one in looked.report.of_grade(Grade.CLASH)]


def test_what_comes_changes_or_goes_near_works_is_told_once(at_work, met, register):
    place, watch = at_work, at_work.watch
    assert len(met) > 2
    assert told(place) == [], "what was there at the first look is on the tab for clashes"
    assert tab(place) == "Clashes"
    assert watch.statement.startswith("Works watched: 1, as of ")

    came, changed, other = (one.reference for one in met[:3])
    register.change_works(without(came))
    load(place)
    assert told(place) == [(What.GONE, came)]
    assert tab(place) == "Clashes", "what went away is told, and not counted"
    register.change_works(without())
    load(place)
    assert told(place) == [(What.NEW, came)]
    assert tab(place) == "Clashes (1 new)"
    load(place)
    assert told(place) == [(What.NEW, came)]
    watch.mark_seen(watch.now.told)
    until(lambda: tab(place) == "Clashes")
    load(place)
    assert told(place) == []

    case = Case("custom", of_draft(place.sheet.draft.id), "works", changed)
    place.judged.keep(judged(case=case, seen=seen_of(met[1])))

    def change(features):
        for one in features:
            if reference_of(one) in (changed, other):
                stand(one, status=PermitStatus.PERMIT_MODIFICATION_REQUEST, category=Category.MAJOR)

    register.change_works(change)
    load(place)
    assert told(place) == [(What.AGAIN, changed)]
    (again,) = rows(place)
    assert again[:2] == ["To be judged again", "draft “HIGH STREET”"]
    assert changed in again[2]
    assert again[3] == "status from “Granted” to “Modification requested”"
    assert "not so at" in again[4]
    watch.mark_seen(watch.now.told)
    load(place)
    assert told(place) == [], "the same change is told once"


def test_the_feed_brings_what_changed_near_works_that_are_out_of_view(at_work, met, register):
    at_work.live.look(ELSEWHERE)
    until(lambda: not at_work.live.loading and not at_work.jobs.running)
    gone = met[0].reference
    register.change_works(without(gone))
    at_work.live_view.following._hear({WorksChanged(gone)})
    until(lambda: (What.GONE, gone) in told(at_work) or at_work.heard)
    assert at_work.heard == []


@pytest.fixture
def news(at_work, met, register):
    """A workplace with a new clash to be told."""
    register.change_works(without(met[0].reference))
    load(at_work)
    register.change_works(without())
    load(at_work)
    return at_work


def test_a_row_opens_the_draft_and_chooses_what_it_meets_and_that_is_known_then(news, met):
    one = met[0].reference
    assert told(news) == [(What.NEW, one)]
    press_enter(news)
    until(lambda: news.clashing.report is not None and not news.jobs.running)
    assert news.dock.tabs.tabText(news.dock.tabs.currentIndex()) == "Clashes"
    assert news.clash_panel.clashTree.current.other.reference == one
    assert news.clash_panel.clashTree.selectedItems()
    assert told(news) == []
    load(news)
    assert told(news) == []


def test_news_outlive_qgis_and_a_row_opens_the_works(news, switch_on):
    before, draft = told(news), news.sheet.draft
    assert before
    news.plugin.unload()
    again = switch_on().workplace
    until(lambda: again.watch.now.works and not again.jobs.running)
    assert told(again) == before
    assert "Nobody is signed in" in again.watch.statement
    press_enter(again)
    until(lambda: told(again) == [])
    assert again.sheet.draft.id == draft.id
