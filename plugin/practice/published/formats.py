"""The files that records are published in, read into plain rows: where each stands, and its fields.

Known: pipe-separated text with a header; JSON lists of permits (snake or camel case); the rows of
the Reporting API; notification messages, bare or inside their envelope.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ...errors import StreetWorksError
from ...words import tr

_ROW_LISTS = ("rows", "forward_plan_rows", "records", "permits")


class Row(NamedTuple):
    """One published record: where it stands in its file, and its fields in snake case."""

    where: str
    fields: dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of the file. Raises StreetWorksError when it cannot be read at all."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    if text.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _unreadable(path, str(error)) from error
        return list(_json_rows(value))
    return _text_rows(path, text)


def _unreadable(path: Path, detail: str) -> StreetWorksError:
    return StreetWorksError(
        tr("The file of works {name} cannot be read.").format(name=path.name),
        advice=tr("Give a file of published Street Manager records: JSON, or text with | between."),
        detail=detail,
    )


def _text_rows(path: Path, text: str) -> list[Row]:
    lines = csv.reader(text.splitlines(), delimiter="|")
    header = [_snake(name.strip()) for name in next(lines, [])]
    if not {"ref", "permit_reference_number"} & set(header) or len(header) < 2:
        raise _unreadable(path, tr("The first line does not name the columns."))
    rows = []
    for number, parts in enumerate(lines, start=2):
        if any(part.strip() for part in parts):
            where = tr("line {n}").format(n=number)
            rows.append(Row(where, dict(zip(header, (part.strip() for part in parts)))))
    return rows


def _json_rows(value: Any, where: str = "") -> Iterator[Row]:
    if isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield from _json_rows(one, f"{where} {number}".strip() if where else _record(number))
    elif not isinstance(value, dict):
        yield Row(where or _record(1), {})
    elif any(isinstance(value.get(name), list) for name in _ROW_LISTS):
        for name in _ROW_LISTS:
            if isinstance(value.get(name), list):
                yield from _json_rows(value[name], name)
    elif isinstance(value.get("Message"), str):
        yield from _json_rows(_message(value["Message"]), where)
    elif isinstance(value.get("object_data"), dict):
        yield from _json_rows(value["object_data"], where)
    else:
        yield Row(where or _record(1), {_snake(str(key)): one for key, one in value.items()})


def _record(number: int) -> str:
    return tr("record {n}").format(n=number)


def _message(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
