"""Works, notices, plans and activities of a running service, put into every state they can have."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from itertools import product
from typing import Any, Optional

from street_works.plugin.practice.made_up.scene import midnight
from street_works.plugin.practice.people.accounts import User
from street_works.plugin.practice.people.organisations import WATER
from street_works.plugin.practice.records import (
    Alteration,
    Change,
    Comment,
    Permit,
    Reinstatement,
    ScheduledInspection,
    Site,
    Works,
)
from street_works.plugin.rules.standing import (
    ActivityStanding,
    ChangeStanding,
    CommentStanding,
    Done,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    SiteStanding,
    Subject,
    WorksStanding,
)
from street_works.plugin.trade.parties import Party, Side
from street_works.tests.made.parties import COUNTY, HS2, Case, Trade
from street_works.tests.made.step_requests import (
    END,
    NOW,
    OFFENCE,
    START,
)
from street_works.tests.rounds import rounds

WATER_CODE = WATER.swa_code
PARTIES = {
    "planner": Party(frozenset({"Planner"}), WATER_CODE),
    "contractor": Party(frozenset({"Contractor"}), "9890", (WATER_CODE, "9831", HS2)),
    "gas": Party(frozenset({"Planner"}), "9831"),
    "authority": Party(frozenset({"HighwayAuthority"}), COUNTY),
    "neighbour": Party(frozenset({"HighwayAuthority"}), "9820"),
    "admin": Party(frozenset({"Admin"}), COUNTY),
}
"""Each account's role and organisation, and for whom its contractor works."""

STATUSES = (
    "submitted", "granted", "permit_modification_request", "refused", "closed", "cancelled",
    "revoked", "progressed",
)  # fmt: skip
CATEGORIES = (
    "minor", "standard", "major", "paa", "immediate_urgent", "immediate_emergency", "hs2_highway",
)  # fmt: skip
WORKS = (
    "planned", "in_progress", "completed", "cancelled", "section_81", "unattributable",
    "non_notifiable",
)  # fmt: skip
MOMENT = datetime.fromisoformat(NOW).astimezone(timezone.utc)
STARTED, STOPPED = MOMENT - timedelta(days=9), MOMENT - timedelta(days=1)
DRAWS = rounds(2, full=12)
"""How often the rest is drawn for each state."""


@dataclass(frozen=True)
class Situation:
    """A subject as the rules see it, and the record in the register that is in that state."""

    subject: Subject
    record: Any
    permit: str = ""
    application: dict[str, Any] = field(default_factory=dict)
    promoter: str = WATER_CODE


class World:
    """A service with one works of each kind, to be put into every state."""

    def __init__(self, trade: Trade) -> None:
        self.trade = trade
        self.rng = random.Random(23)  # noqa: S311 - not for secrets
        self.case = trade.apply(START, END)
        self.base: Works = trade.service.register.works(self.case.reference)
        body = {name: self.case.body[name] for name in (
            "promoter_swa_code", "highway_authority_swa_code", "usrn", "works_coordinates",
        )}  # fmt: skip
        self.notice = self._made("authority", "work/section-81-works/section-81s", {
            **body, "section_81_type": "cabinet", "section_81_severity": "low",
            "location_description": "Outside", "location_types": ["footway"],
            "made_safe_by_ha": False, "additional_details": "Its door is open",
            "inspection_date": "2026-05-29T10:00:00.000Z",
        })  # fmt: skip
        self.plan = self._made("planner", "work/forward-plans", {
            **body, "description_of_work": "A new main", "start_date": "2026-09-01T00:00:00.000Z",
            "end_date": "2026-10-01T00:00:00.000Z", "workstream_prefix": "001",
            "works_location_description": "Outside",
        })  # fmt: skip
        assert self.case.step("authority", "POST", "fixed-penalty-notices", OFFENCE) == 201
        penalties = trade.service.register.works(self.case.reference).penalties
        self.base = replace(self.base, penalties=penalties)
        own = trade.service.register.shelf("activities").all()
        self.activity = next(one for one in own if one.place.authority_swa_code == COUNTY)

    def _made(self, who: str, path: str, body: dict[str, Any]) -> Case:
        answer = self.trade.ask(who, "POST", path, body)
        assert answer.status_code == 201, answer.text
        return Case(self.trade, answer.json()["work_reference_number"], self.case.body)

    def put(self, situation: Situation) -> None:
        """Let the register hold the record of a situation."""
        register = self.trade.service.register
        record = situation.record
        if not isinstance(record, Works):
            register.shelf("activities").put(record.reference, record)
            return
        somebody = User("planner@practice.example", "Planner", WATER)
        register.change(record.reference, somebody, lambda _: Change(record))

    def sides(self, who: str, situation: Situation) -> frozenset[Side]:
        return PARTIES[who].sides(situation.promoter, COUNTY)

    # ---- the states that there are ----

    def permits(self) -> Iterator[Situation]:
        for category, status, _ in product(CATEGORIES, STATUSES, range(DRAWS)):
            yield self._permit(category, status, is_latest=self._fact(0.8))

    def _permit(self, category: str, status: str, *, is_latest: bool) -> Situation:
        stands, details, promoter = self._drawn(category, status)
        stands = stands._replace(is_latest=is_latest)
        permit = self._permit_record(stands, details)
        later = replace(permit, reference=f"{self.case.reference}-02", alterations=())
        works = replace(
            self._works_record(self.rng.choice(WORKS), stands, permit),
            permits=(permit,) if is_latest else (permit, later),
            promoter_swa_code=promoter,
        )
        return Situation(stands, works, permit.reference, self._applied(details), promoter)

    def every_works(self) -> Iterator[Situation]:
        for status in WORKS:
            yield self._every_works(status, None, None)
            for permit, _ in product(STATUSES, range(DRAWS)):
                yield self._every_works(status, permit, self.rng.choice(CATEGORIES))

    def _every_works(
        self, status: str, permit_status: Optional[str], category: Optional[str]
    ) -> Situation:
        excavation, kind = self._fact(0.8), self.rng.choice((None, "bar_holes", "excavation"))
        is_scheduled = self._fact()
        details = {**self.base.permits[0].details, "excavation": excavation}
        latest, permit = None, None
        if permit_status is not None and category is not None:
            latest, _, _ = self._drawn(category, permit_status, hs2=False)
            latest = latest._replace(is_reinstated=latest.is_reinstated and kind is not None)
            permit = self._permit_record(latest, details)
        stands = WorksStanding(
            status,
            latest,
            has_excavation=excavation and latest is not None,
            has_site=kind is not None,
            has_excavated_site=kind == "excavation",
            is_inspection_scheduled=is_scheduled,
        )
        planned = ScheduledInspection("live_site", "a", midnight(START), MOMENT)
        under = permit.reference if latest and permit and latest.is_reinstated else "OLD-01"
        works = replace(
            self.base,
            status=status,
            permits=(permit,) if permit else (),
            scheduled_inspection=planned if is_scheduled else None,
            sites=(Site(1, kind, (self._reinstatement(Done("interim", under)),)),) if kind else (),
        )
        return Situation(stands, works, self.base.permits[0].reference, self._applied(details))

    def sites(self) -> Iterator[Situation]:
        own = self.base.permits[0].reference
        earlier = [
            (Done("interim", own),), (Done("interim", "OLD-01"),), (Done("permanent", own),),
            (Done("permanent", "OLD-01"), Done("interim", own)),
        ]  # fmt: skip
        for status, permit, done in product(WORKS, (None, *STATUSES), earlier):
            found = self._every_works(status, permit, self.rng.choice(CATEGORIES))
            stands = found.subject
            assert isinstance(stands, WorksStanding)
            site = Site(1, "excavation", tuple(self._reinstatement(one) for one in done))
            subject = SiteStanding(stands, done, own if stands.latest else None)
            yield replace(found, subject=subject, record=replace(found.record, sites=(site,)))

    def changes(self) -> Iterator[Situation]:
        statuses = (
            "submitted", "granted", "granted_with_duration_challenge", "refused", "deemed",
            "cancelled", "auto_applied",
        )  # fmt: skip
        kinds = ("PROMOTER_CHANGE_REQUEST", "WORK_EXTENSION", "MODIFIED_PERMIT")
        permit = replace(self.base.permits[0], status="granted", deadline=None)
        for status, kind in product(statuses, kinds):
            change = self._change(permit, status, kind)
            works = replace(self.base, permits=(replace(permit, alterations=(change,)),))
            subject = ChangeStanding(status, kind == "WORK_EXTENSION")
            yield Situation(subject, works, permit.reference, self.case.body)

    def plans(self) -> Iterator[Situation]:
        works = self.trade.service.register.works(self.plan.reference)
        assert works.forward_plan is not None
        for status in ("raised", "progressed", "cancelled"):
            record = replace(works, forward_plan=replace(works.forward_plan, status=status))
            yield Situation(PlanStanding(status), record, application=self.case.body)

    def penalties(self) -> Iterator[Situation]:
        for status in ("issued", "accepted", "disputed", "withdrawn", "paid", "paid_discounted"):
            (penalty,) = self.base.penalties
            works = replace(self.base, penalties=(replace(penalty, status=status),))
            yield Situation(PenaltyStanding(status), works)

    def section_81s(self) -> Iterator[Situation]:
        works = self.trade.service.register.works(self.notice.reference)
        assert works.section_81 is not None
        for status in ("issued", "acknowledged", "accepted", "accepted_fixed", "rejected",
                       "resolved_by_ha", "cancelled"):  # fmt: skip
            record = replace(works, section_81=replace(works.section_81, status=status))
            yield Situation(Section81Standing(status), record)

    def comments(self) -> Iterator[Situation]:
        sides = ((Side.PROMOTER, WATER_CODE), (Side.AUTHORITY, COUNTY))
        for read, internal, (author, code) in product((False, True), (False, True), sides):
            comment = Comment(
                f"{self.case.reference}-COM-01", "GENERAL", "When?", STARTED, "a@b.example", code,
                is_internal=internal, read_on=STOPPED if read else None,
            )  # fmt: skip
            subject = CommentStanding(read, internal, author)
            works = replace(self.base, comments=(comment,))
            yield Situation(subject, works, application=self.case.body)

    def activities(self) -> Iterator[Situation]:
        for cancelled in (False, True):
            record = replace(self.activity, cancelled=cancelled)
            yield Situation(ActivityStanding(cancelled), record, application=self.case.body)

    # ---- how a record gets into a state ----

    def _fact(self, chance: float = 0.5) -> bool:
        return self.rng.random() < chance

    def _drawn(
        self, category: str, status: str, *, hs2: Optional[bool] = None
    ) -> tuple[PermitStanding, dict[str, Any], str]:
        """Draw what else there is to say of a permit; return its details and promoter with it."""
        started = self._fact()
        stopped = started and self._fact()
        stands = PermitStanding(
            category,
            status,
            is_started=started,
            is_stopped=stopped,
            is_reinstated=started and self._fact(0.3),
            has_pending_change=self._fact(0.3),
            was_modification_requested=self._fact(0.3),
            is_undecided=stopped and self._fact(),
        )
        details = dict(self.base.permits[0].details)
        if (hs2 is None and self._fact(0.7)) or hs2 is False:
            return stands, details, WATER_CODE
        alone, only = self.rng.choice(((False, False), (True, False), (True, True)))
        details["hs2_in_act_limits"] = only
        if alone and not only:
            details["work_type"] = "hs2_highway_works"
            details.pop("is_ttro_required")
        acknowledged = self._fact(0.3)
        stands = stands._replace(
            is_left_alone=alone, is_only_acknowledged=only, is_acknowledged=acknowledged
        )
        return stands, details, HS2

    def _permit_record(self, stands: PermitStanding, details: dict[str, Any]) -> Permit:
        before = "submitted" if stands.is_undecided else "granted"
        permit = replace(
            self.base.permits[0],
            category=stands.category,
            status=stands.status,
            details=details,
            deadline=None,
            actual_start=STARTED if stands.is_started else None,
            actual_stop=STOPPED if stands.is_stopped else None,
            status_before_stop=before if stands.is_stopped else None,
            assessment_status=None if stands.is_undecided else "granted",
            ever_modification_requested=stands.was_modification_requested,
            hs2_acknowledged=MOMENT if stands.is_acknowledged else None,
        )
        if not stands.has_pending_change:
            return permit
        change = self._change(permit, "submitted", "PROMOTER_CHANGE_REQUEST")
        return replace(permit, alterations=(change,))

    def _change(self, permit: Permit, status: str, kind: str) -> Alteration:
        longer = replace(permit, end=midnight(END + timedelta(days=7)))
        return Alteration(
            f"{permit.reference}-CR-01", kind, status, MOMENT, MOMENT + timedelta(days=2), "Rock",
            permit, longer,
        )  # fmt: skip

    def _works_record(self, status: str, stands: PermitStanding, permit: Permit) -> Works:
        done = self._reinstatement(Done("interim", permit.reference))
        sites = (Site(1, "excavation", (done,)),) if stands.is_reinstated else ()
        return replace(self.base, status=status, permits=(permit,), sites=sites)

    def _reinstatement(self, done: Done) -> Reinstatement:
        return Reinstatement(
            done.status, MOMENT - timedelta(days=3), MOMENT, MOMENT + timedelta(days=180),
            done.permit, self.base.geometry, "Outside", ("footway",), False, None, 1.0, 2.0, 0.6,
        )  # fmt: skip

    def _applied(self, details: dict[str, Any]) -> dict[str, Any]:
        """Return the application that has these details."""
        told = {**self.case.body, **details}
        if "is_ttro_required" not in details:
            told.pop("is_ttro_required")
        told.pop("permit_conditions", None)
        return told
