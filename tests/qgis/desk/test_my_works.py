"""My works: read from a real practice service, kept, shown in the tab, linked with the map."""

import csv
import threading
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.errors import AccessRestricted, NoNetwork
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.desk.my_works import MyWorks
from street_works.plugin.forms.steps.add_permit import AddPermit
from street_works.plugin.forms.steps.cancel_permit import CancelPermit
from street_works.plugin.forms.steps.penalties import AcceptPenalty
from street_works.plugin.forms.steps.start_works import StartWorks
from street_works.plugin.live.mine.wanted import NOW, OVER, Wanted
from street_works.plugin.live.store.store import store_path
from street_works.plugin.map.pick import Record
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.records.listed import Listing, OwnList, WorksChanged
from street_works.plugin.trade.records.people import Organisation
from street_works.plugin.trade.vocabulary.clocks import Reason
from street_works.tests.made import shown_register
from street_works.tests.made.at_the_register import (
    comment,
    find_wanting,
    give_penalty,
    report_apparatus,
    start,
)
from street_works.tests.made.listed_register import Lists
from street_works.tests.made.listed_rows import DAY, page, penalty, permit
from street_works.tests.made.waiting import until

Key = Qt.Key


class Account(shown_register.Account):
    """An account of a planner, whose register is what is put into it."""

    promoters = (Organisation("Town Water", "0098"),)

    def sign_in(self, register):
        self.client, self.user = register, "planner@water.example"
        self.changed.emit()


class Map(QObject):
    """The live map, which knows the works that are put into it."""

    ended = pyqtSignal()

    def __init__(self):
        super().__init__()
        self.works = frozenset()
        self.store = self

    def works_of(self, codes):
        assert list(codes) == ["0098"]
        return self.works


class Held(Lists):
    """Gives each page when it is let go."""

    def __init__(self, pages):
        super().__init__(pages)
        self.tells_changes = True
        self.gate = threading.Semaphore(0)

    def list_pages(self, own, today):
        for one in super().list_pages(own, today):
            assert self.gate.acquire(timeout=20)
            yield one


def permits(first, last, most):
    return page(*map(permit, range(first, last)), done=last, most=most)


@pytest.fixture
def desk(qgis_app, tmp_path):
    """My works of an account without a service; `heard` lists every trouble."""
    jobs, account, heard, live = Jobs(), Account(), [], Map()
    made = []

    def begin():
        one = MyWorks(jobs, account, live, tmp_path)
        one.trouble.connect(heard.append)
        made.append(one)
        return one

    yield SimpleNamespace(
        jobs=jobs, account=account, heard=heard, live=live, begin=begin, folder=tmp_path
    )
    for one in made:
        one.close_down()
    assert jobs.cancel_all()


def settled(desk):
    until(lambda: not desk.jobs.running)


def references(my_works):
    return [need.row.reference for need in my_works.now.needs]


def test_the_first_page_is_shown_before_the_second_is_asked_for(desk):
    my_works = desk.begin()
    register = Held({Listing.PERMITS: [permits(0, 25, 30), permits(25, 30, 30)]})
    desk.account.sign_in(register)
    register.gate.release()
    until(lambda: my_works.now.count.every == 25)
    assert my_works.reading
    assert my_works.statement == "Still reading: 25 rows of 30."
    register.gate.release()
    settled(desk)
    assert my_works.now.count.every == 30
    assert not my_works.reading
    assert my_works.statement.endswith("complete.")
    assert desk.heard == []


def test_stopped_it_shows_what_came_and_says_that_it_is_not_all(desk):
    my_works = desk.begin()
    register = Held({Listing.PERMITS: [permits(0, 25, 30), permits(25, 30, 30)]})
    desk.account.sign_in(register)
    register.gate.release()
    until(lambda: my_works.now.count.every == 25)
    my_works.cancel()
    settled(desk)
    assert my_works.now.count.every == 25
    assert my_works.statement == "Not read to the end: “Read again” does."
    assert desk.heard == []
    register.gate.release()  # the page that was under way


def test_offline_it_shows_what_was_last_known_and_as_of_when(desk):
    before = desk.begin()
    desk.account.sign_in(Lists({Listing.PERMITS: [permits(0, 5, 5)]}))
    settled(desk)
    said, shown = before.statement, references(before)
    before.close_down()
    desk.account.client = None
    after = desk.begin()
    after.open(store_path(desk.folder, "practice", "planner@water.example"))
    settled(desk)
    assert references(after) == shown
    assert len(shown) == 5
    assert after.statement == said
    before.close_down = lambda: None


def test_another_account_sees_nothing_of_it(desk):
    my_works = desk.begin()
    desk.account.sign_in(Lists({Listing.PERMITS: [permits(0, 5, 5)]}))
    settled(desk)
    my_works.open(store_path(desk.folder, "practice", "another@water.example"))
    settled(desk)
    assert my_works.now.needs == ()
    assert my_works.statement == "Nothing has been read yet."


def test_without_a_network_it_keeps_what_was_known_and_says_why(desk):
    my_works = desk.begin()
    register = Lists({Listing.PERMITS: [permits(0, 5, 5)]})
    desk.account.sign_in(register)
    settled(desk)
    register.pages[OwnList(Listing.PERMITS)] = [NoNetwork("There is no network.")]
    my_works.read()
    settled(desk)
    assert my_works.now.count.every == 5
    assert my_works.statement.endswith("Not read: permits. There is no network.")
    assert [str(one) for one in desk.heard] == ["There is no network."]


def test_signing_in_again_the_same_day_reads_only_what_changed(desk):
    first = Lists({Listing.PERMITS: [permits(0, 5, 5)]})
    first.tells_changes = True
    my_works = desk.begin()
    desk.account.sign_in(first)
    settled(desk)
    again = Lists({Listing.PERMITS: [AssertionError("read again")]})
    again.tells_changes = True
    again.changed = {WorksChanged(permit(2).works_reference)}
    desk.account.sign_in(again)
    settled(desk)
    assert again.asked_permits_of == [{permit(2).works_reference}]
    assert my_works.now.count.every == 4, "the permit that changed is over"
    assert desk.heard == []


def test_what_changes_while_it_reads_is_read_after_that(desk):
    my_works = desk.begin()
    register = Held({Listing.PERMITS: [permits(0, 5, 5)]})
    desk.account.sign_in(register)
    until(lambda: my_works.reading)
    register.permits = (permit(2, status="revoked"),)
    my_works.hear({WorksChanged(permit(2).works_reference)})
    assert register.asked_permits_of == []
    register.gate.release()
    settled(desk)
    assert register.asked_permits_of == [{permit(2).works_reference}]
    assert my_works.now.count.every == 4


def test_what_was_done_with_works_is_read_at_once_but_for_the_long_lists(desk):
    my_works = desk.begin()
    register = Lists({Listing.PERMITS: [permits(0, 5, 5)], Listing.PENALTIES: [page(penalty())]})
    desk.account.sign_in(register)
    settled(desk)
    register.pages[OwnList(Listing.PERMITS)] = [AssertionError("read again")]
    register.pages[OwnList(Listing.PENALTIES)] = [page()]
    register.permits = (permit(2),)
    my_works.heard_of(permit(2).works_reference)
    settled(desk)
    assert register.asked_permits_of == [{permit(2).works_reference}]
    assert Reason.PENALTY_TO_ANSWER not in {need.reason for need in my_works.now.needs}
    assert desk.heard == []


def test_sorting_overtakes_neither_the_beginning_nor_what_has_just_come(desk):
    my_works = desk.begin()
    register = Lists({Listing.PERMITS: [permits(0, 5, 5)]})
    desk.account.sign_in(register)
    my_works.want(Wanted(by="works"))
    settled(desk)
    assert my_works.now.count.every == 5
    register.pages[OwnList(Listing.PERMITS)] = [permits(0, 6, 6)]
    my_works.ended.connect(
        lambda: QTimer.singleShot(0, lambda: my_works.want(Wanted(by="works", descending=True)))
    )
    my_works.read()
    settled(desk)
    assert my_works.now.count.every == 6
    assert my_works.now.wanted.descending
    assert my_works.statement.endswith("complete.")


def test_catching_up_is_quiet(desk):
    my_works, said = desk.begin(), []
    register = Lists({Listing.PERMITS: [permits(0, 5, 5)], Listing.PENALTIES: [page(penalty())]})
    desk.account.sign_in(register)
    settled(desk)
    parts = []
    my_works.progress.connect(parts.append)
    my_works.stated.connect(said.append)
    my_works.hear({WorksChanged("TW00100001", Listing.PENALTIES)})
    assert not my_works.reading
    settled(desk)
    assert parts == []
    assert {one.split(", ")[1] for one in said} == {"complete."}


def test_what_went_wrong_is_read_again_with_the_next_change_but_not_what_was_stopped(desk):
    my_works = desk.begin()
    register = Lists({Listing.PERMITS: [NoNetwork("There is no network.")]})
    desk.account.sign_in(register)
    settled(desk)
    register.pages[OwnList(Listing.PERMITS)] = [permits(0, 5, 5)]
    my_works.hear(set())
    settled(desk)
    assert my_works.now.count.every == 5
    register.pages[OwnList(Listing.PERMITS)] = [NoNetwork("There is no network.")]
    my_works.read()
    settled(desk)
    my_works.cancel()
    register.pages[OwnList(Listing.PERMITS)] = [permits(0, 6, 6)]
    my_works.hear(set())
    settled(desk)
    assert my_works.now.count.every == 5


def test_what_is_cancelled_in_qgis_own_list_of_tasks_is_stopped(desk):
    my_works = desk.begin()
    register = Held({Listing.PERMITS: [permits(0, 25, 30), permits(25, 30, 30)]})
    desk.account.sign_in(register)
    until(lambda: my_works.reading and desk.jobs.running)
    desk.jobs.running[0].task.cancel()
    register.gate.release()
    settled(desk)
    assert not my_works.reading
    assert my_works.now.count.every <= 25


def test_a_contractor_sees_the_permits_of_works_as_they_come_on_the_map_each_once(desk):
    my_works = desk.begin()
    register = Lists({Listing.PERMITS: [AccessRestricted("Not yours.")]})
    desk.account.sign_in(register)
    settled(desk)
    assert my_works.now.count.every == 0
    register.permits = (permit(1), permit(2))
    desk.live.works = frozenset({permit(1).works_reference, permit(2).works_reference})
    for _load in range(2):
        desk.live.ended.emit()
        settled(desk)
    assert register.asked_permits_of == [set(), desk.live.works]
    assert my_works.now.count.every == 2
    assert desk.heard == []


def test_who_lists_permits_asks_for_none_of_the_map(desk):
    desk.begin()
    register = Lists({Listing.PERMITS: [permits(0, 5, 5)]})
    desk.account.sign_in(register)
    settled(desk)
    desk.live.works = frozenset({permit(9).works_reference})
    desk.live.ended.emit()
    settled(desk)
    assert register.asked_permits_of == []


def test_on_another_day_everything_is_read_again(desk, monkeypatch):
    from street_works.plugin.desk import my_works as module

    my_works = desk.begin()
    register = Lists({Listing.PERMITS: [permits(0, 5, 5)]})
    desk.account.sign_in(register)
    settled(desk)
    register.pages[OwnList(Listing.PERMITS)] = [permits(0, 6, 6)]
    tomorrow = uk_today() + DAY
    monkeypatch.setattr(
        module, "uk_today", lambda moment=None: uk_today(moment) if moment else tomorrow
    )
    my_works.hear(set())
    settled(desk)
    assert my_works.now.count.every == 6


def test_a_damaged_file_is_told_and_read_anew(desk):
    path = store_path(desk.folder, "practice", "planner@water.example").with_suffix(".mine.sqlite")
    path.write_bytes(b"no database at all" * 1000)
    my_works = desk.begin()
    desk.account.sign_in(Lists({Listing.PERMITS: [permits(0, 5, 5)]}))
    settled(desk)
    my_works.read()
    settled(desk)
    assert my_works.now.count.every == 5
    assert len(desk.heard) == 1
    assert "damaged" in str(desk.heard[0])


@pytest.fixture(autouse=True)
def usual_columns(qgis_app):
    """Let no other test have sorted the table or moved its columns."""
    from qgis.core import QgsSettings

    QgsSettings().remove("street_works/columns/mine")


@pytest.fixture
def panel(signed_in):
    """The tab of a planner of the practice town, in front."""
    until(lambda: not signed_in.jobs.running)
    sources = (signed_in.mine, signed_in.finding)
    for one in sources:
        one.trouble.connect(signed_in.heard.append)
    signed_in.show_mine()
    signed_in.dock.setFloating(True)
    signed_in.dock.resize(350, 700)
    panel = signed_in.mine.panel
    until(lambda: panel.table.horizontalHeader().viewport().width() > 100)
    panel.table.setFocus()
    yield panel
    panel.table.setCurrentIndex(QModelIndex())
    for one in sources:
        one.trouble.disconnect(signed_in.heard.append)


def row_of(panel, reason):
    return next(row for row, need in enumerate(panel.model.rows) if need.reason == reason)


@pytest.mark.one_workplace
def test_a_planner_sees_what_needs_her_and_how_much_of_it_now(signed_in, panel):
    shown = panel.model.shown
    assert {need.reason for need in shown.needs} >= {
        Reason.WAITS_FOR_ASSESSMENT, Reason.PAA_TO_PROGRESS, Reason.TO_START, Reason.TO_REGISTER,
        Reason.PLAN_TO_FIRM_UP,
    }  # fmt: skip
    ends = [need.due.end for need in shown.needs if need.due]
    assert ends == sorted(ends)
    assert panel.statement.text().endswith("complete.")
    heading = f"My works ({shown.count.now})"
    assert heading == panel.heading
    bar = signed_in.dock.tabs.tabBar()
    assert heading in [bar.tabText(number) for number in range(bar.count())]
    assert signed_in.mine._action.text() == heading
    assert str(shown.count.every) in panel.countLabel.text()


@pytest.mark.one_workplace
def test_a_row_opens_the_details(signed_in, panel):
    row = row_of(panel, Reason.TO_START)
    works = panel.model.rows[row].row.works_reference
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    assert panel.stepButton.text() == "&Next step: log the start …"
    QTest.keyClick(panel.table, Key.Key_Return)
    until(lambda: signed_in.finding.details.works is not None)
    assert signed_in.finding.details.works.reference == works
    assert signed_in.form.dialog is None
    assert signed_in.heard == []


def go_to(panel, reason):
    """Make the row of a reason the current one, and return its need."""
    row = row_of(panel, reason)
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    return panel.model.rows[row]


def form_of(workplace):
    """Return the form that is opened and what it is about."""
    until(lambda: workplace.form.dialog is not None)
    dialog = workplace.form.dialog
    assert workplace.heard == []
    return type(dialog.form), dialog.form_view.situation.works.reference


@pytest.mark.one_workplace
def test_the_button_opens_the_form_of_the_next_step_itself(signed_in, panel):
    need = go_to(panel, Reason.PLAN_TO_FIRM_UP)
    QTest.mouseClick(panel.stepButton, Qt.MouseButton.LeftButton)
    assert form_of(signed_in) == (AddPermit, need.row.works_reference)
    assert signed_in.finding.details.details.reference == need.row.reference


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
@pytest.mark.one_workplace
def test_so_does_the_keyboard_from_the_row(signed_in, panel, key):
    need = go_to(panel, Reason.TO_START)
    panel.window().activateWindow()
    until(panel.table.hasFocus)
    QTest.keyClick(panel.table, key, Qt.KeyboardModifier.ControlModifier)
    assert form_of(signed_in) == (StartWorks, need.row.works_reference)


@pytest.mark.one_workplace
def test_the_menu_beside_it_has_the_other_steps_and_the_details(signed_in, panel):
    need = go_to(panel, Reason.TO_START)
    menu = panel.moreButton.menu()
    names = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert names == ["Change the permit …", "Cancel the permit …", "Details …"]
    QTest.keyClick(panel.table, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert menu.isVisible()
    QTest.keyClick(menu, Key.Key_Escape)
    panel.moreButton.setFocus()
    QTimer.singleShot(0, lambda: [QTest.keyClick(menu, key) for key in (
        Key.Key_Down, Key.Key_Down, Key.Key_Return,
    )])  # fmt: skip
    QTest.keyClick(panel.moreButton, Key.Key_Space)
    assert form_of(signed_in) == (CancelPermit, need.row.works_reference)


def test_every_reason_leads_to_the_form_of_its_step(signed_in, panel, sign_in_as):
    works = go_to(panel, Reason.TO_START).row.works_reference
    authority = sign_in_as("authority")
    comment(authority, works, "Which way will you go?")
    give_penalty(authority, works, f"{works}-01")
    find_wanting(authority, works)
    notice = report_apparatus(authority, authority.register.works(works))
    signed_in.mine.my_works.heard_of(notice)
    signed_in.mine.my_works.heard_of(works)
    brought = {
        Reason.COMMENT_UNREAD, Reason.PENALTY_TO_ANSWER, Reason.INSPECTION_FAILED,
        Reason.SECTION_81_TO_ANSWER,
    }  # fmt: skip
    until(lambda: brought <= {need.reason for need in panel.model.rows})
    until(lambda: not signed_in.jobs.running)
    reasons = {need.reason for need in panel.model.rows if need.step is not None}
    assert len(reasons) > len(brought) + 3
    for reason in sorted(reasons):
        need = go_to(panel, reason)
        QTest.mouseClick(panel.stepButton, Qt.MouseButton.LeftButton)
        form, about = form_of(signed_in)
        record = signed_in.form.dialog.form_view.situation.record
        assert (form.step, about) == (need.step, need.row.works_reference), reason
        assert record.part in ("", need.row.reference), reason
        QTest.keyClick(signed_in.form.dialog.closeButton, Key.Key_Space)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_one_fpn_of_several_is_answered_by_the_row_that_it_is(signed_in, panel, sign_in_as):
    works = go_to(panel, Reason.TO_START).row.works_reference
    authority = sign_in_as("authority")
    given = [give_penalty(authority, works, f"{works}-01") for _ in range(2)]
    signed_in.mine.my_works.heard_of(works)
    until(lambda: set(given) <= {one.row.reference for one in panel.model.rows})
    for reference in given:
        row = [one.row.reference for one in panel.model.rows].index(reference)
        panel.table.setCurrentIndex(panel.model.index(row, 0))
        QTest.mouseClick(panel.stepButton, Qt.MouseButton.LeftButton)
        assert form_of(signed_in) == (AcceptPenalty, works)
        assert signed_in.form.dialog.form_view.situation.record.reference == reference
        QTest.keyClick(signed_in.form.dialog.closeButton, Key.Key_Space)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_step_that_has_become_impossible_says_what_changed_and_the_row_is_read_anew(
    signed_in, panel, sign_in_as
):
    need = go_to(panel, Reason.TO_START)
    works = need.row.works_reference
    start(sign_in_as("planner"), works)
    QTest.mouseClick(panel.stepButton, Qt.MouseButton.LeftButton)
    until(lambda: signed_in.heard)
    said = signed_in.heard.pop()
    assert str(said).startswith(f"“log the start” cannot be done any more with {works}. ")
    assert "The works have started already" in said.message
    assert signed_in.form.dialog is None
    assert signed_in.finding.details.works.reference == works
    until(lambda: (Reason.TO_STOP, works) in [
        (one.reason, one.row.works_reference) for one in panel.model.rows
    ])  # fmt: skip
    assert need.identity not in [one.identity for one in panel.model.rows]


@pytest.mark.one_workplace
def test_other_details_that_are_asked_for_meanwhile_open_no_form(signed_in, panel):
    go_to(panel, Reason.TO_START)
    QTest.mouseClick(panel.stepButton, Qt.MouseButton.LeftButton)
    go_to(panel, Reason.PAA_TO_PROGRESS)
    QTest.keyClick(panel.table, Key.Key_Return)
    until(lambda: not signed_in.jobs.running)
    assert signed_in.form.dialog is None
    assert signed_in.heard == []


@pytest.mark.one_workplace
def test_what_waits_offers_its_details_only(panel):
    row = row_of(panel, Reason.WAITS_FOR_ASSESSMENT)
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    assert panel.stepButton.text() == "&Details …"


def choose(combo, value):
    """Choose by the keyboard."""
    combo.setFocus()
    while combo.currentData() != value:
        before = combo.currentIndex()
        QTest.keyClick(combo, Key.Key_Down)
        assert combo.currentIndex() > before, "it is not offered"


@pytest.mark.one_workplace
def test_it_is_narrowed_by_clock_reason_workstream_and_text(signed_in, panel):
    every = panel.model.rows
    for combo, value, passes in (
        (panel.clockCombo, OVER, lambda need: need.urgency == 0),
        (panel.clockCombo, NOW, lambda need: need.urgency < 2),
        (panel.reasonCombo, Reason.TO_START, lambda need: need.reason == Reason.TO_START),
        (panel.workstreamCombo, "003", lambda need: need.workstream == "003"),
    ):
        choose(combo, value)
        expected = [need.identity for need in every if passes(need)]
        assert 0 < len(expected) < len(every)
        until(lambda expected=expected: [one.identity for one in panel.model.rows] == expected)
        QTest.keyClick(combo, Key.Key_Home)
        until(lambda: len(panel.model.rows) == len(every))
    street = every[3].street
    QTest.keyClicks(panel.textEdit, street.lower())
    until(lambda: {need.street for need in panel.model.rows} == {street})
    assert f"of {len(every)}" in panel.countLabel.text()
    panel.textEdit.clear()
    until(lambda: len(panel.model.rows) == len(every))
    assert not panel.promoterCombo.isVisible()


def test_a_heading_sorts_and_what_is_chosen_stays_chosen(panel):
    before = [need.identity for need in panel.model.rows]
    panel.table.selectRow(2)
    header = panel.table.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    until(lambda: panel.model.shown.wanted.descending)
    assert [need.identity for need in panel.model.rows] == before[::-1]
    assert [need.identity for need in panel.selected_needs()] == [before[2]]


@pytest.mark.one_workplace
def test_a_click_on_the_map_chooses_the_rows_and_a_row_is_marked_on_the_map(signed_in, panel):
    row = row_of(panel, Reason.TO_START)
    need = panel.model.rows[row]
    works, permit_reference = need.row.works_reference, need.row.reference
    signed_in.finding.tool.picked.emit((Record("works", permit_reference, works),))
    assert {one.row.works_reference for one in panel.selected_needs()} == {works}
    signed_in.finding.tool.picked.emit(())
    assert panel.selected_needs() == ()
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    QTest.keyClick(panel.table, Key.Key_Space)
    until(lambda: signed_in.highlight.shown)
    until(lambda: not signed_in.jobs.running)
    assert signed_in.heard == []


@pytest.mark.one_workplace
def test_what_is_listed_is_written_into_a_file(signed_in, panel, tmp_path):
    path = tmp_path / "mine.csv"
    panel._choose_path = lambda name: str(path)
    QTest.mouseClick(panel.exportButton, Qt.MouseButton.LeftButton)
    until(path.exists)
    until(lambda: not signed_in.jobs.running)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len(panel.model.rows)
    panel._choose_path = lambda name: str(tmp_path / "nowhere" / "mine.csv")
    QTest.mouseClick(panel.exportButton, Qt.MouseButton.LeftButton)
    until(lambda: signed_in.heard)
    assert "cannot be written" in str(signed_in.heard.pop())


def test_a_comment_that_comes_is_there_when_the_feed_tells(signed_in, panel, practice, sign_in_as):
    works = panel.model.rows[row_of(panel, Reason.TO_START)].row.works_reference
    comment(sign_in_as("authority"), works, "When will you begin?")
    signed_in.live_view.following.ask()

    def about_it():
        unread = [one for one in panel.model.rows if one.reason == Reason.COMMENT_UNREAD]
        return [one for one in unread if one.row.text == "When will you begin?"]

    until(about_it)
    (need,) = about_it()
    assert (need.row.works_reference, bool(need.street)) == (works, True)


@pytest.fixture
def sign_in_as(practice):
    from street_works.plugin.api import StreetManager

    clients = []

    def make(name):
        client = StreetManager(practice.url)
        clients.append(client)
        account = next(one for one in practice.accounts if one.email.startswith(name))
        client.sign_in(account.email, account.password)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.mark.one_workplace
def test_the_keyboard_reaches_everything_and_each_has_a_name(panel):
    stops, widget = [], panel.readButton
    while panel.isAncestorOf(widget) and widget not in stops:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(panel):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    assert stops == [
        panel.readButton, panel.clockCombo, panel.reasonCombo, panel.workstreamCombo,
        panel.textEdit, panel.columnsButton, panel.table, panel.stepButton, panel.moreButton,
        panel.exportButton,
    ]  # fmt: skip
    assert all(one.accessibleName() or one.text() for one in stops)


@pytest.mark.one_workplace
def test_urgency_is_told_by_shape_and_in_words(panel):
    over = next(row for row, need in enumerate(panel.model.rows) if need.urgency == 0)
    later = next(row for row, need in enumerate(panel.model.rows) if need.urgency == 2)
    spoken, shapes = [], []
    for row in (over, later):
        index = panel.model.index(row, 0)
        spoken.append(index.data(Qt.ItemDataRole.AccessibleTextRole).split(":")[0])
        picture = index.data(Qt.ItemDataRole.DecorationRole).pixmap(16, 16).toImage()
        shapes.append([picture.pixelColor(x, 8).alpha() > 0 for x in range(16)])
    assert spoken == ["over", "later"]
    assert shapes[0] != shapes[1]
