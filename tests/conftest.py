"""Fixtures for all tests."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable, Optional

import hypothesis
import pytest
from requests.adapters import BaseAdapter
from street_works.tests.hanging import (  # noqa: F401  pytest finds them here
    pytest_configure,
    pytest_configure_node,
    pytest_terminal_summary,
    pytest_timeout_cancel_timer,
    pytest_timeout_set_timer,
    pytest_unconfigure,
)

ROOT = Path(__file__).resolve().parents[1]
JOURNEYS = "tests/journeys/"
LANES = 2
"""So many journeys go on at a time: one after the other they are the longest way of all."""
STEPPED_BACK = 5  # of 19: such a process gets a third of what another one gets


# How long an example takes says how busy the machine is.
hypothesis.settings.register_profile("street_works", deadline=None)
hypothesis.settings.load_profile("street_works")


@pytest.hookimpl(hookwrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for no garbage while all tests are read: there is none, and a fifth of the time goes.

    Afterwards what was read is not looked through any more, and what grew old since a tenth as
    often as usual: that was a tenth of the time of all tests.
    """
    gc.disable()
    yield
    gc.freeze()
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, 10 * old)
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the journeys first: they are the longest way, and the other tests go beside them."""
    items.sort(key=lambda item: not item.nodeid.startswith(JOURNEYS))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let the journeys go first: a process that has none to do, or has done them, steps back."""
    if not item.nodeid.startswith(JOURNEYS) and os.nice(0) < STEPPED_BACK:
        os.nice(STEPPED_BACK - os.nice(0))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand tests on to the processes by files, which share what their fixtures made."""
    from xdist.scheduler import LoadFileScheduling

    files = sorted(path.name for path in (ROOT / JOURNEYS).glob("test_*.py"))

    class InLanes(LoadFileScheduling):  # type: ignore[misc]
        """The journeys are handed on as if they were two files, each with every other of them."""

        def _split_scope(self, nodeid: str) -> str:
            if not nodeid.startswith(JOURNEYS):
                return str(super()._split_scope(nodeid))
            name = nodeid[len(JOURNEYS) :].partition("::")[0]
            return f"{JOURNEYS}{files.index(name) % LANES}"

    return InLanes(config, log)


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Give the path of a file of the contract or of the real data; skip where they are absent."""

    def find(name: str) -> Path:
        path = ROOT.parent / "shared" / name
        if not path.exists():
            pytest.skip(f"needs ../shared/{name}, which is not here")
        return path

    return find


@pytest.fixture
def carrier(request: pytest.FixtureRequest) -> Callable[[], Optional[BaseAdapter]]:
    """Make what carries the requests: None for the client's own, over urllib3."""
    return getattr(request.config, "make_carrier", lambda: None)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Print a figure so that it is seen even when the test passes."""

    def say(*what: Any) -> None:
        with capsys.disabled():
            print("\n ", *what, end="")

    return say


@pytest.fixture(autouse=True)
def qgis_show_map() -> None:
    """Show no map: pytest-qgis makes a folder for every single test, in case it is to show one."""
