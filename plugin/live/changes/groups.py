"""What was noticed about each record, put together: from how it was to how it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from ...trade.box import Box
from ..store.changes import Change, What
from ..store.rows import Row

Known = Mapping[tuple[str, str], Row]
"""The records that the store has now, by kind and reference."""

_PRESENCE = (What.NEW, What.GONE)


@dataclass(frozen=True)
class RecordChange:
    """What became of one record, in one respect, since the planner saw it, or up to then.

    `before` and `after` are those of a Difference, of the first and of the last of `changes`;
    they are equal when all was changed back. The place is the latest, in metres, EPSG:27700.
    `noticed` is when the latest was. `promoter` and `work_reference` are "" where none is known.
    """

    kind: str
    reference: str
    work_reference: str
    promoter: str
    what: What
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    easting: float
    northing: float
    noticed: datetime
    seen: bool
    changes: tuple[Change, ...]

    def touches(self, box: Box) -> bool:
        """Whether it is in `box` (EPSG:27700), or was there before it moved."""
        places = [(self.easting, self.northing)]
        if self.what is What.MOVED:
            places.append((self.before["easting"], self.before["northing"]))
        return any(box.distance(place) == 0 for place in places)


def by_record(changes: Iterable[Change], known: Known) -> tuple[RecordChange, ...]:
    """Put changes together record by record, those seen apart from those not, the latest first.

    What is gone is only gone, whatever became of it before; what is new is new as it is now.
    """
    records: dict[tuple[Any, ...], list[Change]] = {}
    for change in sorted(changes, key=lambda one: one.id):
        records.setdefault(_which(change), []).append(change)
    told = []
    for several in records.values():
        about = _about(several, known)
        for seen in (False, True):
            some = [one for one in several if one.seen is seen]
            told += [_together(part, about) for part in _parts(some)]
    return tuple(sorted(told, key=lambda one: one.changes[-1].id, reverse=True))


def _which(change: Change) -> tuple[Any, ...]:
    if change.reference:
        return change.kind, change.reference
    return change.kind, change.easting, change.northing


def _about(changes: Sequence[Change], known: Known) -> tuple[str, str]:
    """Return the works reference and the promoter of the record that `changes` are about."""
    row: Optional[Row] = known.get((changes[-1].kind, changes[-1].reference))
    if row is not None:
        return row.work_reference, row.promoter
    for change in reversed(changes):
        if change.difference.what in _PRESENCE:
            values = change.difference.after or change.difference.before
            return values.get("work_reference") or "", values.get("promoter") or ""
    return "", ""


def _parts(changes: Sequence[Change]) -> list[list[Change]]:
    """Part the changes of a record, the earliest first, into what is told of in one line."""
    if not changes:
        return []
    if any(one.difference.what in _PRESENCE for one in changes):
        return [list(changes)]
    parts: dict[What, list[Change]] = {}
    for change in changes:
        parts.setdefault(change.difference.what, []).append(change)
    return list(parts.values())


def _together(changes: Sequence[Change], about: tuple[str, str]) -> RecordChange:
    what, before, after = _difference(changes)
    latest = changes[-1]
    return RecordChange(
        kind=latest.kind,
        reference=latest.reference,
        work_reference=about[0],
        promoter=about[1],
        what=what,
        before=before,
        after=after,
        easting=latest.easting,
        northing=latest.northing,
        noticed=latest.noticed,
        seen=latest.seen,
        changes=tuple(changes),
    )


def _difference(changes: Sequence[Change]) -> tuple[What, Mapping[str, Any], Mapping[str, Any]]:
    presence = [index for index, one in enumerate(changes) if one.difference.what in _PRESENCE]
    if not presence:
        what, whole = changes[0].difference.what, _first_and_last(changes)
        # A place is its easting and northing together.
        return (what, *whole) if what is What.MOVED else (what, *_only_changed(*whole))
    last = changes[presence[-1]].difference
    if last.what is What.GONE:
        return What.GONE, last.before, {}
    later = [one for one in changes[presence[-1] + 1 :] if one.difference.what is not What.MOVED]
    return What.NEW, {}, {**last.after, **_first_and_last(later)[1]}


def _first_and_last(changes: Sequence[Change]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how it was before the first change and how it is after the last one."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for change in changes:
        before = {**change.difference.before, **before}
        after.update(change.difference.after)
    return before, after


def _only_changed(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Leave out what was changed back, but not all of it."""
    changed = [name for name in before if before[name] != after[name]] or list(before)
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}
