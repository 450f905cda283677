"""Facts of a request, each with a name that leads to its answer on the form."""

from collections.abc import Iterable
from html import escape
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QWidget

from ...plugin.forms.told import Fact
from ...plugin.words import tr


class Entries(QWidget):
    """Shows entries below each other; `wanted` carries the field whose name was clicked."""

    wanted = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_entries(self, entries: Iterable[Fact]) -> None:
        """Show `entries` in place of those before."""
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for entry in entries:
            self._rows.addRow(self._name(entry), _words(entry.text))

    def _name(self, entry: Fact) -> QLabel:
        if not entry.field:
            return _words(entry.name)
        link = QLabel(f'<a href="{entry.field}">{escape(entry.name)}</a>')
        link.setTextFormat(Qt.TextFormat.RichText)
        link.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        link.setToolTip(tr("Go to this answer on the form"))
        link.setAccessibleName(tr("{name}: go to this answer on the form").format(name=entry.name))
        link.linkActivated.connect(self.wanted)
        return link


def _words(text: str) -> QLabel:
    words = QLabel(text)
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
