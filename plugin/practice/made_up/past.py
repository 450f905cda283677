"""The history of works that were there before the service: made up from their records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

from ..records import Event, Permit, Works

_CLERK = "practice"
_CLOSED = "closed"  # granted, or there would have been nothing to close
_DECIDED = frozenset({"granted", "refused", "cancelled", "revoked", _CLOSED})


def with_history(works: Works) -> Works:
    """Return the works with the events that must have made them what they are."""
    events = sorted(_events(works), key=lambda event: event.moment or works.created)
    return replace(works, history=tuple(events))


def _events(works: Works) -> Iterator[Event]:
    running = bool(works.permits) and works.permits[0].is_immediate
    kind = "in_progress" if running else "planned"
    yield _event(
        f"{kind}_works_record_created", "Works record created", works.reference, "work",
        works.created,
    )  # fmt: skip
    plan = works.forward_plan
    if plan:
        about = (plan.reference, "forward_plan")
        yield _event("forward_plan_submitted", "Forward plan submitted", *about, plan.created)
        if plan.status == "cancelled":
            later = plan.created + timedelta(days=3)
            yield _event("forward_plan_cancelled", "Forward plan cancelled", *about, later)
    for permit in works.permits:
        yield from _of_permit(permit)


def _of_permit(permit: Permit) -> Iterator[Event]:
    kind = "paa" if permit.is_paa else "permit"
    about = (permit.reference, kind)
    yield _event(f"{kind}_submitted", "Permit submitted", *about, permit.created)
    if permit.is_deemed and permit.status_changed:
        yield _event(f"{kind}_deemed", "Permit deemed", *about, permit.status_changed)
    elif permit.status in _DECIDED:
        decision = "granted" if permit.status == _CLOSED else permit.status
        evening = datetime.combine(permit.created.date(), time(23), tzinfo=timezone.utc)
        decided = max(permit.created, evening)
        yield _event(f"{kind}_{decision}", f"Permit {decision}", *about, decided)
    if permit.actual_start:
        yield _event("work_start_logged", "Works started", *about, permit.actual_start)
    if permit.actual_stop:
        yield _event("work_stop_logged", "Works stopped", *about, permit.actual_stop)


def _event(event: str, topic: str, reference: str, kind: str, moment: datetime) -> Event:
    return Event(event, topic, f"{topic}: {reference}", reference, kind, moment, _CLERK)
