"""Judgements made up for tests."""

import uuid
from datetime import date, datetime, timedelta, timezone

from shapely.geometry import LineString, Point
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.seen import seen_of
from street_works.plugin.clashes.verdict import Case, Judgement, Verdict
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=timezone.utc)
OURS = Occupation(
    "works", "TW001", "", LineString([(0, 0), (20, 0)]), date(2026, 6, 10), date(2026, 6, 20)
)
OTHER = Occupation(
    kind="works",
    reference="EW002",
    what="water main",
    shape=Point(10, 5),
    start=date(2026, 6, 12),
    end=date(2026, 6, 14),
    status=PermitStatus.GRANTED,
    traffic=TrafficManagement.MULTI_WAY_SIGNALS,
)
CASE = Case("sandbox", "TW001", "works", "EW002")


def judged(verdict=Verdict.NO_CONFLICT, after=(), minutes=0, **given):
    """Return a judgement, so many minutes after noon."""
    values = {
        "id": uuid.uuid4().hex,
        "case": CASE,
        "reason": "they work at night",
        "by": "Ann",
        "attachments": ("/team/plan.pdf", "e-mail “of the 3rd”.eml"),
        "seen": seen_of(OTHER),
        "seen_ours": seen_of(OURS),
        **given,
    }
    knew = tuple(one.id for one in after)
    return Judgement(verdict=verdict, at=NOON + timedelta(minutes=minutes), after=knew, **values)
