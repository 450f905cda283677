"""The template of the document: the plugin's own, or the planner's in its place."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..background.slices import Steps
from ..errors import StreetWorksError
from ..words import tr

NAME = "evidence.qpt"
MAP, LEGEND, FOOTER = "map", "legend", "footer"
COLUMNS: Mapping[str, int] = {"facts": 2, "rules": 2, "checked": 1, "findings": 6}
"""The tables that a template has, by the ids of their frames, and their columns."""

_BUILT_IN = Path(__file__).resolve().parents[2] / "resources" / NAME
_ANY_FONT = "Sans Serif"
_ITEMS = ("LayoutItem", "LayoutMultiFrame")


def load(folder: Path) -> Steps[tuple[QgsPrintLayout, Optional[StreetWorksError]]]:
    """Make a layout of the template in `folder`, or of the plugin's own where there is none.

    One that cannot be used is told, and the plugin's own is taken. The steps are for the main
    thread.
    """
    theirs, trouble = folder / NAME, None
    if theirs.exists():
        try:
            return (yield from _read(theirs)), None
        except (OSError, ValueError) as error:
            trouble = _not_used(theirs, str(error))
    return (yield from _read(_BUILT_IN)), trouble


def table(layout: QgsPrintLayout, name: str) -> QgsLayoutItemManualTable:
    """Return the table whose first frame has that id. Raises ValueError where there is none."""
    for one in layout.multiFrames():
        framed = isinstance(one, QgsLayoutItemManualTable) and one.frameCount()
        if framed and one.frame(0).id() == name:
            return one
    raise ValueError(f"it has no table with the id {name}")


def item(layout: QgsPrintLayout, kind: type[QgsLayoutItem], name: str) -> Optional[QgsLayoutItem]:
    """Return the item of a kind with that id, or None."""
    found = layout.itemById(name)
    return found if isinstance(found, kind) else None


def _read(path: Path) -> Steps[QgsPrintLayout]:
    """Make a template a layout. Raises OSError, and ValueError for what is no such template.

    The fonts of the plugin's own are whatever the machine writes its windows with. It is not left
    to loadFromTemplate, which takes as long again to give all items other names, all at once.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    text = path.read_text("utf-8").replace(_ANY_FONT, escape(font))
    whole, bare = QDomDocument(), QDomDocument()
    if not (whole.setContent(text) and bare.setContent(text)):
        raise ValueError("it is no XML")
    _take_out_items(bare.documentElement())
    yield 0.01
    context, layout = QgsReadWriteContext(), QgsPrintLayout(QgsProject.instance())
    layout.undoStack().blockCommands(True)  # each would write the whole layout down
    fine = layout.readXml(bare.documentElement(), bare, context)
    yield 0.02
    layout.addItemsFromXml(whole.documentElement(), whole, context)
    yield 0.03
    if not fine or not layout.pageCollection().pageCount():
        raise ValueError("it is no template of a layout")
    if item(layout, QgsLayoutItemMap, MAP) is None:
        raise ValueError(f"it has no map with the id {MAP}")
    for name, columns in COLUMNS.items():
        if _size(table(layout, name)) != (columns, columns):
            raise ValueError(f"its table {name} has no row, or not {columns} columns")
    return layout


def _take_out_items(layout: QDomElement) -> None:
    """Leave a layout its settings and its pages."""
    child = layout.firstChildElement()
    while not child.isNull():
        following = child.nextSiblingElement()
        if child.tagName() in _ITEMS:
            layout.removeChild(child)
        child = following


def _size(there: QgsLayoutItemManualTable) -> tuple[int, int]:
    """Return how many columns a table and its first row have."""
    rows = there.tableContents()
    return len(there.columns()), len(rows[0]) if rows else 0


def _not_used(path: Path, why: str) -> StreetWorksError:
    return StreetWorksError(
        tr("Your template {name} cannot be used: the one of Street Works was taken.").format(
            name=path.name
        ),
        advice=tr(
            "It needs a map with the id “map”, and tables with the ids “facts”, “rules”, “checked” "
            "and “findings”, each with a row and as many columns as those of Street Works."
        ),
        detail=f"{path}: {why}",
    )
