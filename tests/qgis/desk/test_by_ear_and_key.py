"""Every window and menu: for those who do not see it, use no mouse, or have a dark theme."""

import importlib
import pkgutil
from contextlib import contextmanager

import pytest
import street_works.ui
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from street_works.tests.made.by_keyboard import shown
from street_works.tests.made.every_window import EveryWindow
from street_works.tests.rounds import rounds
from street_works.tools.by_ear_and_key import missing, missing_in_menu
from street_works.tools.by_eye import Eyes
from street_works.ui.shared.alt_keys import KeyedMenu

READ_ELSEWHERE = {"ExtentEditor", "MomentEditor", "OutcomesPage", "SeveralDialog"}
"""In tests/qgis/steps and test_several_streets.py, by the same judge."""
OF_QGIS = {"BrowseDialog"}
"""A window of QGIS's, in which there is nothing of ours."""


@pytest.fixture
def windows(at_work):
    every = EveryWindow(at_work)
    yield every
    every.close()


def kinds():
    """Return the classes of the plugin's windows and of what is in them."""
    found = set()
    for module in pkgutil.walk_packages(street_works.ui.__path__, "street_works.ui."):
        loaded = importlib.import_module(module.name)
        found |= {
            one
            for one in vars(loaded).values()
            if isinstance(one, type) and issubclass(one, QWidget) and one.__module__ == module.name
        }
    return found


THEMES = ("Blend of Gray", "Night Mapping", "default")[: rounds(1, full=3)]
"""QGIS's own; in a usual run the first, which has the least contrast, stands for all."""


@contextmanager
def theme(name):
    """Show QGIS in one of its themes."""
    before = QPalette(QgsApplication.palette())
    QgsApplication.setUITheme(name)
    try:
        yield
    finally:
        QgsApplication.setUITheme("default")
        QgsApplication.setPalette(before)


def test_nothing_is_missing_in_any_window_or_menu_whatever_the_theme(windows):
    amiss, seen = {}, set()
    for name, window in windows.each():
        for said in missing(window):
            amiss.setdefault(said, name)
        inside = [window, *window.findChildren(QWidget)]
        seen |= {kind for one in inside for kind in type(one).__mro__}
    for menu in windows.menus():
        for said in missing_in_menu(menu):
            amiss.setdefault(said, "menu")
    unseen = {kind for kind in kinds() - seen if kind.__name__ not in READ_ELSEWHERE | OF_QGIS}
    amiss.update({f"{kind.__name__} is in no window that was read": "ui" for kind in unseen})
    for dress in THEMES:
        with theme(dress):
            eyes = Eyes()
            for name, window in windows.each(typing=False):
                for said in eyes.missing(window):
                    amiss.setdefault(f"{dress}: {said}", name)
    assert not amiss, "\n".join(f"{where}: {said}" for said, where in amiss.items())


def amiss_in(*widgets):
    """Return what is missing in a window of these, below each other."""
    window = QWidget()
    rows = QVBoxLayout(window)
    for one in widgets:
        rows.addWidget(one)
    window.show()
    said = missing(window)
    window.close()
    return said


def named(widget, name):
    widget.setAccessibleName(name)
    return widget


NO_WORD = "shows no word, and no tool tip says what it does"
NO_DESCRIPTION = "has keys of its own, and no description tells them"
WRONG = {
    "QLineEdit has no name": lambda: [QLineEdit()],
    "QComboBox has no name": lambda: [QComboBox()],
    "QToolButton has no name": lambda: [QToolButton()],
    f"QToolButton More {NO_WORD}": lambda: [named(QToolButton(), "More")],
    "QPushButton Go has no key": lambda: [QPushButton("Go")],
    "“&Street” has a key that leads nowhere": lambda: [QLabel("&Street")],
    "no key leads to the link in “<a href=x>x</a>”": lambda: [QLabel("<a href=x>x</a>")],
    "“Day” is the name of 2 controls in QWidget": lambda: [named(QLineEdit(), "Day") for _ in "ab"],
    "Alt+g stands 2 times": lambda: [QPushButton("&Go"), QCheckBox("&Give")],
    "no Tab key leads to QPushButton Go": lambda: [passed_by(QPushButton("&Go"))],
    f"Listing List {NO_DESCRIPTION}": lambda: [named(Listing(), "List")],
}


@pytest.mark.parametrize("said", WRONG)
def test_what_is_missing_is_found(qgis_app, said):
    assert amiss_in(*WRONG[said]()) == [said]


def passed_by(widget):
    widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return widget


class Listing(QListWidget):
    __module__ = "street_works.made_up"

    def keyPressEvent(self, event):  # noqa: N802 - Qt's name
        super().keyPressEvent(event)


def test_a_label_of_a_form_has_to_lead_to_its_field(qgis_app):
    window, field = QWidget(), named(QSpinBox(), "Metres")
    QFormLayout(window).addRow("Within", field)
    label = window.layout().labelForField(field)
    assert missing(window) == []
    label.setBuddy(None)
    assert missing(window) == ["“Within” stands before QSpinBox Metres and does not lead there"]


def test_an_order_against_reading_is_found(qgis_app):
    window = QWidget()
    rows = QVBoxLayout(window)
    upper, lower, last = (named(QLineEdit(), name) for name in ("Upper", "Lower", "Last"))
    for one in (upper, lower, last):
        rows.addWidget(one)
    window.show()
    assert missing(window) == []
    QWidget.setTabOrder(upper, last)
    assert missing(window) == ["Tab goes from QLineEdit Last back to QLineEdit Lower"]
    window.close()


def test_an_entry_of_a_menu_without_a_key_is_found_and_gets_one(qgis_app):
    plain, keyed = QMenu("Plain"), KeyedMenu()
    for menu in (plain, keyed):
        for text in ("&Go", "Get", "Go", "Fish && chips"):
            menu.addAction(text)
    assert missing_in_menu(plain) == [
        f"“{text}” in “Plain” has no key" for text in ("Get", "Go", "Fish && chips")
    ]
    assert missing_in_menu(keyed) == []
    assert [one.text() for one in keyed.actions()] == ["&Go", "G&et", "G&o", "&Fish && chips"]
    plain.addAction("&Give")
    assert "“&Give” in “Plain” shares its key" in missing_in_menu(plain)


def test_what_cannot_be_read_is_found(qgis_app):
    window = QWidget()
    rows = QVBoxLayout(window)
    for colour in ("#000000", "#999999"):
        label = QLabel(f"Written in {colour}")
        label.setStyleSheet(f"color: {colour}; background: white")
        rows.addWidget(label)
    window.show()
    (said,) = Eyes().missing(window)
    assert "#999999" in said
    assert "2.8" in said
    window.close()


def test_a_control_that_does_not_show_the_focus_is_found(qgis_app):
    window, eyes = QWidget(), Eyes()
    rows = QVBoxLayout(window)
    plain, hiding = QLineEdit("Plain"), QPushButton("&Hiding")
    hiding.setStyleSheet("border: none; outline: none; background: white")
    for one in (plain, hiding):
        rows.addWidget(one)
    shown(window)
    assert list(eyes.missing(window)) == ["QPushButton Hiding does not show the focus"]
    window.close()
