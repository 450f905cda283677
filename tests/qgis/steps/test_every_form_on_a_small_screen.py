"""Every form on a screen of 1366 x 768, with usual and with larger letters: nothing is cut off."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QRect
from qgis.PyQt.QtWidgets import QApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.api.errors import BadRequest  # noqa: E402
from street_works.plugin.trade.records.receipts import Receipt  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.case import StepCase  # noqa: E402
from street_works.tests.made.step_cases.new_works import NEW, NewCase  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tests.rounds import rounds  # noqa: E402
from street_works.tools.on_the_screen import cut_off, off_screen  # noqa: E402
from street_works.ui.forms.form_dialog import FormDialog  # noqa: E402
from street_works.ui.shared import windows  # noqa: E402

SCREEN = QRect(0, 0, 1366, 768)
LONG = "The register minds this for a reason that takes more than one line to be told. " * 4


SIZES = [("larger letters", 1.25), ("usual letters", 1.0)]
LETTERS = dict(SIZES[: rounds(1, full=len(SIZES))])
"""In a usual run the larger ones stand for both: they need more room."""


@contextmanager
def letters(times: float) -> Iterator[None]:
    """Make all letters so many times as large, as on the planner's screen."""
    before, larger = QApplication.font(), QApplication.font()
    larger.setPointSizeF(before.pointSizeF() * times)
    QApplication.setFont(larger)
    try:
        yield
    finally:
        QApplication.setFont(before)


@pytest.fixture
def open_dialog(desk: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Give the function that opens a form, as large as it comes up on such a screen."""
    monkeypatch.setattr(windows, "_screen_of", lambda _window: SCREEN)
    opened = []

    def open_it(form: Any, situation: Any, values: dict[str, Any]) -> FormDialog:
        dialog = FormDialog(form, situation, desk.place.applying, values)
        opened.append(dialog)
        dialog.move(0, 0)
        dialog.show()
        return dialog

    yield open_it
    for dialog in opened:
        dialog.hide()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def amiss(dialog: FormDialog) -> list[str]:
    """Return what cannot be seen of a dialog, once its layout is at rest."""
    for _ in range(3):
        QCoreApplication.processEvents()
    return [*off_screen(dialog, SCREEN), *cut_off(dialog, SCREEN)]


def each_page(dialog: FormDialog) -> Iterator[str]:
    """Turn every page of a form over; give its name."""
    pages = dialog.form_view.section_list
    for number in range(pages.count()):
        if not pages.item(number).isHidden():
            pages.setCurrentRow(number)
            yield pages.item(number).text()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_all_of_it_can_be_seen(case: StepCase, desk: Any, open_dialog: Any) -> None:
    works = case.before(desk.trade)
    desk.sign_in(case.who)
    client, form = desk.place.account.client, case.form()
    situation, values = desk.in_a_job(lambda: filled_in(case, client, works, desk.folder))
    assert not_seen_by_size(form, situation, values, open_dialog) == {}


@pytest.mark.parametrize("case", NEW, ids=lambda case: case.name)
def test_all_of_what_asks_for_new_works_can_be_seen(
    case: NewCase, at_desk: Any, open_dialog: Any
) -> None:
    at_desk.draw()
    form, situation = case.form(), at_desk.place.applying.situation()
    values = {**form.defaults(situation), **case.typed()}
    values.update(form.name(values, situation))
    assert not_seen_by_size(form, situation, values, open_dialog) == {}


def not_seen_by_size(form: Any, situation: Any, values: Any, open_dialog: Any) -> dict[str, Any]:
    """Return, by the letters' size, what cannot be seen of a form."""
    found = {}
    for size, times in LETTERS.items():
        with letters(times):
            found[size] = not_seen(form, situation, values, open_dialog)
    return {size: wrong for size, wrong in found.items() if wrong}


def not_seen(form: Any, situation: Any, values: Any, open_dialog: Any) -> dict[str, list[str]]:
    """Return, by page, what cannot be seen of a form with all that may stand on it."""
    dialog = open_dialog(type(form)(), situation, {})
    dialog.form_view.refuse({name: [LONG] for name in form.fields})
    wrong = {page: amiss(dialog) for page in each_page(dialog)}
    dialog.hide()
    dialog = open_dialog(form, situation, values)
    wrong.update({f"{page}, filled in": amiss(dialog) for page in each_page(dialog)})
    request = form.build(dialog.values(), situation)
    dialog.review.show_request(request, dialog.values(), situation)
    refusal = BadRequest(LONG, fields={name: [LONG] for name in form.fields})
    dialog.failureStep.show_refusal(refusal, dialog.form_view.rows)
    receipt = Receipt("TSR0010001AB12CD34", "TSR0010001AB12CD34-01")
    dialog.receiptStep.show_receipt(
        form.told().accepted, receipt, form.afterwards(receipt, situation)
    )
    for step in (dialog.reviewStep, dialog.failureStep, dialog.receiptStep):
        dialog.steps.setCurrentWidget(step)
        wrong[step.objectName()] = amiss(dialog)
    return {page: said for page, said in wrong.items() if said}


def filled_in(case: StepCase, client: Any, works: Any, folder: Any) -> tuple[Any, Any]:
    """Return what the form starts from and all answers on it."""
    situation = case.situation(client, works)
    return situation, case.values(client, situation, works, folder)


def test_what_is_cut_off_is_noticed(open_dialog: Any, desk: Any) -> None:
    case = CASES[0]
    works = case.before(desk.trade)
    desk.sign_in(case.who)
    client = desk.place.account.client
    situation = desk.in_a_job(lambda: case.situation(client, works))
    dialog = open_dialog(case.form(), situation, {})
    assert amiss(dialog) == []
    dialog.move(SCREEN.width() - 50, 0)
    assert amiss(dialog)
    until(lambda: not desk.place.jobs.running)
