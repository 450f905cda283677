"""What the dock offers with the extent on the desk, and what was sent and is not settled yet."""

from typing import Optional

from qgis.PyQt.QtWidgets import QAction

from ..plugin.desk.account import Account
from ..plugin.desk.applying import Applying
from ..plugin.desk.reshaping import Reshaping
from ..plugin.desk.roles import why_no_application
from ..plugin.desk.sheet import Sheet
from .account.account_row import AccountRow
from .planner_dock import PlannerDock


class Offering:
    """Offers to apply, or the way back to the form that the extent is for; and to settle."""

    def __init__(
        self,
        dock: PlannerDock,
        row: AccountRow,
        account: Account,
        sheet: Sheet,
        reshaping: Reshaping,
        applying: Applying,
        action: Optional[QAction],
    ) -> None:
        """`action` is the toolbar's, to apply."""
        self._dock = dock
        self._row = row
        self._account = account
        self._sheet = sheet
        self._reshaping = reshaping
        self._applying = applying
        self._action = action
        account.changed.connect(self.show)
        sheet.changed.connect(self._show_apply)
        applying.settled.connect(self._show_pending)

    def show(self) -> None:
        """Show all of it as it is now."""
        self._show_apply()
        self._show_pending()

    def _show_apply(self) -> None:
        """Offer to apply as far as the account may, and once the extent can be submitted."""
        register = self._account.register
        why = "" if register is None else why_no_application(register)
        lent, here = self._reshaping.lent, self._account.environment_key
        self._row.offer_elsewhere(lent is not None and lent.environment != here)
        if lent is None:
            self._dock.offer_application(self._sheet.hindrance, why)
        else:
            self._dock.offer_return(lent.name, self._reshaping.hindrance)
        if self._action is not None:
            self._action.setEnabled(not why or lent is not None)

    def _show_pending(self) -> None:
        self._dock.show_pending(self._applying.unknown_outcomes())
