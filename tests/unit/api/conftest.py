"""Clients of a server that answers from a script, and requests that are complete."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Callable, Optional

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.http.transport import Retries
from street_works.tests.made.applications import plain_application
from street_works.tests.made.scripted_server import Reply, Script, served


@pytest.fixture
def script() -> Iterator[Script]:
    """The script of a server that runs; fails the test on requests that are not in it."""
    written = Script()
    with served(written):
        yield written
    assert written.wrong == []
    assert written.expected == []


@pytest.fixture
def make_client(script, carrier) -> Iterator[Callable[..., StreetManager]]:
    """Make clients of the scripted server, impatient ones."""
    made = []

    def make(url: Optional[str] = None, **options: Any) -> StreetManager:
        options.setdefault("carrier", carrier())
        options.setdefault("retries", Retries(first_wait=0.001, longest_wait=1.0))
        client = StreetManager(url or script.url, **options)
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def reply() -> type[Reply]:
    """The class of replies, for those that a test works out itself."""
    return Reply


@pytest.fixture
def client(script, make_client) -> StreetManager:
    """A client that is signed in."""
    script.sign_in()
    signed_in = make_client()
    signed_in.sign_in("planner@example.org", "open sesame")
    script.seen.clear()
    return signed_in


@pytest.fixture
def application() -> dict[str, Any]:
    """An application for planned works with all that is needed and nothing else."""
    return plain_application(
        (530000.5, 180000),
        8401234,
        "1355",
        date(2026, 6, 3),
        date(2026, 6, 5),
        promoter_swa_code="0010",
        description_of_work="Renew a water service",
    )


@pytest.fixture
def works_feature() -> dict[str, Any]:
    """Works on the map."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [530000, 180000]},
        "properties": {
            "work_reference_number": "AB001",
            "permit_reference_number": "AB001-01",
            "promoter_organisation": "A Water",
            "promoter_swa_code": "0010",
            "work_category": "minor",
            "start_date": "2026-06-03T00:00:00.000Z",
            "end_date": "2026-06-05T00:00:00.000Z",
            "traffic_management_type": "give_and_take",
            "work_centre_point": {"type": "Point", "coordinates": [530000, 180000]},
            "permit_status": "granted",
        },
    }
