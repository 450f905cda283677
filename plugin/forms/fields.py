"""What a form's table is written with: sections, and the questions in them.

A question names the field of the request that it fills. How it is answered, how long an answer may
be, what may be chosen and whether it must be answered are the request model's to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Callable, Generic, NamedTuple, Optional, Protocol, TypeVar

from .shapes import Standing
from .values import Values


class Situation(Protocol):
    """What a form starts from: `today` is the civil day in the UK."""

    @property
    def today(self) -> date:
        """The day by which past and future are judged."""


S = TypeVar("S", bound=Situation, contravariant=True)  # noqa: PLC0105 - short
T = TypeVar("T", bound=Situation)
Rule = Callable[[Values, S], bool]


class Need(Enum):
    """What a form asks for beside its answers."""

    PICTURE = auto()  # a picture of the map around the extent
    CATEGORY = auto()  # the register's word on the category of the works
    PROMOTER = auto()  # the promoter's prefix and workstreams
    STREET = auto()  # the street's own record, before it opens


class Option(NamedTuple):
    """One of several answers: its value, the planner's words for it, and what else to say of it."""

    value: str
    words: str
    more: str = ""


def always(values: Values, situation: Situation) -> bool:
    """Whatever is on the form."""
    return True


@dataclass(frozen=True)
class Field(Generic[S]):
    """One question: the request's field, the words, and what the request model cannot know.

    `shown` says when it applies. `must` says that it is answered whenever it applies, for what the
    register asks for and the model does not. `options` gives what may be chosen where that hangs on
    the situation, `offered` leaves out choices of the model's, `fits` those that do not go with the
    other answers. `beside` are the words for what may be said of each choice that is ticked: a
    text, and whole numbers, where the model has them. `day` is the field with the day of a
    moment, so that only the time is asked for. `one_line` asks for a long text on one line.
    `taken` makes what is sent of an answer, such as of the options that were ticked; None is not
    sent. `standing` gives the shape that is there already where the answer is one. `past` says that
    the day has been, so that one typed without its year is the last one. A `habitual` question is
    answered alike each time: its last answer is remembered, and offered again.
    """

    name: str
    label: str
    help: str = ""
    shown: Rule[S] = always
    must: bool = False
    options: Optional[Callable[[S], Iterable[Option]]] = None
    offered: Callable[[str, S], bool] = lambda value, situation: True
    fits: Optional[Callable[[str, Values], bool]] = None
    beside: tuple[str, ...] = ()
    day: str = ""
    one_line: bool = False
    taken: Optional[Callable[[Any, S], Any]] = None
    standing: Optional[Callable[[S], Standing]] = None
    past: bool = False
    habitual: bool = False

    def within(self, seen: Callable[[Values, T], tuple[Values, S]]) -> "Field[T]":
        """Return the same question for a form that starts from something else.

        `seen` gives the answers and the situation that this question looks at. It is not habitual:
        such a form begins with what is there.
        """
        options, taken, standing = self.options, self.taken, self.standing
        return Field(
            self.name,
            self.label,
            self.help,
            shown=lambda values, here: self.shown(*seen(values, here)),
            must=self.must,
            options=None if options is None else lambda here: options(seen({}, here)[1]),
            offered=lambda value, here: self.offered(value, seen({}, here)[1]),
            day=self.day,
            one_line=self.one_line,
            past=self.past,
            taken=None if taken is None else lambda value, here: taken(value, seen({}, here)[1]),
            standing=None if standing is None else lambda here: standing(seen({}, here)[1]),
        )


@dataclass(frozen=True)
class Section(Generic[S]):
    """A part of the form: its heading and its questions, in the order of asking."""

    title: str
    fields: tuple[Field[S], ...]
