"""The columns of a table as the planner arranged them: which, in which order, how wide."""

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHeaderView, QTableView

from ...plugin.compat import enum_value
from ...plugin.kept import Document, Kept
from ..shared.alt_keys import KeyedMenu

_WIDEST = 260  # pixels, for a start
_WIDTHS = range(8, 2001)  # pixels; what is wider or narrower cannot be got hold of any more
_ROWS_LOOKED_AT = 50  # a thousand, as is usual, hold QGIS for a tenth of a second
_ORDERS = {"up": Qt.SortOrder.AscendingOrder, "down": Qt.SortOrder.DescendingOrder}


class TableColumns:
    """Remembers a header's columns in the settings, and offers in `menu` which are shown."""

    def __init__(
        self,
        header: QHeaderView,
        columns: Sequence[tuple[str, str]],
        settings: QgsSettings,
        name: str,
    ) -> None:
        """`columns` are the keys and headings in the model's order; `name` is the table's."""
        self._header = header
        self._keys = [key for key, _heading in columns]
        self._kept = Kept(settings)
        self._setting = Document(f"columns/{name}", {})
        self._fitted = bool(self._kept.value(self._setting))
        self.menu = KeyedMenu(header)
        for section, (_key, heading) in enumerate(columns):
            action = self.menu.addAction(heading.replace("&", "&&"))
            action.setCheckable(True)
            action.toggled.connect(lambda on, section=section: self._set_shown(section, on))
        self._restore()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.menu.popup(header.mapToGlobal(place))
        )
        header.sectionMoved.connect(lambda *_: self._keep())
        header.sectionResized.connect(lambda *_: self._keep())
        header.sortIndicatorChanged.connect(lambda *_: self._keep())

    def shown(self) -> list[int]:
        """Return the columns that are shown, by their number in the model, from left to right."""
        header = self._header
        in_order = [header.logicalIndex(place) for place in range(header.count())]
        return [section for section in in_order if not header.isSectionHidden(section)]

    def fit_once(self, table: QTableView) -> None:
        """Make the columns as wide as what `table` says in them, unless the planner had them."""
        if self._fitted:
            return
        self._fitted = True
        self._header.setResizeContentsPrecision(_ROWS_LOOKED_AT)
        table.resizeColumnsToContents()
        for section in self.shown():
            self._header.resizeSection(section, min(self._header.sectionSize(section), _WIDEST))

    def _set_shown(self, section: int, on: bool) -> None:
        self._header.setSectionHidden(section, not on)
        self._offer()
        self._keep()

    def _offer(self) -> None:
        """Check what is shown; the last column that is cannot be hidden."""
        shown = self.shown()
        for section, action in enumerate(self.menu.actions()):
            action.setChecked(section in shown)
            action.setEnabled(shown != [section])

    def _keep(self) -> None:
        header = self._header
        shown = self.shown()
        up = enum_value(header.sortIndicatorOrder()) == enum_value(_ORDERS["up"])
        sorted_by = header.sortIndicatorSection()
        known = 0 <= sorted_by < len(self._keys)
        kept = {
            "order": [self._keys[header.logicalIndex(place)] for place in range(header.count())],
            "hidden": [key for number, key in enumerate(self._keys) if number not in shown],
            "widths": {self._keys[number]: header.sectionSize(number) for number in shown},
            "sort": [self._keys[sorted_by], "up" if up else "down"] if known else [],
        }
        self._kept.put(self._setting, kept)

    def _restore(self) -> None:
        """Arrange the columns as they were; what is not known of stays as it is."""
        kept = self._kept.value(self._setting)
        header = self._header
        for place, key in enumerate(self._known(kept.get("order"))):
            header.moveSection(header.visualIndex(self._keys.index(key)), place)
        hidden = self._known(kept.get("hidden"))
        for key in hidden if len(hidden) < len(self._keys) else ():
            header.setSectionHidden(self._keys.index(key), True)
        widths = kept.get("widths")
        for key, width in widths.items() if isinstance(widths, dict) else ():
            if key in self._keys and isinstance(width, int) and width in _WIDTHS:
                header.resizeSection(self._keys.index(key), width)
        sort = kept.get("sort")
        if isinstance(sort, list) and len(sort) == 2 and self._known(sort[:1]):
            header.setSortIndicator(
                self._keys.index(sort[0]), _ORDERS["down" if sort[1] == "down" else "up"]
            )
        self._offer()

    def _known(self, keys: Any) -> list[str]:
        """Return those of `keys` that are columns, each once."""
        if not isinstance(keys, list):
            return []
        return [key for key in dict.fromkeys(map(str, keys)) if key in self._keys]
