"""The one ear for what goes wrong: every error ends here, and becomes a message with buttons."""

from functools import partial
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsMessageLog

from ...plugin.errors import RIGHTS, SESSION, StreetWorksError
from ...plugin.words import tr
from .message import Messages

Act = Callable[[], None]


class Trouble:
    """Tells the planner what went wrong, with the buttons that the error itself asks for.

    Details, where there is more to read; Try again, where that may help; Sign in, where it takes a
    session or another account; Settings, where a setting can put it right.
    """

    def __init__(
        self,
        messages: Messages,
        sign_in: Optional[Act] = None,
        open_settings: Optional[Act] = None,
    ) -> None:
        self._messages = messages
        self._sign_in = sign_in
        self._open_settings = open_settings

    def hear(self, *tellers: Any, source: str, again: Optional[Act] = None) -> None:
        """Listen to the signal `trouble` of some tellers; see `tell`."""
        for teller in tellers:
            teller.trouble.connect(partial(self.tell, source=source, again=again))

    def tell(self, error: Exception, source: str = "", again: Optional[Act] = None) -> None:
        """Show what happened and what to do, and write it to QGIS's log.

        `source` is who tells it: the message goes when the same thing is tried again or has worked.
        `again` does once more what went wrong; it is offered where the error may be tried again.
        """
        if not isinstance(error, StreetWorksError):
            error = StreetWorksError(
                tr("Something went wrong inside Street Works."),
                advice=tr("Your drawing and your form are kept. Please report the details."),
                detail=repr(error),
            )
        QgsMessageLog.logMessage(
            f"{error}\n{error.detail}".strip(), "Street Works", Qgis.MessageLevel.Warning
        )
        self._messages.warn(
            str(error), {error.about, source}, error.detail, self._buttons(error, again)
        )

    def attempt(self, act: Act, source: str = "", again: Optional[Act] = None) -> bool:
        """Do something now; returns whether it went well, and tells what went wrong."""
        return attempt(act, partial(self.tell, source=source, again=again))

    def _buttons(self, error: StreetWorksError, again: Optional[Act]) -> dict[str, Act]:
        offered = (
            (error.about in {SESSION, RIGHTS}, tr("Sign in …"), self._sign_in),
            (error.may_retry, tr("Try again"), again),
            (error.in_settings, tr("Settings …"), self._open_settings),
        )
        return {words: act for wanted, words, act in offered if wanted and act is not None}


def attempt(act: Act, tell: Callable[[StreetWorksError], None]) -> bool:
    """Do something; returns whether it went well, and hands what went wrong to `tell`."""
    try:
        act()
    except StreetWorksError as error:
        tell(error)
        return False
    return True
