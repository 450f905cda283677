"""Sentences about a pair that several rules say."""

from datetime import date

from ..trade.labels import label
from ..trade.telling import span
from ..words import tr
from .occupation import SINCE_EVER, WITHOUT_END, Occupation, day_known
from .pair import Pair


def near_and_when(pair: Pair) -> str:
    """Say how near the two are and on which days, such as "12 m apart, 3 days in common (…)"."""
    return joined(how_near(pair), when(pair))


def joined(*parts: str) -> str:
    """Join the parts that say something."""
    return ", ".join(part for part in parts if part)


def traffic(pair: Pair) -> str:
    """Say how ours and the other lead traffic, such as "yours: road closure, theirs: …".

    "" where the other does nothing to traffic, as limits and restrictions do.
    """
    if not (pair.other.traffic or pair.other.traffic_untold):
        return ""
    return tr("yours: {ours}, theirs: {theirs}").format(
        ours=_traffic(pair.ours), theirs=_traffic(pair.other)
    )


def _traffic(one: Occupation) -> str:
    return label(one.traffic).lower() or tr("traffic management not known")


def how_near(pair: Pair) -> str:
    """Say how near the two are; "" where that cannot be measured."""
    if pair.distance_m is None:
        return ""
    if not pair.distance_m:
        return tr("they meet")
    return tr("{metres:g} m apart").format(metres=pair.distance_m)


def when(pair: Pair) -> str:
    """Say which days two have in common, by how many they miss each other, or what is unknown."""
    if pair.days is not None:
        days = pair.days
        said = tr("1 day in common") if days.length == 1 else tr("{n} days in common")
        return f"{said.format(n=days.length)} ({span(days.start, days.end, date.min)})"
    if pair.gap:
        return tr("a day apart") if pair.gap == 1 else tr("{n} days apart").format(n=pair.gap)
    return tr("the days are not all known")


def days_of(one: Occupation, today: date) -> str:
    """Say on which days something is there, such as "from 21 Jan 2027" or "every day"."""
    if (one.start, one.end) == (SINCE_EVER, WITHOUT_END):
        return tr("every day")
    return span(day_known(one.start), day_known(one.end), today) or tr("no dates known")
