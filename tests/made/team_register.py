"""A practice service for downloads, in which works can be applied for, granted and called off."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import requests
from street_works.tests.made.applications import application_for

TODAY = date(2026, 6, 1)  # a Monday
USER, PASSWORD = "planner@practice.example", "planner-pass"  # pragma: allowlist secret
_PASSWORDS = {USER: PASSWORD, "authority@practice.example": "authority-pass"}
_PLAN = (
    "promoter_swa_code", "highway_authority_swa_code", "works_coordinates", "usrn",
    "description_of_work", "works_location_description", "workstream_prefix",
)  # fmt: skip


class Register:
    """Speaks plain HTTP to the service, as planner and as authority."""

    def __init__(self, service: Any, url: str) -> None:
        self.url = url
        self._service = service
        west, south, east, north = service.home
        self.area = f"{west},{east},{south},{north} [EPSG:27700]"
        self._sessions = {user: self._signed_in(user) for user in _PASSWORDS}

    def close(self) -> None:
        for session in self._sessions.values():
            session.close()

    def apply(self, metres: float = 40) -> str:
        """Apply for works in ten days; return the reference of their permit."""
        made = self._ask("post", "work/works", USER, self._application(metres))
        return str(made["permit_reference_number"])

    def grant(self, permit: str) -> None:
        path = f"work/works/{permit.rpartition('-')[0]}/permits/{permit}/assessment"
        body = {"assessment_status": "granted", "assessment_discount": 0}
        self._ask("put", path, "authority@practice.example", body)

    def plan(self) -> str:
        """Raise a forward plan for ten days from now; return its reference."""
        body = {name: self._application(60)[name] for name in _PLAN}
        body.update(start_date=_day(10), end_date=_day(12))
        made = self._ask("post", "work/forward-plans", USER, body)
        return str(made["forward_plan_reference_number"])

    def drop(self, plan: str) -> None:
        """Cancel a forward plan: it leaves the map."""
        path = f"work/works/{plan.partition('-FP')[0]}/forward-plans/{plan}/cancel"
        self._ask("put", path, USER, {"cancelled_reason": "No need"})

    def _ask(self, method: str, path: str, user: str, body: dict[str, Any]) -> Any:
        url = f"{self.url}/v1/{path}"
        answer = self._sessions[user].request(method, url, json=body, timeout=20)
        assert answer.ok, answer.text
        return answer.json() if answer.content else None

    def _signed_in(self, user: str) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        body = {"emailAddress": user, "password": _PASSWORDS[user]}
        answer = session.post(f"{self.url}/v1/work/authenticate", json=body, timeout=20)
        session.headers["token"] = answer.json()["idToken"]
        return session

    def _application(self, metres: float) -> dict[str, Any]:
        return application_for(self._service, TODAY, metres)


@contextmanager
def register() -> Iterator[Register]:
    """Run a practice service whose day is TODAY."""
    from street_works.plugin.practice import PracticeService

    service = PracticeService(today=TODAY, passwords=_PASSWORDS)
    try:
        speaking = Register(service, service.start())
        yield speaking
        speaking.close()
    finally:
        service.stop()


def _day(days: int) -> str:
    return f"{TODAY + timedelta(days=days)}T00:00:00.000Z"
