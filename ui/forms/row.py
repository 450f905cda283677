"""One question on the page: its words, its editor, what is wrong with it, what to think about."""

from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.forms.fields import Field
from ...plugin.forms.form import Form
from ...plugin.forms.kinds import Kind
from ...plugin.words import tr
from ..shared.shades import caution_colour, trouble_colour
from .editors import (
    ChoiceEditor,
    DateEditor,
    Editor,
    ExtentEditor,
    LinesEditor,
    LongTextEditor,
    MomentEditor,
    TextEditor,
    TimeEditor,
    YesNoEditor,
)
from .lists import ConditionsEditor, DesignationsEditor, FilesEditor, TicksEditor
from .services import FormServices

ICON = 16


class Note(QWidget):
    """A line of text with an icon beside it; hidden while there is nothing to say."""

    def __init__(
        self, icon: QStyle.StandardPixmap, meaning: str, parent: Optional[QWidget] = None
    ) -> None:
        """`meaning` is the icon in words."""
        super().__init__(parent)
        self._picture = QLabel()
        self._picture.setAccessibleName(meaning)
        self._picture.setPixmap(self.style().standardIcon(icon).pixmap(ICON, ICON))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 0, 1)
        layout.setColumnStretch(1, 1)
        self.say("")

    def text(self) -> str:
        """Return what is said."""
        return str(self._words.text())

    def say(self, text: str) -> None:
        """Say `text`, or nothing."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def paint(self, error: bool) -> None:
        """Write in a colour that can be read on the window's ground."""
        if not self.text():
            return
        palette = self._words.palette()
        colour = trouble_colour(palette) if error else caution_colour(palette)
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._words.setPalette(palette)


class Remembered(QWidget):
    """Says that an answer is that of an earlier form, and offers to forget it."""

    def __init__(self, question: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.words = QLabel(tr("Remembered from your last form."))
        self.forget = QToolButton()
        self.forget.setIcon(QgsApplication.getThemeIcon("/mIconDelete.svg"))
        self.forget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.forget.setAccessibleName(tr("Forget {question}").format(question=question))
        self.forget.setToolTip(tr("Forget it: leave this unanswered, and offer it no more"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addWidget(self.forget)
        layout.addStretch(1)
        self.hide()


class Row(QWidget):
    """The question `field`. `changed` follows the planner's answer, `left` the focus going on.

    `to_map` says that it is to be answered on the map, `forgotten` that its last answer is to be
    remembered no longer.
    """

    changed = pyqtSignal(str)
    left = pyqtSignal(str)
    to_map = pyqtSignal(str)
    forgotten = pyqtSignal(str)

    def __init__(
        self, form: Form[Any, Any], field: Field[Any], situation: Any, services: FormServices
    ) -> None:
        super().__init__()
        self.field = field
        self.editor = _editor(form, field, situation, services)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(self.editor.target())
        self.help = QLabel(field.help)
        self.help.setWordWrap(True)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setVisible(bool(field.help))
        self._last = ""
        self.remembered = Remembered(field.label) if field.habitual else None
        self.error = Note(QStyle.StandardPixmap.SP_MessageBoxCritical, tr("Wrong"))
        self.hint = Note(QStyle.StandardPixmap.SP_MessageBoxWarning, tr("To think about"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(3)
        for widget in (self.label, self.help, self.editor, self.error, self.hint):
            layout.addWidget(widget)
        if self.remembered is not None:
            layout.insertWidget(layout.indexOf(self.error), self.remembered)
            self.remembered.forget.clicked.connect(self._forget)
        self._dress()
        self.editor.changed.connect(lambda: self.changed.emit(field.name))
        self.editor.to_map.connect(lambda: self.to_map.emit(field.name))
        for widget in self.editor.findChildren(QWidget):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice when the focus goes on, so that an empty answer is spoken of only then."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit(self.field.name)
        return bool(super().eventFilter(watched, event))

    def remember(self, last: str) -> None:
        """Mark the answer as remembered, while it is the `last` one of an earlier form."""
        self._last = last

    def mark(self, required: bool) -> None:
        """Say beside the question whether it may stay unanswered."""
        text = self.field.label
        self.label.setText(text if required else tr("{question} (optional)").format(question=text))

    def say(self, error: str, hint: str) -> None:
        """Show what is wrong with the answer, and what to think about."""
        self.error.say(error)
        self.hint.say(hint)
        self.error.paint(True)
        self.hint.paint(False)
        told = self._say_remembered() or self.field.help
        self.editor.target().setAccessibleDescription(error or hint or told)

    def _say_remembered(self) -> str:
        """Say below the answer that it is the last one of an earlier form, where it is."""
        kept = bool(self._last) and self.editor.value() == self._last
        if self.remembered is None:
            return ""
        self.remembered.setVisible(kept)
        return str(self.remembered.words.text()) if kept else ""

    def _forget(self) -> None:
        """Take the answer away, here and for later forms."""
        self._last = ""
        self.editor.set_value("")
        self.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)
        self.forgotten.emit(self.field.name)
        self.changed.emit(self.field.name)

    def _dress(self) -> None:
        font = self.label.font()
        font.setBold(True)
        self.label.setFont(font)
        self.editor.name_widgets(self.field.label)
        self.editor.setToolTip(self.field.help)
        self.mark(True)


def _editor(
    form: Form[Any, Any], field: Field[Any], situation: Any, services: FormServices
) -> Editor:
    answer, options = form.answers[field.name], form.options(field, situation)
    makers: dict[Kind, Callable[[], Editor]] = {
        Kind.TEXT: lambda: TextEditor(answer.longest),
        Kind.LONG_TEXT: lambda: LongTextEditor(answer.longest),
        Kind.CHOICE: lambda: ChoiceEditor(options),
        Kind.YES_NO: YesNoEditor,
        Kind.DATE: lambda: DateEditor(past=field.past),
        Kind.TIME: TimeEditor,
        Kind.MOMENT: MomentEditor,
        Kind.TICKS: lambda: TicksEditor(options),
        Kind.CONDITIONS: lambda: ConditionsEditor(options, field.beside),
        Kind.DESIGNATIONS: lambda: DesignationsEditor(options),
        Kind.LINES: LinesEditor,
        Kind.FILES: lambda: FilesEditor(services, form.promoter(situation)),
        Kind.EXTENT: lambda: ExtentEditor(field.standing and field.standing(situation)),
    }
    return makers[answer.kind]()
