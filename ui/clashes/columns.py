"""What the list of clashes says of each, column by column."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from ...plugin.clashes import grade
from ...plugin.clashes import verdict as verdicts
from ...plugin.clashes.contact import contact
from ...plugin.clashes.finding import Finding
from ...plugin.clashes.grade import Grade
from ...plugin.clashes.occupation import SINCE_EVER
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

_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


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


def cell(column: int, one: Encounter, rank: int, today: date) -> Cell:
    """Return what a column says of one that is met, which is the `rank`th most serious.

    What was judged of it is said by `verdict_cell`.
    """
    return _COLUMNS[column](one, rank, today)


def verdict_cell(verdict: Verdict, *, again: bool) -> Cell:
    """Return what is said of the verdict; first comes what somebody has to see to."""
    said = verdicts.title(verdict)
    text = tr("{verdict}, judge again").format(verdict=said) if again else said
    return Cell(text, (not again, _ORDER[verdict]))


def finding_texts(one: Finding) -> Sequence[str]:
    """Return what is said of a finding below the one that is met."""
    return [grade.title(one.grade), "", "", "", one.in_short]


def _grade(one: Encounter, rank: int, _today: date) -> Cell:
    if one.grade is Grade.CLASH and one.high_impact:
        return Cell(tr("Potential clash, high impact"), rank)
    return Cell(grade.title(one.grade), rank)


def _reference(one: Encounter, _rank: int, _today: date) -> Cell:
    return Cell(one.other.reference, one.other.reference)


def _distance(one: Encounter, _rank: int, _today: date) -> Cell:
    metres = one.distance_m
    if metres is None:
        return Cell(tr("not known"), float("inf"))
    return Cell(tr("meets") if metres == 0 else f"{metres:.1f} m", metres)


def _days(one: Encounter, _rank: int, today: date) -> Cell:
    other = one.other
    begun = one.days.start if one.days else other.start or date.max
    key = (begun, other.end or date.max)
    if one.days is not None and other.start != SINCE_EVER:
        days, said = one.days.length, span(*one.days, today)
        return Cell(tr("{days} d, {span}").format(days=days, span=said), key)
    return Cell(days_of(other, today), key)


def _what(one: Encounter, _rank: int, _today: date) -> Cell:
    return _by_text(one.other.what)


def _traffic(one: Encounter, _rank: int, _today: date) -> Cell:
    """Say the traffic management of both, as far as it is known."""
    theirs, ours = label(one.other.traffic), one.findings[0].ours
    if not ours.traffic:
        return _by_text(theirs)
    said = tr("{theirs} (mine: {ours})")
    return _by_text(said.format(theirs=theirs or "–", ours=label(ours.traffic)))


def _whom(one: Encounter, _rank: int, _today: date) -> Cell:
    return _by_text(contact(one.other))


def _by_text(text: str) -> Cell:
    return Cell(text, text.casefold())


_COLUMNS = (_grade, _reference, _distance, _days, _what, _traffic, _whom)
