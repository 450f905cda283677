"""The sign-in dialog: what is typed, what is remembered, and every way to a new password."""

from types import SimpleNamespace

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.errors import BadRequest, NotSignedIn, TemporaryPassword
from street_works.plugin.settings import (
    PRACTICE_CONTRACTOR,
    PRACTICE_PLANNER,
    Settings,
)
from street_works.ui.account.sign_in_dialog import SignInDialog


class Account(QObject):
    """Remembers what it is asked, and answers when the test says so."""

    changed = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.asked, self.where, self.codes = [], [], []
        self.signed_in = False
        self.sent = SimpleNamespace(done=None, failed=None)

    def sign_in(self, environment, email, password, works, new_password="", code=""):
        self.where.append(environment.base_url)
        self.asked.append((email, password, new_password, code))

    def send_code(self, environment, email, *, done, failed):
        self.codes.append(email)
        self.sent = SimpleNamespace(done=done, failed=failed)

    def cancel_sign_in(self):
        self.asked.append("cancelled")

    def enter(self):
        self.signed_in = True
        self.changed.emit()


@pytest.fixture
def account(qgis_app):
    return Account()


@pytest.fixture
def settings(qgis_new_project):
    QgsSettings().remove("street_works")
    yield Settings()
    QgsSettings().remove("street_works")


@pytest.fixture
def open_dialog(account, settings):
    shown = []

    def make(key="sandbox"):
        dialog = SignInDialog(account, settings)
        dialog.environmentBox.setCurrentIndex(dialog.environmentBox.findData(key))
        dialog.show()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        shown.append(dialog)
        return dialog

    yield make
    for dialog in shown:
        dialog.close()
        dialog.deleteLater()


@pytest.fixture
def dialog(open_dialog):
    return open_dialog()


def put(field, text):
    field.clear()
    QTest.keyClicks(field, text)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(dialog, email, password):
    put(dialog.emailEdit, email)
    put(dialog.passwordEdit, password)
    press(dialog._accept)


def new_password(dialog, text, again=None):
    put(dialog.new_password.newPasswordEdit, text)
    put(dialog.new_password.repeatEdit, text if again is None else again)
    press(dialog._accept)


def is_temporary(dialog, account):
    type_in(dialog, "jo@water.example", "temporary")
    account.trouble.emit(TemporaryPassword("This is a temporary password."))


def test_a_temporary_password_asks_for_a_new_one_and_sends_both(dialog, account):
    assert not dialog.new_password.isVisible()
    is_temporary(dialog, account)
    assert dialog.new_password.isVisible()
    assert not dialog.new_password.codeEdit.isVisible()
    assert "temporary" in dialog.troubleLabel.text()
    new_password(dialog, "my very own")
    assert account.asked == [
        ("jo@water.example", "temporary", "", ""),
        ("jo@water.example", "temporary", "my very own", ""),
    ]
    account.enter()
    assert not dialog.isVisible()
    assert dialog.new_password.newPasswordEdit.text() == dialog.passwordEdit.text() == ""


@pytest.mark.parametrize("field", ["emailEdit", "passwordEdit"])
def test_another_account_after_a_temporary_password_sends_no_new_one(field, dialog, account):
    is_temporary(dialog, account)
    QTest.keyClicks(dialog.new_password.newPasswordEdit, "my very own")
    put(getattr(dialog, field), "other@water.example")
    assert not dialog.new_password.isVisible()
    press(dialog._accept)
    assert account.asked[-1][2:] == ("", "")


def test_another_environment_after_a_temporary_password_sends_no_new_one(dialog, account):
    is_temporary(dialog, account)
    dialog.environmentBox.setCurrentIndex(dialog.environmentBox.findData("production"))
    assert not dialog.new_password.isVisible()
    type_in(dialog, "jo@water.example", "real one")
    assert account.asked[-1] == ("jo@water.example", "real one", "", "")


def test_the_rules_of_a_new_password_are_told_and_it_is_typed_twice(dialog, account):
    is_temporary(dialog, account)
    assert "At least 8 characters" in dialog.new_password.rulesLabel.text()
    new_password(dialog, "short")
    assert "at least 8 characters" in dialog.troubleLabel.text()
    new_password(dialog, "my very own", "my very 0wn")
    assert "not typed the same" in dialog.troubleLabel.text()
    assert len(account.asked) == 1
    new_password(dialog, "my very own")
    account.trouble.emit(
        BadRequest("Street Manager refused what was sent.", fields={"password": ["No digits."]})
    )
    assert "No digits." in dialog.troubleLabel.text()
    assert dialog.new_password.isVisible()


def test_other_refusals_do_not_ask_for_one(dialog, account):
    type_in(dialog, "jo@water.example", "wrong")
    account.trouble.emit(NotSignedIn("The email address or the password is wrong."))
    assert not dialog.new_password.isVisible()
    assert dialog.troubleLabel.isVisible()


def test_a_forgotten_password_is_replaced_with_the_code_from_the_email(dialog, account):
    press(dialog.forgottenButton)
    assert account.codes == []
    assert "e-mail address" in dialog.troubleLabel.text()
    assert dialog.emailEdit.hasFocus()
    put(dialog.emailEdit, "jo@water.example")
    press(dialog.forgottenButton)
    assert account.codes == ["jo@water.example"]
    account.sent.done()
    assert "jo@water.example" in dialog.troubleLabel.text()
    assert dialog.new_password.codeEdit.isVisible()
    new_password(dialog, "my very own")
    assert "code" in dialog.troubleLabel.text()
    put(dialog.new_password.codeEdit, " 123456 ")
    press(dialog._accept)
    assert account.asked == [("jo@water.example", "", "my very own", "123456")]


@pytest.mark.parametrize("with_code", [True, False])
def test_the_dialog_grows_with_what_it_asks_for(with_code, dialog, account):
    before = dialog.height()
    if with_code:
        put(dialog.emailEdit, "jo@water.example")
        press(dialog.forgottenButton)
        account.sent.done()
    else:
        is_temporary(dialog, account)
    QTest.qWait(50)
    asked = dialog.new_password
    for edit in (asked.newPasswordEdit, asked.repeatEdit, asked.rulesLabel):
        assert edit.height() >= edit.minimumSizeHint().height()
    assert dialog.height() > before


def test_a_code_that_cannot_be_asked_for_is_told(dialog, account):
    put(dialog.emailEdit, "jo@water.example")
    press(dialog.forgottenButton)
    account.sent.failed(NotSignedIn("Street Manager could not be reached."))
    assert "could not be reached" in dialog.troubleLabel.text()
    assert not dialog.new_password.isVisible()
    assert dialog._accept.isEnabled()


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("works.example", "https://works.example"),
        ("works.example/base/", "https://works.example/base"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        (" https://works.example/ ", "https://works.example"),
    ],
)
def test_an_address_without_a_scheme_is_completed_in_its_field(typed, used, open_dialog, account):
    dialog = open_dialog("custom")
    put(dialog.addressEdit, typed)
    type_in(dialog, "jo@water.example", "secret")
    assert account.where == [used]
    assert dialog.addressEdit.text() == used


@pytest.mark.parametrize("typed", ["", "http://works.example", "ftp://works.example", "https://"])
def test_an_address_that_cannot_be_used_is_told_at_its_field(typed, open_dialog, account):
    dialog = open_dialog("custom")
    put(dialog.addressEdit, typed)
    type_in(dialog, "jo@water.example", "secret")
    assert account.where == []
    assert dialog.addressEdit.hasFocus()
    assert dialog.troubleLabel.isVisible()
    assert "settings" not in dialog.troubleLabel.text()


def test_another_environments_address_is_not_taken_for_the_planners_own(open_dialog, settings):
    settings.custom_url = "https://own.example"
    dialog = open_dialog("sandbox")
    assert "sandbox" in dialog.addressEdit.text()
    dialog.environmentBox.setCurrentIndex(dialog.environmentBox.findData("custom"))
    assert dialog.addressEdit.text() == "https://own.example"


def test_email_and_address_are_remembered_and_no_password(open_dialog, account):
    dialog = open_dialog("custom")
    put(dialog.addressEdit, "https://works.example")
    type_in(dialog, "jo@water.example", "hidden away")
    account.enter()
    again = open_dialog("custom")
    assert again.addressEdit.text() == "https://works.example"
    assert again.emailEdit.text() == "jo@water.example"
    assert again.passwordEdit.text() == ""
    stored = QgsSettings()
    stored.beginGroup("street_works")
    assert "hidden away" not in str([stored.value(key) for key in stored.allKeys()])


def test_what_did_not_work_is_not_the_environment_to_begin_with(open_dialog, account, settings):
    dialog = open_dialog("production")
    type_in(dialog, "jo@water.example", "wrong")
    account.trouble.emit(NotSignedIn("The email address or the password is wrong."))
    assert settings.environment == "practice"


def test_the_practice_service_has_an_account_of_each_role(open_dialog, account, settings):
    dialog = open_dialog("practice")
    assert not dialog.emailEdit.isVisible()
    press(dialog._accept)
    dialog.practiceBox.setFocus()
    QTest.keyClick(dialog.practiceBox, Qt.Key.Key_Down)
    dialog._wait(False)
    press(dialog._accept)
    assert [one[0] for one in account.asked] == [PRACTICE_PLANNER, PRACTICE_CONTRACTOR]
    account.enter()
    assert open_dialog("practice").practiceBox.currentData() == PRACTICE_CONTRACTOR


def test_a_password_that_qgis_does_not_store_does_not_undo_the_sign_in(
    dialog, account, monkeypatch
):
    from street_works.plugin.errors import StreetWorksError
    from street_works.ui.account import sign_in_dialog

    def refuse(*_args):
        raise StreetWorksError("QGIS did not store the password.")

    told = []
    dialog.told.connect(told.append)
    monkeypatch.setattr(sign_in_dialog.passwords, "remember", refuse)
    dialog.rememberBox.setChecked(True)
    type_in(dialog, "jo@water.example", "secret")
    account.enter()
    assert not dialog.isVisible()
    assert told == ["QGIS did not store the password."]
