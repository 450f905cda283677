"""Sites and their reinstatements."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from .shapes import Shape


@dataclass(frozen=True)
class Reinstatement:
    """How a site was left: lengths in metres; `end` is the last day it must last."""

    status: str
    done: datetime
    created: datetime
    end: datetime
    permit_reference: Optional[str]
    geometry: Shape
    location: str
    location_types: tuple[str, ...]
    evidence: bool
    second_geometry: Optional[Shape] = None
    depth: Optional[float] = None
    length: Optional[float] = None
    width: Optional[float] = None
    holes: Optional[int] = None
    files: tuple[int, ...] = ()


@dataclass(frozen=True)
class Site:
    """A place that was opened; `kind` is a ReinstatementType. Its latest reinstatement counts."""

    number: int
    kind: str
    reinstatements: tuple[Reinstatement, ...]

    @property
    def latest(self) -> Reinstatement:
        """The reinstatement that counts."""
        return self.reinstatements[-1]
