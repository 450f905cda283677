"""GeoJSON and Street Lookup operations: boxes, days, streets."""

import math
from datetime import date
from functools import partial
from typing import Optional, Union

import shapely
from pydantic_core import PydanticCustomError
from shapely.geometry.base import BaseGeometry

from ...api.contract.fields import civil_date
from ...words import tr
from .. import answers
from ..keeping.register import Register
from ..map.features import TOO_MANY, collection
from ..refusals import Refusal, bad_field, bad_request, not_found
from ..serving.exchange import Answer, Call, Handler
from ..town.gazetteer import Town

_BOX = ("minEasting", "minNorthing", "maxEasting", "maxNorthing")


def handlers(register: Register, town: Town) -> dict[tuple[str, str], Handler]:
    """Return the handlers by API and operation id."""
    layer = partial(_layer, register)
    return {
        ("geojson", "GetWorksIntersectBoundingBox"): partial(
            layer, "works", "work_reference_number"
        ),
        ("geojson", "GetActivitiesIntersectingBounds"): partial(layer, "activities", ""),
        ("geojson", "GetForwardPlansIntersectBoundingBox"): partial(
            layer, "forward_plans", "forward_plan_reference_number"
        ),
        ("geojson", "GetHs2ActLimitsIntersectingBounds"): partial(layer, "hs2", ""),
        ("lookup", "GetStreets"): partial(_streets_near, town),
        ("lookup", "GetStreetsByUsrn"): partial(_street, town),
        ("lookup", "GetStreetsByQuery"): partial(_search, town),
    }


def _layer(register: Register, layer: str, reference: str, call: Call) -> Answer:
    """Return the features of the box and days; more than 100 are refused with 403."""
    box = read_box(call)
    start, end = _days(call)
    also = call.one(reference) if reference else None
    found = register.features(layer, box, start, end, also)
    if len(found) > TOO_MANY:
        raise Refusal(403, tr("More than 100 results: ask for a smaller box or fewer days"))
    return Answer(body=collection(found))


def read_box(call: Call) -> BaseGeometry:
    """Return the box of a request (EPSG:27700). Raises Refusal for one that is none."""
    read = {name: _number(call, name) for name in _BOX}
    values = {name: value for name, value in read.items() if isinstance(value, float)}
    fields = {name: [value] for name, value in read.items() if isinstance(value, str)}
    for low, high in (_BOX[0::2], _BOX[1::2]):
        if low in values and high in values and values[low] > values[high]:
            fields[high] = [tr("This must not be less than {name}.").format(name=low)]
    if fields:
        raise bad_request(fields)
    return shapely.box(*(values[name] for name in _BOX))


def number(call: Call, name: str) -> float:
    """Return a required number of the query. Raises Refusal naming it."""
    value = _number(call, name)
    if isinstance(value, str):
        raise bad_field(name, value)
    return value


def _number(call: Call, name: str) -> Union[float, str]:
    """Return a required number of the query, or the message that says why it is none."""
    text = call.one(name)
    if text is None:
        return tr("This must be filled in.")
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    return value if math.isfinite(value) else tr("This must be a number.")


def day(call: Call, name: str) -> Optional[date]:
    """Return a day given as a date or a date-time, or None. Raises Refusal naming it."""
    text = call.one(name)
    if text is None:
        return None
    try:
        value: date = civil_date(text.replace(" ", "+"))  # a plus sign that was not encoded
    except PydanticCustomError as error:
        raise bad_field(name, error.message()) from error
    return value


def _days(call: Call) -> tuple[Optional[date], Optional[date]]:
    start, end = day(call, "start_date"), day(call, "end_date")
    if start and end and end < start:
        raise bad_field("end_date", tr("This must not be before start_date."))
    return start, end


def _streets_near(town: Town, call: Call) -> Answer:
    found = town.near(number(call, "easting"), number(call, "northing"))
    if not found:
        raise not_found(tr("No street within 25 metres"))
    return Answer(body=[answers.street(one) for one in found])


def _street(town: Town, call: Call) -> Answer:
    text = call.path["usrn"]
    found = town.by_usrn.get(int(text)) if text.isascii() and text.isdigit() else None
    if found is None:
        raise not_found(tr("No street with this USRN"))
    return Answer(body=answers.street(found))


def _search(town: Town, call: Call) -> Answer:
    query = call.one("query")
    if query is None:
        raise bad_field("query", tr("This must be filled in."))
    return Answer(body=[answers.street_summary(one) for one in town.search(query)[:50]])
