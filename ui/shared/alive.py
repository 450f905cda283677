"""Asking for what is answered later, when whoever asked may be gone."""

from typing import Any, Callable

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ...plugin.errors import StreetWorksError


def while_alive(owner: QObject, call: Callable[..., None]) -> Callable[..., None]:
    """Return `call`, made to do nothing once Qt has deleted `owner`.

    A dialog may be closed, or the plugin switched off, while an answer is on its way.
    """

    def guarded(*args: Any) -> None:
        if not sip.isdeleted(owner):
            call(*args)

    return guarded


def ask(request: Callable[[], None], failed: Callable[[StreetWorksError], None]) -> None:
    """Do `request`; what is raised at once, such as that nobody is signed in, goes to `failed`."""
    try:
        request()
    except StreetWorksError as error:
        failed(error)
