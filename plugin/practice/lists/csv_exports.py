"""CSV files: how rows are written, and when a file that was asked for is ready."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ..records import CsvExport

QUEUED = "queued"


def written(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """Write rows as CSV with a heading; lists and shapes are JSON, what is missing is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def status_of(one: CsvExport, now: datetime) -> str:
    """Tell where an export stands: being made, or ready to be fetched."""
    if now >= one.ready:
        return "ready"
    return "in_progress" if now - one.created > (one.ready - one.created) / 2 else QUEUED
