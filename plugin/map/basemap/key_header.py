"""A key that goes along with requests to one address, in a header: no address of QGIS holds it.

QGIS can send headers by an authentication configuration of its own since 3.24 only. That one would
also stand in every project, by a name that no other QGIS knows.
"""

from typing import Optional

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkRequest

_HEADER = b"key"


class KeyHeader:
    """Sends one key at a time, until `stop`."""

    def __init__(self) -> None:
        self._sent: Optional[str] = None

    def send(self, key: str, address: str) -> None:
        """Let `key` go along with all requests below `address`."""
        self.stop()
        below, value = f"{address}/", key.encode()

        def add(request: QNetworkRequest) -> None:  # on the thread that asks, whichever it is
            if request.url().toString().startswith(below):
                request.setRawHeader(_HEADER, value)

        self._sent = QgsNetworkAccessManager.setRequestPreprocessor(add)

    def stop(self) -> None:
        """Send it no more."""
        if self._sent is not None:
            QgsNetworkAccessManager.removeRequestPreprocessor(self._sent)
            self._sent = None
