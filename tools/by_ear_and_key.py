"""What of a window a screen reader has no words for, and what keys alone do not lead to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Optional

from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

_INPUTS = (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_CONTROLS = (QAbstractButton, QProgressBar, QTabBar, *_INPUTS)
_KEY = re.compile(r"(?<!&)&(\w)")
_A_WORD = re.compile(r"[^\W\d_]{2}")
_BY_KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_BY_MOUSE = Qt.TextInteractionFlag.LinksAccessibleByMouse


def missing(window: QWidget) -> list[str]:
    """Return what is missing in a window for those who do not see it, or use no mouse.

    Names and keys have to be there of what is hidden now, too; how it goes together can only be
    judged of what is to be seen, so each page is to be turned over.
    """
    known = [one for one in window.findChildren(QWidget) if _is_control(one, window)]
    found = [one for one in known if one.isVisibleTo(window)]
    every = [one for one in known if one in found or not _waits_for_words(one)]
    return [
        *_nameless(window, every),
        *_alike(window, found),
        *_leading_nowhere(window),
        *_without_key(every),
        *(f"Alt+{key} stands {times} times" for key, times in keys(window).items() if times > 1),
        *unreached(found),
        *against_reading(tab_stops(window)),
    ]


def missing_in_menu(menu: QMenu) -> list[str]:
    """Return the entries of a menu, and of those below it, that have no key of their own."""
    menu.aboutToShow.emit()
    entries = [one for one in menu.actions() if one.isVisible() and not one.isSeparator()]
    keyed = {one: _KEY.search(one.text()) for one in entries}
    times = Counter(found[1].lower() for found in keyed.values() if found)
    said = []
    for one, found in keyed.items():
        if found is None and one.shortcut().isEmpty():
            said.append(f"“{one.text()}” in “{menu.title()}” has no key")
        elif found is not None and times[found[1].lower()] > 1:
            said.append(f"“{one.text()}” in “{menu.title()}” shares its key")
        if one.menu() is not None:
            said += missing_in_menu(one.menu())
    return said


def _is_control(widget: QWidget, window: QWidget) -> bool:
    """Say whether one can work with it, and it is no part of something else."""
    if isinstance(widget, QGroupBox):
        return bool(widget.isCheckable())
    if isinstance(widget, (QScrollBar, QHeaderView)) or not isinstance(widget, _CONTROLS):
        return False
    return not is_part(widget, window)


def is_part(widget: QWidget, window: QWidget) -> bool:
    """Say whether it belongs to another control, such as the arrows of a row of tabs."""
    if isinstance(widget, QTabBar):
        return False  # Qt names it as it names its own buttons
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        view = parent.parentWidget()
        if isinstance(view, QAbstractItemView) and parent is view.viewport():
            return False  # it was put into a row
        if isinstance(parent, _CONTROLS):
            return True
        parent = view
    return False


def spoken(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if widget.accessibleName():
        return str(widget.accessibleName())
    if isinstance(widget, (QAbstractButton, QLabel)) and widget.text():
        return _plain(widget.text())
    if isinstance(widget, QGroupBox):
        return _plain(widget.title())
    if isinstance(widget, QTabBar):
        return ", ".join(_plain(widget.tabText(number)) for number in range(widget.count()))
    named = [one for one in widget.window().findChildren(QLabel) if one.buddy() is widget]
    return _plain(named[0].text()) if named else ""


def _more(widget: QWidget) -> str:
    return str(widget.accessibleDescription() or widget.toolTip())


def _plain(text: str) -> str:
    return _KEY.sub(r"\1", text).replace("&&", "&")


def _nameless(window: QWidget, found: Iterable[QWidget]) -> Iterator[str]:
    for one in found:
        if not _A_WORD.search(spoken(one)):
            yield f"{called(one)} has no name"
        elif _shows_no_word(one) and not one.toolTip():
            yield f"{called(one)} shows no word, and no tool tip says what it does"
        elif isinstance(one, QAbstractItemView) and _has_keys(one) and not _more(one):
            yield f"{called(one)} has keys of its own, and no description tells them"
    for label in window.findChildren(QLabel):
        pixmap = label.pixmap()
        if pixmap is not None and not pixmap.isNull() and not label.accessibleName():
            yield f"the picture {called(label)} has no name"


def _waits_for_words(hidden: QWidget) -> bool:
    """Say whether a hidden button gets its words when there is something to offer."""
    return isinstance(hidden, QPushButton) and not hidden.text()


def _shows_no_word(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and not _A_WORD.search(widget.text())


def _has_keys(view: QAbstractItemView) -> bool:
    """Say whether the plugin gave a list keys that others of its kind do not have."""
    return any(
        "keyPressEvent" in vars(kind) and kind.__module__.startswith("street_works")
        for kind in type(view).__mro__
    )


def _alike(window: QWidget, found: Iterable[QWidget]) -> Iterator[str]:
    """Say what has the same name as another control, and nothing more to tell them apart."""
    named = Counter((spoken(one), _more(one)) for one in found)
    for (name, _description), times in named.items():
        if name and times > 1:
            yield f"“{name}” is the name of {times} controls in {called(window)}"


def _leading_nowhere(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        if not label.isVisibleTo(window) or not label.text():
            continue
        before = _stands_before(label)
        if before is not None and label.buddy() is None:
            yield f"“{label.text()}” stands before {called(before)} and does not lead there"
        elif _KEY.search(label.text()) and label.buddy() is None:
            yield f"“{label.text()}” has a key that leads nowhere"
        flags = label.textInteractionFlags()
        if flags & _BY_MOUSE and not flags & _BY_KEYBOARD and "<a " in label.text():
            yield f"no key leads to the link in “{label.text()}”"


def _stands_before(label: QLabel) -> Optional[QWidget]:
    """Return the input whose label it is by its place in a form."""
    parent = label.parentWidget()
    for form in [] if parent is None else parent.findChildren(QFormLayout):
        field = form.labelForField(label)
        for row in range(form.rowCount()):
            item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            if item is None or item.widget() is not label:
                continue
            beside = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            field = None if beside is None else beside.widget()
            return field if isinstance(field, _INPUTS) else None
    return None


def _without_key(found: Iterable[QWidget]) -> Iterator[str]:
    """Say which buttons have neither a key with Alt nor a shortcut, nor Enter or Esc."""
    for one in found:
        if not isinstance(one, (QPushButton, QToolButton)) or _shows_no_word(one):
            continue
        if isinstance(one, QToolButton) and one.defaultAction() is not None:
            continue  # it has its key in a menu
        if not (_KEY.search(one.text()) or not one.shortcut().isEmpty() or _by_enter_or_esc(one)):
            yield f"{called(one)} has no key"


def _by_enter_or_esc(button: QAbstractButton) -> bool:
    box = button.parentWidget()
    if isinstance(button, QPushButton) and button.isDefault():
        return True
    role = QDialogButtonBox.ButtonRole
    return isinstance(box, QDialogButtonBox) and box.buttonRole(button) == role.RejectRole


def keys(window: QWidget) -> "Counter[str]":
    """Return the keys that Alt is held with, of all that is to be seen."""
    texts = []
    for one in window.findChildren(QWidget):
        if not one.isVisibleTo(window):
            continue
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()):
            texts.append(one.text())
        elif isinstance(one, QGroupBox):
            texts.append(one.title())
        elif isinstance(one, QTabBar):
            texts += [one.tabText(number) for number in range(one.count())]
    return Counter(found[1].lower() for text in texts for found in _KEY.finditer(text))


def unreached(found: Iterable[QWidget]) -> Iterator[str]:
    """Say which controls can be worked with, and no Tab key leads to."""
    for one in found:
        beside = one.group() if isinstance(one, QRadioButton) else None  # arrows lead to these
        ways = [one] if beside is None else beside.buttons()
        if one.isEnabled() and not any(map(_is_stop, ways)) and not isinstance(one, QProgressBar):
            yield f"no Tab key leads to {called(one)}"


def _is_stop(widget: QWidget) -> bool:
    stops = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & stops == stops)


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return where the Tab key leads, from the first to the last."""
    chain, widget = [], window.nextInFocusChain()
    while widget is not window and len(chain) < 10_000:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return [
        one
        for one in chain
        if one.isVisibleTo(window)
        and one.isEnabled()
        and _is_stop(one)
        and _is_control(one, window)
        and not isinstance(one, QProgressBar)
    ]


def against_reading(stops: list[QWidget]) -> list[str]:
    """Return the steps that lead up, or left in a line."""
    wrong = []
    for one, following in zip(stops, stops[1:]):
        before, after = _place(one, following), _place(following, one)
        up = after.bottom() < before.top()
        same_line = before.top() <= after.center().y() <= before.bottom()
        if up or (same_line and after.left() < before.left()):
            wrong.append(f"Tab goes from {called(one)} back to {called(following)}")
    return wrong


def _place(widget: QWidget, other: QWidget) -> QRect:
    """Return where a widget is, or the page that it is scrolled in, where `other` is beyond it."""
    parent, outer = widget.parentWidget(), widget
    while parent is not None and not parent.isAncestorOf(other):
        outer = parent if isinstance(parent, QAbstractScrollArea) else outer
        parent = parent.parentWidget()
    return QRect(outer.mapToGlobal(QPoint(0, 0)), outer.size())


def called(widget: QWidget) -> str:
    """Say which widget it is, for who has to mend it."""
    named = widget.objectName() or spoken(widget)
    return f"{type(widget).__name__} {named}".strip()
