"""One small editor for each kind of answer: a value to read and to set, and a signal `changed`."""

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.errors import StreetWorksError
from ...plugin.forms.fields import Option
from ...plugin.forms.shapes import Standing, compared
from ...plugin.rules.typed import clock_of
from ...plugin.trade.records.geojson import GeoJson
from ...plugin.trade.shapes import geometry_of, is_same, size_of
from ...plugin.words import tr
from ..shared.day_edit import DayEdit

LINES_SHOWN = 4


class Editor(QWidget):
    """What all editors share. `changed` follows the planner's doing, not `set_value`."""

    changed = pyqtSignal()
    half_typed = pyqtSignal()  # what is shown is the beginning of an answer, and may stay one
    to_map = pyqtSignal()  # the planner wants to answer on the map

    def value(self) -> Any:
        """Return the answer, as `kinds.Kind` describes it."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show `value` as the answer."""
        raise NotImplementedError

    def offer(self, choices: tuple[Option, ...]) -> None:
        """Let only these be chosen, where the choices hang on other answers."""
        raise NotImplementedError

    def pending(self) -> str:
        """Say what has to end before the answer is complete; "" for nothing."""
        return ""

    def target(self) -> QWidget:
        """Return the widget that is focused for this field, and that its label belongs to."""
        raise NotImplementedError

    def name_widgets(self, name: str) -> None:
        """Give the widgets the field's `name` for screen readers."""
        self.target().setAccessibleName(name)

    def _told(self, *_args: object) -> None:
        self.changed.emit()


class TextEditor(Editor):
    """One line of text; says how much is left once the limit is near."""

    def __init__(self, limit: int = 0, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self.edit = QLineEdit()
        self.counter = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        layout.addWidget(self.counter)
        self.edit.textEdited.connect(self._told)
        self.edit.textChanged.connect(self._count)
        self._count("")

    def value(self) -> str:
        """Return the text."""
        return str(self.edit.text())

    def set_value(self, value: Any) -> None:
        """Show the text `value`."""
        self.edit.setText(str(value or ""))

    def target(self) -> QWidget:
        """Return the line."""
        return self.edit

    def _count(self, text: str) -> None:
        self.counter.setVisible(bool(self._limit) and len(text) * 5 >= self._limit * 4)
        self.counter.setText(tr("{n}/{most}").format(n=len(text), most=self._limit))


class TimeEditor(TextEditor):
    """A time of day, typed as `typed.clock_of` reads it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, parent)
        self.edit.setPlaceholderText(tr("hours:minutes"))
        self.edit.setMaximumWidth(130)
        self.edit.editingFinished.connect(lambda: self.set_value(self.value()))
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addStretch(1)

    def value(self) -> str:
        """Return the time as "09:30", or what was typed where that is no time."""
        text = str(self.edit.text()).strip()
        try:
            return f"{clock_of(text):%H:%M}"
        except StreetWorksError:
            return text


class _Plain(QPlainTextEdit):
    """Several lines of text, in which Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_SHOWN + 14)


class LongTextEditor(Editor):
    """Several lines of text with a counter."""

    def __init__(self, limit: int = 0, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._showing = False
        self.edit = _Plain()
        self.counter = QLabel()
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        layout.addWidget(self.counter)
        self.edit.textChanged.connect(self._edited)
        self._count()

    def value(self) -> str:
        """Return the text."""
        return str(self.edit.toPlainText())

    def set_value(self, value: Any) -> None:
        """Show the text `value`."""
        self._showing = True
        self.edit.setPlainText(str(value or ""))
        self._showing = False

    def target(self) -> QWidget:
        """Return the text's widget."""
        return self.edit

    def _edited(self) -> None:
        self._count()
        if not self._showing:
            self.changed.emit()

    def _count(self) -> None:
        self.counter.setVisible(bool(self._limit))
        self.counter.setText(
            tr("{n}/{most}").format(n=len(self.edit.toPlainText()), most=self._limit)
        )


class LinesEditor(LongTextEditor):
    """A list of short texts, one a line."""

    def value(self) -> list[str]:  # type: ignore[override]  # a list, where its base has one text
        """Return the lines."""
        return self.edit.toPlainText().split("\n") if self.edit.toPlainText() else []

    def set_value(self, value: Any) -> None:
        """Show the lines `value`."""
        super().set_value("\n".join(value or ()))


class _Box(QComboBox):
    """A box that the wheel scrolls past, so that no answer changes by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceEditor(Editor):
    """One of several; nothing is chosen to begin with."""

    def __init__(self, choices: tuple[Option, ...], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._choices: Optional[tuple[Option, ...]] = None
        self.box = _Box()
        self.offer(choices)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # So that a long choice cannot push the page wider than the window.
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(24)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.activated.connect(self._told)

    def offer(self, choices: tuple[Option, ...]) -> None:
        """Let only these be chosen; what is chosen stays if it is one of them."""
        if choices == self._choices:
            return
        chosen, self._choices = self.value(), choices
        self.box.clear()
        self.box.addItem(tr("Please choose"), "")
        for value, words, _more in choices:
            self.box.addItem(words, value)
        self.set_value(chosen)

    def value(self) -> str:
        """Return the chosen value, "" for none."""
        return str(self.box.currentData() or "")

    def set_value(self, value: Any) -> None:
        """Choose `value`; what is not among the choices is no choice."""
        self.box.setCurrentIndex(max(0, self.box.findData(str(value or ""))))

    def target(self) -> QWidget:
        """Return the box."""
        return self.box


class YesNoEditor(Editor):
    """Yes, no, or no answer yet."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.yes = QRadioButton(tr("Yes"))
        self.no = QRadioButton(tr("No"))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.yes, self.no):
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self._group.buttonClicked.connect(self._told)

    def value(self) -> Optional[bool]:
        """Return the answer, None for none."""
        return None if self._group.checkedButton() is None else self.yes.isChecked()

    def set_value(self, value: Any) -> None:
        """Show the answer `value`, or none."""
        self._group.setExclusive(False)
        self.yes.setChecked(value is True)
        self.no.setChecked(value is False)
        self._group.setExclusive(True)

    def target(self) -> QWidget:
        """Return the button that stands for the answer."""
        return self.no if self.no.isChecked() else self.yes

    def name_widgets(self, name: str) -> None:
        """Name both buttons after the question."""
        for button in (self.yes, self.no):
            button.setAccessibleName(
                tr("{question} {answer}").format(question=name, answer=button.text())
            )


class DateEditor(Editor):
    """A calendar day; a `past` one is looked for back from today."""

    def __init__(self, parent: Optional[QWidget] = None, *, past: bool = False) -> None:
        super().__init__(parent)
        self.edit = DayEdit(past=past)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        layout.addStretch(1)
        self.edit.changed.connect(self._told)
        self.edit.half_typed.connect(self.half_typed)

    def value(self) -> str:
        """Return the day as ISO text, or what was typed where that is no day."""
        day = self.edit.day()
        return self.edit.text().strip() if day is None else day.isoformat()

    def set_value(self, value: Any) -> None:
        """Show the day `value` (ISO text); other text is shown as it is, to be put right."""
        self.edit.set_text(str(value or ""))

    def target(self) -> QWidget:
        """Return the line."""
        return self.edit


class MomentEditor(Editor):
    """A day, and a time on it, at which something happened."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.day, self.time = DateEditor(past=True), TimeEditor()
        self.day.half_typed.connect(self.half_typed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for editor in (self.day, self.time):
            layout.addWidget(editor)
            editor.changed.connect(self._told)
        layout.addStretch(1)

    def value(self) -> dict[str, str]:
        """Return both, each as its own editor does."""
        return {"day": self.day.value(), "time": self.time.value()}

    def set_value(self, value: Any) -> None:
        """Show the day and the time of `value`."""
        given = value or {}
        self.day.set_value(given.get("day"))
        self.time.set_value(given.get("time"))

    def target(self) -> QWidget:
        """Return the day's line."""
        return self.day.target()

    def name_widgets(self, name: str) -> None:
        """Name both lines after the question."""
        self.day.name_widgets(tr("{question}: day").format(question=name))
        self.time.name_widgets(tr("{question}: time").format(question=name))


class ExtentEditor(Editor):
    """A shape: what it is in words, and the way to the map, where it is drawn."""

    def __init__(
        self, standing: Optional[Standing] = None, parent: Optional[QWidget] = None
    ) -> None:
        """`standing` is the shape that is there already, if any."""
        super().__init__(parent)
        self._standing = standing
        self._shape: Optional[GeoJson] = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.draw = QPushButton(tr("Redraw on the map …"))
        self.take = QPushButton("" if standing is None else standing.take)
        buttons = QHBoxLayout()
        for button in (self.draw, self.take):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.draw.clicked.connect(lambda: self.to_map.emit())
        self.take.clicked.connect(self._take)
        self._show()

    def value(self) -> Optional[GeoJson]:
        """Return the shape, None for none."""
        return self._shape

    def set_value(self, value: Any) -> None:
        """Show the shape `value`."""
        self._shape = value or None
        self._show()

    def target(self) -> QWidget:
        """Return the button that leads to the map."""
        return self.draw

    def name_widgets(self, name: str) -> None:
        """Name both buttons after the question."""
        for button in (self.draw, self.take):
            words = button.text().replace("&", "")
            button.setAccessibleName(tr("{question} {answer}").format(question=name, answer=words))

    def _take(self) -> None:
        if self._standing is not None:
            self.set_value(self._standing.shape)
            self.changed.emit()

    def _show(self) -> None:
        standing, shape = self._standing, self._shape
        if shape is None:
            said = tr("Nothing is drawn yet.")
        else:
            said = size_of(geometry_of(shape)) if standing is None else compared(shape, standing)
        self.words.setText(said)
        taken = standing is None or (shape is not None and is_same(shape, standing.shape))
        self.take.setVisible(not taken)


def tick(box: QAbstractButton, ticked: bool) -> None:
    """Tick `box` without telling anybody."""
    box.blockSignals(True)
    box.setChecked(ticked)
    box.blockSignals(False)
