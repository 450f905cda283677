"""Forward plans."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional


@dataclass(frozen=True)
class ForwardPlan:
    """Major works that a promoter expects to do; where they are, their works record says.

    `details` are the other fields of the request, by the contract's names.
    """

    reference: str
    status: str
    start: datetime
    end: datetime
    description: str
    where: str
    created: datetime
    details: Mapping[str, Any] = field(default_factory=dict)
    cancelled_reason: Optional[str] = None
    status_changed: Optional[datetime] = None
