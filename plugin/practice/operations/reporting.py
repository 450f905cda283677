"""The Reporting API: lists of one's own organisation's records, and what changed lately."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Callable, Optional

from ...api.v1.models.reporting import PermitSearchRequest
from ...words import tr
from ..answers.shared import present
from ..lists import KINDS, Query, chosen
from ..lists.csv_exports import status_of
from ..lists.kinds import readable
from ..lists.made_once import MadeOnce
from ..lists.query import moment
from ..map.features import stamp
from ..people.accounts import AUTHORITY, CONTRACTOR_ROLE, User
from ..records import Works
from ..refusals import bad_field, restricted
from ..serving.exchange import Answer, Call, Handler
from .office import Office

PAGE, MOST_TOLD = 25, 501
LONGEST_UPDATES = timedelta(days=31)

Row = Mapping[str, Any]

_EVENTS = {
    "section_81_works_record_created": "s81_works_record_created",
    "inspection_agreed_site_compliance": "inspection_passed",
}
"""What the change feed calls by other names than the histories do."""


class ReportingOperations:
    """The operations of the Reporting API in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._made = MadeOnce()

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        lists = {
            "GetPermits": "permits",
            "GetAlterations": "alterations",
            "GetForwardPlans": "forward_plans",
            "GetFPNs": "fpns",
            "GetComments": "comments",
            "GetInspections": "inspections",
            "GetReinstatements": "reinstatements",
            "GetSection81s": "section_81s",
        }
        named: dict[str, Callable[[Call], Answer]] = {
            **{name: partial(self._list, name, kind) for name, kind in lists.items()},
            "GetPermitSummaries": self.get_permit_summaries,
            "GetUpdates": self.get_updates,
            "GetWorkstreams": self.get_workstreams,
            "GetCsvExports": self.get_csv_exports,
            "GetGeographicalAreas": self.get_geographical_areas,
        }
        return {("reporting", operation): handler for operation, handler in named.items()}

    def rows(self, kind: str, user: User, query: Query) -> list[Row]:
        """Return all rows of a list that a user may see and asks for. Raises Refusal."""
        listed, known = KINDS[kind], self._office.known
        found = (
            entry
            for works in self.works(user, query["swa_code"])
            for entry in self._made.entries(kind, works, user, known)
        )
        areas = query["geographical_area_reference_number"]
        streets = self._streets(areas, user)
        return chosen(found, query, streets, listed.newest, listed.columns)

    def works(self, user: User, promoter: Optional[str]) -> Iterable[Works]:
        """Return the works whose records a user may list. Raises Refusal: 400, 401."""
        if user.role == CONTRACTOR_ROLE and promoter is None:
            raise bad_field("swa_code", tr("Contractors say for which promoter."))
        if promoter is not None and user.role != AUTHORITY and promoter not in user.promoters:
            raise restricted()
        return filter(readable(user, promoter), self._office.register.every_works())

    def _streets(self, areas: Optional[Sequence[str]], user: User) -> Optional[frozenset[int]]:
        if not areas:
            return None
        shelf = self._office.register.shelf("areas").all()
        own = {one.reference: one.usrns for one in shelf if _owns(one, user)}
        return frozenset(usrn for reference in areas for usrn in own.get(reference.upper(), ()))

    def _list(self, operation_id: str, kind: str, call: Call) -> Answer:
        query = Query.of(operation_id, call.query)
        return _page(self.rows(kind, call.signed_in, query), query)

    def get_permit_summaries(self, call: Call) -> Answer:
        """Return all permits of the works that are named, as far as they are the user's."""
        request: PermitSearchRequest = self._office.read(PermitSearchRequest, call)
        wanted = {reference.upper() for reference in request.work_reference_numbers or ()}
        user, known = call.signed_in, self._office.known
        found = [
            entry.row
            for works in filter(readable(user), self._office.register.every_works())
            if works.reference.upper() in wanted
            for entry in self._made.entries("permits", works, user, known)
        ]
        return Answer(body=found)

    def get_updates(self, call: Call) -> Answer:
        """Return what changed at the user's works between two moments, oldest first."""
        user = call.signed_in
        query = Query.of("GetUpdates", {**call.query, "start_date": (), "end_date": ()})
        start, end = self._span(call, query["previous_minutes"])
        without = (query["exclude_events_from"] or "").lower()
        found = [
            (event.update_id, works.reference, event, event.moment)
            for works in self.works(user, query["swa_code"])
            for event in works.history
            if event.moment is not None
            and start <= event.moment <= end
            and (not without or event.username.lower() != without)
        ]
        body = [
            {
                "work_reference_number": reference,
                "update_date_time": stamp(at),
                "update_id": number,
                "event_type": _EVENTS.get(event.event, event.event),
                "object_type": event.object_type,
            }
            for number, reference, event, at in sorted(found, key=lambda one: one[0])
        ]
        return Answer(body=body)

    def _span(self, call: Call, minutes: Optional[int]) -> tuple[datetime, datetime]:
        now = self._office.clock.now()
        start, end = moment("start_date", call.one("start_date")), call.one("end_date")
        if start is None and minutes is None:
            raise bad_field("start_date", tr("Give start_date or previous_minutes."))
        if start is None:
            return now - min(timedelta(minutes=minutes or 0), LONGEST_UPDATES), now
        last = moment("end_date", end) or now
        if last < start:
            raise bad_field("end_date", tr("This must not be before start_date."))
        return start, last

    def get_workstreams(self, call: Call) -> Answer:
        """Return a page of the organisation's workstreams."""
        query = Query.of("GetWorkstreams", call.query)
        wanted = query["status"]
        swa_code = call.signed_in.organisation.swa_code
        rows = [
            present(
                {
                    "prefix": one.prefix,
                    "name": one.name,
                    "description": one.description,
                    "status": one.status,
                    "swa_code": swa_code,
                }
            )
            for one in self._office.workstreams(swa_code)
            if not wanted or one.status in wanted
        ]
        return _page(rows, query)

    def get_csv_exports(self, call: Call) -> Answer:
        """Return a page of one's own CSV exports, newest first."""
        query = Query.of("GetCsvExports", call.query)
        now = self._office.clock.now()
        shelf = self._office.register.shelf("csv_exports").all()
        rows = [
            {
                "csv_export_id": one.number,
                "filename": one.filename,
                "date_created": stamp(one.created),
                "csv_export_status": status_of(one, now),
                "username": one.user,
            }
            for one in reversed(shelf)
            if one.user == call.signed_in.email
        ]
        return _page(rows, query)

    def get_geographical_areas(self, call: Call) -> Answer:
        """Return the geographical areas of one's own authority."""
        body = [
            {
                "geographical_area_reference_number": one.reference,
                "area_name": one.name,
                "file_id": one.file_id,
                "number_of_usrns": len(one.usrns),
                "date_modified": stamp(one.modified or one.created),
            }
            for one in self._office.register.shelf("areas").all()
            if _owns(one, call.signed_in)
        ]
        return Answer(body=body)


def _owns(area: Any, user: User) -> bool:
    return bool(area.authority_swa_code == user.organisation.swa_code)


def _page(rows: Sequence[Row], query: Query) -> Answer:
    """Return 25 rows from the offset on; the count never says more than 501."""
    first = query["offset"] or 0
    pagination = {
        "total_rows": min(len(rows), MOST_TOLD),
        "has_next_page": first + PAGE < len(rows),
    }
    return Answer(body={"pagination": pagination, "rows": rows[first : first + PAGE]})
