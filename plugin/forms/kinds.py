"""What the application form is made of: its sections, and how a field is asked and answered."""

from dataclasses import dataclass
from enum import Enum, auto

from ..words import tr
from .application import shown as when
from .application.shown import Rule


class Kind(Enum):
    """How a field is filled in, and what its value looks like (all of it JSON)."""

    TEXT = auto()  # text, one line
    LONG_TEXT = auto()  # text, several lines
    CHOICE = auto()  # one of the choices, "" while none is made
    YES_NO = auto()  # True, False, or None while there is no answer
    DATE = auto()  # "2026-06-03", "" for none, or what was typed where it is no day
    TIME = auto()  # "09:30" on UK clocks, "" for none, or what was typed where it is no time
    TICKS = auto()  # list of choices
    CONDITIONS = auto()  # list of {"condition", "comment"}
    DESIGNATIONS = auto()  # list of keys of Situation.designations
    LINES = auto()  # list of texts, one a line
    FILES = auto()  # list of {"file_id", "name", "size", "digest"}


class Section(Enum):
    """A part of the form."""

    WORKS = auto()
    DATES = auto()
    PLACE = auto()
    TRAFFIC = auto()
    CONDITIONS = auto()
    TOGETHER = auto()
    CONTACTS = auto()
    HS2 = auto()
    ATTACHMENTS = auto()


@dataclass(frozen=True)
class FormField:
    """One question of the form: its name in the contract, how it is asked and answered.

    `choices` are the contract's values where they are fixed; those that depend on the street or
    the organisation come from `form.choices`. `shown` says when it applies, `needed` when it must
    be answered. `max_length` is in characters, or in entries for lists; 0 is no limit.
    """

    name: str
    kind: Kind
    section: Section
    label: str
    help: str = ""
    choices: tuple[str, ...] = ()
    max_length: int = 0
    shown: Rule = when.always
    needed: Rule = when.never


def section_title(section: Section) -> str:
    """Return the heading of `section`."""
    return {
        Section.WORKS: tr("Works"),
        Section.DATES: tr("Dates"),
        Section.PLACE: tr("Location"),
        Section.TRAFFIC: tr("Traffic"),
        Section.CONDITIONS: tr("Conditions"),
        Section.TOGETHER: tr("Collaboration"),
        Section.CONTACTS: tr("Contacts"),
        Section.HS2: tr("HS2"),
        Section.ATTACHMENTS: tr("Attachments"),
    }[section]
