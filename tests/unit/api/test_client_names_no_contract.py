"""The client and what contracts are written with name nothing that only V1.25.12 has."""

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from street_works.plugin.api.contract.base import Message
from street_works.plugin.api.v1 import enums
from street_works.plugin.api.v1.operations import OPERATIONS

ROOM = Path(__file__).resolve().parents[3] / "plugin" / "api"
MAY = {"v1", "__init__.py", "__main__.py"}
"""V1's own room, and the two files that put the client and V1 together."""

OF_THE_CLIENT = {"organisation_reference"}
"""What the client itself has under the same name."""


def kinds_below(top: type[Message]) -> Iterator[type[Message]]:
    for kind in top.__subclasses__():
        yield kind
        yield from kinds_below(kind)


def named_by_v1() -> set[str]:
    """Return the names of V1's fields, parameters and operations, and its texts: no single words.

    A single word such as `status` or `roles` is everybody's.
    """
    models = [kind for kind in kinds_below(Message) if ".v1." in kind.__module__]
    fields = {name for kind in models for name in kind.model_fields}
    parameters = {one.name for operation in OPERATIONS.values() for one in operation.parameters}
    texts = {
        str(one.value)
        for kind in vars(enums).values()
        if isinstance(kind, type) and issubclass(kind, Enum)
        for one in kind
    }
    operations = {operation_id for _api, operation_id in OPERATIONS}
    several_words = {
        name
        for name in fields | parameters | texts | operations
        if "_" in name.strip("_") or any(letter.isupper() for letter in name[1:])
    }
    return several_words - OF_THE_CLIENT


def written_in(text: str) -> set[str]:
    """Return what a file writes as name, attribute, argument, keyword or text."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, (ast.keyword, ast.arg)):
            found.add(node.arg or "")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


def test_nothing_of_v1_is_named_outside_its_room(capsys):
    names = named_by_v1()
    files = [path for path in ROOM.rglob("*.py") if MAY.isdisjoint(path.relative_to(ROOM).parts)]
    named = {
        str(path.relative_to(ROOM)): found
        for path in files
        if (found := names & written_in(path.read_text("utf-8")))
    }
    with capsys.disabled():
        print(f"\n{len(names)} names of V1.25.12 looked for in {len(files)} files of the client")
    assert len(names) > 700
    assert len(files) > 30
    assert named == {}


def test_a_name_that_slips_in_is_found():
    doctored = 'csv_id = x.access_token, f(swa_code=1), "GetUser", "road_closure"\n'
    assert named_by_v1() & written_in(doctored) == {
        "csv_id", "access_token", "swa_code", "GetUser", "road_closure",
    }  # fmt: skip
