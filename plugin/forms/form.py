"""What the application form holds, when, and the application that comes of it.

The rules themselves live in the model of the request (V1.25.12, WorkCreateRequest): the form asks
the model, and adds only what the model cannot know, such as what the register says of the dates.
Values are JSON values, as `kinds.Kind` describes them, so that a draft can keep them.
"""

from datetime import date
from typing import Any, Optional

from pydantic import ValidationError

from ..api.contract.problems import problems as told
from ..api.v1.models.work import WorkCreateRequest
from ..rules.roads import road_name
from ..rules.typed import clock_of, clock_problem, day_problem
from ..rules.usual_days import usual_days
from ..trade import calendar
from ..trade.labels import label
from ..words import tr
from .application.fields import fields, sections
from .application.follow import follow, preselected, settled
from .application.shown import Values, day_in
from .application.situation import (
    CategoryAnswer,
    ClashesFound,
    Organisation,
    Promoter,
    Situation,
    Workstream,
)
from .kinds import FormField, Kind, Section, section_title
from .request import (
    FILLED_BY_PLUGIN,
    is_blank,
    may_be_chosen,
    request_values,
)
from .sound import sound

__all__ = [
    "FILLED_BY_PLUGIN",
    "CategoryAnswer",
    "ClashesFound",
    "FormField",
    "Kind",
    "Organisation",
    "Promoter",
    "Section",
    "Situation",
    "Workstream",
    "build",
    "category_query",
    "choices",
    "defaults",
    "fields",
    "follow",
    "is_blank",
    "problems",
    "request_values",
    "required",
    "section_title",
    "sections",
    "settled",
    "sound",
    "visible",
]


def visible(field: FormField, values: Values, situation: Situation) -> bool:
    """Say whether `field` applies to what is on the form."""
    return field.shown(values, situation)


def required(field: FormField, values: Values, situation: Situation) -> bool:
    """Say whether `field` applies and must be answered."""
    return visible(field, values, situation) and field.needed(values, situation)


def choices(field: FormField, situation: Situation) -> tuple[tuple[str, str], ...]:
    """Return what may be chosen for `field`: the value and the planner's words for it."""
    if field.name == "promoter_swa_code":
        return tuple(
            (one.swa_code, tr("{name} ({code})").format(name=one.name, code=one.swa_code))
            for one in situation.promoters
        )
    if field.name == "highway_authority_swa_code":
        return tuple(
            (one.swa_code, _joined(one.name, one.location_description))
            for one in situation.authorities
        )
    if field.name == "road_category":
        return tuple(
            (str(code), _joined(road_name(code), place))
            for code, place in situation.reinstatements.items()
        )
    if field.name == "workstream_prefix":
        return tuple((one.prefix, _joined(*one)) for one in situation.organisation.workstreams)
    return tuple(
        (value, label(value)) for value in field.choices if may_be_chosen(value, situation)
    )


def defaults(situation: Situation, kept: Optional[Values] = None) -> dict[str, Any]:
    """Return the values that the form opens with, for every field: what was `kept`, else defaults.

    Planned works on the usual days, with the designations ticked that apply on the days that the
    form opens with. No default stands for a statement that the planner has to make: those are
    unanswered.
    """
    first, last = usual_days(situation.today, situation.now)
    values = {
        **{one.name: _empty(one.kind) for one in fields()},
        "work_type": "planned",
        "application_type": "permit",
        "proposed_start_date": first.isoformat(),
        "proposed_end_date": last.isoformat(),
        **(kept or {}),
    }
    offered = [one.prefix for one in situation.organisation.workstreams]
    if values["workstream_prefix"] not in offered:
        values["workstream_prefix"] = offered[0] if len(offered) == 1 else ""
    if kept is None or "permit_asds" not in kept:
        start, end = day_in(values, "proposed_start_date"), day_in(values, "proposed_end_date")
        values["permit_asds"] = preselected(situation, start or first, end or last)
    return values


def build(values: Values, situation: Situation) -> WorkCreateRequest:
    """Return the application. Raises pydantic's ValidationError; see `problems`."""
    return WorkCreateRequest.model_validate(
        request_values(values, situation), context={"today": situation.today}
    )


def problems(values: Values, situation: Situation) -> dict[str, str]:
    """Say what is wrong, by the contract's field names; nothing is wrong when it is empty."""
    found: dict[str, str] = {}
    given = request_values(values, situation)
    try:
        WorkCreateRequest.model_validate(given, context={"today": situation.today})
    except ValidationError as error:
        for place, messages in told(error).items():
            name, _dot, rest = place.partition(".")
            found.setdefault(name, _placed(given.get(name), rest, messages[0]))
    for field in fields():
        value = values.get(field.name)
        if required(field, values, situation) and is_blank(value):
            found[field.name] = _unanswered(field.kind)
        elif not is_blank(value) and visible(field, values, situation):
            found.update(_unreadable(field, str(value), _day_beside(field, values)))
    promoter = "promoter_swa_code"
    if promoter not in found and not situation.organisation.known:
        found[promoter] = tr("The promoter's prefix and workstreams have not been read yet.")
    return found


def category_query(values: Values) -> Optional[dict[str, Any]]:
    """Return what to ask the register's category of, or None while too little is known.

    The names are those of `get_work_category`; the dates are civil dates.
    """
    work_type = values.get("work_type")
    start, end = day_in(values, "proposed_start_date"), day_in(values, "proposed_end_date")
    if not work_type or start is None or end is None or end < start:
        return None
    query = {"work_type": work_type, "proposed_start_date": start, "proposed_end_date": end}
    if work_type == "planned":
        query["is_ttro_required"] = bool(values.get("is_ttro_required"))
    if work_type == "immediate":
        if values.get("immediate_risk") is None:
            return None
        query["immediate_risk"] = values["immediate_risk"]
    return query


def _placed(entries: Any, rest: str, message: str) -> str:
    """Say in a list which entry `message` is about; `rest` is such as "0.comment"."""
    number = rest.partition(".")[0]
    if not number.isdigit() or not isinstance(entries, list) or int(number) >= len(entries):
        return message
    entry = entries[int(number)]
    which = entry.get("condition") if isinstance(entry, dict) else entry
    return tr("{entry}: {message}").format(entry=which, message=message) if which else message


def _unreadable(field: FormField, text: str, day: Optional[date]) -> dict[str, str]:
    """Say what is wrong with a date, or with a time on `day`, as it was typed; by field name."""
    judge = {Kind.DATE: day_problem, Kind.TIME: clock_problem}.get(field.kind)
    said = "" if judge is None else judge(text)
    if field.kind is Kind.TIME and not said and day and not calendar.is_shown(day, clock_of(text)):
        said = tr("On that day clocks go forward: from 01:00 to 01:59 there is no time.")
    return {field.name: said} if said else {}


def _day_beside(field: FormField, values: Values) -> Optional[date]:
    """Return the day that a time of the form belongs to."""
    return day_in(values, field.name.replace("_time", "_date"))


def _unanswered(kind: Kind) -> str:
    if kind is Kind.YES_NO:
        return tr("Please answer yes or no.")
    if kind is Kind.CHOICE:
        return tr("Please choose.")
    if kind is Kind.TICKS:
        return tr("Please tick at least one.")
    if kind is Kind.DATE:
        return tr("Please give a date.")
    if kind is Kind.TIME:
        return tr("Please give a time.")
    return tr("Please fill this in.")


def _empty(kind: Kind) -> Any:
    if kind is Kind.YES_NO:
        return None
    if kind in {Kind.TICKS, Kind.CONDITIONS, Kind.DESIGNATIONS, Kind.LINES, Kind.FILES}:
        return []
    return ""


def _joined(*texts: Optional[str]) -> str:
    return " – ".join(text for text in texts if text)
