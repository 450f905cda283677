"""A permit in the details as the beginning of a new application: here, or on another street."""

from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction

from ...plugin.desk.account import Account
from ...plugin.desk.copying import Copying
from ...plugin.desk.details import DetailsLoader
from ...plugin.desk.roles import why_no_application
from ...plugin.trade.calendar import uk_today
from ...plugin.trade.records.works import Permit
from ...plugin.words import tr
from ..shared.trouble import attempt
from .steps_menu import StepsButton


class CopyActions(QObject):
    """Two entries in the menu of the next steps. `copied` says what to do with what is on the desk.

    They are there for any permit that is shown, where the account may apply for works.
    """

    copied = pyqtSignal(str)
    trouble = pyqtSignal(object)

    def __init__(
        self, button: StepsButton, details: DetailsLoader, account: Account, copying: Copying
    ) -> None:
        super().__init__()
        self._details, self._account = details, account
        self._copying = copying
        self._actions = [
            _added(button, tr("Copy as a new application"), "copy", self._here),
            _added(button, tr("Copy to another street"), "copy_elsewhere", self._elsewhere),
        ]
        button.offering.connect(self._show)

    @property
    def _permit(self) -> Optional[Permit]:
        details, register = self._details.details, self._account.register
        if details is None or register is None or why_no_application(register):
            return None
        return details.permit

    def _show(self) -> None:
        for action in self._actions:
            action.setVisible(self._permit is not None)

    def _here(self) -> None:
        said = tr("{permit} is copied: look at the extent, then apply.")
        self._copy(self._copying.same_place, said)

    def _elsewhere(self) -> None:
        said = tr("The answers of {permit} are copied: draw where the works are, then apply.")
        self._copy(self._copying.another_street, said)

    def _copy(self, copy: Callable[..., None], said: str) -> None:
        permit = self._permit
        if permit is not None and attempt(
            lambda: copy(permit, self._details.works, uk_today()), self.trouble.emit
        ):
            self.copied.emit(said.format(permit=permit.reference))


def _added(button: StepsButton, title: str, name: str, act: Callable[[], None]) -> QAction:
    action = QAction(title, button)
    action.setObjectName(name)
    action.triggered.connect(lambda _on: act())
    button.addAction(action)
    return action
