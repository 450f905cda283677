"""Fills the application form in with mouse and keyboard, inside the QGIS application."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

import inside
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

ANSWERS: dict[str, Any] = {
    "activity_type": "utility_repair_and_maintenance_works",
    "description_of_work": "Renew a length of water main and two service connections",
    "works_location_description": "Carriageway outside the shops, in the northbound lane",
    "location_types": ["carriageway"],
    "excavation": True,
    "is_ttro_required": False,
    "traffic_management_type": "two_way_signals",
    "traffic_management_plan": True,
    "close_footway": "no",
    "lane_rental_applicable": False,
    "environmental_health_notifiable": False,
    "collaborative_working": False,
    "early_start_pre_approval": False,
    "early_start_reason": "Customers are without water",
    "secondary_contact": "Duty planner",
    "secondary_contact_number": "01632 960001",
}


class Applied(NamedTuple):
    """What an application is about, and how many fields it has.

    The reference of the works, the promoter's SWA code, the extent as GeoJSON, and the street.
    """

    works: str
    promoter: str
    extent: dict[str, Any]
    usrn: int
    fields: int


def reviewed(dialog: Any) -> Applied:
    """Read the request in the review."""
    request = json.loads(dialog.review.body.toPlainText())
    return Applied(
        request["work_reference_number"],
        request["promoter_swa_code"],
        request["works_coordinates"],
        request["usrn"],
        len(request),
    )


def fill(dialog: Any, answers: Mapping[str, Any] = ANSWERS) -> None:
    """Answer what is still to be answered; raises RuntimeError when something is left."""
    left = dialog.form_view.problems()
    for _attempt in range(3):  # an answer can make further questions appear
        for name in [one for one in left if one in dialog.form_view.rows]:
            answer(dialog, name, answers.get(name, "Made up for practice"))
        left = dialog.form_view.problems()
        if not left:
            return
    raise RuntimeError(f"still to answer: {left}")


def answer(dialog: Any, name: str, given: Any) -> None:
    """Give one answer."""
    row = dialog.form_view.rows[name]
    dialog.form_view.go_to(row)
    inside.pause(0.02)
    editor = row.editor
    if isinstance(given, bool):
        inside.click(editor.yes if given else editor.no)
    elif hasattr(editor, "box"):
        wanted = editor.box.findData(given)
        wanted = wanted if wanted > 0 else 1
        editor.box.setFocus()
        QTest.keyClick(editor.box, Qt.Key.Key_Home)
        for _ in range(wanted):
            QTest.keyClick(editor.box, Qt.Key.Key_Down)
        editor.box.activated.emit(editor.box.currentIndex())
    elif isinstance(given, dict):
        for value, comment in given.items():
            box, lines = editor.rows[value]
            QTest.keyClick(box, Qt.Key.Key_Space)
            QTest.keyClicks(lines["comment"], comment)
    elif isinstance(given, list):
        for value in given:
            editor.boxes[value].setFocus()
            QTest.keyClick(editor.boxes[value], Qt.Key.Key_Space)
    else:
        QTest.keyClick(editor.target(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor.target(), given)
