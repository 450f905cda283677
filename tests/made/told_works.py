"""Works as Street Manager tells of them, in the trade's values: a minor permit of two days."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Optional

from street_works.plugin.trade.records.belonging import SiteSummary
from street_works.plugin.trade.records.works import Permit, Works
from street_works.plugin.trade.vocabulary.works import WorksStatus
from street_works.tests.made.uk_days import day, moment


def midnight(text: str) -> datetime:
    """Return a day as Street Manager writes it."""
    return datetime.fromisoformat(f"{day(text)}T00:00:00+00:00")


MINOR = Permit(
    reference="W-01",
    works_reference="W",
    status="granted",
    category="minor",
    promoter="",
    promoter_code="",
    authority="",
    authority_code="",
    usrn=1,
    street="",
    area="",
    town="",
    reinstatement=4,
    place="",
    description="",
    geometry={},
    activity="",
    traffic="",
    footway="",
    positions=(),
    excavates=True,
    first_day=midnight("Mon 14 Dec 2026"),
    last_day=midnight("Tue 15 Dec 2026"),
    first_time=None,
    last_time=None,
    started=None,
    stopped=None,
    working_days=2,
    reasonable_until=midnight("Tue 15 Dec 2026"),
    start_until=midnight("Tue 15 Dec 2026"),
    deadline=moment("Fri 11 Dec 2026 16:30"),
    starts_early=False,
    deemed=False,
    needs_order=None,
    contact="",
    second_contact="",
    second_number="",
)
PAA = replace(
    MINOR,
    category="paa",
    first_day=midnight("Mon 11 Jan 2027"),
    last_day=midnight("Fri 29 Jan 2027"),
    needs_order=True,
)
RUNNING = replace(MINOR, started=moment("Mon 14 Dec 2026 09:00"))
STOPPED = replace(RUNNING, status="closed", stopped=moment("Tue 15 Dec 2026 09:00"))
SITE = SiteSummary(
    number=1,
    place="",
    kind="excavation",
    status="permanent",
    permit="W-01",
    done=midnight("Tue 1 Dec 2026"),
    ends=midnight("Thu 30 Nov 2028"),
)


def works(permit: Optional[Permit], **changes: Any) -> Works:
    """Return works that stand as their permit does."""
    status = WorksStatus.PLANNED
    if permit and permit.started:
        status = WorksStatus.COMPLETED if permit.stopped else WorksStatus.IN_PROGRESS
    given = {
        "reference": "W",
        "status": status,
        "promoter": "",
        "promoter_code": "",
        "authority": "",
        "authority_code": "",
        "workstream": "",
        "usrn": 1,
        "street": "",
        "area": "",
        "town": "",
        "reinstatement": 4,
        "place": "",
        "description": "",
        "geometry": {},
        "first_day": None,
        "last_day": None,
        "permit": permit,
        "permits": (),
        "history": (),
        "files": (),
    }
    return Works(**{**given, **changes})
