"""Inspections, those made and the one planned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional


@dataclass(frozen=True)
class Inspection:
    """An inspection that took place. `details` are the request's other fields, by its names."""

    reference: str
    kind: str
    category: Optional[str]
    outcome: str
    started: datetime
    created: datetime
    details: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[int, ...] = ()


@dataclass(frozen=True)
class ScheduledInspection:
    """The next inspection: its day, and its moment where one was set."""

    kind: str
    category: Optional[str]
    day: datetime
    created: datetime
    moment: Optional[datetime] = None
