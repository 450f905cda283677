"""The rules that the form asks and the practice service say the same, whatever the day and hour.

A thousand random questions: the service is asked over HTTP, its clock set to moments that matter;
the rules are asked with what a screen would know, which is what the service's answers tell.
"""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Callable, Optional
from zoneinfo import ZoneInfo

import pytest
from street_works.plugin.rules import assessing, changes, notice, progress
from street_works.plugin.rules.category import EarlierPermit, category_of, changed_category
from street_works.plugin.rules.standing import PermitStanding, WorksStanding
from street_works.plugin.rules.steps import Step, why_not
from street_works.plugin.trade.calendar import calendar_days, counted_day, uk_today, working_days
from street_works.tests.made.parties import Case, Trade, day, trade_at

UK = ZoneInfo("Europe/London")
CATEGORIES, APPLICATIONS, STEPS = 450, 200, 350
EDGES = (
    time(16, 29), time(16, 30), time(16, 30, 1), time(16, 31), time(23, 59), time(0, 0),
    time(0, 1), time(0, 59), time(1, 0), time(9, 0), time(12, 0),
)  # fmt: skip
DAYS = (
    date(2026, 3, 28), date(2026, 3, 29), date(2026, 4, 2), date(2026, 4, 6), date(2026, 5, 4),
    date(2026, 5, 22), date(2026, 5, 25), date(2026, 8, 28), date(2026, 10, 24),
    date(2026, 10, 25), date(2026, 12, 24), date(2026, 12, 28), date(2026, 12, 31),
    date(2024, 2, 29), date(2025, 12, 31), date(2027, 1, 1), date(2027, 3, 25),
)  # fmt: skip


@pytest.fixture(scope="module")
def trade() -> Iterator[Trade]:
    with trade_at("2026-06-01T12:00:00+01:00") as running:
        yield running


def some_moment(rng: random.Random) -> datetime:
    """A moment near a bank holiday, a change of the clocks or any day, often at a boundary."""
    on = rng.choice(DAYS) if rng.random() < 0.5 else date(2024, 1, 1)
    on += timedelta(days=rng.randint(-1, 1) if on in DAYS else rng.randrange(1_300))
    clock = rng.choice(EDGES) if rng.random() < 0.7 else time(rng.randrange(24), rng.randrange(60))
    return datetime.combine(on, clock, tzinfo=UK)


def some_days(rng: random.Random, today: date) -> tuple[date, date]:
    start = today + timedelta(days=rng.choice((rng.randint(0, 20), rng.randint(75, 100))))
    return start, start + timedelta(days=rng.choice((0, 1, 2, 3, 4, 6, 12, 14, 15, 16, 20, 60)))


def written(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_category_length_and_early_start(trade: Trade) -> None:
    rng = random.Random(20)  # noqa: S311 - not for secrets
    seen: Counter[Any] = Counter()
    for number in range(CATEGORIES):
        moment = some_moment(rng)
        trade.at(moment.isoformat())
        today = uk_today(moment)
        start, end = some_days(rng, today)
        work_type = rng.choice(("planned", "planned", "planned", "immediate", "hs2_highway_works"))
        ttro, risk = rng.random() < 0.2, rng.random() < 0.5
        query = {
            "work_type": work_type,
            "proposed_start_date": day(start),
            "proposed_end_date": day(end),
            "is_ttro_required": str(ttro).lower(),
            "immediate_risk": str(risk).lower(),
        }
        told = trade.ask("planner", "GET", "work/permits/category", **query).json()
        category = category_of(work_type, start, end, ttro, risk, today=today)
        counted = counted_day(moment, today)
        until = notice.validity_end(category, start, today=today) or end
        expected = {
            "work_category": category,
            "is_early_start": notice.is_early_start(category, start, counted, today),
            "validity_period_end_date": day(until),
            "duration": {
                "calendar_days": calendar_days(start, end),
                "working_days": working_days(start, end, today),
            },
        }
        assert told == expected, (number, moment, query)
        seen[category, told["is_early_start"]] += 1
    assert {name for name, _ in seen} == {
        "minor", "standard", "paa", "immediate_urgent", "immediate_emergency", "hs2_highway"
    }  # fmt: skip
    assert min(seen[name, early] for name in ("minor", "standard") for early in (True, False)) > 5


def test_deadline_and_validity_of_applications(trade: Trade) -> None:
    rng = random.Random(21)  # noqa: S311 - not for secrets
    streets = [trade.street(road) for road in (1, 2, 3, 4)]
    slides = 0
    for number in range(APPLICATIONS):
        moment = some_moment(rng)
        trade.at(moment.isoformat())
        today = uk_today(moment)
        start, end = some_days(rng, today)
        street, sensitive = rng.choice(streets), rng.random() < 0.2
        asds = [{"street_special_desig_code": 2}] if sensitive else None
        case = trade.apply(start, end, street, permit_asds=asds)
        permit = case.permit()
        category = category_of("planned", start, end, False, today=today)
        until = notice.validity_end(
            category,
            start,
            road_category=street.road_category,
            traffic_sensitive=sensitive,
            today=today,
        )
        expected = {
            "work_category": category,
            "deadline_date": written(notice.response_deadline(category, moment, today)),
            "validity_period_end_date": day(until or end),
            "sliding_end_date_candidate": progress.may_slide(
                "planned", PermitStanding(category, "submitted"), until
            ),
            "is_early_start": notice.is_early_start(
                category, start, counted_day(moment, today), today
            ),
        }
        told = {name: permit[name] for name in expected}
        assert told == expected, (number, moment, start, end, street.road_category)
        slides += told["sliding_end_date_candidate"]
    assert 20 < slides < APPLICATIONS - 20


# ---- what may be done ----


def permit_standing(case: Case, works: dict[str, Any], number: int) -> PermitStanding:
    """How a permit stands, by what the service tells of it."""
    permit = case.permit(number)
    reference = permit["permit_reference_number"]
    sites = [
        case.trade.ask("planner", "GET", f"work/works/{case.reference}/sites/{n + 1}").json()
        for n in range(len(works.get("sites") or ()))
    ]
    return PermitStanding(
        category=permit["work_category"],
        status=permit["permit_status"],
        is_latest=number == len(works["permits"]),
        is_started="actual_start_date" in permit,
        is_stopped="actual_stop_date" in permit,
        is_reinstated=any(
            done["permit_reference_number"] == reference
            for site in sites
            for done in site["reinstatements"]
        ),
        has_pending_change=any(
            one["alteration_status"] == "submitted" for one in permit["permit_alterations"]
        ),
        was_modification_requested=permit["ever_modification_requested"],
        is_undecided=permit["permit_status"] == "closed"
        and not (permit.get("assessment_status") or permit["is_deemed"]),
    )


DECISIONS = {
    "granted": Step.GRANT,
    "refused": Step.REFUSE,
    "permit_modification_request": Step.REQUEST_MODIFICATION,
    "revoked": Step.REVOKE,
}


class Wish:
    """One step that somebody may want: what the rules say against it, and the asking."""

    def __init__(self, case: Case, rng: random.Random) -> None:
        self.case, self.rng = case, rng
        self.works = case.works
        self.number = len(self.works["permits"])
        if self.number > 1 and rng.random() < 0.1:
            self.number -= 1
        self.permit = permit_standing(case, self.works, self.number)
        self.stands = WorksStanding(
            self.works["work_status"],
            permit_standing(case, self.works, len(self.works["permits"])),
            has_excavation=case.body["excavation"],
        )
        self.today = case.trade.clock.today()

    def assess(self) -> tuple[Optional[str], int]:
        decision = self.rng.choice(("granted", *DECISIONS))
        why, more = why_not(DECISIONS[decision], self.permit), {}
        if decision == "granted" and self.rng.random() < 0.3:
            why = why or assessing.why_not_challenged(self.permit)
            more = {
                "is_duration_challenged": True, "additional_comments": "Long",
                "reasonable_period_end_date": self.case.permit(self.number)["proposed_end_date"],
            }  # fmt: skip
        return why, self.case.assess(decision, self.number, **more)

    def cancel(self) -> tuple[Optional[str], int]:
        return why_not(Step.CANCEL, self.permit), self.case.cancel(self.number)

    def start(self) -> tuple[Optional[str], int]:
        return why_not(Step.START, self.stands), self.case.start()

    def stop(self) -> tuple[Optional[str], int]:
        return why_not(Step.STOP, self.stands), self.case.stop()

    def take_back_start(self) -> tuple[Optional[str], int]:
        return why_not(Step.REVERT_START, self.stands), self.case.revert("start")

    def take_back_stop(self) -> tuple[Optional[str], int]:
        return why_not(Step.REVERT_STOP, self.stands), self.case.revert("stop")

    def another(self) -> tuple[Optional[str], int]:
        start = date(2026, 10, 5)
        end = start + timedelta(days=self.rng.choice((1, 6, 40)))
        earlier = [
            EarlierPermit(one["work_category"], one["permit_status"])
            for one in self.works["permits"]
        ]
        category = category_of("planned", start, end, False, earlier=earlier, today=self.today)
        why = why_not(Step.APPLY, self.stands)
        why = why or progress.why_not_followed_by(self.stands, category)
        planned = {
            "work_type": "planned", "immediate_risk": None, "is_ttro_required": False,
            "proposed_start_time": None,
        }  # fmt: skip
        body = {n: v for n, v in {**self.case.body, **planned}.items() if v is not None}
        self.case.body = body
        status = self.case.another(start, end)
        if status == 201:
            made = self.case.permit(len(self.works["permits"]) + 1)
            assert made["work_category"] == category
            self.case.body = {**body, "proposed_start_date": day(start)}
        return why, status

    def change(self) -> tuple[Optional[str], int]:
        permit = self.case.permit(self.number)
        start, end = (_day(permit[f"proposed_{one}_date"]) for one in ("start", "end"))
        wanted = end + timedelta(days=self.rng.choice((0, 1, 30)))
        work_type, risk = permit["work_type"], permit.get("immediate_risk")
        category = changed_category(
            self.permit.category, work_type, start, wanted, False, risk, self.today
        )
        why = why_not(Step.CHANGE, self.permit)
        why = why or changes.why_category_stays(self.permit, category)
        kind = changes.kind_of(self.permit, by_authority=False, end_moves=wanted != end)
        dates = {"proposed_start_date": day(start), "proposed_end_date": day(wanted)}
        kept = {"work_type": work_type, "immediate_risk": risk}
        kept["is_ttro_required"] = permit.get("is_ttro_required")
        kept["proposed_start_time"] = permit.get("proposed_start_time")
        status = self.case.change(self.number, **dates, **kept)
        if status == 201:
            made = self.case.permit(self.number)["permit_alterations"][-1]
            assert made["alteration_type"] == kind
            applied = made["alteration_status"] == "auto_applied"
            assert applied is changes.is_at_once(kind)
        return why, status

    def reinstate(self) -> tuple[Optional[str], int]:
        why = why_not(Step.ADD_SITE, self.stands)
        permit = self.case.permit(len(self.works["permits"]))
        stopped, on = permit.get("actual_stop_date"), self.today
        if stopped:
            on = datetime.fromisoformat(stopped.replace("Z", "+00:00")).astimezone(UK).date()
        return why, self.case.reinstate("interim", on)


WISHES: dict[str, Callable[[Wish], tuple[Optional[str], int]]] = {
    "assess": Wish.assess,
    "start": Wish.start,
    "change": Wish.change,
    "stop": Wish.stop,
    "another": Wish.another,
    "reinstate": Wish.reinstate,
    "cancel": Wish.cancel,
    "take_back_start": Wish.take_back_start,
    "take_back_stop": Wish.take_back_stop,
}


OFTEN = ("assess", "start", "start", "stop", "take_back_start", "take_back_stop")


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def some_case(trade: Trade, rng: random.Random) -> Case:
    today, first = trade.clock.today(), date(2026, 9, 21)
    excavation = rng.random() < 0.8
    if rng.random() < 0.25:
        immediate = {
            "work_type": "immediate", "immediate_risk": rng.random() < 0.5,
            "is_ttro_required": None, "proposed_start_time": day(today),
        }  # fmt: skip
        last = date(2026, 9, 30)
        return trade.apply(today, last, excavation=excavation, **immediate)
    last = first + timedelta(days=rng.choice((0, 1, 7, 9, 30)))
    return trade.apply(first, last, excavation=excavation)


def test_what_may_be_done_in_which_state(trade: Trade) -> None:
    rng = random.Random(22)  # noqa: S311 - not for secrets
    moment = datetime(2026, 6, 1, 9, tzinfo=UK)
    cases: list[Case] = []
    seen: Counter[tuple[str, bool]] = Counter()
    for number in range(STEPS):
        moment += timedelta(minutes=rng.randrange(600))
        trade.at(moment.isoformat())
        if len(cases) < 8 or rng.random() < 0.1:
            cases.append(some_case(trade, rng))
            cases = cases[-8:]
        case = rng.choice(cases)
        name = rng.choice([*WISHES, *OFTEN])
        wish = Wish(case, rng)
        why, status = WISHES[name](wish)
        assert (why is None) == (status < 300), (
            number,
            moment,
            name,
            why,
            status,
            case.said,
            wish.stands,
            wish.permit,
        )
        if why is not None:
            assert status in (409, 412)
            assert case.said["message"] == why
        seen[name, why is None] += 1
    for name in WISHES:
        assert seen[name, True] >= 2, seen
        assert seen[name, False] >= 2, seen


def test_there_are_a_thousand_questions() -> None:
    assert CATEGORIES + APPLICATIONS + STEPS == 1_000
