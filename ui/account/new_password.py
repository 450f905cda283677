"""Asks for a new password: in place of a temporary one, or of one that was forgotten."""

from typing import Optional

from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QWidget

from ...plugin.rules.passwords import password_rules, wrong_with
from ...plugin.words import tr
from ..shared.ui_file import load_form


class NewPassword(QWidget):
    """Hidden until it is needed; then a new password typed twice, with the rules beside it."""

    codeLabel: QLabel
    codeEdit: QLineEdit
    newPasswordEdit: QLineEdit
    repeatEdit: QLineEdit
    rulesLabel: QLabel

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self.rulesLabel.setText(password_rules())
        self.wanted = self._with_code = False
        self.dismiss()

    @property
    def password(self) -> str:
        """The new password, "" while none is wanted."""
        return self.newPasswordEdit.text() if self.wanted else ""

    @property
    def code(self) -> str:
        """The code that came by e-mail, "" while none is wanted."""
        return self.codeEdit.text().strip() if self._with_code else ""

    def ask(self, *, with_code: bool) -> None:
        """Ask for a new password, and for the code that allows it."""
        self.dismiss()
        self.wanted, self._with_code = True, with_code
        self.codeLabel.setVisible(with_code)
        self.codeEdit.setVisible(with_code)
        self.show()
        (self.codeEdit if with_code else self.newPasswordEdit).setFocus()

    def dismiss(self) -> None:
        """Forget what was typed, and ask no more."""
        self.wanted = self._with_code = False
        for edit in (self.codeEdit, self.newPasswordEdit, self.repeatEdit):
            edit.clear()
        self.hide()

    def problem(self) -> str:
        """Say what is wrong with what is typed, and go there; "" when nothing is."""
        if not self.wanted:
            return ""
        if self._with_code and not self.code:
            self.codeEdit.setFocus()
            return tr("Please type the code that was sent to you by e-mail.")
        wrong = wrong_with(self.newPasswordEdit.text(), self.repeatEdit.text())
        if wrong:
            self.newPasswordEdit.setFocus()
        return wrong
