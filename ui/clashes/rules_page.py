"""The rules by which clashes are found, in QGIS's options: a box for each, made of its fields."""

from typing import Callable, Optional, Union

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...plugin.clashes.rule import Threshold
from ...plugin.desk.rules_set import SetRule, all_set, keep_set, usual_set
from ...plugin.settings import Settings
from ...plugin.words import tr
from ..shared.decimal_box import DecimalBox
from ..shared.ui_file import load_form
from ..shared.windows import order_by_reading

NAME = "RulesPage"
"""The name of the page's widget, by which QGIS opens its options at this page."""


class RulesPage(QgsOptionsPageWidget):
    """Shows every rule; what was changed counts once QGIS calls `apply`."""

    rules: QVBoxLayout
    restoreButton: QPushButton

    def __init__(
        self,
        settings: Settings,
        applied: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`applied` is called when something was changed."""
        super().__init__(parent)
        load_form(self, __file__)
        self._settings = settings
        self._applied = applied
        self._shown = all_set(settings)
        self.boxes = {one.rule.name: RuleBox(one) for one in self._shown}
        for box in self.boxes.values():
            self.rules.addWidget(box)
        self.restoreButton.clicked.connect(self._restore)
        order_by_reading(self)

    def apply(self) -> None:
        """Keep what was changed; QGIS calls it when the planner accepts its options."""
        values = tuple(box.value() for box in self.boxes.values())
        if values != self._shown:
            keep_set(self._settings, values)
            self._shown = values
            self._applied()

    def _restore(self) -> None:
        for box, usual in zip(self.boxes.values(), usual_set(self._settings)):
            box.show_rule(usual)


class RuleBox(QGroupBox):
    """One rule: ticked where it is used, with a field for each of its thresholds."""

    def __init__(self, one: SetRule) -> None:
        super().__init__(one.rule.title())
        self._kind = type(one.rule)
        self.setObjectName(one.rule.name)
        self.setCheckable(True)
        self.setToolTip(one.rule.help())
        self.fields: dict[str, Union[QSpinBox, QDoubleSpinBox]] = {}
        rows = QFormLayout(self)
        for asked in one.rule.asks():
            field = _field(asked, getattr(one.rule, asked.name))
            field.setAccessibleName(f"{one.rule.title()}: {asked.label()}")
            rows.addRow(asked.label(), field)
            self.fields[asked.name] = field
        self.show_rule(one)

    def show_rule(self, one: SetRule) -> None:
        """Show these thresholds, and whether it is used."""
        self.setChecked(one.on)
        for name, field in self.fields.items():
            field.setValue(getattr(one.rule, name))

    def value(self) -> SetRule:
        """Return the rule as it is shown."""
        values = {name: field.value() for name, field in self.fields.items()}
        return SetRule(self._kind(**values), self.isChecked())


def _field(asked: Threshold, value: float) -> Union[QSpinBox, QDoubleSpinBox]:
    if isinstance(value, int):
        field = QSpinBox()
        field.setRange(int(asked.least), int(asked.most))
    else:
        field = DecimalBox()
        field.setDecimals(1)
        field.setRange(asked.least, asked.most)
    field.setSuffix({"m": tr(" m"), "days": tr(" days")}.get(asked.unit, f" {asked.unit}"))
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return field
