"""What the pages for those who carry on name is there: files, commands, codes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^(\w[\w.-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
SAYING_MAKE = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / ".pre-commit-config.yaml",
    ROOT / ".ci" / "run",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted(path for path in (ROOT / ".github").rglob("*") if path.is_file()),
]
# `plugin/map/draw.py` in the text, and the paths of commands in blocks.
PATHS = re.compile(r"(?<![\w/.~])(?:\.ci|docs|plugin|resources|tests|tools|ui)/[\w./-]*\w")
CODES = re.compile(r"\bG\d+\b")


def commands(text: str) -> set[str]:
    """Return what `text` has made: the targets after `make` in backticks, blocks and settings."""
    said = re.findall(r"(?:`|^|entry: |\[|, )make (?:--?\w+ )*([\w.-]+)", text, re.M)
    return set(said)


def test_files_that_are_named_exist() -> None:
    named = set(PATHS.findall(PAGE))
    assert len(named) > 15
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("path", SAYING_MAKE, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_that_are_named_exist(path: Path) -> None:
    assert commands(path.read_text(encoding="utf-8")) - TARGETS == set()


def test_the_pages_name_commands() -> None:
    found = {name for path in SAYING_MAKE for name in commands(path.read_text(encoding="utf-8"))}
    assert {"lint", "test", "demo", "package", "translations", "qgis-3.40", "qgis-3.44"} <= found
    assert commands("`make polish` and\nmake shine  # now") == {"polish", "shine"}


def test_every_command_is_told_of() -> None:
    assert TARGETS - commands(PAGE) == set(), "CONTRIBUTING.md does not tell of them"


def test_every_code_of_a_check_is_explained_once() -> None:
    explained = re.findall(r"^\| (G\d+) \|", PAGE, re.M)
    assert explained == [f"G{number}" for number in range(1, 18)]
    code = (path.read_text("utf-8") for path in sorted((ROOT / "plugin" / "extents").glob("*.py")))
    assert set(CODES.findall("\n".join(code))) <= set(explained)


def test_no_heading_stands_twice() -> None:
    headings = re.findall(r"^#+ .*$", PAGE, re.M)
    assert sorted(set(headings)) == sorted(headings)
