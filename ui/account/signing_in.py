"""The way to an account, and what is said of it outside the dialog."""

from qgis.PyQt.QtWidgets import QWidget

from ...plugin.desk.account import Account
from ...plugin.settings import PRACTICE, Settings, environments
from ...plugin.words import tr
from ..shared.message import Messages
from ..shared.one_dialog import OneDialog
from ..shared.taking_back import ACCOUNT
from ..shared.trouble import Trouble
from .sign_in_dialog import SignInDialog


class SigningIn(OneDialog[SignInDialog]):
    """Opens the sign-in dialog, and tells what happens to the account while it is closed."""

    def __init__(
        self,
        account: Account,
        settings: Settings,
        messages: Messages,
        trouble: Trouble,
        window: QWidget,
    ) -> None:
        super().__init__()
        self._account = account
        self._settings = settings
        self._messages = messages
        self._trouble = trouble
        self._window = window
        account.trouble.connect(self._tell)
        account.told.connect(messages.tell)

    def ask(self) -> None:
        """Ask the planner where to sign in, and as whom."""
        self._messages.over(ACCOUNT)
        dialog = SignInDialog(self._account, self._settings, self._window)
        dialog.told.connect(self._messages.tell)
        self.open(dialog)

    def practise(self) -> None:
        """Sign in to the practice town at once, as whom the planner was there last."""
        settings = self._settings
        settings.environment = PRACTICE
        town = next(one for one in environments(settings) if one.is_practice)
        self._messages.over(ACCOUNT)
        self._account.sign_in(town, settings.email(PRACTICE), "", tuple(settings.practice_works))

    def tell_readings(self) -> None:
        """Say what the practice service made of the published records it was given."""
        for reading in self._account.readings:
            refused = [
                tr("{where}: {why}").format(where=where, why=why) for where, why in reading.refused
            ]
            self._messages.tell(
                tr("{file}: {read} records read, {added} added, {refused} refused.").format(
                    file=reading.path.name,
                    read=reading.read,
                    added=reading.added,
                    refused=len(reading.refused),
                ),
                "\n".join([*reading.notes, *refused]),
                ACCOUNT,
            )

    def _tell(self, error: Exception) -> None:
        if self.dialog is None:  # an open one says itself what went wrong
            self._trouble.tell(error, ACCOUNT)
