"""What a draft kept of an application, read without the form."""

from datetime import date
from typing import Any, Optional

from ..values import Values, day_in

_OF_ONE_WORKS = frozenset({"work_reference_number", "file_ids"})


def days_of(values: Values) -> tuple[Optional[date], Optional[date]]:
    """Return the first and the last day of the works, None for one that is not known."""
    return day_in(values, "proposed_start_date"), day_in(values, "proposed_end_date")


def for_other_works(values: Values) -> dict[str, Any]:
    """Return the values without what can belong to one works alone: its reference, its files."""
    return {name: value for name, value in values.items() if name not in _OF_ONE_WORKS}
