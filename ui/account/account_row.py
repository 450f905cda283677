"""The top of the panel: who is signed in and where, or the button to sign in."""

from typing import Callable, Optional

from qgis.PyQt.QtWidgets import QAction, QLabel, QPushButton, QToolButton, QWidget

from ...plugin.desk.account import Account
from ...plugin.desk.roles import role_title
from ...plugin.words import tr
from ..shared.shades import paint_badge
from ..shared.ui_file import load_form


class AccountRow(QWidget):
    """Says whose the session is, or offers to sign in; and lets records be clicked for details."""

    badge: QLabel
    signInButton: QPushButton
    detailsButton: QToolButton

    def __init__(
        self,
        account: Account,
        sign_in: Callable[[], None],
        details: Optional[QAction] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        """`details` lets the planner click records on the map."""
        super().__init__(parent)
        load_form(self, __file__)
        self._account = account
        self._elsewhere = False
        self.signInButton.clicked.connect(lambda: sign_in())
        self.detailsButton.setVisible(details is not None)
        if details is not None:
            self.detailsButton.setDefaultAction(details)
        account.changed.connect(self._show)
        self._show()

    def offer_elsewhere(self, wanted: bool) -> None:
        """Offer to sign in also while somebody is, as what is on the desk needs another account."""
        self._elsewhere = wanted
        self.signInButton.setVisible(wanted or not self._account.signed_in)

    def _show(self) -> None:
        environment, organisation = self._account.environment, self._account.organisation
        register = self._account.register
        self.badge.setVisible(environment is not None)
        self.offer_elsewhere(self._elsewhere)
        if environment is None or organisation is None or register is None:
            return
        paint_badge(self.badge, environment)
        live = tr("PRODUCTION, live") if environment.is_production else environment.name
        who = tr("{environment}: {organisation} ({code})").format(
            environment=live,
            organisation=organisation.name,
            code=organisation.code,
        )
        role = role_title(register.party)
        self.badge.setText(tr("{who}, {role}").format(who=who, role=role) if role else who)
