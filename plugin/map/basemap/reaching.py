"""Whether the tiles of the background come, heard from QGIS's own requests for them."""

from typing import Optional

from qgis.core import (
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsNetworkRequestParameters,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...words import tr

_Error = QNetworkReply.NetworkError
_NOT_HERE = 404  # a place that the map does not cover
_REFUSED = (401, 403)
_TOO_MANY = 429


class Reaching(QObject):
    """Tells by `changed` when the server stops answering and when it answers again.

    `why` says in words why the background is not there, "" when it is, or nothing was asked yet.
    """

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.why = ""
        self._begins = ""
        network = QgsNetworkAccessManager.instance()
        self._heard = network.finished[QgsNetworkReplyContent]
        self._late = network.requestTimedOut[QgsNetworkRequestParameters]
        self._heard.connect(self._answered)
        self._late.connect(self._waited)

    def close_down(self) -> None:
        """Hear nothing more."""
        self._heard.disconnect(self._answered)
        self._late.disconnect(self._waited)

    def follow(self, tiles: str) -> None:
        """Hear what becomes of requests for these tiles, of which nothing is known yet."""
        self._begins = tiles.partition("{")[0].partition("?")[0]
        self._say("")

    def _answered(self, content: QgsNetworkReplyContent) -> None:
        said = _why(content) if self._is_ours(content.request()) else None
        if said is not None:
            self._say(said)

    def _waited(self, asked: QgsNetworkRequestParameters) -> None:
        if self._is_ours(asked.request()):
            self._say(_out_of_reach(asked.request()))

    def _is_ours(self, request: QNetworkRequest) -> bool:
        return bool(self._begins) and request.url().toString().startswith(self._begins)

    def _say(self, why: str) -> None:
        if why != self.why:
            self.why = why
            self.changed.emit()


def _why(content: QgsNetworkReplyContent) -> Optional[str]:
    """Say why there is no tile, "" when there is one; None tells nothing.

    Qt's own words are not used: they hold the address, and that may hold a key.
    """
    status = content.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    if content.error() == _Error.NoError or status == _NOT_HERE:
        return ""
    if content.error() == _Error.OperationCanceledError:
        return None
    host = content.request().url().host()
    if status in _REFUSED:
        return tr("{host} refuses it: the key or the password is not accepted.").format(host=host)
    if status == _TOO_MANY:
        return tr("{host} has been asked too often. Wait a moment.").format(host=host)
    if status is not None:
        return tr("{host} answers with error {status}.").format(host=host, status=status)
    return _out_of_reach(content.request())


def _out_of_reach(request: QNetworkRequest) -> str:
    host = request.url().host()
    return tr("{host} cannot be reached. Is there a network?").format(host=host)
