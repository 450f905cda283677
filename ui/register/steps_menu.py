"""The menu of the next steps: what is asked for first, then the others by what they are about."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Callable, Optional

from qgis.PyQt.QtCore import QPoint, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QPushButton, QWidget

from ...plugin.forms.about import Offer
from ...plugin.rules.steps import Step
from ...plugin.words import tr
from ..shared.alt_keys import KeyedMenu


class StepsButton(QPushButton):
    """Opens the menu of what is on offer; `wanted` carries the Offer that is chosen.

    What may not be done now is in a menu within it, greyed, each with why. Actions of its own stand
    last: what can be done here, without a form. Before it shows those that are visible, `offering`
    lets whoever added them say which are.
    """

    offering = pyqtSignal()
    wanted = pyqtSignal(object)  # Offer

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("&Next step …"), parent)
        self.menu_of_steps = KeyedMenu(self)
        self._not_now = KeyedMenu(self)
        for menu in (self.menu_of_steps, self._not_now):
            menu.setToolTipsVisible(True)
        self.clicked.connect(self._open)

    @property
    def every_step(self) -> list[QAction]:
        """All that is on offer, also what may not be done now."""
        return [*self.menu_of_steps.actions(), *self._not_now.actions()]

    def offer(self, offers: Iterable[Offer], asked: Sequence[Step] = ()) -> None:
        """Put other offers into the menu, the steps that are `asked` for on top.

        Without anything to do or to say the button goes.
        """
        self.offering.emit()
        self._not_now.clear()
        self.menu_of_steps.clear()
        every = tuple(offers)
        may = [one for one in every if one.why is None]
        first = sorted((one for one in may if one.form.step in asked), key=_by(asked))
        others = [one for one in may if one.form.step not in asked]
        for group in filter(None, (first, *_by_record(others))):
            for one in group:
                self.menu_of_steps.addAction(self._action(one, self.menu_of_steps))
            self.menu_of_steps.addSeparator()
        if first:
            self.menu_of_steps.setDefaultAction(self.menu_of_steps.actions()[0])
        self._show_not_now([one for one in every if one.why is not None])
        own = [one for one in self.actions() if one.isVisible()]
        self.menu_of_steps.addActions(own)
        self.setVisible(bool(every or own))

    def _show_not_now(self, offers: Sequence[Offer]) -> None:
        for one in offers:
            self._not_now.addAction(self._action(one, self._not_now))
        if offers:
            self._not_now.setTitle(tr("What cannot be done now ({n})").format(n=len(offers)))
            self.menu_of_steps.addMenu(self._not_now)
            self.menu_of_steps.addSeparator()

    def _action(self, offer: Offer, menu: QMenu) -> QAction:
        title, part = offer.form().offered_as(offer.record), offer.record.part
        named = tr("{step}: {what}").format(step=title, what=part) if part else title
        text = tr("{step} …").format(step=named)
        action = QAction(f"{text} – {offer.why}" if offer.why else text, menu)
        action.setObjectName(f"{offer.form.operation.name} {part}".rstrip())
        action.setEnabled(offer.why is None)
        action.setToolTip(offer.why or text)
        action.triggered.connect(partial(self.wanted.emit, offer))
        return action

    def _open(self) -> None:
        """Open the menu below the button, without waiting for a choice."""
        self.menu_of_steps.popup(self.mapToGlobal(QPoint(0, self.height())))


def _by(asked: Sequence[Step]) -> Callable[[Offer], int]:
    return lambda offer: asked.index(offer.form.step)


def _by_record(offers: Iterable[Offer]) -> Iterator[list[Offer]]:
    """Give those about each record: about the works first, as they are offered."""
    for _part, group in groupby(offers, key=lambda one: one.record.part):
        yield list(group)
