"""Asks where to write the list, and as what."""

from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...plugin.desk.list_export import CSV, Column, Listed, ListExport, formats
from ...plugin.live.store.rows import Row
from ...plugin.live.store.store import Store
from ...plugin.words import tr
from .list_model import ListColumn


class Exporting(QObject):
    """Hands what is listed, and the chosen file, to `export`; the place is offered again."""

    def __init__(
        self, export: ListExport, store: Callable[[], Optional[Store]], window: QWidget
    ) -> None:
        super().__init__()
        self._export = export
        self._store = store
        self._window = window
        self._before = Path(tr("list") + CSV)

    def ask(self, rows: tuple[Row, ...], columns: Sequence[ListColumn]) -> None:
        """Ask where to write rows with the columns that are shown, and let it be written."""
        listed = Listed(rows, tuple(Column(one.key, one.heading) for one in columns))
        kinds = formats()
        dialog = QFileDialog(self._window, tr("Export list"), str(self._before.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds.values()))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(_ending_of(chosen).lstrip("."))
        )
        dialog.selectNameFilter(kinds[self._before.suffix])
        dialog.setDefaultSuffix(self._before.suffix.lstrip("."))
        dialog.selectFile(self._before.stem)
        dialog.fileSelected.connect(lambda path: self._write(listed, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, listed: Listed, path: Path) -> None:
        if path.suffix.lower() in formats():
            self._before = path.with_suffix(path.suffix.lower())
        self._export.write(listed, path, self._store())


def _ending_of(words: str) -> str:
    return next(ending for ending, said in formats().items() if said == words)
