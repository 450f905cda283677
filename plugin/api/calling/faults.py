"""Reading error bodies, whose form no document describes, wherever their messages sit."""

from collections.abc import Iterator, Set
from itertools import islice
from typing import Any

MESSAGE_KEYS = frozenset({"message", "messages", "msg", "detail", "description", "reason", "title"})
HOLDER_KEYS = frozenset({"error", "errors", "details", "fields", "children", "violations", "data"})
NAME_KEYS = ("field", "property", "path", "param", "name", "loc")
RULES = "constraints"
DEEPEST = 8
MOST, LONGEST = 200, 1_000
"""As many messages are read, and of each as many characters: more help nobody."""


def faults(body: Any, known: Set[str] = frozenset()) -> dict[str, list[str]]:
    """Collect the messages of an error body by field; those of no field stand under "".

    `known` are the names of the request's fields: messages under such a key are that field's.
    Understands a plain text, lists, `{"message": …}` at any depth, objects that name their field
    beside their message, and objects keyed by field.
    """
    said: dict[str, list[str]] = {}
    for field, message in islice(_walk(body, "", known, inside=False, depth=0), MOST):
        messages = said.setdefault(field[:LONGEST], [])
        if message and message not in messages:
            messages.append(message)
    return {field: messages for field, messages in said.items() if messages}


def _walk(
    node: Any, field: str, known: Set[str], *, inside: bool, depth: int
) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield field, node[:LONGEST].strip()
    elif depth >= DEEPEST:
        return
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one, field, known, inside=inside, depth=depth + 1)
    elif isinstance(node, dict):
        yield from _object(node, field, known, inside=inside, depth=depth + 1)


def _object(
    node: dict[str, Any], field: str, known: Set[str], *, inside: bool, depth: int
) -> Iterator[tuple[str, str]]:
    own = _named(node)
    field = own or field
    for key, value in node.items():
        if key in known:
            yield from _walk(value, key, known, inside=True, depth=depth)
        elif key in MESSAGE_KEYS:
            yield from _walk(value, field, known, inside=False, depth=depth)
        elif key in HOLDER_KEYS:
            yield from _walk(value, field, known, inside=True, depth=depth)
        elif key == RULES and isinstance(value, dict):
            yield from _walk(list(value.values()), field, known, inside=False, depth=depth)
        elif inside and not own and isinstance(value, (list, dict, str)):
            yield from _walk(value, key, known, inside=False, depth=depth)


def _named(node: dict[str, Any]) -> str:
    """Tell the field that an object is about, if it names one beside its message."""
    if not any(key in node for key in (*MESSAGE_KEYS, RULES, "errors")):
        return ""
    for key in NAME_KEYS:
        value = node.get(key)
        if isinstance(value, str) and value:
            return value.rsplit("/", maxsplit=1)[-1].removeprefix("body.")
        if isinstance(value, list) and value:
            return ".".join(str(part) for part in value if part not in ("body", "query"))
    return ""
