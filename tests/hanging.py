"""End a test that hangs where no Python runs, and say in which line each thread of it is.

pytest-timeout breaks a test off by a signal, which Python hears between two lines. A test whose
main thread waits inside Qt for a lock never comes to its next line, nor does one whose window's
loop takes the failure for a slot's and goes on. A second clock, which needs no Python, ends such
a process a little later: the run then fails and names the test, where it would else wait for ever.
What the processes of a run had to say is told in short at its end, where one looks first.
"""

import faulthandler
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import pytest

LATER = 1.1  # times what the test may take
LINES = 12  # of each thread, the latest first: enough to come from a library to the test

_SAID = pytest.StashKey[TextIO]()
_FOLDER = pytest.StashKey[Path]()


@pytest.hookimpl
def pytest_configure(config: pytest.Config) -> None:
    """Keep the way to where it is said: the errors' stream, or the file of one of many processes.

    While a test runs, what it writes to the errors' stream is caught.
    """
    folder = getattr(config, "workerinput", {}).get("hanging")
    handle = os.dup(2) if folder is None else tempfile.mkstemp(dir=folder)[0]
    config.stash[_SAID] = os.fdopen(handle, "w", encoding="utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Give one of many processes the folder for its file."""
    stash = node.config.stash
    if _FOLDER not in stash:
        stash[_FOLDER] = Path(tempfile.mkdtemp(prefix="hanging-"))
    node.workerinput["hanging"] = str(stash[_FOLDER])


@pytest.hookimpl
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> None:
    """Set the second clock beside the first one."""
    after = settings.timeout * LATER
    faulthandler.dump_traceback_later(after, exit=True, file=item.config.stash[_SAID])


@pytest.hookimpl
def pytest_timeout_cancel_timer() -> None:
    """Stop the second clock: the test has ended."""
    faulthandler.cancel_dump_traceback_later()


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say where the threads of a process were that was ended."""
    for path in config.stash[_FOLDER].iterdir() if _FOLDER in config.stash else ():
        for line in in_short(path.read_text(encoding="utf-8")):
            terminalreporter.write_line(line)


@pytest.hookimpl
def pytest_unconfigure(config: pytest.Config) -> None:
    """Let the file go, and the folder with those of all processes."""
    config.stash[_SAID].close()
    if _FOLDER in config.stash:
        shutil.rmtree(config.stash[_FOLDER])


def in_short(said: str) -> Iterator[str]:
    """Give the latest lines of each thread."""
    told = 0
    for line in said.splitlines():
        told = told + 1 if line.startswith(" ") else 0
        if told <= LINES:
            yield line
