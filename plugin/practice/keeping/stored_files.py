"""Files that were sent as evidence."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Optional

LARGEST = 10 * 1024 * 1024
"""One file may have 10 MB (Business rules 1.5)."""

LARGEST_TOGETHER = 100 * 1024 * 1024
"""The files of one works record may have 100 MB together (Business rules 1.5)."""

_TEST_VIRUS = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


@dataclass(frozen=True)
class StoredFile:
    """One file: who sent it for which organisation.

    `works` is the reference of the works, or of the geographical area, that it belongs to, if any.
    """

    file_id: int
    name: str
    content_type: str
    content: bytes = field(repr=False)
    swa_code: str
    user: str
    created: datetime
    works: Optional[str] = None

    @property
    def infected(self) -> bool:
        """Whether the scan finds something: the harmless test file stands for a virus."""
        return _TEST_VIRUS in self.content


@dataclass(frozen=True)
class Upload:
    """A file that was sent: its name, what it says it is, and its bytes."""

    name: str
    content_type: str
    content: bytes
