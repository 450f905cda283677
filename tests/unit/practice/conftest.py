"""A running practice service, and somebody signed in to it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Callable, Optional

import pytest
import requests
from shapely import set_precision
from street_works.tests.made.applications import application_for

TODAY = date(2026, 6, 1)  # a Monday
PASSWORDS = {f"{name}@practice.example": f"{name}-pass" for name in (
    "planner", "contractor", "authority", "newcomer", "lapsed")}  # fmt: skip


class Seconds:
    """A clock whose seconds go by only when told to."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.passed = 1000.0

    def now(self) -> Any:
        return self._real.now()

    def today(self) -> date:
        return TODAY

    def seconds(self) -> float:
        return self.passed


class Caller:
    """Speaks plain HTTP to the service as one user."""

    def __init__(self, base: str, name: Optional[str] = "planner") -> None:
        self.base = base
        self.http = requests.Session()
        self.http.trust_env = False
        self.tokens: dict[str, str] = {}
        if name:
            answer = self.sign_in(name)
            assert answer.status_code == 200, answer.text
            self.tokens = answer.json()
            self.http.headers["token"] = self.tokens["idToken"]

    def sign_in(self, name: str, password: Optional[str] = None) -> requests.Response:
        email = f"{name}@practice.example"
        body = {"emailAddress": email, "password": password or PASSWORDS.get(email, "x")}
        return self.post("work/authenticate", body)

    def get(self, path: str, **query: Any) -> requests.Response:
        return self.http.get(f"{self.base}/v1/{path}", params=query, timeout=20)

    def post(self, path: str, body: Any) -> requests.Response:
        return self.http.post(
            f"{self.base}/v1/{path}", json=body, timeout=20, allow_redirects=False
        )


@pytest.fixture(scope="module")
def service() -> Iterator[Any]:
    from street_works.plugin.practice import PracticeService

    running = PracticeService(today=TODAY, passwords=PASSWORDS, scan_seconds=0, csv_seconds=0)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def make_service() -> Iterator[Any]:
    """Start services of one's own; all are stopped at the end. Gives (service, base address)."""
    from street_works.plugin.practice import PracticeService

    made = []

    def make(**options: Any) -> Any:
        options = {"today": TODAY, "passwords": PASSWORDS, **options}
        one = PracticeService(**options)
        made.append(one)
        return one, one.start()

    yield make
    for one in made:
        one.stop()


@pytest.fixture
def seconds() -> Seconds:
    from street_works.plugin.practice.clock import Clock

    return Seconds(Clock(TODAY))


@pytest.fixture
def call() -> type[Caller]:
    """Gives the way to call a service: `call(base, "planner")`, or None for nobody."""
    return Caller


@pytest.fixture(scope="module")
def planner(service: Any) -> Caller:
    return Caller(service.start())


@pytest.fixture(scope="module")
def contractor(service: Any) -> Caller:
    return Caller(service.start(), "contractor")


@pytest.fixture(scope="module")
def authority(service: Any) -> Caller:
    return Caller(service.start(), "authority")


@pytest.fixture
def application(service: Any) -> Any:
    """Gives the body of a good application for minor works on High Street; keywords change it."""
    return lambda **changes: make_application(service, **changes)


def make_application(service: Any, **changes: Any) -> dict[str, Any]:
    body = application_for(service, TODAY)
    body.update(changes)
    return {name: value for name, value in body.items() if value is not None}


@pytest.fixture(scope="module")
def client(service: Any) -> Iterator[Callable[[str], Any]]:
    """Gives the client of an account, signed in once: `client("authority")`."""
    from street_works.plugin.api import StreetManager

    clients: dict[str, StreetManager] = {}

    def of(name: str) -> StreetManager:
        if name not in clients:
            clients[name] = StreetManager(service.start())
            email = f"{name}@practice.example"
            clients[name].sign_in(email, PASSWORDS[email])
        return clients[name]

    yield of
    for one in clients.values():
        one.close()


@pytest.fixture
def build() -> Callable[..., Any]:
    """Make requests as on the service's day: `build(FPNStatusUpdateRequest, fpn_status="paid")`."""
    now = datetime.combine(TODAY, datetime.now(timezone.utc).time(), tzinfo=timezone.utc)
    return lambda model, **values: model.model_validate(
        values, context={"today": TODAY, "now": now}
    )


@pytest.fixture
def moment() -> Callable[..., str]:
    """Write a moment some days after today, at an hour in UTC: `moment(-1, 9)`."""
    return lambda days=0, hour=0: datetime.combine(
        TODAY + timedelta(days=days), time(hour), tzinfo=timezone.utc
    ).isoformat()


@pytest.fixture
def new_works(contractor: Caller, application: Any) -> Callable[..., str]:
    """Apply for works and give their reference; keywords change the application."""

    def make(**changes: Any) -> str:
        answer = contractor.post("work/works", application(**changes))
        assert answer.status_code == 201, answer.text
        reference: str = answer.json()["work_reference_number"]
        return reference

    return make


@pytest.fixture
def elsewhere(service: Any) -> dict[str, Any]:
    """Gives what an application says of a street that only the neighbouring county keeps."""
    street = next(s for s in service.town.streets if [c for c, _ in s.authorities] == ["9820"])
    place = set_precision(street.line.interpolate(5), 0.01)
    return {
        "usrn": street.usrn,
        "highway_authority_swa_code": "9820",
        "works_coordinates": {"type": "Point", "coordinates": [place.x, place.y]},
    }
