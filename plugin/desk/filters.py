"""Filters kept by name, with the project or with the planner's profile, and the one in use."""

import json
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..errors import StreetWorksError
from ..files.documents import read_document
from ..live.finding.filter import Filter
from ..words import tr

PROJECT = "project"
PROFILE = "profile"

LONGEST_NAME = 60

_SCOPE = "StreetWorks"
_NAMED = "filters"
_CURRENT = "filter"
_DAMAGED = "filters_damaged"


@dataclass(frozen=True)
class SavedFilter:
    """A filter with its name, and whether it is kept with the PROJECT or in the PROFILE."""

    name: str
    where: str
    filter: Filter


class SavedFilters(QObject):
    """What is kept by name, and the filter in use, which is remembered in both places.

    `changed` follows each change of what is kept, `current_changed` each other filter in use, also
    when another project is opened. `trouble` tells once of what is kept and cannot be read: one
    filter stays where it is, and where none can be read, all are put aside before others are kept.
    """

    changed = pyqtSignal()
    current_changed = pyqtSignal(object)  # Filter
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, project: QgsProject, settings: Optional[QgsSettings] = None) -> None:
        """`project` is QgsProject.instance(); its entries go when it is closed."""
        super().__init__()
        self._project = project
        self._settings = settings or QgsSettings()
        self._told: set[str] = set()
        self._in_use: Optional[Filter] = None  # read when first asked for: `trouble` has ears then
        project.readProject.connect(self._follow)
        project.cleared.connect(self._follow)

    def close_down(self) -> None:
        """Let go of the project."""
        self._project.readProject.disconnect(self._follow)
        self._project.cleared.disconnect(self._follow)

    @property
    def current(self) -> Filter:
        """The filter in use: the project's, else the profile's, else the next 14 days."""
        if self._in_use is None:
            self._in_use = self._remembered()
        return self._in_use

    def use(self, wanted: Filter) -> None:
        """Take `wanted` as the filter in use, and remember it."""
        if wanted == self.current:
            return
        self._in_use = wanted
        for where in (PROJECT, PROFILE):
            self._put(_CURRENT, where, json.dumps(wanted.to_json()))
        self.current_changed.emit(wanted)

    def all(self) -> tuple[SavedFilter, ...]:
        """Return what is kept and can be read: the project's first, each in order of name."""
        found = []
        for where in (PROJECT, PROFILE):
            kept = self._named(where)
            for name in sorted(kept, key=str.casefold):
                read = self._read(kept[name], tr("The filter “{name}”").format(name=name))
                if read is not None:
                    found.append(SavedFilter(name, where, read))
        return tuple(found)

    def save(self, name: str, wanted: Filter, where: str) -> SavedFilter:
        """Keep `wanted` under `name` in PROJECT or PROFILE, in place of one of that name there.

        Raises StreetWorksError when the name is empty or too long.
        """
        kept = {**self._named(where), _checked(name): wanted.to_json()}
        self._write(where, kept)
        return SavedFilter(_checked(name), where, wanted)

    def rename(self, saved: SavedFilter, name: str) -> SavedFilter:
        """Give what is kept another name.

        Raises StreetWorksError when the name is empty, too long or taken there, and when the filter
        is not kept any more.
        """
        new, kept = _checked(name), self._require(saved)
        if new != saved.name and new in kept:
            raise StreetWorksError(
                tr("There is a filter “{name}” already.").format(name=new),
                advice=tr("Choose another name, or delete that one first."),
            )
        kept[new] = kept.pop(saved.name)
        self._write(saved.where, kept)
        return SavedFilter(new, saved.where, saved.filter)

    def delete(self, saved: SavedFilter) -> None:
        """Keep it no longer. Raises StreetWorksError when it is not kept any more."""
        kept = self._require(saved)
        del kept[saved.name]
        self._write(saved.where, kept)

    def _require(self, saved: SavedFilter) -> dict[str, Any]:
        kept = self._named(saved.where)
        if saved.name not in kept:
            raise StreetWorksError(
                tr("The filter “{name}” is not kept any more.").format(name=saved.name),
                advice=tr("Choose another one of the list."),
            )
        return kept

    def _named(self, where: str) -> dict[str, Any]:
        text = self._text(_NAMED, where)
        kept = self._parsed(text, tr("What was kept as filters")) if text else {}
        return {} if kept is None else kept

    def _write(self, where: str, kept: dict[str, Any]) -> None:
        before = self._text(_NAMED, where)
        if before and not _is_document(before):
            self._put(_DAMAGED, where, before)
        self._put(_NAMED, where, json.dumps(kept))
        self.changed.emit()

    def _put(self, name: str, where: str, text: str) -> None:
        if where == PROJECT:
            self._project.writeEntry(_SCOPE, name, text)
        else:
            self._settings.setValue(_key(name), text)

    def _text(self, name: str, where: str) -> str:
        if where == PROJECT:
            return str(self._project.readEntry(_SCOPE, name, "")[0])
        try:
            return str(self._settings.value(_key(name), "") or "")
        except TypeError as error:  # a value that PyQt has no type for
            return str(error)

    def _remembered(self) -> Filter:
        for where in (PROJECT, PROFILE):
            text, what = self._text(_CURRENT, where), tr("The filter last in use")
            data = self._parsed(text, what) if text else None
            read = None if data is None else self._read(data, what)
            if read is not None:
                return read
        return Filter()

    def _follow(self, *_document: Any) -> None:
        """Take what another project keeps."""
        self.changed.emit()
        before, self._in_use = self.current, self._remembered()
        if self._in_use != before:
            self.current_changed.emit(self._in_use)

    def _parsed(self, text: str, what: str) -> Optional[dict[str, Any]]:
        try:
            return read_document(text)
        except ValueError as error:
            self._tell(what, StreetWorksError("", detail=f"{error}\n{text}"))
            return None

    def _read(self, data: Any, what: str) -> Optional[Filter]:
        try:
            return Filter.from_json(data)
        except StreetWorksError as error:
            self._tell(what, error)
            return None

    def _tell(self, what: str, error: StreetWorksError) -> None:
        if what + error.detail in self._told:
            return
        self._told.add(what + error.detail)
        self.trouble.emit(
            StreetWorksError(
                tr("{what} cannot be read.").format(what=what),
                advice=tr("Please set it anew and save it again."),
                detail=error.detail,
            )
        )


def _checked(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise StreetWorksError(
            tr("A filter needs a name of at most {n} characters.").format(n=LONGEST_NAME),
            advice=tr("Please give it one."),
        )
    return plain


def _is_document(text: str) -> bool:
    try:
        read_document(text)
    except ValueError:
        return False
    return True


def _key(name: str) -> str:
    return f"street_works/{name}"
