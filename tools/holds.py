"""How long the main thread of a running QGIS is held, and how much memory QGIS has."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, Qt, QTimer

_TICK_MS = 5
_watching: "list[Holds]" = []


class Holds(QObject):
    """Ticks every 5 ms on the main thread; a gap between two ticks is time that it was held.

    Use it as a context. Afterwards `gaps_ms` has every gap with the moment at which it ended.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        """`clock` gives seconds; by `time.thread_time` what others do meanwhile does not count."""
        super().__init__()
        self._clock = clock
        self.gaps_ms: list[tuple[float, float]] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._begun = self._last = 0.0

    def __enter__(self) -> "Holds":
        self._begun = self._last = self._clock()
        self._timer.start()
        _watching.append(self)
        return self

    def __exit__(self, *_error: object) -> None:
        self._tick()
        self._timer.stop()
        _watching.remove(self)

    def told(self) -> dict[str, Any]:
        """Return the longest gap, the 99th percentile, and the ten longest with their moments."""
        gaps = sorted((gap for gap, _at in self.gaps_ms), reverse=True)
        return {
            "longest_ms": gaps[0],
            "p99_ms": gaps[len(gaps) // 100],
            "worst": sorted(self.gaps_ms, reverse=True)[:10],
            "seconds": self._last - self._begun,
        }

    def leave_off(self) -> None:
        """End the gap that goes on."""
        self._tick()

    def go_on(self) -> None:
        """Begin a gap now; what was since the last one ended does not count."""
        self._last = self._clock()

    def _tick(self) -> None:
        now = self._clock()
        self.gaps_ms.append((1000 * (now - self._last), now - self._begun))
        self._last = now


@contextmanager
def aside() -> Iterator[None]:
    """Leave out what the script itself does in the block, of all that is watched now."""
    watched = list(_watching)
    for one in watched:
        one.leave_off()
    try:
        yield
    finally:
        for one in watched:
            one.go_on()


def memory_mb() -> tuple[float, float]:
    """Return what the process has in memory, and the most it ever had."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    sizes = dict(line.split(":", 1) for line in lines)
    now, most = (int(sizes[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return now, most
