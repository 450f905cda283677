"""From an answer on the form to the argument of the request, by the kind of answer."""

from collections.abc import Mapping
from typing import Any, Callable

from ..errors import StreetWorksError
from ..rules.typed import clock_of, number_of
from .kinds import Answer, Kind
from .values import Values, clock_in, day_in, is_blank, moment


def argument(value: Any, answer: Answer) -> Any:
    """Return what the request gets for an answer that is not blank.

    What cannot be read is handed on as it is, for the model to say so.
    """
    convert = _BY_KIND.get(answer.kind, _as_it_is)
    return convert(value, answer)


def moment_of(value: Any, values: Values, day: str) -> Any:
    """Return the moment of a clock time `value` on the day in field `day`; None without a day."""
    on = day_in(values, day)
    try:
        clock = clock_of(str(value))
    except StreetWorksError:
        return value
    return None if on is None else moment(on, clock)


def _as_it_is(value: Any, answer: Answer) -> Any:
    return value


def _as_text(value: Any, answer: Answer) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    number = number_of(text) if answer.is_number else None
    return text if number is None else number


def _as_day(value: Any, answer: Answer) -> Any:
    return day_in({"": value}, "") or value


def _as_moment(value: Any, answer: Answer) -> Any:
    day, clock = day_in(value, "day"), clock_in(value, "time")
    return f"{value}" if day is None or clock is None else moment(day, clock)


def _as_conditions(value: Any, answer: Answer) -> Any:
    """Return the entries under the request's names; numbers that are none are left as typed."""
    chosen, text, *numbers = answer.parts
    entries = []
    for one in value:
        entry = {chosen: one["condition"], text: one.get("comment", "").strip()}
        for name in numbers:
            typed = one.get("numbers", "").replace(",", " ").split()
            entry[name] = [int(part) if part.isdecimal() else part for part in typed]
        entries.append({name: part for name, part in entry.items() if not is_blank(part)})
    return entries


def _as_lines(value: Any, answer: Answer) -> Any:
    return [_as_text(line, answer) for line in value if line.strip()]


def _as_files(value: Any, answer: Answer) -> Any:
    return [one["file_id"] for one in value]


_BY_KIND: Mapping[Kind, Callable[[Any, Answer], Any]] = {
    Kind.TEXT: _as_text,
    Kind.LONG_TEXT: _as_text,
    Kind.CHOICE: _as_text,
    Kind.DATE: _as_day,
    Kind.MOMENT: _as_moment,
    Kind.CONDITIONS: _as_conditions,
    Kind.LINES: _as_lines,
    Kind.FILES: _as_files,
}
