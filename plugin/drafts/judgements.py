"""A judgement as columns of text, as every table of judgements has them, and back."""

import json
from collections.abc import Mapping
from datetime import timezone
from typing import Any, Union

from ..clashes.seen import seen_in
from ..clashes.verdict import Case, Judgement, Verdict
from ..files.documents import read_document
from ..files.moments import moment
from ..files.troubles import DamagedRow

COLUMNS = (
    "id",
    *Case._fields,
    "verdict",
    "reason",
    "judged_by",
    "judged_at",
    "attachments",
    "seen",
    "seen_ours",
    "after",
)


def to_columns(one: Judgement) -> tuple[str, ...]:
    """Return the values of the COLUMNS."""
    return (
        one.id,
        *one.case,
        one.verdict.value,
        one.reason,
        one.by,
        one.at.astimezone(timezone.utc).isoformat(timespec="microseconds"),
        json.dumps(one.attachments),
        json.dumps(one.seen.kept()),
        json.dumps(one.seen_ours.kept()),
        json.dumps(one.after),
    )


def read(row: Mapping[str, Any]) -> Union[Judgement, DamagedRow]:
    """Return the judgement of a row by column, or what is said of one that cannot be read."""
    try:
        return _judgement(row)
    except ValueError as error:
        return DamagedRow(str(row["id"]), str(error))


def _judgement(kept: Mapping[str, Any]) -> Judgement:
    """Return the judgement of a row. Raises ValueError where it is damaged."""
    for name in COLUMNS:
        if not isinstance(kept[name], str):
            raise ValueError(f"{name}: {kept[name]!r}")  # noqa: TRY004 - it is what is kept
    try:
        return Judgement(
            id=kept["id"],
            case=Case(*(kept[name] for name in Case._fields)),
            verdict=Verdict(kept["verdict"]),
            reason=kept["reason"],
            by=kept["judged_by"],
            at=moment(kept["judged_at"]),
            attachments=_texts(kept["attachments"]),
            seen=seen_in(read_document(kept["seen"])),
            seen_ours=seen_in(read_document(kept["seen_ours"])),
            after=_texts(kept["after"]),
        )
    except (KeyError, OverflowError, TypeError) as error:
        raise ValueError(repr(error)) from error


def _texts(kept: str) -> tuple[str, ...]:
    try:
        found = json.loads(kept)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError(f"no list of texts: {kept[:100]}")
    return tuple(found)
