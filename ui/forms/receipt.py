"""The receipt: the references of what the register has accepted."""

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ...plugin.trade.records.receipts import Receipt
from ..shared.ui_file import load_form
from .failure import make_title


class ReceiptPage(QWidget):
    """Shows both references, to be copied, and what is to be said of it."""

    receiptTitle: QLabel
    receiptLabel: QLabel
    workEdit: QLineEdit
    workCopy: QPushButton
    permitLabel: QLabel
    permitEdit: QLineEdit
    permitCopy: QPushButton

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        make_title(self.receiptTitle)
        self.workCopy.clicked.connect(lambda: _copy(self.workEdit.text()))
        self.permitCopy.clicked.connect(lambda: _copy(self.permitEdit.text()))

    def show_receipt(self, title: str, receipt: Receipt, more: Iterable[str]) -> None:
        """Show the references in `receipt`, and what else there is to say."""
        self.receiptTitle.setText(title)
        self.workEdit.setText(receipt.works_reference)
        self.permitEdit.setText(receipt.permit_reference)
        for widget in (self.permitLabel, self.permitEdit, self.permitCopy):
            widget.setVisible(bool(receipt.permit_reference))
        self.receiptLabel.setText("\n".join(more))


def _copy(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)
