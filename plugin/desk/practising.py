"""The practice services that this QGIS runs: one at a time, as its state is in one file."""

import threading
from pathlib import Path
from typing import Any, Callable

from ..errors import StreetWorksError
from ..words import tr


class Practising:
    """Starts and stops practice services. May be used by several threads."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where the service keeps what was submitted to it."""
        self._folder = folder
        self._lock = threading.Lock()
        self._running: dict[tuple[str, ...], Any] = {}  # by the files of records it was given

    def start(self, works: tuple[str, ...], tell: Callable[[str], None]) -> tuple[Any, str]:
        """Return a service with the records of the files `works`, and its address.

        The one that runs goes on when it has the same records, and is stopped for another one. The
        service is without its state file when another QGIS has that, which `tell` hears. Raises
        StreetWorksError; for files that cannot be used the one that runs goes on.
        """
        from ..practice import PracticeService  # noqa: PLC0415 - only when it is used

        with self._lock:
            service = self._running.get(works)
            if service is not None:
                return service, service.start()
            self._folder.mkdir(parents=True, exist_ok=True)
            service = PracticeService(works=works, state=self._folder / "practice.sqlite")
            self._stop_all()
            try:
                url = service.start()
            except StreetWorksError as error:
                service = PracticeService(works=works)
                url = service.start()
                tell(
                    tr("{reason} What you submit now is forgotten when you sign out.").format(
                        reason=error.message
                    )
                )
            self._running[works] = service
            return service, url

    def runs(self, service: Any) -> bool:
        """Say whether the service is one of these and has not been stopped."""
        return any(one is service for one in self._running.values())

    def stop(self, service: Any) -> None:
        """Stop a service, if it runs."""
        with self._lock:
            for works, one in list(self._running.items()):
                if one is service:
                    del self._running[works]
                    one.stop()

    def stop_all(self) -> None:
        """Stop every service: no thread, port or file stays open."""
        with self._lock:
            self._stop_all()

    def _stop_all(self) -> None:
        while self._running:
            self._running.popitem()[1].stop()
