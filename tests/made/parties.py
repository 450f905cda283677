"""A practice service on a clock of the tests' own, asked over HTTP by all parties."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Optional

import requests
from street_works.plugin.api import StreetManager
from street_works.plugin.practice import PracticeService
from street_works.plugin.practice.clock import Clock
from street_works.tests.made.applications import application_on

COUNTY = "9810"
HS2 = "7374"
PASSWORDS = {
    f"{name}@practice.example": f"{name}-pass"
    for name in ("planner", "contractor", "authority", "gas", "neighbour", "admin")
}
_NOT_ALTERED = (
    "promoter_swa_code", "highway_authority_swa_code", "usrn", "workstream_prefix",
    "hs2_in_act_limits", "hs2_highway_exemption",
)  # fmt: skip


def email_of(name: str) -> str:
    """Return with what "planner", "contractor", "authority" or another account signs in."""
    return f"{name}@practice.example"


def client_of(url: str, name: str, **more: Any) -> StreetManager:
    """Return a client at `url` for an account, signed in; `more` is how it is made."""
    client = StreetManager(url, **more)
    client.sign_in(email_of(name), PASSWORDS[email_of(name)])
    return client


class SetClock(Clock):
    """The service's own clock, but for the moment: that is what it was last set to."""

    def __init__(self, moment: str) -> None:
        super().__init__()
        self.moment = datetime.fromisoformat(moment)

    def now(self) -> datetime:
        """Return the moment it was set to, in UTC."""
        return self.moment.astimezone(timezone.utc)


class RunningClock(Clock):
    """The service's own clock; for a while it may be some days behind."""

    def __init__(self) -> None:
        super().__init__()
        self._behind = timedelta(0)

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return super().now() - self._behind

    @property
    def moment(self) -> datetime:
        """The same."""
        return self.now()

    @contextmanager
    def days_ago(self, days: int) -> Iterator[None]:
        """Be that many days behind, for what was done long ago."""
        self._behind = timedelta(days=days)
        try:
            yield
        finally:
            self._behind = timedelta(0)


class Trade:
    """Promoters, their contractor and authorities at one service; each signs in when it asks."""

    def __init__(self, service: PracticeService, base: str, clock: Clock) -> None:
        self.service, self.base, self.clock = service, base, clock
        self._sessions: dict[str, requests.Session] = {}

    def _sign_in(self, name: str) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        email = email_of(name)
        body = {"emailAddress": email, "password": PASSWORDS[email]}
        answer = session.post(f"{self.base}/v1/work/authenticate", json=body, timeout=20)
        session.headers["token"] = answer.json()["idToken"]
        return session

    def at(self, moment: str) -> None:
        """Set the clock, by a moment with its offset."""
        self.clock.moment = datetime.fromisoformat(moment)

    def ask(
        self, who: str, verb: str, path: str, body: Any = None, **query: Any
    ) -> requests.Response:
        """Send a request as "planner", "contractor", "authority" or another of the accounts."""
        url = f"{self.base}/v1/{path}"
        return self._asked(
            who, lambda session: session.request(verb, url, json=body, params=query, timeout=20)
        )

    def upload(self, who: str) -> int:
        """Upload a small document; return its number."""
        files = {"file": ("plan.pdf", b"%PDF-1.4", "application/pdf")}
        url = f"{self.base}/v1/work/files"
        answer = self._asked(who, lambda session: session.post(url, files=files, timeout=20))
        assert answer.status_code == 201, answer.text
        number: int = answer.json()["file_id"]
        return number

    def _asked(
        self, who: str, ask: Callable[[requests.Session], requests.Response]
    ) -> requests.Response:
        answer = ask(self.session(who))
        if answer.status_code == 401 and "Authentication failed" in answer.text:
            del self._sessions[who]  # it was signed out elsewhere: nothing of this was done
            return ask(self.session(who))
        return answer

    def session(self, who: str) -> requests.Session:
        """Return the session of an account, signed in."""
        if who not in self._sessions:
            self._sessions[who] = self._sign_in(who)
        return self._sessions[who]

    def street(self, road: int, *, sensitive: Optional[bool] = None) -> Any:
        """Return a street of the county with a reinstatement code, busy or not."""
        return next(
            one
            for one in self.service.town.streets
            if one.road_category == road
            and one.authorities[0][0] == COUNTY
            and sensitive in (None, one.traffic_sensitive)
        )

    def application(
        self, start: date, end: date, street: Any = None, **changes: Any
    ) -> dict[str, Any]:
        """Return the request for works between two days; keywords change it, None takes away."""
        body = {
            **application_on(street or self.street(4), start, end, metres=5),
            "early_start_pre_approval": False,
            "early_start_reason": "The school is closed",
            **changes,
        }
        return {name: value for name, value in body.items() if value is not None}

    def apply(self, start: date, end: date, street: Any = None, **changes: Any) -> "Case":
        """Apply for works, as the promoter's contractor, and return them."""
        body = self.application(start, end, street, **changes)
        answer = self.ask("contractor", "POST", "work/works", body)
        assert answer.status_code == 201, answer.text
        return Case(self, answer.json()["work_reference_number"], body)


class Case:
    """Works on their way; every step answers with the status of the response."""

    def __init__(self, trade: Trade, reference: str, body: dict[str, Any]) -> None:
        self.trade, self.reference, self.body = trade, reference, body
        self.said: dict[str, Any] = {}

    def step(self, who: str, verb: str, path: str, body: Any) -> int:
        """Ask something of these works; what was said is kept in `said`."""
        answer = self.trade.ask(who, verb, f"work/works/{self.reference}/{path}", body)
        self.said = answer.json() if answer.content else {}
        return answer.status_code

    @property
    def works(self) -> dict[str, Any]:
        """The works as the service tells of them."""
        path = f"work/works/{self.reference}"
        told: dict[str, Any] = self.trade.ask("authority", "GET", path).json()
        return told

    def permit(self, number: int = 1) -> dict[str, Any]:
        """The permit with this number as the service tells of it."""
        path = f"work/works/{self.reference}/permits/{self.reference}-{number:02d}"
        told: dict[str, Any] = self.trade.ask("planner", "GET", path).json()
        return told

    def assess(self, status: str, number: int = 1, **more: Any) -> int:
        """Decide about a permit as its authority."""
        usual = {
            "granted": {"assessment_discount": 0},
            "refused": {"additional_comments": "No", "reasons_for_refusal": ["RC10"]},
            "permit_modification_request": {"pending_change_details": "Shorter"},
            "revoked": {"revoke_reason": "A parade"},
        }[status]
        path = f"permits/{self.reference}-{number:02d}/assessment"
        return self.step("authority", "PUT", path, {"assessment_status": status, **usual, **more})

    def start(self, moment: Optional[str] = None) -> int:
        """Log the start, by default at the moment the clock shows."""
        when = moment or self.trade.clock.moment.isoformat()
        return self.step("contractor", "PUT", "start", {"actual_start_date": when})

    def stop(self) -> int:
        """Log the stop at the moment the clock shows."""
        when = self.trade.clock.moment.isoformat()
        return self.step("contractor", "PUT", "stop", {"actual_stop_date": when})

    def revert(self, what: str) -> int:
        """Take the "start" or the "stop" back."""
        return self.step("contractor", "PUT", f"revert-{what}", {"revert_reason": "A mistake"})

    def cancel(self, number: int = 1) -> int:
        """Cancel a permit."""
        path = f"permits/{self.reference}-{number:02d}/status"
        return self.step("contractor", "PUT", path, {"permit_status": "cancelled"})

    def change(self, number: int = 1, who: str = "contractor", **changes: Any) -> int:
        """Ask for a change of a permit; keywords change what was applied for."""
        body = {n: v for n, v in {**self.body, **changes}.items() if n not in _NOT_ALTERED}
        body["permit_alteration_reason"] = "It has to be"
        body = {name: value for name, value in body.items() if value is not None}
        return self.step(who, "POST", f"permits/{self.reference}-{number:02d}/alterations", body)

    def decide(self, status: str, number: int = 1, change: int = 1, **more: Any) -> int:
        """Decide about a change of a permit as its authority."""
        permit = f"{self.reference}-{number:02d}"
        path = f"permits/{permit}/alterations/{permit}-CR-{change:02d}/status"
        usual = {"assessment_discount": 0, "assessment_comments": "Because"}
        return self.step("authority", "PUT", path, {"alteration_status": status, **usual, **more})

    def another(self, start: date, end: date, **changes: Any) -> int:
        """Apply for another permit on these works."""
        dates = {"proposed_start_date": day(start), "proposed_end_date": day(end)}
        left_out = _NOT_ALTERED[:4]
        body = {**self.body, **dates}
        body = {n: v for n, v in body.items() if n not in left_out}
        body = {n: v for n, v in {**body, **changes}.items() if v is not None}
        return self.step("contractor", "POST", "permits", body)

    def reinstate(self, status: str, on: date, site: Optional[int] = None, **more: Any) -> int:
        """Register a site, or another reinstatement of one."""
        body = {**reinstatement(status, on, self.body["works_coordinates"]), **more}
        if site is not None:
            return self.step("contractor", "POST", f"sites/{site}/reinstatements", body)
        body.setdefault("reinstatement_type", "excavation")
        return self.step("contractor", "POST", "sites", body)


def reinstatement(status: str, on: date, place: Any) -> dict[str, Any]:
    """Return what is registered of a small reinstatement; `place` is GeoJSON."""
    return {
        "reinstatement_status": status,
        "reinstatement_date": day(on),
        "reinstatement_coordinates": place,
        "location_description": "Outside the bank",
        "location_types": ["footway"],
        "reinstatement_evidence": False,
        "depth": 1.0,
        "length": 2.0,
        "width": 0.6,
        "final_reinstatement": False,
    }


def day(one: date) -> str:
    """Write a day as the contract does."""
    return f"{one}T00:00:00.000Z"


@contextmanager
def trade_at(moment: str) -> Iterator[Trade]:
    """Run a service whose clock stands at a moment."""
    with _trade(SetClock(moment)) as trade:
        yield trade


@contextmanager
def trade_now() -> Iterator[Trade]:
    """Run a service whose clock shows what all clocks show."""
    with _trade(RunningClock()) as trade:
        yield trade


@contextmanager
def _trade(clock: Clock) -> Iterator[Trade]:
    service = PracticeService(
        clock=clock,
        passwords=PASSWORDS,
        token_seconds=9e9,
        requests_per_minute=1_000_000,
        scan_seconds=0,
        csv_seconds=0,
    )
    try:
        yield Trade(service, service.start(), clock)
    finally:
        service.stop()
