"""The offer on the panel and the box in QGIS's options, by their buttons."""

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QSettings, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.settings import Settings
from street_works.plugin.transforms import grid_in_qgis
from street_works.plugin.transforms.converting import Converting
from street_works.tests.made.waiting import until
from street_works.ui.transforms.ostn15_box import Ostn15Box
from street_works.ui.transforms.ostn15_offer import Ostn15Offer


@pytest.fixture
def converting(no_grid_file, projs_own_made):
    """Have no file in the profile."""
    made = Converting()
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path):
    return Settings(QgsSettings(str(tmp_path / "planner.ini"), QSettings.Format.IniFormat))


def press(button):
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_offer_is_made_once_and_says_what_came_of_it(converting, settings):
    offer = Ostn15Offer(converting, settings)
    assert not offer.isHidden()
    offer.show()
    press(offer.makeButton)
    assert not offer.makeButton.isEnabled()
    assert "being made" in offer.textLabel.text()
    until(lambda: not converting.busy)
    assert "QGIS converts by OSTN15" in offer.textLabel.text()
    assert "restart QGIS" in offer.textLabel.text()
    assert offer.makeButton.isHidden()
    press(offer.closeButton)
    assert offer.isHidden()
    assert Ostn15Offer(converting, settings).isHidden()


def test_not_now_is_not_asked_again(converting, settings):
    offer = Ostn15Offer(converting, settings)
    offer.show()
    press(offer.closeButton)
    assert offer.isHidden()
    assert Ostn15Offer(converting, settings).isHidden()
    assert not grid_in_qgis.in_profile().exists()


def test_a_folder_that_cannot_be_written_is_told(converting, settings):
    grid_in_qgis.in_profile().parent.write_text("a file where the folder should be")
    offer = Ostn15Offer(converting, settings)
    offer.show()
    try:
        press(offer.makeButton)
        until(lambda: not converting.busy)
        assert str(grid_in_qgis.in_profile().parent) in offer.textLabel.text()
        assert offer.makeButton.isEnabled()
    finally:
        grid_in_qgis.in_profile().parent.unlink()


def test_the_options_say_how_it_stands_make_it_and_take_it_away(converting, monkeypatch):
    monkeypatch.setattr(grid_in_qgis, "is_ours", lambda path: path.exists())
    box = Ostn15Box(converting)
    box.show()
    assert "without OSTN15" in box.statusLabel.text()
    assert not box.removeButton.isEnabled()
    press(box.makeButton)
    until(lambda: not converting.busy)
    assert "control points come out within" in box.statusLabel.text()
    assert not box.makeButton.isEnabled()
    press(box.removeButton)
    assert "without OSTN15" in box.statusLabel.text()
    assert not grid_in_qgis.in_profile().parent.exists()
    grid_in_qgis.in_profile().parent.mkdir()
    grid_in_qgis.in_profile().write_bytes(b"what somebody made")
    monkeypatch.setattr(grid_in_qgis, "is_ours", lambda path: False)
    again = Ostn15Box(converting)
    assert "leaves it alone" in again.statusLabel.text()
    assert not again.makeButton.isEnabled()
    assert not again.removeButton.isEnabled()
