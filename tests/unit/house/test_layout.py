"""The rules of the house: how files and forms are written, what metadata says."""

import ast
import configparser
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[3]
PLUGIN = sorted((ROOT / "plugin").rglob("*.py"))
UI = sorted((ROOT / "ui").rglob("*.py"))
FORMS = sorted((ROOT / "ui").rglob("*.ui"))
OF_FORMS = [path for path in PLUGIN if path.parent.name in {"application", "steps"}]
LONGEST_OF_A_FORM = 250  # lines


@cache
def source(path: Path) -> ast.Module:
    """Return a file's source as Python 3.9 reads it. Raises SyntaxError."""
    return ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))


def packages(path: Path) -> set[str]:
    """Return the packages from elsewhere that a file imports."""
    names: set[str] = set()
    for node in ast.walk(source(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names


def test_qt_comes_through_qgis() -> None:
    assert [path for path in PLUGIN + UI if packages(path) & {"PyQt5", "PyQt6"}] == []


def test_source_is_python_3_9() -> None:
    assert len([source(path) for path in PLUGIN + UI]) > 500


@pytest.mark.parametrize("path", OF_FORMS, ids=lambda path: path.stem)
def test_a_file_of_a_form_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_OF_A_FORM


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_stand_beside_their_code_and_hold_no_connections(path: Path) -> None:
    tree = ElementTree.parse(path)
    assert path.with_suffix(".py").exists()
    assert tree.findtext("class") == "StreetWorks", "the one context of translations"
    assert tree.findall("connections/*") == []
    for header in tree.iter("header"):
        assert not (header.text or "").endswith(".h"), "a C++ header cannot be loaded by PyQt"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_screen_reader_has_a_name_for_every_field(path: Path) -> None:
    fields = {"QLineEdit", "QComboBox", "QListWidget", "QTreeWidget", "QPlainTextEdit"}
    for widget in ElementTree.parse(path).iter("widget"):
        if widget.get("class") in fields:
            named = [p for p in widget.findall("property") if p.get("name") == "accessibleName"]
            assert named, f"{path.name}: {widget.get('name')} has no accessible name"


def test_metadata_has_what_qgis_and_its_plugin_repository_ask_for() -> None:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    for key in ("name", "description", "about", "version", "author", "email", "repository",
                "tracker", "homepage", "tags", "icon", "qgisMinimumVersion"):  # fmt: skip
        assert general.get(key, "").strip(), f"metadata.txt lacks {key}"
    assert general["name"] == "Street Works"
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general["plugin_dependencies"] == "qpip"
    assert (ROOT / general["icon"]).exists()


def test_the_entry_imports_nothing_at_module_level() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
