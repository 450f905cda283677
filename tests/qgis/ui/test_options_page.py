"""The page in QGIS's options: the thresholds shown, changed, kept and put back."""

import gc
import weakref
from dataclasses import asdict, fields, replace

import pytest
from qgis.core import QgsProviderRegistry, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSettings, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.extents import Drawing, Limits, examine  # noqa: E402 - after it
from street_works.plugin.settings import Settings  # noqa: E402
from street_works.ui.options_page import OptionsPage  # noqa: E402

NAMES = [field.name for field in fields(Limits)]
LONG = Drawing("LINESTRING (530000 180000, 530600 180000)", "EPSG:27700")
Key = Qt.Key


@pytest.fixture
def open_page(open_options):
    return lambda: open_options(OptionsPage)


@pytest.fixture
def page(open_page):
    return open_page()


def shown(page):
    return {name: box.value() for name, box in page.boxes.items()}


def changed(number):
    """Another number that each threshold may be."""
    return number + 1


def test_every_threshold_has_a_box_that_shows_it_and_takes_another(page):
    assert list(page.boxes) != []
    assert set(page.boxes) == set(NAMES)
    assert shown(page) == asdict(Limits())
    for name, box in page.boxes.items():
        box.setValue(changed(getattr(Limits(), name)))
        assert box.value() == changed(getattr(Limits(), name)), f"{name} is out of range"


@pytest.mark.parametrize("name", NAMES)
def test_each_box_is_that_of_its_threshold(settings, open_page, name):
    limits = replace(Limits(), **{name: changed(getattr(Limits(), name))})
    settings.limits = limits
    assert shown(open_page()) == asdict(limits)


@pytest.mark.parametrize("name", NAMES)
def test_a_change_is_kept_when_it_is_applied_and_not_before(page, settings, open_page, name, heard):
    usual = getattr(Limits(), name)
    page.boxes[name].setValue(changed(usual))
    assert settings.limits == Limits()
    page.apply()
    assert settings.limits == replace(Limits(), **{name: changed(usual)})
    assert heard == ["applied"]
    assert open_page().boxes[name].value() == changed(usual)


def test_a_warning_goes_with_the_limit(page, settings):
    assert [one.rule for one in examine(LONG, settings.limits).findings] == ["huge"]
    page.longestBox.setFocus()
    page.longestBox.selectAll()
    QTest.keyClicks(page.longestBox, "700")
    page.apply()
    assert settings.limits.largest_m == 700
    assert examine(LONG, settings.limits).findings == ()


def test_nothing_is_stored_or_told_when_nothing_was_changed(page, store, heard):
    page.apply()
    page.longestBox.setValue(600)
    page.longestBox.setValue(500)
    page.apply()
    assert heard == []
    assert store.allKeys() == []


@pytest.fixture
def a_connection(qgis_app):
    """The name of a PostgreSQL connection of QGIS's."""
    provider = QgsProviderRegistry.instance().providerMetadata("postgres")
    provider.saveConnection(provider.createConnection("service=streetworks", {}), "our team")
    yield "our team"
    provider.deleteConnection("our team")


def test_the_team_is_chosen_by_keys_and_kept(a_connection, open_page, settings, heard):
    page = open_page()
    assert page.connectionBox.currentText() == "Not shared"
    page.connectionBox.setFocus()
    QTest.keyClicks(page.connectionBox, "our")
    page.schemaEdit.setFocus()
    page.schemaEdit.selectAll()
    QTest.keyClicks(page.schemaEdit, "works")
    assert settings.team_connection == ""
    page.apply()
    assert (settings.team_connection, settings.team_schema) == (a_connection, "works")
    assert heard == ["applied"]
    again = open_page()
    assert again.connectionBox.currentText() == a_connection
    assert again.schemaEdit.text() == "works"
    again.restoreButton.click()
    again.apply()
    assert settings.team_connection == a_connection


def test_a_team_whose_connection_is_gone_stays_chosen_and_no_schema_is_the_usual_one(
    open_page, settings
):
    settings.team_connection = "gone"
    page = open_page()
    assert page.connectionBox.currentText() == "gone"
    page.schemaEdit.clear()
    page.apply()
    assert (settings.team_connection, settings.team_schema) == ("gone", "public")


def test_only_what_is_not_as_usual_is_stored(page, store):
    page.longestBox.setValue(600)
    page.apply()
    assert [key for key in store.allKeys() if "limits" in key] == ["street_works/limits/largest_m"]


def test_the_usual_values_come_back(settings, open_page, store, heard):
    settings.limits = Limits(**{name: changed(getattr(Limits(), name)) for name in NAMES})
    settings.accept_approximation = True
    page = open_page()
    page.restoreButton.click()
    assert shown(page) == asdict(Limits())
    assert not page.approximationBox.isChecked()
    assert settings.limits != Limits()
    assert settings.accept_approximation
    page.apply()
    assert settings.limits == Limits()
    assert not settings.accept_approximation
    assert [key for key in store.allKeys() if "limits" in key] == []
    assert heard == ["applied"]


def test_the_approximation_is_accepted_by_a_tick_only(page, settings, open_page, heard):
    assert not page.approximationBox.isChecked()
    assert settings.accept_approximation is False
    page.approximationBox.click()
    assert settings.accept_approximation is False
    page.apply()
    assert settings.accept_approximation is True
    assert heard == ["applied"]
    again = open_page()
    assert again.approximationBox.isChecked()
    again.approximationBox.click()
    again.apply()
    assert settings.accept_approximation is False


@pytest.mark.parametrize("stored", ["", "perhaps", "1", "0", None, "false"])
def test_what_is_stored_amiss_accepts_nothing(store, stored):
    store.setValue("street_works/accept_approximation", stored)
    assert Settings(store).accept_approximation is False


def test_it_is_kept_on_the_disk(settings, store, tmp_path):
    settings.accept_approximation = True
    settings.limits = Limits(most_points=77, sliver_m=0.25)
    store.sync()
    again = Settings(QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert again.accept_approximation is True
    assert again.limits == Limits(most_points=77, sliver_m=0.25)


def test_what_is_refused_is_worse_than_what_is_warned_of(page):
    page.accuracyBox.setValue(20)
    assert page.refusedBox.value() == 20
    page.nearBox.setValue(300)
    assert page.farBox.value() == 300


def test_every_box_says_what_it_is_and_has_a_key(page):
    labels = {label.buddy(): label.text() for label in page.findChildren(QLabel) if label.buddy()}
    boxes = [*page.boxes.values(), page.connectionBox, page.schemaEdit]
    assert set(labels) == set(boxes)
    for box in boxes:
        assert box.accessibleName()
        assert box.toolTip()
    assert page.approximationBox.toolTip()
    buttons = [*page.findChildren(QPushButton), *page.findChildren(QCheckBox)]
    keys = []
    for text in [*labels.values(), *(button.text() for button in buttons)]:
        _before, mark, after = text.partition("&")
        assert mark, f"“{text}” has no key"
        keys.append(after[0].lower())
    assert len(set(keys)) == len(keys) == len(boxes) + 2


def test_units_are_shown(page):
    suffixes = {name: box.suffix().strip() for name, box in page.boxes.items()}
    for name, suffix in suffixes.items():
        ending = {"m": "m", "m2": "m²", "degrees": "°", "points": ""}[name.rpartition("_")[2]]
        assert suffix == ending, name


def test_it_is_filled_in_with_keys_alone(page, settings):
    QTest.keyClick(page, Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.longestBox
    page.longestBox.selectAll()
    QTest.keyClicks(QApplication.focusWidget(), "800")
    order = []
    while QApplication.focusWidget() not in order:
        order.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert [widget.objectName() for widget in order[:3]] == ["longestBox", "largestBox", "siteBox"]
    assert {*page.boxes.values(), page.approximationBox, page.restoreButton} <= set(order)
    page.approximationBox.setFocus()
    QTest.keyClick(page.approximationBox, Key.Key_Space)
    page.apply()
    assert settings.limits.largest_m == 800
    assert settings.accept_approximation


class TestInThePlugin:
    """As QGIS does it: a factory is registered, and asked for a page when the dialog is opened."""

    @pytest.fixture
    def factories(self, qgis_iface, monkeypatch):
        kept = []
        for name, act in (("register", kept.append), ("unregister", kept.remove)):
            monkeypatch.setattr(qgis_iface, f"{name}OptionsWidgetFactory", act, raising=False)
        return kept

    @pytest.fixture
    def plugin(self, qgis_iface, factories):
        from street_works.plugin.main import StreetWorksPlugin

        plugin = StreetWorksPlugin(qgis_iface)
        plugin.initGui()
        yield plugin
        plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @pytest.fixture
    def stored(self, qgis_app):
        QgsSettings().remove("street_works/limits")
        yield Settings()
        QgsSettings().remove("street_works/limits")

    def test_the_page_is_made_when_it_is_asked_for(self, plugin, factories, stored):
        factory, clashes = factories
        assert factory.title() == "Street Works"
        assert clashes.title() == "Street Works: clashes"
        assert not factory.icon().isNull()
        dialog = QDialog()
        page = factory.createWidget(dialog)
        assert isinstance(page, OptionsPage)
        assert page.parent() is dialog
        page.longestBox.setValue(700)
        page.apply()
        assert stored.limits == Limits(largest_m=700)
        assert plugin._opening.there is None  # it is not built for that
        dialog.deleteLater()

    def test_switched_off_nothing_is_left(self, qgis_iface, factories):
        from street_works.plugin.main import StreetWorksPlugin

        widgets = set(QApplication.allWidgets())
        plugin = StreetWorksPlugin(qgis_iface)
        plugin.initGui()
        dialog = QDialog()
        pages = [factory.createWidget(dialog) for factory in factories]
        gone = [weakref.ref(one) for one in (*factories, *pages)]
        dialog.deleteLater()
        plugin.unload()
        assert factories == []
        del pages, dialog
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert [ref() for ref in gone] == [None] * 4
        assert set(QApplication.allWidgets()) <= widgets
