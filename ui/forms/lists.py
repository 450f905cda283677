"""Editors for answers with several entries: ticks, conditions, designations, attachments."""

import textwrap
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any, Optional

from qgis.PyQt.QtCore import QMimeData, Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
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

from ...plugin.errors import StreetWorksError
from ...plugin.forms import attachments
from ...plugin.forms.attachments import Attachment
from ...plugin.forms.fields import Option
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.shades import paint_trouble
from ..shared.trouble import attempt
from .editors import Editor, tick
from .services import FormServices

LETTERS = 40  # on a line beside a tick, which Qt does not break


class TicksEditor(Editor):
    """Any number of the choices."""

    columns = 2

    def __init__(self, choices: tuple[Option, ...], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._words = {value: words for value, words, _more in choices}
        letters = LETTERS // self.columns
        self.boxes = {value: QCheckBox(_broken(words, letters)) for value, words, _more in choices}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self.boxes.values()):
            layout.addWidget(box, number // self.columns, number % self.columns)
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
        for value, box in self.boxes.items():
            box.setAccessibleName(
                tr("{question}: {answer}").format(question=name, answer=self._words[value])
            )


class DesignationsEditor(TicksEditor):
    """The street's designations, each with the words that go with it below."""

    columns = 1

    def __init__(self, choices: tuple[Option, ...], parent: Optional[QWidget] = None) -> None:
        super().__init__(choices, parent)
        layout = self.layout()
        if not isinstance(layout, QGridLayout):
            return
        for number, (key, _name, more) in enumerate(choices):
            layout.addWidget(self.boxes[key], 2 * number, 0)
            explanation = QLabel(more)
            explanation.setTextFormat(Qt.TextFormat.PlainText)
            explanation.setWordWrap(True)
            explanation.setIndent(24)
            explanation.setVisible(bool(more))
            layout.addWidget(explanation, 2 * number + 1, 0)
            self.boxes[key].setAccessibleDescription(more)


class ConditionsEditor(Editor):
    """Choices to tick, such as conditions; of a ticked one may be said what stands `beside` it."""

    def __init__(
        self,
        choices: tuple[Option, ...],
        beside: tuple[str, ...] = (),
        parent: Optional[QWidget] = None,
    ) -> None:
        """`beside` are the words for the text, and for the numbers where there may be some."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._words = {value: words for value, words, _more in choices}
        self.rows: dict[str, tuple[QCheckBox, dict[str, QLineEdit]]] = {}
        asked = dict(
            zip(("comment", "numbers"), beside or (tr("Comment, such as hours or places"),))
        )
        for value, words, _more in choices:
            box = QCheckBox(_broken(words, LETTERS))
            box.clicked.connect(self._ticked)
            layout.addWidget(box)
            lines = {name: self._line(words, said) for name, said in asked.items()}
            for line in lines.values():
                layout.addWidget(line)
            self.rows[value] = (box, lines)

    def offer(self, choices: tuple[Option, ...]) -> None:
        """Show only these; what is ticked of the others does not count."""
        offered = {one.value for one in choices}
        for value, (box, _lines) in self.rows.items():
            box.setVisible(value in offered)
        self._show_lines()

    def value(self) -> list[dict[str, str]]:
        """Return what is ticked, with what is said of it."""
        return [
            {"condition": value, **{name: line.text() for name, line in lines.items()}}
            for value, (box, lines) in self.rows.items()
            if box.isChecked() and not box.isHidden()
        ]

    def set_value(self, value: Any) -> None:
        """Tick what is in `value` and show what is said of it."""
        entries = {one.get("condition"): one for one in value or ()}
        for key, (box, lines) in self.rows.items():
            tick(box, key in entries)
            for name, line in lines.items():
                line.setText(entries.get(key, {}).get(name, ""))
        self._show_lines()

    def target(self) -> QWidget:
        """Return the first box that is shown."""
        boxes = [box for box, _lines in self.rows.values()]
        return next((box for box in boxes if not box.isHidden()), boxes[0])

    def name_widgets(self, name: str) -> None:
        """Name every box after the question and its own words."""
        for value, (box, _lines) in self.rows.items():
            box.setAccessibleName(
                tr("{question}: {answer}").format(question=name, answer=self._words[value])
            )

    def _line(self, entry: str, asked: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(asked)
        line.setAccessibleName(tr("{question}: {answer}").format(question=entry, answer=asked))
        line.hide()
        line.textEdited.connect(self._told)
        return line

    def _ticked(self) -> None:
        self._show_lines()
        self.changed.emit()

    def _show_lines(self) -> None:
        for box, lines in self.rows.values():
            for line in lines.values():
                line.setVisible(box.isChecked() and not box.isHidden())


class FilesEditor(Editor):
    """Attachments: added ones are uploaded at once, removed ones deleted from Street Manager."""

    def __init__(
        self, services: FormServices, promoter: str, parent: Optional[QWidget] = None
    ) -> None:
        """`promoter` is the SWA code of the works' promoter, "" while there is none."""
        super().__init__(parent)
        self._services, self._promoter = services, promoter
        self._files: list[dict[str, Any]] = []
        self._uploading: list[Attachment] = []
        self.setAcceptDrops(True)
        self.listing = QListWidget()
        self.listing.setMinimumHeight(120)
        self.add_button = QPushButton(tr("Add files…"))
        self.remove_button = QPushButton(tr("Remove"))
        self.progress = QLabel()
        self.trouble = QLabel()
        for words in (self.progress, self.trouble):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.listing)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addWidget(self.trouble)
        self.add_button.clicked.connect(self._pick)
        self.remove_button.clicked.connect(self._remove)
        self.listing.itemSelectionChanged.connect(self._show_buttons)
        self._say("")
        self._show()

    def value(self) -> list[dict[str, Any]]:
        """Return the uploaded files: number, name, size in bytes, and digest."""
        return [dict(one) for one in self._files]

    def set_value(self, value: Any) -> None:
        """Show the uploaded files `value`."""
        self._files = [dict(one) for one in value or ()]
        self._show()

    def pending(self) -> str:
        """Say which files are still on their way; "" when all have arrived."""
        if not self._uploading:
            return ""
        names = ", ".join(one.name for one in self._uploading)
        return tr("Still uploading {names}.").format(names=names)

    def target(self) -> QWidget:
        """Return the button that adds files."""
        return self.add_button

    def name_widgets(self, name: str) -> None:
        """Name the list after the question, and the buttons after what they do."""
        self.listing.setAccessibleName(name)
        self.add_button.setAccessibleName(tr("Add files"))
        self.remove_button.setAccessibleName(tr("Remove the chosen file"))

    def add(self, paths: Iterable[str]) -> None:
        """Upload the files at `paths`; below the list is said which of them are not, and why."""
        self._say("")
        for path in paths:
            attempt(partial(self._add, path), self._say_also)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files of this computer."""
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Upload the files that were dropped."""
        self.add(_paths(event.mimeData()))

    def _pick(self) -> None:
        paths, _filter = QFileDialog.getOpenFileNames(self, tr("Add files"))
        if paths:
            self.add(paths)

    def _add(self, path: str) -> None:
        """Upload the file at `path`. Raises StreetWorksError when it cannot be attached."""
        new = attachments.read(path)
        attachments.check_beside(new, (*map(attachments.kept, self._files), *self._uploading))
        self._uploading.append(new)
        self._show()

        def done(number: int) -> None:
            self._files.append({"file_id": number, **asdict(new)})
            self._arrived(new)

        def failed(error: StreetWorksError) -> None:
            self._say_also(tr("{name}: {why}").format(name=new.name, why=error))
            self._arrived(new)

        attempt(
            lambda: self._services.upload_file(
                path, self._promoter, while_alive(self, done), while_alive(self, failed)
            ),
            failed,
        )

    def _arrived(self, file: Attachment) -> None:
        self._uploading.remove(file)
        self._show()
        self.changed.emit()

    def _remove(self) -> None:
        row = self.listing.currentRow()
        if row < 0:
            return
        gone = self._files.pop(row)
        # It is off the form either way; a copy that stays behind belongs to no works.
        attempt(
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
        self.progress.setText(self.pending())
        self.progress.setVisible(bool(self._uploading))
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.remove_button.setEnabled(bool(self.listing.selectedItems()))

    def _say_also(self, text: object) -> None:
        self._say("\n".join(filter(None, (self.trouble.text(), str(text)))))

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        paint_trouble(self.trouble)


def _broken(words: str, letters: int) -> str:
    """Return `words` on lines of at most so many letters."""
    return "\n".join(textwrap.wrap(words, letters))


def _paths(dropped: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
