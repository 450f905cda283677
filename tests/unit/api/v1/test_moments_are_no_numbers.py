"""No request reads a bare number as a day or a moment: a typing mistake must not become 1970."""

import importlib
import pkgutil
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from street_works.plugin.api.contract.base import Request
from street_works.plugin.api.v1 import models

NUMBERS = [
    0, 1, -1, 7, 12.0, 20260603, 1780000000, 1780000000.5, 1780000000000, True, False,
    Decimal(1780000000), float("nan"), float("inf"), 10**400,
]  # fmt: skip
NUMERIC_TEXTS = [
    "0", "12", "1500", "20260603", "20260603T0900", "20260603T090000Z", "20260603T090000+0100",
    "1780000000", "1780000000.5", "1780000000000", " 1780000000 ", "-1", "+1780000000", "1e9",
    "1_780_000_000", "١٧٨٠٠٠٠٠٠٠", "nan", "inf", "2026154", "2026-154", "2026W233", "2026-W23-3",
    b"1780000000", b"2026-06-03T09:00:00Z",
]  # fmt: skip
MOMENT = "2026-06-03T09:00:00+01:00"


def kinds_in(annotation):
    """Every kind of value that an annotation is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from kinds_in(part)


def classes():
    """Every class of the models, those that are sent and those nested in them."""
    for found in pkgutil.walk_packages(models.__path__, f"{models.__name__}."):
        for one in vars(importlib.import_module(found.name)).values():
            if isinstance(one, type) and issubclass(one, BaseModel):
                yield one


def sent():
    """The requests and all that stands in them."""
    left = [one for one in classes() if issubclass(one, Request)]
    seen = set()
    while left:
        model = left.pop()
        if model in seen:
            continue
        seen.add(model)
        for field in model.model_fields.values():
            left += [
                one
                for one in kinds_in(field.annotation)
                if isinstance(one, type) and issubclass(one, BaseModel)
            ]
    return seen


def time_fields():
    for model in sent():
        for name, field in model.model_fields.items():
            if any(kind in (date, datetime) for kind in kinds_in(field.annotation)):
                kind = field.annotation
                yield (
                    f"{model.__name__}.{name}",
                    Annotated[(kind, *field.metadata)] if field.metadata else kind,
                )


FIELDS = {name: TypeAdapter(kind) for name, kind in time_fields()}


def test_there_are_days_and_moments_in_many_requests():
    assert len(FIELDS) > 60
    assert {"WorkCreateRequest.proposed_start_date", "WorkStartUpdateRequest.actual_start_date"} & (
        set(FIELDS)
    )


@pytest.mark.parametrize("number", [*NUMBERS, *NUMERIC_TEXTS], ids=repr)
def test_a_bare_number_is_no_day_and_no_moment(number):
    for name, reader in FIELDS.items():
        with pytest.raises(ValidationError) as caught:
            reader.validate_python(number)
        assert "such as 2026-06-03" in str(caught.value), name


@pytest.mark.parametrize("number", [20260603, 1780000000, "1780000000", "20260603"], ids=repr)
def test_nor_is_it_in_json(number):
    written = f'"{number}"' if isinstance(number, str) else str(number)
    for name, reader in FIELDS.items():
        with pytest.raises(ValidationError):
            reader.validate_json(written)
        assert name


def test_what_is_a_moment_still_is_one():
    for name, reader in FIELDS.items():
        for written in (MOMENT, MOMENT.replace("T", " "), datetime.fromisoformat(MOMENT)):
            value = reader.validate_python(written)
            assert isinstance(value, date), name
            assert (value.year, value.month, value.day) == (2026, 6, 3), name
