"""A civil date stays that date, in every request, on both sides of both clock changes."""

import importlib
import pkgutil
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, get_args, get_origin
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter
from street_works.plugin.api.contract.base import Request
from street_works.plugin.api.contract.fields import CivilDate
from street_works.plugin.api.v1 import models

UK = ZoneInfo("Europe/London")
DAYS = [
    date(2026, 3, 27) + timedelta(days=offset) for offset in range(5)
] + [date(2026, 10, 23) + timedelta(days=offset) for offset in range(5)]  # fmt: skip


def civil_date_fields():
    """Every field of every request that is a civil date, with what reads it."""
    for found in pkgutil.walk_packages(models.__path__, f"{models.__name__}."):
        for model in vars(importlib.import_module(found.name)).values():
            if not (isinstance(model, type) and issubclass(model, Request)):
                continue
            for name, field in model.model_fields.items():
                marks = [*field.metadata, *marks_of(field.annotation)]
                if any(mark in marks for mark in get_args(CivilDate)[1:]):
                    yield model.__name__, name, Annotated[(field.annotation, *marks_only(field))]


def marks_of(annotation):
    for part in get_args(annotation):
        if get_origin(part) is Annotated:
            yield from get_args(part)[1:]


def marks_only(field):
    return field.metadata or [None]


FIELDS = sorted({(model, name) for model, name, _ in civil_date_fields()})
READERS = {(model, name): TypeAdapter(kind) for model, name, kind in civil_date_fields()}


def ways_to_write(day):
    """The same day as people and systems give it."""
    local = datetime(day.year, day.month, day.day, tzinfo=UK)
    yield day
    yield day.isoformat()
    yield local
    yield local.isoformat()
    yield datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
    yield f"{day.isoformat()}T00:00:00.000Z"
    yield local.replace(hour=12)
    yield local.replace(hour=23, minute=30).isoformat()


def test_there_are_such_fields_in_many_requests():
    assert len(FIELDS) > 40
    assert ("WorkCreateRequest", "proposed_start_date") in FIELDS
    assert ("PermitCSVExportRequest", "start_date") in FIELDS


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_day_stays_and_goes_out_as_midnight_utc(day):
    for field in FIELDS:
        for written in ways_to_write(day):
            value = READERS[field].validate_python(written)
            assert value == day, (field, written)
            sent = READERS[field].dump_python(value, mode="json")
            assert sent == f"{day.isoformat()}T00:00:00.000Z"
