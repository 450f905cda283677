"""Reads text that was kept as JSON: by an earlier version, a later one, or a hand that slipped."""

import json
from typing import Any


def read_document(text: object) -> dict[str, Any]:
    """Return the object that a JSON text holds. Raises ValueError for anything else."""
    if not isinstance(text, str):
        raise ValueError(f"{type(text).__name__} in place of text")  # noqa: TRY004 - as for the rest
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, dict):
        raise ValueError(f"no object but {type(found).__name__}")  # noqa: TRY004 - as for the rest
    return found
