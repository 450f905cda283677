"""Opens the workplace a little at a time, so that no click holds QGIS.

What it is made of is loaded once QGIS is up, in slices between which QGIS serves its events. What
the planner clicks before that is done when the workplace is there, and a sign says so meanwhile.
"""

from collections.abc import Iterator
from time import perf_counter
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction

from .libraries import load_libraries
from .loading import loading

_SLICE_S = 0.008
_PAUSE_MS = 20  # between two slices while nobody waits

Act = Callable[[Any], None]
"""What is done with the workplace."""


class Opening:
    """Has the workplace, once it is wanted; `close` it in the end."""

    def __init__(
        self,
        iface: Any,
        toggles: Callable[[], dict[str, QAction]],
        attempt: Callable[[Callable[[], None]], None],
        opened: Act,
    ) -> None:
        """`toggles` are for the workplace. `attempt` does what it is given and tells what fails.

        `opened` hears of the workplace, once.
        """
        self._iface = iface
        self._toggles = toggles
        self._attempt = attempt
        self._opened = opened
        self._steps: Optional[Iterator[None]] = None
        self._waiting: dict[str, Act] = {}
        self._sign: Any = None
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self._attempt(self._go_on))
        self.there: Any = None
        """The workplace, or None while it was not wanted."""

    @property
    def workplace(self) -> Any:
        """The workplace at once, whatever is still to be loaded for it."""
        if self.there is None:
            load_libraries()
            from ..ui.workplace import Workplace  # noqa: PLC0415 - after the libraries

            self.there = Workplace(self._iface, self._toggles())
            self._opened(self.there)
        return self.there

    def begin(self) -> None:
        """Load what the workplace is made of, whenever QGIS has nothing else to do."""
        self._timer.start(_PAUSE_MS)

    def do(self, name: str, act: Act) -> None:
        """Do `act` now, or once the workplace is there, with a sign that it is starting.

        `name` says what is asked for: what is asked for several times meanwhile is done once.
        """
        if self.there is not None and not self._waiting:
            act(self.there)
            return
        if self._sign is None:
            from ..ui.shared.starting import StartingSign  # noqa: PLC0415 - only when it is used

            self._sign = StartingSign(self._iface.messageBar())
        self.do_later(name, act)

    def do_later(self, name: str, act: Act) -> None:
        """Do `act` once the workplace is there; nobody waits for it."""
        self._waiting.setdefault(name, act)
        self._timer.start(0)

    def close(self) -> None:
        """Take the workplace away, or do not open it any more."""
        self._rest()
        if self.there is not None:
            self.there.close_down()
            self.there = None

    def _go_on(self) -> None:
        """Load for the length of a slice; when all is there, do one thing that waits."""
        if self.there is None and self._more_to_open():
            return
        if not self._waiting:
            self._rest()
            return
        self._take_sign_away()
        act = self._waiting.pop(next(iter(self._waiting)))
        act(self.there)

    def _more_to_open(self) -> bool:
        try:
            if self._more_to_load():
                return True
            if self._waiting:
                _ = self.workplace
        except Exception:
            wanted = bool(self._waiting)
            self._rest()
            if wanted:  # else it is told to who wants it
                raise
        return False

    def _more_to_load(self) -> bool:
        if self._steps is None:
            self._steps = loading()
        until = perf_counter() + _SLICE_S
        return any(perf_counter() > until for _step in self._steps)

    def _rest(self) -> None:
        self._timer.stop()
        self._waiting.clear()
        self._take_sign_away()

    def _take_sign_away(self) -> None:
        if self._sign is not None:
            self._sign.take_away()
            self._sign = None
