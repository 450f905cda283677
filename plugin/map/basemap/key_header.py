"""A key that goes along with requests to one address, in a header: no address of QGIS holds it.

QGIS can send headers by an authentication configuration of its own since 3.24 only. That one would
also stand in every project, by a name that no other QGIS knows.
"""

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkRequest

_HEADER = b"key"


class KeyHeader:
    """Sends one key at a time, from `send` to `stop`; `close_down` ends it for good.

    QGIS's list of those whom it asks before a request is not guarded against the threads that go
    through it, so it is changed as seldom as can be.
    """

    def __init__(self) -> None:
        self._asked = ""  # QGIS's name for it, once QGIS asks
        self._sent = ("", b"")  # below which address, and what; nothing below ""

    def send(self, key: str, address: str) -> None:
        """Let `key` go along with all requests below `address`."""
        self._sent = (f"{address}/", key.encode())
        if not self._asked:
            self._asked = QgsNetworkAccessManager.setRequestPreprocessor(self._add)

    def stop(self) -> None:
        """Send it no more."""
        self._sent = ("", b"")

    def close_down(self) -> None:
        """Let QGIS ask no more."""
        self.stop()
        if self._asked:
            QgsNetworkAccessManager.removeRequestPreprocessor(self._asked)
            self._asked = ""

    def _add(self, request: QNetworkRequest) -> None:
        """Add the header; on the thread that asks, whichever it is."""
        below, key = self._sent
        if below and request.url().toString().startswith(below):
            request.setRawHeader(_HEADER, key)
