"""One way to mark text for translation, for the rooms that know QGIS and for those that do not.

Without QGIS the English text comes back as it is. `main` installs Qt's translator when the plugin
is switched on, and takes it out again when the plugin is switched off.
"""

from typing import Callable

_translate: Callable[[str], str] = str


def tr(text: str) -> str:
    """Return `text` in the planner's language; values are put in afterwards, by `format`."""
    return _translate(text)


def use_translator(translate: Callable[[str], str] = str) -> None:
    """Let `translate` answer for `tr` from now on; without an argument, English again."""
    global _translate  # noqa: PLW0603 - one language for the whole plugin
    _translate = translate
