"""The practice services that this QGIS runs: one at a time, as its state is in one file."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from ..errors import StreetWorksError
from ..words import tr


@dataclass
class _Running:
    """A service, and by how many it is held."""

    service: Any
    holders: int = 0


class Practising:
    """Starts a practice service, and stops it when nobody holds it. For several threads."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where the service keeps what was submitted to it."""
        self._folder = folder
        self._lock = threading.Lock()
        self._running: dict[tuple[str, ...], _Running] = {}  # by the files of records it was given

    def start(self, works: tuple[str, ...], tell: Callable[[str], None]) -> tuple[Any, str]:
        """Return a service with the records of the files `works`, and its address.

        Whoever gets it holds it until `let_go`. The one that runs goes on when it has the same
        records, and is stopped for another one. The service is without its state file when another
        QGIS has that, which `tell` hears. Raises StreetWorksError; for files that cannot be used
        the one that runs goes on.
        """
        with self._lock:
            if works not in self._running:
                self._running[works] = _Running(self._started(works, tell))
            running = self._running[works]
            url = running.service.start()  # where it is, as it has started
            running.holders += 1
            return running.service, url

    def _started(self, works: tuple[str, ...], tell: Callable[[str], None]) -> Any:
        from ..practice import PracticeService  # noqa: PLC0415 - only when it is used

        self._folder.mkdir(parents=True, exist_ok=True)
        service = PracticeService(works=works, state=self._folder / "practice.sqlite")
        self._stop_all()
        try:
            service.start()
        except StreetWorksError as error:
            service = PracticeService(works=works)
            service.start()
            tell(
                tr("{reason} What you submit now is forgotten when you sign out.").format(
                    reason=error.message
                )
            )
        return service

    def runs(self, service: Any) -> bool:
        """Say whether the service is one of these and has not been stopped."""
        return any(one.service is service for one in list(self._running.values()))

    def let_go(self, service: Any) -> None:
        """Hold a service no more; it is stopped when nobody else holds it."""
        with self._lock:
            for works, one in list(self._running.items()):
                if one.service is service:
                    one.holders -= 1
                    if not one.holders:
                        del self._running[works]
                        service.stop()

    def stop_all(self) -> None:
        """Stop every service: no thread, port or file stays open."""
        with self._lock:
            self._stop_all()

    def _stop_all(self) -> None:
        while self._running:
            self._running.popitem()[1].service.stop()
