"""What went wrong with a request that was sent, with the raw answer behind a button."""

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from ...plugin.api.errors import BadRequest
from ...plugin.errors import StreetWorksError
from ...plugin.forms.told import Told
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .row import Row
from .view import field_of

Fields = dict[str, list[str]]


class FailurePage(QWidget):
    """Says that a request was refused, not sent, never arrived, or that its fate is open.

    `offer` is what may be done about it beside going back to the form: the words of a button, or
    "" for nothing.
    """

    failureTitle: QLabel
    failureLabel: QLabel
    failureFields: QLabel
    detailsButton: QPushButton
    detailsText: QPlainTextEdit

    def __init__(self, told: Told, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._told = told
        make_title(self.failureTitle)
        self.offer = ""
        self.detailsButton.toggled.connect(self.detailsText.setVisible)

    def show_refusal(self, error: StreetWorksError, rows: Mapping[str, Row]) -> None:
        """Say why nothing was taken."""
        again = tr("&Try again") if error.may_retry else ""
        self._show(self._told.refused, str(error), error.detail, again)
        self._show_fields(error, rows)

    def show_outdated(self, error: StreetWorksError) -> None:
        """Say that it cannot be done as things stand now, and offer to look at how they stand."""
        text = tr(
            "Something may have changed since this form was opened. “Reload the details” reads how "
            "it stands now, and says what has changed. Your answers are kept."
        )
        again = tr("Re&load the details")
        self._show(self._told.refused, f"{error}\n\n{text}", error.detail, again)

    def show_not_sent(self, error: StreetWorksError, rows: Mapping[str, Row]) -> None:
        """Say that nothing has left this computer, and why."""
        text = tr("Nothing has left this computer, and your answers are kept.")
        self._show(self._told.not_sent, f"{error}\n\n{text}", error.detail, tr("&Try again"))
        self._show_fields(error, rows)

    def show_unknown(self, reference: str, error: StreetWorksError) -> None:
        """Say plainly that what was sent about `reference` may or may not be in the register."""
        text = tr(
            "Street Manager may or may not have {reference}. Nothing will be sent again before "
            "that is known. “Check now” asks Street Manager."
        ).format(reference=reference)
        self._show(self._told.unknown, f"{text}\n\n{error}", error.detail, tr("Check &now"))

    def show_not_there(self) -> None:
        """Say that it never arrived."""
        self._show(
            self._told.not_there,
            tr("Nothing was taken. You can go back to the form and submit it again."),
            "",
            "",
        )

    def _show_fields(self, error: StreetWorksError, rows: Mapping[str, Row]) -> None:
        """List the messages by field, if the error has some."""
        fields = fields_of(error)
        self.failureFields.setText(_lines(fields, rows))
        self.failureFields.setVisible(bool(fields))

    def _show(self, title: str, text: str, detail: str, offer: str) -> None:
        self.offer = offer
        self.failureTitle.setText(title)
        self.failureLabel.setText(text)
        self.failureFields.hide()
        self.detailsText.setPlainText(detail)
        self.detailsButton.setChecked(False)
        self.detailsButton.setVisible(bool(detail))
        self.detailsText.hide()


def fields_of(error: StreetWorksError) -> Fields:
    """Return what is said of each field of the request."""
    return error.fields if isinstance(error, BadRequest) else {}


def make_title(label: QLabel) -> None:
    """Write `label` large."""
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.3)
    label.setFont(font)


def _lines(fields: Fields, rows: Mapping[str, Row]) -> str:
    lines = []
    for place, messages in fields.items():
        row = rows.get(field_of(place))
        name = row.field.label if row is not None else place
        lines += [f"• {name}: {text}" if name else f"• {text}" for text in messages]
    return "\n".join(lines)
