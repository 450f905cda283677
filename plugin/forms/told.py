"""What a form says beside its questions: its name, what became of it, and the facts of a review."""

from dataclasses import dataclass
from typing import NamedTuple


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
