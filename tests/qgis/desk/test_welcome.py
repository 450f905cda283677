"""The welcome: three steps, each ticked once it is done; gone by then, or when it is put away."""

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog
from street_works.plugin.desk import practising
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.settings import PRACTICE_PLANNER
from street_works.ui.transforms.ostn15_offer import Ostn15Offer

TRENCH = "LINESTRING (471065 236014, 471085 236014)"


def fails(*_given):
    raise StreetWorksError("No port is free.")


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ticks(page):
    return page.practiseTick.text(), page.signInTick.text(), page.backTick.text()


def dialogs():
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]


def test_each_step_is_one_click_and_the_welcome_is_gone_with_the_last(
    switch_on, environment, practice, until, qgis_canvas, monkeypatch
):
    plugin = switch_on()
    place = plugin.workplace
    page, row = place.welcoming.page, place.account_row
    place.welcoming.greet()
    assert not page.isHidden()
    assert ticks(page) == ("1", "2", "3")
    assert not page.backButton.isEnabled()
    assert not row.signInButton.isHidden()

    place.settings.follow_map = False  # the map itself is not what this is about
    with monkeypatch.context() as patched:
        patched.setattr(practising.Practising, "start", fails)
        press(page.practiseButton)
        assert not page.practiseButton.isEnabled()
        until(lambda: place.messages.texts())
    assert place.messages.texts() == ["No port is free."]
    assert ticks(page) == ("1", "2", "3")

    press(page.practiseButton)
    assert place.messages.texts() == []
    until(lambda: place.account.signed_in)
    assert dialogs() == []
    assert place.account.user == PRACTICE_PLANNER
    assert place.account.environment.is_practice
    assert ticks(page) == ("✓", "2", "3")
    assert page.practiseButton.isEnabled()
    assert row.signInButton.isHidden()
    assert not row.detailsButton.isHidden()

    place.sheet.take(TRENCH, "EPSG:27700")
    qgis_canvas.setExtent(qgis_canvas.extent().buffered(5000))
    press(page.backButton)
    assert qgis_canvas.extent().width() < 2000
    assert place.dock.tabs.currentIndex() == place.dock.tabs.count() - 2
    assert ticks(page) == ("✓", "2", "✓")

    place.dock.show_panel(place.map_panel)
    press(page.signInButton)
    assert [type(one).__name__ for one in dialogs()] == ["SignInDialog"]
    place.signing_in.dialog.reject()
    place.account.sign_in(environment, practice.email, practice.password)
    until(lambda: not place.account.environment.is_practice)
    assert page.isHidden()

    place.welcoming.come_back()
    assert not page.isHidden()
    assert ticks(page) == ("✓", "✓", "✓")
    press(page.awayButton)
    assert page.isHidden()


def test_put_away_it_stays_so_until_the_menu_brings_it_back(switch_on):
    plugin = switch_on()
    plugin.workplace.welcoming.greet()
    press(plugin.workplace.welcoming.page.awayButton)
    plugin.unload()
    plugin.initGui()
    place = plugin.workplace
    place.welcoming.greet()
    assert not place.dock.isHidden()
    assert place.welcoming.page.isHidden()
    plugin._toolbar.actions["welcome"].trigger()
    assert not place.welcoming.page.isHidden()


def test_one_thing_is_asked_at_a_time_the_welcome_first(switch_on):
    plugin = switch_on()
    place = plugin.workplace
    place.welcoming.greet()
    offer = place.dock.findChild(Ostn15Offer)
    assert offer.isHidden()
    press(place.welcoming.page.awayButton)
    assert not offer.isHidden()
    plugin._toolbar.actions["welcome"].trigger()
    assert offer.isHidden()
    press(place.welcoming.page.awayButton)
    press(offer.closeButton)
    plugin._toolbar.actions["welcome"].trigger()
    press(place.welcoming.page.awayButton)
    assert offer.isHidden()


def test_what_is_kept_and_cannot_be_read_counts_as_never_welcomed(switch_on):
    QgsSettings().setValue("street_works/welcome", "seen away for_ever")
    place = switch_on().workplace
    assert not place.welcoming.page.isHidden()
    assert ticks(place.welcoming.page) == ("1", "2", "3")
    assert place.settings.welcome == {"seen"}
