"""What the list of clashes says of each, column by column."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from ...plugin.clashes import grade
from ...plugin.clashes import verdict as verdicts
from ...plugin.clashes.contact import contact
from ...plugin.clashes.finding import Finding
from ...plugin.clashes.grade import Grade
from ...plugin.clashes.occupation import SINCE_EVER, Occupation
from ...plugin.clashes.report import Encounter
from ...plugin.clashes.told import days_of
from ...plugin.clashes.verdict import Verdict
from ...plugin.trade.labels import label
from ...plugin.trade.telling import span
from ...plugin.words import tr

WHAT = 4
"""The column with what the other is, and with why a rule has found it."""

VERDICT = 7
"""The column with what was judged."""


class Cell(NamedTuple):
    """What is read in a column, and by what it is sorted."""

    text: str
    key: Any


def headings() -> list[str]:
    """Return the headings of the columns."""
    return [
        tr("Grade"),
        tr("Reference"),
        tr("How near"),
        tr("Which days"),
        tr("What"),
        tr("Traffic management"),
        tr("Who to call"),
        tr("Verdict"),
    ]


def cells(one: Encounter, rank: int, today: date) -> tuple[Cell, ...]:
    """Return what is said of one that is met, which is the `rank`th most serious."""
    other, ours = one.other, one.findings[0].ours
    first = other.start or date.max
    traffic, whom = _traffic(other, ours), contact(other)
    return (
        Cell(_grade(one), rank),
        Cell(other.reference, other.reference),
        Cell(_distance(one), float("inf") if one.distance_m is None else one.distance_m),
        Cell(_days(one, today), (one.days.start if one.days else first, other.end or date.max)),
        Cell(other.what, other.what.casefold()),
        Cell(traffic, traffic.casefold()),
        Cell(whom, whom.casefold()),
        verdict_cell(Verdict.NOT_JUDGED, again=False),
    )


def verdict_cell(verdict: Verdict, *, again: bool) -> Cell:
    """Return what is said of the verdict; first comes what somebody has to see to."""
    said = verdicts.title(verdict)
    text = tr("{verdict}, judge again").format(verdict=said) if again else said
    return Cell(text, (not again, list(Verdict).index(verdict)))


def finding_texts(one: Finding) -> Sequence[str]:
    """Return what is said of a finding below the one that is met."""
    return [grade.title(one.grade), "", "", "", one.in_short]


def _grade(one: Encounter) -> str:
    if one.grade is Grade.CLASH and one.high_impact:
        return tr("Potential clash, high impact")
    return grade.title(one.grade)


def _distance(one: Encounter) -> str:
    if one.distance_m is None:
        return tr("not known")
    return tr("meets") if one.distance_m == 0 else f"{one.distance_m:.1f} m"


def _days(one: Encounter, today: date) -> str:
    other = one.other
    if one.days is not None and other.start != SINCE_EVER:
        days, said = one.days.length, span(*one.days, today)
        return tr("{days} d, {span}").format(days=days, span=said)
    return days_of(other, today)


def _traffic(other: Occupation, ours: Occupation) -> str:
    """Say the traffic management of both, as far as it is known."""
    theirs = label(other.traffic)
    if not ours.traffic:
        return theirs
    return tr("{theirs} (mine: {ours})").format(theirs=theirs or "–", ours=label(ours.traffic))
