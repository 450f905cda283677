"""Special designations of a street: what their codes mean, and on which days they apply.

Codes and periodicities are those of the National Street Gazetteer (DTF 8.1).
"""

from datetime import date, time, timedelta
from typing import NamedTuple, Optional

from ..trade.calendar import civil_day, is_working_day
from ..trade.records.streets import Code, Designation
from ..words import tr

PROTECTED_STREET = 1
TRAFFIC_SENSITIVE = 2
SPECIAL_ENGINEERING_DIFFICULTY = 3
PROPOSED_ENGINEERING_DIFFICULTY = 6
LEVEL_CROSSING = 8
STRUCTURES = 10
PIPELINES = 12
LANE_RENTAL = 16
EARLY_NOTIFICATION = 17
SPECIAL_EVENT = 18
TRANSPORT_AUTHORITY_APPARATUS = 22

_WORKING_DAYS = 2
_WEEKENDS = 3
_MONDAY = 7
_SUNDAY = 13
_BANK_HOLIDAYS = 14
_SATURDAY = 5
_MIDNIGHT = 2400


class Hours(NamedTuple):
    """The hours of each day in which works are done; those that go past midnight end earlier."""

    start: time
    end: time


def number_of(code: Optional[Code]) -> Optional[int]:
    """Return a code as a plain number, or None where it is none."""
    try:
        return None if code is None else int(code)
    except ValueError:
        return None


def name_of(code: Code) -> str:
    """Return the planner's name of a designation code; a code not known is named by its number."""
    return _names().get(number_of(code), tr("Designation {code}").format(code=code))


def periodicity_name(code: Code) -> str:
    """Return the planner's name of a periodicity code: when within its dates it applies."""
    return _periodicities().get(number_of(code), tr("Periodicity {code}").format(code=code))


def applies(designation: Designation, start: date, end: date, today: Optional[date] = None) -> bool:
    """Say whether the designation applies on any day from `start` to `end`, both included.

    Its dates and its periodicity are looked at, its hours are not: when in the day works are done
    is seldom known beforehand. What it leaves open, special arrangements and codes not known count
    as applying.
    """
    first, last = designation.first_day, designation.last_day
    begin = start if first is None else max(start, civil_day(first))
    finish = end if last is None else min(end, civil_day(last))
    if begin > finish:
        return False
    code = number_of(designation.periodicity)
    days = (begin + timedelta(days=n) for n in range((finish - begin).days + 1))
    return any(_on(code, day, today) for day in days)


def meets(designation: Designation, worked: Hours) -> bool:
    """Say whether the designation applies in any of the hours in which works are done.

    One without hours applies all day. An end is not part of its hours.
    """
    limits = _hours_of(designation)
    if limits is None:
        return True
    begun, ended = (hour.hour * 100 + hour.minute for hour in worked)
    return any(
        max(one[0], other[0]) < min(one[1], other[1])
        for one in _within_days(begun, ended)
        for other in _within_days(*limits)
    )


def hours(designation: Designation) -> str:
    """Return the hours in which it applies, such as "07:30–09:30"; empty for all day."""
    limits = _hours_of(designation)
    return "–".join(map(_clock, limits)) if limits else ""


def when(designation: Designation) -> str:
    """Return in words when the designation applies, such as "Working days, 07:30–09:30"."""
    code = designation.periodicity
    parts = ("" if code is None else periodicity_name(code), hours(designation))
    return ", ".join(part for part in parts if part)


def _hours_of(designation: Designation) -> Optional[tuple[float, float]]:
    opens, closes = designation.opens, designation.closes
    return None if opens is None or closes is None or opens == closes else (opens, closes)


def _within_days(start: float, end: float) -> tuple[tuple[float, float], ...]:
    """Return the parts that hours have on each side of midnight; up to there they are one."""
    return ((start, end),) if start < end else ((start, _MIDNIGHT), (0, end))


def _on(code: Optional[int], day: date, today: Optional[date]) -> bool:
    if code == _WORKING_DAYS:
        return is_working_day(day, today)
    if code == _WEEKENDS:
        return day.weekday() >= _SATURDAY
    if code == _BANK_HOLIDAYS:
        return day.weekday() < _SATURDAY and not is_working_day(day, today)
    if code is not None and _MONDAY <= code <= _SUNDAY:
        return day.weekday() == code - _MONDAY
    return True


def _clock(number: float) -> str:
    hour, minute = divmod(int(number), 100)
    return f"{hour:02d}:{minute:02d}"


def _names() -> dict[Optional[int], str]:
    return {
        PROTECTED_STREET: tr("Protected street"),
        TRAFFIC_SENSITIVE: tr("Traffic-sensitive"),
        SPECIAL_ENGINEERING_DIFFICULTY: tr("Special engineering difficulty"),
        PROPOSED_ENGINEERING_DIFFICULTY: tr("Proposed special engineering difficulty"),
        LEVEL_CROSSING: tr("Level crossing safety zone"),
        9: tr("Environmentally sensitive area"),
        STRUCTURES: tr("Structures (not SED)"),
        PIPELINES: tr("Pipelines and specialist cables"),
        13: tr("Priority lanes"),
        LANE_RENTAL: tr("Lane rental"),
        EARLY_NOTIFICATION: tr("Streets subject to early notification of immediate activities"),
        SPECIAL_EVENT: tr("Special event"),
        19: tr("Parking bays and restrictions"),
        20: tr("Pedestrian crossings, traffic signals and sensors"),
        21: tr("Speed limit"),
        TRANSPORT_AUTHORITY_APPARATUS: tr("Transport authority critical apparatus"),
        23: tr("Strategic route"),
        24: tr("Lighting"),
        25: tr("Drainage and flood risk"),
        26: tr("Unusual traffic layout"),
        27: tr("Local consideration"),
        28: tr("Winter maintenance route"),
        29: tr("HGV route"),
        30: tr("Emergency services route"),
    }


def _periodicities() -> dict[Optional[int], str]:
    return {
        1: tr("Every day"),
        _WORKING_DAYS: tr("Working days"),
        _WEEKENDS: tr("Weekends"),
        7: tr("Mondays"),
        8: tr("Tuesdays"),
        9: tr("Wednesdays"),
        10: tr("Thursdays"),
        11: tr("Fridays"),
        12: tr("Saturdays"),
        13: tr("Sundays"),
        _BANK_HOLIDAYS: tr("Bank holidays"),
        15: tr("Continuous"),
        16: tr("Special arrangements"),
    }
