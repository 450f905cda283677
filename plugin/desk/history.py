"""The steps back and forth that a planner can take with an extent."""

from dataclasses import dataclass
from typing import NamedTuple, Optional

from shapely.geometry.base import BaseGeometry

from ..extents import Examined


@dataclass(frozen=True)
class Change:
    """What the last step did: in words, and the shape (EPSG:27700) as it was before."""

    what: str
    before: Optional[BaseGeometry] = None


class Drawn(NamedTuple):
    """What is drawn of works: the extent, and the diversion as WKT (EPSG:27700), "" for none."""

    examined: Examined
    diversion: str


class History:
    """What was drawn before each step, and after each step that was taken back."""

    def __init__(self) -> None:
        self._back: list[Drawn] = []
        self._forth: list[Drawn] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be brought back."""
        return bool(self._forth)

    def clear(self) -> None:
        """Forget all steps."""
        self._back.clear()
        self._forth.clear()

    def step(self, before: Drawn) -> None:
        """Remember what is drawn before a new step; what was taken back is forgotten."""
        self._back.append(before)
        self._forth.clear()

    def undo(self, now: Drawn) -> Drawn:
        """Return what was drawn before the last step; there must be one."""
        self._forth.append(now)
        return self._back.pop()

    def redo(self, now: Drawn) -> Drawn:
        """Return what was drawn before the last step was taken back; there must be one."""
        self._back.append(now)
        return self._forth.pop()
