"""Geographical areas: sets of streets by which an authority filters its lists."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional


@dataclass(frozen=True)
class Area:
    """A geographical area of one authority: its file and the USRNs that the file named."""

    reference: str
    name: str
    authority_swa_code: str
    file_id: int
    usrns: tuple[int, ...]
    created: datetime
    modified: Optional[datetime] = None
