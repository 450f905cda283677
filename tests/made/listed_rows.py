"""Rows of lists, made up: permits of any number, and one of each other kind."""

from datetime import datetime, timedelta, timezone

from street_works.plugin.trade.box import Box
from street_works.plugin.trade.records.listed import (
    ChangeListed,
    CommentListed,
    InspectionListed,
    ListPage,
    NoticeListed,
    PenaltyListed,
    PermitListed,
    PlanListed,
    ReinstatementListed,
)

MONDAY = datetime(2026, 6, 1, tzinfo=timezone.utc)
DAY = timedelta(days=1)
_NOWHERE = dict.fromkeys(("promoter", "authority", "street", "town"), "")
_WHERE = {
    "promoter": "Town Water", "authority": "County", "street": "HIGH STREET", "town": "ANYTOWN",
}  # fmt: skip


def permit(number=1, **told):
    works = f"TW001{number:05}"
    usual = {
        **_WHERE, "works_reference": works, "reference": f"{works}-01",
        "place": "Outside the bank", "status": "granted", "works_status": "planned",
        "category": "minor", "first_day": MONDAY, "last_day": MONDAY + 2 * DAY, "started": None,
        "stopped": None, "deadline": MONDAY - DAY, "road_category": 4,
        "traffic_sensitive": False, "active": True, "excavated": True,
        "finally_reinstated": False, "box": Box(400_000.0, 300_000.0, 400_010.5, 300_010.0),
    }  # fmt: skip
    return PermitListed(**{**usual, **told})


def change(works="TW00100001", **told):
    usual = {
        **_WHERE, "works_reference": works, "permit": f"{works}-01",
        "reference": f"{works}-01-CR-01", "kind": "WORK_EXTENSION",
        "status": "submitted", "works_status": "in_progress", "first_day": MONDAY,
        "last_day": MONDAY + 9 * DAY, "deadline": MONDAY + DAY,
    }  # fmt: skip
    return ChangeListed(**{**usual, **told})


def reinstatement(works="TW00100001", **told):
    usual = {
        **_WHERE, "works_reference": works, "reference": "", "site": 1,
        "place": "Outside the bank", "kind": "excavation", "status": "interim",
        "registered": MONDAY, "done": MONDAY - DAY, "last_day": MONDAY + 180 * DAY,
    }  # fmt: skip
    return ReinstatementListed(**{**usual, **told})


def inspection(works="TW00100001", **told):
    usual = {
        **_WHERE, "works_reference": works, "reference": f"{works}-INSP-01",
        "kind": "live_site", "category": "a", "outcome": "failed_low", "day": MONDAY,
        "again": None,
    }  # fmt: skip
    return InspectionListed(**{**usual, **told})


def penalty(works="TW00100001", **told):
    usual = {
        **_WHERE, "works_reference": works, "reference": f"{works}-FPN-01",
        "offence": "offence_code_08", "status": "issued", "given": MONDAY,
    }  # fmt: skip
    return PenaltyListed(**{**usual, **told})


def notice(works="HJS8100000001", **told):
    usual = {
        **_WHERE, "works_reference": works, "reference": f"{works}-S81",
        "severity": "low", "status": "issued", "issued": MONDAY, "changed": MONDAY,
    }  # fmt: skip
    return NoticeListed(**{**usual, **told})


def plan(works="TW00199999", **told):
    usual = {
        **_WHERE, "works_reference": works, "reference": f"{works}-FP-01",
        "status": "raised", "first_day": MONDAY + 200 * DAY, "last_day": MONDAY + 220 * DAY,
    }  # fmt: skip
    return PlanListed(**{**usual, **told})


def comment(works="TW00100001", **told):
    usual = {
        **_NOWHERE, "works_reference": works, "reference": f"{works}-COM-01", "about": "GENERAL",
        "text": "When?", "author": "authority@county.example", "written": MONDAY,
        "read": False, "internal": False,
    }  # fmt: skip
    return CommentListed(**{**usual, **told})


ONE_OF_EACH = (
    permit(), change(), reinstatement(), inspection(), penalty(), notice(), plan(), comment(),
)  # fmt: skip


def page(*rows, done=None, most=None):
    """Return a page: `done` rows with those before it, `most` in all, usually no more."""
    done = len(rows) if done is None else done
    return ListPage(rows, done, done, done if most is None else most)
