"""Fixtures for all tests."""

from pathlib import Path
from typing import Callable, Optional

import pytest
from requests.adapters import BaseAdapter

ROOT = Path(__file__).resolve().parents[1]


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
