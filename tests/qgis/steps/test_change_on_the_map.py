"""A change request whose extent is redrawn on the map: from the details to the receipt and back.

With real key presses and clicks, against the practice service.
"""

import json
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.forms.steps.alterations import PLACE
from street_works.plugin.live.details.section import Part
from street_works.tests.made.step_cases.bringing import granted
from street_works.tests.made.step_cases.changes import CASES
from street_works.tests.made.stepping import choose, fill_in, offered, press, review, submit
from street_works.tests.made.waiting import until

LEFT = Qt.MouseButton.LeftButton


def form_of(place: Any) -> Any:
    until(lambda: place.form.dialog is not None and not place.jobs.running)
    return place.form.dialog


def draw(place: Any, x: int, y: int) -> None:
    """Draw a point on the canvas, as a planner does."""
    canvas, before = place._canvas, place.sheet.examined
    canvas.show()
    QTest.mouseClick(place.extent_panel.pointButton, LEFT)
    QTest.mouseMove(canvas.viewport(), QPoint(x, y))
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(x, y))
    until(lambda: place.sheet.examined is not before and not place.jobs.running)


def test_the_extent_is_redrawn_sent_and_told_beside_the_original(desk: Any) -> None:
    case, works = CASES[0], granted(desk.trade)
    desk.sign_in(case.who)
    dock, place = desk.open(works.reference), desk.place
    choose(dock, offered(dock, case, case.line(desk.details)))
    dialog = form_of(place)
    fill_in(dialog, case.typed(works), desk.folder)
    row = dialog.form_view.rows[PLACE]
    dialog.form_view.go_to(row)
    press(row.editor.draw)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    until(lambda: not place.jobs.running)
    draw(place, 320, 320)
    drawn = place.sheet.examined.extent.geojson()
    QTest.keyClick(place.dock.backButton, Qt.Key.Key_Space)
    dialog = form_of(place)
    assert dialog.form_view.rows[PLACE].editor.words.text() == "Point: redrawn"
    review(dialog)
    until(lambda: dialog.review.picture.pixmap() is not None and not place.jobs.running)
    assert not dialog.review.legend.isHidden()
    assert json.loads(dialog.review.body.toPlainText())[PLACE] == drawn
    submit(dialog, dialog.receiptStep)
    assert dialog.receiptStep.workEdit.text() == works.reference
    until(lambda: not place.jobs.running and case.shows in desk.details.as_text())
    desk.leave()
    part = next(n for n, one in enumerate(desk.details.sections) if one.part is Part.CHANGES)
    dock.tabs.setCurrentIndex(part)
    QTest.keyClick(dock.section.table, Qt.Key.Key_Return)
    until(lambda: desk.details.section(Part.RECORD) is not None)
    told = {one.cells[0]: one.cells[1:] for one in desk.details.section(Part.RECORD).lines}
    assert told["Extent"] == ("Point", "Point")
    assert told["Description"] == ("Repair a leak", "Renew two valves")
    change = desk.in_a_job(
        lambda: place.account.register.change(
            works.reference, desk.details.permit.reference, f"{desk.details.permit.reference}-CR-01"
        )
    )
    assert change.proposed.geometry == drawn
    assert change.before.geometry == works.body[PLACE]
