"""A journey as a list of steps: each is done, told in one line, and photographed."""

import json
import time
import traceback
from pathlib import Path
from typing import Callable

import inside
from holds import Holds
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

HELD_MS = 300
"""How much processor time the main thread may spend without looking at what is clicked."""

FROZEN_MS = 3000
"""How long it may not look, on a computer that does other things too."""


class Journey:
    """Writes `journey.json` after every step, so that a crash shows how far it came.

    A step fails when a traceback reaches the planner, or QGIS's warning of how it converts.

    When it is `watched`, a step fails that holds QGIS for too long; it says how long it was held.
    """

    def __init__(self, out: Path, *, watched: bool = False) -> None:
        self._out = out
        self._watched = watched
        self.steps: list[dict] = []
        self._tracebacks: list[str] = []
        self._warnings: list[str] = []
        QgsApplication.messageLog().messageReceived.connect(self._hear)
        inside.iface.messageBar().widgetAdded.connect(self._see)

    @property
    def ok(self) -> bool:
        """Whether every step so far went well."""
        return all(step["ok"] for step in self.steps)

    def step(self, name: str, act: Callable[[], str]) -> None:
        """Do `act`, which returns the step's detail; after a failure nothing more is tried."""
        if not self.ok:
            self._note(name, False, "not tried: an earlier step failed", "")
            return
        begun = time.monotonic()
        holds: dict[str, int] = {}
        try:
            detail = self._watch(act, holds) if self._watched else act()
            if self._tracebacks:
                raise RuntimeError(  # noqa: TRY301 - told like any other failure of the step
                    f"a traceback reached the planner: {self._tracebacks[0]}"
                )
            if self._warnings:
                raise RuntimeError(f"QGIS warns: {self._warnings[0]}")  # noqa: TRY301 - likewise
        except Exception as error:
            print(traceback.format_exc(), flush=True)
            self._write(name, False, f"{type(error).__name__}: {error}", holds)
            return
        self._write(name, True, f"{detail} ({time.monotonic() - begun:.1f} s)", holds)

    def _watch(self, act: Callable[[], str], holds: dict[str, int]) -> str:
        """Do `act`; put the longest that QGIS was held into `holds`. Raises when that is long."""
        with Holds(time.thread_time) as held, Holds() as frozen:
            detail = act()
        holds["held_ms"] = held_ms = round(held.told()["longest_ms"])
        holds["frozen_ms"] = frozen_ms = round(frozen.told()["longest_ms"])
        said = f"QGIS was held for {held_ms} ms at most, by the clock {frozen_ms} ms"
        if held_ms > HELD_MS or frozen_ms > FROZEN_MS:
            raise RuntimeError(f"{said}: {held.told()['worst'][:3]}")
        return f"{detail}; {said}"

    def _hear(self, message: str, tag: str, _level: object) -> None:
        print(f"[{tag}] {message}", flush=True)
        if tag.lower() == "python error":
            self._tracebacks.append(message)

    def _see(self, message: QWidget) -> None:
        """Note what QGIS warns of when it converts the map: a planner could do nothing about it."""
        said = " ".join(one.toPlainText() for one in message.findChildren(QTextBrowser))
        if "transform" in said:
            self._warnings.append(said)

    def _write(self, name: str, ok: bool, detail: str, holds: dict[str, int]) -> None:
        picture = self._out / f"{len(self.steps) + 1:02d}-{name.replace(' ', '-')}.png"
        inside.photograph(picture)
        self._note(name, ok, detail, picture.name, **holds)

    def _note(self, name: str, ok: bool, detail: str, picture: str, **holds: int) -> None:
        step = {"step": name, "ok": ok, "detail": detail, "screenshot": picture, **holds}
        self.steps.append(step)
        text = json.dumps(self.steps, indent=1, ensure_ascii=False)
        (self._out / "journey.json").write_text(text, encoding="utf-8")
