"""A form: the table of its questions, and the request that comes of the answers.

The rules live in the request model: what is missing and what is wrong the form asks of the model,
and a table adds only what the model cannot know, such as what the register says of the dates.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar, Generic, Optional, TypeVar

from pydantic import ValidationError

from ..api.contract.complete import RuledRequest
from ..api.contract.problems import problems as told
from ..drafts.sending import Operation
from ..rules.typed import clock_of, clock_problem, day_problem
from ..trade import calendar
from ..trade.labels import label
from ..trade.records.receipts import Receipt
from ..words import tr
from .fields import Field, Need, Option, S, Section
from .kinds import LISTS, Answer, Kind, answer_of
from .request import argument, moment_of
from .shapes import Drawn, compared
from .sound import is_sound
from .told import Fact, Told
from .values import Values, day_in, in_words, is_blank

R = TypeVar("R", bound=RuledRequest)


@dataclass(frozen=True)
class Judged:
    """What is to be said of the answers on a form: fields by their names, and what is wrong."""

    shown: frozenset[str]
    required: frozenset[str]
    problems: Mapping[str, str]


class Form(Generic[S, R]):
    """One form. A form of its own names its request model and its table; the rest may stay.

    It is made when it is opened, so that its texts are in the language of then. Values are JSON
    values, as `kinds.Kind` describes them, so that a draft can keep them.
    """

    operation: ClassVar[Operation]
    model: type[R]
    needs: ClassVar[frozenset[Need]] = frozenset()
    named: ClassVar[tuple[str, ...]] = ()
    """What `name` gives beside the answers: kept with them, until somebody else has it."""
    filled: ClassVar[frozenset[str]] = frozenset()
    """Fields of the request that nobody types: see `known`."""

    # ---- what a form says of itself ----

    def told(self) -> Told:
        """Return its sentences."""
        raise NotImplementedError

    def titled(self, situation: S) -> str:
        """Return its name as it is about something."""
        return self.told().title

    def heading(self, situation: S) -> str:
        """Say what the form is about."""
        raise NotImplementedError

    def subject(self, values: Values, situation: S) -> str:
        """Return the reference of what the request is about; "" while it has none."""
        raise NotImplementedError

    def promoter(self, situation: S) -> str:
        """Return the SWA code of the promoter whose works it is about; "" while there is none."""
        return ""

    def table(self) -> tuple[Section[S], ...]:
        """Return the sections in order, each with its questions."""
        raise NotImplementedError

    def known(self, values: Values, situation: S) -> dict[str, Any]:
        """Return the arguments of the request that are known beside the answers, none blank."""
        return {}

    def begin(self, situation: S, kept: Optional[Values]) -> dict[str, Any]:
        """Return the answers that the form opens with; `kept` are those of before, if any."""
        return dict(kept or {})

    def follow(self, before: Values, after: Values, situation: S, now: datetime) -> dict[str, Any]:
        """Return the answers that follow from the change of answers from `before` to `after`."""
        return {}

    def thoughts(self, values: Values, situation: S) -> dict[str, list[str]]:
        """Return what a planner should think about, by field name; it never blocks."""
        return {}

    def also_wrong(self, values: Values, situation: S) -> dict[str, str]:
        """Say what is wrong by what the model cannot know, by the name of the field."""
        return {}

    def drawn(self, values: Values, situation: S) -> Optional[Drawn]:
        """Return what the picture of the map is around, for a form that needs one."""
        return None

    def counts_as(self, values: Values, situation: S) -> str:
        """Say what the request would count as, by what is known here; "" for nothing."""
        return ""

    def name(self, values: Values, situation: S) -> dict[str, Any]:
        """Return what has to be in the values before a request is made, such as a reference.

        Raises StreetWorksError.
        """
        return {}

    def facts(self, request: R, values: Values, situation: S) -> tuple[Fact, ...]:
        """Return what is said of the request in the review: every answer that was given."""
        return tuple(
            Fact(self.fields[name].label, text, name)
            for name in self.fields
            if name in self.shown(values, situation)
            and (text := self.in_words(name, values.get(name), situation))
        )

    def afterwards(self, receipt: Receipt, situation: S) -> tuple[str, ...]:
        """Return what is said below the references once the request was accepted."""
        return ()

    # ---- what comes of it ----

    @cached_property
    def sections(self) -> tuple[Section[S], ...]:
        """The sections in order, each with its questions."""
        return self.table()

    @cached_property
    def fields(self) -> Mapping[str, Field[S]]:
        """All questions by the name of their field, in the order of asking."""
        return {field.name: field for section in self.sections for field in section.fields}

    @cached_property
    def habitual(self) -> tuple[str, ...]:
        """The names of the questions that are answered alike each time."""
        return tuple(name for name, field in self.fields.items() if field.habitual)

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """How each question is answered, as the request model has it."""
        return {name: self._answer(field) for name, field in self.fields.items()}

    def options(self, field: Field[S], situation: S) -> tuple[Option, ...]:
        """Return what may be chosen for `field`."""
        if field.options is not None:
            return tuple(field.options(situation))
        return tuple(
            Option(value, label(value))
            for value in self.answers[field.name].choices
            if field.offered(value, situation)
        )

    def fitting(self, name: str, values: Values, situation: S) -> tuple[Option, ...]:
        """Return what may be chosen for the question `name` beside the other answers."""
        field = self.fields[name]
        options = self.options(field, situation)
        return tuple(one for one in options if not field.fits or field.fits(one.value, values))

    def in_words(self, name: str, value: Any, situation: S) -> str:
        """Return an answer to the question `name` in the planner's words, "" for none."""
        field = self.fields[name]
        if field.standing is not None and not is_blank(value):
            return compared(value, field.standing(situation))
        return in_words(value, self._words_of(name, situation))

    def defaults(self, situation: S, kept: Optional[Values] = None) -> dict[str, Any]:
        """Return the values that the form opens with, for every field: what was `kept`, else none.

        What else a form begins with, it says itself.
        """
        empty = {name: _empty(one.kind) for name, one in self.answers.items()}
        return {**empty, **self.begin(situation, kept)}

    def sound(self, kept: Values) -> dict[str, Any]:
        """Return the values of `kept` that may be shown; what is damaged is left out.

        What belongs to no question, such as a reference, is text.
        """
        text = Answer(Kind.TEXT)
        return {
            name: value
            for name, value in kept.items()
            if is_sound(value, self.answers.get(name, text).kind)
        }

    def settled(self, before: Values, after: Values) -> dict[str, Any]:
        """Return `after` with the days of `before` in place of those that are being typed now."""
        days = (name for name, one in self.answers.items() if one.kind is Kind.DATE)
        return {**after, **{name: before.get(name) for name in days if not day_in(after, name)}}

    def hints(self, values: Values, situation: S, followed: Collection[str] = ()) -> dict[str, str]:
        """Return what to think about, by field name; several thoughts stand on lines of their own.

        `followed` are the fields whose answers followed from another answer of the planner's.
        """
        found = {name: [tr("Changed to fit your other answers.")] for name in followed}
        for name, texts in self.thoughts(values, situation).items():
            found.setdefault(name, []).extend(texts)
        return {name: "\n".join(texts) for name, texts in found.items() if texts}

    def shown(self, values: Values, situation: S) -> frozenset[str]:
        """Return the names of the fields that apply to what is on the form."""
        return frozenset(
            name for name, field in self.fields.items() if field.shown(values, situation)
        )

    def required(self, values: Values, situation: S) -> frozenset[str]:
        """Return the names of the fields that apply and must be answered."""
        return self.judge(values, situation).required

    def problems(self, values: Values, situation: S) -> Mapping[str, str]:
        """Say what is wrong, by the contract's field names; nothing is wrong when it is empty."""
        return self.judge(values, situation).problems

    def request_values(self, values: Values, situation: S) -> dict[str, Any]:
        """Return the arguments of the request: what is answered and applies, and what is known.

        Dates come out as civil dates, times as moments with the UK's offset on their day. What
        cannot be read is handed on as it is, for the model to say so.
        """
        shown = self.shown(values, situation)
        return {**self.known(values, situation), **self.arguments(shown, values, situation)}

    def arguments(self, names: Iterable[str], values: Values, situation: S) -> dict[str, Any]:
        """Return the arguments that the answers to some questions are, none blank."""
        given = {name: self._argument(self.fields[name], values, situation) for name in names}
        return {name: value for name, value in given.items() if not is_blank(value)}

    def build(self, values: Values, situation: S) -> R:
        """Return the request. Raises pydantic's ValidationError; see `problems`."""
        return self.model.model_validate(
            self.request_values(values, situation), context={"today": situation.today}
        )

    def judge(self, values: Values, situation: S) -> Judged:
        """Say which fields apply, which of them must be answered, and what is wrong."""
        shown, given = self.shown(values, situation), self.request_values(values, situation)
        musts = {name for name, field in self.fields.items() if field.must}
        needed = shown & (musts | self.model.needed(given, today=situation.today))
        found = self._faults(given, situation.today)
        for name, field in self.fields.items():
            kind, blank = self.answers[name].kind, is_blank(values.get(name))
            if blank and name in needed:
                found[name] = _unanswered(kind)
            elif not blank and name in shown:
                found.update(_unreadable(field, kind, values))
        return Judged(shown, needed, {**self.also_wrong(values, situation), **found})

    def _words_of(self, name: str, situation: S) -> dict[str, str]:
        return {one.value: one.words for one in self.options(self.fields[name], situation)}

    def _faults(self, given: dict[str, Any], today: date) -> dict[str, str]:
        """Say what the model finds wrong with the request's arguments."""
        found: dict[str, str] = {}
        try:
            self.model.model_validate(given, context={"today": today})
        except ValidationError as error:
            for place, messages in told(error).items():
                name, _dot, rest = place.partition(".")
                found.setdefault(name, _placed(given.get(name), rest, messages[0]))
        return found

    def _answer(self, field: Field[S]) -> Answer:
        answer = answer_of(self.model, field.name)
        if field.day:
            return replace(answer, kind=Kind.TIME)
        if field.one_line:
            return replace(answer, kind=Kind.TEXT)
        if field.options is not None and answer.kind is Kind.TEXT:
            return replace(answer, kind=Kind.CHOICE)
        return answer

    def _argument(self, field: Field[S], values: Values, situation: S) -> Any:
        value, answer = values.get(field.name), self.answers[field.name]
        if is_blank(value):
            return None
        if field.taken is not None:
            return field.taken(value, situation)
        if answer.kind is Kind.TIME:
            return moment_of(value, values, field.day)
        if answer.kind is Kind.TICKS:
            return [one for one in value or () if field.offered(one, situation)]
        return argument(value, answer)


def _placed(entries: Any, rest: str, message: str) -> str:
    """Say in a list which entry `message` is about; `rest` is such as "0.comment"."""
    number = rest.partition(".")[0]
    if not number.isdigit() or not isinstance(entries, list) or int(number) >= len(entries):
        return message
    entry = entries[int(number)]
    which = next(iter(entry.values()), "") if isinstance(entry, dict) else entry
    return tr("{entry}: {message}").format(entry=which, message=message) if which else message


def _unreadable(field: Field[S], kind: Kind, values: Values) -> dict[str, str]:
    """Say what is wrong with a date or a time as it was typed; by field name."""
    value, said = values.get(field.name), ""
    if kind is Kind.DATE:
        said = day_problem(str(value))
    elif kind is Kind.TIME:
        said = _clock_problem(str(value), day_in(values, field.day))
    elif kind is Kind.MOMENT and value:
        said = day_problem(value["day"]) or _clock_problem(value["time"], day_in(value, "day"))
    return {field.name: said} if said else {}


def _clock_problem(text: str, day: Optional[date]) -> str:
    """Say what is wrong with `text` as a time on `day`; "" when it is one."""
    said = clock_problem(text)
    if not said and day and not calendar.is_shown(day, clock_of(text)):
        return tr("On that day clocks go forward: from 01:00 to 01:59 there is no time.")
    return said


def _unanswered(kind: Kind) -> str:
    return {
        Kind.YES_NO: tr("Please answer yes or no."),
        Kind.CHOICE: tr("Please choose."),
        Kind.TICKS: tr("Please tick at least one."),
        Kind.CONDITIONS: tr("Please tick at least one."),
        Kind.DATE: tr("Please give a date."),
        Kind.TIME: tr("Please give a time."),
        Kind.MOMENT: tr("Please give a date and a time."),
        Kind.FILES: tr("Please add at least one file."),
        Kind.EXTENT: tr("Please draw it on the map."),
    }.get(kind) or tr("Please fill this in.")


def _empty(kind: Kind) -> Any:
    if kind in {Kind.YES_NO, Kind.EXTENT}:
        return None
    if kind is Kind.MOMENT:
        return {"day": "", "time": ""}
    return [] if kind in LISTS else ""
