"""A message goes when what it says is over, and offers what can be done about it."""

from datetime import timedelta

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton
from street_works.plugin.desk.live_map import now
from street_works.plugin.errors import DATES, EXTENT, SESSION, StreetWorksError
from street_works.plugin.extents import GridUnavailable
from street_works.plugin.settings import (
    PRACTICE,
    PRACTICE_AUTHORITY,
    PRACTICE_PLANNER,
    Environment,
)
from street_works.plugin.trade.box import Box
from street_works.ui.shared.message import Messages
from street_works.ui.shared.trouble import Trouble

TRENCH = "LINESTRING (471065 236014, 471085 236014)"
BOX = Box(471050.0, 235950.0, 471150.0, 236050.0)
HERE = Environment(PRACTICE, "Practice", "")


def standing(workplace, words):
    return [text for text in workplace.messages.texts() if words in text]


def press(workplace, words):
    """Press the button of that name in the message that is on top."""
    item = workplace.messages._bar.currentItem()
    (button,) = [one for one in item.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QCoreApplication.processEvents()


def type_over(edit, text):
    edit.selectAll()
    QTest.keyClicks(edit, text)


@pytest.fixture
def drawn(workplace, until):
    workplace.sheet.take(TRENCH, "EPSG:27700")
    until(lambda: not workplace.jobs.running)
    return workplace


def test_not_signed_in_goes_by_signing_in_which_its_button_offers(
    drawn, environment, practice, until
):
    drawn.find_clashes()
    assert standing(drawn, "You are not signed in")
    press(drawn, "Sign in …")
    assert drawn.signing_in.dialog.isVisible()
    assert standing(drawn, "You are not signed in") == []
    drawn.signing_in.dialog.reject()
    drawn.find_clashes()
    drawn.apply()
    assert len(standing(drawn, "You are not signed in")) == 1
    drawn.account.sign_in(environment, practice.email, practice.password)
    until(lambda: drawn.account.signed_in)
    assert standing(drawn, "You are not signed in") == []


@pytest.mark.one_workplace
def test_reversed_dates_go_when_they_are_put_in_order(at_work):
    first, _last = at_work.sheet.dates
    at_work.sheet.set_dates(first, first - timedelta(days=3))
    with pytest.raises(StreetWorksError) as reversed_days:
        at_work.clashing.check([])
    at_work.clashing.trouble.emit(reversed_days.value)
    assert standing(at_work, "would end before they start")
    type_over(at_work.clash_panel.endEdit, f"{first - timedelta(days=2):%d/%m/%Y}")
    assert standing(at_work, "would end before they start")
    type_over(at_work.clash_panel.endEdit, f"{first + timedelta(days=2):%d/%m/%Y}")
    assert standing(at_work, "would end before they start") == []


@pytest.mark.one_workplace
def test_no_extent_goes_with_the_extent_and_no_street_with_the_street(signed_in, until):
    signed_in.apply()
    assert standing(signed_in, "There is no extent yet")
    signed_in.sheet.take(TRENCH, "EPSG:27700")
    assert standing(signed_in, "There is no extent yet") == []
    signed_in.apply()
    assert standing(signed_in, "not known yet which street")
    until(lambda: not signed_in.jobs.running)
    if signed_in.sheet.street is None:
        signed_in.sheet.choose_street(signed_in.sheet.nearby[0])
    assert standing(signed_in, "not known yet which street") == []


@pytest.mark.one_workplace
@pytest.mark.parametrize("fault", ["cut_off", "web_page", "other_json", "slow"])
def test_a_service_that_fails_goes_when_it_answers_again(fault, at_work, register, until):
    getattr(register, fault)()
    at_work.find_clashes()
    until(lambda: at_work.heard and not at_work.jobs.running)
    (error,) = at_work.heard
    assert standing(at_work, error.message)
    register.spoil = None
    at_work.sheet.find_streets()  # something else, which works
    until(lambda: not at_work.jobs.running)
    assert standing(at_work, error.message) == []


@pytest.mark.one_workplace
def test_try_again_does_what_went_wrong_once_more(at_work, register, until):
    register.slow()
    at_work.find_clashes()
    until(lambda: at_work.heard and not at_work.jobs.running)
    assert standing(at_work, "did not answer in time")
    register.spoil = None
    press(at_work, "Try again")
    assert standing(at_work, "did not answer in time") == []
    until(lambda: at_work.clashing.report is not None)


@pytest.mark.one_workplace
def test_try_again_loads_the_map_once_more(signed_in, register, until):
    register.slow()
    signed_in.live.look(BOX, since=now())
    until(lambda: signed_in.heard and not signed_in.jobs.running)
    register.spoil = None
    press(signed_in, "Try again")
    until(lambda: not signed_in.live_view.busy and not signed_in.jobs.running)
    assert signed_in.live.error is None
    assert signed_in.messages.texts() == []


@pytest.mark.one_workplace
def test_try_again_looks_for_the_street_once_more(at_work, register, until):
    register.slow()
    at_work.sheet.look_up(29909869)
    until(lambda: at_work.heard and not at_work.jobs.running)
    register.spoil = None
    asked = []
    register.spoil = lambda call, body: (asked.append(call.path), call.answer(*call.hand_on(body)))
    press(at_work, "Try again")
    until(lambda: not at_work.jobs.running)
    assert [path for path in asked if "29909869" in path]


def test_what_a_role_may_not_do_goes_with_another_account(workplace, until):
    workplace.account.sign_in(HERE, PRACTICE_AUTHORITY, "")
    until(lambda: workplace.account.signed_in and not workplace.jobs.running)
    workplace.apply()
    assert standing(workplace, "Not offered: applying for works")
    workplace.account.sign_in(HERE, PRACTICE_PLANNER, "")
    until(lambda: workplace.account.user == PRACTICE_PLANNER)
    assert standing(workplace, "Not offered: applying for works") == []


def test_a_failed_sign_in_goes_by_another_that_works(workplace, environment, practice, until):
    workplace.account.sign_in(environment, practice.email, "wrong")
    until(lambda: workplace.heard)
    assert standing(workplace, "password is wrong")
    workplace.account.sign_in(environment, practice.email, practice.password)
    until(lambda: workplace.account.signed_in)
    assert standing(workplace, "password is wrong") == []


def test_filters_days_in_the_wrong_order_go_with_the_next_filter(workplace):
    panel = workplace.map_panel.filter_panel
    panel.daysCombo.setCurrentIndex(panel.daysCombo.findData("own"))
    type_over(panel.firstEdit, "1/2/2027")
    type_over(panel.lastEdit, "1/1/2027")
    QTest.keyClicks(panel.savedCombo.lineEdit(), "odd")
    panel.saved_row.in_profile.trigger()
    assert standing(workplace, "last day is before the first")
    type_over(panel.lastEdit, "1/3/2027")
    assert standing(workplace, "last day is before the first") == []
    QTest.mouseClick(panel.clearButton, Qt.MouseButton.LeftButton)


# ---- the bar by itself ----


@pytest.fixture
def bar(qgis_app):
    made = QgsMessageBar()
    yield made
    made.deleteLater()


def test_over_takes_away_what_has_the_topic_and_nothing_else(bar):
    messages = Messages(bar)
    Trouble(messages).tell(StreetWorksError("Dates.", about=DATES), "clashes")
    Trouble(messages).tell(StreetWorksError("Extent.", about=EXTENT), "clashes")
    Trouble(messages).tell(StreetWorksError("Neither."))
    messages.over(DATES)
    assert messages.texts() == ["Extent.", "Neither."]
    messages.over("")
    assert messages.texts() == ["Extent.", "Neither."]
    messages.over("clashes")
    assert messages.texts() == ["Neither."]


def test_the_same_words_stand_once(bar):
    messages = Messages(bar)
    for _time in range(3):
        Trouble(messages).tell(StreetWorksError("Your account may not do this."))
    assert messages.texts() == ["Your account may not do this."]
    assert len(bar.items()) == 1


def test_others_messages_stay(bar):
    messages = Messages(bar)
    bar.pushMessage("QGIS", "Something of QGIS's own", Qgis.MessageLevel.Info, 0)
    Trouble(messages).tell(StreetWorksError("Ours.", about=SESSION))
    messages.over(SESSION)
    messages.clear()
    assert [item.text() for item in bar.items()] == ["Something of QGIS's own"]


def buttons(bar, trouble, error, again=None):
    """Tell an error, and return the buttons of its message by their words."""
    trouble.tell(error, again=again)
    return {one.text(): one for one in bar.currentItem().findChildren(QPushButton) if one.text()}


def test_try_again_is_offered_only_where_it_can_help(bar):
    trouble = Trouble(Messages(bar))
    lost = StreetWorksError("Lost.", may_retry=True)
    assert "Try again" in buttons(bar, trouble, lost, lambda: None)
    assert "Try again" not in buttons(bar, trouble, lost)
    assert "Try again" not in buttons(bar, trouble, StreetWorksError("Wrong."), lambda: None)


def test_an_error_brings_the_buttons_that_can_put_it_right(bar):
    used = []
    messages = Messages(bar)
    trouble = Trouble(messages, lambda: used.append("sign in"), lambda: used.append("settings"))
    ended = buttons(bar, trouble, StreetWorksError("Ended.", about=SESSION), lambda: None)
    assert "Sign in …" in ended
    assert {"Try again", "Settings …"}.isdisjoint(ended)
    off = buttons(bar, trouble, GridUnavailable("gone"))
    assert {"Settings …", "Details"} <= set(off)
    assert "Sign in …" not in off
    off["Settings …"].click()
    assert used == ["settings"]
    assert messages.texts() == ["Ended."]


def test_what_is_no_error_of_ours_is_told_with_its_details(bar):
    messages = Messages(bar)
    found = buttons(bar, Trouble(messages), ValueError("odd"))
    assert messages.texts()[0].startswith("Something went wrong inside Street Works.")
    found["Details"].click()
    assert messages._box.detailedText() == "ValueError('odd')"
    messages.clear()


def test_details_are_shown_and_the_message_stays(bar, qgis_app):
    messages = Messages(bar)
    Trouble(messages).tell(StreetWorksError("Refused.", detail="HTTP 400"))
    (button,) = [
        one for one in bar.currentItem().findChildren(QPushButton) if one.text() == "Details"
    ]
    button.click()
    assert isinstance(messages._box, QMessageBox)
    assert messages._box.detailedText() == "HTTP 400"
    assert messages.texts() == ["Refused."]
    messages.clear()
