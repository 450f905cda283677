"""From the form's values to the arguments of the request (V1.25.12, WorkCreateRequest)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Callable

from ..errors import StreetWorksError
from ..rules import activity_types, hs2
from ..rules.typed import clock_of
from ..trade import calendar
from .application.fields import fields
from .application.shown import Values, day_in
from .application.situation import Situation, copied
from .kinds import FormField, Kind

FILLED_BY_PLUGIN = frozenset(
    {
        "work_reference_number",
        "works_coordinates",
        "usrn",
        "street_name",
        "town",
        "area_name",
    }
)
"""Fields of the request that nobody types: from the extent and the street."""


def is_blank(value: Any) -> bool:
    """Say whether `value` is no answer; False is one."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == []


def request_values(values: Values, situation: Situation) -> dict[str, Any]:
    """Return the arguments of WorkCreateRequest: what is answered and applies, and what is known.

    Dates come out as civil dates, times as moments with the UK's offset on their day. What cannot
    be read is handed on as it is, for the model to say so.
    """
    given = _known(values, situation)
    for field in fields():
        if not field.shown(values, situation):
            continue
        value = _converted(field, values, situation)
        if not is_blank(value):
            given[field.name] = value
    return given


def _known(values: Values, situation: Situation) -> dict[str, Any]:
    street, organisation = situation.street, situation.organisation
    authorities, reinstatements = situation.authorities, situation.reinstatements
    known: dict[str, Any] = {
        "work_reference_number": values.get("work_reference_number"),
        "promoter_swa_code": organisation.swa_code,
        "works_coordinates": dict(situation.extent),
        "usrn": street.usrn,
        "street_name": street.street_descriptor[:100],
        "town": street.town[:100],
        "area_name": street.area[:100],
    }
    if len(authorities) <= 1:
        known["highway_authority_swa_code"] = (
            authorities[0].swa_code if authorities else street.authority_swa_code
        )
    if len(reinstatements) == 1:
        known["road_category"] = next(iter(reinstatements))
    return {name: value for name, value in known.items() if not is_blank(value)}


def _converted(field: FormField, values: Values, situation: Situation) -> Any:
    value = values.get(field.name)
    if is_blank(value):
        return None
    convert = _BY_NAME.get(field.name) or _BY_KIND.get(field.kind)
    return convert(value, values, situation) if convert else value


def _as_text(value: Any, values: Values, situation: Situation) -> Any:
    return value.strip() if isinstance(value, str) else value


def _as_day(name: str) -> "_Convert":
    """Make the conversion of the day in field `name`."""
    return lambda value, values, situation: day_in(values, name) or value


def _as_moment(name: str) -> "_Convert":
    """Make the conversion of a clock time on the day in field `name`."""

    def convert(value: Any, values: Values, situation: Situation) -> Any:
        day = day_in(values, name)
        try:
            clock = clock_of(str(value))
        except StreetWorksError:
            return value
        return None if day is None else datetime.combine(day, clock, calendar.uk_zone())

    return convert


def _as_conditions(value: Any, values: Values, situation: Situation) -> Any:
    return [
        {name: text.strip() for name, text in one.items() if text and text.strip()} for one in value
    ]


def _as_designations(value: Any, values: Values, situation: Situation) -> Any:
    return [copied(one) for key, one in situation.designations.items() if key in value]


def _as_lines(value: Any, values: Values, situation: Situation) -> Any:
    return [line.strip() for line in value if line.strip()]


def _as_usrns(value: Any, values: Values, situation: Situation) -> Any:
    lines = _as_lines(value, values, situation)
    return [int(line) if line.isdecimal() else line for line in lines]


def _as_files(value: Any, values: Values, situation: Situation) -> Any:
    return [one["file_id"] for one in value]


def _as_number(value: Any, values: Values, situation: Situation) -> Any:
    return int(value) if str(value).isdecimal() else value


def _as_places(value: Any, values: Values, situation: Situation) -> Any:
    return [one for one in value if may_be_chosen(one, situation)]


_Convert = Callable[[Any, Values, Situation], Any]

_BY_KIND: Mapping[Kind, _Convert] = {
    Kind.TEXT: _as_text,
    Kind.LONG_TEXT: _as_text,
    Kind.CONDITIONS: _as_conditions,
    Kind.DESIGNATIONS: _as_designations,
    Kind.LINES: _as_lines,
    Kind.FILES: _as_files,
}
_BY_NAME: Mapping[str, _Convert] = {
    **{one.name: _as_day(one.name) for one in fields() if one.kind is Kind.DATE},
    "proposed_start_time": _as_moment("proposed_start_date"),
    "proposed_end_time": _as_moment("proposed_end_date"),
    "road_category": _as_number,
    "hs2_additional_usrns": _as_usrns,
    "location_types": _as_places,
}


def may_be_chosen(value: str, situation: Situation) -> bool:
    """Say whether the contract's `value` is open to this promoter, or only to others."""
    organisation = situation.organisation
    offered = activity_types.is_offered(value, organisation.kind, is_hs2=organisation.is_hs2)
    return offered and (organisation.is_hs2 or not hs2.is_reserved(value))
