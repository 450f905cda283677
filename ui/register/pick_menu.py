"""Asks which of the records at a click is meant."""

from collections.abc import Sequence
from typing import Callable, Optional

from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...plugin.map.pick import Record
from ...plugin.trade.kinds import title
from ...plugin.words import tr
from ..shared.alt_keys import KeyedMenu

MOST_OFFERED = 20


def offer(
    records: Sequence[Record], take: Callable[[Record], None], parent: Optional[QWidget] = None
) -> Optional[QMenu]:
    """Take the only record at once; of several let the planner choose from a menu, returned."""
    if len(records) == 1:
        take(records[0])
    if len(records) < 2:
        return None
    menu = KeyedMenu(parent)
    for record in records[:MOST_OFFERED]:
        known = tr("{name} ({usrn})").format(name=record.name, usrn=record.reference)
        reference = known if record.name else record.reference
        text = tr("{kind}: {reference}").format(kind=title(record.kind), reference=reference)
        action = menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, record=record: take(record))
    if len(records) > MOST_OFFERED:
        rest = tr("{n} more: please look closer").format(n=len(records) - MOST_OFFERED)
        menu.addAction(rest).setEnabled(False)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(QCursor.pos())
    return menu
