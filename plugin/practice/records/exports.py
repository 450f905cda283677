"""CSV files that were asked for."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CsvExport:
    """A CSV file of one user's organisation; it can be fetched from `ready` on."""

    number: int
    kind: str
    filename: str
    created: datetime
    ready: datetime
    user: str
    organisation: str
    content: str
