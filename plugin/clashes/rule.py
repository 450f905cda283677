"""What a rule is: it says which of ours and theirs meet, where and when, and why."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Callable, ClassVar, NamedTuple, Optional

from shapely.geometry.base import BaseGeometry

from .grade import Grade
from .meetings import Grades, Meetings, Pairs, by_days
from .occupation import Occupation
from .pair import Pair
from .shelf import Shelf


@dataclass(frozen=True)
class Rule(ABC):
    """A rule; its fields are its thresholds, each made by `metres` or `days`.

    `name` is its word in files and settings. Raises ValueError for a threshold that is too small.
    """

    name: ClassVar[str]
    grade: ClassVar[Grade] = Grade.CLASH
    """What a pair with a day in common is."""

    def __post_init__(self) -> None:
        for one in thresholds(type(self)):
            value = getattr(self, one.name)
            if not value >= one.least:  # nor is it "not a number"
                raise ValueError(f"{one.name} of the rule {self.name} must not be {value}")

    @abstractmethod
    def title(self) -> str:
        """Say in a few words what the rule looks for."""

    @abstractmethod
    def help(self) -> str:
        """Say in a sentence or two what the rule finds and what that means, for the planner."""

    @abstractmethod
    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return of which of ours and theirs this rule speaks.

        Those that are further than `reach_days` apart may be among them, or not.
        """

    def grades(self, ours: Shelf, theirs: Shelf, pairs: Pairs) -> Grades:
        """Return how serious each of these pairs is by its days; 0 for one that is nothing.

        It is 0 for pairs that are further than `reach_days` apart.
        """
        return by_days(ours, theirs, pairs, self.reach_days, self.grade)

    def meet(self, ours: Shelf, theirs: Shelf) -> Meetings:
        """Return which of ours and theirs meet by this rule, and how serious each is."""
        pairs = self.pairs(ours, theirs)
        return Meetings.of(pairs, self.grades(ours, theirs, pairs))

    @abstractmethod
    def why(self, pair: Pair) -> str:
        """Say in a sentence what meets where and when, for the planner."""

    def meeting_place(self, pair: Pair) -> Optional[BaseGeometry]:
        """Return where the two meet by this rule (EPSG:27700); None where that is not known."""
        return pair.meeting_place

    def looks_from(self, ours: Occupation) -> Iterator[Optional[BaseGeometry]]:
        """Give the shapes around which the rule looks for others, as far as `reach_m`."""
        yield ours.shape

    def said(self) -> str:
        """Say the rule with its values, such as "Works near by: within 25 m"."""
        return ": ".join(filter(None, (self.title(), self.values())))

    def values(self) -> str:
        """Say its thresholds, such as "within 25 m, apart at most 0 days"."""
        return ", ".join(
            f"{one.label()} {getattr(self, one.name):g} {one.unit}" for one in self.asks()
        )

    @property
    def reach_m(self) -> float:
        """How far from ours the rule looks, at most."""
        return max((getattr(self, one.name) for one in self.asks() if one.unit == "m"), default=0)

    @property
    def reach_days(self) -> int:
        """How many days before and after ours the rule looks, at most."""
        told = [getattr(self, one.name) for one in self.asks() if one.unit == "days"]
        return int(max(told, default=0))

    def asks(self) -> "tuple[Threshold, ...]":
        """Return its thresholds, in order."""
        return tuple(thresholds(type(self)))


class Threshold(NamedTuple):
    """A threshold of a rule: the field's name, how it is called, its unit, from where to where."""

    name: str
    label: Callable[[], str]
    unit: str
    least: float
    most: float


def metres(usual: float, label: Callable[[], str], most: float = 5_000.0) -> Any:
    """Make the field of a threshold in metres; `label` says when it is asked what it is called."""
    return field(default=usual, metadata={"label": label, "unit": "m", "least": 0, "most": most})


def days(usual: int, label: Callable[[], str], most: int = 730) -> Any:
    """Make the field of a threshold in days."""
    return field(default=usual, metadata={"label": label, "unit": "days", "least": 0, "most": most})


def thresholds(rule: type[Rule]) -> Iterator[Threshold]:
    """Give the thresholds of a kind of rule, in the order of its fields."""
    return (Threshold(one.name, **one.metadata) for one in fields(rule))
