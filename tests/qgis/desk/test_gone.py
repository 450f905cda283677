"""Clashes once something is gone: the register, the account there, the store, a file."""

import sqlite3
from contextlib import closing

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.clashes.verdict import Standing, Verdict
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.forms import attachments
from street_works.plugin.settings import PRACTICE, Environment
from street_works.plugin.trade.kinds import KINDS
from street_works.tests.made.judged import judged


@pytest.fixture
def checked(at_work, until):
    """The workplace once the extent on its desk was checked for clashes."""
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    assert at_work.clashing.report.encounters
    return at_work


def test_what_another_register_told_is_forgotten(checked, practice, until):
    assert checked.clashing.known.fetched.keys() == set(KINDS)
    assert checked.clash_panel.clashTree.topLevelItemCount()
    checked.account.sign_out()
    assert checked.clashing.report is not None
    there = Environment(PRACTICE, "Practice", practice.url)
    checked.account.sign_in(there, practice.email, practice.password)
    until(lambda: checked.account.environment == there)
    assert checked.clashing.known is None
    assert checked.clashing.report is None
    assert checked.clash_panel.clashTree.topLevelItemCount() == 0


def test_a_store_that_is_gone_is_no_matter(at_work, until):
    at_work.load()
    until(lambda: not at_work.jobs.running)
    assert at_work.live.store.filled()
    at_work.live.store.close()
    at_work.find_clashes()
    until(lambda: not at_work.clashing.working)
    assert at_work.clashing.report is not None
    assert at_work.clashing.known.awaited == frozenset()


def test_what_the_service_refuses_is_told_and_not_attached(checked, register, until):
    register.down()
    button = checked.clash_panel.attachButton
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert checked.evidence.under_way
    until(lambda: not checked.jobs.running)
    assert checked.heard
    assert attachments.attached(checked.sheet.draft.values) == []


def test_a_file_that_cannot_be_written_is_told(checked):
    first = checked.clashing.report.encounters[0].other
    checked.judged.close()
    assert not checked.verdicts.judge(first, Verdict.RESOLVED, "", [])
    assert "verdicts.sqlite" in str(checked.heard[-1])
    assert checked.verdicts.of(first) == Standing()


def test_a_damaged_verdict_is_told_when_the_plugin_starts(folder, switch_on):
    store = VerdictStore(folder / "verdicts.sqlite")
    for one in (judged(), judged()):
        store.keep(one)
    store.close()
    with closing(sqlite3.connect(folder / "verdicts.sqlite")) as connection, connection:
        connection.execute("UPDATE judgement SET verdict = 'perhaps' WHERE id = ?", (one.id,))
    (said,) = [text for text in switch_on().workplace.messages.texts() if "verdict" in text]
    assert said.startswith("1 of your verdicts on clashes cannot be read; the others are there.")
