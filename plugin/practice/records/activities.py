"""Activities: what the authority has put on the map beside works."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional

from .places import Place
from .shapes import Shape


@dataclass(frozen=True)
class Activity:
    """A skip, scaffolding, an event, a section 58.

    `details` are the request's other fields, by the contract's names.
    """

    reference: str
    name: str
    kind: str
    where: str
    place: Place
    geometry: Shape
    start: datetime
    end: datetime
    cancelled: bool = False
    cancelled_reason: Optional[str] = None
    details: Mapping[str, Any] = field(default_factory=dict)
