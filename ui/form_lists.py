"""Editors for answers with several entries: ticks, conditions, designations, evidence files."""

import os
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..plugin.api.v1.models.work import FileSummaryResponse
from ..plugin.errors import StreetWorksError
from ..plugin.words import tr
from .apply_alive import ask, while_alive
from .apply_services import ApplyServices
from .form_editors import Editor, tick
from .shades import paint_trouble

COLUMNS = 2
LARGEST_FILE = 10 * 1024 * 1024


class TicksEditor(Editor):
    """Any number of the choices."""

    def __init__(
        self, choices: tuple[tuple[str, str], ...], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.boxes = {value: QCheckBox(words) for value, words in choices}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self.boxes.values()):
            layout.addWidget(box, number // COLUMNS, number % COLUMNS)
            box.clicked.connect(self._told)

    def value(self) -> list[str]:
        """Return what is ticked."""
        return [value for value, box in self.boxes.items() if box.isChecked()]

    def set_value(self, value: Any) -> None:
        """Tick `value` and nothing else."""
        for one, box in self.boxes.items():
            tick(box, one in (value or ()))

    def target(self) -> QWidget:
        """Return the first box."""
        return next(iter(self.boxes.values()), self)

    def name_widgets(self, name: str) -> None:
        """Name every box after the question and its own words."""
        for box in self.boxes.values():
            box.setAccessibleName(
                tr("{question}: {answer}").format(question=name, answer=box.text())
            )


class DesignationsEditor(TicksEditor):
    """The street's designations, each with the words that go with it below."""

    def __init__(
        self, choices: tuple[tuple[str, str, str], ...], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(tuple((key, name) for key, name, _more in choices), parent)
        layout = self.layout()
        if not isinstance(layout, QGridLayout):
            return
        for number, (key, _name, more) in enumerate(choices):
            layout.addWidget(self.boxes[key], 2 * number, 0, 1, COLUMNS)
            explanation = QLabel(more)
            explanation.setTextFormat(Qt.TextFormat.PlainText)
            explanation.setWordWrap(True)
            explanation.setIndent(24)
            explanation.setVisible(bool(more))
            layout.addWidget(explanation, 2 * number + 1, 0, 1, COLUMNS)
            self.boxes[key].setAccessibleDescription(more)


class ConditionsEditor(Editor):
    """Permit conditions to tick; a ticked one may carry a comment."""

    def __init__(
        self, choices: tuple[tuple[str, str], ...], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.rows: dict[str, tuple[QCheckBox, QLineEdit]] = {}
        for value, words in choices:
            box, comment = QCheckBox(words), QLineEdit()
            comment.setPlaceholderText(tr("Comment, such as hours or places"))
            comment.setAccessibleName(tr("Comment on {condition}").format(condition=words))
            comment.hide()
            layout.addWidget(box)
            layout.addWidget(comment)
            box.clicked.connect(self._ticked)
            comment.textEdited.connect(self._told)
            self.rows[value] = (box, comment)

    def value(self) -> list[dict[str, str]]:
        """Return the ticked conditions with their comments."""
        return [
            {"condition": value, "comment": comment.text()}
            for value, (box, comment) in self.rows.items()
            if box.isChecked()
        ]

    def set_value(self, value: Any) -> None:
        """Tick the conditions of `value` and show their comments."""
        comments = {one.get("condition"): one.get("comment", "") for one in value or ()}
        for name, (box, comment) in self.rows.items():
            tick(box, name in comments)
            comment.setText(comments.get(name, ""))
            comment.setVisible(name in comments)

    def target(self) -> QWidget:
        """Return the first condition's box."""
        return next(iter(self.rows.values()))[0]

    def name_widgets(self, name: str) -> None:
        """Name every box after the question and its own words."""
        for box, _comment in self.rows.values():
            box.setAccessibleName(
                tr("{question}: {answer}").format(question=name, answer=box.text())
            )

    def _ticked(self) -> None:
        for box, comment in self.rows.values():
            comment.setVisible(box.isChecked())
        self.changed.emit()


class FilesEditor(Editor):
    """Evidence files: added ones are uploaded at once, removed ones deleted from the register."""

    def __init__(self, services: ApplyServices, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._services = services
        self._files: list[dict[str, Any]] = []
        self.uploading = 0
        self.listing = QListWidget()
        self.listing.setMinimumHeight(120)
        self.add_button = QPushButton(tr("Add file…"))
        self.remove_button = QPushButton(tr("Remove"))
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.listing)
        layout.addLayout(buttons)
        layout.addWidget(self.trouble)
        self.add_button.clicked.connect(self._pick)
        self.remove_button.clicked.connect(self._remove)
        self.listing.itemSelectionChanged.connect(self._show_buttons)
        self._say("")
        self._show_buttons()

    def value(self) -> list[dict[str, Any]]:
        """Return the uploaded files: their number and name."""
        return [dict(one) for one in self._files]

    def set_value(self, value: Any) -> None:
        """Show the uploaded files `value`."""
        self._files = [dict(one) for one in value or ()]
        self._show()

    def target(self) -> QWidget:
        """Return the button that adds a file."""
        return self.add_button

    def name_widgets(self, name: str) -> None:
        """Name the list after the question, and the buttons after what they do."""
        self.listing.setAccessibleName(name)
        self.add_button.setAccessibleName(tr("Add a file as evidence"))
        self.remove_button.setAccessibleName(tr("Remove the chosen file"))

    def add(self, path: str) -> None:
        """Upload the file at `path`, unless it is too large or cannot be read."""
        name = os.path.basename(path)
        try:
            size = os.path.getsize(path)
        except OSError as error:
            self._say(tr("{name} cannot be read: {why}").format(name=name, why=error.strerror))
            return
        if size > LARGEST_FILE:
            self._say(
                tr("{name} has {mb:.1f} MB. At most 10 MB may be sent: make it smaller.").format(
                    name=name, mb=size / (1024 * 1024)
                )
            )
            return
        self._say(tr("Uploading {name}…").format(name=name))
        self.uploading += 1
        ask(
            lambda: self._services.upload_file(
                path, while_alive(self, self._uploaded), while_alive(self, self._failed)
            ),
            self._failed,
        )

    def _pick(self) -> None:
        paths, _filter = QFileDialog.getOpenFileNames(self, tr("Add evidence"))
        for path in paths:
            self.add(path)

    def _uploaded(self, answer: FileSummaryResponse) -> None:
        self.uploading -= 1
        self._files.append({"file_id": int(answer.file_id), "name": answer.name})
        self._say("")
        self._show()
        self.changed.emit()

    def _failed(self, error: StreetWorksError) -> None:
        self.uploading -= 1
        self._say(str(error))
        self.changed.emit()

    def _remove(self) -> None:
        row = self.listing.currentRow()
        if row < 0:
            return
        gone = self._files.pop(row)
        # It is off the form either way; a copy that stays behind belongs to no application.
        ask(
            lambda: self._services.delete_file(
                gone["file_id"],
                while_alive(self, lambda: self._say("")),
                while_alive(self, self._left_behind),
            ),
            self._left_behind,
        )
        self._show()
        self.changed.emit()

    def _left_behind(self, error: StreetWorksError) -> None:
        self._say(tr("It will not be sent, but could not be deleted: {why}").format(why=error))

    def _show(self) -> None:
        self.listing.clear()
        for one in self._files:
            self.listing.addItem(QListWidgetItem(str(one["name"])))
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.remove_button.setEnabled(bool(self.listing.selectedItems()))

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        paint_trouble(self.trouble)
