"""Who may import whom: the table in `docs/architecture.md` held against every import."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Union

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SOURCES = [path for top in ("plugin", "ui") for path in sorted((ROOT / top).rglob("*.py"))]
QGIS = {"qgis", "PyQt5", "PyQt6"}
Texts = Mapping[str, str]


def rows(heading: str) -> list[list[str]]:
    """Return the rows of the table under a heading of the page, without its head."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line.strip("| ") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.split(" | ")] for line in lines[2:]]


def table() -> dict[str, list[str]]:
    """Return for each room of the table the rooms that it may import, as the table has them."""
    return {
        room.strip("`"): [] if cell == "–" else cell.split(", ")
        for room, cell in rows("The arrows")
    }


def short(room: str) -> str:
    """Return the name by which a row speaks of another room."""
    return room.removeprefix("plugin/").removesuffix("/").removesuffix(".py")


def room_of(path: str, rooms: Mapping[str, object]) -> str:
    """Return the room in which a file stands: the longest name that fits."""
    fitting = [room for room in rooms if path == room or path.startswith(room)]
    return max(fitting, key=len, default="")


def texts() -> dict[str, str]:
    return {str(path.relative_to(ROOT).as_posix()): path.read_text("utf-8") for path in SOURCES}


@cache
def imports(text: str) -> list[Union[ast.Import, ast.ImportFrom]]:
    """Return the import statements of a file, also those inside functions."""
    return [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.Import, ast.ImportFrom))
    ]


def imported(path: str, files: Texts) -> Iterator[str]:
    """Yield the files of the project that a file imports, and the names of packages beside it."""
    here = path.removesuffix(".py").split("/")
    for node in imports(files[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif not node.level:
            yield (node.module or "").split(".")[0]
        else:
            base = [*here[: len(here) - node.level], *(node.module or "").split(".")]
            for alias in node.names:
                yield file_of([part for part in base if part], alias.name, files)


def file_of(base: list[str], name: str, files: Texts) -> str:
    """Return the file that an import of `name` from the package or module `base` brings in."""
    here = "/".join(base)
    choices = (
        f"{here}/{name}.py",
        f"{here}/{name}/__init__.py",
        f"{here}.py",
        f"{here}/__init__.py",
    )
    return next((choice for choice in choices if choice in files), here)


def wrong_arrows(files: Texts) -> list[str]:
    """Return every import that the table does not allow, and every file that has no room in it."""
    rooms = table()
    wrong = []
    for path in files:
        room = room_of(path, rooms)
        if not room and not path.endswith("__init__.py"):
            wrong.append(f"{path} stands in no room of the table")
        for other in imported(path, files) if room else ():
            target = room_of(other, rooms)
            if target not in ("", room) and short(target) not in rooms[room]:
                wrong.append(f"{path} imports {other}")
    return wrong


def ways_to_qgis(files: Texts, without: set[str]) -> list[str]:
    """Return the files of rooms without QGIS from which an import leads to QGIS."""
    arrows = {path: set(imported(path, files)) for path in files}
    found = []
    for path in files:
        if room_of(path, dict.fromkeys(without)):
            reached, todo = set(), [path]
            while todo:
                one = todo.pop()
                if one not in reached:
                    reached.add(one)
                    todo.extend(arrows.get(one, ()))
            if reached & QGIS:
                found.append(path)
    return found


def rooms_without_qgis() -> set[str]:
    """Return the rooms that know no QGIS: those of which the first table says so."""
    return {
        name if name.startswith("plugin/") else f"plugin/{name}"
        for cell, _purpose, knows in rows("The rooms")
        for name in re.findall(r"`([^`]+)`", cell)
        if knows == "no"
    } - {"plugin/dependencies.py"}  # it starts the plugin once the packages are there


def test_every_arrow_is_in_the_table() -> None:
    assert wrong_arrows(texts()) == []


def test_the_table_has_no_arrow_too_many() -> None:
    files, rooms = texts(), table()
    seen = {
        (room_of(path, rooms), short(room_of(other, rooms)))
        for path in files
        for other in imported(path, files)
    }
    unused = [(room, other) for room, others in rooms.items() for other in others
              if (room, other) not in seen]  # fmt: skip
    assert unused == []


def test_no_arrow_goes_up_so_that_no_two_rooms_import_each_other() -> None:
    above: list[str] = []
    for room, others in table().items():
        assert set(others) <= set(above), f"{room} imports a room that stands below it"
        above.append(short(room))


def test_no_way_leads_from_a_room_without_qgis_to_qgis() -> None:
    without = rooms_without_qgis()
    assert {"plugin/trade/", "plugin/api/", "plugin/extents/", "plugin/practice/"} <= without
    assert ways_to_qgis(texts(), without) == []


@pytest.mark.parametrize(
    ("path", "line", "told"),
    [
        ("plugin/trade/days.py", "from ..live.standing import Standing",
         "plugin/trade/days.py imports plugin/live/standing.py"),
        ("plugin/live/standing.py", "from ..map import group",
         "plugin/live/standing.py imports plugin/map/group.py"),
        ("plugin/extents/grid.py", "def late():\n    from .. import settings",
         "plugin/extents/grid.py imports plugin/settings.py"),
        ("plugin/new_room/thing.py", "", "plugin/new_room/thing.py stands in no room of the table"),
    ],
)  # fmt: skip
def test_a_doctored_import_is_found(path: str, line: str, told: str) -> None:
    files = texts()
    files[path] = f"{files.get(path, '')}\n{line}\n"
    assert wrong_arrows(files) == [told]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("plugin/extents/grid.py", "from qgis.core import QgsPointXY"),
        ("plugin/trade/box.py", "def late():\n    from .. import compat"),
        ("plugin/errors.py", "from .background.current_job import anything"),
    ],
)
def test_a_doctored_way_to_qgis_is_found(path: str, line: str) -> None:
    files = texts()
    files[path] += f"\n{line}\n"
    if path == "plugin/errors.py":
        files["plugin/background/current_job.py"] += "\nimport qgis\n"
    found = ways_to_qgis(files, rooms_without_qgis())
    assert path in found
    if path == "plugin/errors.py":
        assert "plugin/trade/calendar.py" in found, "through others too"
