"""Whole files of published records: what was read, added and refused, and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Optional, Union

import shapely

from ...words import tr
from ..made_up.past import with_history
from ..records import Activity, ForwardPlan, Permit, Works
from .formats import read_rows
from .records import Record, make
from .shapes import Unusable


@dataclass(frozen=True)
class FileReading:
    """What became of one file.

    `read` counts its records, `added` those that are in the register now; `refused` says for each
    other one where it stands and why. `notes` say what was assumed or mended, and how often.
    `references` are the works and activities that were added. `bounds` is the ground they cover
    (EPSG:27700), `period` their first and last day; both None when nothing was added.
    """

    path: Path
    read: int
    added: int
    refused: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    bounds: Optional[tuple[float, float, float, float]] = None
    period: Optional[tuple[date, date]] = None
    references: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Published:
    """The records of all files, permits and forward plan of the same works put together."""

    works: tuple[Works, ...]
    activities: tuple[Activity, ...]
    readings: tuple[FileReading, ...]


def read_files(
    paths: Iterable[Union[str, Path]], today: date, *, bring_to_today: bool = False
) -> Published:
    """Read published records.

    With `bring_to_today`, a file whose records all ended before `today` is moved forward by whole
    weeks so that it falls around today, and its notes say so; otherwise records keep their dates.
    Raises StreetWorksError for a file that cannot be read at all.
    """
    kept: dict[str, Record] = {}
    readings = []
    for path in paths:
        mine, reading = _read_file(Path(path), today, kept, bring_to_today)
        kept.update(mine)
        readings.append(reading)
    works: dict[str, list[Works]] = {}
    for record in kept.values():
        if isinstance(record, Works):
            works.setdefault(record.reference, []).append(record)
    return Published(
        works=tuple(_together(permits) for permits in works.values()),
        activities=tuple(r for r in kept.values() if isinstance(r, Activity)),
        readings=tuple(readings),
    )


def _read_file(
    path: Path, today: date, before: dict[str, Record], bring_to_today: bool
) -> tuple[dict[str, Record], FileReading]:
    rows = read_rows(path)
    mine: dict[str, Record] = {}
    refused: list[tuple[str, str]] = []
    notes: Counter[str] = Counter()
    for row in rows:
        try:
            made = make(row.fields, today)
        except Unusable as reason:
            refused.append((row.where, str(reason)))
            continue
        key = _key(made.record)
        if key in mine or key in before:
            refused.append((row.where, tr("{reference} is there already").format(reference=key)))
            continue
        mine[key] = made.record
        notes.update(made.notes)
    moved = _weeks_behind(mine.values(), today) if bring_to_today else 0
    if moved:
        mine = {key: _later(record, timedelta(weeks=moved)) for key, record in mine.items()}
        notes[tr("dates moved {weeks} weeks later, to fall around today").format(weeks=moved)] += (
            len(mine)
        )
    return mine, FileReading(
        path=path,
        read=len(rows),
        added=len(mine),
        refused=tuple(refused),
        notes=tuple(f"{text} ({count})" for text, count in notes.items()),
        bounds=_bounds(mine.values()),
        period=_period(mine.values()),
        references=frozenset(record.reference for record in mine.values()),
    )


def _key(record: Record) -> str:
    part = _part(record) if isinstance(record, Works) else record
    return part.reference


def _part(works: Works) -> Union[Permit, ForwardPlan]:
    """Return the one permit or forward plan that the row of these works told of."""
    part = works.active or works.forward_plan
    if part is None:
        raise ValueError(f"{works.reference} has neither a permit nor a forward plan")
    return part


def _dates(record: Record) -> tuple[datetime, datetime]:
    one = _part(record) if isinstance(record, Works) else record
    return one.start, one.end


def _bounds(records: Iterable[Record]) -> Optional[tuple[float, float, float, float]]:
    shapes = [record.geometry for record in records]
    if not shapes:
        return None
    low_e, low_n, high_e, high_n = (float(value) for value in shapely.total_bounds(shapes))
    return low_e, low_n, high_e, high_n


def _period(records: Iterable[Record]) -> Optional[tuple[date, date]]:
    dates = [_dates(record) for record in records]
    if not dates:
        return None
    return min(start for start, _ in dates).date(), max(end for _, end in dates).date()


def _weeks_behind(records: Iterable[Record], today: date) -> int:
    """Weeks from the middle start of the records to `today`, or 0 unless all of them are over."""
    dates = sorted(_dates(record) for record in records)
    if not dates or max(end for _, end in dates).date() >= today:
        return 0
    return -((dates[len(dates) // 2][0].date() - today).days // 7)


def _later(record: Record, by: timedelta) -> Record:
    if not isinstance(record, Works):
        return replace(record, start=record.start + by, end=record.end + by)
    plan = record.forward_plan
    return replace(
        record,
        created=record.created + by,
        permits=tuple(_later_permit(permit, by) for permit in record.permits),
        forward_plan=plan
        and replace(plan, start=plan.start + by, end=plan.end + by, created=plan.created + by),
    )


def _later_permit(permit: Permit, by: timedelta) -> Permit:
    return replace(
        permit,
        start=permit.start + by,
        end=permit.end + by,
        created=permit.created + by,
        actual_start=permit.actual_start and permit.actual_start + by,
        actual_stop=permit.actual_stop and permit.actual_stop + by,
    )


def _together(same: list[Works]) -> Works:
    """Put the permits and the forward plan of one works together; the latest permit is active."""
    permitted = sorted((one for one in same if one.permits), key=lambda one: _part(one).reference)
    latest = permitted[-1] if permitted else same[-1]
    works = replace(
        latest,
        created=min(one.created for one in same),
        permits=tuple(permit for one in permitted for permit in one.permits),
        forward_plan=next((one.forward_plan for one in same if one.forward_plan), None),
    )
    return with_history(works)
