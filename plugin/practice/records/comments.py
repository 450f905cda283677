"""Comments on works."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional


@dataclass(frozen=True)
class Comment:
    """What somebody of an organisation wrote; an internal one is for that organisation alone."""

    reference: str
    topic: str
    detail: str
    created: datetime
    author: str
    organisation: str
    is_internal: bool = False
    read_on: Optional[datetime] = None
    read_by: Optional[str] = None
