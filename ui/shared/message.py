"""Tells the planner what happened, in QGIS's message bar, and takes it back when it is over."""

from typing import Any, Callable, Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton, QWidget

from ...plugin.words import tr
from .whole_text import WholeText

_BRIEF_S = 6


class Messages:
    """The plugin's messages, each with its topics; `over` takes away what is put right.

    A message's topics are what it is about (an error says that itself, see `plugin.errors`) and the
    source that told it. It stands until one of its topics is over, or the planner closes it. The
    same text stands once.
    """

    def __init__(self, bar: Any, parent: Optional[QWidget] = None) -> None:
        """`bar` is the `QgsMessageBar` to write to, `parent` the window that owns the details."""
        self._bar = bar
        self._parent = parent
        self._items: dict[QgsMessageBarItem, frozenset[str]] = {}
        self._box: Optional[QMessageBox] = None

    def warn(
        self,
        text: str,
        topics: set[str],
        detail: str = "",
        buttons: Optional[dict[str, Callable[[], None]]] = None,
    ) -> None:
        """Show what went wrong, until one of its topics is over.

        `buttons` are what can be done about it, by their words; with a `detail` there is one more.
        """
        self._push(text, Qgis.MessageLevel.Warning, topics, detail, buttons)

    def tell(
        self,
        text: str,
        detail: str = "",
        source: str = "",
        buttons: Optional[dict[str, Callable[[], None]]] = None,
    ) -> None:
        """Show a piece of news: for a few seconds, or longer when there is more to do with it."""
        duration = 0 if detail or buttons else _BRIEF_S
        self._push(text, Qgis.MessageLevel.Info, {source}, detail, buttons, duration)

    def over(self, *topics: str) -> None:
        """Take away the messages with one of these topics: it is put right, or tried again."""
        for item, about in list(self._items.items()):
            if about & frozenset(topics):
                self._take_away(item)

    def clear(self) -> None:
        """Take away every message of the plugin that still stands."""
        for item in list(self._items):
            self._take_away(item)
        if self._box is not None:
            self._box.close()
            self._box = None

    def texts(self) -> list[str]:
        """Return the messages that stand now, newest last."""
        return [item.text() for item in self._standing()]

    def _standing(self) -> list[QgsMessageBarItem]:
        """Forget what the planner has closed, or time has; return the rest."""
        there = self._bar.items()
        self._items = {item: about for item, about in self._items.items() if item in there}
        return list(self._items)

    def _take_away(self, item: QgsMessageBarItem) -> None:
        del self._items[item]
        if item in self._bar.items():
            self._bar.popWidget(item)

    def _push(
        self,
        text: str,
        level: Any,
        topics: set[str],
        detail: str = "",
        buttons: Optional[dict[str, Callable[[], None]]] = None,
        duration: int = 0,
    ) -> None:
        for older in self._standing():
            if older.text() == text:
                self._take_away(older)
        item = QgsMessageBarItem(tr("Street Works"), text, level, duration)
        WholeText(item)
        for words, act in (buttons or {}).items():
            self._add_button(item, words, act, last=True)
        if detail:
            self._add_button(item, tr("Details"), lambda: self._show(text, detail))
        self._bar.pushItem(item)
        self._items[item] = frozenset(topics) - {""}

    def _add_button(
        self, item: QgsMessageBarItem, words: str, act: Callable[[], None], *, last: bool = False
    ) -> None:
        """Add a button to a message; `last` ones take the message away when they are used."""
        button = QPushButton(words)

        def clicked() -> None:
            if last and item in self._items:
                self._take_away(item)
            act()

        button.clicked.connect(lambda: clicked())
        item.layout().addWidget(button)

    def _show(self, text: str, detail: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Street Works"),
            text,
            QMessageBox.StandardButton.Close,
            self._parent,
        )
        box.setDetailedText(detail)
        box.open()
        self._box = box
