"""What changed, in the planner's words."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Optional

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ...trade.labels import label
from ...trade.telling import short_day, span
from ...words import tr
from ..standing import moment
from ..store.changes import What
from ..store.columns import ACTIVITY_KIND, END_DAY, START_DAY, ColumnType, columns
from .groups import RecordChange

_SAME_PLACE_M = 0.5
_KILOMETRE_M = 1000.0
_TOLD_OF = {
    WORKS: ("category", "traffic_management", "status"),
    ACTIVITY: ("name", ACTIVITY_KIND, "street"),
    FORWARD_PLAN: ("description", "street", "status"),
    HS2: ("name",),
}
GROUPS = (What.NEW, What.MOVED, What.REDATED, What.CHANGED, What.GONE)
"""What can have become of a record, in the order in which it is told."""


def what_title(what: What) -> str:
    """Name what became of records."""
    return {
        What.NEW: tr("New"),
        What.MOVED: tr("Moved"),
        What.REDATED: tr("Re-dated"),
        What.CHANGED: tr("Changed"),
        What.GONE: tr("Gone"),
    }[what]


def told(change: RecordChange, today: date) -> str:
    """Say what became of a record, as "Start 3 Dec → 10 Dec" or "by 25 m".

    Of what is new or gone it says what it is, or was.
    """
    if change.what in (What.NEW, What.GONE):
        return _described(change.kind, change.after or change.before, today)
    if len(change.changes) > 1 and change.before == change.after:
        return tr("changed, and changed back")
    if change.what is What.MOVED:
        return _moved(change.before, change.after)
    if change.what is What.REDATED:
        return _redated(change.before, change.after, today)
    return _changed(change.kind, change.before, change.after)


def nothing_new(latest: Optional[datetime], fetched: Optional[datetime], today: date) -> str:
    """Say that there is nothing that the planner has not seen, and no more than is known.

    `latest` is when the latest change was noticed, `fetched` when any of the ground was last.
    """
    if fetched is None:
        return tr("Nothing is loaded here, so that no change can be noticed.")
    loaded = tr("Last loaded at {time}.").format(time=moment(fetched, today))
    if latest is None:
        return f"{tr('No change has been noticed here.')} {loaded}"
    said = tr("Nothing has changed since {time}.").format(time=moment(latest, today))
    return f"{said} {loaded}" if fetched > latest else said


def counted_unseen(changes: Sequence[RecordChange]) -> str:
    """Say how many changes there are that the planner has not seen, of how many."""
    unseen = sum(not one.seen for one in changes)
    return tr("{unseen:,} of {total:,} not seen yet.").format(unseen=unseen, total=len(changes))


def _moved(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    metres = math.hypot(
        after["easting"] - before["easting"], after["northing"] - before["northing"]
    )
    if metres < _SAME_PLACE_M:
        return tr("another shape in the same place")
    if metres < _KILOMETRE_M:
        return tr("by {metres:.0f} m").format(metres=metres)
    return tr("by {kilometres:.1f} km").format(kilometres=metres / _KILOMETRE_M)


def _redated(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> str:
    if START_DAY in before and END_DAY in before:
        return _arrow(_days(before, today), _days(after, today))
    said = []
    for name, text in ((START_DAY, tr("Start {change}")), (END_DAY, tr("End {change}"))):
        if name in before:
            change = _arrow(*(_said_day(days[name], today) for days in (before, after)))
            said.append(text.format(change=change))
    return ", ".join(said)


def _changed(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    return "; ".join(
        tr("{what}: {change}").format(
            what=_title(kind, name),
            change=_arrow(_value(kind, name, before[name]), _value(kind, name, after[name])),
        )
        for name in before
    )


def _described(kind: str, values: Mapping[str, Any], today: date) -> str:
    parts = [_value(kind, name, values[name]) for name in _TOLD_OF[kind] if values.get(name)]
    return ", ".join([*parts, *filter(None, [_days(values, today)])])


def _days(values: Mapping[str, Any], today: date) -> str:
    return span(_day(values.get(START_DAY)), _day(values.get(END_DAY)), today)


def _title(kind: str, name: str) -> str:
    aliases = {column.name: column.alias for column in columns(kind)}
    return aliases.get(f"{name}_label") or aliases.get(name) or label(name)


def _value(kind: str, name: str, value: Any) -> str:
    types = {column.name: column.type for column in columns(kind)}
    if types.get(name) is ColumnType.YES_NO and value is not None:
        return tr("yes") if value else tr("no")
    if value is None or value == "":
        return tr("nothing")
    return label(value) if f"{name}_label" in types else str(value)


def _said_day(value: Optional[str], today: date) -> str:
    day = _day(value)
    return tr("open") if day is None else short_day(day, today)


def _day(value: Optional[str]) -> Optional[date]:
    return date.fromisoformat(value) if value else None


def _arrow(before: str, after: str) -> str:
    return tr("{before} → {after}").format(before=before or tr("open"), after=after or tr("open"))
