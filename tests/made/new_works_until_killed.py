"""Fills in a form of new works in a whole workplace, until it is killed.

Usage: new_works_until_killed.py URL FOLDER FORM QUESTION ACT. The plugin keeps its files in the
folder. FORM is "several", the application for several streets, or the operation of another form.
A line with "kept" is printed once what was typed is kept; then it is typed on, or sent where ACT is
"send".
"""

import sys
from pathlib import Path
from typing import Any

from pytest_qgis.mock_qgis_classes import MockMessageBar
from pytest_qgis.qgis_interface import QgisInterface
from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.forms.all_forms import NEW_WORKS  # noqa: E402
from street_works.plugin.settings import CUSTOM, Environment  # noqa: E402
from street_works.tests.made import switched_on  # noqa: E402
from street_works.tests.made.parties import PASSWORDS, email_of  # noqa: E402
from street_works.tests.made.several_drafts import begin, choose_all, send  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402

TYPED = "Renew the main here and there"
WHO = email_of("planner")


def sign_in(place: Any, url: str) -> None:
    """Let the planner sign in, and wait until all is quiet."""
    place.account.sign_in(Environment(CUSTOM, "Custom address", url), WHO, PASSWORDS[WHO])
    until(lambda: place.account.signed_in and not place.jobs.running)


def open_form(place: Any, operation: str) -> None:
    """Open the form of new works that is sent by an operation, as the dock does."""
    titles = {form.operation.name: form().told().title for form in NEW_WORKS}
    place.new_works.instead().get(titles[operation], place.new_works.apply)()


def opened(place: Any, form: str) -> Any:
    """Draw what the form needs, and open it."""
    if form == "several":
        begin(place)
        return choose_all(place)
    begin(place, 1)
    open_form(place, form)
    return place.form.dialog


def type_on(dialog: Any, question: str, text: str) -> None:
    """Type behind what is answered, and wait until that is kept."""
    QTest.keyClicks(dialog.form_view.rows[question].editor.edit, text)
    until(lambda: dialog.keptLabel.text().startswith("Kept"))


def main(url: str, folder: str, form: str, question: str, act: str) -> None:
    """Fill in the form."""
    app = QgsApplication([], True, folder)
    app.initQgis()
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    iface = QgisInterface(canvas, MockMessageBar(), window)
    switched_on.SECONDS = 60.0  # nothing is given up before it is killed
    with switched_on.switched_on(iface, canvas, Path(folder)) as on:
        place = on().workplace
        sign_in(place, url)
        dialog = opened(place, form)
        until(dialog.nextButton.isEnabled)
        dialog.form_view.rows[question].editor.edit.selectAll()
        type_on(dialog, question, TYPED)
        print("kept", flush=True)
        if act == "send":
            send(dialog)
            until(lambda: False, seconds=600)
        while True:
            type_on(dialog, question, " and on")


if __name__ == "__main__":
    main(*sys.argv[1:])
