"""The receipt: the references of what the register has accepted."""

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ...plugin.trade.records.receipts import Receipt
from ..shared.ui_file import load_form
from .failure import make_title


class ReceiptPage(QWidget):
    """Shows the references, to be copied, and what is to be said of it."""

    receiptTitle: QLabel
    receiptLabel: QLabel
    workLabel: QLabel
    workEdit: QLineEdit
    workCopy: QPushButton
    permitLabel: QLabel
    permitEdit: QLineEdit
    permitCopy: QPushButton
    partLabel: QLabel
    partEdit: QLineEdit
    partCopy: QPushButton

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        make_title(self.receiptTitle)
        for _label, edit, copy in self._references():
            copy.clicked.connect(lambda _on, edit=edit: _copy(edit.text()))

    def show_receipt(self, title: str, receipt: Receipt, more: Iterable[str]) -> None:
        """Show the references in `receipt`, and what else there is to say."""
        self.receiptTitle.setText(title)
        given = (receipt.works_reference, receipt.permit_reference, receipt.part)
        for text, widgets in zip(given, self._references()):
            widgets[1].setText(text)
            for widget in widgets:
                widget.setVisible(bool(text))
        self.receiptLabel.setText("\n".join(more))

    def _references(self) -> tuple[tuple[QLabel, QLineEdit, QPushButton], ...]:
        return (
            (self.workLabel, self.workEdit, self.workCopy),
            (self.permitLabel, self.permitEdit, self.permitCopy),
            (self.partLabel, self.partEdit, self.partCopy),
        )


def _copy(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)
