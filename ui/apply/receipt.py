"""The receipt: the references of works that the register has accepted."""

from typing import Optional

from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ...plugin.forms.application.situation import Situation
from ...plugin.trade.labels import label
from ...plugin.trade.records.receipts import Receipt
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .failure import make_title


class ReceiptPage(QWidget):
    """Shows both references, to be copied, and where the works are now."""

    receiptTitle: QLabel
    receiptLabel: QLabel
    workEdit: QLineEdit
    workCopy: QPushButton
    permitEdit: QLineEdit
    permitCopy: QPushButton

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        make_title(self.receiptTitle)
        self.workCopy.clicked.connect(lambda: _copy(self.workEdit.text()))
        self.permitCopy.clicked.connect(lambda: _copy(self.permitEdit.text()))

    def show_receipt(self, receipt: Receipt, situation: Situation) -> None:
        """Show the references in `receipt`, and the category as the register last gave it."""
        self.receiptTitle.setText(tr("Street Manager has accepted your application."))
        self.workEdit.setText(receipt.works_reference)
        self.permitEdit.setText(receipt.permit_reference)
        lines = [tr("The works are shown on the map, in the group “Street Works”.")]
        if situation.category is not None:
            category = label(situation.category.work_category)
            lines.insert(0, tr("Category: {category}").format(category=category))
        self.receiptLabel.setText("\n".join(lines))


def _copy(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)
