"""Which days are looked at: from today on, or between two days of the planner's own."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Optional

from ...errors import DATES, StreetWorksError
from ...trade.calendar import uk_today
from ...trade.telling import month_in_full
from ...words import tr

TODAY = "today"
FORTNIGHT = "fortnight"
MONTH = "month"
THREE_MONTHS = "three_months"
OWN = "own"
ALL = "all"

PRESETS = (TODAY, FORTNIGHT, MONTH, THREE_MONTHS, OWN, ALL)

_MONTHS = {MONTH: 1, THREE_MONTHS: 3}

Range = tuple[Optional[date], Optional[date]]


@dataclass(frozen=True)
class DaysWanted:
    """The days looked at: one of PRESETS; with OWN from `first` to `last`, None is an open end.

    Raises StreetWorksError when the last day is before the first.
    """

    preset: str = FORTNIGHT
    first: Optional[date] = None
    last: Optional[date] = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise StreetWorksError(
                tr("The last day is before the first."),
                advice=tr("Please set the dates."),
                about=DATES,
            )

    def range(self, today: Optional[date] = None) -> Range:
        """Return first and last day, both included; None where it is open.

        `today` is the civil day in the UK unless it is given. A month ends on the same day of the
        next month, as planners count it, and not after 28 days, as Street Manager's own lists do:
        of the two, this one never hides works that the other shows.
        """
        start = today or uk_today()
        if self.preset == OWN:
            return self.first, self.last
        if self.preset == ALL:
            return None, None
        if self.preset == TODAY:
            return start, start
        if self.preset == FORTNIGHT:
            return start, start + timedelta(days=14)
        return start, _months_after(start, _MONTHS[self.preset])

    def describe(self, today: Optional[date] = None) -> str:
        """Say the days in words, such as "today to 9 December"."""
        now = today or uk_today()
        first, last = self.range(now)
        if first is None and last is None:
            return tr("all days")
        if first is None:
            return tr("until {last}").format(last=_said(last, now))
        if last is None:
            return tr("from {first} on").format(first=_said(first, now))
        if first == last:
            return _said(first, now)
        return tr("{first} to {last}").format(first=_said(first, now), last=_said(last, now))

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads."""
        ends = {"first": self.first, "last": self.last} if self.preset == OWN else {}
        days = {name: day.isoformat() for name, day in ends.items() if day is not None}
        return {"preset": self.preset, **days}

    @classmethod
    def from_json(cls, data: object) -> "DaysWanted":
        """Read what `to_json` wrote. Raises StreetWorksError for anything else."""
        if not isinstance(data, Mapping) or data.get("preset") not in PRESETS:
            raise _refused(repr(data))
        if data["preset"] != OWN:
            return cls(data["preset"])
        return cls(OWN, _day(data.get("first")), _day(data.get("last")))


def preset_title(preset: str) -> str:
    """Name a preset as it is offered."""
    return {
        TODAY: tr("Today"),
        FORTNIGHT: tr("Next 14 days"),
        MONTH: tr("Next month"),
        THREE_MONTHS: tr("Next 3 months"),
        OWN: tr("From … to …"),
        ALL: tr("All days"),
    }[preset]


def _months_after(day: date, months: int) -> date:
    """Return the same day that many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    longest = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, longest))


def _said(day: Optional[date], today: date) -> str:
    if day is None or day == today:
        return tr("today")
    said = f"{day.day} {month_in_full(day)}"
    return said if day.year == today.year else f"{said} {day.year}"


def _day(value: object) -> Optional[date]:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise _refused(repr(value)) from error


def _refused(detail: str) -> StreetWorksError:
    return StreetWorksError(
        tr("The days of this filter cannot be read."),
        advice=tr("Please set the filter anew and save it again."),
        detail=detail,
    )
