"""Signing in to the register for one run of an algorithm, and fetching what it has."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from ..api import StreetManager
from ..api.errors import Cancelled
from ..api.register import Register
from ..background.carrier import QgisCarrier
from ..errors import StreetWorksError
from ..live.fetched import Fetched
from ..live.fetching import fetch_all
from ..live.gathering import days_of
from ..trade.box import Box
from ..trade.days import Days
from ..words import tr
from .aside import Report, Warn

# The register's pace limits an algorithm, and the planner who cancels it, not the number of calls.
_MOST_CALLS = 1_000_000


@dataclass(frozen=True)
class Access:
    """Where to sign in, and as whom. Without `url` a practice service is started for the run.

    `works` are the files of published records for that service, and `state` is its file.
    """

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    works: tuple[str, ...] = ()
    state: Optional[Path] = None


@contextmanager
def signed_in(access: Access, cancelled: Callable[[], bool], warn: Warn) -> Iterator[Register]:
    """Sign in and give the register. The session is not ended: that would end all of the user's."""
    service = None if access.url else _practice(access.works, access.state, warn)
    try:
        url = service.start() if service else access.url
        user, password = _planner(service) if service else (access.user, access.password)
        client = StreetManager(url, carrier=QgisCarrier(cancelled))
        try:
            client.sign_in(user, password)
            yield client.register
        finally:
            client.close()
    finally:
        if service:
            service.stop()


def fetch_kind(
    register: Register,
    kind: str,
    box: Box,
    days: Days,
    cancelled: Callable[[], bool],
    report: Optional[Report] = None,
) -> Fetched:
    """Fetch all of a kind in a box (EPSG:27700) and some days.

    Raises Cancelled, and StreetWorksError where nothing came.
    """
    fetched = fetch_all(
        register.map_records,
        kind,
        box,
        days_of(kind, days),
        most_calls=_MOST_CALLS,
        report=report,
        cancelled=cancelled,
    )
    if cancelled():
        raise Cancelled
    return fetched


def _practice(works: Sequence[str], state: Optional[Path], warn: Warn) -> Any:
    """Start a practice service with what was submitted to it, unless another QGIS has that."""
    from ..practice import PracticeService  # noqa: PLC0415 - only when it is used

    if state is None or not state.exists():
        return PracticeService(works=works)
    service = PracticeService(works=works, state=state)
    try:
        service.start()
    except StreetWorksError as error:
        warn(tr("{reason} What was submitted to it is left out.").format(reason=error.message))
        return PracticeService(works=works)
    return service


def _planner(service: Any) -> tuple[str, str]:
    account = next(account for account in service.accounts if account.role == "Planner")
    return account.email, account.password
