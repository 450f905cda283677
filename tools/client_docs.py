"""Writes the tables of `docs/client.md` from the code.

Run it as `.venv/bin/python tools/client_docs.py`. Each table stands between two comments,
`<!-- NAME -->` and `<!-- end of NAME -->`; what is around them is written by hand.
"""

import inspect
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args, get_origin

import requests
from street_works.plugin.api import StreetManager
from street_works.plugin.api.calling.refusals import refused
from street_works.plugin.api.errors import ApiError
from street_works.plugin.api.http.failures import NeverConnected, failure
from street_works.plugin.api.http.messages import Answer
from street_works.plugin.api.shell.catalogue import catalogue
from street_works.plugin.api.v1.contract import V1

PAGE = Path(__file__).resolve().parents[1] / "docs" / "client.md"
APIS = ("work", "geojson", "lookup", "party", "reporting", "export")
ROLES = {
    "Planner": "P",
    "Contractor": "C",
    "HighwayAuthority": "HA",
    "Admin": "A",
    "DataExport": "DX",
}
NOWHERE = "http://127.0.0.1:1"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def first_sentence(method: object) -> str:
    """Return what a docstring says first."""
    said = " ".join((inspect.getdoc(method) or "").split())
    return re.split(r"(?<=\.) ", said, maxsplit=1)[0]


# ---- operations ----


def operations(api: str) -> str:
    """Write the table of an API: its methods, what they take, give, and who may call them."""
    client = StreetManager(NOWHERE)
    try:
        rows = [_operation(client, entry) for entry in catalogue(V1) if entry["api"] == api]
    finally:
        client.close()
    return table(("call", "what it does", "request", "answer", "roles"), rows)


def _operation(client: StreetManager, entry: dict) -> tuple[str, ...]:
    roles = " ".join(ROLES[one] for one in sorted(entry["roles"], key=list(ROLES).index))
    if entry["python"] is None:
        call = f"*{entry['method']} {entry['path']}*"
        return call, "Done by the session when it is time.", "", "", roles or "anyone"
    method = client
    name = entry["python"].partition(".")[2]
    for part in name.split("."):
        method = getattr(method, part)
    is_of_the_api = name.startswith(entry["api"])
    return (
        f"`{name}({_arguments(method)})`",
        first_sentence(method),
        f"`{entry['request_model']}`" if entry["request_model"] and is_of_the_api else "",
        _answer(method),
        roles or "anyone",
    )


def _answer(method: object) -> str:
    told = inspect.signature(method).return_annotation
    if get_origin(told) is list:
        return f"`list[{get_args(told)[0].__name__}]`"
    return f"`{told.__name__}`" if told is not None else ""


def _arguments(method: object) -> str:
    """List the arguments that are needed, and hint at others."""
    arguments = inspect.signature(method).parameters.values()
    needed = [
        one.name
        for one in arguments
        if one.default is one.empty and one.kind is not one.VAR_KEYWORD
    ]
    return ", ".join([*needed, *(["…"] if len(needed) < len(arguments) else [])])


# ---- errors ----


def errors() -> str:
    """Write the table of what may go wrong, as the client itself tells it."""
    return table(
        ("when", "error", "message", "advice", "`may_retry`"),
        ((when, *_told(error)) for when, error in (*_without_answer(), *_with_answer())),
    )


def _told(error: ApiError) -> tuple[str, ...]:
    return (
        f"`{type(error).__name__}`",
        error.message,
        error.advice,
        "yes" if error.may_retry else "no",
    )


def _without_answer() -> Iterable[tuple[str, ApiError]]:
    trouble = requests.exceptions
    yield "no connection", failure(NeverConnected(), changes=False)
    yield "no answer, to a GET", failure(trouble.ReadTimeout(), changes=False)
    yield "no answer, to a change", failure(trouble.ReadTimeout(), changes=True)
    yield "answer cut off, to a GET", failure(trouble.ChunkedEncodingError(), changes=False)
    yield "certificate", failure(trouble.SSLError("certificate verify failed"), changes=False)


def _with_answer() -> Iterable[tuple[str, ApiError]]:
    at_sign_in = "Authenticate"
    for when, status, api, operation_id, said in (
        ("307 at sign-in", 307, "work", at_sign_in, ""),
        ("400", 400, "work", "CreateWork", ""),
        ("401 at sign-in", 401, "work", at_sign_in, "Authentication failed"),
        ("401 Authentication failed, and no new token", 401, "work", "GetWork", ""),
        ("401 Access restricted", 401, "work", "GetWork", "Access restricted"),
        ("403", 403, "geojson", "GetWorksIntersectBoundingBox", ""),
        ("404", 404, "work", "GetWork", ""),
        ("409", 409, "work", "CreateWork", ""),
        ("412 at sign-in", 412, "work", at_sign_in, ""),
        ("412", 412, "work", "UpdatePermitStatus", ""),
        ("423 at sign-in", 423, "work", at_sign_in, ""),
        ("429", 429, "work", "GetWork", ""),
        ("5xx, to a GET", 500, "work", "GetWork", ""),
    ):
        body = b'{"message": "%s"}' % said.encode() if said else b""
        answer = Answer(status, {}, body, "")
        yield when, V1.meaning(refused(V1.operations[api, operation_id], answer))


# ---- the page ----


def tables() -> dict[str, str]:
    """Make every table of the page by its name."""
    return {"errors": errors(), **{f"{api} API": operations(api) for api in APIS}}


def filled(page: str) -> str:
    """Return the page with its tables made anew. Raises ValueError for a table without place."""
    for name, made in tables().items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        if page.count(begin) != 1 or page.count(end) != 1:
            raise ValueError(f"the page has no place for the table {name}")
        head, rest = page.split(begin)
        page = f"{head}{begin}\n{made}\n{end}{rest.split(end)[1]}"
    return page


def main(path: Path = PAGE) -> None:
    """Write the tables into the page."""
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
