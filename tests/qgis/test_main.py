"""The plugin speaks the language that QGIS is set to, where somebody has translated it."""

from xml.etree import ElementTree

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLocale
from street_works.plugin import main
from street_works.plugin.words import tr
from street_works.tools import translations
from street_works.ui.account.new_password import NewPassword

WELSH = {"Apply …": "Gwneud cais …", "&New password": "&Cyfrinair newydd"}


@pytest.fixture
def plugin(qgis_iface, monkeypatch, tmp_path):
    """Return the plugin, switched off, with a made-up translation of two texts into Welsh."""
    if not translations.can_be_made():
        pytest.skip("Qt's programs for translators could not be installed here")
    path = tmp_path / "street_works_cy.ts"
    translations.gather(WELSH, [], [path])
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        translation = message.find("translation")
        translation.text = WELSH[message.findtext("source")]
        del translation.attrib["type"]
    tree.write(path, encoding="utf-8")
    translations.release(path)
    monkeypatch.setattr(main, "_TRANSLATIONS", tmp_path)
    for name in ("registerOptionsWidgetFactory", "unregisterOptionsWidgetFactory"):
        monkeypatch.setattr(qgis_iface, name, lambda _factory: None, raising=False)
    plugin = main.StreetWorksPlugin(qgis_iface)
    yield plugin
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def speaks():
    """Give the function that sets QGIS to a language; None for that of the system."""
    settings = QgsSettings()

    def set_to(language):
        settings.setValue("locale/overrideFlag", language is not None)
        settings.setValue("locale/userLocale", language or "en")

    yield set_to
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")


def shown():
    """Return a text of the code and one of a form as they are shown now."""
    form = NewPassword()
    return tr("Apply …"), form.newPasswordLabel.text()


@pytest.mark.parametrize("language", ["cy", "cy_GB"])
def test_texts_of_code_and_forms_are_shown_translated(plugin, speaks, language):
    speaks(language)
    plugin.initGui()
    assert shown() == ("Gwneud cais …", "&Cyfrinair newydd")


def test_the_systems_language_counts_where_none_is_chosen(plugin, speaks):
    speaks(None)
    before = QLocale()
    QLocale.setDefault(QLocale("cy_GB"))
    try:
        plugin.initGui()
        assert shown() == ("Gwneud cais …", "&Cyfrinair newydd")
    finally:
        QLocale.setDefault(before)


def test_a_language_that_nobody_translated_is_english(plugin, speaks):
    speaks("fr")
    plugin.initGui()
    assert shown() == ("Apply …", "&New password")
    assert tr("Street") == "Street"


def test_switched_off_it_is_english_again(plugin, speaks):
    speaks("cy")
    plugin.initGui()
    plugin.unload()
    assert shown() == ("Apply …", "&New password")
    plugin.initGui()
