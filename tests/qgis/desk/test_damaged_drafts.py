"""Drafts and submissions of which something is damaged, in the plugin as a planner opens it."""

import sqlite3
from datetime import date

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent

TRENCH = "LINESTRING (471065 236014, 471085 236014)"


@pytest.fixture
def again(switch_on, folder):
    """Give the function that saves a draft, damages the file, and switches the plugin on anew."""
    first = switch_on()
    first.workplace.sheet.take(TRENCH, "EPSG:27700")
    first.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def damaged(column, value):
        connection = sqlite3.connect(folder / "drafts.sqlite")
        with connection:
            connection.execute(f"UPDATE draft SET {column} = ?", (value,))  # noqa: S608 - ours
        connection.close()
        return switch_on().workplace

    return damaged


@pytest.mark.parametrize(
    ("column", "value", "there"),
    [
        ("form", '{"half', False),
        ("form", "[]", False),
        ("street", '{"usrn": "x"}', True),
        ("street", "{}", True),
        ("street", "[1]", False),
        ("usrn", "abc", False),
        ("extent_wkt", "POLYGON ((1 2", True),
        ("extent_wkt", "LINESTRING (nan nan, inf 2)", True),
        ("drawing_wkt", "no shape at all", True),
        ("drawing_crs", "EPSG:99999999", True),
        ("drawing_crs", "", True),
        ("updated", "yesterday", False),
        ("drawing_wkt", b"\x00\xff", False),
        ("form", '{"proposed_start_date": 9, "proposed_end_date": "9999-12-31"}', True),
    ],
)
def test_the_plugin_opens_with_a_damaged_draft_and_says_so(again, complaints, column, value, there):
    place = again(column, value)
    assert complaints == []
    assert (place.drafts.latest() is not None) is there
    told = place.messages.texts()
    if not there:
        assert any("cannot be read" in text for text in told)
    elif column in ("street", "extent_wkt"):
        assert place.sheet.examined is not None or "{}" in value
    first, last = place.sheet.dates
    assert date(2000, 1, 1) < first <= last or value.startswith('{"prop')
    place.sheet.take(TRENCH, "EPSG:27700")  # the desk is free for another
    assert place.sheet.examined.submittable
    assert complaints == []


def test_the_file_still_holds_the_draft_that_cannot_be_read(again, folder):
    place = again("form", '{"half')
    place.sheet.take(TRENCH, "EPSG:27700")
    connection = sqlite3.connect(folder / "drafts.sqlite")
    kept = [row[0] for row in connection.execute("SELECT form FROM draft")]
    connection.close()
    assert '{"half' in kept
    assert len(kept) == 2
