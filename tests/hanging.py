"""End a test that hangs where no Python runs, and say in which line each thread of it is.

pytest-timeout breaks a test off by a signal, which Python hears between two lines. A test whose
main thread waits inside Qt for a lock never comes to its next line, nor does one whose window's
loop takes the failure for a slot's and goes on. A second clock, which needs no Python, ends such
a process a little later: the run then fails and names the test, where it would else wait for ever.
"""

import faulthandler
import os
from typing import Any

import pytest

LATER = 1.1  # times what the test may take

_ERRORS = pytest.StashKey[int]()


@pytest.hookimpl
def pytest_configure(config: pytest.Config) -> None:
    """Keep the way to the errors' stream: while a test runs, what it writes there is caught."""
    config.stash[_ERRORS] = os.dup(2)


@pytest.hookimpl
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> None:
    """Set the second clock beside the first one."""
    errors = item.config.stash[_ERRORS]
    faulthandler.dump_traceback_later(settings.timeout * LATER, exit=True, file=errors)


@pytest.hookimpl
def pytest_timeout_cancel_timer() -> None:
    """Stop the second clock: the test has ended."""
    faulthandler.cancel_dump_traceback_later()
