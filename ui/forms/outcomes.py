"""Several requests sent one after the other: a line for each with what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...plugin.drafts import State
from ...plugin.drafts.sending import Operation, Request
from ...plugin.errors import StreetWorksError
from ...plugin.trade.records.receipts import Receipt
from ...plugin.words import tr
from .failure import fields_of, make_title
from .sending import Sending
from .services import FormServices


@dataclass
class ToSend:
    """A request about a subject, what it is called, and what became of it; None: not sent yet."""

    name: str
    subject: str
    request: Request
    state: Optional[State] = None
    receipt: Optional[Receipt] = None
    why: str = ""


class OutcomesPage(QWidget):
    """Sends each of several requests once, whatever becomes of the others.

    `changed` follows, and `first_accepted` once one of them is.
    """

    changed = pyqtSignal()
    first_accepted = pyqtSignal()

    def __init__(
        self, services: FormServices, operation: Operation, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._operation = operation
        self._all: list[ToSend] = []
        self._sendings: dict[str, Sending] = {}  # by their subjects
        self._left: list[Callable[[], None]] = []  # what is still to be done, in turn
        self.busy = False
        self.title = QLabel()
        self.title.setWordWrap(True)
        make_title(self.title)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("What became of each application"))
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(
            [tr("Street"), tr("Works reference"), tr("Permit reference"), tr("Outcome")]
        )
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.copyButton = QPushButton(tr("&Copy the list"))
        self.copyButton.setAutoDefault(False)
        self.copyButton.clicked.connect(self._copy)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.copyButton)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.why)
        layout.addLayout(row)

    @property
    def open(self) -> bool:
        """Whether it is not known of some whether Street Manager has them."""
        return any(one.state is State.UNKNOWN for one in self._all)

    def send(self, requests: Iterable[ToSend]) -> None:
        """Send each, one after the other."""
        self._all = list(requests)
        self._sendings = {one.subject: self._sending_of(one) for one in self._all}
        self._left = [
            partial(self._sendings[one.subject].send, one.subject, one.request) for one in self._all
        ]
        self._go_on()

    def check(self) -> None:
        """Ask what became of each that is open, one after the other."""
        unknown = (one.subject for one in self._all if one.state is State.UNKNOWN)
        self._left = [self._sendings[subject].settle for subject in unknown]
        self._go_on()

    def text(self) -> str:
        """Return the list as text, its cells parted by tabs."""
        return "\n".join("\t".join([*_cells(one), one.why]) for one in self._all)

    def _sending_of(self, one: ToSend) -> Sending:
        sending = Sending(self._services, self._operation, self)
        sending.accepted.connect(partial(self._ended, one, State.ACCEPTED))
        sending.refused.connect(partial(self._ended, one, State.REFUSED))
        sending.unknown.connect(partial(self._ended, one, State.UNKNOWN))
        sending.not_sent.connect(partial(self._ended, one, State.NOT_THERE))
        sending.not_there.connect(partial(self._ended, one, State.NOT_THERE, None))
        return sending

    def _go_on(self) -> None:
        self.busy = bool(self._left)
        self._show()
        if self._left:
            self._left.pop(0)()

    def _ended(self, one: ToSend, state: State, told: object) -> None:
        """Note what became of it, by the receipt or the error that was told; go on to the next."""
        first = all(other.state is not State.ACCEPTED for other in self._all)
        one.state = state
        if first and state is State.ACCEPTED:
            self.first_accepted.emit()
        one.receipt = told if isinstance(told, Receipt) else None
        one.why = _why(told) if isinstance(told, StreetWorksError) else ""
        self._go_on()

    def _show(self) -> None:
        self.tree.clear()
        for one in self._all:
            self.tree.addTopLevelItem(QTreeWidgetItem(_cells(one)))
        self.why.setText("\n".join(self._reasons()))
        accepted = sum(one.state is State.ACCEPTED for one in self._all)
        said = tr("Street Manager has accepted {n} of {all} applications.")
        self.title.setText(said.format(n=accepted, all=len(self._all)))
        self.changed.emit()

    def _reasons(self) -> Iterator[str]:
        """Say why some were not accepted, and where they are now."""
        for one in self._all:
            if one.why:
                yield tr("{name}: {why}").format(name=one.name, why=one.why)
        if not self.busy and any(one.state is not State.ACCEPTED for one in self._all):
            yield tr("What was not accepted is still among your drafts, with these answers.")

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self.text())


def _cells(one: ToSend) -> list[str]:
    permit = "" if one.receipt is None else one.receipt.permit_reference
    return [one.name, one.subject, permit, _outcome(one.state)]


def _outcome(state: Optional[State]) -> str:
    said = {
        State.ACCEPTED: tr("Accepted"),
        State.REFUSED: tr("Not accepted"),
        State.UNKNOWN: tr("Not known"),
        State.NOT_THERE: tr("Not sent"),
    }
    return tr("Waiting") if state is None else said[state]


def _why(error: StreetWorksError) -> str:
    fields = (text for texts in fields_of(error).values() for text in texts)
    return " ".join([*str(error).split("\n"), *fields])
