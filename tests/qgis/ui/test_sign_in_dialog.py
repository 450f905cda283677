"""The sign-in dialog: a temporary password is replaced on the spot."""

import pytest
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.errors import NotSignedIn, TemporaryPassword
from street_works.plugin.settings import Settings
from street_works.ui.sign_in_dialog import SignInDialog


class Account(QObject):
    """Remembers what it is asked, and answers when the test says so."""

    changed = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.asked = []
        self.signed_in = False

    def sign_in(self, environment, email, password, works, new_password=""):
        self.asked.append((email, password, new_password))

    def cancel_sign_in(self):
        self.asked.append("cancelled")


@pytest.fixture
def account(qgis_app):
    return Account()


@pytest.fixture
def dialog(account, qgis_new_project):
    shown = SignInDialog(account, Settings())
    shown.environmentBox.setCurrentIndex(shown.environmentBox.findData("sandbox"))
    shown.show()
    yield shown
    shown.close()


def type_in(dialog, email, password):
    for field, text in ((dialog.emailEdit, email), (dialog.passwordEdit, password)):
        field.clear()
        QTest.keyClicks(field, text)
    QTest.mouseClick(dialog._accept, Qt.MouseButton.LeftButton)


def test_a_temporary_password_asks_for_a_new_one_and_sends_both(dialog, account):
    assert not dialog.newPasswordEdit.isVisible()
    type_in(dialog, "jo@water.example", "temporary")
    account.trouble.emit(TemporaryPassword("This is a temporary password."))
    assert dialog.newPasswordEdit.isVisible()
    assert "temporary" in dialog.troubleLabel.text()
    QTest.keyClicks(dialog.newPasswordEdit, "my very own")
    QTest.mouseClick(dialog._accept, Qt.MouseButton.LeftButton)
    assert account.asked == [
        ("jo@water.example", "temporary", ""),
        ("jo@water.example", "temporary", "my very own"),
    ]
    account.signed_in = True
    account.changed.emit()
    assert not dialog.isVisible()
    assert dialog.newPasswordEdit.text() == dialog.passwordEdit.text() == ""


def test_other_refusals_do_not_ask_for_one(dialog, account):
    type_in(dialog, "jo@water.example", "wrong")
    account.trouble.emit(NotSignedIn("The email address or the password is wrong."))
    assert not dialog.newPasswordEdit.isVisible()
    assert dialog.troubleLabel.isVisible()
