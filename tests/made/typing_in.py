"""Answers given on a form by real events: keys that are pressed, files that are dropped."""

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QWidget
from street_works.plugin.forms.kinds import Kind
from street_works.tests.made.step_cases.case import write_file
from street_works.tests.made.waiting import until

Key = Qt.Key


def answer(editor: Any, kind: Kind, value: Any, folder: Path) -> None:
    """Give the answer `value` in the editor of a question of `kind`; files are made in `folder`."""
    if kind is Kind.FILES:
        _drop(editor, [folder / name for name in value])
    elif kind is Kind.MOMENT:
        _write(editor.day.target(), value["day"])
        _write(editor.time.target(), value["time"])
    elif kind is Kind.CHOICE:
        _choose(editor.box, value)
    elif kind is Kind.YES_NO:
        QTest.keyClick(editor.yes if value else editor.no, Key.Key_Space)
    elif kind in (Kind.TICKS, Kind.DESIGNATIONS):
        for one, box in editor.boxes.items():
            _tick(box, one in value)
    elif kind is Kind.CONDITIONS:
        _set_conditions(editor, value)
    else:
        _write(editor.target(), "\n".join(value) if kind is Kind.LINES else value)


def _write(line: QWidget, text: str) -> None:
    QTest.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Key.Key_Delete)
    for number, part in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(line, Key.Key_Return)
        QTest.keyClicks(line, part)


def _choose(box: QComboBox, value: str) -> None:
    away = box.findData(value) - box.currentIndex()
    for _ in range(abs(away)):
        QTest.keyClick(box, Key.Key_Down if away > 0 else Key.Key_Up)
    assert box.currentData() == value


def _tick(box: Any, wanted: bool) -> None:
    if box.isChecked() is not wanted:
        QTest.keyClick(box, Key.Key_Space)


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
    for path in paths:
        write_file(path)
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, QPointF(5, 5)
    entered = QDragEnterEvent(place.toPoint(), copy, dropped, left, none)
    QApplication.sendEvent(editor, entered)  # without it Qt knows of no place to drop on
    QApplication.sendEvent(editor, QDropEvent(place, copy, dropped, left, none))
    until(lambda: not editor.pending())
