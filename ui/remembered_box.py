"""In QGIS's options: how many answers are remembered for forms, and the way to forget them."""

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QPushButton, QWidget

from ..plugin.drafts.habits import FILE, HabitStore
from ..plugin.errors import StreetWorksError
from ..plugin.words import tr


class RememberedBox(QGroupBox):
    """Counts what is remembered in `folder`, of all environments and accounts."""

    def __init__(self, folder: Path, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Answers that forms remember"), parent)
        self._path = folder / FILE
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.forget = QPushButton(tr("Forget t&hem all"))
        self.forget.setToolTip(
            tr("Contacts, workstream and internal user of your last forms; they go at once")
        )
        layout = QHBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.forget)
        self.forget.clicked.connect(self._forget)
        self._show(0 if not self._path.exists() else self._look(forget=False))

    def _forget(self) -> None:
        self._show(self._look(forget=True))

    def _look(self, *, forget: bool) -> Optional[int]:
        """Return how many there are, once they are forgotten if so wanted; None if unreadable."""
        try:
            store = HabitStore(self._path)
        except StreetWorksError:
            return None
        try:
            if forget:
                store.forget_all()
            return store.how_many()
        except StreetWorksError:
            return None
        finally:
            store.close()

    def _show(self, number: Optional[int]) -> None:
        if number is None:
            said = tr("What is remembered cannot be read now.")
        elif number == 1:
            said = tr("One answer is remembered.")
        elif number:
            said = tr("{n} answers are remembered.").format(n=number)
        else:
            said = tr("No answers are remembered.")
        self.words.setText(said)
        self.forget.setEnabled(bool(number))
