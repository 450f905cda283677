"""What is answered later, when whoever asked may be gone."""

from typing import Any, Callable

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject


def while_alive(owner: QObject, call: Callable[..., None]) -> Callable[..., None]:
    """Return `call`, made to do nothing once Qt has deleted `owner`.

    A dialog may be closed, or the plugin switched off, while an answer is on its way.
    """

    def guarded(*args: Any) -> None:
        if not sip.isdeleted(owner):
            call(*args)

    return guarded
