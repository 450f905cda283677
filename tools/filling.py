"""Fills forms in with mouse and keyboard: in the QGIS application, and in tests without it.

Nothing of the plugin is imported: a journey begins before the plugin is installed.
"""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QWidget

Key = Qt.Key
UPLOADED_S = 20.0

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
    view = dialog.form_view
    left = view.problems()
    for _attempt in range(3):  # an answer can make further questions appear
        for name in [one for one in left if one in view.rows]:
            give(view, name, answers[name] if name in answers else _made_up(view, name))
        left = view.problems()
        if not left:
            return
    raise RuntimeError(f"still to answer: {left}")


def give(view: Any, name: str, value: Any) -> None:
    """Go to a question of a form and answer it."""
    view.go_to(view.rows[name])
    QTest.qWait(20)
    answer(view, name, value)


def answer(view: Any, name: str, value: Any) -> None:
    """Answer a question of a form by events at its editor: keys, and files that are dropped.

    The value is as `forms.kinds.Kind` describes it, with paths for files.
    """
    editor = view.rows[name].editor
    by_kind = {
        "FILES": _drop,
        "MOMENT": _set_moment,
        "CHOICE": _choose,
        "YES_NO": _say,
        "TICKS": _tick_each,
        "DESIGNATIONS": _tick_each,
        "CONDITIONS": _set_conditions,
        "LINES": _write_lines,
    }
    by_kind.get(view.form.answers[name].kind.name, _write_text)(editor, value)


def _made_up(view: Any, name: str) -> Any:
    """Return some answer: the first that may be chosen, else a text."""
    box = getattr(view.rows[name].editor, "box", None)
    return "Made up for practice" if box is None else box.itemData(1)


def _write(line: QWidget, text: str) -> None:
    QTest.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Key.Key_Delete)
    for number, part in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(line, Key.Key_Return)
        QTest.keyClicks(line, part, delay=1)  # each key is an event of its own


def _write_text(editor: Any, value: str) -> None:
    _write(editor.target(), value)


def _write_lines(editor: Any, value: list[str]) -> None:
    _write(editor.target(), "\n".join(value))


def _set_moment(editor: Any, value: dict[str, str]) -> None:
    _write(editor.day.target(), value["day"])
    _write(editor.time.target(), value["time"])


def _say(editor: Any, value: bool) -> None:
    QTest.keyClick(editor.yes if value else editor.no, Key.Key_Space)


def _choose(editor: Any, value: str) -> None:
    box: QComboBox = editor.box
    away = box.findData(value) - box.currentIndex()
    for _ in range(abs(away)):
        QTest.keyClick(box, Key.Key_Down if away > 0 else Key.Key_Up)
    if box.currentData() != value:
        raise RuntimeError(f"{value} cannot be chosen")


def _tick(box: Any, wanted: bool) -> None:
    if box.isChecked() is not wanted:
        QTest.keyClick(box, Key.Key_Space)


def _tick_each(editor: Any, value: list[str]) -> None:
    for one, box in editor.boxes.items():
        _tick(box, one in value)


def _set_conditions(editor: Any, value: list[dict[str, str]]) -> None:
    entries = {one["condition"]: one for one in value}
    for key, (box, lines) in editor.rows.items():
        _tick(box, key in entries)
        for name, line in lines.items():
            if entries.get(key, {}).get(name):
                _write(line, entries[key][name])


def _drop(editor: Any, paths: list[Path]) -> None:
    """Drop files on the list of attachments, and wait until they have been uploaded."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, QPointF(5, 5)
    entered = QDragEnterEvent(place.toPoint(), copy, dropped, left, none)
    QApplication.sendEvent(editor, entered)  # without it Qt knows of no place to drop on
    QApplication.sendEvent(editor, QDropEvent(place, copy, dropped, left, none))
    end = time.monotonic() + UPLOADED_S
    while editor.pending():
        if time.monotonic() > end:
            raise TimeoutError(editor.pending())
        QTest.qWait(2)
