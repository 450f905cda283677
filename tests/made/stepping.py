"""The way from the details to the receipt of a form, gone by keys alone."""

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QWidget
from street_works.plugin.forms.application.form import Application
from street_works.plugin.live.details.section import Part
from street_works.tests.made.step_cases.case import StepCase, written
from street_works.tests.made.waiting import until
from street_works.tools.filling import answer

Key = Qt.Key
_MOST = 300  # keys, before it is said that there is no way


def offered(dock: Any, case: StepCase, line: Optional[tuple[Part, int]]) -> Any:
    """Go to the line of what it is about and open the menu; return the action of the form."""
    if line is not None:
        _go_to(dock, *line)
    dock.stepsButton.setFocus()
    QTest.keyClick(dock.stepsButton, Key.Key_Space)
    named = case.form.operation.name
    found = [
        one for one in dock.stepsButton.every_step if one.objectName().partition(" ")[0] == named
    ]
    assert found, f"the menu does not have {named}"
    return next((one for one in found if one.isEnabled()), found[0])


def new_form(dock: Any, form: Any) -> None:
    """Choose a form of new works from the panel."""
    if form is Application:
        press(dock.applyButton)
        return
    press(dock.otherButton)
    actions = {one.text().replace("&", ""): one for one in dock.menu_instead.actions()}
    choose_from(dock.menu_instead, actions[f"{form().told().title} …"])


def choose(dock: Any, action: Any) -> None:
    """Choose from the menu of the next steps."""
    choose_from(dock.stepsButton.menu_of_steps, action)


def choose_from(menu: Any, action: Any) -> None:
    """Go down a menu to an action and press Enter."""
    for _ in range(_MOST):
        if menu.activeAction() is action:
            break
        QTest.keyClick(menu, Key.Key_Down)
    assert menu.activeAction() is action, f"no key leads to {action.text()}"
    QTest.keyClick(menu, Key.Key_Return)
    menu.close()
    QCoreApplication.processEvents()


def fill_in(
    dialog: Any,
    typed: dict[str, Any],
    folder: Path,
    judge: Callable[[list[QWidget]], None] = lambda _stops: None,
) -> None:
    """Give the answers on every page, going on by Tab; `judge` gets each page's stops.

    Fails for an answer to which no Tab key leads.
    """
    view = dialog.form_view
    left = written(view.form, typed, folder)
    for number in range(view.section_list.count()):
        _turn_to(view.section_list, number)
        if not view.section_list.item(number).isHidden():
            judge(list(_walk(dialog, left)))
    assert not left, f"no Tab key leads to {', '.join(left)}"


def press(button: QAbstractButton) -> None:
    """Press a button by its key."""
    assert button.isVisible()
    assert button.isEnabled(), button.toolTip()
    QTest.keyClick(button, Key.Key_Space)


def review(dialog: Any) -> None:
    """Go on to the review, where a form without questions begins."""
    if dialog.steps.currentWidget() is dialog.reviewStep:
        return
    until(lambda: dialog.nextButton.isEnabled())
    press(dialog.nextButton)
    assert dialog.steps.currentWidget() is dialog.reviewStep, "; ".join(
        [dialog.formStep.formTrouble.text(), f"{dialog.form_view.problems()}"]
    )


def submit(dialog: Any, page: QWidget) -> None:
    """Submit what was reviewed, and wait for a page of the dialog."""
    press(dialog.nextButton)
    until(lambda: dialog.steps.currentWidget() is not dialog.sendingStep)
    shown = dialog.steps.currentWidget()
    assert shown is page, f"{dialog.failureStep.failureLabel.text()} {_minded(dialog)}"


def _minded(dialog: Any) -> str:
    return str(dialog.failureStep.failureFields.text())


def _go_to(dock: Any, part: Part, row: int) -> None:
    bar = dock.tabs.tabBar()
    bar.setFocus()
    for key in [Key.Key_Left] * bar.count() + [Key.Key_Right] * bar.count():
        if dock.section.section.part is part:
            break
        QTest.keyClick(bar, key)
    assert dock.section.section.part is part
    table = dock.section.table
    table.setFocus()
    while table.currentRow() < row:
        QTest.keyClick(table, Key.Key_Down)
    QCoreApplication.processEvents()


def _turn_to(section_list: Any, number: int) -> None:
    section_list.setFocus()
    for key in [Key.Key_Up] * section_list.count() + [Key.Key_Down] * section_list.count():
        if section_list.currentRow() == number:
            return
        QTest.keyClick(section_list, key)


def _walk(dialog: Any, left: dict[str, Any]) -> Any:
    """Give the widgets that Tab leads to, and answer on the way what is `left` to be answered."""
    view, seen = dialog.form_view, []
    widget = view.section_list
    while widget not in seen and len(seen) < _MOST:
        seen.append(widget)
        yield widget
        for name, row in view.rows.items():
            if name in left and row.isAncestorOf(widget):
                answer(view, name, left.pop(name))
        QTest.keyClick(QApplication.focusWidget() or widget, Key.Key_Tab)
        QCoreApplication.processEvents()
        widget = QApplication.focusWidget()
    assert len(seen) < _MOST
