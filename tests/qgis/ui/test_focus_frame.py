"""The frame around what has the focus goes along with it, and outlives the windows it lay in."""

from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QFocusFrame, QVBoxLayout, QWidget
from street_works.tests.made.by_keyboard import shown
from street_works.ui.shared.focus_frame import FocusFrame


class Ours(QDialog):
    __module__ = "street_works.made_up"


def opened(kind):
    dialog = kind()
    rows = QVBoxLayout(dialog)
    boxes = [QCheckBox("&One"), QCheckBox("&Other")]
    for box in boxes:
        rows.addWidget(box)
    return shown(dialog), boxes


def framed(dialog):
    return [one.widget() for one in dialog.findChildren(QFocusFrame) if one.isVisible()]


def test_it_goes_along_in_our_windows_and_outlives_them(qgis_app):
    keeper = QWidget()
    frame = FocusFrame(keeper)
    for _time in range(2):
        dialog, (one, other) = opened(Ours)
        for box in (one, other, one):
            box.setFocus()
            assert framed(dialog) == [box]
        dialog.close()
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theirs, (box, _other) = opened(QDialog)
    box.setFocus()
    assert framed(theirs) == []
    frame.close_down()
    theirs.deleteLater()
