"""About 2,000 works for the town, from past weeks to half a year ahead, as real registers look."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import Any, Optional

from ...rules import notice
from ...rules.category import is_immediate
from ...trade import calendar
from ..people.organisations import COUNTY_HA, HAS_WORKS, Organisation
from ..records import ASSESSED, Permit, Works
from ..town.gazetteer import Street, Town
from .past import with_history
from .scene import Streets, midnight, place_of

COUNT = 2_000

# share of works · category · fewest and most working days · longest extent in metres
_CATEGORIES = (
    (46, "minor", 1, 3, 30),
    (18, "standard", 4, 10, 90),
    (9, "major", 11, 50, 300),
    (5, "paa", 11, 64, 300),
    (15, "immediate_urgent", 1, 5, 8),
    (7, "immediate_emergency", 1, 4, 6),
)
_TRAFFIC = (
    (34, "no_carriageway_incursion"), (22, "some_carriageway_incursion"), (14, "give_and_take"),
    (9, "two_way_signals"), (6, "multi_way_signals"), (5, "lane_closure"), (4, "road_closure"),
    (3, "stop_go_boards"), (2, "priority_working"), (1, "convoy_workings"),
)  # fmt: skip
_EARLY = 0.1
_NOTICE_DAYS = {"minor": 6, "standard": 16, "major": 18, "paa": 95}
_UTILITY = (
    "utility_repair_and_maintenance_works", "utility_asset_works", "new_service_connection",
    "disconnection_or_alteration_of_supply", "diversionary_works",
)  # fmt: skip
_HIGHWAY = ("highway_repair_and_maintenance_works", "highway_improvement_works")
_DESCRIPTIONS = (
    "Excavate to repair a leak", "Lay new service to the property", "Replace the existing main",
    "Install duct and chamber", "Repair a blocked duct", "Renew the stop tap and meter box",
    "Patch the carriageway", "Replace a broken cover and frame", "Lift and relay the footway",
)  # fmt: skip


@dataclass(frozen=True)
class _Times:
    start: datetime
    end: datetime
    created: datetime
    actual_start: Optional[datetime]
    actual_stop: Optional[datetime]


def generate(rng: random.Random, town: Town, today: date) -> list[Works]:
    """Return the works of the town; the same `rng` state, town and `today` give the same works."""
    streets = Streets(rng, town)
    shares = [row[0] for row in _CATEGORIES]
    return [
        _works(rng, streets, number, rng.choices(_CATEGORIES, shares)[0], today)
        for number in range(COUNT)
    ]


def _works(
    rng: random.Random, streets: Streets, number: int, row: tuple[Any, ...], today: date
) -> Works:
    _, category, shortest, longest, metres = row
    street: Street = streets.draw()[0]
    promoter = COUNTY_HA if rng.random() < 0.2 else rng.choice(HAS_WORKS)
    workstream = f"{rng.randint(1, 3):03d}"
    reference = f"{promoter.prefix}{workstream}{10_000_000 + number * 4_409 + rng.randrange(4_000)}"
    times = _times(rng, category, rng.randint(shortest, longest), today)
    status, permit_status = _statuses(rng, category, times, today)
    which = rng.randrange(len(street.authorities))
    traffic = rng.choices([t for _, t in _TRAFFIC], [s for s, _ in _TRAFFIC])[0]
    details = _details(rng, promoter, category, street, traffic)
    permits = _earlier(rng, reference, category, times, traffic, details)
    if rng.random() < _EARLY and times.actual_start is None:
        times = _at_short_notice(times, today)
    deadline = _deadline(category, times.created, today)
    deemed = permit_status == "submitted" and deadline.date() < today
    running = status in ("in_progress", "completed")
    permits.append(
        Permit(
            reference=f"{reference}-{len(permits) + 1:02d}",
            category=category,
            status="granted" if deemed else permit_status,
            start=times.start,
            end=times.end,
            traffic_management=traffic,
            created=times.created,
            actual_start=times.actual_start if running else None,
            actual_stop=times.actual_stop if status == "completed" else None,
            is_early_start=notice.is_early_start(
                category, times.start.date(), calendar.counted_day(times.created, today), today
            ),
            details=details,
            status_changed=deadline if deemed else None,
            deadline=deadline,
            assessment_status=permit_status if permit_status in ASSESSED else None,
            discount=0 if permit_status == "granted" else None,
            ever_modification_requested=permit_status == "permit_modification_request",
            is_deemed=deemed,
        )
    )
    works = Works(
        reference=reference,
        workstream=workstream,
        promoter_swa_code=promoter.swa_code,
        promoter=promoter.name,
        place=place_of(street, which),
        geometry=streets.extent(street, rng.uniform(3, metres)),
        status=status,
        created=permits[0].created,
        permits=tuple(permits),
    )
    return with_history(works)


def _deadline(category: str, created: datetime, today: date) -> datetime:
    return notice.response_deadline(category, created, today).astimezone(timezone.utc)


def _times(rng: random.Random, category: str, days: int, today: date) -> _Times:
    """Half of it near today, the rest from six weeks back to half a year ahead."""
    if is_immediate(category):
        offset = rng.randint(-30, 0)
    elif rng.random() < 0.5:
        offset = rng.randint(-12, 14)
    else:
        offset = rng.randint(-45, 180)
    first = today + timedelta(days=offset)
    if not is_immediate(category):
        first += timedelta(days=(7 - first.weekday()) if first.weekday() > 4 else 0)
    start = midnight(first)
    end = midnight(
        calendar.add_working_days(calendar.next_working_day(first, today), days - 1, today)
    )
    notice = timedelta(days=_NOTICE_DAYS.get(category, 0) + rng.randint(0, 12))
    if is_immediate(category):
        notice = timedelta(0)
    created = min(start - notice, midnight(today)) + timedelta(minutes=rng.randint(450, 1000))
    began = start + timedelta(minutes=rng.randint(420, 600)) if first <= today else None
    stopped = end + timedelta(minutes=rng.randint(840, 1020)) if end.date() < today else None
    return _Times(start, end, created, began, stopped)


def _at_short_notice(times: _Times, today: date) -> _Times:
    """Return the same times with an application so late that the start is early."""
    latest = min(times.start - timedelta(days=1), midnight(today)) + timedelta(hours=10)
    return replace(times, created=max(times.created, latest))


def _statuses(rng: random.Random, category: str, times: _Times, today: date) -> tuple[str, str]:
    """Return the status of the works and of the permit that suit the dates."""
    if rng.random() < 0.07 and not is_immediate(category):
        return "cancelled", rng.choices(("cancelled", "refused"), (3, 1))[0]
    if category == "paa":  # an advance authorisation never starts: its permit follows it
        return "planned", rng.choice(("submitted", "granted"))
    if times.actual_stop:
        return "completed", "closed"
    if times.actual_start and (is_immediate(category) or rng.random() < 0.8):
        waiting = is_immediate(category) and times.start.date() == today
        return "in_progress", "submitted" if waiting else "granted"
    choices = ("submitted", "granted", "permit_modification_request", "refused")
    return "planned", rng.choices(choices, (40, 50, 6, 4))[0]


def _earlier(
    rng: random.Random,
    reference: str,
    category: str,
    times: _Times,
    traffic: str,
    details: dict[str, Any],
) -> list[Permit]:
    """A major permit follows its advance authorisation; a few works were refused at first."""
    if category == "major":
        earlier = ("paa", "progressed")
    elif rng.random() < 0.06 and not is_immediate(category):
        earlier = (category, "refused")
    else:
        return []
    created = times.created - timedelta(days=rng.randint(15, 70))
    return [
        Permit(
            f"{reference}-01", earlier[0], earlier[1], times.start, times.end, traffic, created,
            details=details, assessment_status="granted" if earlier[0] == "paa" else "refused",
        )
    ]  # fmt: skip


def _details(
    rng: random.Random, promoter: Organisation, category: str, street: Street, traffic: str
) -> dict[str, Any]:
    immediate = is_immediate(category)
    is_major = category in ("major", "paa")
    incursion = traffic != "no_carriageway_incursion"
    return {
        "description_of_work": rng.choice(_DESCRIPTIONS),
        "works_location_description": f"Outside {rng.randint(1, 140)} {street.name.title()}",
        "activity_type": rng.choice(_HIGHWAY if promoter.kind == "HA" else _UTILITY),
        "location_types": ["footway", "carriageway"] if incursion else ["footway"],
        "work_type": "immediate" if immediate else "planned",
        "immediate_risk": category == "immediate_emergency" if immediate else None,
        "is_ttro_required": None if immediate else is_major and traffic == "road_closure",
        "excavation": rng.random() < 0.8,
    }
