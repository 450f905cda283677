"""The check for clashes shows at once what the store knows, and then what the register answers."""

import threading
import time
from datetime import timedelta

import pytest
from street_works.plugin.trade.kinds import KINDS

pytestmark = pytest.mark.one_workplace

WEEK = timedelta(weeks=1)


def references(report):
    return [one.other.reference for one in report.encounters]


@pytest.fixture
def loaded(at_work, until):
    """The workplace once the map around its extent was loaded into the store."""
    at_work.load()
    until(lambda: not at_work.jobs.running)
    assert at_work.live.store.filled()
    return at_work


@pytest.fixture
def held_back(loaded, register):
    """Let the register answer only once this is set, and rightly then."""
    gate = threading.Event()

    def spoil(asked, body):
        gate.wait(1.5)
        asked.answer(*asked.hand_on(body), asked.kind)

    register.spoil = spoil
    yield gate
    gate.set()


def test_what_is_kept_is_shown_at_once_and_then_what_the_register_answers(loaded, held_back, until):
    panel, clashing = loaded.clash_panel, loaded.clashing
    panel.distanceBox.setValue(40)
    panel.daysBox.setValue(400)
    loaded.dock.show()
    loaded.find_clashes()
    begun = time.monotonic()
    until(lambda: clashing.report is not None)
    print(f"first findings after {1000 * (time.monotonic() - begun):.0f} ms")
    assert not held_back.is_set()
    assert clashing.asking
    assert clashing.known.awaited == frozenset(KINDS)
    assert clashing.report.encounters
    assert not clashing.report.is_sure
    said = panel.statement.text()
    assert "There may be more that was not given (Works: Street Manager has not answered" in said
    assert "kept from before, Street Manager has not answered yet" in said
    assert not panel.findButton.isEnabled()
    tree = panel.clashTree
    tree.setCurrentItem(tree.topLevelItem(0))
    chosen, first = tree.current.other.reference, references(clashing.report)
    reports = []
    clashing.found.connect(lambda _report: reports.append(clashing.known.awaited))
    held_back.set()
    until(lambda: not clashing.working)
    assert [len(one) for one in reports] == sorted([len(one) for one in reports], reverse=True)
    assert reports[-1] == frozenset()
    assert tree.current.other.reference == chosen
    assert set(first) <= set(references(clashing.report))
    assert "has not answered" not in panel.statement.text()
    assert panel.findButton.isEnabled()


def test_days_are_moved_while_the_register_is_asked(loaded, held_back, until):
    loaded.find_clashes()
    until(lambda: loaded.clashing.report is not None)
    first, last = loaded.sheet.dates
    loaded.sheet.set_dates(first + WEEK, last + WEEK)
    assert loaded.clashing.report.ours.start == first + WEEK
    held_back.set()
    until(lambda: not loaded.clashing.working)
    assert loaded.clashing.report.ours.start == first + WEEK
    assert loaded.clashing.known.awaited == frozenset()


def test_where_the_register_fails_what_is_kept_stays_and_says_so(loaded, register, until):
    register.cut_off()
    loaded.find_clashes()
    until(lambda: loaded.heard and not loaded.clashing.working)
    assert loaded.clashing.report is not None
    assert not loaded.clashing.report.is_sure
    assert "Street Manager has not answered yet" in loaded.clash_panel.statement.text()
    assert loaded.clash_panel.findButton.isEnabled()
