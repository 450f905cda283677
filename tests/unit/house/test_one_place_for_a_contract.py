"""A contract is spoken in its own rooms only: nobody else writes its names or imports it."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import BaseModel
from street_works.plugin.api import v1

ROOT = Path(__file__).resolve().parents[3]
SPEAKERS = ("plugin/api/", "plugin/forms/", "plugin/practice/", "tests/made/")
"""The rooms in which a contract is spoken: client, forms, practice service, and made-up records."""

THEIR_TESTS = (
    "tests/unit/api/", "tests/unit/forms/", "tests/unit/practice/", "tests/contract/",
    "tests/faults/", "tests/old_files/", "tests/bench/parsing.py", "tools/client_docs.py",
    "tools/operations.py", "tools/forms.py",
    "tests/unit/house/test_one_place_for_a_contract.py",
)  # fmt: skip
"""What tests those rooms, or writes of them, names what it tests."""

FILL_IN_FORMS = (
    "tests/qgis/ui/test_form_dialog.py", "tests/qgis/ui/test_a_new_form.py",
    "tests/qgis/ui/test_typed_days.py", "tests/qgis/desk/conftest.py",
    "tests/qgis/desk/test_bad_input.py", "tests/qgis/desk/test_copying.py",
    "tests/qgis/desk/test_damaged_values.py", "tests/qgis/desk/test_one_workplace.py",
    "tests/qgis/desk/test_drafts_dialog.py", "tests/qgis/desk/test_forward_plans.py",
    "tests/qgis/desk/test_habits.py",
    "tests/qgis/desk/test_half_filled.py", "tests/qgis/desk/test_reshaping.py",
    "tests/qgis/desk/test_several_streets.py", "tests/qgis/desk/test_new_works_killed.py",
    "tests/qgis/desk/test_start_works.py", "tests/qgis/desk/test_verdicts.py",
    "tests/qgis/steps/test_non_notifiable_works.py",
    "tests/unit/drafts/", "tests/unit/rules/test_hs2.py", "tools/clashes.py", "tools/filling.py",
    "tools/life.py",
)  # fmt: skip
"""What fills in forms, keeps or sends them: a question goes by the name of the request's field."""

ENGLISH = """
a accepted active application area b c cancelled closed comment completed condition conditions
contracts coordinates deemed delete_file depth description detail details disputed duration email
event excavation failed features file_id files footway geometry granted high history immediate
inspection issued length location low major minor name no notice organisation other outcome paid
passed password permanent planned prefix progressed properties proposed query raised ready refused
rejected reset_password revoked role roles rows save_file severity sites skips standard status
street submitted token topic town type upload_file user username width withdrawn work
1 2 3 7 8 9 10 14 30
"""
"""Words of English, of QGIS and of Python."""

OF_THE_TRADE = """
acknowledged activity authority calendar_days cancel_activity carriageway end_date forward_plan
has_excavation inspections interim is_early_start paa permit permit_granted permits promoter
reinstatement reinstatements road_category section_58 start_date street_line swa_code
traffic_sensitive usrn working_days workstream workstreams
Planner Contractor HighwayAuthority Admin DataExport API UI FPN RC10
NCT01a NCT01b NCT02a NCT02b NCT04a NCT04b NCT05a NCT06a NCT07a NCT08a NCT08b NCT09a NCT09b NCT09c
NCT10a NCT11a NCT11b NCT12a
"""
"""Words of the trade: its terms, the roles of accounts, and the national codes."""

COLUMNS = "promoter_swa_code activity_type"
"""Columns of the map's tables, which files, projects and filters of planners hold."""

GENERIC = frozenset(f"{ENGLISH} {OF_THE_TRADE} {COLUMNS}".split())


class Names(NamedTuple):
    """What V1 calls its things: the fields of its models, its enumeration texts, its methods."""

    fields: frozenset[str]
    texts: frozenset[str]
    methods: frozenset[str]


def names() -> Names:
    """Return V1's names without the generic words."""
    return Names(*(one - GENERIC for one in every_name()))


def every_name() -> Names:
    fields: set[str] = set()
    texts: set[str] = set()
    methods: set[str] = set()
    for found in pkgutil.walk_packages(v1.__path__, f"{v1.__name__}."):
        for thing in vars(importlib.import_module(found.name)).values():
            if not isinstance(thing, type) or not thing.__module__.startswith(v1.__name__):
                continue
            if issubclass(thing, BaseModel):
                fields.update(thing.model_fields)
            elif issubclass(thing, Enum):
                texts.update(str(one.value) for one in thing)
            elif ".calls" in thing.__module__:
                methods.update(name for name in vars(thing) if not name.startswith("_"))
    return Names(frozenset(fields), frozenset(texts), frozenset(methods))


def files() -> dict[str, str]:
    found = {}
    for top in ("plugin", "ui", "tests", "tools"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith((*SPEAKERS, *THEIR_TESTS, *FILL_IN_FORMS)):
                found[name] = path.read_text(encoding="utf-8")
    return found


def docstrings(tree: ast.AST) -> set[int]:
    """Return which nodes are docstrings: those may name whatever explains something."""
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        if node.body and isinstance(node.body[0], ast.Expr)
    }


def spoken(text: str, of: Names) -> Iterator[str]:
    """Yield each place where a file imports V1 or writes one of its names, with its line."""
    tree = ast.parse(text)
    silent = docstrings(tree)
    every = of.fields | of.texts | of.methods
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and "v1" in (node.module or "").split("."):
            yield f"{node.lineno}: imports {node.module}"
        elif isinstance(node, ast.Attribute) and not node.attr.isupper() and node.attr in every:
            yield f"{node.lineno}: .{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg in every:
            yield f"{node.value.lineno}: {node.arg}="
        elif isinstance(node, ast.Constant) and node.value in every and id(node) not in silent:
            yield f'{node.lineno}: "{node.value}"'


def said_by(sources: Mapping[str, str]) -> list[str]:
    of = names()
    return [f"{path}:{place}" for path, text in sources.items() for place in spoken(text, of)]


def test_nobody_else_speaks_a_contract() -> None:
    sources = files()
    print(f"looked at {len(sources)} files for {sum(map(len, names()))} names of V1")
    assert len(sources) > 400
    assert said_by(sources) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("from ..api.v1.models.work import WorkResponse", "imports api.v1.models.work"),
        ("print(works.work_reference_number)", ".work_reference_number"),
        ("make(promoter_organisation=1)", "promoter_organisation="),
        ("getattr(properties, 'permit_reference_number', None)", '"permit_reference_number"'),
        ("category = 'immediate_urgent'", '"immediate_urgent"'),
        ("client.work.get_permits()", ".get_permits"),
    ],
)
def test_a_doctored_line_is_found(line: str, told: str) -> None:
    assert said_by({"plugin/live/doctored.py": f"\n{line}\n"}) == [
        f"plugin/live/doctored.py:2: {told}"
    ]


def test_a_docstring_may_explain_and_generic_words_are_free() -> None:
    text = '"""See work_reference_number."""\nstatus = record.status\n'
    assert said_by({"plugin/live/doctored.py": text}) == []


def test_every_generic_word_is_one_of_the_contracts() -> None:
    assert GENERIC - frozenset().union(*every_name()) == set()
