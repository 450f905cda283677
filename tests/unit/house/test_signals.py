"""Every signal has a listener: one that nobody hears is a wire that leads nowhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SOURCES = [path for room in ("plugin", "ui") for path in sorted((ROOT / room).rglob("*.py"))]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
DECLARED = re.compile(r"^ +(\w+) = pyqtSignal\(", re.MULTILINE)
SIGNALS = sorted({name for path in SOURCES for name in DECLARED.findall(path.read_text("utf-8"))})


def heard(name: str, text: str = TEXT) -> bool:
    """Say whether something is connected to a signal of that name, or it to another signal."""
    return re.search(rf"\.{name}\.connect\(", text) is not None


def test_there_are_signals() -> None:
    assert len(SIGNALS) > 30


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_is_listened_to(name: str) -> None:
    assert heard(name)


def test_a_signal_that_is_only_emitted_is_not_listened_to() -> None:
    assert not heard("closed", "self.closed.emit()")
    assert heard("closed", "dialog.closed.connect(end)")
