"""What is read alike wherever it is told."""

from collections.abc import Iterable
from typing import Optional

from ....trade.records.works import FileNamed
from ..models.work import FileSummaryResponse


def word(value: Optional[str]) -> str:
    """Return a word of an enumeration as plain text, "" where it was not told."""
    return "" if value is None else str(value)


def files(answers: Optional[Iterable[FileSummaryResponse]]) -> tuple[FileNamed, ...]:
    """Return the files that come with an answer."""
    return tuple(FileNamed(one.file_id, one.name) for one in answers or ())
