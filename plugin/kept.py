"""Settings one by one: what each is called, what is usual, and what it may be.

What is kept can be edited by hand, damaged, or written by another version of the plugin. What a
setting may not be counts as not set, and QGIS's log says so; it stays where it is until the planner
sets it anew.
"""

import json
import re
from typing import Any, Generic, Optional, TypeVar, overload

from qgis.core import Qgis, QgsMessageLog, QgsSettings

from .files.documents import read_document
from .words import tr

_ROOT = "street_works/"
_LONGEST_TOLD = 100

_Value = TypeVar("_Value")
_Itself = TypeVar("_Itself", bound="Setting[Any]")
_Number = TypeVar("_Number", bound=float)


class Setting(Generic[_Value]):
    """A setting, for `Kept`; it is also the attribute of an object that has a `kept`."""

    def __init__(self, key: str, usual: _Value) -> None:
        self.key = key
        self.usual = usual

    @overload
    def __get__(self: _Itself, settings: None, owner: Any) -> _Itself: ...

    @overload
    def __get__(self, settings: Any, owner: Any) -> _Value: ...

    def __get__(self, settings: Any, owner: Any) -> Any:
        """Return what is kept; asked of the class, the setting itself."""
        return self if settings is None else settings.kept.value(self)

    def __set__(self, settings: Any, value: _Value) -> None:
        """Keep `value`."""
        settings.kept.put(self, value)

    def read(self, stored: Any) -> _Value:
        """Return the value that is stored. Raises ValueError when it is none of this setting's."""
        raise NotImplementedError

    def write(self, value: _Value) -> object:
        """Return what is stored for a value."""
        return value


class Kept:
    """The plugin's part of QGIS's settings. What cannot be read is told once, in QGIS's log."""

    def __init__(self, store: Optional[QgsSettings] = None) -> None:
        self._store = store or QgsSettings()
        self._told: set[str] = set()

    def value(self, setting: Setting[_Value]) -> _Value:
        """Return what is kept for `setting`, or what is usual."""
        key = _ROOT + setting.key
        try:
            stored = self._store.value(key)
            return setting.usual if stored is None else setting.read(stored)
        except (OverflowError, TypeError, ValueError) as error:
            self._tell(key, error)
            return setting.usual

    def put(self, setting: Setting[_Value], value: _Value) -> None:
        """Keep `value` for `setting`."""
        self._store.setValue(_ROOT + setting.key, setting.write(value))

    def remove(self, setting: Setting[Any]) -> None:
        """Keep nothing for `setting`: the usual value holds again."""
        self._store.remove(_ROOT + setting.key)

    def _tell(self, key: str, error: Exception) -> None:
        said = tr("The setting {key} cannot be read and counts as not set: {why}").format(
            key=key, why=str(error)[:_LONGEST_TOLD]
        )
        if said not in self._told:
            self._told.add(said)
            QgsMessageLog.logMessage(said, "Street Works", Qgis.MessageLevel.Warning)


class Number(Setting[_Number]):
    """A number from `lowest` to `highest`, of the usual one's type."""

    def __init__(self, key: str, usual: _Number, lowest: _Number, highest: _Number) -> None:
        super().__init__(key, usual)
        self.lowest = lowest
        self.highest = highest

    @property
    def range(self) -> tuple[_Number, _Number]:
        """The least and the most that it may be, as a spin box takes them."""
        return self.lowest, self.highest

    def read(self, stored: Any) -> _Number:
        """Return the number; ValueError for none, not a number, and one outside the bounds."""
        if isinstance(stored, bool):
            raise ValueError(f"{stored!r} is no number")  # noqa: TRY004 - it is what is stored
        number = type(self.usual)(float(stored))
        if not self.lowest <= number <= self.highest:
            raise ValueError(f"{stored!r} is not from {self.lowest} to {self.highest}")
        return number


class Flag(Setting[bool]):
    """Yes or no."""

    def read(self, stored: Any) -> bool:
        """Return it as QGIS writes it: true or false."""
        said = str(stored).lower()
        if said not in {"true", "false"}:
            raise ValueError(f"{stored!r} is neither true nor false")
        return said == "true"


class Text(Setting[str]):
    """A text that `pattern` fits as a whole; empty, it is the usual one."""

    def __init__(self, key: str, usual: str, pattern: str) -> None:
        super().__init__(key, usual)
        self._pattern = re.compile(pattern)

    def read(self, stored: Any) -> str:
        """Return the text."""
        if stored == "":
            return self.usual
        if not isinstance(stored, str) or not self._pattern.fullmatch(stored):
            raise ValueError(repr(stored))
        return stored


class OneOf(Setting[str]):
    """One of the words of `choices`, the first of which is usual."""

    def __init__(self, key: str, *choices: str) -> None:
        super().__init__(key, choices[0])
        self.choices = choices

    def read(self, stored: Any) -> str:
        """Return the word."""
        if stored not in self.choices:
            raise ValueError(f"{stored!r} is none of {', '.join(self.choices)}")
        return str(stored)


class SomeOf(Setting[frozenset[str]]):
    """Some of the words of `choices`; usually none."""

    def __init__(self, key: str, *choices: str) -> None:
        super().__init__(key, frozenset())
        self.choices = choices

    def read(self, stored: Any) -> frozenset[str]:
        """Return the words."""
        words = frozenset(str(stored).split())
        if not words.issubset(self.choices):
            raise ValueError(f"{stored!r} has others than {', '.join(self.choices)}")
        return words

    def write(self, value: frozenset[str]) -> object:
        """Return the words as one text."""
        return " ".join(sorted(value))


class Paths(Setting[list[str]]):
    """Paths of files; a list of one is stored as a text."""

    def read(self, stored: Any) -> list[str]:
        """Return the paths, without empty ones."""
        paths = [stored] if isinstance(stored, str) else stored
        if not isinstance(paths, list) or not all(_is_path(path) for path in paths):
            raise ValueError(repr(stored))
        return [path for path in paths if path]


class Document(Setting[dict[str, Any]]):
    """An object as JSON."""

    def read(self, stored: Any) -> dict[str, Any]:
        """Return the object."""
        return read_document(stored)

    def write(self, value: dict[str, Any]) -> object:
        """Return it as JSON."""
        return json.dumps(value)


def _is_path(path: object) -> bool:
    return isinstance(path, str) and "\0" not in path
