"""News of clashes under the changes, with real files behind them, real keys and a real mouse."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QToolBar
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402 - after load_libraries
from street_works.plugin.clashes.rules import usual  # noqa: E402
from street_works.plugin.clashes.verdict import of_draft  # noqa: E402
from street_works.plugin.desk.account import Account  # noqa: E402
from street_works.plugin.desk.clashing import Clashing  # noqa: E402
from street_works.plugin.desk.live_map import LiveMap  # noqa: E402
from street_works.plugin.desk.sheet import Sheet  # noqa: E402
from street_works.plugin.desk.watch import Watch  # noqa: E402
from street_works.plugin.desk.watched import OwnWorks  # noqa: E402
from street_works.plugin.drafts import Draft, DraftStore, Journal  # noqa: E402
from street_works.plugin.drafts.verdicts import VerdictStore  # noqa: E402
from street_works.plugin.forms.application.days import on_days  # noqa: E402
from street_works.plugin.forms.application.form import Application  # noqa: E402
from street_works.plugin.map.pick import Record  # noqa: E402
from street_works.plugin.trade.calendar import uk_today  # noqa: E402
from street_works.plugin.trade.kinds import WORKS  # noqa: E402
from street_works.plugin.trade.vocabulary.permits import PermitStatus  # noqa: E402
from street_works.tests.made import map_records  # noqa: E402
from street_works.tests.made.applications import plain_application  # noqa: E402
from street_works.tests.made.judged import NOON, OTHER  # noqa: E402
from street_works.tests.made.map_records import square  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tests.unit.clashes.test_news import look  # noqa: E402
from street_works.ui.clashes.watch_view import WatchView  # noqa: E402

TRENCH = "LINESTRING (0 0, 20 0)"
SOON = uk_today() + timedelta(days=10)
NOW = datetime.now(timezone.utc)
NAME = Application.operation.name
PLACE = (10.0, 0.0)
Key = Qt.Key


def draft(number, **changes):
    days = on_days(SOON, SOON)
    made = Draft(f"d{number}", "sandbox", TRENCH, "EPSG:27700", TRENCH, None, None, days, NOW)
    return replace(made, **changes)


def send(journal, reference, day=SOON, place=PLACE):
    body = plain_application(place, 99400101, "9900", day, day)
    entry = journal.begin("sandbox", NAME, reference, body)
    journal.accepted(entry.id, {})


@pytest.fixture
def files(tmp_path):
    drafts, journal = DraftStore(tmp_path / "drafts.sqlite"), Journal(tmp_path / "outbox.sqlite")
    verdicts = VerdictStore(tmp_path / "verdicts.sqlite")
    yield drafts, journal, verdicts
    for one in (drafts, journal, verdicts):
        one.close()


@pytest.fixture
def watch(qgis_app, qgis_new_project, files, tmp_path):
    """A watch of somebody who is not signed in, over what is in the files."""
    drafts, journal, verdicts = files
    jobs = Jobs()
    account = Account(jobs, tmp_path)
    sheet = Sheet(jobs, account, drafts)
    live = LiveMap(jobs, account, QgsProject.instance())
    clashing = Clashing(jobs, account, sheet, rules=usual)
    own = OwnWorks(drafts, journal)
    made = Watch(jobs, account, live, clashing, own, verdicts, rules=usual)
    made.jobs, made.clashing = jobs, clashing
    yield made
    assert jobs.cancel_all()
    made.close_down()
    live.ended.emit()
    assert not made._rest.isActive(), "a map that closes later starts another look"
    live.close_down()
    account.close()


@pytest.fixture
def view(watch):
    bar = QToolBar()
    action = QAction("Find clashes", bar)
    bar.addAction(action)
    made = WatchView(watch, watch.clashing, action)
    made.action, made.asked = action, []
    made.draft_wanted.connect(made.asked.append)
    made.details_wanted.connect(made.asked.append)
    panel = made.news
    panel.resize(700, 300)
    panel.show()
    panel.activateWindow()
    assert QTest.qWaitForWindowActive(panel)
    yield made
    made.close_down()
    assert action.text() == "Find clashes"
    panel.close()
    panel.deleteLater()
    bar.deleteLater()


def find(files, ours, *others):
    """Let a look find others that were not there when it was looked before."""
    _drafts, _journal, verdicts = files
    for met, hours in (((), 0), (others, 1)):
        one = look(*met, at=NOON + timedelta(hours=hours))
        verdicts.news.take([replace(one, ours=ours)])


def shown(watch):
    watch.look()
    until(lambda: not watch.jobs.running)


def test_rows_are_opened_by_enter_and_by_the_mouse_and_are_gone_then(watch, view, files):
    drafts, journal, _verdicts = files
    drafts.save(draft(1, name="North"))
    send(journal, "TW001")
    find(files, of_draft("d1"), OTHER)
    find(files, "TW001", OTHER)
    shown(watch)
    tree, panel = view.news.newsTree, view.news
    assert view.action.text() == "Find clashes (2 new)"
    assert tree.isVisible()
    rows = [tree.topLevelItem(row) for row in range(2)]
    assert {row.text(0) for row in rows} == {"New potential clash"}
    assert {row.text(1) for row in rows} == {"draft “North”", "TW001"}
    assert rows[0].text(2) == rows[0].toolTip(2) == "water main (EW002)"
    assert rows[0].font(0).bold()
    before, found = (NOON + timedelta(hours=hours) for hours in (0, 1))
    written = "found at {:%d/%m/%Y %H:%M}, not so at {:%d/%m/%Y %H:%M}"
    assert rows[0].text(4) == written.format(found.astimezone(), before.astimezone())

    at = [row.text(1) for row in rows]
    tree.setFocus()
    tree.setCurrentItem(rows[at.index("draft “North”")])
    QTest.keyClick(tree, Key.Key_Return)
    until(lambda: tree.topLevelItemCount() == 1)
    assert view.asked == ["d1"]
    place = tree.visualItemRect(tree.topLevelItem(0)).topLeft() + QPoint(20, 5)
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    until(lambda: not tree.isVisible())
    assert view.asked[1:] == [Record(WORKS, OTHER.reference, OTHER.reference)]
    assert view.action.text() == "Find clashes"
    assert not panel.newsSeenButton.isVisible()


def test_all_or_the_selected_are_marked_as_seen_by_keyboard(watch, view, files):
    drafts, _journal, verdicts = files
    drafts.save(draft(1))
    several = [replace(OTHER, reference=f"EW{number}") for number in range(7)]
    find(files, of_draft("d1"), *several)
    shown(watch)
    tree, button = view.news.newsTree, view.news.newsSeenButton
    assert tree.topLevelItemCount() == 7
    assert tree.height() < 200, "the changes below them have room"
    tree.topLevelItem(0).setSelected(True)
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    until(lambda: tree.topLevelItemCount() == 6)
    QTest.keyClick(button, Key.Key_Space)
    until(lambda: not tree.isVisible())
    assert verdicts.news.untold() == []


def test_what_went_away_is_told_and_not_counted(watch, view, files):
    drafts, _journal, verdicts = files
    drafts.save(draft(1))
    find(files, of_draft("d1"), OTHER)
    verdicts.news.mark_seen(verdicts.news.untold())
    verdicts.news.take([replace(look(), ours=of_draft("d1"))])
    shown(watch)
    (row,) = [view.news.newsTree.topLevelItem(0)]
    assert (row.text(0), row.font(0).bold()) == ("Went away", False)
    assert view.action.text() == "Find clashes"


def test_what_is_not_known_is_said_and_what_is_over_or_broken_is_not_watched(watch, view, files):
    drafts, journal, _verdicts = files
    shown(watch)
    statement = view.news.newsStatement
    assert statement.text().startswith("There are no drafts with an extent")
    drafts.save(draft(1))
    drafts.save(draft(2, extent_wkt=""))
    drafts.save(draft(3, extent_wkt="LINESTRING (no"))
    drafts.save(draft(4, kind="ChangePermit", subject="TW001 TW001-01"))
    drafts.save(draft(5, street={"usrn": "?"}))
    drafts.save(draft(6, values=on_days(SOON, SOON - timedelta(days=1))))
    send(journal, "TW002")
    send(journal, "TW003", day=uk_today() - timedelta(days=1))
    send(journal, "TW004", place=("here", "there"))
    journal.begin("sandbox", NAME, "TW005", {})
    shown(watch)
    assert [one.own.key for one in watch._looked] == [of_draft("d1"), of_draft("d5"), "TW002"]
    assert statement.text() == (
        "Works: 3. The map was never loaded around them: nothing is known there."
    )


def test_it_can_be_read_aloud(view):
    panel = view.news
    assert panel.newsLabel.buddy() is panel.newsTree
    for part in (panel.newsTree, panel.newsStatement, panel.newsSeenButton):
        assert part.accessibleName()
    assert panel.newsTree.accessibleDescription()


def test_works_that_were_sent_are_as_the_register_has_them(watch, files):
    _drafts, journal, _verdicts = files
    send(journal, "TW002")
    (own,) = OwnWorks(*files[:2]).of("sandbox", (), uk_today())
    later, moved = SOON + timedelta(days=7), square(500, 600)
    told = map_records.works(2, moved, later, later, works_reference="tw002")
    now = own.as_registered([map_records.works(1, moved), told])
    assert (now.key, now.works.start, now.works.end) == ("TW002", later, later)
    assert now.works.shape.bounds == (500, 600, 520, 620)
    assert now.works.streets == own.works.streets == {"99400101"}
    assert now.is_ahead(uk_today())
    given_up = own.as_registered([told._replace(status=PermitStatus.CANCELLED)])
    assert not given_up.is_ahead(uk_today())
    assert own.as_registered([]) is own
    assert OwnWorks(*files[:2]).of("production", (), uk_today()) == ()
