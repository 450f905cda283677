"""What a planner who is new here can begin with: three steps, each ticked once it is done."""

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from ...plugin.settings import BACK, PRACTISE, SIGN_IN
from ...plugin.words import tr
from ..shared.ui_file import load_form

_TICK = "✓"


class Welcome(QFrame):
    """Offers the steps PRACTISE, SIGN_IN and BACK; `chosen` carries which, `put_away` closes it.

    `appeared` says whether it stands there from now on.
    """

    chosen = pyqtSignal(str)
    put_away = pyqtSignal()
    appeared = pyqtSignal(bool)

    awayButton: QToolButton
    practiseTick: QLabel
    practiseButton: QPushButton
    signInTick: QLabel
    signInButton: QPushButton
    backTick: QLabel
    backButton: QPushButton
    backLabel: QLabel

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._rows = {
            PRACTISE: (self.practiseTick, self.practiseButton),
            SIGN_IN: (self.signInTick, self.signInButton),
            BACK: (self.backTick, self.backButton),
        }
        self._practise = self.practiseButton.text()
        self._give_keys()
        for step, (_tick, button) in self._rows.items():
            button.clicked.connect(lambda _on=False, step=step: self.chosen.emit(step))
        self.awayButton.clicked.connect(self.put_away)

    def appear(self, there: bool) -> None:
        """Stand there, or not."""
        self.setVisible(there)
        self.appeared.emit(there)

    def tick(self, done: frozenset[str]) -> None:
        """Tick the steps that are done; they can be taken again."""
        for number, (step, (tick, button)) in enumerate(self._rows.items(), 1):
            tick.setText(_TICK if step in done else str(number))
            button.setAccessibleDescription(tr("done") if step in done else "")

    def offer_back(self, where: str) -> None:
        """Say where the planner was; "" for nowhere yet."""
        self.backButton.setEnabled(bool(where))
        self.backLabel.setText(where or tr("What you draw or load is here the next time."))

    def practising(self, begun: bool) -> None:
        """Say that the practice town is being opened, or that this has ended."""
        self.practiseButton.setEnabled(not begun)
        self.practiseButton.setText(tr("The town is being opened …") if begun else self._practise)
        self._give_keys()  # Qt forgets them with another text

    def _give_keys(self) -> None:
        """Let Alt and the number of a step begin it."""
        for number, (_tick, button) in enumerate(self._rows.values(), 1):
            button.setShortcut(f"Alt+{number}")
            button.setToolTip(tr("Alt+{n} begins it").format(n=number))
