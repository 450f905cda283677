"""Keys with Alt for menus and forms that are made of what there is, in whatever language."""

from collections.abc import Iterable, Iterator
from typing import Optional

from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget


class KeyedMenu(QMenu):
    """A menu that gives each entry a key of its own before it opens."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.aboutToShow.connect(lambda: give_keys(self.actions()))


def give_keys(actions: Iterable[QAction]) -> None:
    """Mark a letter in each entry that has no key yet: one that no other entry has."""
    entries = [one for one in actions if one.isVisible() and not one.isSeparator()]
    taken = {key_of(one.text()) for one in entries}
    for one in entries:
        one.setText(keyed(one.text(), taken))


def keyed(text: str, taken: set[str]) -> str:
    """Return a text with a letter marked that is not `taken`, and take it.

    A text that has its key already comes back as it is, and so does one without a free letter.
    """
    place = next((n for n in _places(text) if text[n].lower() not in taken), None)
    if key_of(text) or place is None:
        return text
    taken.add(text[place].lower())
    return f"{text[:place]}&{text[place:]}"


def key_of(text: str) -> str:
    """Return the letter that is marked in a text, "" for none."""
    parts = text.replace("&&", "").partition("&")
    return parts[2][:1].lower()


def _places(text: str) -> Iterator[int]:
    """Give the places of letters and digits: first those with which words begin."""
    known = [n for n, letter in enumerate(text) if letter.isalnum()]
    begins = [n for n in known if n == 0 or not text[n - 1].isalnum()]
    yield from begins
    yield from (n for n in known if n not in begins)
