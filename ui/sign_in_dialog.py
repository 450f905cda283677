"""Where the planner picks an environment and signs in."""

from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from ..plugin.api.errors import TemporaryPassword
from ..plugin.desk import passwords
from ..plugin.desk.account import Account
from ..plugin.errors import StreetWorksError
from ..plugin.settings import CUSTOM, Environment, Settings, environments
from ..plugin.words import tr
from .forms import load_form
from .shades import paint_badge, paint_trouble
from .windows import order_by_reading, size_window


class SignInDialog(QDialog):
    """Signs in through `account`; closes itself when that worked, says why when it did not."""

    environmentBox: QComboBox
    addressLabel: QLabel
    addressEdit: QLineEdit
    emailEdit: QLineEdit
    emailLabel: QLabel
    passwordEdit: QLineEdit
    passwordLabel: QLabel
    newPasswordEdit: QLineEdit
    newPasswordLabel: QLabel
    rememberBox: QCheckBox
    worksLabel: QLabel
    worksEdit: QgsFileWidget
    explanation: QLabel
    troubleLabel: QLabel
    progressBar: QProgressBar
    buttons: QDialogButtonBox

    def __init__(
        self, account: Account, settings: Settings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 66, 20)
        self._account = account
        self._settings = settings
        self._environments = environments(settings)
        self._waiting = False
        self._accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._accept.setText(tr("Sign in"))
        self.worksEdit.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
        self.worksEdit.setFilter(tr("Published records (*.json *.psv *.csv);;All files (*)"))
        self.worksEdit.setFilePath(" ".join(f'"{path}"' for path in settings.practice_works))
        for environment in self._environments:
            self.environmentBox.addItem(environment.name, environment.key)
        self.environmentBox.setCurrentIndex(
            max(0, self.environmentBox.findData(settings.environment))
        )
        self.environmentBox.currentIndexChanged.connect(self._show_environment)
        self.buttons.accepted.connect(self.sign_in)
        self.buttons.rejected.connect(self.reject)
        self.rejected.connect(account.cancel_sign_in)
        account.changed.connect(self._signed_in)
        account.trouble.connect(self._failed)
        order_by_reading(self)
        self._show_environment()
        self._wait(False)

    @property
    def environment(self) -> Environment:
        """The environment picked, with the address typed where it is the planner's own."""
        picked = self._environments[self.environmentBox.currentIndex()]
        if picked.key == CUSTOM:
            return Environment(picked.key, picked.name, self.addressEdit.text().strip().rstrip("/"))
        return picked

    def sign_in(self) -> None:
        """Sign in with what is typed; the dialog stays until the answer is here."""
        environment = self.environment
        email, password = self.emailEdit.text().strip(), self.passwordEdit.text()
        if not environment.is_practice and not (environment.base_url and email and password):
            self._say(tr("Please fill in the address, your e-mail address and your password."))
            return
        self._settings.environment = environment.key
        if environment.key == CUSTOM:
            self._settings.custom_url = environment.base_url
        works = tuple(QgsFileWidget.splitFilePaths(self.worksEdit.filePath()))
        if environment.is_practice:
            self._settings.practice_works = list(works)
        new = self.newPasswordEdit.text() if self.newPasswordEdit.isVisibleTo(self) else ""
        self._wait(True)
        self._account.sign_in(environment, email, password, works, new_password=new)

    def _show_environment(self) -> None:
        environment = self.environment
        practice = environment.is_practice
        for widget in (self.emailLabel, self.emailEdit, self.passwordLabel, self.passwordEdit):
            widget.setVisible(not practice)
        self.rememberBox.setVisible(not practice)
        self.worksLabel.setVisible(practice)
        self.worksEdit.setVisible(practice)
        self.addressLabel.setVisible(not practice)
        self.addressEdit.setVisible(not practice)
        self.addressEdit.setReadOnly(environment.key != CUSTOM)
        self.addressEdit.setText(environment.base_url or self._settings.custom_url)
        self.explanation.setText(_explanation(environment))
        paint_badge(self.explanation, environment)
        self._say("")
        self._ask_for_a_new_password(False)
        if not practice:
            self._recall(environment)

    def _recall(self, environment: Environment) -> None:
        authcfg = self._settings.authcfg(environment.key)
        self.rememberBox.setChecked(bool(authcfg))
        pair = passwords.recall(authcfg) if authcfg else None
        self.emailEdit.setText(pair[0] if pair else "")
        self.passwordEdit.setText(pair[1] if pair else "")

    def _signed_in(self) -> None:
        if not self._waiting or not self._account.signed_in:
            return
        self._wait(False)
        if not self.environment.is_practice:
            self._keep_password()
        self.passwordEdit.clear()
        self._ask_for_a_new_password(False)
        self.accept()

    def _keep_password(self) -> None:
        key = self.environment.key
        authcfg = self._settings.authcfg(key)
        if self.rememberBox.isChecked():
            authcfg = passwords.remember(
                self.environment,
                authcfg,
                self.emailEdit.text().strip(),
                self.newPasswordEdit.text() or self.passwordEdit.text(),
            )
            self._settings.set_authcfg(key, authcfg)
        elif authcfg:
            passwords.forget(authcfg)
            self._settings.set_authcfg(key, "")

    def _failed(self, error: StreetWorksError) -> None:
        if self._waiting:
            self._wait(False)
            self._say(str(error))
            if isinstance(error, TemporaryPassword):
                self._ask_for_a_new_password(True)

    def _ask_for_a_new_password(self, wanted: bool) -> None:
        self.newPasswordEdit.clear()
        self.newPasswordLabel.setVisible(wanted)
        self.newPasswordEdit.setVisible(wanted)
        if wanted:
            self.newPasswordEdit.setFocus()

    def _say(self, text: str) -> None:
        self.troubleLabel.setText(text)
        self.troubleLabel.setVisible(bool(text))
        paint_trouble(self.troubleLabel)

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self.progressBar.setVisible(waiting)
        self._accept.setEnabled(not waiting)
        self.environmentBox.setEnabled(not waiting)
        self.setCursor(Qt.CursorShape.BusyCursor if waiting else Qt.CursorShape.ArrowCursor)


def _explanation(environment: Environment) -> str:
    if environment.is_practice:
        return tr(
            "PRACTICE: a made-up town on this computer. Nothing leaves it; no account is needed."
        )
    if environment.is_production:
        return tr(
            "PRODUCTION: everything submitted here is live. Applications are real and cost money."
        )
    return tr(
        "Dummy data only. Note that this plugin speaks version 1.25.12 of the contract, which "
        "Street Manager's own servers have retired."
    )
