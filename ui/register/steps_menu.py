"""The menu of the next steps: what may be done now first, then what may not, greyed, with why."""

from collections.abc import Iterable
from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QPoint, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QPushButton, QWidget

from ...plugin.forms.about import Offer
from ...plugin.words import tr


class StepsButton(QPushButton):
    """Opens the menu of what is on offer; `wanted` carries the Offer that is chosen.

    Actions of its own stand last: what can be done here, without a form. Before it shows those that
    are visible, `offering` lets whoever added them say which are.
    """

    offering = pyqtSignal()
    wanted = pyqtSignal(object)  # Offer

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("&Next step …"), parent)
        self.menu_of_steps = QMenu(self)
        self.menu_of_steps.setToolTipsVisible(True)
        self.clicked.connect(self._open)

    def offer(self, offers: Iterable[Offer]) -> None:
        """Put other offers into the menu; without any the button goes."""
        self.offering.emit()
        self.menu_of_steps.clear()
        all_of_them = sorted(offers, key=lambda one: one.why is not None)
        for one in all_of_them:
            self.menu_of_steps.addAction(self._action(one))
        self.menu_of_steps.addSeparator()
        own = [one for one in self.actions() if one.isVisible()]
        self.menu_of_steps.addActions(own)
        self.setVisible(bool(all_of_them or own))

    def _action(self, offer: Offer) -> QAction:
        title, part = offer.form().offered_as(offer.record), offer.record.part
        named = tr("{step}: {what}").format(step=title, what=part) if part else title
        text = tr("{step} …").format(step=named)
        action = QAction(f"{text} – {offer.why}" if offer.why else text, self.menu_of_steps)
        action.setObjectName(f"{offer.form.operation.name} {part}".rstrip())
        action.setEnabled(offer.why is None)
        action.setToolTip(offer.why or text)
        action.triggered.connect(partial(self.wanted.emit, offer))
        return action

    def _open(self) -> None:
        """Open the menu below the button, without waiting for a choice."""
        self.menu_of_steps.popup(self.mapToGlobal(QPoint(0, self.height())))
