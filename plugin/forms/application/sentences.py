"""The sentences of every application, from its window to what became of it."""

from ...words import tr
from ..told import Told


def told_of_application(title: str) -> Told:
    """Return them for the form of that title."""
    return Told(
        title=title,
        checked=tr("I have checked this application. I know that it is live and may cost money."),
        accepted=tr("Street Manager has accepted your application."),
        refused=tr("The application was not accepted."),
        not_sent=tr("The application was not sent."),
        unknown=tr("It is not known whether Street Manager has your application."),
        not_there=tr("Street Manager does not have your application."),
        unanswered=tr("The application was sent, and no answer came before QGIS was closed."),
    )
