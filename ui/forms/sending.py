"""The sending of what a form was filled in with: once, and what became of it."""

from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...plugin.drafts.sending import Operation, Request
from ..shared.alive import while_alive
from ..shared.trouble import attempt
from .services import FormServices


class Sending(QObject):
    """Sends a request; one of the signals follows, and tells what became of it.

    `subject` is what the request was about as long as its outcome is open, else "".
    """

    accepted = pyqtSignal(object)  # Receipt
    refused = pyqtSignal(object)  # StreetWorksError
    not_sent = pyqtSignal(object)  # StreetWorksError: nothing has left this computer
    unknown = pyqtSignal(object)  # StreetWorksError: `settle` asks again
    not_there = pyqtSignal()

    def __init__(self, services: FormServices, operation: Operation, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._operation = operation
        self.subject = ""

    def is_open(self, subject: str) -> bool:
        """Say whether something about `subject` was sent before; then it has to be settled."""
        if subject and self._services.is_open(self._operation, subject):
            self.subject = subject
        return bool(self.subject)

    def send(self, subject: str, request: Request) -> None:
        """Send a request about `subject`, once."""
        self.subject = subject
        attempt(
            lambda: self._services.send(
                self._operation,
                subject,
                request,
                self._over(self.accepted.emit),
                self._over(self.refused.emit),
                while_alive(self, self.unknown.emit),
                self._over(self.not_sent.emit),
            ),
            self._over(self.not_sent.emit),
        )

    def settle(self) -> None:
        """Ask what became of what was sent."""
        attempt(
            lambda: self._services.settle(
                self._operation,
                self.subject,
                self._over(self.accepted.emit),
                self._over(self.not_there.emit),
                while_alive(self, self.unknown.emit),
                self._over(self.refused.emit),
            ),
            self.unknown.emit,
        )

    def _over(self, tell: Callable[..., None]) -> Callable[..., None]:
        """Return `tell` for an outcome after which nothing is open."""

        def ended(*told: Any) -> None:
            self.subject = ""
            tell(*told)

        return while_alive(self, ended)
