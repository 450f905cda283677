"""Which operations of the contract requests are, by their verbs and paths."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from street_works.plugin.api.v1.operations import OPERATIONS

_PATHS = [
    (key, one.method, re.compile(re.sub(r"\{\w+\}", "[^/]+", f"/v1/{one.api}{one.path}")))
    for key, one in OPERATIONS.items()
]


def operations_asked(requests: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the operations, each by its API and its name, of requests by verb and path."""
    return {_operation(verb, unquote(urlsplit(path).path)) for verb, path in requests}


def _operation(verb: str, path: str) -> tuple[str, str]:
    found = [key for key, method, form in _PATHS if method == verb and form.fullmatch(path)]
    assert found, f"the contract has no {verb} {path}"
    # A path with a word in place of a parameter, such as /permits/category, comes before the other.
    return min(found, key=lambda key: OPERATIONS[key].path.count("{"))
