"""Works to try the machines on."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, Callable

import pytest
from shapely.geometry import Point
from street_works.plugin.practice.records import ForwardPlan, Permit, Place, Works

NOW = datetime(2026, 6, 3, 12, tzinfo=timezone.utc)
MIDNIGHT = datetime(2026, 6, 3, tzinfo=timezone.utc)


@pytest.fixture
def now() -> datetime:
    """The moment at which things happen: noon on Wednesday 3 June 2026, UTC."""
    return NOW


@pytest.fixture
def permit() -> Callable[..., Permit]:
    """Make a permit: `permit("granted", number=2, started=True, stopped=True, category="paa")`."""

    def make(
        status: str = "submitted",
        *,
        number: int = 1,
        started: bool = False,
        stopped: bool = False,
        **values: Any,
    ) -> Permit:
        made = Permit(
            reference=f"ZW00112345678-{number:02d}",
            category="minor",
            status=status,
            start=MIDNIGHT,
            end=MIDNIGHT + timedelta(days=1),
            traffic_management="give_and_take",
            created=NOW - timedelta(days=9),
            actual_start=NOW - timedelta(hours=5) if started else None,
            actual_stop=NOW - timedelta(hours=1) if stopped else None,
            deadline=NOW + timedelta(days=2),
        )
        return replace(made, **values)

    return make


@pytest.fixture
def works() -> Callable[..., Works]:
    """Make works from permits: `works(permit("granted"), status="in_progress")`."""

    def make(*permits: Permit, status: str = "planned", **values: Any) -> Works:
        place = Place(99400101, "HIGH STREET", "", "TOWN", 3, "9810", "COUNTY")
        made = Works(
            reference="ZW00112345678",
            workstream="001",
            promoter_swa_code="0098",
            promoter="MIDVALE WATER",
            place=place,
            geometry=Point(400000, 300000),
            status=status,
            created=NOW - timedelta(days=9),
            permits=permits,
        )
        return replace(made, **values)

    return make


@pytest.fixture
def plan() -> ForwardPlan:
    """A raised forward plan."""
    return ForwardPlan(
        reference="ZW00112345678-FP-01",
        status="raised",
        start=MIDNIGHT + timedelta(days=100),
        end=MIDNIGHT + timedelta(days=130),
        description="Replace the main",
        where="The length of High Street",
        created=NOW - timedelta(days=9),
    )
