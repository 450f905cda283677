"""The form itself: sections at the side, each a page of questions, made from the form's fields."""

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ...plugin.forms.fields import Field, Section
from ...plugin.forms.form import Form
from ...plugin.words import tr
from ..shared.alt_keys import keyed
from .row import Row
from .services import FormServices

_OF_THE_DIALOG = "ablv"
"""The keys of its buttons: Ask again, Back to the form, Close, Review."""


class FormView(QWidget):
    """All questions and their answers. `changed` follows every answer of the planner.

    `to_map` carries the name of a question that is to be answered on the map, `forgotten` that of
    one whose last answer is to be remembered no longer.
    """

    changed = pyqtSignal()
    to_map = pyqtSignal(str)
    forgotten = pyqtSignal(str)

    def __init__(
        self,
        form: Form[Any, Any],
        situation: Any,
        services: FormServices,
        values: dict[str, Any],
        last: Mapping[str, str],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`last` are the answers that are remembered from earlier forms."""
        super().__init__(parent)
        self.form = form
        self._last = last
        self._situation = situation
        self._services = services
        self._spoken_of: set[str] = set()
        self._refused: dict[str, tuple[Any, str]] = {}
        self._followed: set[str] = set()
        self.rows: dict[str, Row] = {}
        self.section_list = QListWidget()
        self.section_list.setAccessibleName(tr("Sections of the form"))
        self.section_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.section_list.setFixedWidth(self._section_width())
        self.pages = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.section_list)
        layout.addWidget(self.pages, 1)
        for section in form.sections:
            self._add_page(section)
        self._give_keys()
        self._set_values(values)
        self._settled = values
        self.section_list.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.section_list.setCurrentRow(0)
        self.show_state()

    @property
    def situation(self) -> Any:
        """What the form starts from, with the register's latest answer."""
        return self._situation

    def set_situation(self, situation: Any) -> None:
        """Take a newer answer of the register into account."""
        self._situation = situation
        self.show_state()

    def values(self) -> dict[str, Any]:
        """Return every answer, of hidden questions too."""
        return {name: row.editor.value() for name, row in self.rows.items()}

    def problems(self) -> dict[str, str]:
        """Return what has to be put right before the application may be sent, by field name."""
        return {**self.form.problems(self.values(), self._situation), **self.pending()}

    def pending(self) -> dict[str, str]:
        """Return what has to end before the answers are complete, by field name."""
        said = {name: row.editor.pending() for name, row in self.rows.items()}
        return {name: text for name, text in said.items() if text}

    def speak_of_all(self) -> None:
        """Show what is wrong everywhere, also where the planner has not been yet."""
        self._spoken_of = set(self.rows)
        self.show_state()

    def refuse(self, messages: dict[str, list[str]]) -> None:
        """Show the register's messages at their fields until the answers there are changed.

        They stop nothing: what the register minded may be put right by another answer.
        """
        values = self.values()
        named: dict[str, list[str]] = {}
        for place, said in messages.items():
            name = field_of(place)
            if name in self.rows:
                named.setdefault(name, []).extend(said)
        self._refused = {name: (values[name], " ".join(said)) for name, said in named.items()}
        self.speak_of_all()

    def go_to_first(self, names: Any) -> None:
        """Show the page of the first field of `names`, and put the focus there."""
        for name, row in self.rows.items():
            if name in names:
                self.go_to(row)
                return

    def go_to(self, row: Row) -> None:
        """Show the page of `row` and put the focus on its answer."""
        number = self._page_of(row.field)
        self.section_list.setCurrentRow(number)
        target = row.editor.target()
        page = self.pages.widget(number)
        if isinstance(page, QScrollArea):
            page.ensureWidgetVisible(row)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Show and hide questions, and say what is wrong and what to think about."""
        self._fit()
        values = self.values()
        judged = self.form.judge(values, self._situation)
        problems = {**self._still_refused(values), **judged.problems, **self.pending()}
        thoughts = self.form.hints(values, self._situation, self._followed)
        for name, row in self.rows.items():
            row.setVisible(name in judged.shown)
            row.mark(name in judged.required)
            spoken = name in self._spoken_of
            row.say(problems.get(name, "") if spoken else "", thoughts.get(name, ""))
        for number, section in enumerate(self.form.sections):
            names = {one.name for one in section.fields}
            self._mark(number, section, bool(names & judged.shown), len(names & set(problems)))

    def _fit(self) -> None:
        """Leave out the choices that do not go with the other answers."""
        for name, row in self.rows.items():
            if row.field.fits is not None:
                row.editor.offer(self.form.fitting(name, self.values(), self._situation))

    def _page_of(self, field: Field[Any]) -> int:
        return next(n for n, one in enumerate(self.form.sections) if field in one.fields)

    def _section_width(self) -> int:
        """Return the width in pixels that the longest entry of the list of sections needs."""
        metrics = self.section_list.fontMetrics()
        widths = (metrics.horizontalAdvance(_to_do(one.title, 88)) for one in self.form.sections)
        longest = max(widths, default=0)
        icon = self.style().pixelMetric(QStyle.PixelMetric.PM_ListViewIconSize)
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return int(longest + icon + scroll_bar + 12)

    def _still_refused(self, values: dict[str, Any]) -> dict[str, str]:
        return {
            name: message
            for name, (value, message) in self._refused.items()
            if values.get(name) == value
        }

    def _mark(self, number: int, section: Section[Any], applies: bool, wrong: int) -> None:
        item = self.section_list.item(number)
        item.setHidden(not applies)
        text = _to_do(section.title, wrong) if wrong else section.title
        told = text if wrong else tr("{section}: complete").format(section=section.title)
        if told == item.toolTip():
            return
        standard = QStyle.StandardPixmap
        icon = standard.SP_MessageBoxWarning if wrong else standard.SP_DialogApplyButton
        item.setText(text)
        item.setIcon(self.style().standardIcon(icon))
        item.setToolTip(told)

    def _add_page(self, section: Section[Any]) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        for field in section.fields:
            row = Row(self.form, field, self._situation, self._services)
            row.changed.connect(self._answered)
            row.left.connect(self._left)
            row.to_map.connect(self.to_map)
            row.forgotten.connect(self.forgotten)
            row.remember(self._last.get(field.name, ""))
            row.editor.half_typed.connect(self.show_state)
            self.rows[field.name] = row
            layout.addWidget(row)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self.pages.addWidget(area)
        self.section_list.addItem(QListWidgetItem(section.title))

    def _give_keys(self) -> None:
        """Let each button of a question have a key, which the dialog's buttons do not have."""
        taken = set(_OF_THE_DIALOG)
        for button in self.findChildren(QPushButton):
            button.setText(keyed(button.text(), taken))

    def _set_values(self, values: dict[str, Any]) -> None:
        for name, row in self.rows.items():
            row.editor.set_value(values.get(name))

    def _answered(self, name: str) -> None:
        self._spoken_of.add(name)
        self._followed.discard(name)
        self._let_follow()
        self.show_state()
        self.changed.emit()

    def _let_follow(self) -> None:
        """Change the answers that follow from the planner's."""
        values = self.values()
        now = datetime.now(timezone.utc)
        for name, value in self.form.follow(self._settled, values, self._situation, now).items():
            self.rows[name].editor.set_value(value)
            self._followed.add(name)
        self._settled = self.form.settled(self._settled, self.values())

    def _left(self, name: str) -> None:
        if name not in self._spoken_of:
            self._spoken_of.add(name)
            self.show_state()


def field_of(place: str) -> str:
    """Return the field that a place in the request belongs to: "a" for "a.0.b" and "a[0]"."""
    return place.partition(".")[0].partition("[")[0]


def _to_do(title: str, wrong: int) -> str:
    return tr("{section}: {n} to do").format(section=title, n=wrong)
