"""The real practice service, but for its lists: those of a promoter with thousands of permits."""

import time
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.lists import KINDS
from street_works.plugin.practice.operations.map import Handler
from street_works.plugin.practice.operations.office import Office
from street_works.plugin.practice.people.accounts import User
from street_works.plugin.practice.people.organisations import WATER
from street_works.plugin.practice.serving.exchange import Answer, Call

_PAGE, _MOST_TOLD = 25, 501
_STREETS = 400
_RUNNING, _DONE = 6, 9  # of so many permits, one is under way, and one is done

Row = dict[str, Any]


class OwnListsService(PracticeService):
    """Its planner has `permits` permits, and of the other lists a tenth of that each.

    Each answer of a list takes `delay_s` longer.
    """

    def __init__(self, permits: int, *, delay_s: float = 0.0) -> None:
        super().__init__(requests_per_minute=10**7, token_seconds=10.0**5)
        self._permits = permits
        self._delay_s = delay_s
        self.pages = 0

    def credentials(self) -> tuple[str, str]:
        """Return the e-mail address and the password of the planner."""
        planner = next(one for one in self.accounts if one.role == "Planner")
        return planner.email, planner.password

    def _handlers(self, office: Office) -> dict[tuple[str, str], Handler]:
        handlers = super()._handlers(office)
        permits = self._permit_rows(office)
        few = self._permits // 10
        lists = {
            "GetPermits": permits,
            "GetReinstatements": [_reinstatement(permits[one], one) for one in range(few)],
            "GetInspections": [_inspection(permits[one], one) for one in range(few)],
            "GetComments": [_comment(permits[one], one) for one in range(few)],
            "GetFPNs": [_penalty(permits[one], one) for one in range(few)],
        }
        own = {("reporting", name): partial(self._page, rows) for name, rows in lists.items()}
        return {**handlers, **own}

    def _permit_rows(self, office: Office) -> list[Row]:
        """Return as many permits as there are to be, each like one of the town's."""
        planner = User("planner@practice.example", "Planner", WATER)
        town = [
            entry.row
            for works in office.register.every_works()
            if works.promoter_swa_code == WATER.swa_code
            for entry in KINDS["permits"].entries(works, planner, office.known)
            if entry.row["work_status"] == "planned"
        ]
        return [_permit(town[number % len(town)], number) for number in range(self._permits)]

    def _page(self, rows: Sequence[Row], call: Call) -> Answer:
        time.sleep(self._delay_s)
        self.pages += 1
        wanted = call.query.get("work_status", ())
        if wanted:
            rows = [row for row in rows if row["work_status"] in wanted]
        first = int(call.one("offset") or 0)
        more = first + _PAGE < len(rows)
        pagination = {"total_rows": min(len(rows), _MOST_TOLD), "has_next_page": more}
        return Answer(body={"pagination": pagination, "rows": rows[first : first + _PAGE]})


def _permit(like: Row, number: int) -> Row:
    works = f"ZW{number % 8 + 1:03}{number:08}"
    first = date.today() + timedelta(days=number % 90 - 10)
    told = {
        **like,
        "work_reference_number": works,
        "permit_reference_number": f"{works}-01",
        "street": f"STREET {number % _STREETS}",
        "status": "granted",
        "work_category": "standard",
        "proposed_start_date": _stamp(first),
        "proposed_end_date": _stamp(first + timedelta(days=number % 12)),
    }
    if not number % _RUNNING:
        return {**told, "work_status": "in_progress", "actual_start_date": _stamp(first)}
    if not number % _DONE:
        ended = {"status": "closed", "work_status": "completed", "excavation_carried_out": True}
        return {**told, **ended, "actual_end_date": _stamp(first)}
    return told


def _of(permit: Row) -> Row:
    return {
        "work_reference_number": permit["work_reference_number"],
        "promoter_organisation": permit["promoter_organisation"],
        "highway_authority": permit["highway_authority"],
        "location_description": permit["location_description"],
        "street": permit["street"],
        "street_name": permit["street"],
        "town": permit["town"],
        "area": permit["area"],
    }


def _reinstatement(permit: Row, number: int) -> Row:
    done = date.today() - timedelta(days=number % 200)
    return {
        **_of(permit), "site_number": 1, "registration_date": _stamp(done),
        "reinstatement_date": _stamp(done), "reinstatement_type": "excavation",
        "reinstatement_status": "interim", "end_date": _stamp(done + timedelta(days=182)),
    }  # fmt: skip


def _inspection(permit: Row, number: int) -> Row:
    day = _stamp(date.today() - timedelta(days=number % 60))
    return {
        **_of(permit), "inspection_date": day, "inspection_response_type": "inspection",
        "inspection_reference_number": f"{permit['work_reference_number']}-INSP-01",
        "inspection_type": "live_site", "inspection_category": "a", "date_created": day,
        "inspection_outcome": "failed_low" if number % 2 else "passed",
    }  # fmt: skip


def _comment(permit: Row, number: int) -> Row:
    works = permit["work_reference_number"]
    return {
        "work_reference_number": works, "topic": "GENERAL", "detail": f"Question {number}",
        "author_email_address": "authority@practice.example",
        "date_created": _stamp(date.today()), "comment_reference_number": f"{works}-COM-01",
        "is_read": False, "is_internal": False,
    }  # fmt: skip


def _penalty(permit: Row, number: int) -> Row:
    works = permit["work_reference_number"]
    return {
        **_of(permit), "fpn_reference_number": f"{works}-FPN-01",
        "promoter": permit["promoter_organisation"], "offence_code": "offence_code_08",
        "issue_date": _stamp(date.today() - timedelta(days=number % 40)), "status": "issued",
    }  # fmt: skip


def _stamp(day: date) -> str:
    return f"{day}T00:00:00.000Z"
