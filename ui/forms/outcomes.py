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
from ..shared.alive import while_alive
from ..shared.trouble import attempt
from .failure import fields_of, make_title
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
    """Sends each of several requests once, whatever becomes of the others. `changed` follows."""

    changed = pyqtSignal()

    def __init__(
        self, services: FormServices, operation: Operation, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._operation = operation
        self._all: list[ToSend] = []
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
        self._each(None, self._send)

    def check(self) -> None:
        """Ask what became of each that is open."""
        self._each(State.UNKNOWN, self._settle)

    def text(self) -> str:
        """Return the list as text, its cells parted by tabs."""
        return "\n".join("\t".join([*_cells(one), one.why]) for one in self._all)

    def _each(
        self, state: Optional[State], act: Callable[[ToSend, Callable[[], None]], None]
    ) -> None:
        """Do something for each that is in a state, the next when the one before has ended."""
        left = [one for one in self._all if one.state is state]

        def go_on() -> None:
            self.busy = bool(left)
            self._show()
            if left:
                act(left.pop(0), go_on)

        go_on()

    def _send(self, one: ToSend, go_on: Callable[[], None]) -> None:
        ended = partial(self._ended, one, go_on)
        not_sent = partial(ended, State.NOT_THERE)
        attempt(
            lambda: self._services.send(
                self._operation,
                one.subject,
                one.request,
                while_alive(self, partial(ended, State.ACCEPTED)),
                while_alive(self, partial(ended, State.REFUSED)),
                while_alive(self, partial(ended, State.UNKNOWN)),
                while_alive(self, not_sent),
            ),
            not_sent,
        )

    def _settle(self, one: ToSend, go_on: Callable[[], None]) -> None:
        ended = partial(self._ended, one, go_on)
        failed = partial(ended, State.UNKNOWN)
        attempt(
            lambda: self._services.settle(
                self._operation,
                one.subject,
                done=while_alive(self, partial(ended, State.ACCEPTED)),
                not_there=while_alive(self, partial(ended, State.NOT_THERE, None)),
                refused=while_alive(self, partial(ended, State.REFUSED)),
                failed=while_alive(self, failed),
            ),
            failed,
        )

    def _ended(self, one: ToSend, go_on: Callable[[], None], state: State, told: object) -> None:
        """Note what became of it, by the receipt or the error that was told."""
        one.state = state
        one.receipt = told if isinstance(told, Receipt) else None
        one.why = _why(told) if isinstance(told, StreetWorksError) else ""
        go_on()

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
