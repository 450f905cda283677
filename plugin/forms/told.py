"""What a form says beside its questions: its name, what became of it, and the facts of a review."""

from dataclasses import dataclass
from typing import NamedTuple

from ..words import tr


class Fact(NamedTuple):
    """A name, what is said under it, and the form's field that it comes from ("" for none)."""

    name: str
    text: str
    field: str = ""


@dataclass(frozen=True)
class Told:
    """The sentences of one form, from its window's title to what became of it.

    `checked` is what a planner confirms before something live is sent.
    """

    title: str
    checked: str
    accepted: str
    refused: str
    not_sent: str
    unknown: str
    not_there: str
    unanswered: str


def told_plainly(title: str) -> Told:
    """Return the sentences of a step that needs none of its own beside its title."""
    return Told(
        title=title,
        checked=tr("I have checked this. I know that it is live and cannot always be undone."),
        accepted=tr("Street Manager has noted it."),
        refused=tr("Street Manager did not take it."),
        not_sent=tr("It was not sent."),
        unknown=tr("It is not known whether Street Manager has it."),
        not_there=tr("Street Manager does not have it."),
        unanswered=tr("It was sent, and no answer came before the form was closed."),
    )
