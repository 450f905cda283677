"""Writes what was downloaded: all of it or, where a destination can do that, nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Optional, Union

from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

from ..live.reconciling import Held, steps
from ..live.store.tables import CENTRE
from ..trade.kinds import Shape
from ..words import tr
from .download_editing import Editing, held_in, together
from .download_from import Downloaded
from .download_gone import Reach, gone
from .download_rows import Rows, Table, aliases_of, has, tables_of
from .download_to import Database, Files


class Mode(Enum):
    """What becomes of the rows that a destination has already."""

    UPDATE = "update"
    REPLACE = "replace"
    APPEND = "append"


class Counts(NamedTuple):
    """How many records of a kind a run added, changed, removed, and left untouched."""

    added: int
    changed: int
    gone: int
    same: int


Opened = Mapping[Table, Optional[QgsVectorLayer]]
"""The tables as layers to edit; None for a file that is written as a whole."""


@dataclass(frozen=True)
class Writing:
    """A run's writing: where to, how, and how far it replaces what was there."""

    destination: Union[Database, Files]
    mode: Mode
    reach: Reach
    feedback: QgsProcessingFeedback

    def write(self, found: Sequence[Downloaded]) -> dict[str, Counts]:
        """Write what was found; return what became of the records of each kind.

        Raises QgsProcessingException, and Cancelled: then a database and a GeoPackage are as they
        were, but for tables that were made.
        """
        tables = tables_of(one.kind for one in found)
        complete = all(one.complete for one in found)
        opened = self._opened(tables, complete)
        layers = [layer for layer in opened.values() if layer is not None]
        with together(layers, self._locks(tables)) as undone_together:
            feedback = self.feedback if undone_together else None
            return {one.kind: self._kind(one, opened, feedback) for one in found}

    def _opened(self, tables: Iterable[Table], complete: bool) -> Opened:
        if isinstance(self.destination, Files):
            return _files(self.destination, tables, self.mode is Mode.REPLACE, complete)
        for table in tables:
            if not self.destination.exists(table):
                self.destination.make(table, unique=self.mode is not Mode.APPEND)
                self._keep_style(self.destination.open(table), table)
        return {table: self.destination.layer(table) for table in tables}

    def _locks(self, tables: Iterable[Table]) -> list[str]:
        if isinstance(self.destination, Files):
            return []
        return [lock for table in tables if (lock := self.destination.lock(table))]

    def _kind(
        self, one: Downloaded, opened: Opened, feedback: Optional[QgsProcessingFeedback]
    ) -> Counts:
        tables = tables_of([one.kind])
        layers = {table.shape: layer for table in tables if (layer := opened[table])}
        held: dict[str, dict[str, Held]] = {}
        left: set[str] = set()
        if self.mode is not Mode.APPEND:
            held = {shape: held_in(layer) for shape, layer in layers.items()}
            left = gone(one, layers, set().union(*held.values()), self.reach)
        records = {record.identity: record for record in one.records}
        rows = Rows(one.kind, one.fetched.as_of)
        counts = Counts(0, 0, 0, 0)
        for table in tables:
            wanted = {
                identity: record.digest.hex()
                for identity, record in records.items()
                if has(record, table.shape)
            }
            todo = steps(held.get(table.shape, {}), wanted, came=set(records), gone=left)
            layer = opened[table]
            if layer is not None:
                Editing(layer, table, rows, feedback).do(todo, records)
            elif isinstance(self.destination, Files):
                new = (rows.feature(records[identity], table) for identity in wanted)
                self.destination.write(table, new)
            if table.shape == CENTRE:
                counts = Counts(len(todo.add), len(todo.change), len(todo.remove), todo.same)
        return counts

    def _keep_style(self, layer: QgsVectorLayer, table: Table) -> None:
        """Let whoever opens the new table see the plugin's style; it works without one."""
        from ..map.dress import dress  # noqa: PLC0415 - only with a new table

        for name, alias in aliases_of(table.kind).items():
            layer.setFieldAlias(layer.fields().indexFromName(name), alias)
        dress(layer, table.kind, table.shape if table.shape == CENTRE else Shape(table.shape))
        _forget_styles(layer)
        trouble = layer.saveStyleToDatabase(table.name, tr("Street Works"), True, "")
        if trouble:
            self.feedback.reportError(
                tr("The style of “{table}” could not be kept there: {reason}").format(
                    table=table.name, reason=trouble
                )
            )


def _forget_styles(layer: QgsVectorLayer) -> None:
    """Delete what was kept of an earlier table of that name: QGIS would open a window to ask."""
    own, ids, names, _descriptions, _trouble = layer.listStylesInDatabase()
    for number, name in list(zip(ids, names))[:own]:  # those of other tables come after them
        if name == layer.name():
            layer.deleteStyleFromDatabase(number)


def _files(files: Files, tables: Iterable[Table], replace: bool, complete: bool) -> Opened:
    """Open the files that have rows; the others, or all, are to be written as a whole."""
    filled = [table for table in tables if not files.is_empty(table)]
    if replace and filled and not complete:
        raise QgsProcessingException(
            tr(
                "Nothing was replaced, as Street Manager did not give everything. See above what "
                "is missing."
            )
        )
    edited = [] if replace else filled
    return {table: files.layer(table) if table in edited else None for table in tables}
