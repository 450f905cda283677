"""A journey as a list of steps: each is done, told in one line, and photographed."""

import json
import time
import traceback
from pathlib import Path
from typing import Callable

import inside
from qgis.core import QgsApplication


class Journey:
    """Writes `journey.json` after every step, so that a crash shows how far it came."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.steps: list[dict] = []
        self._tracebacks: list[str] = []
        QgsApplication.messageLog().messageReceived.connect(self._hear)

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
        try:
            detail = act()
            if self._tracebacks:
                raise RuntimeError(  # noqa: TRY301 - told like any other failure of the step
                    f"a traceback reached the planner: {self._tracebacks[0]}"
                )
        except Exception as error:
            print(traceback.format_exc(), flush=True)
            self._write(name, False, f"{type(error).__name__}: {error}")
            return
        self._write(name, True, f"{detail} ({time.monotonic() - begun:.1f} s)")

    def _hear(self, message: str, tag: str, _level: object) -> None:
        print(f"[{tag}] {message}", flush=True)
        if tag.lower() == "python error":
            self._tracebacks.append(message)

    def _write(self, name: str, ok: bool, detail: str) -> None:
        picture = self._out / f"{len(self.steps) + 1:02d}-{name.replace(' ', '-')}.png"
        inside.photograph(picture)
        self._note(name, ok, detail, picture.name)

    def _note(self, name: str, ok: bool, detail: str, picture: str) -> None:
        self.steps.append({"step": name, "ok": ok, "detail": detail, "screenshot": picture})
        text = json.dumps(self.steps, indent=1, ensure_ascii=False)
        (self._out / "journey.json").write_text(text, encoding="utf-8")
