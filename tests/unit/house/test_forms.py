"""What every form must have, read from the forms themselves.

What a window must have once it is built is in tests/qgis/desk/test_by_ear_and_key.py.
"""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[3]
FORMS = sorted((ROOT / "ui").rglob("*.ui"))
INPUTS = re.compile(
    r"Q(LineEdit|PlainTextEdit|TextEdit|ComboBox|SpinBox|DoubleSpinBox|DateEdit|ListWidget|"
    r"TreeWidget|TableWidget|ProgressBar)|Qgs\w+(ComboBox|LineEdit|DateEdit|FileWidget)|DayEdit|DecimalBox"
)


def properties(widget):
    return {one.get("name"): "".join(one.itertext()).strip() for one in widget.findall("property")}


def widgets(path):
    return ElementTree.parse(path).getroot().iter("widget")


def by_name(path):
    return path.stem


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_the_root_is_named_as_its_class_and_its_place_is_left_to_qt(path):
    root = ElementTree.parse(path).getroot().find("widget")
    named = "".join(part.capitalize() for part in path.stem.split("_"))
    code = path.with_suffix(".py").read_text(encoding="utf-8")
    assert root.get("name") in (named, named + "Page")
    assert f"class {root.get('name')}(" in code
    assert "geometry" not in properties(root), "Qt would take the window for one that was moved"


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_every_input_is_named_for_those_who_do_not_see_it(path):
    buddies = {properties(one).get("buddy") for one in widgets(path)}
    for widget in widgets(path):
        if INPUTS.fullmatch(widget.get("class")):
            named = properties(widget).get("accessibleName") or widget.get("name") in buddies
            assert named, widget.get("name")


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_every_label_with_a_key_leads_somewhere(path):
    names = {widget.get("name") for widget in widgets(path)}
    for widget in widgets(path):
        said = properties(widget)
        if widget.get("class") == "QLabel" and "&" in said.get("text", ""):
            buddy = said.get("buddy")
            code = path.with_suffix(".py").read_text(encoding="utf-8")
            assert buddy in names or f"{widget.get('name')}.setBuddy(" in code, widget.get("name")


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_the_order_of_tab_is_not_written_down_a_second_time(path):
    assert not list(ElementTree.parse(path).getroot().iter("tabstops"))
