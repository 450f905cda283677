"""What one extent meets, gathered by the other, with an account of all that was looked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..trade.days import Days
from ..words import tr
from .find import Found, find
from .finding import Finding, Gap, Unusable
from .grade import Grade, title
from .occupation import Occupation
from .rule import Rule
from .shelf import Shelf


@dataclass(frozen=True)
class Encounter:
    """Another that ours meets, and the findings about it, the most serious first."""

    findings: tuple[Finding, ...]

    @property
    def other(self) -> Occupation:
        """What ours meets."""
        return self.findings[0].other

    @property
    def title(self) -> str:
        """Say in a line what it is, such as "Potential clash: Planned works (TW001-01)"."""
        return tr("{grade}: {what} ({reference})").format(
            grade=title(self.grade), what=self.other.what, reference=self.other.reference
        )

    @property
    def grade(self) -> Grade:
        """How serious it is at worst."""
        return self.findings[0].grade

    @property
    def distance_m(self) -> Optional[float]:
        """How near it is, with two decimals; 0 says that they meet, None that it is not known."""
        return self.findings[0].pair.distance_m

    @property
    def days(self) -> Optional[Days]:
        """The days in common for sure, or None."""
        return self.findings[0].days

    @property
    def meeting_place(self) -> Optional[BaseGeometry]:
        """What the shapes have in common, or the shortest line from ours to the other."""
        return self.findings[0].meeting_place

    @property
    def high_impact(self) -> bool:
        """Whether its traffic management weighs heavily on the street."""
        return self.findings[0].high_impact

    def found_by(self, rule: str) -> bool:
        """Whether the rule of that name speaks of it."""
        return any(one.rule.name == rule for one in self.findings)


@dataclass(frozen=True)
class Report:
    """What an extent meets, most serious first, and an account of everything that was looked at.

    `looked_at` counts those compared, `left_out` those that are over, given up or of the same
    works, `unusable` has those that could not be compared. `gaps` say what was not given.
    `dates_reversed` says that the dates were in the wrong order and were read as the same days.
    """

    ours: Occupation
    encounters: tuple[Encounter, ...]
    rules: tuple[Rule, ...]
    looked_at: int
    unusable: tuple[Unusable, ...] = ()
    left_out: int = 0
    gaps: tuple[Gap, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether all there is was given and compared, so that what was not found is not there."""
        return not (self.gaps or self.unusable or self.of_grade(Grade.CANNOT_SAY))

    @property
    def dates_reversed(self) -> bool:
        """Whether the dates of ours were in the wrong order."""
        return self.ours.dates_reversed

    def of_grade(self, grade: Grade) -> tuple[Encounter, ...]:
        """Return those that are so serious at worst."""
        return tuple(one for one in self.encounters if one.grade is grade)


def report_on(
    ours: Occupation, others: Shelf, rules: Sequence[Rule], gaps: Iterable[Gap] = ()
) -> Report:
    """Return what `ours` meets among the others by the rules; `gaps` say what was not given.

    Raises StreetWorksError when the extent itself cannot be used.
    """
    found = find(alone(ours), others, rules)
    return Report(
        ours=ours,
        encounters=tuple(sorted(_gathered(found), key=_seriousness)),
        rules=found.rules,
        looked_at=len(others) - len(others.unusable),
        unusable=found.unusable,
        left_out=others.left_out,
        gaps=tuple(gaps),
    )


def alone(ours: Occupation) -> Shelf:
    """Return a shelf with nothing but `ours`, whatever has become of it.

    Raises StreetWorksError when the extent itself cannot be used.
    """
    shelf = Shelf([replace(ours, status="")])
    for reason in shelf.unusable.values():
        raise StreetWorksError(
            tr("The extent cannot be compared with anything: {reason}").format(reason=reason),
            advice=tr("Draw it again, or mend it first."),
        )
    return shelf


def _gathered(found: Found) -> Iterator[Encounter]:
    """Give an encounter for each other; the findings about it follow each other."""
    for _their, group in groupby(range(len(found)), key=lambda row: int(found.pairs.theirs[row])):
        rows = list(group)
        pair = found.pair_of(rows[0])
        findings = [found.finding(row, pair) for row in rows]
        yield Encounter(tuple(sorted(findings, key=lambda one: -one.grade)))


def _seriousness(one: Encounter) -> tuple[int, bool, float, date, str, str]:
    first = one.days.start if one.days else one.other.start or date.max
    near = one.distance_m if one.distance_m is not None else float("inf")
    return (-one.grade, not one.high_impact, near, first, one.other.kind, one.other.reference)
