"""Drafts of new works on several streets, applied for by one form, with real key presses."""

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.practice import PracticeService
from street_works.tests.made.waiting import until

Key = Qt.Key
GRID = "EPSG:27700"
TWO_TYPES = ("high", "market")  # kinds of street with two reinstatement types
WHAT = "Renew the main in all of these"
ANSWERS = {
    "work_type": "planned",
    "application_type": "permit",
    "activity_type": "utility_asset_works",
    "description_of_work": WHAT,
    "excavation": True,
    "is_ttro_required": False,
    "works_location_description": "Outside the first house",
    "location_types": ["footway"],
    "close_footway": "no",
    "traffic_management_type": "give_and_take",
    "traffic_management_plan": False,
    "lane_rental_applicable": False,
    "environmental_health_notifiable": False,
    "collaborative_working": False,
    "secondary_contact": "Ann Hill",
    "secondary_contact_number": "01632 960001",
    "workstream_prefix": "001",
}


def streets(count: int) -> list[Any]:
    """Return streets that have one reinstatement type and one authority, far from each other."""
    found: dict[str, Any] = {}
    for one in PracticeService().town.streets:
        if len(one.authorities) == 1 and one.kind not in TWO_TYPES:
            found.setdefault(one.name, one)
    return list(found.values())[:count]


def draw_on(place: Any, street: Any) -> None:
    """Begin a draft at a street, and choose that."""
    middle = street.line.interpolate(street.line.length / 2)
    place.sheet.take(f"POINT ({middle.x:.2f} {middle.y:.2f})", GRID)
    until(lambda: not place.jobs.running)
    place.sheet.look_up(street.usrn)
    until(lambda: not place.jobs.running)


def begin(place: Any, count: int = 3) -> None:
    """Make drafts with their extents and streets; the last one has answers, too."""
    for one in streets(count):
        draw_on(place, one)
        place.sheet.rename(one.name)
    place.sheet.keep_values({**place.sheet.form_values, **ANSWERS})


def choose_all(place: Any) -> Any:
    """Choose all drafts in their list and ask to apply for them; return the form, if it opens."""
    place.dock.show_panel(place.extent_panel)
    place.extent_panel.draftsButton.click()
    dialog = place.extent_panel.drafts_dialog.dialog
    assert not dialog.applyButton.isEnabled()
    dialog.draftsTree.setFocus()
    QTest.keyClick(dialog.draftsTree, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.openButton.isEnabled()
    QTest.keyClick(dialog.applyButton, Key.Key_Space)
    until(lambda: not place.jobs.running)
    return place.form.dialog


def send(dialog: Any) -> None:
    """Take a form to its review and send it, by keyboard."""
    until(dialog.nextButton.isEnabled)
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.reviewStep, "; ".join(
        [dialog.formStep.formTrouble.text(), *dialog.form_view.problems().values()]
    )
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
