"""Inside QGIS: forms opened from the details, filled in by keys, and photographed.

Given: the names of the `forms`, and the folder `out` for the pictures, one a form.
"""

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import inside
import qgis.utils
from inside import GIVEN, iface
from qgis.PyQt.QtWidgets import QScrollArea
from steps import Journey
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.tests.made.desk import Desk  # noqa: E402
from street_works.tests.made.parties import trade_now  # noqa: E402
from street_works.tests.made.spoilt_service import Register  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.case import StepCase  # noqa: E402
from street_works.tests.made.step_cases.new_works import NEW, NewCase  # noqa: E402
from street_works.tests.made.stepping import choose, fill_in, offered  # noqa: E402
from street_works.tools.forms import picture_of  # noqa: E402

OUT = Path(GIVEN["out"])
LOWEST = 330  # pixels: a dialog for one question


class Session:
    """One desk at one practice service; each form's party signs in."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def about_works(self, case: StepCase) -> str:
        """Open a form from the details of works."""
        works = case.before(self.desk.trade)
        self.desk.sign_in(case.who, "Practice")
        dock = self.desk.open(works.reference)
        choose(dock, offered(dock, case, case.line(self.desk.details)))
        title = self.fill_in(case, case.typed(works))
        dock.hide()
        return title

    def new_works(self, case: NewCase) -> str:
        """Open a form from the panel, for what was drawn."""
        self.desk.sign_in(case.who, "Practice")
        self.desk.begin(case.form)
        return self.fill_in(case, case.typed())

    def fill_in(self, case: Any, typed: dict[str, Any]) -> str:
        """Fill a form in, photograph the page with most answers, and leave it."""
        dialog = inside.widget_of("FormDialog")
        inside.wait_for(lambda: to_the_front(dialog), "the form in front")
        inside.wait_for(dialog.nextButton.isEnabled, "the register's answer")
        fill_in(dialog, typed, self.desk.folder)
        inside.wait_for(dialog.nextButton.isEnabled, "the register's answer")
        if dialog.form.fields:
            turn_to_most(dialog, typed)
        as_high_as_needed(dialog)
        inside.photograph(OUT / f"{picture_of(case.form)}.png", dialog)
        title = str(dialog.windowTitle())
        self.desk.leave()
        return title


def to_the_front(dialog: Any) -> bool:
    """Ask for the keys to go to the dialog; say whether they do."""
    dialog.activateWindow()
    return bool(dialog.isActiveWindow())


def turn_to_most(dialog: Any, typed: dict[str, Any]) -> None:
    """Turn to the page on which most was typed; the first one of several."""
    form, pages = dialog.form, dialog.form_view.section_list
    answered = Counter(
        number
        for number, section in enumerate(form.sections)
        for field in section.fields
        if field.name in typed
    )
    pages.setCurrentRow(max(answered, key=lambda number: (answered[number], -number), default=0))
    dialog.form_view.pages.currentWidget().verticalScrollBar().setValue(0)
    pages.setFocus()
    inside.pause(0.1)


def as_high_as_needed(dialog: Any) -> None:
    """Take the empty ground below the questions, or below the review, from the dialog."""
    asks = dialog.steps.currentWidget() is dialog.formStep
    shown = dialog.form_view.pages.currentWidget() if asks else dialog.review.findChild(QScrollArea)
    empty = shown.height() - shown.widget().sizeHint().height()
    dialog.resize(dialog.width(), max(LOWEST, dialog.height() - max(0, empty)))
    inside.pause(0.2)


def script() -> dict[str, Any]:
    """Take the picture of each form; those of one party one after the other."""
    journey = Journey(OUT)
    iface.mainWindow().showMaximized()
    place = qgis.utils.plugins[inside.PLUGIN].workplace
    with trade_now() as trade:
        network = Register(trade.base)
        session = Session(Desk(trade, network, place, OUT))
        for case in sorted(CASES, key=lambda case: case.who):
            if case.name in GIVEN["forms"]:
                journey.step(case.name, partial(session.about_works, case))
        for case in NEW:
            if case.name in GIVEN["forms"]:
                journey.step(case.name, partial(session.new_works, case))
        network.down()
    return {"steps": journey.steps}


inside.run_script(script)
