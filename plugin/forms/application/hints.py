"""What a planner should think about while filling in the application form. Hints never block.

Those of the street's designations and the traffic management come from `hints`; here they are put
beside their fields, with those of the dates, the addresses and the category worked out locally.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple, Optional

from ...rules import notice
from ...rules.category import EarlierPermit, category_of
from ...rules.hints import About, Plan
from ...rules.hints import hints as hints_of_plan
from ...trade import calendar
from ...trade.labels import label
from ...trade.records.works import CategoryAnswer
from ...trade.vocabulary.works import Category, WorkType
from ...words import tr
from ..values import Values, day_in
from .days import START, period_of
from .situation import Situation

_FIELDS = {
    About.DESIGNATIONS: "permit_asds",
    About.CONDITIONS: "permit_conditions",
    About.LANE_RENTAL: "lane_rental_applicable",
    About.TRAFFIC_ORDER: "is_ttro_required",
    About.NOTES: "additional_info",
}
_EMAILS = ("secondary_contact_email", "additional_contact_email")
_TELEPHONES = ("secondary_contact_number", "additional_contact_number")
_DIGITS = range(7, 16)  # of a telephone number: a local one has seven, none has more than 15
_TELEPHONE = re.compile(r"\+?[0-9\s().\-/]+((ext|extension|x)\.?\s*[0-9]+)?", re.IGNORECASE)
_SHORTEST_PLACE = 2  # words


class LocalCategory(NamedTuple):
    """Category and lengths worked out here; the register's answer counts."""

    category: str
    working_days: int
    calendar_days: int
    starts_early: bool


def local_category(
    values: Values,
    today: date,
    now: Optional[datetime] = None,
    earlier: Sequence[EarlierPermit] = (),
) -> Optional[LocalCategory]:
    """Work out category and lengths, or None while too little is known.

    `now` is the moment an application would be made; None is one within today's working hours.
    `earlier` are the permits that the works have already.
    """
    period, work_type = period_of(values), values.get("work_type")
    if not work_type or period is None:
        return None
    start, end = period
    counted = calendar.counted_day(now, today) if now else today
    category = category_of(
        work_type,
        start,
        end,
        values.get("is_ttro_required"),
        values.get("immediate_risk"),
        earlier,
        today,
    )
    return LocalCategory(
        category,
        calendar.working_days(start, end, today),
        calendar.calendar_days(start, end),
        notice.is_early_start(category, start, counted, today),
    )


def earliest_day(values: Values, now: datetime) -> date:
    """Return the first day on which works with these answers may start if applied for at `now`.

    The answers have their days. Works of no type yet are taken for planned ones.
    """
    today = calendar.uk_today(now)
    typed = {**values, "work_type": values.get("work_type") or WorkType.PLANNED}
    local = local_category(typed, today, now)
    counted_on = calendar.counted_day(now, today)
    if local is None:
        return counted_on
    return notice.earliest_start(local.category, counted_on, today)


def category_line(category: str, days: int, *, early: bool) -> str:
    """Say category, duration and early start in one line."""
    parts = [tr("Category: {category}").format(category=label(category))]
    parts.append(tr("1 working day") if days == 1 else tr("{n} working days").format(n=days))
    if early:
        parts.append(tr("early start"))
    return " · ".join(parts)


def counted(
    answer: Optional[CategoryAnswer], values: Values, situation: Situation
) -> Optional[CategoryAnswer]:
    """Return the register's answer as it holds for these works.

    It is asked about new works, so it takes for an advance authorisation what one becomes (3.4.5).
    """
    here = local_category(values, situation.today, situation.now, situation.earlier)
    if answer is None or here is None or not _becomes_major(answer.category, here.category):
        return answer
    return replace(answer, category=here.category, starts_early=here.starts_early)


def _becomes_major(told: str, here: str) -> bool:
    return told == Category.PAA and here == Category.MAJOR


def thoughts(values: Values, situation: Situation) -> dict[str, list[str]]:
    """Return what to think about, by field name."""
    found: dict[str, list[str]] = {}
    for name, text in (
        (START, _start(values, situation)),
        ("works_location_description", _place(values.get("works_location_description"))),
        *((name, _email(values.get(name))) for name in _EMAILS),
        *((name, _telephone(values.get(name))) for name in _TELEPHONES),
    ):
        if text:
            found.setdefault(name, []).append(text)
    plan = _plan(values, situation)
    for hint in hints_of_plan(situation.street, plan, situation.today) if plan else ():
        found.setdefault(_FIELDS[hint.about], []).append(hint.message)
    return found


def _plan(values: Values, situation: Situation) -> Optional[Plan]:
    period = period_of(values)
    if period is None:
        return None
    start, end = period
    ticked = values.get("permit_asds") or ()
    return Plan(
        start=start,
        end=end,
        traffic=values.get("traffic_management_type") or "",
        needs_order=values.get("is_ttro_required"),
        lane_rental=values.get("lane_rental_applicable"),
        selected={int(one.code) for key, one in situation.designations.items() if key in ticked},
        restrictions=situation.section_58,
        extent=situation.geometry,
        kind=values.get("work_type") or "",
    )


def _start(values: Values, situation: Situation) -> str:
    start = day_in(values, START)
    if start is None:
        return ""
    if not calendar.is_working_day(start, situation.today):
        return tr("This is not a working day.")
    here = (
        local_category(values, situation.today, situation.now, situation.earlier)
        if situation.category is None
        else None
    )
    if here is not None and here.starts_early:
        return tr("This leaves less notice than such works need. Street Manager will say for sure.")
    return ""


def _place(text: Optional[str]) -> str:
    words = re.findall(r"\w\w+", text or "")
    if (text or "").strip() and len(words) < _SHORTEST_PLACE:
        return tr("Say more: nobody finds the works by this alone.")
    return ""


def _telephone(text: Optional[str]) -> str:
    given = (text or "").strip()
    number = re.split(r"[a-z]", given, maxsplit=1, flags=re.IGNORECASE)[0]
    digits = sum(one.isdigit() for one in number)
    if given and not (_TELEPHONE.fullmatch(given) and digits in _DIGITS):
        return tr("This does not look like a telephone number.")
    return ""


def _email(text: Optional[str]) -> str:
    name, at, host = (text or "").strip().rpartition("@")
    if text and not (name and at and "." in host):
        return tr("This does not look like an e-mail address.")
    return ""
