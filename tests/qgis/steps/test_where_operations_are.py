"""Every place that `tools/operations.py` tells of is gone to: the service is asked what it says."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Callable

import pytest
from qgis.core import QgsLocator, QgsLocatorContext, QgsRectangle, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.forms.application.announcement import Announcement  # noqa: E402
from street_works.plugin.forms.application.form import Application  # noqa: E402
from street_works.plugin.forms.application.non_notifiable import (  # noqa: E402
    NonNotifiableSite,
)
from street_works.plugin.forms.steps.sites import AddSite  # noqa: E402
from street_works.plugin.live.details.section import Part  # noqa: E402
from street_works.plugin.map.locator import make_filters  # noqa: E402
from street_works.plugin.map.pick import Record  # noqa: E402
from street_works.plugin.settings import CUSTOM, Settings  # noqa: E402
from street_works.plugin.trade.calendar import uk_today  # noqa: E402
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN  # noqa: E402
from street_works.tests.made.applications import answered  # noqa: E402
from street_works.tests.made.operations_asked import operations_asked  # noqa: E402
from street_works.tests.made.parties import Case  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.bringing import (  # noqa: E402
    changing,
    commented,
    granted,
    inspected,
    with_a_file,
)
from street_works.tests.made.step_cases.case import write_file  # noqa: E402
from street_works.tests.made.step_cases.new_works import NEW  # noqa: E402
from street_works.tests.made.step_cases.notices import announced, fined, reported  # noqa: E402
from street_works.tests.made.stepping import (  # noqa: E402
    choose,
    fill_in,
    offered,
    press,
    review,
    submit,
)
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tools.filling import answer  # noqa: E402
from street_works.tools.operations import PLACES, Place  # noqa: E402
from street_works.ui.account.sign_in_dialog import SignInDialog  # noqa: E402

FORGETFUL = "gas@practice.example"


@pytest.fixture(autouse=True)
def nothing_remembered(qgis_app: Any) -> Iterator[None]:
    """Let no test have the settings of another."""
    QgsSettings().remove("street_works")
    yield
    QgsSettings().remove("street_works")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_service_is_asked_there_what_the_page_says(place: Place, desk: Any) -> None:
    go_there = ACTS[place.name]
    desk.sign_in("planner")
    desk.network.asked.clear()
    go_there(desk)
    until(lambda: not desk.place.jobs.running)
    asked = {f"{api}.{name}" for api, name in operations_asked(desk.network.asked)}
    assert set(place.operations) <= asked


def sign_in(desk: Any) -> None:
    """Sign in as a planner, in place of an authority."""
    desk.sign_in("authority")
    desk.network.asked.clear()
    desk.sign_in("planner")


def sign_out(desk: Any) -> None:
    """Sign in as somebody else: the session before is ended."""
    desk.sign_in("authority")


def session(desk: Any) -> None:
    """Go on with a token that the service does not take any more."""

    def refuse(asked: Any, _body: bytes) -> None:
        desk.network.spoil = None
        told = {"message": "Authentication failed", "error": {"status": 401}}
        asked.answer(401, json.dumps(told).encode())

    works = granted(desk.trade)
    desk.network.spoil = refuse
    desk.open(works.reference)


def forgotten_password(desk: Any) -> None:
    """Have a code sent, and sign in with it and a new password."""
    settings = Settings()
    settings.custom_url = desk.network.url
    dialog = SignInDialog(desk.place.account, settings)
    dialog.show()
    dialog.environmentBox.setCurrentIndex(dialog.environmentBox.findData(CUSTOM))
    dialog.emailEdit.clear()
    QTest.keyClicks(dialog.emailEdit, FORGETFUL)
    QTest.mouseClick(dialog.forgottenButton, Qt.MouseButton.LeftButton)
    until(lambda: dialog.new_password.isVisible())
    QTest.keyClicks(dialog.new_password.codeEdit, desk.trade.service.reset_code(FORGETFUL))
    for edit in (dialog.new_password.newPasswordEdit, dialog.new_password.repeatEdit):
        QTest.keyClicks(edit, "a new one 123")
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    until(lambda: desk.place.account.user == FORGETFUL)
    put_away(dialog)


def live_map(desk: Any) -> None:
    """Look at the whole town."""
    home = QgsRectangle(*desk.trade.service.home)
    desk.place.live_view.include(uk_today(), uk_today() + timedelta(days=30))
    desk.place.map_place.go_to(home)
    desk.place.load()
    until(lambda: not desk.place.live_view.busy and not desk.place.jobs.running)


def my_works(desk: Any) -> None:
    """Read all lists of what needs the planner, and once more the permits of works that changed."""
    works, mine = granted(desk.trade), desk.place.mine
    desk.place.dock.show()
    desk.place.show_mine()
    until(lambda: not mine.my_works.reading)
    QTest.mouseClick(mine.panel.readButton, Qt.MouseButton.LeftButton)
    until(lambda: not mine.my_works.reading)
    mine.my_works.heard_of(works.reference)
    until(lambda: not mine.my_works.reading)


def changes(desk: Any) -> None:
    """Let the map follow what changes."""
    live_map(desk)
    desk.place.live_view.following.ask()


def search(desk: Any) -> None:
    """Type words and a number into the locator bar."""
    usrn, bar = desk.trade.street(4).usrn, QgsLocator()
    for one in make_filters(desk.place.finding._locator.filters[0]._services):
        bar.registerFilter(one)
    ended: list[bool] = []
    bar.finished.connect(lambda: ended.append(True))
    for number, text in enumerate(("street road", "works road",
                                   f"street {usrn}"), 1):  # fmt: skip
        bar.fetchResults(text, QgsLocatorContext())
        until(lambda number=number: len(ended) == number)
    bar.deleteLater()


def filter_by_promoter(desk: Any) -> None:
    """Be offered the promoters that works can be filtered by."""
    sign_in(desk)


def extent(desk: Any) -> None:
    """Draw on a street."""
    desk.draw()


def new_forward_plan(desk: Any) -> None:
    """Fill in a forward plan on what was drawn, and submit."""
    submit_new(desk, Announcement)


def new_site(desk: Any) -> None:
    """Fill in a site of non-notifiable works on what was drawn, and submit."""
    submit_new(desk, NonNotifiableSite)


def submit_new(desk: Any, form: Any) -> None:
    """Go from the panel to the receipt of a form of new works."""
    case = next(one for one in NEW if one.form is form)
    dialog = desk.begin(form)
    fill_in(dialog, case.typed(), desk.folder)
    review(dialog)
    submit(dialog, dialog.receiptStep)


def application(desk: Any) -> None:
    """Fill in an application, attach two files, take one back, and submit."""
    dialog = desk.begin(Application)
    fill_in(dialog, answered(uk_today() + timedelta(days=30)), desk.folder)
    files = next(one for one in dialog.form_view.rows.values() if hasattr(one.editor, "add_button"))
    paths = [write_file(desk.folder / name) for name in ("plan.pdf", "photo.pdf")]
    answer(dialog.form_view, files.field.name, paths)
    files.editor.listing.setCurrentRow(0)
    QTest.mouseClick(files.editor.remove_button, Qt.MouseButton.LeftButton)
    until(lambda: not desk.place.jobs.running and not dialog.formStep.category.said.waiting)
    review(dialog)
    submit(dialog, dialog.receiptStep)


def details(desk: Any) -> None:
    """Open works that somebody has commented on."""
    desk.open(commented(desk.trade).reference)


def activity(desk: Any) -> None:
    """Open an activity."""
    one = next(iter(desk.trade.service.register.shelf("activities").all()))
    desk.place.finding.open(Record(ACTIVITY, one.reference, ""))


def forward_plan(desk: Any) -> None:
    """Open a forward plan."""
    works = announced(desk.trade).reference
    desk.place.finding.open(Record(FORWARD_PLAN, f"{works}-FP-01", works))


def belonging(desk: Any) -> None:
    """Open an FPN, an inspection, a section 81 notice and a change request by their lines."""
    open_line(desk, fined(desk.trade), Part.PENALTIES)
    open_line(desk, inspected(desk.trade), Part.INSPECTIONS)
    open_line(desk, reported(desk.trade), Part.SECTION_81)
    open_line(desk, changing(desk.trade), Part.CHANGES)


def open_line(desk: Any, works: Case, part: Part) -> None:
    """Press Enter on the first line of a section of the details."""
    dock = desk.open(works.reference)
    until(lambda: not desk.place.jobs.running)
    parts = [dock.tabs.widget(number).section.part for number in range(dock.tabs.count())]
    dock.tabs.setCurrentIndex(parts.index(part))
    dock.section.table.setFocus()
    QTest.keyClick(dock.section.table, Qt.Key.Key_Return)
    until(lambda: not desk.place.jobs.running)


def lost_site(desk: Any) -> None:
    """Register a site whose answer is lost, and check what became of it."""
    case = next(one for one in CASES if one.form is AddSite)
    works = case.before(desk.trade)
    dock = desk.open(works.reference)
    choose(dock, offered(dock, case, None))
    dialog = desk.place.form.dialog
    dialog.activateWindow()
    fill_in(dialog, case.typed(works), desk.folder)
    review(dialog)
    desk.network.spoil = lose
    submit(dialog, dialog.failureStep)
    desk.network.spoil = None
    press(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)


def lose(asked: Any, body: bytes) -> None:
    """Carry what changes something, and lose its answer."""
    status, content = asked.hand_on(body)
    if asked.command == "GET":
        asked.answer(status, content, asked.kind)
    else:
        asked.close_connection = True


def file(desk: Any) -> None:
    """Save a file of works."""
    works = with_a_file(desk.trade)
    dock = desk.open(works.reference)
    parts = [dock.tabs.widget(at).section.part for at in range(dock.tabs.count())]
    dock.tabs.setCurrentIndex(parts.index(Part.FILES))
    dock._choose_path = lambda name: str(desk.folder / name)
    QTest.mouseClick(dock.saveButton, Qt.MouseButton.LeftButton)


def put_away(dialog: Any) -> None:
    """Close a dialog that was made here."""
    dialog.hide()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


ACTS: dict[str, Callable[[Any], None]] = {
    "sign in": sign_in,
    "sign out": sign_out,
    "session": session,
    "forgotten password": forgotten_password,
    "map": live_map,
    "my works": my_works,
    "changes": changes,
    "search": search,
    "filter by promoter": filter_by_promoter,
    "extent": extent,
    "application": application,
    "details": details,
    "activity": activity,
    "new forward plan": new_forward_plan,
    "new site": new_site,
    "forward plan": forward_plan,
    "belonging": belonging,
    "lost site": lost_site,
    "file": file,
}


def test_every_act_is_of_a_place() -> None:
    assert set(ACTS) == {place.name for place in PLACES}
