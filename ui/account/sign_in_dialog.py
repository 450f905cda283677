"""Where the planner picks an environment and signs in."""

from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.api.errors import BadRequest, TemporaryPassword
from ...plugin.api.http.address import checked, completed
from ...plugin.desk import passwords
from ...plugin.desk.account import Account
from ...plugin.errors import StreetWorksError
from ...plugin.settings import (
    CUSTOM,
    PRACTICE,
    PRACTICE_AUTHORITY,
    PRACTICE_CONTRACTOR,
    PRACTICE_PLANNER,
    Environment,
    Settings,
    environments,
)
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.file_field import name_file_field
from ..shared.shades import paint_badge, paint_trouble
from ..shared.ui_file import load_form
from ..shared.windows import order_by_reading, size_window
from .new_password import NewPassword


class SignInDialog(QDialog):
    """Signs in through `account`; closes itself when that worked, says why when it did not.

    `told` tells what could not be remembered although signing in has worked.
    """

    told = pyqtSignal(str)

    page: QVBoxLayout
    environmentBox: QComboBox
    addressLabel: QLabel
    addressEdit: QLineEdit
    emailEdit: QLineEdit
    emailLabel: QLabel
    passwordEdit: QLineEdit
    passwordLabel: QLabel
    forgottenButton: QPushButton
    newPasswordPlace: QVBoxLayout
    rememberBox: QCheckBox
    practiceLabel: QLabel
    practiceBox: QComboBox
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
        self.new_password = NewPassword(self)
        self.newPasswordPlace.addWidget(self.new_password)
        self._fill()
        self._connect()
        order_by_reading(self)
        self._show_environment()
        self._wait(False)

    @property
    def environment(self) -> Environment:
        """The environment picked, with the address typed where it is the planner's own."""
        picked: Environment = self._environments[self.environmentBox.currentIndex()]
        if picked.key == CUSTOM:
            return Environment(picked.key, picked.name, completed(self.addressEdit.text()))
        return picked

    @property
    def email(self) -> str:
        """The e-mail address typed, or that of the practice account that is picked."""
        if self.environment.is_practice:
            return str(self.practiceBox.currentData())
        return str(self.emailEdit.text()).strip()

    def sign_in(self) -> None:
        """Sign in with what is typed; the dialog stays until the answer is here."""
        environment, new = self.environment, self.new_password
        if not self._usable(environment) or self._complain(new.problem()):
            return
        password = "" if new.code else self.passwordEdit.text()
        if not (environment.is_practice or password or new.code):
            self._complain(tr("Please fill in your password."), self.passwordEdit)
            return
        if environment.key == CUSTOM:
            self._settings.custom_url = environment.base_url
        works = tuple(QgsFileWidget.splitFilePaths(self.worksEdit.filePath()))
        self._say("")
        self._wait(True)
        self._account.sign_in(
            environment, self.email, password, works, new_password=new.password, code=new.code
        )

    def send_code(self) -> None:
        """Have a code sent by e-mail, with which a forgotten password is replaced."""
        environment, email = self.environment, self.email
        if not self._usable(environment):
            return
        self._say("")
        self._wait(True)
        self._account.send_code(
            environment,
            email,
            done=while_alive(self, lambda: self._code_sent(email)),
            failed=while_alive(self, self._failed),
        )

    def _code_sent(self, email: str) -> None:
        self._wait(False)
        self.passwordEdit.clear()
        text = tr(
            "If Street Manager knows {email}, it has sent a code there. It may take a minute."
        )
        self._say(text.format(email=email))
        self.troubleLabel.setPalette(self.palette())  # it is no trouble
        self._ask_for_a_new_password(with_code=True)

    def _ask_for_a_new_password(self, *, with_code: bool) -> None:
        """Show the fields for it, and make room for them."""
        self.new_password.ask(with_code=with_code)
        self.page.activate()
        self.resize(self.width(), max(self.height(), self.page.totalHeightForWidth(self.width())))

    def _fill(self) -> None:
        settings = self._settings
        name_file_field(self.worksEdit, tr("Published records"), tr("Choose files"))
        self.worksEdit.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
        self.worksEdit.setFilter(tr("Published records (*.json *.psv *.csv);;All files (*)"))
        self.worksEdit.setFilePath(" ".join(f'"{path}"' for path in settings.practice_works))
        for environment in self._environments:
            self.environmentBox.addItem(environment.name, environment.key)
        self.environmentBox.setCurrentIndex(
            max(0, self.environmentBox.findData(settings.environment))
        )
        for title, email in (
            (tr("Planner of a water company"), PRACTICE_PLANNER),
            (tr("Contractor of three promoters"), PRACTICE_CONTRACTOR),
            (tr("Highway authority"), PRACTICE_AUTHORITY),
        ):
            self.practiceBox.addItem(title, email)
        last = self.practiceBox.findData(settings.email(PRACTICE))
        self.practiceBox.setCurrentIndex(max(0, last))

    def _connect(self) -> None:
        self.environmentBox.currentIndexChanged.connect(self._show_environment)
        # A new password belongs to the account and the password that were refused.
        for edit in (self.addressEdit, self.emailEdit, self.passwordEdit):
            edit.textEdited.connect(lambda _text: self.new_password.dismiss())
        self.addressEdit.editingFinished.connect(self._complete_address)
        self.forgottenButton.clicked.connect(self.send_code)
        self.buttons.accepted.connect(self.sign_in)
        self.buttons.rejected.connect(self.reject)
        self.rejected.connect(self._account.cancel_sign_in)
        self._account.changed.connect(self._signed_in)
        self._account.trouble.connect(self._failed)

    def _usable(self, environment: Environment) -> bool:
        """Say whether address and e-mail address can be used; what is wrong is told beside them."""
        if environment.is_practice:
            return True
        self._complete_address()
        try:
            checked(environment.base_url)
        except StreetWorksError as error:
            self._complain(error.message, self.addressEdit)
            return False
        missing = "" if "@" in self.email else tr("Please fill in your e-mail address.")
        return not self._complain(missing, self.emailEdit)

    def _complain(self, text: str, field: Optional[QWidget] = None) -> bool:
        """Say what is wrong with what is typed, if anything is, and go to its field."""
        if text:
            self._say(text)
            if field is not None:
                field.setFocus()
        return bool(text)

    def _complete_address(self) -> None:
        if self.environment.key == CUSTOM:
            self.addressEdit.setText(self.environment.base_url)

    def _show_environment(self) -> None:
        environment = self._environments[self.environmentBox.currentIndex()]
        practice = environment.is_practice
        for widget in (
            self.addressLabel, self.addressEdit, self.emailLabel, self.emailEdit,
            self.passwordLabel, self.passwordEdit, self.forgottenButton, self.rememberBox,
        ):  # fmt: skip
            widget.setVisible(not practice)
        for widget in (self.practiceLabel, self.practiceBox, self.worksLabel, self.worksEdit):
            widget.setVisible(practice)
        custom = environment.key == CUSTOM
        self.addressEdit.setReadOnly(not custom)
        self.addressEdit.setText(self._settings.custom_url if custom else environment.base_url)
        self.explanation.setText(_explanation(environment))
        paint_badge(self.explanation, environment)
        self._say("")
        self.new_password.dismiss()
        if not practice:
            self._recall(environment)

    def _recall(self, environment: Environment) -> None:
        authcfg = self._settings.authcfg(environment.key)
        self.rememberBox.setChecked(bool(authcfg))
        pair = passwords.recall(authcfg) if authcfg else None
        self.emailEdit.setText(pair[0] if pair else self._settings.email(environment.key))
        self.passwordEdit.setText(pair[1] if pair else "")

    def _signed_in(self) -> None:
        if not self._waiting or not self._account.signed_in:
            return
        self._wait(False)
        self._remember()
        self.passwordEdit.clear()
        self.new_password.dismiss()
        self.accept()

    def _remember(self) -> None:
        """Keep what the next sign-in begins with. Nothing of it undoes this one."""
        environment, settings = self.environment, self._settings
        settings.environment = environment.key
        settings.set_email(environment.key, self.email)
        if environment.is_practice:
            settings.practice_works = QgsFileWidget.splitFilePaths(self.worksEdit.filePath())
            return
        try:
            self._keep_password()
        except StreetWorksError as error:
            self.told.emit(str(error))

    def _keep_password(self) -> None:
        key = self.environment.key
        authcfg = self._settings.authcfg(key)
        if self.rememberBox.isChecked():
            authcfg = passwords.remember(
                self.environment,
                authcfg,
                self.email,
                self.new_password.password or self.passwordEdit.text(),
            )
            self._settings.set_authcfg(key, authcfg)
        elif authcfg:
            passwords.forget(authcfg)
            self._settings.set_authcfg(key, "")

    def _failed(self, error: StreetWorksError) -> None:
        if self._waiting:
            self._wait(False)
            said = error.fields.values() if isinstance(error, BadRequest) else ()
            self._say("\n".join([str(error), *(text for texts in said for text in texts)]))
            if isinstance(error, TemporaryPassword):
                self._ask_for_a_new_password(with_code=False)

    def _say(self, text: str) -> None:
        self.troubleLabel.setText(text)
        self.troubleLabel.setVisible(bool(text))
        paint_trouble(self.troubleLabel)

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self.progressBar.setVisible(waiting)
        for widget in (self._accept, self.environmentBox, self.forgottenButton):
            widget.setEnabled(not waiting)
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
